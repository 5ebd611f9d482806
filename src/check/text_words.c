/* Splitting texts into words. */
#include "check/text_words.h"

#include "base/vec.h"
#include "check/numbers.h"
#include <string.h>

/* Marks of ASCII, of typography, of Chinese and of Arabic. */
static bool is_mark(codepoint c)
{
    return (c > ' ' && c < 0x7F && !is_ascii_letter(c) && !is_ascii_digit(c)) ||
           (c >= 0xA1 && c <= 0xBF) || (c >= 0x2010 && c <= 0x205E) ||
           (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3020) ||
           (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
           (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65) || c == 0x060C ||
           c == 0x061B || c == 0x061F;
}

static bool is_letter(codepoint c)
{
    return c != CODEPOINT_INVALID && !is_space(c) && !is_mark(c) && !is_han(c);
}

/* "e-mail", "A/80/1", "10.30", "Chair’s". */
static bool joins_letters(struct slice text, size_t at)
{
    codepoint c = character_at(text, at);
    bool joins = c == 0x2019 || (c < 0x80 && strchr("'-./:,", (int)c) != NULL);
    return joins && is_letter(character_before(text, at)) &&
           is_letter(character_at(text, next_character(text, at)));
}

static size_t word_end(struct slice text, size_t at)
{
    codepoint first = character_at(text, at);
    if (is_space(first))
        return skip_spaces(text, at);
    size_t end = next_character(text, at);
    while (is_letter(first) && end < text.length &&
           (is_letter(character_at(text, end)) || joins_letters(text, end)))
        end = next_character(text, end);
    return end;
}

static struct place word_place(const struct span *span, size_t at, size_t end)
{
    struct place place = span->place;
    if (span->place.length != span->text.length)
        return place;
    return (struct place){place.source, place.at + at, end - at};
}

static void add_span(struct arena *arena, struct text_words *words,
                     const struct span *span)
{
    struct slice text = span->text;
    for (size_t at = 0, end; at < text.length; at = end) {
        end = word_end(text, at);
        codepoint first = character_at(text, at);
        vec_push(arena, words,
                 (struct text_word){.text = {text.at + at, end - at},
                                    .span = span,
                                    .place = word_place(span, at, end),
                                    .is_word = !is_space(first) && !is_mark(first)});
    }
}

struct text_words split_words(struct arena *arena, const struct spans *spans)
{
    struct text_words words = {0};
    for (size_t i = 0; i < spans->count; i++) {
        const struct span *span = &spans->at[i];
        struct text_word whole = {.span = span, .place = span->place};
        if (span->kind == SPAN_TEXT) {
            add_span(arena, &words, span);
            continue;
        }
        whole.text = SLICE("\n");
        if (span->kind == SPAN_NOTE)
            whole.text = slice_from_text(
                arena_format(arena, "[^%.*s]", (int)span->note.length, span->note.at));
        vec_push(arena, &words, whole);
    }
    return words;
}

static bool same_address(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool same_word(const struct text_word *a, const struct text_word *b)
{
    return slice_same(a->text, b->text) && a->span->form == b->span->form &&
           same_address(a->span->uri, b->span->uri);
}
