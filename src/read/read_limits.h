/* How much there may be of a document: a key of layouts and of agendas. */
#ifndef READ_LIMITS_H
#define READ_LIMITS_H

#include "read/fields.h"

extern const struct key_table limits_table; /* struct text_limits */

#endif
