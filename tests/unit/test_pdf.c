/* Tests of the PDF device: pages made by hand become files.  With a folder as argument
 * the files are left there for the checks of tests/pdf. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "out/pdf.h"
#include "out/pdf_outlines.h"
#include "pages_by_hand.h"

#define PROFILE "layouts/srgb.icc"

static const char *folder;

static struct recovery recovery;

static struct slice write_pages(struct hand *hand)
{
    struct pdf_resources resources = {.producer = "agendaset test",
                                      .outlines = new_outlines(hand->arena)};
    read_file(hand->arena, PROFILE, 1 << 20, &resources.icc_profile);
    struct buffer file = new_buffer(hand->arena);
    write_pdf(hand->arena, &hand->pages, &resources, &file);
    return buffer_as_slice(&file);
}

static void keep_file(struct hand *hand, const char *name, struct slice file)
{
    if (folder == NULL)
        return;
    char *path = join_path(hand->arena, folder, name);
    assert_null(write_file(hand->arena, path, file).text);
}

static void add_masthead(struct hand *hand)
{
    struct tag *root = hand->pages.tags;
    struct tag *p = open_tag(hand->arena, root, TAG_P);
    add_text(hand, text_tag(hand->arena, p), hand->han, POINTS(10), POINTS(63),
             POINTS(60), "联合国");
    struct tag *english = open_tag(hand->arena, p, TAG_TEXT);
    english->language = "en";
    add_text(hand, english, hand->latin, POINTS(10), POINTS(400), POINTS(60),
             "Original: English (a\\b)");
    add_hand_mark(hand,
                  (struct mark){.kind = MARK_RULE,
                                .artifact = ARTIFACT_LAYOUT,
                                .box = {POINTS(63), POINTS(65), POINTS(469), POINT / 4},
                                .colour = {.is_grey = true}});
    struct tag *h1 = open_tag(hand->arena, root, TAG_H1);
    add_text(hand, text_tag(hand->arena, h1), hand->han_bold, POINTS(14), POINTS(63),
             POINTS(90), "临时议程说明");
}

/* The face has one glyph for "——"; and a glyph that stands for two texts. */
static void add_dashes(struct hand *hand)
{
    struct tag *p = open_tag(hand->arena, hand->pages.tags, TAG_P);
    struct tag *leaf = text_tag(hand->arena, p);
    add_text(hand, leaf, hand->han, POINTS(12), POINTS(63), POINTS(120), "一—二");
    struct glyph_row *row =
        add_text(hand, leaf, hand->han, POINTS(12), POINTS(200), POINTS(120), "三——四");
    assert_int_equal(row->count, 3);
    row = add_text(hand, leaf, hand->han, POINTS(12), POINTS(260), POINTS(120), "五—六");
    row->text = "五―六"; /* U+2015 by the glyph of U+2014 */
    add_text(hand, leaf, hand->latin, POINTS(12), POINTS(320), POINTS(120),
             "office – ﬁ ffi—");
}

/* Cyrillic has no letter а with an accent: two glyphs stand for one text. */
static void add_cluster(struct hand *hand)
{
    struct tag *p = open_tag(hand->arena, hand->pages.tags, TAG_P);
    p->language = "ru";
    struct glyph_row *row = add_text(hand, text_tag(hand->arena, p), hand->latin,
                                     POINTS(12), POINTS(63), POINTS(140), "за\u0301мок");
    assert_int_equal(row->count, 6);
    /* as if shaped to one text of both */
    row->glyphs[1].text_length = 4;
    row->glyphs[2].text_length = 0;
    row->scale = 980;
}

static void add_link_mark(struct hand *hand, struct tag *link, length x, length y,
                          length width)
{
    add_hand_mark(
        hand,
        (struct mark){.kind = MARK_LINK, .tag = link, .box = {x, y, width, POINTS(12)}});
}

