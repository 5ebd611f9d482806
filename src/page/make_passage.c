/* A passage's text, normalised, and its stretches, exact to the byte of the source. */
#include "page/make_passage.h"

#include "base/vec.h"
#include "model/symbols.h"
#include "model/wording.h"
#include "page/foreign.h"
#include "page/passage_piece.h"
#include "text/punctuation.h"
#include <string.h>

/* Wider than any line. */
#define UNBROKEN POINTS(10000)

/* A space is held back until it is known what follows it. */
struct held_space {
    const struct passage_piece *piece; /* NULL: none is held */
    struct place place;
};

struct builder {
    const struct passage_form *form;
    struct passage_form line; /* in a cell of several lines: `form` with their tag */
    struct passage passage;
    struct buffer text;
    const struct passage_piece *last_piece; /* of the last stretch */
    struct held_space space;
    codepoint before; /* the character before; 0 at a line's start */
    bool after_note;  /* a note's mark is the last of all */
};

/* Bytes join the last stretch when they follow it in the source, too. */
static bool continues_stretch(const struct builder *builder,
                              const struct passage_piece *piece, struct place place)
{
    if (piece != builder->last_piece)
        return false;
    const struct stretch *last = vec_last(&builder->passage);
    return last->place.at + (last->end - last->start) == place.at;
}

static void add_bytes(struct builder *builder, const struct passage_piece *piece,
                      struct slice bytes, struct place place)
{
    if (!continues_stretch(builder, piece, place)) {
        struct stretch stretch = piece->look;
        stretch.start = builder->text.count;
        stretch.place = place;
        vec_push(builder->form->typesetter->arena, &builder->passage, stretch);
        builder->last_piece = piece;
    }
    buffer_slice(&builder->text, bytes);
    vec_last(&builder->passage)->end = builder->text.count;
}

static bool is_mark(codepoint c)
{
    return punct_cell(c).class != PUNCT_NONE;
}

/* Ideographs and the marks that only Chinese text has; “ ” – … are Latin's as well. */
static bool is_wide(codepoint c)
{
    return is_han(c) || (c >= 0x3000 && is_mark(c));
}

/* Letters of the alphabets from Latin to Cyrillic, and digits. */
static bool is_letter_or_digit(codepoint c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c <= 0x52F && c != 0xD7 && c != 0xF7);
}

/* In Chinese text a space beside an ideograph or a Chinese mark is a slip of the source
 * (a wrapped line, a copy from PDF): the gap to Latin is the engine's. */
static bool space_is_idle(codepoint before, codepoint after)
{
    return (is_wide(before) &&
            (is_mark(after) || is_han(after) || is_letter_or_digit(after))) ||
           (is_wide(after) && (is_mark(before) || is_letter_or_digit(before)));
}

/* Sets the space that was held back, or not, now that `after` follows. */
static void release_space(struct builder *builder, codepoint after)
{
    struct held_space space = builder->space;
    builder->space.piece = NULL;
    if (space.piece == NULL || builder->before == 0)
        return;
    if (space.piece->folds_space && space_is_idle(builder->before, after))
        return;
    add_bytes(builder, space.piece, SLICE(" "), space.place);
}

static void hold_space(struct builder *builder, const struct passage_piece *piece,
                       struct place place)
{
    if (builder->space.piece == NULL)
        builder->space = (struct held_space){piece, place};
}

static void add_text(struct builder *builder, const struct passage_piece *piece,
                     struct slice text, struct place place)
{
    for (size_t i = 0, size; i < text.length; i += size) {
        codepoint c = utf8_decode(text.at + i, text.length - i, &size);
        struct place here = {place.source, place.at + i, size};
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            hold_space(builder, piece, here);
            continue;
        }
        release_space(builder, c);
        add_bytes(builder, piece, (struct slice){text.at + i, size}, here);
        builder->before = c;
    }
}

static struct place place_in_span(const struct span *span, size_t at)
{
    return (struct place){span->place.source, span->place.at + at, 0};
}

static void add_piece(struct builder *builder, const struct span *span, size_t start,
                      size_t end, struct slice symbol)
{
    if (start == end)
        return;
    struct slice text = {span->text.at + start, end - start};
    add_text(builder, new_text_piece(builder->form, span, symbol), text,
             place_in_span(span, start));
}

/* What words of another script are taken for; NULL: not said. */
static const char *foreign_language(const struct typesetter *typesetter)
{
    const struct language *language = typesetter->language;
    return language->is_han ? language->latin_words : typesetter->fonts->han_language;
}

/* Words of another script are pieces of their own: each is read in its language. */
static void add_words(struct builder *builder, const struct span *span, size_t start,
                      size_t end)
{
    const struct typesetter *typesetter = builder->form->typesetter;
    const struct slice text = {span->text.at, end}, plain = {0};
    struct span foreign = *span;
    foreign.language = foreign_language(typesetter);
    while (span->language == NULL && foreign.language != NULL) {
        struct slice words = find_foreign(text, start, typesetter->language->is_han);
        if (words.length == 0)
            break;
        size_t at = (size_t)(words.at - text.at);
        add_piece(builder, span, start, at, plain);
        start = at + words.length;
        add_piece(builder, &foreign, at, start, plain);
    }
    add_piece(builder, span, start, end, plain);
}

/* Symbols and addresses are no words of a language; an address leads to itself unless
 * the author says where. */
