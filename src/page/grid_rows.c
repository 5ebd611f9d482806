/* Rows of a table become slugs.  A page that begins inside the table begins with its
 * head, the labels of the row, and what stands beside it. */
#include "page/grid.h"

#include "base/vec.h"
#include "page/flow_spans.h"

/* A cell that stands beside the row at hand. */
struct standing {
    const struct grid_cell *cell;
    size_t rows_left;
};

struct standings {
    struct standing *at;
    size_t count, capacity;
};

static struct slugs *copy_slugs(struct arena *arena, const struct slugs *slugs)
{
    struct slugs *copy = arena_alloc(arena, sizeof *copy);
    for (size_t i = 0; i < slugs->count; i++)
        vec_push(arena, copy, slugs->at[i]);
    return copy;
}

/* Over the head of the table on later pages, when the layout has a style for it. */
static struct slugs set_title_again(struct grid *grid, const struct spans *title)
{
    const struct block_form form = {.style = grid->form->continued};
    if (form.style == NULL)
        return (struct slugs){0};
    struct spans spans = continued_spans(grid->flow, title);
    return set_block(grid->flow, &form, &spans);
}

static void add_heads(struct grid *grid, const struct spans *title)
{
    struct arena *arena = grid->flow->typesetter->arena;
    struct slug head = set_grid_heads(grid);
    struct slugs again = set_title_again(grid, title);
    vec_push(arena, &grid->slugs, head);
    vec_push(arena, &again, head);
    for (int i = 0; i <= GRID_LABELS; i++)
        grid->repeated[i] = copy_slugs(arena, &again);
}

static void set_row_cells(struct grid *grid, struct grid_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        const struct table_column column = spanned_column(grid, &row->at[i]);
        set_cell(grid->flow, &row->at[i].text, &column);
        set_cell(grid->flow, &row->at[i].again, &column);
    }
}

static void set_all_cells(struct grid *grid)
{
    for (size_t i = 0; i < grid->heads.count; i++)
        set_row_cells(grid, &grid->heads.at[i]);
    for (size_t i = 0; i < grid->body.count; i++)
        set_row_cells(grid, &grid->body.at[i]);
}

/* White space around the lines of rows. */
static struct table_row form_row(const struct grid *grid, const struct grid_row *row)
{
    return (struct table_row){.style = row->style,
                              .before = grid->form->row_before,
                              .after = grid->form->row_after,
                              .price = row->price};
}

/* What is set again over a row, or its rest: it takes no height of its own, but brings
 * the white over it to the rest of a row. */
static struct slugs *repeat_standing(struct grid *grid, const struct slugs *over,
                                     const struct standings *standing, length height)
{
    struct arena *arena = grid->flow->typesetter->arena;
    struct slug again = {.height = height};
    struct slugs *repeated = copy_slugs(arena, over);
    for (size_t i = 0; i < standing->count; i++)
        add_cell_marks(grid->flow, &again, &standing->at[i].cell->again,
                       grid->form->row_before);
    vec_push(arena, repeated, again);
    return repeated;
}

static void begin_standing(struct arena *arena, struct standings *standing,
                           const struct grid_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->at[i].stands)
            vec_push(arena, standing, ((struct standing){&row->at[i], row->at[i].rows}));
}

static void leave_standing(struct standings *standing)
{
    size_t kept = 0;
    for (size_t i = 0; i < standing->count; i++)
        if (--standing->at[i].rows_left > 0)
            standing->at[kept++] = standing->at[i];
    standing->count = kept;
}

/* The cells of the row alone. */
static size_t collect_cells(struct arena *arena, const struct grid_row *row,
                            struct table_cell **cells)
{
    size_t count = 0;
    *cells = arena_array(arena, row->count, sizeof **cells);
    for (size_t i = 0; i < row->count; i++)
        if (!row->at[i].stands)
            (*cells)[count++] = row->at[i].text;
    return count;
}

/* What stands beside the rows is painted before the first of them. */
static void paint_standing(struct grid *grid, const struct grid_row *row)
{
    struct slug *slug = &grid->slugs.at[row->first_slug];
    const struct marks marks = slug->marks;
    slug->marks = (struct marks){0};
    for (size_t i = 0; i < row->count; i++)
        if (row->at[i].stands)
            add_cell_marks(grid->flow, slug, &row->at[i].text, grid->form->row_before);
    for (size_t i = 0; i < marks.count; i++)
        vec_push(grid->flow->typesetter->arena, &slug->marks, marks.at[i]);
}

/* Labels stay with what is under them, the first row with the head. */
static int row_price(const struct grid *grid, size_t index)
{
    bool is_kept = index == 0 || grid->body.at[index - 1].label > 0;
    return is_kept ? PAGE_END_FORBIDDEN : grid->body.at[index].price;
}

