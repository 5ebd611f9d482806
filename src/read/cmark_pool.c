/* Pieces of one block of memory, never given back. */
#include "read/cmark_pool.h"

#include <string.h>

/* cmark's callbacks are given no context.  Set for the time of one call into cmark. */
static _Thread_local struct cmark_pool *current_pool;

size_t cmark_pool_size(size_t text_bytes)
{
    enum {
        POOL_BYTES = 256 << 10,
        BYTES_PER_BYTE = 512 /* twice what the worst text we know makes cmark take */
    };
    return POOL_BYTES + text_bytes * BYTES_PER_BYTE;
}

void use_cmark_pool(struct cmark_pool *pool)
{
    current_pool = pool;
}

static void *take(size_t size)
{
    struct cmark_pool *pool = current_pool;
    size_t room = (size + 15) & ~(size_t)15;
    if (room > pool->size - pool->used)
        return NULL;
    void *piece = pool->at + pool->used;
    pool->used += room;
    return piece;
}

/* The size stands before each piece, for pool_realloc(). */
static void *pool_alloc(size_t size)
{
    size_t *piece = take(size + 16);
    if (piece == NULL)
        return NULL;
    *piece = size;
    return (char *)piece + 16;
}

void *pool_calloc(size_t count, size_t size)
{
    void *piece = pool_alloc(count * size);
    if (piece != NULL)
        memset(piece, 0, count * size);
    return piece;
}

void *pool_realloc(void *old, size_t size)
{
    void *piece = pool_alloc(size);
    if (piece == NULL || old == NULL)
        return piece;
    size_t old_size = *(size_t *)((char *)old - 16);
    memcpy(piece, old, old_size < size ? old_size : size);
    return piece;
}

void pool_free(void *piece)
{
    (void)piece;
}
