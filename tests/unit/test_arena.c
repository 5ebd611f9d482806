/* Tests of the arena, its failures, and growing arrays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"

struct numbers {
    int *at;
    size_t count, capacity;
};

static void gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    static const char zeros[300000];
    for (size_t size = 0; size < sizeof zeros; size = size * 2 + 1) {
        char *piece = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)piece % 16, 0);
        assert_memory_equal(piece, zeros, size);
        memset(piece, 'x', size);
    }
    free_arena(arena);
}

static void pieces_do_not_overlap(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    unsigned char *pieces[600];
    size_t bytes = 0;
    for (size_t i = 0; i < 600; i++) {
        size_t size = i % 50 == 0 ? 100000 : i;
        pieces[i] = arena_alloc(arena, size);
        memset(pieces[i], (int)(i % 251), size);
        bytes += size;
    }
    for (size_t i = 0; i < 600; i++) {
        size_t size = i % 50 == 0 ? 100000 : i;
        for (size_t at = 0; at < size; at++)
            assert_int_equal(pieces[i][at], i % 251);
    }
    assert_int_equal(arena_used(arena), bytes);
    free_arena(arena);
}

static void stops_at_the_budget(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 2 << 20);
    if (setjmp(recovery.jump) == 0) {
        arena_alloc(arena, 2 << 20);
        arena_alloc(arena, 0);
        arena_alloc(arena, 1);
        fail();
    }
    assert_int_equal(recovery.status, STATUS_LIMIT);
    assert_string_equal(recovery.text, "the document needs more than 2 MiB of memory");
    assert_int_equal(arena_used(arena), 2 << 20);
    free_arena(arena);
}

static void stops_at_an_overflow(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    if (setjmp(recovery.jump) == 0) {
        arena_array(arena, SIZE_MAX / 2, 3);
        fail();
    }
    assert_int_equal(recovery.status, STATUS_LIMIT);
    assert_string_equal(recovery.text, "out of memory");
    free_arena(arena);
}

static void fails_at_the_chosen_allocation(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    static volatile int done;
    done = 0;
    arena_fail_after(arena, 3);
    if (setjmp(recovery.jump) == 0)
        for (;; done++)
            arena_alloc(arena, 1);
    assert_int_equal(done, 2);
    assert_int_equal(recovery.status, STATUS_LIMIT);
    arena_alloc(arena, 1); /* and only there */
    free_arena(arena);
}

static void carries_status_and_text(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    if (setjmp(recovery.jump) == 0)
        arena_fail(arena, STATUS_IO, "page %d", 7);
    assert_int_equal(recovery.status, STATUS_IO);
    assert_string_equal(recovery.text, "page 7");
    free_arena(arena);
}

static void cuts_a_long_text_between_characters(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    char text[601] = {0};
    for (int i = 0; i < 600; i += 3)
        memcpy(text + i, "议", 3);
    for (int skip = 0; skip < 3; skip++) {
        if (setjmp(recovery.jump) == 0)
            arena_fail(arena, STATUS_IO, "%.*s%s", skip, "ab", text);
        struct slice cut = slice_from_text(recovery.text);
        assert_int_equal(utf8_malformed(cut), cut.length);
        assert_true(cut.length > 250);
    }
    free_arena(arena);
}

struct witness {
    char *log;
    char name;
};

static void write_log(void *object)
{
    struct witness *witness = object;
    witness->log[strlen(witness->log)] = witness->name;
}

static void destroys_in_reverse_order(void **state)
{
    (void)state;
    char log[4] = "";
    struct witness witnesses[] = {{log, 'a'}, {log, 'b'}, {log, 'c'}};
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    for (int i = 0; i < 3; i++)
        arena_defer(arena, write_log, &witnesses[i]);
    assert_string_equal(log, "");
    free_arena(arena);
    assert_string_equal(log, "cba");
}

static void destroys_what_cannot_be_noted(void **state)
{
    (void)state;
    char log[2] = "";
    struct witness witness = {log, 'x'};
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    arena_fail_after(arena, 1);
    if (setjmp(recovery.jump) == 0) {
        arena_defer(arena, write_log, &witness);
        fail();
    }
    assert_string_equal(log, "x");
    free_arena(arena);
    assert_string_equal(log, "x");
}

static void formats_text(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    assert_string_equal(arena_text(arena, "abc", 2), "ab");
    assert_string_equal(arena_text(arena, NULL, 0), "");
    assert_string_equal(arena_format(arena, "%s-%d", "a", 5), "a-5");
    free_arena(arena);
    free_arena(NULL);
}

static void arrays_grow_and_keep_their_elements(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    struct numbers even = {0}, odd = {0};
    for (int i = 0; i < 100000; i += 2) {
        vec_push(arena, &even, i);
        vec_push(arena, &odd, i + 1);
    }
    assert_int_equal(even.count, 50000);
    assert_int_equal(*vec_last(&odd), 99999);
    for (size_t i = 0; i < even.count; i++) {
        assert_int_equal(even.at[i], 2 * i);
        assert_int_equal(odd.at[i], 2 * i + 1);
    }
    free_arena(arena);
}

static void the_last_array_grows_in_place(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    struct numbers numbers = {0};
    vec_push(arena, &numbers, 1);
    const int *first = numbers.at;
    vec_reserve(arena, &numbers, 1000);
    assert_ptr_equal(numbers.at, first);
    assert_true(numbers.capacity >= 1001);
    assert_int_equal(arena_used(arena), numbers.capacity * sizeof(int));
    char *behind = arena_alloc(arena, 16);
    assert_true(behind >= (const char *)(numbers.at + numbers.capacity));
    vec_reserve(arena, &numbers, numbers.capacity);
    assert_ptr_not_equal(numbers.at, first);
    assert_int_equal(numbers.at[0], 1);
    free_arena(arena);
}

static void too_large_arrays_fail(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    static struct numbers numbers;
    numbers = (struct numbers){0};
    vec_push(arena, &numbers, 1);
    if (setjmp(recovery.jump) == 0) {
        vec_reserve(arena, &numbers, SIZE_MAX / 2);
        fail();
    }
    assert_int_equal(recovery.status, STATUS_LIMIT);
    free_arena(arena);
}

static void count_call(void *calls)
{
    ++*(int *)calls;
}

static void a_scratch_forgets_and_goes_with_its_parent(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *parent = new_arena(&recovery, 0);
    struct arena *scratch = new_scratch(parent);
    int calls = 0;
    memset(arena_alloc(scratch, 1000), 'x', 1000);
    arena_defer(scratch, count_call, &calls);
    reset_arena(scratch);
    assert_int_equal(calls, 1);
    assert_int_equal(arena_used(scratch), 0);
    const char *again = arena_alloc(scratch, 1000);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(again[i], 0);
    arena_defer(scratch, count_call, &calls);
    free_arena(parent);
    assert_int_equal(calls, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_memory),
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(stops_at_the_budget),
        cmocka_unit_test(stops_at_an_overflow),
        cmocka_unit_test(fails_at_the_chosen_allocation),
        cmocka_unit_test(carries_status_and_text),
        cmocka_unit_test(cuts_a_long_text_between_characters),
        cmocka_unit_test(destroys_in_reverse_order),
        cmocka_unit_test(destroys_what_cannot_be_noted),
        cmocka_unit_test(formats_text),
        cmocka_unit_test(arrays_grow_and_keep_their_elements),
        cmocka_unit_test(the_last_array_grows_in_place),
        cmocka_unit_test(too_large_arrays_fail),
        cmocka_unit_test(a_scratch_forgets_and_goes_with_its_parent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
