/* Words of another script in running text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "page/foreign.h"

/* What is found, with bars between. */
static void assert_foreign(const char *text, bool is_han, const char *wanted)
{
    char found[200] = "";
    struct slice whole = slice_from_text(text), words;
    for (size_t at = 0; (words = find_foreign(whole, at, is_han)).length > 0;
         at = (size_t)(words.at + words.length - whole.at)) {
        strncat(found, words.at, words.length);
        strcat(found, "|");
    }
    assert_string_equal(found, wanted);
}

static void test_latin_words_in_chinese(void **state)
{
    (void)state;
    assert_foreign("讨论了habeas corpus原则和Law of the Sea的执行", true,
                   "habeas corpus|Law of the Sea|");
    assert_foreign("见 “people’s rights”，即 Crime as a service.", true,
                   "people’s rights|Crime as a service|");
    assert_foreign("共同体（Communauté européenne）", true, "Communauté européenne|");
    assert_foreign("and", true, "and|");
}

static void test_what_is_of_no_language(void **state)
{
    (void)state;
    assert_foreign("UNODC在CTOC/COP/WG.3/2020/1和A、B、c中", true, "");
    assert_foreign("见https://undocs.org/zh，写信到office@un.org，第3a项", true, "");
    assert_foreign("(ii) 和第三项(vi)", true, "");
    assert_foreign("", true, "");
    assert_foreign("会议", true, "");
}

static void test_ideographs_elsewhere(void **state)
{
    (void)state;
    assert_foreign("The word 议程 means agenda, 一、二 and 𠮷.", false,
                   "议程|一、二|𠮷|");
    assert_foreign("“fine” – no。", false, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_latin_words_in_chinese),
        cmocka_unit_test(test_what_is_of_no_language),
        cmocka_unit_test(test_ideographs_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
