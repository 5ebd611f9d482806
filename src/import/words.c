/* Labels: of every language, and what else they are called. */
#include "import/words.h"

static size_t longer(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t label_end_at(const struct importer *importer, struct slice text, size_t at,
                           const char *label)
{
    size_t end = 0;
    for (size_t i = 0; i < importer->lexicon_count; i++) {
        const struct language *language = importer->lexicons[i]->language;
        const char *words = language_label(language, label);
        const struct words *others =
            map_find(importer->synonyms[i], slice_from_text(label));
        if (words != NULL)
            end = longer(end, match_word(language, slice_from_text(words), text, at));
        if (others != NULL)
            end = longer(end, match_words(language, others, text, at));
    }
    return end;
}

size_t label_end(const struct importer *importer, struct slice text, const char *label)
{
    return label_end_at(importer, text, 0, label);
}

static bool is_end_mark(codepoint c)
{
    return c == ':' || c == '.' || c == 0xFF1A || c == 0x3002 || is_space(c);
}

struct slice without_end_marks(struct slice text)
{
    while (text.length > 0 && is_end_mark(character_before(text, text.length)))
        text.length = utf8_previous(text.at, text.length);
    return text;
}

bool is_label(const struct importer *importer, struct slice text, const char *label)
{
    text = without_end_marks(text);
    struct item_mark mark = read_item_mark(importer, text);
    struct slice rest = {text.at + mark.end, text.length - mark.end};
    size_t end = text.length == 0 ? 0 : label_end(importer, text, label);
    if (end == text.length && end > 0)
        return true;
    return mark.end > 0 && rest.length > 0 &&
           label_end(importer, rest, label) == rest.length;
}

bool has_label(const struct importer *importer, struct slice text, const char *label)
{
    for (size_t at = 0; at < text.length; at = next_character(text, at))
        if (label_end_at(importer, text, at, label) != 0)
            return true;
    return false;
}

bool has_own_label(const struct importer *importer, struct slice text, const char *label)
{
    for (size_t i = 0; i < importer->lexicon_count; i++) {
        const struct language *language = importer->lexicons[i]->language;
        const char *words = language_label(language, label);
        for (size_t at = 0; words != NULL && at < text.length;
             at = next_character(text, at))
            if (match_word(language, slice_from_text(words), text, at) != 0)
                return true;
    }
    return false;
}

bool label_value(const struct importer *importer, struct slice text, const char *label,
                 size_t *value)
{
    size_t end = label_end(importer, text, label);
    codepoint c = character_at(text, end);
    if (end == 0 || (c != ':' && c != 0xFF1A))
        return false;
    *value = skip_spaces(text, next_character(text, end));
    return *value < text.length;
}

static codepoint small_letter(codepoint c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

bool same_words(struct slice a, struct slice b)
{
    size_t i = skip_spaces(a, 0), k = skip_spaces(b, 0);
    while (i < a.length && k < b.length) {
        if (small_letter(character_at(a, i)) != small_letter(character_at(b, k)))
            return false;
        i = skip_spaces(a, next_character(a, i));
        k = skip_spaces(b, next_character(b, k));
    }
    return i >= a.length && k >= b.length;
}
