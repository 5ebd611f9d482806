/* What --dump agenda shows. */
#ifndef PRINT_AGENDA_H
#define PRINT_AGENDA_H

#include "base/buffer.h"
#include "model/agenda.h"

void print_agenda(struct buffer *, const struct agenda *);

#endif
