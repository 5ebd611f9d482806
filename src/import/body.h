/* What stands behind the agenda's list: annotations, documents, annexes. */
#ifndef IMPORT_BODY_H
#define IMPORT_BODY_H

#include "import/importer.h"

/* Where blocks stand, for what their headings may be. */
enum body_part {
    PART_ASIDE,  /* between title and agenda, or behind everything: annexes */
    PART_ITEMS,  /* there was no list: headings are the items */
    PART_AGENDA, /* behind the list, and no heading says yet what comes */
    PART_ANNOTATIONS,
    PART_ANNEX
};

/* Blocks [from, to). */
void read_body(struct importer *, size_t from, size_t to, enum body_part);
/* The document calls a part otherwise than its language does. */
void note_label(struct importer *, const char *label, const struct passage *);

#endif
