/* What the author wrote, for one language: the agenda as a tree. */
#ifndef AGENDA_H
#define AGENDA_H

#include "base/map.h"
#include "model/contents.h"
#include "model/counts.h"
#include "model/date.h"
#include "model/spans.h"
#include <stdbool.h>

/* A document that belongs to an item. */
struct reference_document {
    struct spans title;  /* may be empty: a bare symbol */
    struct slice symbol; /* may be empty */
    struct place symbol_place;
    const char *uri;     /* the author's own address; NULL: by the layout's pattern */
    struct spans action; /* what is to be done with it; may be empty */
    struct place place;
};

/* A part of the agenda: a heading over items, which are numbered on through it. */
struct agenda_section {
    struct spans title;
    const char *id;    /* the author's own, or NULL */
    const char *label; /* "A."; NULL: none */
    bool restart;      /* it is an agenda of its own: its items begin at 1 again */
    struct place place;
};

struct agenda_items {
    struct agenda_item *at;
    size_t count, capacity;
};

struct agenda_item {
    const char *id; /* the author's own, or NULL */
    struct spans title;
    struct spans heading;     /* over the annotation, where it is worded differently */
    struct spans action;          /* what is to be done with it; may be empty */
    struct spans presenter;       /* who introduces it; may be empty */
    struct time_range time;       /* when it is taken up; from.hour -1: not said */
    int minutes;                  /* that it takes; 0: not said */
    struct blocks annotation; /* may be empty */
    struct reference_document *documents;
    size_t document_count;
    struct agenda_items items;  /* sub-items */
    struct agenda_item *parent; /* NULL at the top */
    int level;                  /* 0, 1, 2 */
    struct agenda_item **together; /* it and others, whose annotation its own is, too */
    size_t together_count;         /* 0: its own alone */
    struct agenda_item *annotated_by; /* the one of those that has it; NULL: itself */
    bool is_headed;             /* it has a heading whatever is said about it */
    bool listed;                /* else it is a heading among the annotations only */
    int number;                 /* among its listed siblings, from 1 */
    const char *suffix;         /* "bis" in "3 bis"; NULL: none */
    const char *own_label;      /* instead of a number; NULL: none */
    const char *ending;         /* of its entry in the list; NULL: the language's */
    const char *status;         /* "cancelled": label "item-cancelled"; NULL: none */
    const struct agenda_section *section; /* that begins with this item, or NULL */
    const char *label;                    /* as in lists and headings: "1.", "(a)" */
    const char *reference;                /* as in the timetable: "1", "1(a)" */
    struct place place;
};

struct note {
    struct slice id;
    struct blocks blocks;
    const char *mark; /* "*"; NULL: the next number */
    bool is_starred;  /* its mark is the next of *, **, *** */
    struct place place;
    bool used;
};

/* Texts of a timetable's further columns, for one row or for all rows of a slot, a part
 * or a day; each may be empty. */
struct timetable_cells {
    struct spans presenter, chair, venue, documents;
    struct timetable_entry **own; /* of the author's own columns; NULL: none, as each of
                                     them may be */
};

/* A row of the timetable: an item, or text of the author's own (opening, lunch).  The
 * same stands in a cell of an author's own column. */
struct timetable_entry {
    const struct agenda_item *item; /* or NULL */
    struct spans title;             /* overrides the item's, or stands alone */
    struct spans across;            /* instead: a text across the columns; may be empty */
    struct timetable_cells cells;
    bool continued; /* it stood in an earlier slot */
    struct place place;
};

/* Some slots of a day under a label of theirs: the morning. */
struct timetable_part {
    struct spans label;
    struct timetable_cells cells;
};

struct timetable_slot {
    const struct timetable_part *part; /* that it belongs to, or NULL */
    struct time_range time;
    bool has_time;
    struct spans label; /* instead of a time; may be empty */
    struct timetable_cells cells;
    struct timetable_entry *entries;
    size_t entry_count;
    struct place place;
};

struct timetable_day {
    struct date date;
    struct spans label; /* instead of a date; may be empty */
    struct timetable_cells cells;
    struct timetable_slot *slots;
    size_t slot_count;
    struct place place;
};

/* A column that the author names. */
struct author_column {
    int content;      /* enum timetable_content */
    const char *name; /* of one of the author's own, the number `own`; else NULL */
    size_t own;
    struct spans head; /* empty: the layout's, or the name */
    int share;         /* of the table's width, permille; 0: as its cells ask for */
    int align;         /* enum alignment */
    bool is_aligned;   /* else the style says how */
    bool is_numbered;  /* numbers of items stand in front of their titles */
    struct place place;
};

