/* `check:` of a language: the words by which the checker reads texts. */
#ifndef READING_VALUES_H
#define READING_VALUES_H

#include "read/fields.h"

extern const struct value_type word_row_value; /* struct words */
extern const struct key_table reading_table;   /* struct reading_words */

#endif
