/* Spans are cut where markup of our own begins, and wherever bytes of the text do not
 * follow each other in the file, so that every span has an exact place. */
#include "read/text_spans.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "read/text_source.h"
#include <string.h>

/* A piece of text at work. */
struct piece {
    struct span_maker *maker;
    struct slice text;
    const struct origin *origins; /* NULL: not known */
};

/* A place of which only the start is known has no length. */
static struct place part_place(const struct node *node, size_t from, size_t to)
{
    struct place place = node_part(node, from, to);
    if (!node->is_exact)
        place.length = 0;
    return place;
}

static struct place piece_place(const struct piece *piece, size_t from, size_t to)
{
    const struct node *node = piece->maker->node;
    if (piece->origins == NULL)
        return (struct place){node->place.source, node->place.at, 0};
    size_t end = piece->origins[to - 1].at + 1;
    if (piece->origins[to - 1].kind == ORIGIN_DECODED)
        end = piece->origins[to].at;
    return part_place(node, piece->origins[from].at, end);
}

static size_t file_offset(const struct piece *piece, size_t i)
{
    const struct node *node = piece->maker->node;
    size_t at = piece->origins[i].at;
    return node->is_exact && node->offsets != NULL ? node->offsets[at] : at;
}

/* Both bytes are of one escape or character reference. */
static bool is_same_source(const struct piece *piece, size_t i, size_t k)
{
    return file_offset(piece, i) == file_offset(piece, k);
}

static bool is_decoded(const struct piece *piece, size_t i)
{
    return piece->origins[i].kind == ORIGIN_DECODED;
}

/* The end of the bytes from `from` on that follow each other in the file. */
static size_t run_end(const struct piece *piece, size_t from, size_t to)
{
    if (piece->origins == NULL)
        return to;
    size_t end = from + 1;
    if (is_decoded(piece, from) || (end < to && is_same_source(piece, from, end))) {
        while (end < to && is_same_source(piece, from, end))
            end++;
        return end;
    }
    while (end < to && file_offset(piece, end) == file_offset(piece, end - 1) + 1 &&
           !is_decoded(piece, end) &&
           !(end + 1 < to && is_same_source(piece, end, end + 1)))
        end++;
    return end;
}

/* The text is the source's where it stands there, else a copy: cmark's goes away. */
static struct slice lasting_text(const struct piece *piece, size_t from, size_t to)
{
    struct text_reader *reader = piece->maker->reader;
    if (piece->origins != NULL && !is_decoded(piece, from))
        return (struct slice){piece->maker->node->text.at + piece->origins[from].at,
                              to - from};
    return (struct slice){arena_text(reader->arena, piece->text.at + from, to - from),
                          to - from};
}

static void push_span(struct span_maker *maker, struct span span)
{
    span.uri = maker->uri;
    vec_push(maker->reader->arena, &maker->spans, span);
}

static void push_text(const struct piece *piece, size_t from, size_t to, unsigned form)
{
    for (size_t end; from < to; from = end) {
        end = run_end(piece, from, to);
        push_span(piece->maker, (struct span){
                                    .kind = SPAN_TEXT,
                                    .form = piece->maker->form | form,
                                    .text = lasting_text(piece, from, end),
                                    .place = piece_place(piece, from, end),
                                });
    }
}

/* “[^id]:” at the start of a line, which was told: it is no mark. */
static bool is_definition(const struct piece *piece, size_t from, size_t to)
{
    if (piece->origins == NULL || to == piece->text.length || piece->text.at[to] != ':')
        return false;
    size_t at = piece->origins[from].at;
    return at == 0 || piece->maker->node->text.at[at - 1] == '\n';
}

static void push_note(const struct piece *piece, size_t from, size_t to)
{
    struct span_maker *maker = piece->maker;
    struct slice id = lasting_text(piece, from + 2, to - 1);
    struct place place = piece_place(piece, from, to);
    push_span(maker,
              (struct span){
                  .kind = SPAN_NOTE, .form = maker->form, .note = id, .place = place});
    if (!is_definition(piece, from, to))
        vec_push(maker->reader->arena, &maker->reader->references,
                 (struct note_reference){id, place});
}

static bool is_markup(const struct piece *piece, size_t at, char byte)
{
    return at < piece->text.length && piece->text.at[at] == byte &&
           (piece->origins == NULL || piece->origins[at].kind == ORIGIN_PLAIN);
}

