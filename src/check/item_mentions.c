/* Numbers of items in running text. */
#include "check/item_mentions.h"

#include "base/vec.h"
#include "check/lexicon.h"
#include <string.h>

/* A number of an item in a text. */
struct mention {
    size_t at, end;
    const char *name;   /* "3(b)" */
    const char *parent; /* "3"; NULL: it has none */
    size_t reach;       /* behind the words that make it one */
    bool is_other;      /* it counts something else: “item 7 of the list” */
};

struct mentions {
    struct mention *at;
    size_t count, capacity;
};

/* One pattern at work: “agenda items {items}”. */
struct mention_reader {
    struct checker *checker;
    const struct language *language;
    struct slice text;
    bool begins[256]; /* whether a pattern begins with that letter */
    struct mentions found;
};

/* Without spaces, brackets half-width: "3 （b）" is "3(b)". */
static const char *plain_name(struct arena *arena, struct slice text)
{
    struct buffer name = new_buffer(arena);
    for (size_t at = 0; at < text.length; at = next_character(text, at)) {
        codepoint c = character_at(text, at);
        size_t size = next_character(text, at) - at;
        if (c == 0xFF08 || c == 0xFF09)
            buffer_byte(&name, c == 0xFF08 ? '(' : ')');
        else if (!is_space(c))
            buffer_bytes(&name, text.at + at, size);
    }
    return buffer_string(&name);
}

/* "3", "3.5.1"; a full stop ends the sentence. */
static size_t decimal_end(struct slice text, size_t at)
{
    size_t end = read_digits(text, at).end;
    while (end != 0 && character_at(text, end) == '.' &&
           read_digits(text, end + 1).end != 0)
        end = read_digits(text, end + 1).end;
    return end;
}

/* Behind a bracket of one to four letters or digits at `at`, 0: there is none. */
static size_t bracket_end(struct slice text, size_t at)
{
    at = skip_spaces(text, at);
    codepoint open = character_at(text, at);
    if (open != '(' && open != 0xFF08)
        return 0;
    at = next_character(text, at);
    size_t count = 0;
    for (; is_ascii_letter(character_at(text, at)) ||
           is_ascii_digit(character_at(text, at));
         at++)
        count++;
    codepoint close = character_at(text, at);
    if (count < 1 || count > 4 || (close != ')' && close != 0xFF09))
        return 0;
    return next_character(text, at);
}

static void add_mention(struct mention_reader *reader, size_t at, size_t end,
                        const char *name, const char *parent)
{
    vec_push(reader->checker->arena, &reader->found,
             (struct mention){at, end, name, parent, end, false});
}

/* The number at `at`, and those of its sub-items as mentions of their own; returns what
 * is behind them, 0: no number. */
static size_t read_mention(struct mention_reader *reader, size_t at)
{
    struct arena *arena = reader->checker->arena;
    struct slice text = reader->text;
    size_t end = decimal_end(text, at);
    const char *name;
    if (end != 0) {
        name = plain_name(arena, (struct slice){text.at + at, end - at});
    } else {
        struct number number = read_han_number(text, at);
        end = number.end;
        name = arena_format(arena, "%d", (int)number.value);
    }
    if (end == 0 || is_inside_word(text, at) || is_inside_word(text, end))
        return 0;
    const char *parent = NULL;
    size_t next;
    for (;;) {
        add_mention(reader, at, end, name, parent);
        next = bracket_end(text, end);
        if (next == 0)
            return end;
        parent = name;
        name = arena_format(arena, "%s%s", name,
                            plain_name(arena, (struct slice){text.at + end, next - end}));
        end = next;
    }
}

/* Behind the words that may follow the last number: then it is one of the items. */
static bool ends_list(const struct mention_reader *reader, size_t at)
{
    struct slice text = reader->text;
    const struct reading_words *words = &reader->language->reading;
    size_t next = skip_spaces(text, at);
    codepoint c = character_at(text, next);
    bool is_word = is_ascii_letter(c) || is_ascii_digit(c) || is_han(c) || c == '%';
    return !is_word || match_words(reader->language, &words->join_ends, text, next) != 0;
}

