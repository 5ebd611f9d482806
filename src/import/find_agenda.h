/* Where in a file the agenda, its title and the end of its head are. */
#ifndef IMPORT_FIND_AGENDA_H
#define IMPORT_FIND_AGENDA_H

#include "import/importer.h"

/* Where the agenda stands. */
enum agenda_form { AGENDA_NONE, AGENDA_LIST, AGENDA_TABLE, AGENDA_HEADINGS };

struct agenda_place {
    enum agenda_form form;
    size_t heading; /* over it; the same as `first` when there is none */
    size_t first;   /* its first block */
    bool has_label; /* the heading is the word for it */
};

/* Under the word for it, else the first numbered list, timetable, numbered heading or
 * list of points. */
struct agenda_place find_agenda(struct importer *);
/* The heading with the title; that of the agenda when there is none. */
size_t find_title(struct importer *, const struct agenda_place *);
/* Behind the last block of the head. */
size_t find_head_end(const struct importer *, size_t title, size_t agenda);

#endif
