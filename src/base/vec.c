/* Growing arrays in an arena. */
#include "base/vec.h"

#include <stdint.h>

enum { SMALLEST_CAPACITY = 8 };

void *vec_grow(struct arena *arena, void *at, size_t count, size_t *capacity, size_t more,
               size_t size)
{
    if (more <= *capacity - count)
        return at;
    size_t needed, bytes;
    size_t wanted = *capacity < SMALLEST_CAPACITY / 2 ? SMALLEST_CAPACITY : *capacity * 2;
    if (__builtin_add_overflow(count, more, &needed))
        needed = SIZE_MAX;
    if (wanted < needed)
        wanted = needed;
    if (__builtin_mul_overflow(wanted, size, &bytes))
        bytes = SIZE_MAX;
    at = arena_resize(arena, at, *capacity * size, bytes);
    *capacity = wanted;
    return at;
}
