/* Cells of timetables that no column has: a part of the rule not-set. */
#ifndef CELLS_NOT_SET_H
#define CELLS_NOT_SET_H

#include "check/checker.h"

void find_cells_not_set(struct checker *);

#endif
