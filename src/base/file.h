/* Files: read whole with a bound, put in place whole or not at all. */
#ifndef FILE_H
#define FILE_H

#include "base/arena.h"
#include "base/slice.h"
#include <stdbool.h>
#include <stddef.h>

/* What went wrong, in words ("FILE: No such file or directory"), or text == NULL. */
struct file_error {
    enum status status; /* STATUS_DONE, STATUS_IO, STATUS_LIMIT */
    const char *text;   /* in the arena */
};

/* The whole file; "-" is standard input.  Regular files (or pipes) only. */
struct file_error read_file(struct arena *, const char *name, size_t limit,
                            struct slice *contents);

/* The same of a file that a document names: NAME seen from FOLDER, and nothing outside of
 * it.  A NAME from the root or with ".." in it is refused, symbolic links below FOLDER
 * are not followed, and only regular files are read. */
struct file_error read_file_below(struct arena *, const char *folder, const char *name,
                                  size_t limit, struct slice *contents);

/* Puts `contents` in place whole: a temporary file `.NAME.agendaset-XXXXXX` in the same
 * folder, checked writes, fsync, rename, fsync of the folder; only over a regular file
 * or nothing, keeping the mode of the old one.  "-" is standard output and a device or
 * pipe is written to directly.  A symbolic link as target is an error.  On failure the
 * old file stays and no temporary one is left.  A stray temporary file of this NAME
 * that is older than a minute is removed first.
 *
 * A process should ignore SIGXFSZ and SIGPIPE, so that a write beyond RLIMIT_FSIZE or to
 * a closed pipe is an error here and not its end. */
struct file_error write_file(struct arena *, const char *name, struct slice contents);

bool file_exists(const char *name);
bool is_folder(const char *name);
/* FOLDER/NAME; NAME alone when it begins with "/". */
char *join_path(struct arena *, const char *folder, const char *name);
/* The folder part of a path ("." when there is none), and its last part. */
char *path_folder(struct arena *, const char *path);
const char *path_base(const char *path);

#endif