static void add_links_paragraph(struct hand *hand, struct tag *target)
{
    struct tag *p = open_tag(hand->arena, hand->pages.tags, TAG_P);
    add_text(hand, text_tag(hand->arena, p), hand->han, POINTS(10), POINTS(63),
             POINTS(170), "见");
    struct tag *link = open_tag(hand->arena, p, TAG_LINK);
    link->uri = "https://undocs.org/zh/CTOC/COP/WG.3/2020/2?q=议";
    add_text(hand, text_tag(hand->arena, link), hand->latin, POINTS(10), POINTS(75),
             POINTS(170), "CTOC/COP/WG.3/2020/2");
    add_link_mark(hand, link, POINTS(75), POINTS(160), POINTS(110));
    struct tag *inside = open_tag(hand->arena, p, TAG_LINK);
    inside->target = target;
    inside->alt = "表格";
    add_text(hand, text_tag(hand->arena, inside), hand->han, POINTS(10), POINTS(200),
             POINTS(170), "表");
    add_link_mark(hand, inside, POINTS(200), POINTS(160), POINTS(10));
    struct tag *nowhere = open_tag(hand->arena, p, TAG_LINK);
    nowhere->target = open_tag(hand->arena, hand->pages.tags, TAG_DIV);
    add_link_mark(hand, nowhere, POINTS(300), POINTS(160), POINTS(10));
}

static void add_note(struct hand *hand)
{
    struct tag *p = open_tag(hand->arena, hand->pages.tags, TAG_P);
    add_text(hand, text_tag(hand->arena, p), hand->han, POINTS(10), POINTS(63),
             POINTS(190), "报告");
    struct tag *reference = open_tag(hand->arena, p, TAG_REFERENCE);
    struct glyph_row *row = add_text(hand, text_tag(hand->arena, reference), hand->latin,
                                     POINTS(10) * 6 / 10, POINTS(83), POINTS(190), "1");
    row->rise = POINTS(4);
    struct tag *note = open_tag(hand->arena, p, TAG_NOTE);
    note->id = "note-1";
    struct tag *label = open_tag(hand->arena, note, TAG_LBL);
    add_text(hand, text_tag(hand->arena, label), hand->latin, POINTS(8), POINTS(63),
             POINTS(780), "1");
    add_text(hand, text_tag(hand->arena, note), hand->han, POINTS(8), POINTS(72),
             POINTS(780), "注文。");
}

static void add_list(struct hand *hand)
{
    struct tag *list = open_tag(hand->arena, hand->pages.tags, TAG_L);
    list->numbering = LIST_DECIMAL;
    for (int i = 0; i < 2; i++) {
        struct tag *item = open_tag(hand->arena, list, TAG_LI);
        struct tag *label = open_tag(hand->arena, item, TAG_LBL);
        struct tag *body = open_tag(hand->arena, item, TAG_LBODY);
        length y = POINTS(220 + 16 * i);
        add_text(hand, text_tag(hand->arena, label), hand->latin, POINTS(10), POINTS(63),
                 y, i == 0 ? "1." : "2.");
        add_text(hand, text_tag(hand->arena, body), hand->han, POINTS(10), POINTS(87), y,
                 i == 0 ? "组织事项：" : "其他事项。");
    }
    open_tag(hand->arena, list, TAG_LI); /* has nothing, so it is not written */
}

static void add_cell(struct hand *hand, struct tag *row, enum tag_kind kind, length x,
                     length y, const char *text, int columns)
{
    struct tag *cell = open_tag(hand->arena, row, kind);
    cell->scope = kind == TAG_TH ? SCOPE_COLUMN : SCOPE_NONE;
    cell->column_span = columns;
    add_text(hand, text_tag(hand->arena, cell), hand->han, POINTS(10), x, y, text);
}

static struct tag *add_table(struct hand *hand)
{
    struct arena *arena = hand->arena;
    struct tag *table = open_tag(arena, hand->pages.tags, TAG_TABLE);
    struct tag *head = open_tag(arena, open_tag(arena, table, TAG_THEAD), TAG_TR);
    add_cell(hand, head, TAG_TH, POINTS(63), POINTS(300), "时间", 0);
    add_cell(hand, head, TAG_TH, POINTS(163), POINTS(300), "项目", 0);
    struct tag *body = open_tag(arena, table, TAG_TBODY);
    struct tag *row = open_tag(arena, body, TAG_TR);
    add_cell(hand, row, TAG_TD, POINTS(63), POINTS(316), "上午", 0);
    add_cell(hand, row, TAG_TD, POINTS(163), POINTS(316), "会议开幕", 0);
    row = open_tag(arena, body, TAG_TR);
    add_cell(hand, row, TAG_TD, POINTS(63), POINTS(332), "下午休会", 2);
    return table;
}

