/* Several files at a time, by processes that share one engine. */
#ifndef BATCH_H
#define BATCH_H

#include "cli/options.h"

/* Tells what became of each file in the order of the command line; a file that kills its
 * process fails alone.  Returns the worst exit status. */
int build_batch(struct agendaset *, const struct options *);

#endif
