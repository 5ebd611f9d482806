/* The structure tree: elements in reading order with their marked content, annotations
 * and attributes, and the tree that leads back from these to the elements
 * (ISO 32000-1 14.7; what PDF/UA-1 asks for is in ISO 14289-1 7). */
#include "base/vec.h"
#include "out/pdf_attributes.h"
#include "out/pdf_trees.h"
#include <stdlib.h>
#include <string.h>

struct element_id {
    const char *id;
    HPDF_Dict element;
};

struct element_ids {
    struct element_id *at;
    size_t count, capacity;
};

struct tree {
    struct pdf *pdf;
    HPDF_Dict **content_owner; /* by page, by MCID */
    HPDF_Dict *link_owner;     /* by number of the annotation */
    struct element_ids ids;
    int heading; /* level of the last heading; 0: none yet */
};

/* The value of an element's /K while it is written. */
struct kids {
    struct buffer value;
    HPDF_Dict element;
    HPDF_Dict page; /* the element's /Pg: that of its first content, or NULL */
};

static struct tree prepare_tree(struct pdf *pdf)
{
    struct tree tree = {.pdf = pdf};
    size_t count = pdf->pages->count;
    tree.content_owner = arena_array(pdf->arena, count, sizeof *tree.content_owner);
    for (size_t i = 0; i < count; i++)
        tree.content_owner[i] =
            arena_array(pdf->arena, pdf->places.mcid_count[i], sizeof(HPDF_Dict));
    tree.link_owner =
        arena_array(pdf->arena, pdf->annotation_count, sizeof *tree.link_owner);
    return tree;
}

static void write_annotation(struct tree *tree, struct kids *kids,
                             const struct piece *piece)
{
    buffer_text(&kids->value, "<</Type/OBJR/Pg ");
    write_reference(&kids->value, tree->pdf->page[piece->page]);
    buffer_text(&kids->value, "/Obj ");
    write_reference(&kids->value, piece->annotation);
    buffer_text(&kids->value, ">>");
    tree->link_owner[piece->number] = kids->element;
}

/* A number alone is an MCID on the element's page; on any other the page is named. */
static void write_content_piece(struct tree *tree, struct kids *kids,
                                const struct piece *piece)
{
    HPDF_Dict page = tree->pdf->page[piece->page];
    if (kids->page == NULL)
        kids->page = page;
    if (kids->page == page) {
        buffer_integer(&kids->value, (int64_t)piece->number);
        buffer_byte(&kids->value, ' ');
    } else {
        buffer_text(&kids->value, "<</Type/MCR/Pg ");
        write_reference(&kids->value, page);
        buffer_text(&kids->value, "/MCID ");
        buffer_integer(&kids->value, (int64_t)piece->number);
        buffer_text(&kids->value, ">>");
    }
    tree->content_owner[piece->page][piece->number] = kids->element;
}

static void write_pieces(struct tree *tree, struct kids *kids, const struct tag *tag)
{
    const struct piece *piece = tag_place(&tree->pdf->places, tag)->first;
    for (; piece != NULL; piece = piece->next)
        if (piece->annotation != NULL)
            write_annotation(tree, kids, piece);
        else
            write_content_piece(tree, kids, piece);
}

static void put_language(struct pdf *pdf, HPDF_Dict element, const struct tag *tag)
{
    const char *around =
        tag->parent != NULL ? tag_language(tag->parent) : pdf->pages->info.language;
    if (tag->language != NULL && strcmp(tag->language, around) != 0)
        put_text(pdf, element, "Lang", tag->language);
}

static void put_id(struct tree *tree, HPDF_Dict element, const char *id)
{
    struct buffer value = new_buffer(tree->pdf->arena);
    write_bytes(&value, slice_from_text(id));
    put_value(tree->pdf, element, "ID", buffer_as_slice(&value));
    vec_push(tree->pdf->arena, &tree->ids, (struct element_id){id, element});
}

static void put_kids(struct pdf *pdf, const struct kids *kids)
{
    if (kids->value.count > 0)
        put_array(pdf, kids->element, "K", buffer_as_slice(&kids->value));
    if (kids->page != NULL)
        put_reference(pdf, kids->element, "Pg", kids->page);
}

/* PDF/UA-1 7.4.2: headings begin with H1 and go down one level at a time, whatever parts
 * a document lacks. */
static enum tag_kind heading_kind(struct tree *tree, enum tag_kind kind)
{
    int level = 1 + (int)(kind - TAG_H1);
    tree->heading = level > tree->heading + 1 ? tree->heading + 1 : level;
    return TAG_H1 + (unsigned)tree->heading - 1;
}

