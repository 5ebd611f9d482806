/* Looking things up in an agenda. */
#include "model/agenda.h"

#include <string.h>

const struct field *agenda_field(const struct agenda *agenda, const char *name)
{
    bool is_of_meeting = strncmp(name, "meeting.", strlen("meeting.")) == 0;
    if (is_of_meeting && agenda->meeting == NULL)
        return NULL;
    return map_find(is_of_meeting ? agenda->meeting : agenda->fields,
                    slice_from_text(name));
}

size_t agenda_end(const struct agenda_items *items, size_t first)
{
    size_t end = first + 1;
    while (end < items->count &&
           (items->at[end].section == NULL || !items->at[end].section->restart))
        end++;
    return end;
}

struct note *agenda_note(const struct agenda *agenda, struct slice id)
{
    for (size_t i = 0; i < agenda->note_count; i++)
        if (slice_same(agenda->notes[i].id, id))
            return &agenda->notes[i];
    return NULL;
}

struct date agenda_date(const struct agenda *agenda)
{
    const struct field *field = agenda_field(agenda, "date");
    return field == NULL ? (struct date){0} : field->dates.first;
}
