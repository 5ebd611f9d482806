/* Memory for cmark, which ends the process when there is none: so it gets all of it
 * beforehand.
 *
 *     struct cmark_pool pool = {arena_room(arena, size), size, 0};
 *     cmark_mem memory = {pool_calloc, pool_realloc, pool_free};
 *     use_cmark_pool(&pool);
 *     ...
 *     use_cmark_pool(NULL);                                                     */
#ifndef CMARK_POOL_H
#define CMARK_POOL_H

#include <stddef.h>

struct cmark_pool {
    char *at;
    size_t size, used;
};

/* What a text of so many bytes may make cmark take. */
size_t cmark_pool_size(size_t text_bytes);
void use_cmark_pool(struct cmark_pool *);
void *pool_calloc(size_t count, size_t size);
void *pool_realloc(void *old, size_t size);
void pool_free(void *);

#endif
