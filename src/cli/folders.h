/* Where the program finds its data. */
#ifndef FOLDERS_H
#define FOLDERS_H

#include "cli/options.h"

/* Best first: $AGENDASET_DATA; the source tree, when the program runs in its build/; the
 * folder it was compiled for; ../share/agendaset beside it. */
struct names data_folders(struct arena *);

#endif
