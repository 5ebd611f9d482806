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

/* White space and invisible characters that are no blanks to YAML, as "a no-break space";
 * NULL: it is none. */
const char *odd_blank_name(codepoint);

/* Ideographs, and the kana and bopomofo that are set like them. */
bool is_han(codepoint);

/* utf8_decode() where it is neither ASCII nor an ideograph. */
codepoint utf8_decode_sequence(const char *at, size_t length, size_t *size);

static inline bool is_utf8_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static inline codepoint utf8_decode(const char *at, size_t room, size_t *size)
{
    unsigned first = room == 0 ? 0xFF : (unsigned char)*at;
    if (first < 0x80) {
        *size = 1;
        return first;
    }
    /* From U+1000 to U+CFFF: nothing else to check. */
    if (first >= 0xE1 && first <= 0xEC && room >= 3 && is_utf8_continuation(at[1]) &&
        is_utf8_continuation(at[2])) {
        *size = 3;
        return (first & 0x0Fu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
    }
    return utf8_decode_sequence(at, room, size);
}

#endif
