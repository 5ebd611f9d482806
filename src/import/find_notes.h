/* Notes: bodies wherever they stand in the file, and their marks. */
#ifndef IMPORT_FIND_NOTES_H
#define IMPORT_FIND_NOTES_H

#include "import/importer.h"

/* Takes the bodies out of the blocks: "[^1]: See below.", "<sup>1</sup> See below.",
 * "[1] See below." */
void collect_notes(struct importer *);
/* Their texts, once all of them are known; notes that no text refers to are told last. */
void read_notes(struct importer *);
void tell_unused_notes(struct importer *);

bool is_note(const struct importer *, struct slice id);
/* The name for a mark, NULL when there is no such note. */
const char *take_note(struct importer *, struct slice id);

#endif