/* Behind what joins two numbers: the longest of the words, 0: none. */
static size_t join_end(const struct mention_reader *reader, size_t at)
{
    struct slice text = reader->text;
    const struct words *joins = &reader->language->reading.joins;
    size_t from = skip_spaces(text, at);
    size_t longest = 0;
    for (size_t end = from; end < text.length && end - from <= 12;) {
        end = next_character(text, end);
        if (is_joined_by(joins, text, from, end))
            longest = end;
    }
    return longest == 0 ? 0 : skip_spaces(text, longest);
}

/* “2, 3 and 6”: each further number must be joined, and the last one must not count
 * something else (“2, and 14 participants”); behind a dash it does not. */
static size_t read_mention_list(struct mention_reader *reader, size_t at)
{
    size_t end = read_mention(reader, at);
    while (end != 0) {
        size_t next = join_end(reader, end);
        /* “2, and 6” */
        size_t second = next == 0 ? 0 : join_end(reader, next);
        size_t count = reader->found.count;
        size_t further =
            next == 0 ? 0 : read_mention(reader, second != 0 ? second : next);
        if (further == 0)
            return end;
        codepoint join = character_at(reader->text, skip_spaces(reader->text, end));
        if (!is_dash(join) && !ends_list(reader, further)) {
            reader->found.count = count;
            return end;
        }
        end = further;
    }
    return 0;
}

/* Behind what a pattern has before its number, or behind it. */
static size_t match_affix(const struct mention_reader *reader, struct slice affix,
                          size_t at)
{
    affix = slice_trim(affix);
    if (affix.length == 0)
        return at;
    return match_word(reader->language, affix, reader->text,
                      skip_spaces(reader->text, at));
}

/* Reads the mentions of one pattern at `at`. */
static void read_pattern(struct mention_reader *reader, const char *pattern, size_t at,
                         bool is_other)
{
    const char *open = strchr(pattern, '{');
    const char *close = strchr(pattern, '}');
    if (open == NULL || close == NULL || is_space(character_at(reader->text, at)))
        return;
    struct slice before = {pattern, (size_t)(open - pattern)};
    bool is_list = slice_starts(slice_from_text(open), "{items}");
    size_t first = reader->found.count;
    size_t end = match_affix(reader, before, at);
    if (end != 0)
        end = skip_spaces(reader->text, end);
    if (end != 0)
        end = is_list ? read_mention_list(reader, end) : read_mention(reader, end);
    if (end != 0)
        end = match_affix(reader, slice_from_text(close + 1), end);
    if (end == 0)
        reader->found.count = first;
    for (size_t i = first; i < reader->found.count; i++) {
        reader->found.at[i].reach = end;
        reader->found.at[i].is_other = is_other;
    }
}

static void note_beginnings(struct mention_reader *reader, const struct words *patterns)
{
    for (size_t i = 0; i < patterns->count; i++)
        reader->begins[first_letter(slice_from_text(patterns->at[i]), 0)] = true;
}

static void read_patterns(struct mention_reader *reader, const struct words *patterns,
                          size_t at, bool is_other)
{
    int letter = first_letter(reader->text, at);
    for (size_t i = 0; i < patterns->count; i++)
        if (first_letter(slice_from_text(patterns->at[i]), 0) == letter)
            read_pattern(reader, patterns->at[i], at, is_other);
}

/* Of those that read the same number, the one decides that reaches furthest behind it,
 * and of equals the first: “item 7 of the agenda” over “item 7 of”, “budget item 7” over
 * “item 7”. */
static bool decides(const struct mentions *found, size_t i)
{
    const struct mention *one = &found->at[i];
    for (size_t k = 0; k < found->count; k++) {
        const struct mention *other = &found->at[k];
        if (other->at == one->at && other->end == one->end &&
            (other->reach > one->reach || (other->reach == one->reach && k < i)))
            return false;
    }
    return true;
}

