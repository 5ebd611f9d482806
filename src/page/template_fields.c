/* Templates of a layout become spans: literal text, and what {field}s name. */
#include "page/template_fields.h"

#include "base/vec.h"
#include "model/wording.h"
#include "page/field_words.h"
#include "page/masthead_fields.h"
#include <string.h>

/* A pattern is literal text and {names} in turn. */
struct pattern_piece {
    struct slice text;
    bool is_name;
};

static struct pattern_piece next_piece(const char **at)
{
    const char *start = *at;
    const char *close = *start == '{' ? strchr(start, '}') : NULL;
    if (close != NULL) {
        *at = close + 1;
        return (struct pattern_piece){{start + 1, (size_t)(close - start - 1)}, true};
    }
    size_t literal = 1 + strcspn(start + 1, "{");
    *at = start + literal;
    return (struct pattern_piece){{start, literal}, false};
}

static void add_literal(struct arena *arena, struct spans *all, struct slice text)
{
    struct spans spans = plain_spans(arena, text, (struct place){0});
    add_spans(arena, all, &spans);
}

static void add_value(struct arena *arena, struct spans *all, const struct spans *value,
                      const char *field)
{
    size_t first = all->count;
    add_spans(arena, all, value);
    for (size_t i = first; i < all->count; i++)
        all->at[i].field = field;
}

static const struct named_spans *find_spans(const struct named_spans *names,
                                            struct slice name)
{
    for (; names->name != NULL; names++)
        if (slice_equals(name, names->name))
            return names;
    return NULL;
}

struct spans fill_spans(struct arena *arena, const char *pattern,
                        const struct named_spans *names)
{
    struct spans all = {0};
    while (*pattern != '\0') {
        const char *start = pattern;
        struct pattern_piece piece = next_piece(&pattern);
        const struct named_spans *value =
            piece.is_name ? find_spans(names, piece.text) : NULL;
        if (value != NULL)
            add_value(arena, &all, &value->spans, piece.text.at);
        else
            add_literal(arena, &all, (struct slice){start, (size_t)(pattern - start)});
    }
    return all;
}

struct spans label_section(struct arena *arena, const struct agenda_section *section,
                           const struct spans *title)
{
    if (section->label == NULL)
        return *title;
    const char *label = label_before_title(arena, section->label);
    const struct named_spans names[] = {{"title", *title}, {NULL, {0}}};
    return fill_spans(arena, arena_format(arena, "%s{title}", label), names);
}

static struct spans expand_agenda_title(const struct field_source *source)
{
    const struct agenda_section *section = source->agenda->at_hand;
    if (section == NULL)
        return (struct spans){0};
    return label_section(source->arena, section, &section->title);
}

static struct spans number_spans(const struct field_source *source, size_t number)
{
    if (number == 0)
        return (struct spans){0};
    return neutral_spans(source->arena, arena_format(source->arena, "%zu", number));
}

static struct spans expand_name(const struct field_source *source, struct slice name)
{
    struct spans spans;
    if (expand_masthead_name(source, name, &spans))
        return spans;
    if (slice_equals(name, "agenda.title"))
        return expand_agenda_title(source);
    if (slice_equals(name, "page"))
        return number_spans(source, source->page);
    if (slice_equals(name, "pages"))
        return number_spans(source, source->pages);
    if (slice_starts(name, "label:")) {
        char *label = arena_text(source->arena, name.at + 6, name.length - 6);
        return label_spans(source, label, (struct place){0});
    }
    return expand_scalar(source, name);
}

/* A symbol without a slash has no rest, which is no reason to leave it out. */
static bool may_be_empty(const struct field_source *source, struct slice name)
{
    return slice_equals(name, "symbol-rest") &&
           agenda_field(source->agenda, "symbol") != NULL;
}

static bool add_pattern(const struct field_source *source, const char *pattern,
                        struct spans *all)
{
    while (*pattern != '\0') {
        struct pattern_piece piece = next_piece(&pattern);
        if (!piece.is_name) {
            add_literal(source->arena, all, piece.text);
            continue;
        }
        struct spans value = expand_name(source, piece.text);
        if (value.count == 0 && !may_be_empty(source, piece.text))
            return false;
        add_spans(source->arena, all, &value);
    }
    return true;
}

struct spans expand_pattern(const struct field_source *source, const char *pattern)
{
    struct spans all = {0};
    return add_pattern(source, pattern, &all) ? all : (struct spans){0};
}

bool is_present(const struct field_source *source, const struct presence *presence)
{
    if (presence->with != NULL && expand_pattern(source, presence->with).count == 0)
        return false;
    return presence->without == NULL ||
           expand_pattern(source, presence->without).count == 0;
}

static struct spans expand_pieces(const struct field_source *source,
                                  const struct template *template)
{
    struct spans all = {0};
    for (size_t i = 0; i < template->count; i++) {
        size_t first = all.count;
        if (!add_pattern(source, template->pieces[i].text, &all))
            return (struct spans){0};
        for (size_t k = first; k < all.count; k++)
            if (all.at[k].style == NULL)
                all.at[k].style = template->pieces[i].style;
    }
    return all;
}

static bool names_symbol_parts(const struct template *template)
{
    for (size_t i = 0; i < template->count; i++)
        if (strstr(template->pieces[i].text, "{symbol-first}") != NULL)
            return true;
    return false;
}

/* What parts a symbol is said of each of several. */
struct spans expand_template(const struct field_source *source,
                             const struct template *template)
{
    struct spans all = expand_pieces(source, template);
    const struct field *symbol = agenda_field(source->agenda, "symbol");
    struct field_source other = *source;
    if (symbol == NULL || !names_symbol_parts(template))
        return all;
    for (size_t i = 0; i < symbol->spans.count; i++) {
        if (!is_symbol_dash(&symbol->spans.at[i]))
            continue;
        other.symbol++;
        vec_push(source->arena, &all, symbol->spans.at[i]);
        struct spans spans = expand_pieces(&other, template);
        add_spans(source->arena, &all, &spans);
    }
    return all;
}
