/* The draft as a YAML file that a careful author might have written. */
#ifndef IMPORT_WRITE_DRAFT_H
#define IMPORT_WRITE_DRAFT_H

#include "base/buffer.h"
#include "import/draft.h"

void write_draft(struct buffer *, const struct draft *, const char *from);

#endif
