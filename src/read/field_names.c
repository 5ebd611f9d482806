/* The names of fields: keys of `document` and `meeting`, the layout's own, and those that
 * are made of several (page/masthead_fields.c, page/template_fields.c). */
#include "read/field_names.h"

#include "base/vec.h"
#include "read/agenda_values.h"
#include "read/nearest.h"
#include <string.h>

static const char *const made_of_several[] = {
    "symbol-first", "symbol-rest", "dates-place",  "language-line", "job.letter",
    "job.digits",   "address",     "agenda.title", "page",          "pages"};

struct field_names {
    const char **at;
    size_t count, capacity;
};

static void add_names_of_table(struct arena *arena, struct field_names *names,
                               const struct key_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->at[i].type == &map_value)
            add_names_of_table(arena, names, table->at[i].of);
        else
            vec_push(arena, names, table->at[i].of);
}

static struct field_names known_names(struct arena *arena, const struct layout *layout)
{
    struct field_names names = {0};
    add_names_of_table(arena, &names, &document_table);
    add_names_of_table(arena, &names, &meeting_table);
    for (size_t i = 0; i < sizeof made_of_several / sizeof *made_of_several; i++)
        vec_push(arena, &names, made_of_several[i]);
    for (size_t i = 0; i < layout->own_field_count; i++)
        vec_push(arena, &names, layout->own_fields[i].name);
    return names;
}

/* Which languages have it is seen when all of a document's are read. */
static void add_label(struct arena *arena, struct layout *layout, struct slice name,
                      struct place place)
{
    vec_push(arena, &layout->labels,
             (struct named_label){arena_text(arena, name.at, name.length), place});
}

void check_field_name(struct reader *reader, const struct node *node,
                      struct layout *layout, struct slice name)
{
    if (slice_starts(name, "label:")) {
        add_label(reader->arena, layout, (struct slice){name.at + 6, name.length - 6},
                  node->place);
        return;
    }
    struct field_names names = known_names(reader->arena, layout);
    for (size_t i = 0; i < names.count; i++)
        if (slice_equals(name, names.at[i]))
            return;
    report(reader->d, "unknown-field", node->place, "there is no field “%.*s”",
           (int)name.length, name.at);
    report_mend_nearest(reader->d, name, names.at, names.count, "the fields are");
}

void check_field_names(struct reader *reader, const struct node *node,
                       struct layout *layout, const char *own)
{
    const char *at = node->text.at, *end = at + node->text.length;
    const char *open, *close;
    while ((open = memchr(at, '{', (size_t)(end - at))) != NULL &&
           (close = memchr(open, '}', (size_t)(end - open))) != NULL) {
        const struct slice name = {open + 1, (size_t)(close - open - 1)};
        if (own == NULL || !slice_equals(name, own))
            check_field_name(reader, node, layout, name);
        at = close + 1;
    }
}
