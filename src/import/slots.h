/* Times that stand with the items of a list: a timetable is made of them. */
#ifndef IMPORT_SLOTS_H
#define IMPORT_SLOTS_H

#include "import/importer.h"

void find_slots_of_items(struct importer *);

#endif