static void add_text_between(struct builder *builder, const struct span *span,
                             size_t start, size_t end)
{
    const struct slice text = {span->text.at, end}, plain = {0};
    struct span link = *span;
    link.form |= SPAN_ADDRESS;
    struct slice address = find_address(text, start);
    for (; address.length > 0; address = find_address(text, start)) {
        size_t at = (size_t)(address.at - text.at);
        add_words(builder, span, start, at);
        start = at + address.length;
        if (span->uri == NULL && makes_links(builder->form))
            link.uri =
                arena_text(builder->form->typesetter->arena, address.at, address.length);
        add_piece(builder, &link, at, start, plain);
    }
    add_words(builder, span, start, end);
}

/* Document symbols in the text are pieces of their own: each is a link. */
static void add_text_span(struct builder *builder, const struct span *span)
{
    size_t at = 0;
    struct slice symbol = find_symbol(span->text, at);
    while (symbol.length > 0) {
        size_t start = (size_t)(symbol.at - span->text.at);
        add_text_between(builder, span, at, start);
        at = start + symbol.length;
        add_piece(builder, span, start, at, symbol);
        symbol = find_symbol(span->text, at);
    }
    add_text_between(builder, span, at, span->text.length);
}

static void add_separator(struct builder *builder, struct place place)
{
    const struct passage_piece *piece = new_separator_piece(builder->form);
    add_bytes(builder, piece, SLICE(", "), place);
}

static void add_note_mark(struct builder *builder, const struct span *span)
{
    const struct passage_form *form = builder->form;
    struct note_use *use =
        form->references == NULL ? NULL : use_note(form->references, span);
    if (use == NULL)
        return;
    struct arena *arena = form->typesetter->arena;
    const char *mark =
        fill_pattern(arena, form->typesetter->layout->notes.mark, "n", use->number, NULL);
    if (builder->after_note && builder->space.piece == NULL)
        add_separator(builder, span->place);
    release_space(builder, (codepoint)(unsigned char)*mark);
    add_bytes(builder, new_note_piece(form, span, use), slice_from_text(mark),
              span->place);
    builder->before = (codepoint)(unsigned char)mark[strlen(mark) - 1];
}

static void begin_paragraph(struct builder *builder, struct tag *cell)
{
    builder->line.tag = open_tag(builder->line.typesetter->arena, cell, TAG_P);
}

/* What parts the words of the two lines where the language parts words ends the first. */
static void add_line_break(struct builder *builder, const struct span *span)
{
    static const struct slice line_separator = {"\u2028", 3};
    const struct span plain = {.kind = SPAN_LINE, .place = span->place};
    const struct passage_piece *piece =
        new_text_piece(builder->form, &plain, (struct slice){0});
    builder->space.piece = NULL;
    add_bytes(builder, piece,
              slice_from_text(builder->form->typesetter->language->line_break),
              span->place);
    add_bytes(builder, piece, line_separator, span->place);
    builder->before = 0;
    if (builder->form == &builder->line)
        begin_paragraph(builder, builder->line.tag->parent);
}

static void add_span(struct builder *builder, const struct span *span)
{
    switch (span->kind) {
    case SPAN_TEXT:
        add_text_span(builder, span);
        break;
    case SPAN_NOTE:
        add_note_mark(builder, span);
        break;
    case SPAN_LINE:
        add_line_break(builder, span);
        break;
    }
    builder->after_note = span->kind == SPAN_NOTE;
}

static bool has_lines(const struct spans *spans)
{
    for (size_t i = 0; i < spans->count; i++)
        if (spans->at[i].kind == SPAN_LINE)
            return true;
    return false;
}

static bool is_cell(const struct tag *tag)
{
    return tag != NULL && (tag->kind == TAG_TD || tag->kind == TAG_TH);
}

struct passage make_passage(const struct passage_form *form, const struct spans *spans)
{
    const struct typesetter *typesetter = form->typesetter;
    struct builder builder = {
        .form = form, .line = *form, .text = new_buffer(typesetter->arena)};
    /* The lines of a cell are said one by one. */
    if (is_cell(form->tag) && has_lines(spans)) {
        builder.form = &builder.line;
        begin_paragraph(&builder, form->tag);
    }
    for (size_t i = 0; i < spans->count; i++)
        add_span(&builder, &spans->at[i]);
    if (builder.space.piece != NULL)
        release_space(&builder, 0);
    builder.passage.text = buffer_as_slice(&builder.text);
    builder.passage.language = typesetter->language->tag;
    builder.passage.right_to_left =
        typesetter->language->right_to_left != form->is_turned;
    return builder.passage;
}

struct line set_words(const struct passage_form *form, const char *words, bool raised)
{
    const struct typesetter *typesetter = form->typesetter;
    struct spans spans =
        plain_spans(typesetter->arena, slice_from_text(words), (struct place){0});
    for (size_t i = 0; i < spans.count; i++) {
        /* “(ii)” is a numeral, no word of another language. */
        spans.at[i].language = typesetter->language->tag;
        spans.at[i].form |= raised ? SPAN_SUPERSCRIPT : 0;
    }
    struct passage *passage = arena_alloc(typesetter->arena, sizeof *passage);
    *passage = make_passage(form, &spans);
    passage->is_label = true;
    const struct paragraph_shape shape = {.width = UNBROKEN, .align = ALIGN_START};
    return set_paragraph(typesetter, passage, &shape).at[0];
}
