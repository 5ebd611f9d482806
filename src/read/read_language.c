/* languages/TAG.yaml: labels, dates, times and numbers in the words of a language. */
#include "read/read_language.h"

#include "base/file.h"
#include "read/date_patterns.h"
#include "read/reading_values.h"
#include <string.h>

/* A text of the language for each key. */
static void read_labels(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    struct map *labels = *(struct map **)to;
    if (!expect_map(reader, node, key->type->name))
        return;
    for (const struct node *label = node->first; label != NULL; label = label->next) {
        if (!expect_scalar(reader, label, "the words of the label"))
            continue;
        check_trap(reader, label);
        *map_place(labels, label->key) = node_string(reader->arena, label);
    }
}

static void read_letters(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    enum { MOST_LETTERS = 32 };
    struct language *language = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    if (node->count > MOST_LETTERS) {
        report(reader->d, "bad-count", node_place(node), "at most %d letters, found %zu",
               MOST_LETTERS, node->count);
        return;
    }
    read_row(reader, node, key->type->name, language->letters, node->count);
    language->letter_count = node->count;
}

static const char **read_words(struct reader *reader, const struct node *node,
                               const char *expected, size_t *count)
{
    if (!expect_list(reader, node, expected))
        return NULL;
    const char **words = arena_array(reader->arena, node->count, sizeof *words);
    read_row(reader, node, expected, words, node->count);
    *count = node->count;
    return words;
}

static void read_before(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    struct language *language = to;
    language->before_number =
        read_words(reader, node, key->type->name, &language->before_number_count);
}

static void read_after(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    struct language *language = to;
    language->after_number =
        read_words(reader, node, key->type->name, &language->after_number_count);
}

static void read_titles(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    struct language *language = to;
    language->before_name =
        read_words(reader, node, key->type->name, &language->before_name_count);
}

static const struct choice number_forms[] = {
    {"none", NUMBER_NONE},
    {"decimal", NUMBER_DECIMAL},
    {"lower-alpha", NUMBER_LOWER_ALPHA},
    {"upper-alpha", NUMBER_UPPER_ALPHA},
    {"lower-roman", NUMBER_LOWER_ROMAN},
    {"upper-roman", NUMBER_UPPER_ROMAN},
    {"han", NUMBER_HAN},
    {"letters", NUMBER_LETTERS},
    {"ordinals", NUMBER_ORDINALS},
    {NULL, 0},
};

#define MEMBER(member) offsetof(struct number_level, member)

static const struct key level_keys[] = {
    {"form", &choice_value, MEMBER(form), number_forms, KEY_REQUIRED,
     "how the numbers of this level are written"},
    {"label", &string_value, MEMBER(label), NULL, KEY_REQUIRED,
     "the number in lists and headings: “{n}.”"},
    {"reference", &string_value, MEMBER(reference), NULL, KEY_REQUIRED,
     "the number where an item is named, behind that of the level above: “({n})”"},
};
static const struct key_table level_table = KEY_TABLE("a level of numbers", level_keys);

static void read_numbering(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct language *language = to;
    struct reader whole = *reader;
    whole.is_part = false;
    if (!expect_list(reader, node, key->type->name))
        return;
    language->number_levels = 0;
    for (const struct node *level = node->first; level != NULL; level = level->next) {
        if (language->number_levels == NUMBER_LEVELS) {
            report(reader->d, "bad-count", level->place, "more than %d levels",
                   NUMBER_LEVELS);
            return;
        }
        struct number_level *to_level = &language->numbering[language->number_levels++];
        *to_level = (struct number_level){NUMBER_NONE, "", ""};
        read_fields(&whole, level, &level_table, to_level);
    }
}

#undef MEMBER
#define MEMBER(member) offsetof(struct own_numbering, member)

