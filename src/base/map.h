/* A map from byte strings to pointers, in an arena.  Keys are copied.  The hash is
 * seeded, so that no author can choose keys that collide. */
#ifndef MAP_H
#define MAP_H

#include "base/arena.h"
#include "base/slice.h"

struct map;

struct map *new_map(struct arena *);
void *map_find(const struct map *, struct slice key); /* NULL: not there */
/* Where the value of this key stands; NULL is in it when the key is new.  Valid until
 * the next map_place(). */
void **map_place(struct map *, struct slice key);
size_t map_count(const struct map *);
/* All keys into names[map_count()], in the order of their bytes. */
void map_names(const struct map *, struct slice *names);

#endif
