/* Text becomes runs: pieces of one face, script, language and direction, shaped. */
#ifndef RUN_H
#define RUN_H

#include "text/font_catalogue.h"
#include "text/passage.h"

struct glyph {
    uint32_t id;       /* in the face */
    uint32_t cluster;  /* byte of the passage's text where its cluster starts */
    length advance;    /* scaled by size and scale; tracking is included */
    length x_offset, y_offset;
};

struct run {
    size_t start, end;          /* bytes of the passage's text */
    const struct stretch *stretch;
    const struct font_face *face;
    hb_script_t script;
    const char *language;       /* of the span, which decides breaks and glyphs: the
                                   stretch's, or what the script implies */
    bool is_han;                /* the language of the span is set in ems */
    int level;                  /* UAX #9; even: left to right */
    uint8_t parting;            /* from the run before; see text/bidi.h */
    length size;                /* the stretch's, as large as the face is to be set */
    int scale;                  /* permille: 1000 but for Latin, Greek, Cyrillic */
    struct glyph *glyphs;       /* in reading order; where level is odd, the pen that places
                                   them goes leftwards */
    size_t glyph_count;
};

struct runs {
    struct run *at;
    size_t count, capacity;
};

/* Cuts the passage into runs and shapes them, each with the whole passage as context.
 * A character no face has is reported (missing-character) and set as a placeholder.  A
 * role that is not in the catalogue, or none of whose faces is installed, is reported
 * (unknown-role, missing-font); where no face at all is left, bytes are in no run. */
struct runs shape_passage(struct arena *, struct font_catalogue *, const struct passage *,
                          struct diagnostics *);

/* One row of glyphs of one run on one baseline: what lines and pages are made of. */
struct placed_glyph {
    uint32_t id;
    uint32_t text_start;  /* bytes of row.text it stands for; length 0: the glyph before */
    uint32_t text_length; /*   it, of the same cluster, stands for them */
    length x;             /* of its origin, from the row's x */
    length y;             /* upwards from the baseline */
};

struct glyph_row {
    const struct font_face *face;
    length size;
    int scale;            /* permille */
    struct colour colour;
    struct tag *tag;      /* as in the stretch */
    const char *language; /* of the span */
    const char *text;     /* the passage's bytes, into which text_start points */
    struct placed_glyph *glyphs;
    size_t count;
    length x, width;      /* x from the line's start */
    length rise;
};

struct glyph_rows {
    struct glyph_row *at;
    size_t count, capacity;
};

#endif