static struct mentions read_mentions(struct checker *checker, struct slice text)
{
    struct mention_reader reader = {
        .checker = checker, .language = checker->edition->language, .text = text};
    const struct reading_words *words = &reader.language->reading;
    note_beginnings(&reader, &words->other_items);
    note_beginnings(&reader, &words->items);
    for (size_t at = 0; at < text.length; at = next_character(text, at)) {
        if (!reader.begins[first_letter(text, at)])
            continue;
        read_patterns(&reader, &words->other_items, at, true);
        read_patterns(&reader, &words->items, at, false);
    }
    struct mentions mentions = {0};
    for (size_t i = 0; i < reader.found.count; i++)
        if (!reader.found.at[i].is_other && decides(&reader.found, i))
            vec_push(checker->arena, &mentions, reader.found.at[i]);
    return mentions;
}

struct slice item_name(struct arena *arena, const struct agenda_item *item)
{
    return slice_from_text(plain_name(arena, slice_from_text(item->reference)));
}

void note_mentions(struct checker *checker, struct slice text, struct map *names)
{
    struct mentions found = read_mentions(checker, text);
    for (size_t i = 0; i < found.count; i++)
        *map_place(names, slice_from_text(found.at[i].name)) = checker;
}

/* One of a document's agendas, or all of them, and their items by name. */
struct agenda_index {
    struct agenda_items items;
    struct map *names;
};

struct agenda_indexes {
    struct agenda_index *at;
    size_t count, capacity;
};

static void index_items(struct checker *checker, struct map *index,
                        const struct agenda_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        if (item->listed)
            *map_place(index, item_name(checker->arena, item)) = (void *)item;
        index_items(checker, index, &item->items);
    }
}

static void add_index(struct checker *checker, struct agenda_indexes *indexes,
                      size_t first, size_t end)
{
    const struct agenda_items *all = &checker->edition->agenda->items;
    struct agenda_index index = {.items = {.at = all->at + first, .count = end - first},
                                 .names = new_map(checker->arena)};
    index_items(checker, index.names, &index.items);
    vec_push(checker->arena, indexes, index);
}

/* All agendas together, and then each of them. */
static struct agenda_indexes index_agendas(struct checker *checker)
{
    const struct agenda_items *items = &checker->edition->agenda->items;
    struct agenda_indexes indexes = {0};
    add_index(checker, &indexes, 0, items->count);
    for (size_t first = 0, end; first < items->count; first = end) {
        end = agenda_end(items, first);
        if (first > 0 || end < items->count)
            add_index(checker, &indexes, first, end);
    }
    return indexes;
}

/* What is said of an item speaks of its own agenda, what is said elsewhere of any. */
static const struct agenda_index *index_for(const struct agenda_indexes *indexes,
                                            const struct text *text)
{
    const struct agenda_item *item = text->item;
    while (item != NULL && item->parent != NULL)
        item = item->parent;
    for (size_t i = 1; item != NULL && i < indexes->count; i++) {
        const struct agenda_items *items = &indexes->at[i].items;
        if (item >= items->at && item < items->at + items->count)
            return &indexes->at[i];
    }
    return &indexes->at[0];
}

/* “. ”, 。 and the like; not the point of “para. 38”. */
static bool ends_sentence(struct slice text, size_t at)
{
    codepoint c = character_at(text, at);
    if (c == 0x3002 || c == 0xFF1B || c == 0xFF01 || c == 0xFF1F || c == '\n' ||
        c == ';' || c == '!' || c == '?')
        return true;
    size_t next = skip_spaces(text, at + 1);
    codepoint letter = character_at(text, next);
    return c == '.' && next > at + 1 && letter >= 'A' && letter <= 'Z';
}

static bool ends_clause(struct slice text, size_t at)
{
    codepoint c = character_at(text, at);
    return c == ',' || c == 0xFF0C || ends_sentence(text, at);
}

