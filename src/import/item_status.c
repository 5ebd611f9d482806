/* Statuses of items.  Languages word them in labels "item-STATUS" with the title in
 * front: "{title} (withdrawn)". */
#include "import/item_status.h"

#include "import/passage.h"
#include "import/words.h"
#include <string.h>

/* "(postponed)" at the end of a text. */
struct bracketed {
    size_t at;          /* where the bracket opens */
    struct slice words; /* in it; none: the text does not end so */
};

static struct bracketed find_bracketed(struct slice text)
{
    struct bracketed found = {0};
    codepoint last = character_before(text, text.length);
    if (last != ')' && last != 0xFF09)
        return found;
    size_t end = utf8_previous(text.at, text.length), at = end;
    codepoint c = 0;
    while (at > 0 && c != '(' && c != 0xFF08) {
        at = utf8_previous(text.at, at);
        c = character_at(text, at);
    }
    size_t from = next_character(text, at);
    found.at = skip_spaces_back(text, at);
    if (at > 0)
        found.words = slice_trim((struct slice){text.at + from, end - from});
    return found;
}

/* What a language puts behind the title. */
static struct slice words_of_status(const char *pattern)
{
    static const char title[] = "{title}";
    const char *found = strstr(pattern, title);
    if (found == NULL)
        return (struct slice){0};
    return find_bracketed(slice_from_text(pattern)).words;
}

static bool is_called(const struct importer *importer, const char *label,
                      struct slice words)
{
    const struct words *others = map_find(importer->synonyms[0], slice_from_text(label));
    for (size_t i = 0; others != NULL && i < others->count; i++)
        if (same_words(words, slice_from_text(others->at[i])))
            return true;
    return false;
}

/* The bracket of a title as the label words it, or as another word for it. */
static bool says_status(struct importer *importer, const char *label,
                        struct passage *title, const struct bracketed *bracket)
{
    const char *pattern = language_label(importer->language, label);
    struct slice own = words_of_status(pattern);
    bool is_own = same_words(bracket->words, own);
    if (own.length == 0 || (!is_own && !is_called(importer, label, bracket->words)))
        return false;
    if (!is_own)
        tell_unsure(importer, &title->remarks, "import-word", title->place,
                    "“%.*s” is a status that this language words “%.*s”",
                    (int)bracket->words.length, bracket->words.at, (int)own.length,
                    own.at);
    *title = passage_before(importer, title, bracket->at);
    return true;
}

const char *cut_status(struct importer *importer, struct passage *title)
{
    static const char prefix[] = "item-";
    struct bracketed bracket = find_bracketed(title->plain);
    const struct map *labels = importer->language->labels;
    size_t count = map_count(labels);
    if (bracket.words.length == 0)
        return NULL;
    struct slice *names = arena_array(importer->arena, count, sizeof *names);
    map_names(labels, names);
    for (size_t i = 0; i < count; i++) {
        if (!slice_starts(names[i], prefix))
            continue;
        const char *label = arena_text(importer->arena, names[i].at, names[i].length);
        if (says_status(importer, label, title, &bracket))
            return label + strlen(prefix);
    }
    return NULL;
}
