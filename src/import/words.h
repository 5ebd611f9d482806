/* The words by which parts of an agenda are known, in any language there is: labels,
 * numbers of items, dates, times. */
#ifndef IMPORT_WORDS_H
#define IMPORT_WORDS_H

#include "import/importer.h"

/* Behind the longest of the words for `label` with which the text begins; 0: none.  Words
 * are the label of a language and those that layouts/import/ has besides. */
size_t label_end(const struct importer *, struct slice text, const char *label);
/* The text is nothing but the label, a number before it and marks behind it. */
bool is_label(const struct importer *, struct slice text, const char *label);
/* Somewhere in the text. */
bool has_label(const struct importer *, struct slice text, const char *label);
/* The word of a language itself stands in the text, not one of the others for it. */
bool has_own_label(const struct importer *, struct slice text, const char *label);
/* What stands behind the label and a colon: "Place: Room 4"; false: it is not so. */
bool label_value(const struct importer *, struct slice text, const char *label,
                 size_t *value);
/* `text` without colons and full stops at its end. */
struct slice without_end_marks(struct slice text);
/* The same words, whatever their case and spaces. */
bool same_words(struct slice, struct slice);

/* The number in front of a title: "1.", "(a)", "1.2", "二、", "Item 3.". */
enum mark_form { MARK_DECIMAL, MARK_LETTER, MARK_ROMAN, MARK_HAN };

enum { MARK_PARTS = 3 };

struct item_mark {
    size_t end; /* behind it and white space; 0: there is none */
    int count;
    bool is_bracketed; /* the first part: "(a)" */
    struct {
        enum mark_form form;
        int number;
        int roman; /* of a letter that may be a Roman number: "i"; 0: it is none */
    } part[MARK_PARTS];
};

struct item_mark read_item_mark(const struct importer *, struct slice text);
/* The same where nothing but the number stands: "1(a)", "2". */
struct item_mark read_item_number(const struct importer *, struct slice text);

struct found_dates {
    size_t at, end; /* end 0: none */
    struct dates dates;
    bool has_year;
};

/* The first day or row of days in a text. */
struct found_dates find_dates(const struct importer *, struct slice text);

struct found_time {
    size_t at, end; /* end 0: none */
    int from, to;   /* minutes; to -1: open */
};

struct found_time find_time(const struct importer *, struct slice text);
/* Behind a weekday that stands at `at`, and 0 where there is none. */
size_t weekday_end(const struct importer *, struct slice text, size_t at);

#endif
