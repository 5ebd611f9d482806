/* The charset of a CID-keyed CFF program, rewritten in its place. */
#include "out/pdf_cff.h"

#include <stdint.h>
#include <string.h>

enum { OPERATOR_ESCAPE = 12, OPERATOR_CHARSET = 15, OPERATOR_LAST = 21 };
enum { NUMBER_INT16 = 28, NUMBER_INT32 = 29, NUMBER_REAL = 30 };

/* Bytes that are read one after the other; beyond the end there are zeros. */
struct reader {
    const unsigned char *at, *end;
};

static unsigned read_byte(struct reader *reader)
{
    return reader->at < reader->end ? *reader->at++ : 0;
}

static uint32_t read_number(struct reader *reader, unsigned bytes)
{
    uint32_t number = 0;
    for (unsigned i = 0; i < bytes; i++)
        number = number << 8 | read_byte(reader);
    return number;
}

static const unsigned char *bytes_ahead(const struct reader *reader, size_t count)
{
    size_t left = (size_t)(reader->end - reader->at);
    return reader->at + (count < left ? count : left);
}

/* Passes over an INDEX; the result reads its first object. */
static struct reader read_index(struct reader *reader)
{
    size_t count = read_number(reader, 2);
    if (count == 0)
        return (struct reader){reader->at, reader->at};
    unsigned size = read_byte(reader);
    uint32_t first = read_number(reader, size);
    uint32_t second = read_number(reader, size);
    uint32_t last = second;
    for (size_t i = 1; i < count; i++)
        last = read_number(reader, size);
    /* Offsets count from the byte before the objects. */
    struct reader object = {bytes_ahead(reader, first - 1),
                            bytes_ahead(reader, second - 1)};
    reader->at = bytes_ahead(reader, last - 1);
    return object;
}

static void skip_real(struct reader *reader)
{
    while (reader->at < reader->end && (read_byte(reader) & 0x0F) != 0x0F)
        continue;
}

/* A DICT's number after its first byte; that of a real is of no interest. */
static uint32_t read_operand(struct reader *reader, unsigned first)
{
    if (first == NUMBER_INT16)
        return read_number(reader, 2);
    if (first == NUMBER_INT32)
        return read_number(reader, 4);
    if (first == NUMBER_REAL)
        skip_real(reader);
    else if (first >= 247 && first <= 250)
        return (first - 247) * 256 + read_byte(reader) + 108;
    else if (first >= 251)
        read_byte(reader);
    return first - 139;
}

/* Where the program's charset begins; 0 when it has none of its own. */
static size_t charset_offset(struct slice program)
{
    struct reader reader = {(const unsigned char *)program.at,
                            (const unsigned char *)program.at + program.length};
    reader.at = bytes_ahead(&reader, program.length < 3 ? 0 : reader.at[2]);
    read_index(&reader); /* names */
    struct reader dict = read_index(&reader);
    uint32_t operand = 0;
    while (dict.at < dict.end) {
        unsigned byte = read_byte(&dict);
        if (byte == OPERATOR_CHARSET)
            return operand;
        if (byte == OPERATOR_ESCAPE)
            read_byte(&dict);
        if (byte > OPERATOR_LAST)
            operand = read_operand(&dict, byte);
    }
    return 0;
}

/* The shortest charset in which CIDs 1, 2, 3 ... follow each other: never longer than any
 * other charset for as many glyphs, so that it fits where that was. */
static size_t identity_charset(unsigned char charset[5], size_t glyph_count)
{
    size_t left = glyph_count - 2; /* behind .notdef and CID 1 */
    if (glyph_count == 2) {
        memcpy(charset, (unsigned char[]){0, 0, 1}, 3);
        return 3;
    }
    if (left <= 255) {
        memcpy(charset, (unsigned char[]){1, 0, 1, (unsigned char)left}, 4);
        return 4;
    }
    memcpy(charset,
           (unsigned char[]){2, 0, 1, (unsigned char)(left >> 8), (unsigned char)left},
           5);
    return 5;
}

bool set_identity_charset(struct slice program, size_t glyph_count)
{
    unsigned char charset[5];
    if (glyph_count < 2)
        return true;
    size_t length = identity_charset(charset, glyph_count);
    size_t offset = charset_offset(program);
    if (offset <= 2 || offset > program.length || length > program.length - offset)
        return false;
    memcpy((char *)program.at + offset, charset, length);
    return true;
}
