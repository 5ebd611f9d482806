/* Tests of the map. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/map.h"

static void finds_what_was_put(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    struct map *map = new_map(arena);
    int one = 1, two = 2;
    assert_null(map_find(map, SLICE("a")));
    *map_place(map, SLICE("a")) = &one;
    *map_place(map, SLICE("")) = &two;
    assert_ptr_equal(map_find(map, SLICE("a")), &one);
    assert_ptr_equal(map_find(map, SLICE("")), &two);
    assert_null(map_find(map, SLICE("a\0")));
    assert_int_equal(map_count(map), 2);
    assert_ptr_equal(*map_place(map, SLICE("a")), &one);
    *map_place(map, SLICE("a")) = &two;
    assert_ptr_equal(map_find(map, SLICE("a")), &two);
    assert_int_equal(map_count(map), 2);
    free_arena(arena);
}

static void an_empty_slice_without_address_is_a_key(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    struct map *map = new_map(arena);
    *map_place(map, (struct slice){NULL, 0}) = map;
    assert_ptr_equal(map_find(map, SLICE("")), map);
    assert_int_equal(map_count(map), 1);
    free_arena(arena);
}

static void keys_are_copied(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    struct map *map = new_map(arena);
    char key[] = "key";
    *map_place(map, slice_from_text(key)) = map;
    strcpy(key, "yek");
    assert_ptr_equal(map_find(map, SLICE("key")), map);
    assert_null(map_find(map, SLICE("yek")));
    free_arena(arena);
}

static void holds_many_keys_of_every_length(void **state)
{
    (void)state;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    struct map *map = new_map(arena);
    static int values[20000];
    for (int i = 0; i < 20000; i++) {
        const char *key = arena_format(arena, "%*d", i % 40, i);
        *map_place(map, slice_from_text(key)) = &values[i];
    }
    assert_int_equal(map_count(map), 20000);
    for (int i = 0; i < 20000; i++) {
        const char *key = arena_format(arena, "%*d", i % 40, i);
        assert_ptr_equal(map_find(map, slice_from_text(key)), &values[i]);
    }
    assert_null(map_find(map, SLICE("20000")));
    free_arena(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_put),
        cmocka_unit_test(an_empty_slice_without_address_is_a_key),
        cmocka_unit_test(keys_are_copied),
        cmocka_unit_test(holds_many_keys_of_every_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
