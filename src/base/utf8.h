/* UTF-8: decoding, encoding, and what a character is worth in a terminal. */
#ifndef UTF8_H
#define UTF8_H

#include "base/slice.h"
#include <stdbool.h>
#include <stdint.h>

typedef uint32_t codepoint;

#define CODEPOINT_INVALID ((codepoint)0xFFFFFFFF)

/* The character at `at`, and in *size its bytes (at least 1, at most `length`).
 * CODEPOINT_INVALID with size 1 when it is malformed (overlong, surrogate, cut). */
static inline codepoint utf8_decode(const char *at, size_t length, size_t *size);
/* Writes 1..4 bytes, returns how many. */
size_t utf8_encode(codepoint, char out[4]);
/* Offset of the first malformed byte, or text.length. */
size_t utf8_malformed(struct slice text);
/* The start of the character that ends before `at`. */
size_t utf8_previous(const char *text, size_t at);
size_t utf8_count(struct slice text); /* characters */
/* Cells in a terminal: 0 for marks and controls, 2 for wide East Asian. */
int utf8_display_width(codepoint);

/* Ideographs, and the kana and bopomofo that are set like them. */
bool is_han(codepoint);

/* utf8_decode() where it is more than ASCII. */
codepoint utf8_decode_sequence(const char *at, size_t length, size_t *size);

static inline codepoint utf8_decode(const char *at, size_t room, size_t *size)
{
    if (room == 0 || (unsigned char)*at >= 0x80)
        return utf8_decode_sequence(at, room, size);
    *size = 1;
    return (unsigned char)*at;
}

#endif
