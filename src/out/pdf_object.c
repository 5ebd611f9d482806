/* libharu's object layer with every code checked, and the values it cannot write. */
#include "out/pdf_object.h"

#include "base/utf8.h"
#include "out/pdf_document.h"
#include <string.h>

/* ISO 19005-2 6.1.13: no string is longer. */
enum { LONGEST_STRING = 32767 };

/* What an object has that libharu does not know. */
struct annex {
    struct buffer values; /* "/Key value" lines, written behind libharu's entries */
    struct slice stream;
};

static void record_error(HPDF_STATUS error, HPDF_STATUS detail, void *user_data)
{
    (void)detail;
    *(HPDF_STATUS *)user_data = error;
}

static void free_document(void *document)
{
    HPDF_Free(document);
}

/* The layouts of libharu's structs are used, so that any other version may not fit. */
static void check_version(struct arena *arena)
{
    if (strcmp(HPDF_GetVersion(), "2.3.0") != 0)
        arena_fail(arena, STATUS_DEFECT, "libharu is %s, not 2.3.0", HPDF_GetVersion());
}

struct pdf *open_pdf(struct arena *arena, const struct pages *pages,
                     const struct pdf_resources *resources)
{
    check_version(arena);
    struct pdf *pdf = arena_alloc(arena, sizeof *pdf);
    HPDF_STATUS *error = arena_alloc(arena, sizeof *error);
    pdf->arena = arena;
    pdf->pages = pages;
    pdf->resources = resources;
    /* Not with libharu's pool, whose memory is aligned to 4 bytes only. */
    pdf->document = HPDF_New(record_error, error);
    if (pdf->document == NULL)
        arena_fail(arena, STATUS_LIMIT, "out of memory");
    arena_defer(arena, free_document, pdf->document);
    check_code(pdf, *error);
    pdf->packer = new_packer(arena);
    pdf->places = new_places(arena, pages);
    return pdf;
}

void check_code(struct pdf *pdf, HPDF_STATUS code)
{
    switch (code) {
    case HPDF_OK:
        return;
    case HPDF_FAILD_TO_ALLOC_MEM:
        arena_fail(pdf->arena, STATUS_LIMIT, "out of memory");
    case HPDF_XREF_COUNT_ERR:
    case HPDF_DICT_COUNT_ERR:
        arena_fail(pdf->arena, STATUS_LIMIT, "the file has too many objects or fonts");
    default:
        arena_fail(pdf->arena, STATUS_DEFECT, "libharu refuses an object (%#lx)", code);
    }
}

HPDF_Dict new_object(struct pdf *pdf, const char *type)
{
    HPDF_Dict object = HPDF_Dict_New(pdf->document->mmgr);
    if (object == NULL)
        arena_fail(pdf->arena, STATUS_LIMIT, "out of memory");
    check_code(pdf, HPDF_Xref_Add(pdf->document->xref, object));
    if (type != NULL)
        put_name(pdf, object, "Type", type);
    return object;
}

static HPDF_STATUS write_values(HPDF_Dict object, HPDF_Stream stream)
{
    const struct annex *annex = object->attr;
    if (annex->values.count == 0)
        return HPDF_OK;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)annex->values.at,
                             (HPDF_UINT)annex->values.count);
}

static struct annex *object_annex(struct pdf *pdf, HPDF_Dict object)
{
    if (object->attr == NULL) {
        struct annex *annex = arena_alloc(pdf->arena, sizeof *annex);
        annex->values = new_buffer(pdf->arena);
        object->attr = annex;
        object->write_fn = write_values;
    }
    return object->attr;
}

HPDF_Dict new_plain_stream(struct pdf *pdf, struct slice bytes)
{
    HPDF_Dict object = new_object(pdf, NULL);
    object_annex(pdf, object)->stream = bytes;
    put_number(pdf, object, "Length", bytes.length);
    return object;
}

HPDF_Dict new_stream(struct pdf *pdf, enum effort effort, struct slice bytes)
{
    HPDF_Dict object = new_plain_stream(pdf, pack(pdf->packer, effort, bytes));
    put_name(pdf, object, "Filter", "FlateDecode");
    return object;
}

struct slice object_stream_bytes(HPDF_Dict object)
{
    const struct annex *annex = object->attr;
    return annex == NULL ? (struct slice){0} : annex->stream;
}

HPDF_UINT object_number(HPDF_Dict object)
{
    return object->header.obj_id & 0x00FFFFFF;
}

/* "/Key" with what comes behind it. */
static struct buffer *begin_value(struct pdf *pdf, HPDF_Dict object, const char *key)
{
    struct buffer *values = &object_annex(pdf, object)->values;
    buffer_byte(values, '/');
    buffer_text(values, key);
    return values;
}

