/* What was understood of a Markdown agenda, before it is written as YAML. */
#ifndef IMPORT_DRAFT_H
#define IMPORT_DRAFT_H

#include "base/buffer.h"
#include "base/diagnostic.h"
#include "model/date.h"

/* What a reader is to look at: comments in front of what they are about. */
struct remarks {
    const char **at;
    size_t count, capacity;
};

/* Paragraphs of Markdown, with an empty line between them. */
struct draft_text {
    struct buffer body; /* empty: none */
    int depth;          /* of the list that it ends with; 0: it ends with a paragraph */
    struct remarks remarks;
};

struct draft_document {
    const char *title, *symbol; /* either may be NULL */
    struct remarks remarks;
};

struct draft_documents {
    struct draft_document *at;
    size_t count, capacity;
};

struct draft_items {
    struct draft_item **at;
    size_t count, capacity;
};

struct draft_item {
    const char *title;
    const char *plain;     /* without marks: what headings and tables call it */
    const char *section;   /* that begins with it; NULL: none */
    const char *heading;   /* worded differently from the title; NULL: it is not */
    const char *reference; /* "1(a)" */
    const char *status;    /* "withdrawn"; NULL: none */
    int number;            /* among its listed siblings */
    int level;
    bool is_listed;
    struct draft_item *parent;
    struct draft_text annotation;
    struct draft_documents documents;
    struct draft_items items;
    struct remarks remarks;
    struct place place;
};

/* Lines of the source: a paragraph. */
struct note_part {
    const struct slice *lines;
    size_t count;
};

struct note_parts {
    struct note_part *at;
    size_t count, capacity;
};

struct draft_note {
    const char *name;        /* in the YAML */
    struct note_parts parts; /* of its body */
    struct draft_text text;
    bool is_used;
    struct place place;
};

struct draft_notes {
    struct draft_note **at;
    size_t count, capacity;
};

/* Another text of a row: COLUMN_PRESENTER ... */
enum { ROW_PRESENTER, ROW_CHAIR, ROW_PLACE, ROW_DOCUMENTS, ROW_TEXTS };

struct draft_row {
    const struct draft_item *item; /* or NULL */
    const char *title;             /* instead of the item's, or alone; or NULL */
    const char *texts[ROW_TEXTS];
    struct remarks remarks;
};

struct draft_rows {
    struct draft_row *at;
    size_t count, capacity;
};

struct draft_slot {
    int from, to; /* minutes of the day; to -1: open; from -1: `label` */
    const char *label;
    struct draft_rows rows;
};

struct draft_slots {
    struct draft_slot *at;
    size_t count, capacity;
};

struct draft_day {
    struct date date; /* year 0: `label` */
    const char *label;
    struct draft_slots slots;
    struct remarks remarks;
};

struct draft_days {
    struct draft_day *at;
    size_t count, capacity;
};

struct draft_line {
    const char **cells;
    size_t count; /* 1 where the table has more: across all columns */
};

struct draft_table {
    struct draft_line *at; /* the first one are the heads */
    size_t count, capacity;
};

struct draft_annex {
    const char *title; /* NULL until one is found */
    struct draft_text text;
    struct draft_table table;
    struct draft_days days;
    const char **columns; /* of the timetable; none: the layout's */
    size_t column_count, column_capacity;
    struct remarks remarks;
};

struct draft_annexes {
    struct draft_annex **at;
    size_t count, capacity;
};

/* A scalar of `document`, `meeting` or `fields`. */
struct draft_field {
    const char *group, *key;
    const char *text; /* NULL: only its remarks are written */
    struct remarks remarks;
};

struct draft_fields {
    struct draft_field *at;
    size_t count, capacity;
};

/* A label that the document words differently. */
struct draft_label {
    const char *name, *words;
};

struct draft_labels {
    struct draft_label *at;
    size_t count, capacity;
};

/* What has no place. */
struct draft_leftover {
    const char *text;
    struct place place;
};

struct draft_leftovers {
    struct draft_leftover *at;
    size_t count, capacity;
};

struct draft {
    const char *layout, *language;
    struct remarks remarks; /* on the whole */
    struct draft_fields fields;
    struct draft_items items;
    struct draft_text opening, closing;
    struct draft_notes notes;
    struct draft_annexes annexes;
    struct draft_labels labels;
    struct draft_leftovers leftovers;
};

#endif
