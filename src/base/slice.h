/* A piece of text that somebody else owns: UTF-8, not NUL-terminated. */
#ifndef SLICE_H
#define SLICE_H

#include <stdbool.h>
#include <stddef.h>

struct slice {
    const char *at;
    size_t length; /* bytes */
};

#define SLICE(literal) ((struct slice){(literal), sizeof(literal) - 1})

/* Of a NUL-terminated text; NULL gives an empty one. */
struct slice slice_from_text(const char *text);
bool slice_equals(struct slice, const char *text);
bool slice_same(struct slice, struct slice);
bool slice_starts(struct slice, const char *text);
struct slice slice_trim(struct slice); /* without ASCII white space at both ends */

#endif
