/* What is wrong with a document, as data: every message has a stable name, a
 * severity, a range of bytes in a file, perhaps a mend and a related place.
 *
 *     report(d, "unknown-key", key->place, "unknown key “%s”", key->text);
 *     report_mend(d, "did you mean “%s”?", nearest);
 *     report_related(d, first->place, "it stands here first");
 *
 * Texts start with a small letter and have no full stop at the end. */
#ifndef DIAGNOSTIC_H
#define DIAGNOSTIC_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/map.h"
#include "base/slice.h"
#include <stdbool.h>
#include <stddef.h>

/* A file as it was read.  Lives as long as its diagnostics. */
struct source {
    const char *name; /* as the user named it */
    struct slice text;
};

/* Bytes [at, at + length) of a source.  source == NULL: nowhere in a file. */
struct place {
    const struct source *source;
    size_t at;
    size_t length;
};

enum severity { SEVERITY_WARNING, SEVERITY_ERROR };

struct diagnostic {
    const char *name; /* stable: "weekday-mismatch" */
    enum severity severity;
    struct place place;
    const char *text;         /* what is wrong, and what was expected */
    const char *mend;         /* how to mend it, or NULL */
    struct place related;     /* only with related_text */
    const char *related_text; /* or NULL */
};

struct diagnostics {
    struct arena *arena;
    struct diagnostic *at;
    size_t count, capacity;
    size_t errors, warnings; /* found, with those that are not here */
    bool full;               /* the limit was reached, some are not here */
    bool limit;          /* a limit was reached: the document is too large or too deep */
    struct map *allowed; /* names of warnings that are not wanted; NULL: none */
    size_t told;         /* index + 1 of the message told last, 0 when it was not taken */
};

/* An error; the document will not be written.  The same message at the same place
 * (same name, range and text) is taken once. */
void report(struct diagnostics *, const char *name, struct place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* An error, and a limit of base/limits.h was reached: that is another exit status. */
void report_limit(struct diagnostics *, const char *name, struct place,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));
/* A warning; the document is written all the same. */
void report_warning(struct diagnostics *, const char *name, struct place,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Both of these add to the message told last. */
void report_mend(struct diagnostics *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void report_related(struct diagnostics *, struct place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Line and column (in characters) from 1 of a place. */
struct position {
    size_t line, column;
};
struct position place_position(struct place);

/* How far lines and characters of a source were counted; zeroed before the first place.
 * Messages come in the order of their places, and a line may be as long as its file. */
struct line_cursor {
    const struct source *source;
    size_t start, end; /* of the line */
    size_t at;         /* in it */
    struct position position;
};
/* The same as place_position(), sooner for a place that is not before the last one. */
struct position next_position(struct line_cursor *, struct place);

/* Orders them by file and place, first found first. */
void sort_diagnostics(struct diagnostics *);
/* For people:
 *     FILE:LINE:COLUMN: error: TEXT [NAME]
 *         source line
 *         ^~~~ (display cells; a long line is cut around the place)
 *         mend: ...
 *     FILE:LINE:COLUMN: note: RELATED TEXT  (with its line and caret)
 * Control characters and bidi controls are shown as pictures (U+2400 block, or U+XXXX),
 * never sent to the terminal. */
void print_diagnostic(struct buffer *, const struct diagnostic *);
void print_diagnostics(struct buffer *, const struct diagnostics *);
/* A text in the same way, on a line of the caller's. */
void print_shown(struct buffer *, struct slice text);

#endif
