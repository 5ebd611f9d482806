/* The arena: blocks that are filled from their start and freed together. */
#include "base/arena.h"

#include "base/utf8.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ALIGNMENT = 16,
    FIRST_BLOCK = 64 << 10,
    LARGEST_BLOCK = 1 << 20,
    OWN_BLOCK_SHARE = 4 /* a piece beyond this part of a block gets one of its own */
};

struct block {
    struct block *older;
    size_t size, used;
    _Alignas(ALIGNMENT) char bytes[];
};

struct deferred {
    struct deferred *older;
    void (*destroy)(void *);
    void *object;
};

struct arena {
    struct recovery *recovery;
    struct block *filling; /* the newest; blocks of one piece hang behind it */
    struct deferred *deferred;
    size_t next_block;
    size_t budget, used;
    size_t fail_after;
};

struct arena *new_arena(struct recovery *recovery, size_t budget)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL)
        return NULL;
    arena->recovery = recovery;
    arena->next_block = FIRST_BLOCK;
    arena->budget = budget;
    return arena;
}

static void free_blocks(struct block *block)
{
    while (block != NULL) {
        struct block *older = block->older;
        free(block);
        block = older;
    }
}

static void destroy_deferred(struct arena *arena)
{
    for (struct deferred *d = arena->deferred; d != NULL; d = d->older)
        d->destroy(d->object);
    arena->deferred = NULL;
}

void free_arena(struct arena *arena)
{
    if (arena == NULL)
        return;
    destroy_deferred(arena);
    free_blocks(arena->filling);
    free(arena);
}

void reset_arena(struct arena *arena)
{
    destroy_deferred(arena);
    arena->used = 0;
    struct block *kept = arena->filling;
    if (kept == NULL)
        return;
    free_blocks(kept->older);
    kept->older = NULL;
    kept->used = 0;
}

/* Never returns, so that `arguments` need no va_end(). */
static _Noreturn void fail_with(struct arena *arena, enum status status,
                                const char *format, va_list arguments)
{
    struct recovery *recovery = arena->recovery;
    recovery->status = status;
    int length = vsnprintf(recovery->text, sizeof recovery->text, format, arguments);
    if (length < 0)
        recovery->text[0] = '\0';
    /* A text that was cut may end within a character. */
    if (length >= (int)sizeof recovery->text)
        recovery->text[utf8_malformed(slice_from_text(recovery->text))] = '\0';
    longjmp(recovery->jump, 1);
}

void arena_fail(struct arena *arena, enum status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fail_with(arena, status, format, arguments);
}

static _Noreturn void fail_for_memory(struct arena *arena, size_t size)
{
    if (arena->budget != 0 && size > arena->budget - arena->used)
        arena_fail(arena, STATUS_LIMIT, "the document needs more than %zu MiB of memory",
                   arena->budget >> 20);
    arena_fail(arena, STATUS_LIMIT, "out of memory");
}

static struct block *new_block(size_t size, bool zeroed)
{
    size_t bytes = sizeof(struct block) + size;
    struct block *block = zeroed ? calloc(1, bytes) : malloc(bytes);
    if (block != NULL)
        *block = (struct block){.size = size};
    return block;
}

/* A block in which `size` bytes fit, or NULL.  One that is made for these bytes alone is
 * zeroed here, where the system may know that it is. */
static struct block *block_with_room(struct arena *arena, size_t size, bool zeroed)
{
    struct block *filling = arena->filling;
    if (filling != NULL && size <= filling->size - filling->used)
        return filling;
    bool alone = size > arena->next_block / OWN_BLOCK_SHARE;
    struct block *block =
        alone ? new_block(size, zeroed) : new_block(arena->next_block, false);
    if (block == NULL)
        return NULL;
    if (alone && filling != NULL) {
        block->older = filling->older;
        filling->older = block;
        return block;
    }
    block->older = filling;
    arena->filling = block;
    if (!alone && arena->next_block < LARGEST_BLOCK)
        arena->next_block *= 2;
    return block;
}

static size_t round_up(size_t size)
{
    return (size + (ALIGNMENT - 1)) & ~(size_t)(ALIGNMENT - 1);
}

/* Counts `size` bytes as given; false when they must not be. */
static bool take_from_budget(struct arena *arena, size_t size)
{
    if (arena->fail_after != 0 && --arena->fail_after == 0)
        return false;
    if (arena->budget != 0 && size > arena->budget - arena->used)
        return false;
    arena->used += size;
    return true;
}

static void *try_take(struct arena *arena, size_t size, bool zeroed)
{
    if (size > PTRDIFF_MAX - FIRST_BLOCK || !take_from_budget(arena, size))
        return NULL;
    size_t room = size == 0 ? ALIGNMENT : round_up(size);
    struct block *block = block_with_room(arena, room, zeroed);
    if (block == NULL) {
        arena->used -= size;
        return NULL;
    }
    void *piece = block->bytes + block->used;
    block->used += room;
    bool alone = block->size == room;
    return zeroed && !alone ? memset(piece, 0, room) : piece;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    void *piece = try_take(arena, size, true);
    if (piece == NULL)
        fail_for_memory(arena, size);
    return piece;
}

void *arena_room(struct arena *arena, size_t size)
{
    void *piece = try_take(arena, size, false);
    if (piece == NULL)
        fail_for_memory(arena, size);
    return piece;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        bytes = SIZE_MAX;
    return arena_alloc(arena, bytes);
}

/* Whether the piece is the last in the block that is being filled, with room for
 * `more` bytes behind it. */
static bool can_extend(const struct block *filling, const char *piece, size_t room,
                       size_t more)
{
    return filling != NULL && piece + room == filling->bytes + filling->used &&
           more <= filling->size - filling->used;
}

void *arena_resize(struct arena *arena, void *at, size_t old_size, size_t size)
{
    if (size <= old_size)
        return at;
    size_t room = round_up(old_size);
    if (old_size != 0 && size <= PTRDIFF_MAX - FIRST_BLOCK &&
        can_extend(arena->filling, at, room, round_up(size) - room)) {
        if (!take_from_budget(arena, size - old_size))
            fail_for_memory(arena, size - old_size);
        arena->filling->used += round_up(size) - room;
        return at;
    }
    void *moved = arena_room(arena, size);
    if (old_size != 0)
        memcpy(moved, at, old_size);
    return moved;
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length != 0)
        memcpy(copy, text, length);
    return copy;
}

char *arena_vformat(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length < 0)
        arena_fail(arena, STATUS_DEFECT, "cannot format “%s”", format);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vformat(arena, format, arguments);
    va_end(arguments);
    return text;
}

void arena_defer(struct arena *arena, void (*destroy)(void *), void *object)
{
    struct deferred *deferred = try_take(arena, sizeof *deferred, false);
    if (deferred == NULL) {
        destroy(object);
        fail_for_memory(arena, sizeof *deferred);
    }
    *deferred = (struct deferred){arena->deferred, destroy, object};
    arena->deferred = deferred;
}

size_t arena_used(const struct arena *arena)
{
    return arena->used;
}

void arena_fail_after(struct arena *arena, size_t allocations)
{
    arena->fail_after = allocations;
}

static void free_scratch(void *scratch)
{
    free_arena(scratch);
}

struct arena *new_scratch(struct arena *parent)
{
    struct arena *scratch = new_arena(parent->recovery, parent->budget);
    if (scratch == NULL)
        fail_for_memory(parent, sizeof *scratch);
    arena_defer(parent, free_scratch, scratch);
    return scratch;
}
