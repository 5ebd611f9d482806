/* Finding which words differ: the longest row of words that both texts have. */
#include "compare/word_changes.h"

#include "base/vec.h"

enum {
    MOST_PAIRS = 4 << 20, /* beyond that all between the first and last change differs */
    ISLAND = 2            /* so many marks and spaces between changes are no rest */
};

/* The lengths of the longest common rows of all ends of two texts. */
struct common {
    uint32_t *at;
    size_t width;
};

static uint32_t *common_at(const struct common *common, size_t i, size_t k)
{
    return &common->at[i * common->width + k];
}

static struct common fill_common(struct arena *arena, const struct text_words *a,
                                 const struct text_words *b)
{
    struct common common = {
        arena_array(arena, (a->count + 1) * (b->count + 1), sizeof(uint32_t)),
        b->count + 1};
    for (size_t i = a->count; i-- > 0;) {
        for (size_t k = b->count; k-- > 0;) {
            uint32_t down = *common_at(&common, i + 1, k);
            uint32_t right = *common_at(&common, i, k + 1);
            *common_at(&common, i, k) = same_word(&a->at[i], &b->at[k])
                                            ? *common_at(&common, i + 1, k + 1) + 1
                                        : down > right ? down
                                                       : right;
        }
    }
    return common;
}

static void add_same(struct arena *arena, struct word_changes *changes,
                     const struct text_word *first, const struct text_word *second)
{
    vec_push(arena, changes, (struct changed_word){first, second, WORD_SAME});
}

static void add_removed(struct arena *arena, struct word_changes *changes,
                        const struct text_word *word)
{
    vec_push(arena, changes, (struct changed_word){word, NULL, WORD_REMOVED});
}

static void add_inserted(struct arena *arena, struct word_changes *changes,
                         const struct text_word *word)
{
    vec_push(arena, changes, (struct changed_word){NULL, word, WORD_INSERTED});
}

static size_t add_common(struct arena *arena, struct word_changes *changes,
                         const struct text_words *a, const struct text_words *b,
                         size_t *k)
{
    struct common common = fill_common(arena, a, b);
    size_t i = 0;
    while (i < a->count && *k < b->count) {
        if (same_word(&a->at[i], &b->at[*k]))
            add_same(arena, changes, &a->at[i++], &b->at[(*k)++]);
        else if (*common_at(&common, i + 1, *k) >= *common_at(&common, i, *k + 1))
            add_removed(arena, changes, &a->at[i++]);
        else
            add_inserted(arena, changes, &b->at[(*k)++]);
    }
    return i;
}

static void add_middle(struct arena *arena, struct word_changes *changes,
                       const struct text_words *a, const struct text_words *b)
{
    size_t i = 0, k = 0;
    if (a->count + 1 <= MOST_PAIRS / (b->count + 1))
        i = add_common(arena, changes, a, b, &k);
    for (; i < a->count; i++)
        add_removed(arena, changes, &a->at[i]);
    for (; k < b->count; k++)
        add_inserted(arena, changes, &b->at[k]);
}

/* Where the changes that begin at `from` end: few marks between two do not part them. */
static size_t changes_end(const struct word_changes *changes, size_t from)
{
    size_t end = from;
    if (changes->at[from].change == WORD_SAME)
        return from;
    for (size_t i = from; i < changes->count && i <= end + ISLAND; i++) {
        if (changes->at[i].change != WORD_SAME)
            end = i + 1;
        else if (changes->at[i].first->is_word)
            break;
    }
    return end;
}

static void add_sides(struct arena *arena, struct word_changes *into,
                      const struct word_changes *from, size_t at, size_t end)
{
    for (size_t i = at; i < end; i++)
        if (from->at[i].first != NULL)
            add_removed(arena, into, from->at[i].first);
    for (size_t i = at; i < end; i++)
        if (from->at[i].second != NULL)
            add_inserted(arena, into, from->at[i].second);
}

/* Where there is but one side, the marks between changes stay as they are. */
static bool has_side(const struct word_changes *changes, size_t at, size_t end,
                     enum word_change side)
{
    for (size_t i = at; i < end; i++)
        if (changes->at[i].change == side)
            return true;
    return false;
}

static struct word_changes join_changes(struct arena *arena,
                                        const struct word_changes *changes)
{
    struct word_changes joined = {0};
    for (size_t at = 0, end; at < changes->count; at = end) {
        end = changes_end(changes, at);
        if (has_side(changes, at, end, WORD_REMOVED) &&
            has_side(changes, at, end, WORD_INSERTED)) {
            add_sides(arena, &joined, changes, at, end);
            continue;
        }
        end += end == at;
        for (size_t i = at; i < end; i++)
            vec_push(arena, &joined, changes->at[i]);
    }
    return joined;
}

struct word_changes find_word_changes(struct arena *arena, const struct text_words *a,
                                      const struct text_words *b)
{
    struct word_changes changes = {0};
    size_t fewer = a->count < b->count ? a->count : b->count;
    size_t start = 0, end = 0;
    while (start < fewer && same_word(&a->at[start], &b->at[start]))
        start++;
    while (end < fewer - start &&
           same_word(&a->at[a->count - 1 - end], &b->at[b->count - 1 - end]))
        end++;
    struct text_words some = {a->at + start, a->count - start - end, 0};
    struct text_words others = {b->at + start, b->count - start - end, 0};
    for (size_t i = 0; i < start; i++)
        add_same(arena, &changes, &a->at[i], &b->at[i]);
    add_middle(arena, &changes, &some, &others);
    for (size_t i = end; i > 0; i--)
        add_same(arena, &changes, &a->at[a->count - i], &b->at[b->count - i]);
    return join_changes(arena, &changes);
}

struct word_changes mark_words(struct arena *arena, const struct text_words *words,
                               size_t from, size_t to, enum word_change change)
{
    struct word_changes changes = {0};
    size_t at = 0;
    for (size_t i = 0; i < words->count; i++) {
        const struct text_word *word = &words->at[i];
        size_t size = word->span->kind == SPAN_NOTE ? 0 : word->text.length;
        bool is_marked = at < to && at + size > from;
        vec_push(arena, &changes,
                 (struct changed_word){word, word, is_marked ? change : WORD_SAME});
        at += size;
    }
    return changes;
}

bool find_first_change(const struct word_changes *changes, struct place *first,
                       struct place *second)
{
    size_t start = 0;
    while (start < changes->count && changes->at[start].change == WORD_SAME)
        start++;
    for (size_t i = changes->count; i-- > start;) {
        if (changes->at[i].first != NULL)
            *first = changes->at[i].first->place;
        if (changes->at[i].second != NULL)
            *second = changes->at[i].second->place;
    }
    return start < changes->count;
}
