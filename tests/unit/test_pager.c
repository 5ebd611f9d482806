/* Page ends of small galleys whose best ends are known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/vec.h"
#include "page/pager.h"

enum { LINE = 10, PAGE = 100 }; /* points: ten lines on a page */

struct setting {
    struct recovery recovery;
    struct arena *arena;
    struct layout layout;
    struct diagnostics diagnostics;
    struct typesetter typesetter;
    struct galley galley;
};

static int set_up(void **state)
{
    static struct setting setting;
    static const struct language language = {.tag = "en"};
    setting = (struct setting){0};
    setting.arena = new_arena(&setting.recovery, 0);
    setting.diagnostics.arena = setting.arena;
    const struct page_geometry page = {.top = 0, .bottom = POINTS(PAGE)};
    setting.layout = (struct layout){
        .first_page = page,
        .other_pages = page,
        .page_costs = {.widow_lines = 2,
                       .orphan_lines = 2,
                       .widow = 5000,
                       .orphan = 5000,
                       .fill = 100,
                       .split_note = 3000},
    };
    setting.typesetter = (struct typesetter){.arena = setting.arena,
                                             .layout = &setting.layout,
                                             .language = &language,
                                             .diagnostics = &setting.diagnostics};
    setting.galley.tags = new_tag_tree(setting.arena, "en");
    *state = &setting;
    return 0;
}

static int tear_down(void **state)
{
    struct setting *setting = *state;
    free_arena(setting->arena);
    return 0;
}

static struct slug *add_slug(struct setting *setting, int price)
{
    struct slug slug = {.height = POINTS(LINE), .price = price};
    vec_push(setting->arena, &setting->galley.slugs, slug);
    return vec_last(&setting->galley.slugs);
}

static void add_slugs(struct setting *setting, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_slug(setting, PAGE_END_FREE);
}

/* A note of `lines` lines, marked in slug `slug`. */
static void add_note(struct setting *setting, size_t slug, size_t lines)
{
    struct arena *arena = setting->arena;
    struct slugs note = {0};
    for (size_t i = 0; i < lines; i++)
        vec_push(arena, &note, (struct slug){.height = POINTS(LINE)});
    struct slug *marked = &setting->galley.slugs.at[slug];
    struct note_call *call = arena_alloc(arena, sizeof *call);
    call->note = setting->galley.notes.count;
    const struct note_call **calls =
        arena_array(arena, marked->call_count + 1, sizeof *calls);
    for (size_t i = 0; i < marked->call_count; i++)
        calls[i] = marked->calls[i];
    calls[marked->call_count++] = call;
    marked->calls = calls;
    vec_push(arena, &setting->galley.notes, note);
}

static struct page_ends ends_of(struct setting *setting)
{
    return choose_page_ends(&setting->typesetter, &setting->galley);
}

static void assert_ends(const struct page_ends *ends, size_t count, const size_t *end)
{
    assert_int_equal(ends->count, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(ends->at[i].end, end[i]);
}

static void test_full_pages(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 25);
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 3, (size_t[]){10, 20, 25});
}

static void test_empty_document_has_a_page(void **state)
{
    struct page_ends ends = ends_of(*state);
    assert_ends(&ends, 1, (size_t[]){0});
}

static void test_first_page_is_shorter(void **state)
{
    struct setting *setting = *state;
    setting->layout.first_page.top = POINTS(50);
    add_slugs(setting, 15);
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 2, (size_t[]){5, 15});
}

static void test_white_vanishes_at_page_ends(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 20);
    setting->galley.slugs.at[9].after = POINTS(5);
    setting->galley.slugs.at[10].before = POINTS(5);
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 2, (size_t[]){10, 20});
}

static void test_heading_goes_with_its_text(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 20);
    setting->galley.slugs.at[10].price = PAGE_END_FORBIDDEN;
    struct page_ends ends = ends_of(setting);
    assert_int_equal(ends.at[0].end, 9);
}

static void test_forced_end(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 8);
    setting->galley.slugs.at[3].price = PAGE_END_MUST;
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 2, (size_t[]){3, 8});
}

/* By itself page 1 is cheapest with eight lines; but then page 2 has only dear ends. */
static void test_looks_ahead(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 20);
    for (size_t i = 9; i < 20; i++)
        setting->galley.slugs.at[i].price = 5000;
    setting->galley.slugs.at[10].price = 500;
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 2, (size_t[]){10, 20});
    setting->galley.slugs.at[18].price = PAGE_END_FREE;
    add_slugs(setting, 8);
    ends = ends_of(setting);
    assert_ends(&ends, 3, (size_t[]){8, 18, 28});
}

/* Twelve lines before a block that takes a page: wherever they are parted, the white on
 * their two pages is the same. */
static void test_pages_fill_from_the_first_on(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 13);
    for (size_t i = 0; i < 8; i++)
        add_slug(setting, PAGE_END_FORBIDDEN);
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 3, (size_t[]){10, 12, 21});
}

