/* Texts of an agenda as values of keys. */
#include "read/agenda_values.h"

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

static void read_line(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    if (expect_text(reader, node, key))
        *(struct spans *)to =
            read_line_text(&agenda_reading(reader)->texts, node, LINES_JOIN);
}

static void read_blocks(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    if (expect_text(reader, node, key))
        *(struct blocks *)to = read_block_text(&agenda_reading(reader)->texts, node);
}

const struct value_type line_value = {"a text of one paragraph", read_line, &text_shape};
const struct value_type blocks_value = {"a text", read_blocks, &text_shape};