static const struct key annexes_keys[] = {
    {"form", &choice_value, MEMBER(form), number_forms, KEY_REQUIRED,
     "how their numbers are written"},
    {"label", &string_value, MEMBER(label), NULL, KEY_REQUIRED,
     "{annex} (what a single one is called) and {n}"},
};
static const struct key section_keys[] = {
    {"form", &choice_value, MEMBER(form), number_forms, KEY_REQUIRED,
     "how their numbers are written"},
    {"label", &string_value, MEMBER(label), NULL, KEY_REQUIRED,
     "the number in front of a section: “{n}.”"},
};
static const struct key_table section_table = KEY_TABLE("“sections”", section_keys);
static const struct key_table annexes_table = KEY_TABLE("“annexes”", annexes_keys);

#undef MEMBER
#define MEMBER(member) offsetof(struct list_endings, member)

static const struct key list_keys[] = {
    {"parent", &string_value, MEMBER(parent), NULL, KEY_REQUIRED,
     "ends an entry of the agenda that has sub-items"},
    {"middle", &string_value, MEMBER(middle), NULL, KEY_REQUIRED,
     "ends a sub-item that is not the last"},
    {"last", &string_value, MEMBER(last), NULL, KEY_REQUIRED,
     "ends the last sub-item, and an item without sub-items"},
};
static const struct key_table list_table = KEY_TABLE("“list”", list_keys);

static const struct value_type words_before_value = {"a list of words", read_before,
                                                     &any_shape};
static const struct value_type words_after_value = {"a list of words", read_after,
                                                    &any_shape};
static const struct value_type titles_value = {"a list of words", read_titles,
                                               &any_shape};

static const struct key no_break_keys[] = {
    {"before-number", &words_before_value, 0, NULL, 0, "words that a number follows"},
    {"after-number", &words_after_value, 0, NULL, 0, "words that follow a number"},
    {"before-name", &titles_value, 0, NULL, 0, "titles that a person's name follows"},
};
static const struct key_table no_break_table = KEY_TABLE("“no-break”", no_break_keys);

#undef MEMBER
#define MEMBER(member) offsetof(struct hyphenation, member)

static const struct key hyphenation_keys[] = {
    {"dictionary", &string_value, MEMBER(dictionary), NULL, KEY_REQUIRED,
     "file of patterns for libhyphen; a relative one is below this file's folder"},
    {"package", &string_value, MEMBER(package), NULL, KEY_REQUIRED,
     "Debian package that installs it"},
    {"left", &count_value, MEMBER(left), NULL, 0, "fewest letters before a hyphen"},
    {"right", &count_value, MEMBER(right), NULL, 0, "fewest letters behind a hyphen"},
};
static const struct key_table hyphenation_table =
    KEY_TABLE("“hyphenation”", hyphenation_keys);

static void read_hyphenation(struct reader *reader, const struct node *node,
                             const struct key *key, void *to)
{
    struct language *language = to;
    struct hyphenation *found = arena_alloc(reader->arena, sizeof *found);
    *found = (struct hyphenation){
        .arena = reader->arena, .left = 2, .right = 3, .place = node->key_place};
    read_fields(reader, node, key->of, found);
    if (found->dictionary == NULL || found->package == NULL)
        return;
    const char *own = path_folder(reader->arena, reader->source->name);
    found->dictionary = join_path(reader->arena, own, found->dictionary);
    language->hyphenation = found;
}

static const struct value_type hyphenation_value = {"a map", read_hyphenation,
                                                    &any_shape};

static const struct choice directions[] = {
    {"left-to-right", false}, {"right-to-left", true}, {NULL, 0}};

static void read_direction(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    int right_to_left = false;
    choice_value.read(reader, node, key, &right_to_left);
    *(bool *)to = right_to_left != 0;
}

static const struct value_type direction_value = {"a direction", read_direction,
                                                  &any_shape};
static const struct value_shape names_shape = {.kind = SHAPE_NAMED, .of = &text_shape};
static const struct value_shape level_shape = {.kind = SHAPE_FIELDS,
                                               .table = &level_table};
static const struct value_shape numbering_shape = {.kind = SHAPE_LIST,
                                                   .of = &level_shape};
