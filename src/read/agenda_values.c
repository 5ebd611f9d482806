/* Texts of an agenda as values of keys. */
#include "read/agenda_values.h"

#include <string.h>

struct agenda_reading *agenda_reading(const struct reader *reader)
{
    return reader->target;
}

static bool expect_text(struct reader *reader, const struct node *node,
                        const struct key *key)
{
    if (!expect_scalar(reader, node, key->type->name))
        return false;
    check_trap(reader, node);
    if (slice_trim(node->text).length > 0)
        return true;
    report(reader->d, "no-value", node_place(node), "“%s” is empty", key->name);
    report_mend(reader->d, "give it a text, or take it out");
    return false;
}

bool is_open(const struct node *node)
{
    return node->kind == NODE_SCALAR && slice_equals(node->text, OPEN_WORD);
}

struct spans read_open(struct reader *reader, const struct node *node, const char *label)
{
    const char *words = expect_label(reader, node->place, label);
    if (words == NULL)
        return (struct spans){0};
    return plain_spans(reader->arena, slice_from_text(words), node->place);
}

static void read_line(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    struct spans *line = to;
    if (is_open(node))
        *line = read_open(reader, node, key->of != NULL ? key->of : OPEN_WORD);
    else if (expect_text(reader, node, key))
        *line = read_line_text(&agenda_reading(reader)->texts, node, LINES_JOIN);
}

static void read_blocks(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    if (expect_text(reader, node, key))
        *(struct blocks *)to = read_block_text(&agenda_reading(reader)->texts, node);
}

const struct value_type line_value = {"a text of one paragraph", read_line, &text_shape};
const struct value_type blocks_value = {"a text", read_blocks, &text_shape};

void report_mend_word(struct reader *reader, struct slice word, const char *prefix)
{
    struct names words = language_words(reader->arena, reader->language, prefix);
    const char *what = arena_format(
        reader->arena, "a label “%s%.*s” under “words:” would be its words; there are",
        prefix, (int)word.length, word.at);
    report_mend_nearest(reader->d, word, words.at, words.count, what);
}

struct slice swap_halves(struct arena *arena, struct slice text, char separator)
{
    const char *at = memchr(text.at, separator, text.length);
    if (at == NULL)
        return (struct slice){0};
    int first = (int)(at - text.at), second = (int)text.length - first - 1;
    return slice_from_text(
        arena_format(arena, "%.*s%c%.*s", second, at + 1, separator, first, text.at));
}
