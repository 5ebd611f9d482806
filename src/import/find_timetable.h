/* Tables that say when: days, slots, and what is taken up in them. */
#ifndef IMPORT_FIND_TIMETABLE_H
#define IMPORT_FIND_TIMETABLE_H

#include "import/read_grid.h"
#include "import/words.h"

/* Whether the table has times in it. */
bool is_timetable(struct importer *, const struct grid *);
void read_timetable(struct importer *, const struct grid *, struct draft_annex *);
/* Makes the agenda's items of the titles in it, where there is no other list of them. */
void read_items_of_timetable(struct importer *, const struct grid *);

/* The day at hand, or the meeting's own when none was named. */
struct draft_day *day_at_hand(struct importer *, struct draft_annex *);
struct draft_slot *add_draft_slot(struct importer *, struct draft_day *,
                                  const struct found_time *, const char *label);

#endif
