/* Bookmarks and page labels (ISO 32000-1 12.3.3, 12.4.2). */
#include "out/pdf_destination.h"
#include "out/pdf_trees.h"
#include <stdlib.h>
#include <string.h>

/* A bookmark among the others; the root stands before the first. */
struct entry {
    HPDF_Dict object;
    int level;    /* the root's is -1 */
    size_t below; /* entries that hang from it, all levels */
    struct entry *parent, *first, *last, *next, *previous;
};

static struct entry *entry_above(struct entry *entry, int level)
{
    while (entry->level >= level)
        entry = entry->parent;
    return entry;
}

static void hang_entry(struct entry *entry, struct entry *parent)
{
    entry->parent = parent;
    entry->previous = parent->last;
    if (parent->last == NULL)
        parent->first = entry;
    else
        parent->last->next = entry;
    parent->last = entry;
    for (; parent != NULL; parent = parent->parent)
        parent->below++;
}

static void put_entry(struct pdf *pdf, HPDF_Dict object, const char *key,
                      const struct entry *entry)
{
    if (entry != NULL)
        put_reference(pdf, object, key, entry->object);
}

static void put_relations(struct pdf *pdf, const struct entry *entry)
{
    put_entry(pdf, entry->object, "Parent", entry->parent);
    put_entry(pdf, entry->object, "Prev", entry->previous);
    put_entry(pdf, entry->object, "Next", entry->next);
    put_entry(pdf, entry->object, "First", entry->first);
    put_entry(pdf, entry->object, "Last", entry->last);
    if (entry->below > 0)
        put_number(pdf, entry->object, "Count", entry->below);
}

static void put_bookmark(struct pdf *pdf, HPDF_Dict object,
                         const struct bookmark *bookmark)
{
    const struct tag_place *place = tag_place(&pdf->places, bookmark->tag);
    put_text(pdf, object, "Title", bookmark->title);
    if (!place->is_painted)
        return;
    struct buffer value = new_buffer(pdf->arena);
    write_destination(pdf, &value, place);
    put_value(pdf, object, "Dest", buffer_as_slice(&value));
}

void add_outline(struct pdf *pdf)
{
    const struct pages *pages = pdf->pages;
    size_t count = pages->bookmark_count;
    if (count == 0)
        return;
    struct entry *root = arena_array(pdf->arena, count + 1, sizeof *root);
    *root = (struct entry){.object = new_object(pdf, "Outlines"), .level = -1};
    for (struct entry *entry = root + 1; entry <= root + count; entry++) {
        const struct bookmark *bookmark = &pages->bookmarks[entry - root - 1];
        entry->object = new_object(pdf, NULL);
        entry->level = bookmark->level;
        hang_entry(entry, entry_above(entry - 1, entry->level));
        put_bookmark(pdf, entry->object, bookmark);
    }
    for (size_t i = 0; i <= count; i++)
        put_relations(pdf, &root[i]);
    put_reference(pdf, pdf->document->catalog, "Outlines", root->object);
    put_name(pdf, pdf->document->catalog, "PageMode", "UseOutlines");
}

/* The label when it is a plain number that viewers can count on from, else 0. */
static int64_t label_number(const char *label)
{
    if (label == NULL)
        return 0;
    size_t digits = strspn(label, "0123456789");
    if (digits == 0 || digits > 9 || label[digits] != '\0' || label[0] == '0')
        return 0;
    return strtol(label, NULL, 10);
}

static void write_label(struct buffer *value, const char *label)
{
    if (label_number(label) > 0) {
        buffer_text(value, "<</S/D/St ");
        buffer_text(value, label);
    } else {
        buffer_text(value, "<</P");
        write_text(value, slice_from_text(label));
    }
    buffer_text(value, ">>");
}

static bool continues_labels(const struct pages *pages, size_t index)
{
    int64_t number = label_number(pages->at[index].label);
    return index > 0 && number > 1 &&
           number == label_number(pages->at[index - 1].label) + 1;
}

void add_page_labels(struct pdf *pdf)
{
    struct tree_entries entries = {0};
    for (size_t i = 0; i < pdf->pages->count; i++) {
        if (continues_labels(pdf->pages, i))
            continue;
        struct buffer key = new_buffer(pdf->arena), value = new_buffer(pdf->arena);
        buffer_integer(&key, (int64_t)i);
        write_label(&value, pdf->pages->at[i].label);
        add_tree_entry(pdf->arena, &entries, &key, &value);
    }
    put_reference(pdf, pdf->document->catalog, "PageLabels",
                  new_tree(pdf, "Nums", &entries));
}
