/* Where results go: names of files, and what must not be overwritten. */
#ifndef OUTPUTS_H
#define OUTPUTS_H

#include "cli/options.h"
#include <signal.h>

/* What is wrong with the places asked for, before anything is made; NULL: nothing.  Makes
 * the folder that -o names. */
const char *outputs_trouble(const struct options *);
/* What is wrong when `file` gives `count` editions; NULL: nothing. */
const char *editions_trouble(const struct options *, const char *file, size_t count);
/* Where one of `count` editions of `file` goes: -o FILE; FOLDER/NAME.LANGUAGE.pdf for
 * -o FOLDER/; else beside the source, as NAME.pdf when the file gives one edition and as
 * NAME.LANGUAGE.pdf when it gives several or --language chose some of them.  A dump goes
 * to standard output unless -o says otherwise. */
const char *output_name(const struct options *, const char *file, const char *language,
                        size_t count);
/* SIGINT, SIGTERM, SIGHUP, SIGQUIT: what people and machines end a program with. */
sigset_t ending_signals(void);
/* NULL, or what went wrong.  Ending signals wait until a file is whole, so that no
 * temporary one is left. */
const char *put_output(struct arena *, const char *name, const char *bytes, size_t size);

#endif
