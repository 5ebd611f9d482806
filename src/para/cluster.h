/* One cluster of glyphs as Chinese and Western typography see it: an ideograph or a mark
 * in its cell, a letter, a space. */
#ifndef CLUSTER_H
#define CLUSTER_H

#include "para/paragraph.h"
#include "text/punctuation.h"

enum cluster_kind {
    CLUSTER_LETTERS,   /* proportional: letters, figures, Western marks */
    CLUSTER_IDEOGRAPH, /* whatever takes a full cell */
    CLUSTER_MARK,      /* Chinese punctuation */
    CLUSTER_SPACE,
    CLUSTER_LINE_END /* U+2028: a line end the author asked for; nothing is seen */
};

struct cluster {
    enum cluster_kind kind;
    enum punct_class class; /* of a mark, and of a note's mark that stands behind one */
    codepoint character;    /* its first one */
    size_t run, glyph, count;
    size_t start, end;    /* bytes of the passage */
    length em;            /* of its size */
    length width;         /* of a mark: of the box its ink stands in */
    length before, after; /* removable white around it */
    length offset;        /* of the glyphs' origin in the box */
    const struct stretch *stretch;
};

struct clusters {
    struct cluster *at;
    size_t count, capacity;
};

/* All clusters in logical order, with the white between neighbouring marks taken away.
 * Soft hyphens are none: nothing of them is set but the hyphen at a line's end. */
struct clusters find_clusters(struct arena *, const struct passage *,
                              const struct runs *);
/* The end of the cluster's bytes that begins with this glyph; the glyph behind its last
 * one. */
size_t cluster_end(const struct passage *, const struct run *, size_t glyph);
size_t cluster_last_glyph(const struct run *, size_t glyph);

#endif