/* In bytes; it bounds the search in text without marks. */
enum { LONGEST_SENTENCE = 1000 };

/* The sentence up to the mention, or the clause behind it, speaks of another meeting. */
static bool is_elsewhere(const struct checker *checker, struct slice text,
                         const struct mention *mention)
{
    const struct words *words = &checker->edition->language->reading.elsewhere;
    size_t from = mention->at, to = mention->end;
    while (from > 0 && mention->at - from < LONGEST_SENTENCE &&
           !ends_sentence(text, utf8_previous(text.at, from)))
        from = utf8_previous(text.at, from);
    while (to < text.length && to - mention->end < LONGEST_SENTENCE &&
           !ends_clause(text, to))
        to = next_character(text, to);
    for (size_t i = 0; i < words->count; i++)
        if (memmem(text.at + from, to - from, words->at[i], strlen(words->at[i])) != NULL)
            return true;
    return false;
}

/* The one with the highest number: several agendas of a document begin at 1 again.  NULL:
 * none has a number. */
static const struct agenda_item *last_item(const struct agenda_items *items)
{
    const struct agenda_item *last = NULL;
    for (size_t i = 0; i < items->count; i++)
        if (items->at[i].listed && (last == NULL || items->at[i].number >= last->number))
            last = &items->at[i];
    return last;
}

static void tell_unknown(struct checker *checker, const struct text *text,
                         const struct mention *mention, const struct agenda_item *parent,
                         const struct agenda_index *index)
{
    const struct agenda_item *last =
        last_item(parent != NULL ? &parent->items : &index->items);
    tell(checker, text_place(text, mention->at, mention->end),
         "the agenda has no item “%s”", mention->name);
    if (last != NULL)
        tell_mend(checker, "the last one is %s", last->reference);
    else
        tell_mend(checker, "item %s has no sub-items", mention->parent);
    if (parent != NULL)
        tell_related(checker, parent->place, "item %s stands here", parent->reference);
}

/* Of “3 (b)” only 3 is told when there is no item 3. */
static void check_mentions(struct checker *checker, const struct text *text,
                           const struct agenda_index *index)
{
    struct mentions found = read_mentions(checker, text->text);
    for (size_t i = 0; i < found.count; i++) {
        const struct mention *mention = &found.at[i];
        const struct agenda_item *parent = NULL;
        if (mention->parent != NULL)
            parent = map_find(index->names, slice_from_text(mention->parent));
        if (map_find(index->names, slice_from_text(mention->name)) != NULL ||
            (mention->parent != NULL && parent == NULL) ||
            is_elsewhere(checker, text->text, mention))
            continue;
        tell_unknown(checker, text, mention, parent, index);
    }
}

/* Documents and notes mostly speak of other agendas. */
static bool speaks_of_this_agenda(const struct text *text)
{
    return text->kind != TEXT_FIELD && text->kind != TEXT_DOCUMENT &&
           text->kind != TEXT_NOTE;
}

/* Agendas with other numbers than 1, 2, 3 are not judged. */
static bool has_plain_numbers(const struct agenda *agenda)
{
    for (size_t i = 0; i < agenda->items.count; i++) {
        const struct agenda_item *item = &agenda->items.at[i];
        if (item->listed && (item->own_label != NULL || item->reference[0] < '0' ||
                             item->reference[0] > '9'))
            return false;
    }
    return agenda->items.count > 0;
}

void find_unknown_mentions(struct checker *checker)
{
    const struct agenda *agenda = checker->edition->agenda;
    const struct texts *texts = &checker->edition->texts;
    if (!has_plain_numbers(agenda))
        return;
    const struct agenda_indexes indexes = index_agendas(checker);
    for (size_t i = 0; i < texts->count; i++)
        if (speaks_of_this_agenda(&texts->at[i]))
            check_mentions(checker, &texts->at[i], index_for(&indexes, &texts->at[i]));
}
