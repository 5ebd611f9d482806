/* Pages that lie on their side: their text stands where that of upright pages does, and
 * running heads and feet keep their places on the sheet (the binding is over the text).
 */
#include "page/turn_pages.h"

/* The same sheet: its left edge is the top, its foot the left. */
static const struct layout *turn_layout(struct arena *arena, const struct layout *upright)
{
    struct layout *turned = arena_alloc(arena, sizeof *turned);
    const struct page_geometry *page = &upright->other_pages;
    *turned = *upright;
    turned->is_turned = true;
    turned->paper_width = upright->paper_height;
    turned->paper_height = upright->paper_width;
    turned->margin_left = upright->paper_height - page->bottom;
    turned->margin_right = page->top;
    turned->column_width = page->bottom - page->top - upright->column_start;
    turned->other_pages.top = upright->margin_left;
    turned->other_pages.bottom = upright->paper_width - upright->margin_right;
    turned->first_page = turned->other_pages;
    return turned;
}

void turn_pages(struct flow *flow, bool is_turned)
{
    struct arena *arena = flow->typesetter->arena;
    if (is_turned == (flow->upright != NULL))
        return;
    flow->demand.new_page = true;
    if (!is_turned) {
        flow->typesetter = flow->upright;
        flow->upright = NULL;
        return;
    }
    struct typesetter *typesetter = arena_alloc(arena, sizeof *typesetter);
    *typesetter = *flow->typesetter;
    if (flow->galley.turned == NULL)
        flow->galley.turned = turn_layout(arena, flow->typesetter->layout);
    typesetter->layout = flow->galley.turned;
    flow->upright = flow->typesetter;
    flow->typesetter = typesetter;
}

void turn_marks(struct marks *marks)
{
    for (size_t i = 0; i < marks->count; i++)
        marks->at[i].is_turned = true;
}
