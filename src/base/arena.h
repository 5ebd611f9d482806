/* One arena a document: memory that is freed all at once, with the foreign
 * objects tied to it, and the one place to which a fatal failure jumps.
 *
 * Ownership: whatever an arena gives lives until free_arena().  Foreign objects
 * (hb_buffer_t, HPDF_Doc, yaml_parser_t ...) are handed over with arena_defer()
 * on the line after they are made; they are destroyed in reverse order.
 *
 * Fatal trouble (no memory, unreadable file, a limit, a defect) never returns:
 * arena_fail() jumps to the recovery point of the arena.  It must not be called
 * from a callback of a foreign library: the callback records, its caller jumps. */
#ifndef ARENA_H
#define ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

/* Why a document could not be finished.  The numbers are the exit statuses of
 * the command, so a failure needs no translation on its way out. */
enum status {
    STATUS_DONE = 0,
    STATUS_CONTENT = 1,  /* the document has errors, told as diagnostics */
    STATUS_USAGE = 2,    /* command line or configuration */
    STATUS_WARNINGS = 3, /* only warnings, but --fail-on warning */
    STATUS_IO = 4,       /* disk full, unreadable, no such file */
    STATUS_LIMIT = 5,    /* too large, too deep */
    STATUS_DEFECT = 70   /* a fault of the program itself */
};

struct arena;

/* The one recovery point.  Its owner fills it with setjmp(recovery.jump) before
 * it makes the arena:
 *
 *     struct recovery recovery = {0};
 *     struct arena *arena = new_arena(&recovery, budget);
 *     if (arena == NULL || setjmp(recovery.jump) != 0) { ...free, report... }   */
struct recovery {
    jmp_buf jump;
    enum status status; /* why */
    char text[256];     /* in words, NUL-terminated; may be empty */
};

/* NULL when there is no memory.  `budget` bytes at most, 0: no bound. */
struct arena *new_arena(struct recovery *, size_t budget);
/* An arena of its own for what is soon forgotten: fails where its parent fails, and is
 * freed with it. */
struct arena *new_scratch(struct arena *parent);
/* Forgets all it gave and destroys what was tied to it; its memory is used again. */
void reset_arena(struct arena *);
void free_arena(struct arena *); /* NULL is allowed */

/* Zeroed memory aligned to 16 bytes; never NULL (jumps instead). */
void *arena_alloc(struct arena *, size_t size);
/* The same with anything in it: for much of which little may be used. */
void *arena_room(struct arena *, size_t size);
/* count * size, checked for overflow; zeroed. */
void *arena_array(struct arena *, size_t count, size_t size);
/* The piece at `at` made longer, in place when it is the one given last.  Otherwise it
 * is copied, and the old one stays as it is.  NULL is a piece of 0 bytes.  What is new
 * may have anything in it. */
void *arena_resize(struct arena *, void *at, size_t old_size, size_t size);
/* A NUL-terminated copy. */
char *arena_text(struct arena *, const char *text, size_t length);
char *arena_format(struct arena *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *, const char *format, va_list);

/* Calls destroy(object) when the arena goes.  If there is no memory to note it,
 * the object is destroyed before the jump. */
void arena_defer(struct arena *, void (*destroy)(void *), void *object);

_Noreturn void arena_fail(struct arena *, enum status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

size_t arena_used(const struct arena *); /* bytes given so far */

/* For tests: every allocation counts down; the one that reaches 0 fails as if
 * memory had ended.  0 switches it off. */
void arena_fail_after(struct arena *, size_t allocations);

#endif
