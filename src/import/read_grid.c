/* Reading tables.  Whether the first row has heads is told by the form of the table,
 * where it can be. */
#include "import/read_grid.h"

#include "base/vec.h"
#include <string.h>

/* More cells than any table that a page can hold; the rest is left over. */
enum { MOST_COLUMNS = 64 };

static void add_row(struct importer *importer, struct grid *grid, struct grid_row row)
{
    if (row.count == 0)
        return;
    if (row.count > grid->columns)
        grid->columns = row.count;
    vec_push(importer->arena, grid, row);
}

static void add_cell(struct importer *importer, struct grid_row *row, struct slice text)
{
    struct passage cell = read_passage(importer, &text, 1);
    if (row->count < MOST_COLUMNS)
        vec_push(importer->arena, row, cell);
    else
        leave_over(importer, &cell);
}

static struct grid_row split_tabs(struct importer *importer, struct slice line)
{
    struct grid_row row = {0};
    for (size_t from = 0; from <= line.length;) {
        const char *tab = memchr(line.at + from, '\t', line.length - from);
        size_t end = tab == NULL ? line.length : (size_t)(tab - line.at);
        add_cell(importer, &row, (struct slice){line.at + from, end - from});
        from = end + 1;
    }
    return row;
}

static bool has_tab(struct slice line)
{
    return memchr(line.at, '\t', line.length) != NULL;
}

/* Every line of several has tabs in it. */
static bool is_tab_table(const struct outline_block *outline)
{
    for (size_t i = 0; i < outline->line_count; i++)
        if (!has_tab(outline->lines[i]))
            return false;
    return outline->line_count > 1 &&
           (outline->kind == OUTLINE_PARAGRAPH || outline->kind == OUTLINE_CODE);
}

static size_t bar_end(struct slice line, size_t at)
{
    while (at < line.length && line.at[at] != '|')
        at += line.at[at] == '\\' ? 2 : 1;
    return at < line.length ? at : line.length;
}

static struct grid_row split_bars(struct importer *importer, struct slice line)
{
    struct grid_row row = {0};
    line = slice_trim(line);
    if (slice_starts(line, "|"))
        line = (struct slice){line.at + 1, line.length - 1};
    for (size_t from = 0; from < line.length;) {
        size_t end = bar_end(line, from);
        add_cell(importer, &row, (struct slice){line.at + from, end - from});
        from = end + 1;
    }
    return row;
}

/* "|---|:--:|" */
static bool is_bar_rule(struct slice line)
{
    bool has_bar = false, has_dash = false;
    line = slice_trim(line);
    for (size_t i = 0; i < line.length; i++) {
        if (strchr("|-: \t", line.at[i]) == NULL)
            return false;
        has_bar |= line.at[i] == '|';
        has_dash |= line.at[i] == '-';
    }
    return has_bar && has_dash;
}

static bool is_bar_table(const struct outline_block *outline)
{
    return outline->kind == OUTLINE_PARAGRAPH && outline->line_count > 1 &&
           memchr(outline->lines[0].at, '|', outline->lines[0].length) != NULL &&
           is_bar_rule(outline->lines[1]);
}

/* HTML on its way: what stands between the tags of cells. */
struct html_reading {
    struct importer *importer;
    struct grid *grid;
    struct slice text;
    struct grid_row row;
    size_t cell;    /* where its text begins; 0: none is open */
    size_t span;    /* columns that it stands across */
    bool all_heads; /* of the row */
};

static bool is_tag(struct slice rest, const char *name)
{
    size_t size = strlen(name);
    return rest.length > size && strncasecmp(rest.at, name, size) == 0 &&
           strchr(" >/\t\n\r", rest.at[size]) != NULL;
}

/* The text of a cell: its lines are one paragraph. */
static void close_cell(struct html_reading *at, size_t end)
{
    if (at->cell == 0)
        return;
    struct {
        struct slice *at;
        size_t count, capacity;
    } lines = {0};
    struct slice text = {at->text.at + at->cell, end - at->cell};
    for (size_t from = 0; from < text.length;) {
        const char *line = memchr(text.at + from, '\n', text.length - from);
        size_t to = line == NULL ? text.length : (size_t)(line - text.at);
        vec_push(at->importer->arena, &lines, (struct slice){text.at + from, to - from});
        from = to + 1;
    }
    struct passage cell = read_passage(at->importer, lines.at, lines.count);
    static const struct passage empty = {.text = ""};
    for (size_t i = 0; i < at->span && at->row.count < MOST_COLUMNS; i++)
        vec_push(at->importer->arena, &at->row, i == 0 ? cell : empty);
    at->cell = 0;
}

