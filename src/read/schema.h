/* The tables of keys as JSON Schemas (draft-07), for editors and for checks by others. */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "base/buffer.h"
#include "read/fields.h"

struct key_table;
/* A file that is a map with the keys of the table. */
void write_schema(struct buffer *, const struct key_table *);

#endif
