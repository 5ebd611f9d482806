/* Two source files, or the editions of one, side by side. */
#ifndef COMPARE_FILES_H
#define COMPARE_FILES_H

#include "cli/options.h"

/* The report goes to standard output.  Returns the exit status. */
int compare_files(struct agendaset *, const struct options *);

#endif
