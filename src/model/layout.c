/* Looking things up in a layout. */
#include "model/layout.h"

#include <string.h>

const struct style *layout_style(const struct layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->styles.count; i++)
        if (strcmp(layout->styles.at[i].name, name) == 0)
            return &layout->styles.at[i];
    return NULL;
}

/* Parts in parts; the reader bounds how deep. */
static bool parts_have(const struct part *parts, size_t count, enum part_kind kind)
{
    for (size_t i = 0; i < count; i++)
        if (parts[i].kind == kind ||
            parts_have(parts[i].parts, parts[i].part_count, kind))
            return true;
    return false;
}

bool layout_has_part(const struct layout *layout, enum part_kind kind)
{
    return parts_have(layout->parts, layout->part_count, kind);
}

const struct layout *layout_without_masthead(struct arena *arena,
                                             const struct layout *layout)
{
    struct layout *bare = arena_alloc(arena, sizeof *bare);
    *bare = *layout;
    bare->first_page = layout->other_pages;
    bare->has_no_masthead = true;
    return bare;
}

unsigned first_page_kind(const struct layout *layout)
{
    return layout->has_no_masthead ? PAGES_ODD : PAGES_FIRST;
}
