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

bool layout_has_part(const struct layout *layout, enum part_kind kind)
{
    for (size_t i = 0; i < layout->part_count; i++)
        if (layout->parts[i].kind == kind)
            return true;
    return false;
}
