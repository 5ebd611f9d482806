/* Items on consecutive lines: Markdown takes them for one paragraph. */
#ifndef IMPORT_PART_LINES_H
#define IMPORT_PART_LINES_H

#include "import/importer.h"

/* Makes a block of its own of each numbered line, where the numbers of a paragraph's
 * lines go on: "一、", "二、"; "Item 1:", "Item 2:". */
void part_numbered_lines(const struct importer *, struct outline *);

#endif