struct author_columns {
    struct author_column *at;
    size_t count;
    size_t own_count;
};

struct plain_cell {
    struct spans spans;   /* may be empty */
    size_t column;        /* the first one */
    size_t columns, rows; /* that it spans, at least 1 */
    struct place place;
};

struct table_line {
    struct plain_cell *cells;
    size_t cell_count;
    bool is_across; /* one cell over all columns, a label of the rows behind it */
    struct place place;
};

/* A table of the author's own. */
struct plain_table {
    struct author_columns columns; /* count 0: there is no table */
    struct table_line *heads;
    size_t head_count;
    bool has_row_heads; /* first cells are heads of their rows */
    struct table_line *rows;
    size_t row_count;
};

struct annex {
    struct spans title;
    struct spans note;             /* of its language, under its heading; may be empty */
    struct blocks text; /* may be empty */
    struct plain_table table;
    bool is_landscape;
    bool lists_documents;          /* of all items */
    struct timetable_day *days; /* day_count 0: no timetable */
    size_t day_count;
    struct author_columns columns; /* count 0: the layout's own */
    struct place timetable_place;
    struct place place;
};

/* What an author writes for what is not known yet, and the label that says so. */
#define OPEN_WORD "to-be-determined"

/* Any scalar of `document` and `meeting`, by its name in templates: "symbol",
 * "organ", "title", "job.number", "meeting.body" ...  Texts are ready to set;
 * dates stay numbers. */
enum field_kind { FIELD_SPANS, FIELD_DATE, FIELD_DATES, FIELD_LANGUAGE, FIELD_NAME };

struct field {
    enum field_kind kind;
    struct spans spans;    /* FIELD_SPANS */
    struct dates dates;    /* FIELD_DATE (first), FIELD_DATES: the first and the last */
    struct dates *rows;    /* FIELD_DATES with gaps: the days between them, row by row */
    size_t row_count;      /* 0: there are no gaps */
    const char *text;      /* FIELD_NAME: "general" */
    const char **languages; /* FIELD_LANGUAGE: BCP 47 */
    size_t language_count;
    struct spans marks;    /* of notes behind what is no text */
    bool is_open;          /* FIELD_SPANS: words for what is not known yet */
    struct place place;
};

/* A text that only some layouts know. */
struct own_text {
    const char *name;   /* "fields.NAME", under which it is a field */
    struct place place; /* of the name */
};

struct own_texts {
    struct own_text *at;
    size_t count, capacity;
};

/* A rule of the checker that the author silences. */
struct allowed_rule {
    struct slice name;
    struct place place;
};

struct agenda {
    const struct source *source;
    const char *language; /* BCP 47 of this edition: "zh-Hans", "en" */
    const char *layout;   /* name or path */
    struct place layout_place;
    struct map *fields;    /* name -> struct field * */
    struct map **meetings; /* the same of each meeting: "meeting.body" ... */
    size_t meeting_count;
    struct map *meeting; /* the one at hand: the first, or what a layout repeats for
                            each; NULL: there is none */
    struct own_texts own_texts;
    struct dates *job_dates; /* processing dates of the job number; first == last each */
    size_t job_date_count;
    struct agenda_items items;
    bool separate_agendas; /* several agendas come one by one, with their annotations */
    const struct agenda_section *at_hand; /* then: the one at hand; NULL: none */
    bool has_contents;              /* a contents page is asked for, which lists: */
    struct contents_choice contents;
    struct blocks opening, closing; /* around the annotations; may be empty */
    bool heads_all;                 /* items without annotations have headings, too */
    bool numbers_sections;
    bool has_no_masthead;           /* page 1 is as all others */
    bool numbers_paragraphs;        /* of annotations, and of each annex anew */
    struct annex *annexes;
    size_t annex_count;
    struct note *notes;
    size_t note_count;
    struct allowed_rule *allowed;
    size_t allowed_count;
    struct text_limits limits;      /* this document's own */
    struct place limits_place;      /* of them, else of the layout's name */
};

const struct field *agenda_field(const struct agenda *, const char *name); /* or NULL */
/* Behind the last item of the agenda that begins with item `first`: of several, each but
 * the first begins with a section. */
size_t agenda_end(const struct agenda_items *, size_t first);
struct note *agenda_note(const struct agenda *, struct slice id);          /* or NULL */
/* The document's date for PDF and XMP; year 0 when it has none. */
struct date agenda_date(const struct agenda *);

#endif
