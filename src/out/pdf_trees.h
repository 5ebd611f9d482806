/* Number trees and name trees (ISO 32000-1 7.9.6, 7.9.7). */
#ifndef PDF_TREES_H
#define PDF_TREES_H

#include "out/pdf_document.h"

struct tree_entry {
    struct slice key, value; /* as they stand in the file; keys ascend */
};

struct tree_entries {
    struct tree_entry *at;
    size_t count, capacity;
};

void add_tree_entry(struct arena *, struct tree_entries *, const struct buffer *key,
                    const struct buffer *value);
/* A new object that is the root; `leaf` is "Nums" or "Names". */
HPDF_Dict new_tree(struct pdf *, const char *leaf, const struct tree_entries *);

#endif
