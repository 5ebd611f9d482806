/* Growing strings of bytes, and numbers written by integer arithmetic only. */
#include "base/buffer.h"

#include "base/vec.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MOST_DECIMALS = 6, NUMBER_ROOM = 32 }; /* sign, 20 digits, point, 6 digits */

static const uint32_t powers_of_ten[] = {1, 10, 100, 1000, 10000, 100000, 1000000};

struct buffer new_buffer(struct arena *arena)
{
    return (struct buffer){.arena = arena};
}

void buffer_reserve(struct buffer *buffer, size_t more)
{
    vec_reserve(buffer->arena, buffer, more);
}

void buffer_byte(struct buffer *buffer, char byte)
{
    vec_push(buffer->arena, buffer, byte);
}

void buffer_bytes(struct buffer *buffer, const void *bytes, size_t count)
{
    if (count == 0)
        return;
    buffer_reserve(buffer, count);
    memcpy(buffer->at + buffer->count, bytes, count);
    buffer->count += count;
}

void buffer_text(struct buffer *buffer, const char *text)
{
    buffer_bytes(buffer, text, strlen(text));
}

void buffer_slice(struct buffer *buffer, struct slice slice)
{
    buffer_bytes(buffer, slice.at, slice.length);
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0)
        arena_fail(buffer->arena, STATUS_DEFECT, "cannot format “%s”", format);
    buffer_reserve(buffer, (size_t)size + 1);
    va_start(arguments, format);
    vsnprintf(buffer->at + buffer->count, (size_t)size + 1, format, arguments);
    va_end(arguments);
    buffer->count += (size_t)size;
}

/* Writes the digits so that they end before `end`; returns where they begin. */
static char *write_whole(char *end, uint64_t whole)
{
    do {
        *--end = (char)('0' + whole % 10);
        whole /= 10;
    } while (whole != 0);
    return end;
}

/* A point and `decimals` digits before `end`, without the zeros at their end.
 * `fraction` is not 0. */
static char *write_fraction(char *end, uint32_t fraction, int decimals)
{
    for (; fraction % 10 == 0; fraction /= 10)
        decimals--;
    for (; decimals > 0; decimals--, fraction /= 10)
        *--end = (char)('0' + fraction % 10);
    *--end = '.';
    return end;
}

static void append_number(struct buffer *buffer, bool negative, uint64_t whole,
                          uint32_t fraction, int decimals)
{
    char room[NUMBER_ROOM];
    char *end = room + sizeof room;
    char *at = end;
    if (fraction != 0)
        at = write_fraction(at, fraction, decimals);
    at = write_whole(at, whole);
    if (negative && (whole != 0 || fraction != 0))
        *--at = '-';
    buffer_bytes(buffer, at, (size_t)(end - at));
}

/* Also of INT64_MIN. */
static uint64_t magnitude(int64_t value)
{
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

void buffer_integer(struct buffer *buffer, int64_t value)
{
    append_number(buffer, value < 0, magnitude(value), 0, 0);
}

/* The place of most bytes of a page: shifts, no division but by the constant 10. */
void buffer_length(struct buffer *buffer, length value, int decimals)
{
    uint64_t size = magnitude(value);
    uint64_t whole = size >> 16;
    uint64_t power = powers_of_ten[decimals];
    uint64_t fraction = ((size & 0xFFFF) * power + 0x8000) >> 16;
    if (fraction == power) {
        whole++;
        fraction = 0;
    }
    append_number(buffer, value < 0, whole, (uint32_t)fraction, decimals);
}

void buffer_decimal(struct buffer *buffer, int64_t value, int64_t scale, int decimals)
{
    uint64_t divisor = magnitude(scale);
    uint64_t whole = magnitude(value) / divisor;
    uint64_t power = powers_of_ten[decimals];
    unsigned __int128 rest = magnitude(value) % divisor;
    unsigned __int128 fraction = (2 * rest * power + divisor) / divisor / 2;
    if (fraction == power) {
        whole++;
        fraction = 0;
    }
    append_number(buffer, (value < 0) != (scale < 0), whole, (uint32_t)fraction,
                  decimals);
}

void buffer_hex(struct buffer *buffer, const void *bytes, size_t count)
{
    static const char digits[] = "0123456789ABCDEF";
    const unsigned char *byte = bytes;
    buffer_reserve(buffer, 2 * count);
    for (size_t i = 0; i < count; i++) {
        buffer->at[buffer->count++] = digits[byte[i] >> 4];
        buffer->at[buffer->count++] = digits[byte[i] & 15];
    }
}

char *buffer_string(struct buffer *buffer)
{
    buffer_reserve(buffer, 1);
    buffer->at[buffer->count] = '\0';
    return buffer->at;
}

struct slice buffer_as_slice(const struct buffer *buffer)
{
    return (struct slice){buffer->at, buffer->count};
}
