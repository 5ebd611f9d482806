/* Growing the tree of structure tags. */
#include "model/tag.h"

/* The root counts the tags of its tree. */
struct root_tag {
    struct tag tag;
    size_t count;
};

struct tag *new_tag_tree(struct arena *arena, const char *language)
{
    struct root_tag *root = arena_alloc(arena, sizeof *root);
    root->count = 1;
    root->tag = (struct tag){.kind = TAG_DOCUMENT, .number = 1, .language = language};
    return &root->tag;
}

static struct root_tag *tag_root(struct tag *tag)
{
    while (tag->parent != NULL)
        tag = tag->parent;
    return (struct root_tag *)tag;
}

struct tag *open_tag(struct arena *arena, struct tag *parent, enum tag_kind kind)
{
    struct tag *tag = arena_alloc(arena, sizeof *tag);
    tag->kind = kind;
    tag->number = ++tag_root(parent)->count;
    tag->parent = parent;
    if (parent->last == NULL)
        parent->first = tag;
    else
        parent->last->next = tag;
    parent->last = tag;
    return tag;
}

struct tag *text_tag(struct arena *arena, struct tag *parent)
{
    if (parent->last != NULL && parent->last->kind == TAG_TEXT)
        return parent->last;
    return open_tag(arena, parent, TAG_TEXT);
}

struct tag *enclosing_tag(struct tag *tag, enum tag_kind kind)
{
    while (tag != NULL && tag->kind != kind)
        tag = tag->parent;
    return tag;
}

const char *tag_language(const struct tag *tag)
{
    while (tag->language == NULL && tag->parent != NULL)
        tag = tag->parent;
    return tag->language;
}

enum tag_kind tag_below(enum tag_kind kind)
{
    return kind >= TAG_H1 && kind < TAG_H6 ? kind + 1 : kind;
}

const char *tag_kind_name(enum tag_kind kind)
{
    static const char *const names[TAG_KINDS] = {
        [TAG_TEXT] = "text",
        [TAG_DOCUMENT] = "Document",
        [TAG_PART] = "Part",
        [TAG_SECT] = "Sect",
        [TAG_DIV] = "Div",
        [TAG_P] = "P",
        [TAG_H1] = "H1",
        [TAG_H2] = "H2",
        [TAG_H3] = "H3",
        [TAG_H4] = "H4",
        [TAG_H5] = "H5",
        [TAG_H6] = "H6",
        [TAG_L] = "L",
        [TAG_LI] = "LI",
        [TAG_LBL] = "Lbl",
        [TAG_LBODY] = "LBody",
        [TAG_TABLE] = "Table",
        [TAG_CAPTION] = "Caption",
        [TAG_THEAD] = "THead",
        [TAG_TBODY] = "TBody",
        [TAG_TR] = "TR",
        [TAG_TH] = "TH",
        [TAG_TD] = "TD",
        [TAG_TOC] = "TOC",
        [TAG_TOCI] = "TOCI",
        [TAG_SPAN] = "Span",
        [TAG_QUOTE] = "Quote",
        [TAG_LINK] = "Link",
        [TAG_REFERENCE] = "Reference",
        [TAG_NOTE] = "Note",
        [TAG_FIGURE] = "Figure",
    };
    return names[kind];
}
