/* Growing arrays in an arena.  Any struct with the members `at`, `count` and
 * `capacity` is one:
 *
 *     struct lines { struct line *at; size_t count, capacity; };
 *     vec_push(arena, &lines, line);                                           */
#ifndef VEC_H
#define VEC_H

#include "base/arena.h"
#include <stddef.h>

/* Room for `more` elements behind the last; they are not counted yet.  Macros: their
 * arguments are read more than once. */
#define vec_reserve(arena, vec, more)                                                    \
    ((more) <= (vec)->capacity - (vec)->count                                            \
         ? (void)0                                                                       \
         : (void)((vec)->at = vec_grow((arena), (vec)->at, (vec)->count,                 \
                                       &(vec)->capacity, (more), sizeof *(vec)->at)))

#define vec_push(arena, vec, ...)                                                        \
    (vec_reserve((arena), (vec), 1), (void)((vec)->at[(vec)->count++] = (__VA_ARGS__)))

#define vec_last(vec) (&(vec)->at[(vec)->count - 1])

/* The array moved to where count + more elements fit; doubles its capacity. */
void *vec_grow(struct arena *, void *at, size_t count, size_t *capacity, size_t more,
               size_t size);

#endif
