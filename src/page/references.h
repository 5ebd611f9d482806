/* What leads from one place of a document to another: marks of notes to notes and back,
 * list entries and timetable rows to the headings of their items. */
#ifndef REFERENCES_H
#define REFERENCES_H

#include "model/agenda.h"
#include "model/tag.h"

/* A note that is marked somewhere. */
struct note_use {
    const struct note *note;
    size_t index;           /* in reading order, from 0 */
    const char *number;     /* "1", or a mark of its own: "*" */
    struct tag *tag;        /* TAG_NOTE; NULL until it is set */
    struct tag *first_link; /* in the Reference of its first mark; NULL until it is set */
    struct place place;     /* of its first mark */
};

struct note_uses {
    struct note_use **at;
    size_t count, capacity;
};

/* A link whose end is set later than itself. */
struct open_link {
    struct tag *link;
    struct tag **end;
};

struct open_links {
    struct open_link *at;
    size_t count, capacity;
};

struct references {
    struct arena *arena;
    const struct agenda *agenda;
    struct note_uses notes;
    size_t last_number;     /* of a note */
    size_t last_stars;      /* asterisks of a note's mark */
    struct map *note_of_id; /* id -> struct note_use */
    struct map *headings;   /* item -> its heading's tag */
    struct open_links links;
};

struct references new_references(struct arena *, const struct agenda *);
/* Numbers the note when this is its first mark; NULL when there is no such note. */
struct note_use *use_note(struct references *, const struct span *mark);
/* It has been marked in a text that is set. */
bool note_is_numbered(const struct references *, const struct note *);
void link_to_note(struct references *, struct tag *link, struct note_use *);
void link_to_mark(struct references *, struct tag *link, struct note_use *);
void link_to_item(struct references *, struct tag *link, const struct agenda_item *);
void set_item_heading(struct references *, const struct agenda_item *, struct tag *);
/* When all is set. */
void close_links(struct references *);

#endif
