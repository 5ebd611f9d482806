/* Codes of glyphs: what stands in the content of a page for a glyph, the fit it is shown
 * with, and its text.
 *
 * A code is the number of the glyph, or of its copy, in the subset font.  One glyph may
 * stand for two texts (a dash for "—" and for "――"), but a code has one text in a font's
 * ToUnicode, and a CFF program has one number for a glyph.  So each face has as many
 * fonts in the file as its busiest glyph has texts; they share their descendant, program
 * and widths, and differ in ToUnicode only: some 400 bytes each.  Not left to ActualText,
 * because there are readers that ignore it. */
#ifndef PDF_CODES_H
#define PDF_CODES_H

#include "base/slice.h"
#include "out/pdf_fit.h"
#include "text/font_face.h"

struct code {
    uint32_t glyph;
    struct fit fit;
    struct slice text;
    unsigned variant; /* 0 for the first text of glyph and fit, 1 for the second ... */
    int advance;      /* font units; with the fit's growth */
    uint32_t number;  /* in the subset; add_fonts fills it */
};

/* All codes of one face, in order of their first use. */
struct face_codes {
    const struct font_face *face;
    struct code *at;
    size_t count, capacity;
    unsigned variants;
    unsigned first_font; /* number of the font of variant 0, in /F1 ... */
    uint32_t *slots;     /* by hash of the glyph: index + 1 into `at`, 0: free */
    size_t slot_count;   /* a power of two */
};

struct codes {
    struct face_codes *at; /* in order of first use */
    size_t count, capacity;
    uint32_t **of_page; /* of its glyphs, row by row: indexes of codes of their face */
};

/* Glyphs [start, end) of a row that stand for one text together. */
struct cluster {
    size_t start, end;
    struct slice text;
};
struct cluster row_cluster(const struct glyph_row *, size_t start);
/* What a reader without ActualText takes for the glyph at i: the first has the text. */
struct slice cluster_glyph_text(const struct cluster *, size_t i);

struct codes collect_codes(struct arena *, const struct pages *);
const struct face_codes *lookup_face_codes(const struct codes *,
                                           const struct font_face *);

#endif
