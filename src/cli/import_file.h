/* One Markdown file: imported, and its source put in place. */
#ifndef IMPORT_FILE_H
#define IMPORT_FILE_H

#include "cli/build_file.h"

/* What is wrong with the place asked for, before anything is made; NULL: nothing. */
const char *import_trouble(const struct options *);
struct outcome import_file(struct agendaset *, const struct options *);

#endif
