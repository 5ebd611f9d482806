/* The content stream of one page while it is written: what is open, what is set. */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "out/pdf_document.h"

struct content {
    struct pdf *pdf;
    struct buffer *out;
    size_t page;
    length page_height;

    bool is_open;           /* a marked-content sequence: */
    const struct tag *tag;  /*   of this leaf, or NULL: */
    enum artifact artifact; /*   of this kind of artifact */

    bool in_text;           /* between BT and ET */
    int64_t line_x, line_y; /* in it: start of the text line, thousandths of a point */

    /* The graphics state, as the stream has set it. */
    unsigned font; /* 0: none yet */
    length size, rise;
    int scale;
    struct colour colour;

    const uint32_t *codes; /* indexes, of the glyphs that come next */
};

/* Its numbers, and the operator for grey or the one for red, green, blue. */
void write_colour(struct buffer *, struct colour, const char *grey, const char *rgb);
/* Sets the colour that fills; it holds for text and shapes. */
void set_colour(struct content *, struct colour);
/* The sequence that the mark belongs to is open afterwards. */
void begin_sequence(struct content *, const struct mark *);
/* A sequence whose ActualText is `text`; to be ended behind it. */
void begin_sequence_of_text(struct content *, const struct tag *, struct slice text);
void end_sequence(struct content *);
void end_text(struct content *);
/* A MARK_GLYPHS; its sequence and text object may stay open. */
void write_glyphs(struct content *, const struct mark *);

#endif
