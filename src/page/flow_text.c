/* Paragraphs and lists of an author's text. */
#include "page/flow_text.h"

#include "model/wording.h"

enum list_numbering list_numbering_of(enum number_form form)
{
    switch (form) {
    case NUMBER_LOWER_ALPHA:
    case NUMBER_LETTERS: /* no attribute names another alphabet (Table 347) */
        return LIST_LOWER_ALPHA;
    case NUMBER_UPPER_ALPHA:
        return LIST_UPPER_ALPHA;
    case NUMBER_LOWER_ROMAN:
        return LIST_LOWER_ROMAN;
    case NUMBER_UPPER_ROMAN:
        return LIST_UPPER_ROMAN;
    case NUMBER_NONE:
        return LIST_NONE;
    case NUMBER_DECIMAL:
    case NUMBER_HAN:
    case NUMBER_ORDINALS:
        break;
    }
    return LIST_DECIMAL;
}

static const struct number_level *list_level(const struct language *language, int depth)
{
    if (language->number_levels == 0)
        return NULL;
    size_t last = language->number_levels - 1;
    return &language->numbering[(size_t)depth < last ? (size_t)depth : last];
}

const char *list_label(struct flow *flow, const struct block *list, int depth, int index)
{
    const struct language *language = flow->typesetter->language;
    const struct number_level *level = list_level(language, depth);
    if (list->start == 0 || level == NULL)
        return language->bullet;
    struct arena *arena = flow->typesetter->arena;
    const char *number = word_number(arena, language, level->form, list->start + index);
    return fill_pattern(arena, level->label, "n", number, NULL);
}

static struct tag *open_list(struct flow *flow, const struct block *list,
                             struct tag *parent, int depth)
{
    const struct number_level *level = list_level(flow->typesetter->language, depth);
    struct tag *tag = open_tag(flow->typesetter->arena, parent, TAG_L);
    tag->numbering = LIST_DISC;
    if (list->start != 0 && level != NULL)
        tag->numbering = list_numbering_of(level->form);
    return tag;
}

/* The label is text of the paragraph, with a space for whoever reads aloud or copies. */
static const char *next_paragraph_label(struct flow *flow)
{
    return arena_format(flow->typesetter->arena, "%d. ", ++flow->paragraph);
}

static void flow_paragraph(struct flow *flow, const struct block *paragraph,
                           const struct text_form *form, struct block_form *block,
                           bool is_bare)
{
    block->tag = form->parent;
    if (!is_bare)
        block->tag = open_tag(flow->typesetter->arena, form->parent, TAG_P);
    if (form->is_numbered)
        block->label_tag = block->tag;
    flow_block(flow, block, &paragraph->spans);
}

/* LI with its Lbl, and the LBody into which the item's blocks go. */
static struct text_form open_list_item(struct flow *flow, const struct text_form *form,
                                       struct tag *list, const char *label)
{
    struct arena *arena = flow->typesetter->arena;
    struct tag *item = open_tag(arena, list, TAG_LI);
    struct text_form inner = {.body = form->body, .list = form->list, .is_bare = true};
    inner.first.label = label;
    inner.first.label_tag = open_tag(arena, item, TAG_LBL);
    inner.parent = open_tag(arena, item, TAG_LBODY);
    return inner;
}

/* Lists hold blocks and blocks hold lists; the reader bounds how deep. */
static void flow_blocks_at(struct flow *flow, const struct blocks *blocks,
                           const struct text_form *form, int depth)
{
    struct block_form block = form->first;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *at = &blocks->at[i];
        if (at->kind == BLOCK_PARAGRAPH) {
            if (form->is_numbered)
                block.label = next_paragraph_label(flow);
            block.style = depth > 0 ? form->list : form->body;
            block.indent = depth > 1 ? (depth - 1) * form->list->start : 0;
            flow_paragraph(flow, at, form, &block, form->is_bare && blocks->count == 1);
        } else {
            struct tag *list = open_list(flow, at, form->parent, depth);
            for (size_t k = 0; k < at->item_count; k++) {
                struct text_form item =
                    open_list_item(flow, form, list, list_label(flow, at, depth, (int)k));
                flow_blocks_at(flow, &at->items[k], &item, depth + 1);
            }
        }
        block = (struct block_form){0};
    }
}

void flow_blocks(struct flow *flow, const struct blocks *blocks,
                 const struct text_form *form)
{
    flow_blocks_at(flow, blocks, form, 0);
}