static void add_code(struct hand *hand)
{
    struct tag *link = open_tag(hand->arena, hand->pages.tags, TAG_LINK);
    link->uri = "https://undocs.org/";
    link->alt = "文件网址";
    struct tag *figure = open_tag(hand->arena, link, TAG_FIGURE);
    figure->alt = "二维码";
    struct mark mark = {.kind = MARK_MODULES,
                        .tag = figure,
                        .box = {POINTS(480), POINTS(740), POINTS(40), POINTS(40)},
                        .colour = {.is_grey = true},
                        .module_count = 50};
    mark.modules = arena_array(hand->arena, mark.module_count, sizeof *mark.modules);
    for (size_t i = 0; i < mark.module_count; i++)
        mark.modules[i] =
            (struct rectangle){POINTS(4) * (length)(2 * i % 10 + i / 5 % 2),
                               POINTS(4) * (length)(i / 5), POINTS(4), POINTS(4)};
    add_hand_mark(hand, mark);
    add_link_mark(hand, link, POINTS(480), POINTS(740), POINTS(40));
}

/* A paragraph that goes on on the next page, with its justified gaps. */
static void add_long_paragraph(struct hand *hand)
{
    struct tag *p = open_tag(hand->arena, hand->pages.tags, TAG_P);
    struct tag *leaf = text_tag(hand->arena, p);
    struct glyph_row *row = shape_row(hand->arena, hand->han, POINTS(10) + POINT / 2,
                                      POINT / 7, "国际合作工作组第十一次会议");
    add_hand_mark(hand, (struct mark){.kind = MARK_GLYPHS,
                                      .tag = leaf,
                                      .x = POINTS(63),
                                      .baseline = POINTS(360),
                                      .row = row});
    add_hand_mark(hand,
                  (struct mark){.kind = MARK_RULE,
                                .artifact = ARTIFACT_FOOTER,
                                .box = {POINTS(63), POINTS(800), POINTS(72), POINT / 2},
                                .colour = {.is_grey = true, .grey = 500}});
    new_hand_page(hand);
    add_text(hand, NULL, hand->latin, POINTS(8), POINTS(63), POINTS(50),
             "CTOC/COP/WG.3/2020/1");
    vec_last(&vec_last(&hand->pages)->marks)->artifact = ARTIFACT_HEADER;
    add_text(hand, leaf, hand->han, POINTS(10), POINTS(63), POINTS(100),
             "将于二〇二〇年开幕。");
    row = add_text(hand,
                   text_tag(hand->arena, open_tag(hand->arena, hand->pages.tags, TAG_P)),
                   hand->han, POINTS(10), POINTS(63), POINTS(120), "红色");
    row->colour = (struct colour){.red = 800, .green = 50, .blue = 50};
}

static void add_bookmark(struct hand *hand, const char *title, int level, struct tag *tag)
{
    struct bookmark bookmark = {title, level, tag};
    struct pages *pages = &hand->pages;
    pages->bookmarks = vec_grow(hand->arena, pages->bookmarks, pages->bookmark_count,
                                &pages->bookmark_capacity, 1, sizeof bookmark);
    pages->bookmarks[pages->bookmark_count++] = bookmark;
}

static struct hand make_everything(struct arena *arena)
{
    struct hand hand = new_hand(arena);
    add_masthead(&hand);
    add_dashes(&hand);
    add_cluster(&hand);
    add_list(&hand);
    add_note(&hand);
    struct tag *table = add_table(&hand);
    add_links_paragraph(&hand, table);
    add_code(&hand);
    add_long_paragraph(&hand);
    add_bookmark(&hand, "临时议程", 0, hand.pages.tags);
    add_bookmark(&hand, "A plain (one)", 1, table);
    add_bookmark(&hand, "𠮷", 1, table);
    add_bookmark(&hand, "说明", 0, hand.pages.tags->last);
    return hand;
}

/* Each test has an arena of its own; a jump out of the device is the test's failure,
 * unless the test says that it expects it. */
static struct arena *open_arena(void)
{
    struct arena *arena = new_arena(&recovery, 0);
    assert_non_null(arena);
    return arena;
}

static void test_same_pages_give_the_same_bytes(void **state)
{
    (void)state;
    struct arena *arena = open_arena();
    if (setjmp(recovery.jump) != 0)
        fail_msg("%s", recovery.text);
    struct hand first = make_everything(arena), second = make_everything(arena);
    struct slice file = write_pages(&first);
    assert_true(slice_same(file, write_pages(&second)));
    assert_memory_equal(file.at, "%PDF-1.7\n%", 10);
    keep_file(&first, "everything.pdf", file);
    free_arena(arena);
}

static const char *find(struct slice file, const char *text)
{
    const char *found = memmem(file.at, file.length, text, strlen(text));
    assert_non_null(found);
    return found;
}

