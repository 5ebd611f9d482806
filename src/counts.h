/* What is in an edition, and whether it is too much. */
#ifndef EDITION_COUNTS_H
#define EDITION_COUNTS_H

#include "agendaset.h"
#include "document.h"
#include "text/count_passage.h"

struct agendaset_counts count_edition(const struct document_edition *,
                                      const struct text_counts *, size_t pages);
/* The layout's limits, where the agenda says none of its own. */
struct agendaset_counts edition_limits(const struct document_edition *);
void check_limits(struct diagnostics *, const struct document_edition *,
                  const struct agendaset_counts *);

#endif
