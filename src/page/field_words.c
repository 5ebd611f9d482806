/* Fields of an agenda in words. */
#include "page/field_words.h"

#include "base/vec.h"
#include "model/wording.h"
#include <string.h>

void add_spans(struct arena *arena, struct spans *all, const struct spans *more)
{
    for (size_t i = 0; i < more->count; i++)
        vec_push(arena, all, more->at[i]);
}

struct spans worded_spans(const struct field_source *source, const char *text,
                          struct place place)
{
    struct spans spans = plain_spans(source->arena, slice_from_text(text), place);
    if (spans.count > 0 && strcmp(source->language->tag, source->agenda->language) != 0)
        spans.at[0].language = source->language->tag;
    return spans;
}

struct spans neutral_spans(struct arena *arena, const char *text)
{
    return plain_spans(arena, slice_from_text(text), (struct place){0});
}

struct spans label_spans(const struct field_source *source, const char *name,
                         struct place place)
{
    return worded_spans(source, language_label(source->language, name), place);
}

const char *short_tag(struct arena *arena, const char *tag)
{
    return arena_text(arena, tag, strcspn(tag, "-"));
}

struct spans named_label(const struct field_source *source, const char *prefix,
                         const char *word, struct place place)
{
    return label_spans(source, arena_format(source->arena, "%s-%s", prefix, word), place);
}

struct spans with_marks(const struct field_source *source, const struct field *field,
                        struct spans spans)
{
    struct spans all = {0};
    add_spans(source->arena, &all, &spans);
    add_spans(source->arena, &all, &field->marks);
    return all;
}

static struct spans date_spans(const struct field_source *source,
                               const struct field *field)
{
    const struct language *language = source->language;
    const char *text;
    if (field->kind == FIELD_DATE)
        text = word_date(source->arena, language, field->dates.first);
    else if (field->row_count > 0 && language->dates.gaps.day != NULL)
        text = word_rows_of_days(source->arena, language, field->rows, field->row_count);
    else
        text = word_dates(source->arena, language, field->dates);
    return with_marks(source, field, worded_spans(source, text, field->place));
}

const char *language_names(const struct field_source *source, const struct field *field)
{
    const char *join = language_label(source->language, "languages-join");
    struct buffer names = new_buffer(source->arena);
    for (size_t i = 0; i < field->language_count; i++) {
        const char *tag = short_tag(source->arena, field->languages[i]);
        const char *label = arena_format(source->arena, "language-%s", tag);
        buffer_text(&names, i == 0 || join == NULL ? "" : join);
        buffer_text(&names, language_label(source->language, label));
    }
    return buffer_string(&names);
}

struct spans expand_scalar(const struct field_source *source, struct slice name)
{
    const struct field *field =
        agenda_field(source->agenda, arena_text(source->arena, name.at, name.length));
    if (field == NULL)
        return (struct spans){0};
    switch (field->kind) {
    case FIELD_SPANS:
        return field->is_open ? label_spans(source, OPEN_WORD, field->place)
                              : field->spans;
    case FIELD_DATE:
    case FIELD_DATES:
        return date_spans(source, field);
    case FIELD_LANGUAGE:
        return worded_spans(source, language_names(source, field), field->place);
    case FIELD_NAME:
        break;
    }
    return plain_spans(source->arena, slice_from_text(field->text), field->place);
}
