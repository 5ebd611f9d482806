/* What a text says in numbers: dates, weekdays, times, numerals, symbols of documents. */
#ifndef CHECK_TOKENS_H
#define CHECK_TOKENS_H

#include "check/lexicon.h"
#include "model/date.h"

enum token_kind {
    TOKEN_DATE,
    TOKEN_WEEKDAY,
    TOKEN_TIME,
    TOKEN_NUMERAL, /* in figures; those of a date follow it */
    TOKEN_WORDS,   /* a number in words, or a month */
    TOKEN_SYMBOL
};

/* Numbers are counted in thousandths. */
enum { THOUSANDTHS = 1000 };

struct token {
    enum token_kind kind;
    size_t at, end;
    struct date date; /* TOKEN_DATE; year 0: it is not said */
    int weekday;      /* TOKEN_WEEKDAY: 0 Monday */
    int from, to;     /* TOKEN_TIME: minutes since midnight; to -1: not said */
    int64_t value;    /* TOKEN_NUMERAL, TOKEN_WORDS */
    int64_t scaled;   /* of "1.5 million" 1500000, else the value */
    bool is_in_date;  /* numerals and months of the date before them */
};

struct tokens {
    struct token *at;
    size_t count, capacity;
};

struct tokens read_tokens(struct arena *, const struct lexicon *, struct slice text);

#endif