/* 7.3.5: what is no regular character is told by its number. */
static void write_name(struct buffer *value, const char *name)
{
    buffer_byte(value, '/');
    for (; *name != '\0'; name++) {
        bool is_regular =
            *name > ' ' && *name < 0x7F && strchr("#%()<>[]{}/", *name) == NULL;
        if (is_regular) {
            buffer_byte(value, *name);
        } else {
            buffer_byte(value, '#');
            buffer_hex(value, name, 1);
        }
    }
}

void put_name(struct pdf *pdf, HPDF_Dict object, const char *key, const char *name)
{
    write_name(begin_value(pdf, object, key), name);
}

void put_number(struct pdf *pdf, HPDF_Dict object, const char *key, size_t number)
{
    if (number > INT32_MAX)
        arena_fail(pdf->arena, STATUS_LIMIT, "a part of the file is too large");
    struct buffer *values = begin_value(pdf, object, key);
    buffer_byte(values, ' ');
    buffer_integer(values, (int64_t)number);
}

void put_reference(struct pdf *pdf, HPDF_Dict object, const char *key, HPDF_Dict other)
{
    struct buffer *values = begin_value(pdf, object, key);
    buffer_byte(values, ' ');
    buffer_integer(values, object_number(other));
    buffer_text(values, " 0 R");
}

void put_value(struct pdf *pdf, HPDF_Dict object, const char *key, struct slice value)
{
    struct buffer *values = begin_value(pdf, object, key);
    buffer_reserve(values, value.length + 1);
    if (value.length > 0 && strchr("/[(<", value.at[0]) == NULL)
        buffer_byte(values, ' ');
    buffer_slice(values, value);
}

void put_array(struct pdf *pdf, HPDF_Dict object, const char *key, struct slice items)
{
    struct buffer value = new_buffer(pdf->arena);
    buffer_reserve(&value, items.length + 2);
    buffer_byte(&value, '[');
    buffer_slice(&value, items);
    buffer_byte(&value, ']');
    put_value(pdf, object, key, buffer_as_slice(&value));
}

void put_text(struct pdf *pdf, HPDF_Dict object, const char *key, const char *text)
{
    struct buffer value = new_buffer(pdf->arena);
    write_text(&value, slice_from_text(text));
    put_value(pdf, object, key, buffer_as_slice(&value));
}

void write_reference(struct buffer *value, HPDF_Dict object)
{
    buffer_integer(value, object_number(object));
    buffer_text(value, " 0 R ");
}

static bool is_printable_ascii(struct slice bytes)
{
    for (size_t i = 0; i < bytes.length; i++)
        if (bytes.at[i] < ' ' || bytes.at[i] > '~')
            return false;
    return true;
}

static void write_literal(struct buffer *value, struct slice bytes)
{
    buffer_byte(value, '(');
    for (size_t i = 0; i < bytes.length; i++) {
        if (strchr("()\\", bytes.at[i]) != NULL)
            buffer_byte(value, '\\');
        buffer_byte(value, bytes.at[i]);
    }
    buffer_byte(value, ')');
}

static void write_unit(struct buffer *value, uint32_t unit)
{
    buffer_hex(value,
               (const unsigned char[]){(unsigned char)(unit >> 8), (unsigned char)unit},
               2);
}

void write_utf16(struct buffer *value, struct slice text)
{
    for (size_t i = 0, size; i < text.length; i += size) {
        codepoint c = utf8_decode(text.at + i, text.length - i, &size);
        if (c == CODEPOINT_INVALID)
            c = 0xFFFD;
        if (c > 0xFFFF) {
            write_unit(value, 0xD800 + ((c - 0x10000) >> 10));
            c = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
        write_unit(value, c);
    }
}

static void check_string(const struct buffer *value, size_t count)
{
    if (count > LONGEST_STRING)
        arena_fail(value->arena, STATUS_LIMIT,
                   "a text of %zu bytes is longer than PDF/A allows", count);
}

void write_bytes(struct buffer *value, struct slice bytes)
{
    check_string(value, bytes.length);
    if (is_printable_ascii(bytes)) {
        write_literal(value, bytes);
        return;
    }
    buffer_byte(value, '<');
    buffer_hex(value, bytes.at, bytes.length);
    buffer_byte(value, '>');
}

void write_text(struct buffer *value, struct slice text)
{
    if (is_printable_ascii(text)) {
        write_bytes(value, text);
        return;
    }
    size_t start = value->count;
    buffer_text(value, "<FEFF");
    write_utf16(value, text);
    check_string(value, (value->count - start) / 2);
    buffer_byte(value, '>');
}
