/* Cells of timetables that no column has. */
#include "check/cells_not_set.h"

#include <stddef.h>

static const struct {
    int content;   /* enum timetable_content */
    size_t offset; /* of its text in struct timetable_cells */
    const char *name;
} kinds[] = {
    {COLUMN_PRESENTER, offsetof(struct timetable_cells, presenter), "presenter"},
    {COLUMN_CHAIR, offsetof(struct timetable_cells, chair), "chair"},
    {COLUMN_PLACE, offsetof(struct timetable_cells, venue), "place"},
    {COLUMN_DOCUMENTS, offsetof(struct timetable_cells, documents), "documents"},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* The author's own columns, else those that the layout does not keep for them. */
static bool has_column(const struct layout *layout, const struct annex *annex,
                       int content)
{
    const struct timetable_form *form = &layout->timetable;
    for (size_t i = 0; i < annex->columns.count; i++)
        if (annex->columns.at[i].content == content)
            return true;
    for (size_t i = 0; annex->columns.count == 0 && i < form->column_count; i++)
        if ((int)form->columns[i].content == content && !form->columns[i].on_demand)
            return true;
    return false;
}

static const struct spans *cell_text(const struct timetable_cells *cells, size_t offset)
{
    const struct spans *text = (const void *)((const char *)cells + offset);
    return text->count > 0 ? text : NULL;
}

static const struct spans *text_in_slot(const struct timetable_slot *slot, size_t offset)
{
    const struct spans *text = cell_text(&slot->cells, offset);
    if (text == NULL && slot->part != NULL)
        text = cell_text(&slot->part->cells, offset);
    for (size_t i = 0; text == NULL && i < slot->entry_count; i++)
        text = cell_text(&slot->entries[i].cells, offset);
    return text;
}

/* The first one, or NULL. */
static const struct spans *text_in_days(const struct annex *annex, size_t offset)
{
    const struct spans *text = NULL;
    for (size_t i = 0; text == NULL && i < annex->day_count; i++) {
        const struct timetable_day *day = &annex->days[i];
        text = cell_text(&day->cells, offset);
        for (size_t k = 0; text == NULL && k < day->slot_count; k++)
            text = text_in_slot(&day->slots[k], offset);
    }
    return text;
}

static void check_kind(struct checker *checker, const struct annex *annex, size_t kind)
{
    const struct spans *text = text_in_days(annex, kinds[kind].offset);
    if (text == NULL || has_column(checker->edition->layout, annex, kinds[kind].content))
        return;
    tell(checker, text->at[0].place, "the timetable has no column “%s”",
         kinds[kind].name);
    tell_mend(checker, "name it among the timetable's columns: “columns: […, %s]”",
              kinds[kind].name);
}

void find_cells_not_set(struct checker *checker)
{
    const struct agenda *agenda = checker->edition->agenda;
    for (size_t i = 0; i < agenda->annex_count; i++)
        for (size_t kind = 0; kind < KINDS; kind++)
            check_kind(checker, &agenda->annexes[i], kind);
}
