/* The hyphen at the end of a line that parts a word. */
#ifndef HYPHEN_H
#define HYPHEN_H

#include "text/run.h"

/* Its glyph in the run's face; 0 when the face has none. */
uint32_t hyphen_glyph(const struct run *);
length hyphen_width(const struct run *);

#endif
