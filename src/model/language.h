/* What a language puts in words: labels, dates, times, numbers, list punctuation.
 * Read from layouts/languages/TAG.yaml; no wording stands in C. */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "base/diagnostic.h"
#include "base/map.h"
#include "model/date.h"
#include <stdbool.h>
#include <stdint.h>

/* A row of words or patterns. */
struct words {
    const char **at;
    size_t count;
};

/* How one level of the agenda is numbered. */
enum number_form {
    NUMBER_NONE,
    NUMBER_DECIMAL,
    NUMBER_LOWER_ALPHA,
    NUMBER_UPPER_ALPHA,
    NUMBER_LOWER_ROMAN,
    NUMBER_UPPER_ROMAN,
    NUMBER_HAN,    /* 一 二 三 */
    NUMBER_LETTERS, /* the language's own row of letters */
    NUMBER_ORDINALS /* ... of words: "the first" */
};

struct number_level {
    enum number_form form;
    const char *label;     /* "{n}.", "({n})" */
    const char *reference; /* appended to the parent's: "{n}", "({n})" */
};

enum { NUMBER_LEVELS = 4 };

/* How annexes are told apart when there are several, and sections. */
struct own_numbering {
    enum number_form form;
    const char *label; /* "{annex} {n}", where {annex} is what a single one is called;
                          "{n}."; NULL: not said */
};

/* What ends an entry of the agenda list. */
struct list_endings {
    const char *parent; /* an entry that has sub-entries: ： */
    const char *middle; /* a sub-entry that is not the last: ； */
    const char *last;   /* the last sub-entry, and any entry without sub-entries: 。 */
};

/* Days with gaps between them: 7, 9 and 14 July 2020. */
struct gap_patterns {
    const char *day, *days;  /* one, and a row of them: {day} {day2}; NULL: no such words */
    const char *month;       /* {days} of one {month} */
    const char *year;        /* {months} of one {year} */
    const char *join, *last; /* between two, and before the last */
    const char *last_month;  /* before the last month */
};

/* Patterns with {year} {month} {day} {year2} {month2} {day2} {weekday}; months and
 * weekdays as the tables below say them. */
struct date_patterns {
    const char *day;       /* one day */
    const char *two_days;  /* two neighbouring days of one month */
    const char *days;      /* a range inside one month */
    const char *months;    /* ... inside one year */
    const char *years;     /* ... over years */
    const char *day_row;   /* over the slots of a day */
    const char *place;     /* {dates} {place} */
    struct gap_patterns gaps;
    const char *first;     /* {day} of the first of a month: "1er"; NULL: as any other */
};

/* Clock times with {hour}, or {hh} in two figures, and {minute}; what stands for them in a range, with {time} and
 * {period}, which is one of `periods`. */
struct time_patterns {
    bool twelve_hours;
    const char *full, *half;           /* 10.30 a.m. / 10 a.m.: with and without minutes */
    const char *noon;                  /* "12 noon"; "": as any other */
    const char *from, *to;             /* of a range; alone, a time is as `from` */
    const char *same_from, *same_to;   /* of a range inside one period */
    const char *periods[2];            /* before and after noon */
};

/* "nineteen", and 19; words from 100 on multiply: "hundred", "万". */
struct number_word {
    const char *word;
    int64_t value;
};

struct number_words {
    struct number_word *at;
    size_t count;
};

/* How the checker reads texts in the language; any row may be empty. */
struct reading_words {
    struct words weekdays[7], months[12]; /* further words, beside the usual ones */
    struct words periods[2];              /* for before and after noon */
    struct words dates;                   /* {day} {month} {year} */
    struct words times;        /* {hour} {minute} {period}, and {hour2} ... of ranges */
    struct words date_weekday; /* what may stand between a date and its weekday ... */
    struct words weekday_date; /* ... and when the weekday comes first */
    struct words items;        /* {item}: a number, {items}: one or several */
    struct words other_items;  /* the same, of what is no item of the agenda */
    struct words joins;        /* what stands between two numbers, or two weekdays */
    struct words join_ends;    /* words that may follow the last of several numbers */
    struct words elsewhere;    /* they speak of another meeting's agenda */
    struct words quotes;       /* pairs of quotation marks: “” */
    struct words stray;        /* words of other languages that translators forget */
    struct number_words numbers;
};

struct hyphen_dictionary; /* text/hyphen_dictionary.h */

/* Where words may be parted at line ends. */
struct hyphenation {
    struct arena *arena;    /* the engine's */
    const char *dictionary; /* file of libhyphen's patterns */
    const char *package;    /* Debian package that brings it */
    int left, right;        /* fewest letters before a hyphen and behind it */
    struct place place;
    struct hyphen_dictionary *opened; /* NULL until a style asks for it */
    bool sought;            /* it was looked for (`opened` may be NULL: not installed) */
};

struct language {
    const char *tag;     /* BCP 47: "zh-Hans" */
    const char *short_tag; /* "zh": file names, layout's overlays */
    const char *script;  /* ISO 15924 of its main script: "Hans", "Latn" */
    bool right_to_left;
    bool is_han;         /* set in ems, no word spaces: script Hans or Hant */
    const char *line_break; /* what a line break the author wrote is worth in running text */
    const char *latin_words; /* is_han: what words of Latin letters are taken for; or NULL */
    struct map *labels;  /* name -> NUL-terminated text: "united-nations", "annex" ... */
    const struct language *base; /* whose labels it has, too; NULL: none */
    const char *months[12];
    const char *weekdays[7]; /* from Monday */
    const char *letters[32]; /* NUMBER_LETTERS */
    size_t letter_count;
    struct words ordinals;   /* NUMBER_ORDINALS; behind the last one, decimal */
    struct number_level numbering[NUMBER_LEVELS];
    size_t number_levels;
    struct own_numbering annexes, sections;
    const char *bullet;    /* label of an entry in a list without numbers */
    struct list_endings list;
    struct date_patterns dates;
    struct time_patterns times;
    const char *continued; /* pattern with {title}: "{title}（续）" */
    /* Words that a number is not parted from: before it and behind it. */
    const char **before_number, **after_number;
    size_t before_number_count, after_number_count;
    const char **before_name; /* titles that a name is not parted from: "Ms." */
    size_t before_name_count;
    struct reading_words reading;
    struct hyphenation *hyphenation; /* NULL: words are parted where the author says so */
    const char *source_name; /* the file it came from */
};

struct names {
    const char **at;
    size_t count, capacity;
};

/* What stands behind `prefix` in the names of labels: "general" of "distr-general". */
struct names language_words(struct arena *, const struct language *, const char *prefix);
/* The label, or NULL. */
const char *language_label(const struct language *, const char *name);

#endif
