/* Comparing parts by the words, or figures, that are in them. */
#include "check/edition_likeness.h"

#include "base/vec.h"
#include "check/text_words.h"
#include <stdlib.h>
#include <string.h>

struct gathering {
    struct contents_reader *reader;
    struct contents contents;
};

/* FNV-1a. */
static uint32_t hash_more(uint32_t hash, const void *bytes, size_t count)
{
    const unsigned char *at = bytes;
    while (count-- > 0)
        hash = (hash ^ *at++) * 16777619u;
    return hash;
}

static uint32_t hash_text(uint32_t seed, struct slice text)
{
    return hash_more(2166136261u ^ seed, text.at, text.length);
}

static void add_hash(struct gathering *gathering, uint32_t hash)
{
    vec_push(gathering->reader->arena, &gathering->contents, hash);
}

/* Each word, and each with the one before it: small words and single ideographs are
 * common to all texts. */
static void gather_words(struct gathering *gathering, const struct text *text)
{
    struct text_words words = split_words(gathering->reader->scratch, text->spans);
    uint32_t before = 0;
    for (size_t i = 0; i < words.count; i++) {
        if (!words.at[i].is_word)
            continue;
        uint32_t hash = hash_text(0, words.at[i].text);
        add_hash(gathering, hash);
        add_hash(gathering, hash_more(hash, &before, sizeof before));
        before = hash;
    }
    reset_arena(gathering->reader->scratch);
}

static void gather_token(struct gathering *gathering, const struct text *text,
                         const struct token *token)
{
    int64_t facts[] = {token->kind, token->scaled, token->from, token->to,
                       token->date.month};
    if (token->kind == TOKEN_SYMBOL)
        add_hash(gathering,
                 hash_text(TOKEN_SYMBOL, (struct slice){text->text.at + token->at,
                                                        token->end - token->at}));
    else if (token->kind != TOKEN_WORDS && token->kind != TOKEN_WEEKDAY)
        add_hash(gathering, hash_more(1, facts, sizeof facts));
}

/* Words of numbers and of days are not in both languages where figures are. */
static void gather_figures(struct gathering *gathering, const struct text *text)
{
    for (size_t i = 0; i < text->tokens.count; i++)
        gather_token(gathering, text, &text->tokens.at[i]);
    for (size_t i = 0; i < text->spans->count; i++)
        if (text->spans->at[i].kind == SPAN_NOTE)
            add_hash(gathering, hash_text(2, text->spans->at[i].note));
}

static uint32_t name_hash(const struct edition_part *part)
{
    return hash_text((uint32_t)part->kind, slice_from_text(part->name));
}

static void gather(struct gathering *gathering, const struct edition_part *part)
{
    if (part->text != NULL && gathering->reader->one_language)
        gather_words(gathering, part->text);
    else if (part->text != NULL)
        gather_figures(gathering, part->text);
    if (part->value != NULL && (gathering->reader->one_language || !part->is_wording))
        add_hash(gathering, hash_text(name_hash(part), slice_from_text(part->value)));
    if (part->kind == EDITION_ENTRY && part->item_part != NULL) {
        if (part->item_part->identity == 0)
            part->item_part->identity = ++gathering->reader->identities;
        add_hash(gathering, part->item_part->identity);
    }
    if (part->kind == EDITION_GROUP && part->children.count > 0)
        add_hash(gathering, name_hash(part) + (uint32_t)part->children.count);
    for (size_t i = 0; i < part->children.count; i++)
        gather(gathering, part->children.at[i]);
}

static int order_numbers(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return (one > other) - (one < other);
}

struct contents part_contents(struct contents_reader *reader, struct edition_part *part)
{
    enum { WEIGHT_OF_TITLE = 3 };
    struct gathering gathering = {reader, {0}};
    gather(&gathering, part);
    for (size_t i = 0; i < part->children.count; i++) {
        const struct edition_part *child = part->children.at[i];
        bool is_title = child->name != NULL && strcmp(child->name, "title") == 0;
        for (int k = 1; is_title && k < WEIGHT_OF_TITLE; k++)
            gather(&gathering, child);
    }
    if (gathering.contents.count > 0)
        qsort(gathering.contents.at, gathering.contents.count,
              sizeof *gathering.contents.at, order_numbers);
    return gathering.contents;
}

static size_t count_common(const struct contents *a, const struct contents *b)
{
    size_t common = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        if (a->at[i] == b->at[k])
            common++;
        bool first = a->at[i] <= b->at[k], second = b->at[k] <= a->at[i];
        i += first;
        k += second;
    }
    return common;
}

int contents_likeness(const struct contents *a, const struct contents *b)
{
    size_t all = a->count + b->count;
    if (all == 0)
        return LIKENESS_FULL / 2;
    return (int)(2 * count_common(a, b) * LIKENESS_FULL / all);
}

bool same_contents(const struct contents *a, const struct contents *b)
{
    return a->count == b->count &&
           (a->count == 0 || memcmp(a->at, b->at, a->count * sizeof *a->at) == 0);
}
