/* Number trees and name trees: one node, or a root above leaves of equal size. */
#include "out/pdf_trees.h"

#include "base/vec.h"

enum { LEAF_ENTRIES = 1000 };

void add_tree_entry(struct arena *arena, struct tree_entries *entries,
                    const struct buffer *key, const struct buffer *value)
{
    struct tree_entry entry = {buffer_as_slice(key), buffer_as_slice(value)};
    vec_push(arena, entries, entry);
}

static void put_entries(struct pdf *pdf, HPDF_Dict node, const char *leaf,
                        const struct tree_entry *entries, size_t count)
{
    struct buffer items = new_buffer(pdf->arena);
    for (size_t i = 0; i < count; i++) {
        buffer_slice(&items, entries[i].key);
        buffer_byte(&items, ' ');
        buffer_slice(&items, entries[i].value);
        buffer_byte(&items, '\n');
    }
    put_array(pdf, node, leaf, buffer_as_slice(&items));
}

static void put_limits(struct pdf *pdf, HPDF_Dict node, struct slice first,
                       struct slice last)
{
    struct buffer items = new_buffer(pdf->arena);
    buffer_slice(&items, first);
    buffer_byte(&items, ' ');
    buffer_slice(&items, last);
    put_array(pdf, node, "Limits", buffer_as_slice(&items));
}

static void put_leaves(struct pdf *pdf, HPDF_Dict root, const char *leaf,
                       const struct tree_entries *entries)
{
    struct buffer kids = new_buffer(pdf->arena);
    for (size_t i = 0; i < entries->count; i += LEAF_ENTRIES) {
        const struct tree_entry *first = &entries->at[i];
        size_t left = entries->count - i;
        size_t count = left < LEAF_ENTRIES ? left : LEAF_ENTRIES;
        HPDF_Dict node = new_object(pdf, NULL);
        put_limits(pdf, node, first->key, first[count - 1].key);
        put_entries(pdf, node, leaf, first, count);
        write_reference(&kids, node);
    }
    put_array(pdf, root, "Kids", buffer_as_slice(&kids));
}

HPDF_Dict new_tree(struct pdf *pdf, const char *leaf, const struct tree_entries *entries)
{
    HPDF_Dict root = new_object(pdf, NULL);
    if (entries->count <= LEAF_ENTRIES)
        put_entries(pdf, root, leaf, entries->at, entries->count);
    else
        put_leaves(pdf, root, leaf, entries);
    return root;
}
