/* Items on consecutive lines.  Lines of prose may begin with a number, too; only numbers
 * that go on from line to line are those of items. */
#include "import/part_lines.h"

#include "base/vec.h"
#include "import/words.h"

/* The number in front of a line, whatever type it is in. */
static struct item_mark read_line_mark(const struct importer *importer, struct slice line)
{
    line = slice_trim(line);
    while (line.length > 0 && (line.at[0] == '*' || line.at[0] == '_'))
        line = (struct slice){line.at + 1, line.length - 1};
    return read_item_mark(importer, line);
}

/* "二、" behind "一、", or "（一）" behind either. */
static bool goes_on(const struct item_mark *before, const struct item_mark *mark)
{
    if (before->count != 1 || mark->count != 1)
        return before->count > 0 && mark->count > 1;
    bool is_same = mark->is_bracketed == before->is_bracketed;
    if (mark->is_bracketed && !is_same && mark->part[0].number == 1)
        return true;
    return is_same && mark->part[0].form == before->part[0].form &&
           mark->part[0].number == before->part[0].number + 1;
}

static bool has_row_of_numbers(const struct importer *importer,
                               const struct outline_block *block)
{
    struct item_mark before = {0};
    for (size_t i = 0; i < block->line_count; i++) {
        struct item_mark mark = read_line_mark(importer, block->lines[i]);
        if (mark.count > 0 && goes_on(&before, &mark))
            return true;
        if (mark.count > 0)
            before = mark;
    }
    return false;
}

static bool is_numbered(const struct importer *importer, struct slice line)
{
    return read_line_mark(importer, line).count > 0;
}

/* A line behind a number goes on with its title, but ideographs are not broken into
 * lines: they say more of the item. */
static bool begins_part(const struct importer *importer, struct slice line, bool in_row)
{
    return is_numbered(importer, line) ||
           (in_row && is_han(character_at(slice_trim(line), 0)));
}

static void part_block(const struct importer *importer, struct outline *to,
                       const struct outline_block *block)
{
    bool in_row = false;
    for (size_t i = 0, end; i < block->line_count; i = end) {
        struct outline_block part = *block;
        part.is_numbered_line = is_numbered(importer, block->lines[i]);
        part.is_under_number = in_row && !part.is_numbered_line;
        in_row |= part.is_numbered_line;
        end = i + 1;
        while (end < block->line_count &&
               !begins_part(importer, block->lines[end], in_row))
            end++;
        part.lines = &block->lines[i];
        part.line_count = end - i;
        vec_push(importer->arena, to, part);
    }
}

void part_numbered_lines(const struct importer *importer, struct outline *outline)
{
    struct outline parted = {0};
    for (size_t i = 0; i < outline->count; i++) {
        const struct outline_block *block = &outline->at[i];
        if (block->kind == OUTLINE_PARAGRAPH && block->depth == 0 &&
            has_row_of_numbers(importer, block))
            part_block(importer, &parted, block);
        else
            vec_push(importer->arena, &parted, *block);
    }
    *outline = parted;
}
