/* A growing string of bytes in an arena, with a number writer that is the same on
 * every machine (no locale, no printf). */
#ifndef BUFFER_H
#define BUFFER_H

#include "base/arena.h"
#include "base/length.h"
#include "base/slice.h"
#include <stdint.h>

struct buffer {
    struct arena *arena;
    char *at;
    size_t count;
    size_t capacity;
};

struct buffer new_buffer(struct arena *);
void buffer_reserve(struct buffer *, size_t more);
void buffer_byte(struct buffer *, char);
void buffer_bytes(struct buffer *, const void *, size_t);
void buffer_text(struct buffer *, const char *); /* NUL-terminated */
void buffer_slice(struct buffer *, struct slice);
void buffer_format(struct buffer *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buffer_integer(struct buffer *, int64_t);
/* Points with at most `decimals` digits behind the point (0..6), rounded half away
 * from 0, no trailing zeros, "0" and never "-0". */
void buffer_length(struct buffer *, length, int decimals);
/* value / scale as a decimal number, same form. */
void buffer_decimal(struct buffer *, int64_t value, int64_t scale, int decimals);
void buffer_hex(struct buffer *, const void *, size_t); /* upper case */
char *buffer_string(struct buffer *);                   /* NUL-terminated, not counted */
struct slice buffer_as_slice(const struct buffer *);

#endif