/* The byte `close` behind `at` without white space or `never` before it; 0: none. */
static size_t find_close(const struct piece *piece, size_t at, char close, char never)
{
    for (; at < piece->text.length; at++) {
        if (is_markup(piece, at, close))
            return at;
        if (strchr(" \t\n", piece->text.at[at]) != NULL || is_markup(piece, at, never))
            return 0;
    }
    return 0;
}

/* Behind “[^id]” at `at`; 0: no mark stands there. */
static size_t note_end(const struct piece *piece, size_t at)
{
    if (!is_markup(piece, at, '[') || !is_markup(piece, at + 1, '^'))
        return 0;
    size_t close = find_close(piece, at + 2, ']', '[');
    return close > at + 2 ? close + 1 : 0;
}

/* Behind “^…^” at `at`; 0: none. */
static size_t superscript_end(const struct piece *piece, size_t at)
{
    if (!is_markup(piece, at, '^'))
        return 0;
    size_t close = find_close(piece, at + 1, '^', '[');
    return close > at + 1 ? close + 1 : 0;
}

/* Full-width marks, and quotation marks and dashes, which do not tell. */
static bool is_wide_mark(codepoint c)
{
    return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
}

static bool is_neutral(codepoint c)
{
    return (c >= 0x2014 && c <= 0x201D) || c == 0x2026 || c == 0xB7;
}

static bool joins_lines(codepoint before, codepoint after)
{
    bool wide_before = is_han(before) || is_wide_mark(before);
    bool wide_after = is_han(after) || is_wide_mark(after);
    return (wide_before && (wide_after || is_neutral(after))) ||
           (wide_after && is_neutral(before));
}

static codepoint last_character(const struct spans *spans)
{
    size_t size, i = spans->count;
    while (i > 0 && spans->at[i - 1].kind != SPAN_TEXT)
        i--;
    if (i == 0)
        return CODEPOINT_INVALID;
    struct slice text = spans->at[i - 1].text;
    size_t at = utf8_previous(text.at, text.length);
    return utf8_decode(text.at + at, text.length - at, &size);
}

static void begin_line(struct span_maker *maker, struct slice next)
{
    size_t size;
    codepoint before = last_character(&maker->spans);
    codepoint after = utf8_decode(next.at, next.length, &size);
    maker->at_line_end = false;
    if (before == CODEPOINT_INVALID || joins_lines(before, after))
        return;
    push_span(maker,
              (struct span){
                  .kind = SPAN_TEXT,
                  .form = maker->form,
                  .text = SLICE(" "),
                  .place = part_place(maker->node, maker->line_end, maker->line_end + 1),
              });
}

/* Of an escaped mark its backslash is told, which may mask nothing. */
static void note_stray_mark(const struct piece *piece, size_t at)
{
    struct span_maker *maker = piece->maker;
    if (!is_markup_byte(piece->text.at[at]) || piece->origins == NULL ||
        is_decoded(piece, at))
        return;
    bool is_escaped = piece->origins[at].kind == ORIGIN_ESCAPED;
    if (is_escaped || strchr(maker->mark_bytes, piece->text.at[at]) != NULL)
        vec_push(maker->reader->arena, &maker->stray,
                 (size_t){piece->origins[at].at - is_escaped});
}

void add_text(struct span_maker *maker, struct slice text, const struct origin *origins)
{
    const struct piece piece = {maker, text, origins};
    if (maker->at_line_end && text.length > 0)
        begin_line(maker, text);
    size_t from = 0, at = 0;
    while (at < text.length) {
        size_t note = note_end(&piece, at);
        size_t superscript = note == 0 ? superscript_end(&piece, at) : 0;
        size_t end = note + superscript;
        if (end == 0) {
            note_stray_mark(&piece, at);
            at++;
            continue;
        }
        push_text(&piece, from, at, 0);
        if (note != 0)
            push_note(&piece, at, end);
        else
            push_text(&piece, at + 1, end - 1, SPAN_SUPERSCRIPT);
        from = at = end;
    }
    push_text(&piece, from, at, 0);
}

void add_line_break(struct span_maker *maker, size_t at)
{
    push_span(maker, (struct span){.kind = SPAN_LINE,
                                   .form = maker->form,
                                   .place = part_place(maker->node, at, at + 1)});
}

void add_line_end(struct span_maker *maker, size_t at)
{
    if (maker->line_ends == LINES_KEEP) {
        add_line_break(maker, at);
        return;
    }
    maker->at_line_end = true;
    maker->line_end = at;
}
