/* What the readers of `document` and `meeting` share. */
#ifndef DOCUMENT_VALUES_H
#define DOCUMENT_VALUES_H

#include "read/agenda_values.h"

/* The field that the key's `of` names. */
struct field *new_field(struct reader *, const struct node *, const struct key *,
                        enum field_kind);
/* The field of a value that is_open(). */
void read_open_field(struct reader *, const struct node *, const struct key *);
/* The value alone; marks of notes behind it go to `marks`. */
struct node without_marks(struct reader *, const struct node *, struct spans *marks);

/* A schema's pattern of those marks. */
#define MARKS_PATTERN "(\\[\\^[^\\]]+\\])*"

/* read_days.c */
extern const struct value_type day_value;
extern const struct value_type days_value;      /* with gaps, too */
extern const struct value_type job_dates_value; /* struct agenda: job_dates */
extern const struct value_type hours_value;     /* of a meeting, in words */

#endif