static const char *element_type(struct tree *tree, const struct tag *tag)
{
    enum tag_kind kind = tag->kind;
    if (kind == TAG_TEXT)
        kind = TAG_SPAN;
    else if (kind >= TAG_H1 && kind <= TAG_H6)
        kind = heading_kind(tree, kind);
    return tag_kind_name(kind);
}

static HPDF_Dict new_element(struct tree *tree, const struct tag *tag, HPDF_Dict parent)
{
    struct pdf *pdf = tree->pdf;
    HPDF_Dict element = new_object(pdf, NULL);
    put_name(pdf, element, "S", element_type(tree, tag));
    put_reference(pdf, element, "P", parent);
    put_language(pdf, element, tag);
    if (tag->id != NULL)
        put_id(tree, element, tag->id);
    if (tag->kind == TAG_FIGURE && tag->alt != NULL)
        put_text(pdf, element, "Alt", tag->alt);
    put_attributes(pdf, element, tag);
    return element;
}

/* A row keeps its empty cells: rows and columns are counted (PDF/UA-1 7.2). */
static bool is_written(const struct tree *tree, const struct tag *tag)
{
    return tag_place(&tree->pdf->places, tag)->is_used || tag->kind == TAG_TH ||
           tag->kind == TAG_TD;
}

static HPDF_Dict add_element(struct tree *tree, const struct tag *tag, HPDF_Dict parent)
{
    struct kids kids = {.value = new_buffer(tree->pdf->arena),
                        .element = new_element(tree, tag, parent)};
    for (const struct tag *child = tag->first; child != NULL; child = child->next) {
        if (!is_written(tree, child))
            continue;
        if (child->kind == TAG_TEXT && text_own_language(child) == NULL)
            write_pieces(tree, &kids, child);
        else
            write_reference(&kids.value, add_element(tree, child, kids.element));
    }
    write_pieces(tree, &kids, tag);
    put_kids(tree->pdf, &kids);
    return kids.element;
}

static void push_number(struct arena *arena, struct tree_entries *entries,
                        struct buffer value)
{
    struct buffer key = new_buffer(arena);
    buffer_integer(&key, (int64_t)entries->count);
    add_tree_entry(arena, entries, &key, &value);
}

/* The pages' keys are 0, 1 ...; those of the annotations follow. */
static HPDF_Dict add_parent_tree(struct tree *tree)
{
    struct pdf *pdf = tree->pdf;
    struct tree_entries entries = {0};
    for (size_t page = 0; page < pdf->pages->count; page++) {
        struct buffer value = new_buffer(pdf->arena);
        buffer_byte(&value, '[');
        for (size_t mcid = 0; mcid < pdf->places.mcid_count[page]; mcid++)
            write_reference(&value, tree->content_owner[page][mcid]);
        buffer_byte(&value, ']');
        push_number(pdf->arena, &entries, value);
    }
    for (size_t i = 0; i < pdf->annotation_count; i++) {
        struct buffer value = new_buffer(pdf->arena);
        write_reference(&value, tree->link_owner[i]);
        push_number(pdf->arena, &entries, value);
    }
    return new_tree(pdf, "Nums", &entries);
}

static int compare_ids(const void *a, const void *b)
{
    const struct element_id *first = a, *second = b;
    return strcmp(first->id, second->id);
}

static HPDF_Dict add_id_tree(struct tree *tree)
{
    struct arena *arena = tree->pdf->arena;
    struct tree_entries entries = {0};
    qsort(tree->ids.at, tree->ids.count, sizeof *tree->ids.at, compare_ids);
    for (size_t i = 0; i < tree->ids.count; i++) {
        struct buffer key = new_buffer(arena), value = new_buffer(arena);
        write_bytes(&key, slice_from_text(tree->ids.at[i].id));
        write_reference(&value, tree->ids.at[i].element);
        add_tree_entry(arena, &entries, &key, &value);
    }
    return new_tree(tree->pdf, "Names", &entries);
}

void add_tags(struct pdf *pdf)
{
    struct tree tree = prepare_tree(pdf);
    HPDF_Dict root = new_object(pdf, "StructTreeRoot");
    put_reference(pdf, pdf->document->catalog, "StructTreeRoot", root);
    if (tag_place(&pdf->places, pdf->pages->tags)->is_used)
        put_reference(pdf, root, "K", add_element(&tree, pdf->pages->tags, root));
    put_reference(pdf, root, "ParentTree", add_parent_tree(&tree));
    put_number(pdf, root, "ParentTreeNextKey", pdf->pages->count + pdf->annotation_count);
    if (tree.ids.count > 0)
        put_reference(pdf, root, "IDTree", add_id_tree(&tree));
}
