/* What the readers of an agenda's parts share. */
#ifndef AGENDA_VALUES_H
#define AGENDA_VALUES_H

#include "model/agenda.h"
#include "read/fields.h"
#include "read/read_text.h"

/* `annotates:` of an item. */
struct annotates {
    struct agenda_item *item;
    const struct node *node;
};

struct annotates_list {
    struct annotates *at;
    size_t count, capacity;
};

/* An agenda on its way: what reader->target is. */
struct agenda_reading {
    struct agenda *agenda;
    struct text_reader texts;
    struct map *references;  /* "1(a)", ids: struct item_reference */
    struct annotates_list annotates;
    struct names names;      /* of all items, for messages */
    size_t slot, first_slot; /* running number of a slot; the first of its timetable */
    const struct author_columns *columns; /* of the annex at hand */
    struct timetable_day *day;            /* at hand */
};

/* An item by one of its names. */
struct item_reference {
    struct agenda_item *item;
    size_t slot; /* where the timetable named it last; 0: not yet */
};

/* Texts; what is empty is told. */
extern const struct value_type line_value;   /* struct spans: one paragraph; `of`: label
                                                of one that is not known yet, or NULL */
extern const struct value_type blocks_value; /* struct blocks */

/* A text, or one by language; a blank one is none. */
struct spans read_cell_text(struct reader *, const struct node *);

/* Values of `document` and `meeting`: the key's `of` is the name of the field. */
extern const struct key_table document_table, meeting_table;
extern const struct value_type own_fields_value; /* `fields:`: "fields.NAME" */

extern const struct value_type time_value; /* struct time_range */

extern const struct value_type items_value;   /* struct agenda: `agenda:` */
extern const struct value_type notes_value;   /* struct agenda: `notes:` */
extern const struct value_type contents_value; /* struct agenda: `contents:` */
extern const struct value_type annexes_value; /* struct agenda: `annexes:` */

/* Of an annex. */
extern const struct key_table plain_table_keys; /* struct plain_table */
extern const struct value_type columns_value;   /* struct author_columns */
extern const struct value_type timetable_value; /* struct annex */

/* The file's own key of a cell: columns that the annex at hand names itself. */
bool names_own_column(const struct reader *, struct slice name);

/* Column keys that timetables and tables share: share, alignment. */
extern const struct value_type table_columns_value; /* struct author_columns */

/* OPEN_WORD stands for a text, a day or a time that is not known yet. */
bool is_open(const struct node *);
/* In the language's words, or those of another label. */
struct spans read_open(struct reader *, const struct node *, const char *label);

struct agenda_reading *agenda_reading(const struct reader *);
/* The note of a document that was issued again, and its marks. */
void add_reissue_note(struct reader *);
/* Marks the notes that were referred to; tells what refers to nothing. */
void resolve_notes(struct reader *);
/* Adds to the message told last the words that the language has, as labels behind
 * `prefix`. */
void report_mend_word(struct reader *, struct slice word, const char *prefix);
/* "B/A" for "A/B"; empty when there is no `separator`. */
struct slice swap_halves(struct arena *, struct slice text, char separator);
extern const struct value_type annotates_value; /* struct agenda_item */
/* When all items can be referred to. */
void resolve_annotates(struct reader *);
/* NULL: told. */
struct item_reference *find_item(struct reader *, const struct node *);

#endif
