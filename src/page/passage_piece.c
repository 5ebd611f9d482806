/* Looks and tags of a passage's pieces. */
#include "page/passage_piece.h"

#include "model/wording.h"
#include "page/template_fields.h"
#include <string.h>

/* Emphasis in a face of its own: "bold" and "italic" are "bold-italic" where the
 * catalogue has it, else the second one alone. */
static const char *combine_roles(const struct typesetter *typesetter, const char *face,
                                 const char *more)
{
    if (more == NULL)
        return face;
    const char *both = arena_format(typesetter->arena, "%s-%s", face, more);
    return catalogue_role(typesetter->fonts, both) != NULL ? both : more;
}

static const char *piece_role(const struct typesetter *typesetter,
                              const struct style *style, unsigned form)
{
    const char *role = style->face;
    if (form & SPAN_STRONG)
        role = combine_roles(typesetter, role, style->strong);
    if (form & SPAN_EMPHASIS)
        role = combine_roles(typesetter, role, style->emphasis);
    return role;
}

static const struct style *span_style(const struct passage_form *form,
                                      const struct span *span)
{
    const struct style *style = NULL;
    if (span->style != NULL)
        style = layout_style(form->typesetter->layout, span->style);
    return style != NULL ? style : form->style;
}

static void raise_stretch(struct stretch *look, const struct style *style)
{
    look->size = length_scale(style->size, style->superscript_size, 1000);
    look->rise += length_scale(style->size, style->superscript_rise, 1000);
}

static struct passage_piece *new_piece(const struct passage_form *form,
                                       const struct span *span)
{
    const struct typesetter *typesetter = form->typesetter;
    const struct style *style = span_style(form, span);
    struct passage_piece *piece = arena_alloc(typesetter->arena, sizeof *piece);
    piece->look = (struct stretch){
        .role = piece_role(typesetter, style, span->form),
        .language = span->language != NULL ? span->language : typesetter->language->tag,
        .size = style->size,
        .rise = style->rise,
        .scale = style->scale,
        .tracking = style->tracking,
        .no_kerning = style->no_kerning,
        .colour = style->colour,
        .is_symbol = (span->form & SPAN_SYMBOL) != 0,
        .is_address = (span->form & SPAN_ADDRESS) != 0,
        .field = span->field,
        .no_break = (span->form & SPAN_NO_BREAK) != 0,
        .place = span->place,
    };
    if (span->form & SPAN_SUPERSCRIPT)
        raise_stretch(&piece->look, style);
    piece->folds_space = typesetter->language->is_han &&
                         strcmp(piece->look.language, typesetter->language->tag) == 0;
    return piece;
}

/* The link that ends the parent, when it leads to the same address; else a new one. */
static struct tag *uri_link(const struct passage_form *form, struct tag *parent,
                            const char *uri)
{
    struct tag *last = parent->last;
    if (last != NULL && last->kind == TAG_LINK && last->uri != NULL &&
        strcmp(last->uri, uri) == 0)
        return last;
    struct tag *link = open_tag(form->typesetter->arena, parent, TAG_LINK);
    link->uri = uri;
    link->alt = uri;
    return link;
}

static struct tag *item_link(const struct passage_form *form, struct tag *parent)
{
    if (parent->last != NULL && parent->last->kind == TAG_LINK &&
        parent->last->uri == NULL)
        return parent->last;
    struct arena *arena = form->typesetter->arena;
    struct tag *link = open_tag(arena, parent, TAG_LINK);
    const char *title =
        spans_text(arena, &form->item->title, form->typesetter->language->line_break);
    link->alt =
        arena_format(arena, "%s%s", label_before_title(arena, form->item->label), title);
    link_to_item(form->references, link, form->item);
    return link;
}

static struct tag *language_tag(const struct passage_form *form, struct tag *parent,
                                const char *language)
{
    struct tag *last = parent->last;
    if (last != NULL && last->kind == TAG_SPAN && strcmp(last->language, language) == 0)
        return last;
    struct tag *span = open_tag(form->typesetter->arena, parent, TAG_SPAN);
    span->language = language;
    return span;
}

bool makes_links(const struct passage_form *form)
{
    return form->references != NULL && !form->has_no_links;
}

static const char *symbol_address(const struct passage_form *form, struct slice symbol)
{
    const char *pattern = form->typesetter->layout->symbol_address;
    if (symbol.length == 0 || pattern == NULL || !makes_links(form))
        return NULL;
    return fill_address(form->typesetter->arena, pattern, form->references->agenda,
                        symbol);
}

struct passage_piece *new_text_piece(const struct passage_form *form,
                                     const struct span *span, struct slice symbol)
{
    struct passage_piece *piece = new_piece(form, span);
    piece->look.is_symbol |= symbol.length > 0;
    struct tag *parent = form->tag;
    if (parent == NULL)
        return piece;
    const char *uri = span->uri != NULL ? span->uri : symbol_address(form, symbol);
    if (form->item != NULL)
        parent = item_link(form, parent);
    else if (uri != NULL && enclosing_tag(parent, TAG_LINK) == NULL) {
        parent = uri_link(form, parent, uri);
        if (form->typesetter->layout->links.stand_out)
            piece->look.colour = form->typesetter->layout->links.colour;
    }
    if (strcmp(piece->look.language, tag_language(parent)) != 0)
        parent = language_tag(form, parent, piece->look.language);
    piece->look.tag = text_tag(form->typesetter->arena, parent);
    return piece;
}

/* ISO 32000-1 14.8.4.4.2: the mark is a Reference, in which a Link leads to the Note. */
static struct tag *note_mark_tag(const struct passage_form *form, struct note_use *use)
{
    struct arena *arena = form->typesetter->arena;
    struct tag *reference = open_tag(arena, form->tag, TAG_REFERENCE);
    struct tag *link = open_tag(arena, reference, TAG_LINK);
    const char *label = language_label(form->typesetter->language, "note");
    if (label != NULL)
        link->alt = fill_pattern(arena, label, "n", use->number, NULL);
    link_to_note(form->references, link, use);
    return text_tag(arena, link);
}

struct passage_piece *new_note_piece(const struct passage_form *form,
                                     const struct span *span, struct note_use *use)
{
    struct span mark = *span;
    mark.form |= SPAN_SUPERSCRIPT;
    struct passage_piece *piece = new_piece(form, &mark);
    struct note_call *call = arena_alloc(form->typesetter->arena, sizeof *call);
    *call = (struct note_call){.note = use->index, .place = span->place};
    piece->look.call = call;
    if (form->tag != NULL)
        piece->look.tag = note_mark_tag(form, use);
    return piece;
}

struct passage_piece *new_separator_piece(const struct passage_form *form)
{
    struct span separator = {.form = SPAN_SUPERSCRIPT | SPAN_NO_BREAK};
    struct passage_piece *piece = new_piece(form, &separator);
    if (form->tag != NULL)
        piece->look.tag = text_tag(form->typesetter->arena, form->tag);
    return piece;
}