static void test_what_cannot_be_parted_is_parted_at_last(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 1);
    for (int i = 0; i < 14; i++)
        add_slug(setting, PAGE_END_FORBIDDEN);
    struct page_ends ends = ends_of(setting);
    assert_int_equal(ends.count, 2);
    assert_int_equal(ends.at[1].end, 15);
}

static void test_slug_higher_than_a_page(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 3);
    setting->galley.slugs.at[1].height = POINTS(150);
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 3, (size_t[]){1, 2, 3});
    make_pages(&setting->typesetter, &setting->galley, &ends);
    assert_int_equal(setting->diagnostics.warnings, 1);
    assert_string_equal(setting->diagnostics.at[0].name, "overfull-page");
}

static void test_note_takes_room_on_the_page_of_its_mark(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 12);
    add_note(setting, 4, 3);
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 2, (size_t[]){7, 12});
    assert_int_equal(ends.at[0].note_end, 3);
}

static void test_mark_moves_to_the_page_of_its_note(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 12);
    add_note(setting, 9, 3);
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 2, (size_t[]){9, 12});
    assert_int_equal(ends.at[0].note_end, 0);
}

static void test_long_note_goes_on(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 12);
    add_note(setting, 0, 14);
    struct page_ends ends = ends_of(setting);
    assert_true(ends.count >= 3);
    assert_true(ends.at[0].end >= 1);
    assert_true(ends.at[0].note_end >= 2);
    assert_int_equal(ends.at[ends.count - 1].note_end, 14);
}

/* One line of eleven would go over alone: two do. */
static void test_last_line_of_a_note_is_not_alone(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 1);
    add_note(setting, 0, 10);
    struct page_ends ends = ends_of(setting);
    assert_int_equal(ends.count, 2);
    assert_int_equal(ends.at[0].note_end, 8);
    assert_int_equal(ends.at[1].end, 1);
}

/* Each of twenty lines has a note of one line: five pairs on a page, each together. */
static void test_every_note_begins_with_its_mark(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 20);
    for (size_t i = 0; i < 20; i++)
        add_note(setting, i, 1);
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 4, (size_t[]){5, 10, 15, 20});
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(ends.at[i].note_end, ends.at[i].end);
    make_pages(&setting->typesetter, &setting->galley, &ends);
    assert_int_equal(setting->diagnostics.warnings, 0);
}

static void test_note_without_room_is_told(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 1);
    for (size_t i = 0; i < 12; i++)
        add_note(setting, 0, 1);
    struct page_ends ends = ends_of(setting);
    make_pages(&setting->typesetter, &setting->galley, &ends);
    assert_int_equal(ends.at[ends.count - 1].note_end, 12);
    assert_true(setting->diagnostics.warnings > 0);
    assert_string_equal(setting->diagnostics.at[0].name, "note-away-from-mark");
}

/* The line behind the heading has more notes than a page can begin. */
static void test_heading_stays_with_a_line_of_too_many_notes(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 5);
    add_slug(setting, PAGE_END_FORBIDDEN);
    for (size_t i = 0; i < 12; i++)
        add_note(setting, 5, 1);
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 3, (size_t[]){4, 6, 6});
}

/* The second note is marked on an earlier line of its row than the first. */
static void test_notes_of_cells_stay_in_order(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 4);
    add_note(setting, 2, 1);
    add_note(setting, 1, 1);
    setting->galley.slugs.at[2].price = PAGE_END_MUST;
    struct page_ends ends = ends_of(setting);
    assert_int_equal(ends.at[0].end, 2);
    assert_int_equal(ends.at[0].note_end, 2);
}

/* Text of so many pages, in paragraphs, with notes; a long one on every tenth page. */
static size_t work_of(void **state, size_t pages)
{
    tear_down(state);
    set_up(state);
    struct setting *setting = *state;
    for (size_t i = 0; i < pages * PAGE / LINE; i++) {
        add_slug(setting, i % 7 == 1 || i % 7 == 6 ? 5000 : PAGE_END_FREE);
        if (i % 3 == 0)
            add_note(setting, i, i % 99 == 0 ? 25 : 1 + i % 2);
    }
    return ends_of(setting).weighed;
}

static void test_work_grows_with_the_pages(void **state)
{
    size_t work = work_of(state, 100);
    assert_in_range(work, 1, 100 * 10 * 60);
    assert_in_range(work_of(state, 1000), 9 * work, 11 * work);
}

/* The work that a note of `pages` pages takes. */
static size_t work_of_note(void **state, size_t pages)
{
    tear_down(state);
    set_up(state);
    add_slugs(*state, 2000);
    add_note(*state, 5, pages * PAGE / LINE);
    return ends_of(*state).weighed;
}

static void test_work_grows_with_a_note(void **state)
{
    size_t none = work_of_note(state, 0), work = work_of_note(state, 20) - none;
    assert_in_range(work_of_note(state, 80) - none, work, 5 * work);
}

/* The note cannot end on two pages, but the text goes on beside it. */
static void test_no_page_is_all_notes_while_there_is_text(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 20);
    add_note(setting, 0, 22);
    struct page_ends ends = ends_of(setting);
    for (size_t i = 1; i < ends.count; i++)
        assert_true(ends.at[i].end > ends.at[i - 1].end);
}

