/* The CFF program of a CID-keyed face (Adobe Technical Note 5176), read where it lies. */
#ifndef PDF_CFF_H
#define PDF_CFF_H

#include "base/arena.h"
#include "base/slice.h"
#include <stdint.h>

/* Objects one behind the other (5). */
struct cff_index {
    struct slice bytes; /* of the whole INDEX */
    size_t count;
    unsigned offset_size;
};

struct cff {
    struct cff_index charstrings; /* by glyph */
    struct cff_index global_subroutines;
    struct cff_index *local_subroutines; /* by Font DICT */
    size_t dict_count;
    struct slice dict_select; /* which Font DICT a glyph belongs to (19) */
};

/* NULL when the bytes are no such program.  They must live as long as the result. */
struct cff *read_cff(struct arena *, struct slice bytes);
/* Empty when there is none at `i`. */
struct slice cff_object(const struct cff_index *, size_t i);
/* The subroutines of the glyph's Font DICT; none for a glyph that is in no DICT. */
struct cff_index cff_local_subroutines(const struct cff *, uint32_t glyph);

#endif
