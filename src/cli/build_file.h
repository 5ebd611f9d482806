/* One source file: set, and its outputs put in place. */
#ifndef BUILD_FILE_H
#define BUILD_FILE_H

#include "cli/options.h"

/* What became of a file: an exit status and what is to be told about it. */
struct outcome {
    int status;
    const char *messages;
};

struct outcome build_file(struct agendaset *, const struct options *, const char *file);
/* The worse of two exit statuses, in the order 70, 4, 5, 2, 1, 3, 0. */
int worse_status(int, int);

#endif
