/* A hash map with open addressing; keys are hashed with SipHash-1-3 (Aumasson and
 * Bernstein 2012) under a random seed. */
#include "base/map.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>

enum { FIRST_CAPACITY = 16 };

struct entry {
    uint64_t hash;
    struct slice key; /* key.at is NULL in a free entry */
    void *value;
};

struct map {
    struct arena *arena;
    uint64_t seed[2];
    struct entry *entries;
    size_t capacity; /* a power of two, more than 4/3 of count */
    size_t count;
};

struct sip {
    uint64_t a, b, c, d;
};

static uint64_t rotate(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

static void sip_round(struct sip *s)
{
    s->a += s->b;
    s->c += s->d;
    s->b = rotate(s->b, 13) ^ s->a;
    s->d = rotate(s->d, 16) ^ s->c;
    s->a = rotate(s->a, 32);
    s->c += s->b;
    s->a += s->d;
    s->b = rotate(s->b, 17) ^ s->c;
    s->d = rotate(s->d, 21) ^ s->a;
    s->c = rotate(s->c, 32);
}

static void sip_word(struct sip *s, uint64_t word)
{
    s->d ^= word;
    sip_round(s);
    s->a ^= word;
}

static uint64_t hash_key(const uint64_t seed[2], struct slice key)
{
    struct sip s = {seed[0] ^ 0x736f6d6570736575, seed[1] ^ 0x646f72616e646f6d,
                    seed[0] ^ 0x6c7967656e657261, seed[1] ^ 0x7465646279746573};
    uint64_t word;
    size_t i = 0;
    for (; key.length - i >= sizeof word; i += sizeof word) {
        memcpy(&word, key.at + i, sizeof word);
        sip_word(&s, word);
    }
    word = (uint64_t)key.length << 56;
    for (int shift = 0; i < key.length; i++, shift += 8)
        word |= (uint64_t)(unsigned char)key.at[i] << shift;
    sip_word(&s, word);
    s.c ^= 0xFF;
    for (int i_round = 0; i_round < 3; i_round++)
        sip_round(&s);
    return s.a ^ s.b ^ s.c ^ s.d;
}

/* The system gives each process 16 random bytes; to ask it for more costs more than most
 * maps.  Without them the address is what an author knows least. */
static void seed_map(struct map *map)
{
    const void *random = (const void *)getauxval(AT_RANDOM);
    if (random != NULL)
        memcpy(map->seed, random, sizeof map->seed);
    else
        map->seed[0] = (uintptr_t)map;
}

struct map *new_map(struct arena *arena)
{
    struct map *map = arena_alloc(arena, sizeof *map);
    map->arena = arena;
    map->capacity = FIRST_CAPACITY;
    map->entries = arena_array(arena, map->capacity, sizeof *map->entries);
    seed_map(map);
    return map;
}

/* The entry of this key, or the free one where it belongs.  One is always free. */
static struct entry *find_entry(const struct map *map, uint64_t hash, struct slice key)
{
    for (size_t i = hash;; i++) {
        struct entry *entry = &map->entries[i & (map->capacity - 1)];
        if (entry->key.at == NULL || (entry->hash == hash && slice_same(entry->key, key)))
            return entry;
    }
}

static void double_capacity(struct map *map)
{
    struct map wider = *map;
    wider.capacity *= 2;
    wider.entries = arena_array(map->arena, wider.capacity, sizeof *wider.entries);
    for (size_t i = 0; i < map->capacity; i++) {
        struct entry *entry = &map->entries[i];
        if (entry->key.at != NULL)
            *find_entry(&wider, entry->hash, entry->key) = *entry;
    }
    *map = wider;
}

void *map_find(const struct map *map, struct slice key)
{
    return find_entry(map, hash_key(map->seed, key), key)->value;
}

void **map_place(struct map *map, struct slice key)
{
    uint64_t hash = hash_key(map->seed, key);
    struct entry *entry = find_entry(map, hash, key);
    if (entry->key.at != NULL)
        return &entry->value;
    if ((map->count + 1) * 4 > map->capacity * 3) {
        double_capacity(map);
        entry = find_entry(map, hash, key);
    }
    entry->key = (struct slice){arena_text(map->arena, key.at, key.length), key.length};
    entry->hash = hash;
    map->count++;
    return &entry->value;
}

size_t map_count(const struct map *map)
{
    return map->count;
}

static int compare_names(const void *a, const void *b)
{
    const struct slice *left = a, *right = b;
    size_t common = left->length < right->length ? left->length : right->length;
    int order = memcmp(left->at, right->at, common);
    return order != 0 ? order
                      : (left->length > right->length) - (left->length < right->length);
}

void map_names(const struct map *map, struct slice *names)
{
    size_t count = 0;
    for (size_t i = 0; i < map->capacity; i++)
        if (map->entries[i].key.at != NULL)
            names[count++] = map->entries[i].key;
    qsort(names, count, sizeof *names, compare_names);
}
