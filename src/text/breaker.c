/* ICU's line break iterators, one for each language met. */
#include "text/breaker.h"

#include "base/vec.h"
#include <string.h>
#include <unicode/ubrk.h>

struct tailored {
    const char *language;
    UBreakIterator *iterator;
};

struct breaker {
    struct arena *arena;
    struct tailored *at;
    size_t count, capacity;
};

struct breaker *new_breaker(struct arena *arena)
{
    struct breaker *breaker = arena_alloc(arena, sizeof *breaker);
    breaker->arena = arena;
    return breaker;
}

static void check_icu(struct arena *arena, UErrorCode error)
{
    if (error == U_MEMORY_ALLOCATION_ERROR)
        arena_fail(arena, STATUS_LIMIT, "out of memory");
    if (U_FAILURE(error))
        arena_fail(arena, STATUS_DEFECT, "line breaking: %s", u_errorName(error));
}

static void close_iterator(void *iterator)
{
    ubrk_close(iterator);
}

static UBreakIterator *iterator_for(struct breaker *breaker, const char *language)
{
    for (size_t i = 0; i < breaker->count; i++)
        if (strcmp(breaker->at[i].language, language) == 0)
            return breaker->at[i].iterator;
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_LINE, language, NULL, 0, &error);
    check_icu(breaker->arena, error);
    arena_defer(breaker->arena, close_iterator, iterator);
    const char *kept = arena_text(breaker->arena, language, strlen(language));
    vec_push(breaker->arena, breaker, (struct tailored){kept, iterator});
    return iterator;
}

unsigned char *line_breaks(struct arena *arena, struct breaker *breaker,
                           const char *language, struct utf16 text)
{
    unsigned char *kinds = arena_alloc(arena, text.length + 1);
    UBreakIterator *iterator = iterator_for(breaker, language);
    UErrorCode error = U_ZERO_ERROR;
    ubrk_setText(iterator, text.at, (int32_t)text.length, &error);
    check_icu(arena, error);
    for (int32_t i = ubrk_next(iterator); i != UBRK_DONE; i = ubrk_next(iterator))
        kinds[i] = ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD ? LINE_BREAK_MUST
                                                                  : LINE_BREAK_ALLOWED;
    return kinds;
}
