/* Pages as readable text, a line per mark: the golden format of the tests. */
#ifndef TRACE_H
#define TRACE_H

#include "base/buffer.h"
#include "page/page.h"

/* The first line is "agendaset trace 1"; a change of the format raises the number. */
void write_trace(struct arena *, const struct pages *, struct buffer *);

#endif