static const struct value_type labels_value = {"a map of labels", read_labels,
                                               &names_shape};
static const struct value_type letters_value = {"a list of letters", read_letters,
                                                &any_shape};
static const struct value_type numbering_value = {"a list of levels", read_numbering,
                                                  &numbering_shape};

#undef MEMBER
#define MEMBER(member) offsetof(struct language, member)

static const struct key language_keys[] = {
    {"language", &string_value, MEMBER(tag), NULL, KEY_REQUIRED, "its BCP 47 tag"},
    {"script", &string_value, MEMBER(script), NULL, KEY_REQUIRED,
     "ISO 15924 code of its main script"},
    {"direction", &direction_value, MEMBER(right_to_left), directions, 0,
     "where its lines begin"},
    {"line-break", &string_value, MEMBER(line_break), NULL, KEY_REQUIRED,
     "what stands in running text for a line break"},
    {"latin-words", &string_value, MEMBER(latin_words), NULL, 0,
     "BCP 47 tag of what words of Latin letters are taken for, in a language of "
     "ideographs"},
    {"labels", &labels_value, MEMBER(labels), NULL, KEY_REQUIRED,
     "the words that layouts name"},
    {"weekdays", &weekdays_value, MEMBER(weekdays), NULL, KEY_REQUIRED,
     "the days from Monday"},
    {"months", &months_value, MEMBER(months), NULL, KEY_REQUIRED, "the months"},
    {"letters", &letters_value, 0, NULL, 0, "the letters of “form: letters”"},
    {"ordinals", &word_row_value, MEMBER(ordinals), NULL, 0,
     "the words of “form: ordinals”; what goes on behind the last is decimal"},
    {"numbering", &numbering_value, 0, NULL, KEY_REQUIRED,
     "the numbers of items, level by level"},
    {"annexes", &map_value, MEMBER(annexes), &annexes_table, KEY_REQUIRED,
     "the numbers of annexes, when there are several"},
    {"sections", &map_value, MEMBER(sections), &section_table, 0,
     "the numbers of sections"},
    {"bullet", &string_value, MEMBER(bullet), NULL, KEY_REQUIRED,
     "the label in a list without numbers"},
    {"list", &map_value, MEMBER(list), &list_table, KEY_REQUIRED,
     "marks that end the entries of the agenda"},
    {"continued", &string_value, MEMBER(continued), NULL, KEY_REQUIRED,
     "{title} of an item that stood in the timetable before"},
    {"dates", &map_value, MEMBER(dates), &date_table, KEY_REQUIRED, "dates in words"},
    {"times", &map_value, MEMBER(times), &time_table, KEY_REQUIRED, "times in words"},
    {"check", &map_value, MEMBER(reading), &reading_table, 0,
     "how the checker reads texts"},
    {"no-break", &map_value, 0, &no_break_table, 0,
     "words not parted from numbers and names"},
    {"hyphenation", &hyphenation_value, 0, &hyphenation_table, 0,
     "the dictionary by which styles with “hyphenate” part words"},
};
static const struct key_table language_table = KEY_TABLE("a language", language_keys);

/* What an author may say differently for one document. */
static const struct key words_keys[] = {
    {"labels", &labels_value, MEMBER(labels), NULL, 0,
     "words of the layout and the language, by their names"},
    {"numbering", &numbering_value, 0, NULL, 0, "the numbers of items, level by level"},
    {"annexes", &map_value, MEMBER(annexes), &annexes_table, 0,
     "the numbers of annexes, when there are several"},
    {"sections", &map_value, MEMBER(sections), &section_table, 0,
     "the numbers of sections"},
    {"bullet", &string_value, MEMBER(bullet), NULL, 0,
     "the label in a list without numbers"},
    {"list", &map_value, MEMBER(list), &list_table, 0,
     "marks that end the entries of the agenda"},
    {"continued", &string_value, MEMBER(continued), NULL, 0,
     "{title} of an item that stood in the timetable before"},
    {"weekdays", &weekdays_value, MEMBER(weekdays), NULL, 0, "the days from Monday"},
    {"months", &months_value, MEMBER(months), NULL, 0, "the months"},
    {"dates", &map_value, MEMBER(dates), &date_table, 0, "dates in words"},
    {"times", &map_value, MEMBER(times), &time_table, 0, "times in words"},
};
static const struct key_table words_table = KEY_TABLE("“words”", words_keys);

