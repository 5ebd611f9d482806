/* The agenda becomes a galley: every part of the layout's flow in turn. */
#ifndef FLOW_H
#define FLOW_H

#include "model/agenda.h"
#include "page/galley.h"
#include "para/paragraph.h"

/* Opens the tag of the masthead (children of the root, in reading order before all
 * else are filled later by add_furniture) and flows all parts. */
struct galley flow_agenda(const struct typesetter *, struct agenda *);

#endif
