/* What a language says of dates and times: patterns with {names}, and rows of words. */
#ifndef DATE_PATTERNS_H
#define DATE_PATTERNS_H

#include "read/fields.h"

extern const struct key_table date_table;     /* struct date_patterns */
extern const struct key_table time_table;     /* struct time_patterns */
extern const struct value_type weekdays_value; /* const char *[7] */
extern const struct value_type months_value;   /* const char *[12] */

/* A row of exactly `count` texts. */
void read_row(struct reader *, const struct node *, const char *expected,
              const char **row, size_t count);

#endif