/* A block of ten lines finds no room beside the three lines that are left over. */
static void test_page_of_notes_before_text_that_is_kept_together(void **state)
{
    struct setting *setting = *state;
    add_slugs(setting, 2);
    add_note(setting, 0, 12);
    for (int i = 0; i < 9; i++)
        add_slug(setting, PAGE_END_FORBIDDEN);
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 3, (size_t[]){1, 1, 11});
    assert_int_equal(ends.at[1].note_end, 12);
}

static size_t rules_at(const struct page *page, length y)
{
    size_t count = 0;
    for (size_t i = 0; i < page->marks.count; i++)
        count += page->marks.at[i].box.y == y;
    return count;
}

static void add_rule(struct setting *setting, struct slug *slug)
{
    vec_push(setting->arena, &slug->marks,
             (struct mark){.kind = MARK_RULE, .tag = setting->galley.tags});
}

/* A head of one line is repeated: nine rows are below it. */
static void test_table_head_is_repeated(void **state)
{
    struct setting *setting = *state;
    struct slugs head = {0};
    add_slugs(setting, 20);
    add_rule(setting, &setting->galley.slugs.at[0]);
    vec_push(setting->arena, &head, setting->galley.slugs.at[0]);
    for (size_t i = 1; i < 20; i++) {
        setting->galley.slugs.at[i].repeat = &head;
        add_rule(setting, &setting->galley.slugs.at[i]);
    }
    struct page_ends ends = ends_of(setting);
    assert_ends(&ends, 3, (size_t[]){10, 19, 20});
    struct pages pages = make_pages(&setting->typesetter, &setting->galley, &ends);
    assert_int_equal(pages.at[1].marks.count, 10);
    assert_int_equal(rules_at(&pages.at[1], POINTS(LINE)), 1);
    assert_int_equal(pages.at[1].marks.at[0].artifact, ARTIFACT_PAGE);
    assert_null(pages.at[1].marks.at[0].tag);
    assert_non_null(pages.at[1].marks.at[1].tag);
}

/* The rule of a note that goes on is a thinner one. */
static void test_note_goes_on_under_a_rule_of_its_own(void **state)
{
    struct setting *setting = *state;
    struct note_form *form = &setting->layout.notes;
    form->rule = (struct note_rule){.width = POINTS(20), .thickness = POINT};
    form->continued_rule = (struct note_rule){.width = POINTS(50)};
    add_slugs(setting, 1);
    add_note(setting, 0, 14);
    struct page_ends ends = ends_of(setting);
    struct pages pages = make_pages(&setting->typesetter, &setting->galley, &ends);
    assert_int_equal(pages.count, 2);
    assert_int_equal(pages.at[0].marks.at[0].box.width, POINTS(20));
    assert_int_equal(pages.at[1].marks.at[0].box.width, POINTS(50));
}

static void test_notes_stand_at_the_foot(void **state)
{
    struct setting *setting = *state;
    setting->layout.notes.rule.thickness = POINT;
    setting->layout.notes.after_rule = POINTS(4);
    setting->layout.notes.before_rule = POINTS(10);
    add_slugs(setting, 3);
    add_note(setting, 1, 2);
    add_rule(setting, &setting->galley.notes.at[0].at[0]);
    struct page_ends ends = ends_of(setting);
    struct pages pages = make_pages(&setting->typesetter, &setting->galley, &ends);
    assert_int_equal(rules_at(&pages.at[0], POINTS(PAGE - 2 * LINE)), 1);
    assert_int_equal(rules_at(&pages.at[0], POINTS(PAGE - 2 * LINE - 5)), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_full_pages),
        TEST(test_empty_document_has_a_page),
        TEST(test_first_page_is_shorter),
        TEST(test_white_vanishes_at_page_ends),
        TEST(test_heading_goes_with_its_text),
        TEST(test_forced_end),
        TEST(test_looks_ahead),
        TEST(test_pages_fill_from_the_first_on),
        TEST(test_what_cannot_be_parted_is_parted_at_last),
        TEST(test_slug_higher_than_a_page),
        TEST(test_note_takes_room_on_the_page_of_its_mark),
        TEST(test_mark_moves_to_the_page_of_its_note),
        TEST(test_long_note_goes_on),
        TEST(test_last_line_of_a_note_is_not_alone),
        TEST(test_every_note_begins_with_its_mark),
        TEST(test_note_without_room_is_told),
        TEST(test_heading_stays_with_a_line_of_too_many_notes),
        TEST(test_notes_of_cells_stay_in_order),
        TEST(test_work_grows_with_the_pages),
        TEST(test_work_grows_with_a_note),
        TEST(test_no_page_is_all_notes_while_there_is_text),
        TEST(test_page_of_notes_before_text_that_is_kept_together),
        TEST(test_table_head_is_repeated),
        TEST(test_note_goes_on_under_a_rule_of_its_own),
        TEST(test_notes_stand_at_the_foot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
