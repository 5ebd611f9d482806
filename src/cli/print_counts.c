/* A row for each thing that is counted, a column for each edition. */
#include "cli/print_counts.h"

#include <stddef.h>
#include <string.h>

enum { NAME_CELLS = 14, LEAST_CELLS = 10 };

static const struct {
    const char *name;
    size_t offset; /* in struct agendaset_counts */
} rows[] = {
    {"words", offsetof(struct agendaset_counts, words)},
    {"ideographs", offsetof(struct agendaset_counts, ideographs)},
    {"characters", offsetof(struct agendaset_counts, characters)},
    {"paragraphs", offsetof(struct agendaset_counts, paragraphs)},
    {"notes", offsetof(struct agendaset_counts, notes)},
    {"items", offsetof(struct agendaset_counts, items)},
    {"documents", offsetof(struct agendaset_counts, documents)},
    {"pages", offsetof(struct agendaset_counts, pages)},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

static size_t count_at(const struct agendaset_counts *counts, size_t row)
{
    return *(const size_t *)((const char *)counts + rows[row].offset);
}

/* "1,934 of 8,500", "9,012 > 8,500". */
static const char *cell_text(struct arena *arena, const struct agendaset_edition *edition,
                             size_t row)
{
    size_t count = count_at(&edition->counts, row);
    size_t limit = count_at(&edition->limits, row);
    if (limit == 0)
        return arena_format(arena, "%zu", count);
    return arena_format(arena, "%zu %s %zu", count, count > limit ? ">" : "of", limit);
}

static size_t column_cells(struct arena *arena, const struct agendaset_edition *edition)
{
    size_t cells = LEAST_CELLS;
    for (size_t row = 0; row < ROW_COUNT; row++) {
        size_t size = strlen(cell_text(arena, edition, row)) + 2;
        cells = size > cells ? size : cells;
    }
    return cells;
}

static void print_name(struct buffer *out, const char *name)
{
    buffer_format(out, "  %-*s", NAME_CELLS, name);
}

static void print_cell(struct buffer *out, size_t cells, const char *text)
{
    buffer_format(out, "%*s", (int)cells, text);
}

void print_counts(struct buffer *out, const char *file,
                  const struct agendaset_result *result)
{
    struct arena *arena = out->arena;
    buffer_format(out, "%s\n", file);
    print_name(out, "");
    for (size_t i = 0; i < result->edition_count; i++)
        print_cell(out, column_cells(arena, &result->editions[i]),
                   result->editions[i].language);
    buffer_byte(out, '\n');
    for (size_t row = 0; row < ROW_COUNT; row++) {
        print_name(out, rows[row].name);
        for (size_t i = 0; i < result->edition_count; i++)
            print_cell(out, column_cells(arena, &result->editions[i]),
                       cell_text(arena, &result->editions[i], row));
        buffer_byte(out, '\n');
    }
}
