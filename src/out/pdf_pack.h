/* Deflate, of whole streams. */
#ifndef PDF_PACK_H
#define PDF_PACK_H

#include "base/arena.h"
#include "base/slice.h"

struct packer;

/* Fonts are dense: more than a little effort gains 1 % of their size. */
enum effort { EFFORT_LITTLE, EFFORT_USUAL, EFFORTS };

struct packer *new_packer(struct arena *);
/* In zlib's format; lives as long as the packer's arena. */
struct slice pack(struct packer *, enum effort, struct slice);

#endif
