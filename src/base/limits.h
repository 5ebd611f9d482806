/* Every bound that keeps a document from taking the machine, by name. */
#ifndef LIMITS_H
#define LIMITS_H

enum {
    LIMIT_FILE_BYTES = 8 << 20,     /* a source, layout, language, catalogue or picture */
    LIMIT_MARKDOWN_BYTES = 1 << 20, /* a file that is imported */
    LIMIT_PIXELS = 25000000,        /* of one picture */
    LIMIT_DRAWING_BYTES = 16 << 20, /* what an SVG draws, written out */
    LIMIT_DRAWING_SECONDS = 3,      /* of the processor, to draw it */
    LIMIT_YAML_DEPTH = 64,          /* nesting */
    LIMIT_YAML_NODES = 1000000,     /* values in one file */
    LIMIT_SCALAR_BYTES = 1 << 20,   /* one text */
    LIMIT_DEFAULTS = 8,             /* files that are laid one over the other */
    LIMIT_BLANK_BYTES = 1000,       /* white space in a row, in one file */
    LIMIT_DIAGNOSTICS = 200,        /* messages told for one document */
    LIMIT_PAGES = 10000             /* of one document */
};

/* Memory of one document. */
#define LIMIT_DOCUMENT_BYTES ((size_t)4 << 30)

#endif