static size_t read_span(struct slice tag)
{
    static const char name[] = "colspan=\"";
    const char *found = memmem(tag.at, tag.length, name, strlen(name));
    if (found == NULL)
        return 1;
    struct number number = read_digits(tag, (size_t)(found - tag.at) + strlen(name));
    return number.value >= 1 && number.value <= MOST_COLUMNS ? (size_t)number.value : 1;
}

static void close_row(struct html_reading *at, size_t end)
{
    close_cell(at, end);
    if (at->grid->count == 0)
        at->grid->has_heads = at->all_heads;
    add_row(at->importer, at->grid, at->row);
    at->row = (struct grid_row){0};
    at->all_heads = true;
}

static void read_html_tag(struct html_reading *at, size_t start, size_t end)
{
    struct slice tag = {at->text.at + start, end - start};
    bool is_head = is_tag(tag, "<th"), is_cell = is_tag(tag, "<td");
    if (is_head || is_cell) {
        close_cell(at, start);
        at->all_heads &= is_head;
        at->cell = end;
        at->span = read_span(tag);
    } else if (is_tag(tag, "</td") || is_tag(tag, "</th")) {
        close_cell(at, start);
    } else if (is_tag(tag, "<tr") || is_tag(tag, "</tr") || is_tag(tag, "</table")) {
        close_row(at, start);
    }
}

/* Words in no cell: a caption. */
static void keep_outside(struct html_reading *at, size_t from, size_t to)
{
    struct slice text = slice_trim((struct slice){at->text.at + from, to - from});
    if (at->cell != 0 || text.length == 0)
        return;
    struct passage passage = read_passage(at->importer, &text, 1);
    leave_over(at->importer, &passage);
}

static void read_html(struct importer *importer, struct slice text, struct grid *grid)
{
    struct html_reading at = {
        .importer = importer, .grid = grid, .text = text, .all_heads = true};
    for (size_t start = 0, end = 0; start < text.length; start = end) {
        const char *open = memchr(text.at + start, '<', text.length - start);
        const char *close =
            open == NULL ? NULL
                         : memchr(open, '>', (size_t)(text.at + text.length - open));
        if (close == NULL)
            break;
        keep_outside(&at, start, (size_t)(open - text.at));
        end = (size_t)(close - text.at) + 1;
        read_html_tag(&at, (size_t)(open - text.at), end);
    }
    close_row(&at, text.length);
}

static const char *find_html(struct slice text, const char *tag)
{
    for (size_t i = 0; i < text.length; i++)
        if (is_tag((struct slice){text.at + i, text.length - i}, tag))
            return text.at + i;
    return NULL;
}

/* From "<table" to "</table>": an empty line in it makes several blocks of it. */
static size_t take_html(struct importer *importer, size_t block, struct grid *grid)
{
    struct slice source = importer->text;
    const struct slice *first = &importer->blocks[block].outline->lines[0];
    size_t start = (size_t)(first->at - source.at);
    struct slice rest = {source.at + start, source.length - start};
    const char *close = find_html(rest, "</table");
    size_t end = close == NULL ? rest.length : (size_t)(close - rest.at);
    read_html(importer, (struct slice){rest.at, end}, grid);
    do
        block++;
    while (block < importer->block_count &&
           importer->blocks[block].outline->line_count > 0 &&
           importer->blocks[block].outline->lines[0].at < rest.at + end);
    return block;
}

static bool is_html_table(const struct outline_block *outline)
{
    for (size_t i = 0; outline->kind == OUTLINE_HTML && i < outline->line_count; i++)
        if (find_html(outline->lines[i], "<table") != NULL)
            return true;
    return false;
}

bool read_grid(struct importer *importer, size_t block, struct grid *grid, size_t *next)
{
    const struct outline_block *outline = importer->blocks[block].outline;
    bool has_bars = is_bar_table(outline);
    *next = block + 1;
    if (outline->line_count == 0)
        return false;
    *grid = (struct grid){.place = place_of(importer, slice_trim(outline->lines[0]))};
    if (is_html_table(outline)) {
        *next = take_html(importer, block, grid);
    } else if (has_bars || is_tab_table(outline)) {
        for (size_t i = 0; i < outline->line_count; i++)
            if (!has_bars)
                add_row(importer, grid, split_tabs(importer, outline->lines[i]));
            else if (i != 1)
                add_row(importer, grid, split_bars(importer, outline->lines[i]));
        grid->has_heads = has_bars;
        if (!has_bars)
            tell_found(importer, "import-table", grid->place,
                       "tabs make no table in Markdown: these %zu lines are read as one "
                       "of %zu columns",
                       grid->count, grid->columns);
    }
    return grid->count > 0;
}