static void pass_over_words(struct reader *reader, const struct node *node,
                            const struct key *key, void *to)
{
    (void)reader;
    (void)node;
    (void)key;
    (void)to;
}

static const struct value_shape words_shape = {.kind = SHAPE_FIELDS,
                                               .table = &words_table};
static const struct value_shape some_words_shape = {.kind = SHAPE_PART,
                                                    .of = &words_shape};
static const struct value_shape words_by_language_shape = {.kind = SHAPE_BY_LANGUAGE,
                                                           .of = &some_words_shape};
static const struct value_shape either_words_shape = {
    .kind = SHAPE_EITHER, .of = &some_words_shape, .other = &words_by_language_shape};
const struct value_type words_value = {"a map", pass_over_words, &either_words_shape};

/* The words for this language, when they are given by language. */
static const struct node *words_for_language(const struct node *words,
                                             const struct language *language)
{
    const struct node *first = words->first;
    if (words->kind != NODE_MAP || first == NULL || !is_language_tag(first->key))
        return words;
    const struct node *own = node_member(words, language->tag);
    return own != NULL ? own : node_member(words, language->short_tag);
}

const struct language *language_with_words(struct arena *arena, const struct node *words,
                                           const struct source *source,
                                           const struct language *language,
                                           struct diagnostics *d)
{
    const struct node *own = words == NULL ? NULL : words_for_language(words, language);
    if (own == NULL)
        return language;
    struct reader reader = {.arena = arena, .source = source, .d = d, .is_part = true};
    struct language *copy = arena_alloc(arena, sizeof *copy);
    *copy = *language;
    copy->labels = new_map(arena);
    copy->base = language;
    read_fields(&reader, own, &words_table, copy);
    return copy;
}

/* "zh" of "languages/zh.yaml". */
static const char *name_of_file(struct arena *arena, const struct source *source)
{
    const char *base = path_base(source->name);
    const char *dot = strrchr(base, '.');
    return arena_text(arena, base, dot == NULL ? strlen(base) : (size_t)(dot - base));
}

/* No pattern is NULL, whatever is missing. */
static struct language *new_language(struct arena *arena, const struct source *source)
{
    struct language *language = arena_alloc(arena, sizeof *language);
    *language = (struct language){
        .tag = "und",
        .short_tag = name_of_file(arena, source),
        .script = "Zyyy",
        .line_break = " ",
        .labels = new_map(arena),
        .annexes = {NUMBER_DECIMAL, ""},
        .bullet = "",
        .list = {"", "", ""},
        .continued = "{title}",
        .dates = {"", "", "", "", "", "", ""},
        .times = {.full = "",
                  .half = "",
                  .noon = "",
                  .from = "",
                  .to = "",
                  .same_from = "",
                  .same_to = "",
                  .periods = {"", ""}},
        .source_name = source->name,
    };
    for (size_t i = 0; i < sizeof language->months / sizeof *language->months; i++)
        language->months[i] = "";
    for (size_t i = 0; i < sizeof language->weekdays / sizeof *language->weekdays; i++)
        language->weekdays[i] = "";
    return language;
}

struct language *read_language(struct arena *arena, const struct node *root,
                               const struct source *source, struct diagnostics *d)
{
    struct language *language = new_language(arena, source);
    struct reader reader = {.arena = arena, .source = source, .d = d, .target = language};
    read_fields(&reader, root, &language_table, language);
    language->is_han =
        strcmp(language->script, "Hans") == 0 || strcmp(language->script, "Hant") == 0;
    return language;
}