static void test_other_pages_have_another_identifier(void **state)
{
    (void)state;
    struct arena *arena = open_arena();
    if (setjmp(recovery.jump) != 0)
        fail_msg("%s", recovery.text);
    struct hand first = make_everything(arena), second = make_everything(arena);
    second.pages.info.date.day++;
    const char *ids[2] = {find(write_pages(&first), "/ID[<"),
                          find(write_pages(&second), "/ID[<")};
    assert_memory_not_equal(ids[0], ids[1], strlen("/ID[<") + 32);
    free_arena(arena);
}

/* Beyond 1000 keys the number and name trees have leaves, beyond 200 objects there are
 * several object streams; a font of one glyph besides, the shortest charset. */
static void test_many_pages_and_notes(void **state)
{
    (void)state;
    enum { PAGES = 1100 };
    struct arena *arena = open_arena();
    if (setjmp(recovery.jump) != 0)
        fail_msg("%s", recovery.text);
    struct hand hand = new_hand(arena);
    for (int i = 0; i < PAGES; i++) {
        struct tag *note = open_tag(arena, hand.pages.tags, TAG_NOTE);
        note->id = arena_format(arena, "note-%d", i);
        add_text(&hand, text_tag(arena, note), hand.han, POINTS(10), POINTS(63),
                 POINTS(60), "注");
        if (i < 4)
            vec_last(&hand.pages)->label = (const char *[]){"i", "ii", "封", "1"}[i];
        new_hand_page(&hand);
    }
    keep_file(&hand, "many-pages.pdf", write_pages(&hand));
    free_arena(arena);
}

/* More glyphs than one byte counts, in both kinds of programs. */
static void test_many_glyphs(void **state)
{
    (void)state;
    enum { GLYPHS = 300 };
    struct arena *arena = open_arena();
    if (setjmp(recovery.jump) != 0)
        fail_msg("%s", recovery.text);
    struct hand hand = new_hand(arena);
    struct tag *leaf = text_tag(arena, open_tag(arena, hand.pages.tags, TAG_P));
    for (int i = 0; i < GLYPHS; i++) {
        char han[5] = "", latin[5] = "";
        utf8_encode(0x4E00 + (codepoint)i, han);
        utf8_encode(0xC0 + (codepoint)i, latin);
        length x = POINTS(63 + i % 20 * 20), y = POINTS(60 + i / 20 * 40);
        add_text(&hand, leaf, hand.han, POINTS(16), x, y, arena_text(arena, han, 4));
        add_text(&hand, leaf, hand.latin, POINTS(16), x, y + POINTS(18),
                 arena_text(arena, latin, 4));
    }
    keep_file(&hand, "many-glyphs.pdf", write_pages(&hand));
    free_arena(arena);
}

static void test_a_wrong_profile_is_refused(void **state)
{
    (void)state;
    struct arena *arena = open_arena();
    if (setjmp(recovery.jump) != 0) {
        assert_int_equal(recovery.status, STATUS_USAGE);
        free_arena(arena);
        return;
    }
    struct hand hand = new_hand(arena);
    struct pdf_resources resources = {.producer = "", .icc_profile = SLICE("no profile")};
    struct buffer file = new_buffer(arena);
    write_pdf(arena, &hand.pages, &resources, &file);
    fail_msg("the profile was taken");
}

/* Writes everything with the given allocation failing; false when it was not reached. */
static bool write_with_failure(size_t allocation)
{
    struct arena *arena = open_arena();
    if (setjmp(recovery.jump) != 0) {
        free_arena(arena);
        assert_int_equal(recovery.status, STATUS_LIMIT);
        return true;
    }
    struct hand hand = make_everything(arena);
    arena_fail_after(arena, allocation);
    write_pages(&hand);
    arena_fail_after(arena, 0);
    free_arena(arena);
    return false;
}

static void test_the_end_of_memory_is_told_wherever_it_comes(void **state)
{
    (void)state;
    size_t allocation = 1;
    while (write_with_failure(allocation))
        allocation += 11;
    assert_true(allocation > 500);
}

int main(int argc, char **argv)
{
    folder = argc > 1 ? argv[1] : NULL;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_pages_give_the_same_bytes),
        cmocka_unit_test(test_other_pages_have_another_identifier),
        cmocka_unit_test(test_many_pages_and_notes),
        cmocka_unit_test(test_many_glyphs),
        cmocka_unit_test(test_a_wrong_profile_is_refused),
        cmocka_unit_test(test_the_end_of_memory_is_told_wherever_it_comes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
