/* Objects of the file: libharu's object layer, every code of it checked.  A failure
 * jumps.  Values are written as text here: libharu would round numbers, cut strings at a
 * NUL, end arrays at 32767 items, and make an object of each value. */
#ifndef PDF_OBJECT_H
#define PDF_OBJECT_H

#include "base/buffer.h"
#include "base/slice.h"
#include "out/pdf_pack.h"
#include <hpdf.h>
#include <stdbool.h>

/* Digits behind the point of places on a page, in points. */
enum { PLACE_DECIMALS = 3 };

struct pdf;

/* A dictionary of its own number; type NULL: without /Type. */
HPDF_Dict new_object(struct pdf *, const char *type);
/* A stream, deflated; or as it is. */
HPDF_Dict new_stream(struct pdf *, enum effort, struct slice);
HPDF_Dict new_plain_stream(struct pdf *, struct slice);

void put_name(struct pdf *, HPDF_Dict, const char *key, const char *name);
void put_number(struct pdf *, HPDF_Dict, const char *key, size_t number);
void put_reference(struct pdf *, HPDF_Dict, const char *key, HPDF_Dict object);
/* Any value, as it stands in the file. */
void put_value(struct pdf *, HPDF_Dict, const char *key, struct slice value);
/* The same in brackets. */
void put_array(struct pdf *, HPDF_Dict, const char *key, struct slice items);
/* Text for people: ASCII as it is, else UTF-16. */
void put_text(struct pdf *, HPDF_Dict, const char *key, const char *text);

/* Pieces of values. */
void write_reference(struct buffer *, HPDF_Dict);      /* "12 0 R " */
void write_text(struct buffer *, struct slice text);   /* a text string */
void write_bytes(struct buffer *, struct slice bytes); /* a byte string */
void write_utf16(struct buffer *, struct slice text);  /* its hexadecimal digits alone */

HPDF_UINT object_number(HPDF_Dict);
/* The bytes of a stream as they go into the file; at is NULL for other objects. */
struct slice object_stream_bytes(HPDF_Dict);
/* Stops when libharu's code is none of success. */
void check_code(struct pdf *, HPDF_STATUS);

#endif