static void add_label_again(struct grid *grid, const struct grid_row *label)
{
    struct arena *arena = grid->flow->typesetter->arena;
    struct table_row row = form_row(grid, label);
    row.cells = &vec_last(label)->again;
    row.cell_count = 1;
    struct slugs *repeated = copy_slugs(arena, grid->repeated[label->label - 1]);
    add_row(grid->flow, repeated, &row);
    for (int i = label->label; i <= GRID_LABELS; i++)
        grid->repeated[i] = repeated;
}

static void add_body_row(struct grid *grid, size_t index, struct standings *standing)
{
    struct arena *arena = grid->flow->typesetter->arena;
    struct grid_row *row = &grid->body.at[index];
    const struct slugs *over =
        grid->repeated[row->label > 0 ? row->label - 1 : GRID_LABELS];
    struct table_cell *cells;
    struct table_row set = form_row(grid, row);
    set.cell_count = collect_cells(arena, row, &cells);
    set.cells = cells;
    set.price = row_price(grid, index);
    set.repeat = set.repeat_inside = over;
    if (standing->count > 0)
        set.repeat = repeat_standing(grid, over, standing, 0);
    begin_standing(arena, standing, row);
    if (standing->count > 0)
        set.repeat_inside = repeat_standing(grid, over, standing, set.before);
    row->first_slug = grid->slugs.count;
    if (row_lines(&set) <= grid->short_row)
        vec_push(arena, &grid->slugs, whole_row(grid->flow, &set));
    else
        add_row(grid->flow, &grid->slugs, &set);
    if (row->label > 0 && set.price != PAGE_END_FORBIDDEN)
        grid->slugs.at[row->first_slug].before = row->style->before;
    paint_standing(grid, row);
    leave_standing(standing);
}

static size_t end_slug(const struct grid *grid, size_t row)
{
    return row < grid->body.count ? grid->body.at[row].first_slug : grid->slugs.count;
}

/* No page end where a cell would not fit beside the rows over or under it; these are at
 * least as high as the cell. */
static void make_room(struct grid *grid, size_t row, const struct grid_cell *cell)
{
    const struct timetable_form *form = grid->form;
    length need = form->row_before + form->row_after +
                  (length)cell->text.lines.count * cell->text.style->leading;
    struct slugs *slugs = &grid->slugs;
    size_t first = grid->body.at[row].first_slug, end = end_slug(grid, row + cell->rows);
    length whole = rows_height(slugs, first, end), above = 0;
    if (whole < need) {
        slugs->at[end - 1].height += need - whole;
        whole = need;
    }
    for (size_t i = first; i < end; i++) {
        if (i > first && (above < need || whole - above < need))
            slugs->at[i].price = PAGE_END_FORBIDDEN;
        above += slugs->at[i].height;
    }
}

static void make_all_room(struct grid *grid)
{
    for (size_t r = 0; r < grid->body.count; r++)
        for (size_t i = 0; i < grid->body.at[r].count; i++)
            if (grid->body.at[r].at[i].stands)
                make_room(grid, r, &grid->body.at[r].at[i]);
}

/* A rule under the last row, wherever that one is. */
static void add_end(struct grid *grid)
{
    struct slug slug = {.height = grid->form->end_rule, .price = PAGE_END_FORBIDDEN};
    add_grid_rule(grid, &slug, 0, grid->form->end_rule);
    vec_push(grid->flow->typesetter->arena, &grid->slugs, slug);
}

/* Cells over several columns: these are as wide together as the longest word. */
static void widen_spanned(struct grid *grid, const struct grid_rows *rows)
{
    for (size_t r = 0; r < rows->count; r++)
        for (size_t i = 0; i < rows->at[r].count; i++)
            if (rows->at[r].at[i].columns > 1)
                widen_columns(grid->form, grid->widths, &rows->at[r].at[i].text,
                              rows->at[r].at[i].columns);
}

void flow_grid(struct grid *grid, const struct spans *title)
{
    struct standings standing = {0};
    widen_spanned(grid, &grid->heads);
    widen_spanned(grid, &grid->body);
    grid->columns = set_columns(grid->flow->typesetter, grid->form, grid->widths);
    set_all_cells(grid);
    add_heads(grid, title);
    for (size_t i = 0; i < grid->body.count; i++) {
        add_body_row(grid, i, &standing);
        if (grid->body.at[i].label > 0)
            add_label_again(grid, &grid->body.at[i]);
    }
    make_all_room(grid);
    add_end(grid);
    append_slugs(grid->flow, &grid->slugs, PAGE_END_FREE);
}
