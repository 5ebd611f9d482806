/* Texts that the author wrote and the layout sets nowhere. */
#include "check/cells_not_set.h"

#include <string.h>

/* Fields that readers would miss; symbols, dates, days and places of meetings and the
 * like serve elsewhere, too. */
static const char *const missed_fields[] = {
    "organ",  "distribution", "item",         "subject",        "title",
    "author", "signature",    "meeting.body", "meeting.session"};
enum { MISSED_FIELDS = sizeof missed_fields / sizeof *missed_fields };

/* "{name}" is in it. */
static bool pattern_names(const char *pattern, const char *name)
{
    size_t size = strlen(name);
    while (pattern != NULL && (pattern = strchr(pattern, '{')) != NULL)
        if (strncmp(++pattern, name, size) == 0 && pattern[size] == '}')
            return true;
    return false;
}

static bool lines_name(const struct template *lines, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < lines[i].count; k++)
            if (pattern_names(lines[i].pieces[k].text, name))
                return true;
    return false;
}

/* A text that only decides what else stands there is not in vain. */
static bool presence_names(const struct presence *presence, const char *name)
{
    return pattern_names(presence->with, name) || pattern_names(presence->without, name);
}

static bool parts_name(const struct part *parts, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (lines_name(parts[i].lines, parts[i].line_count, name) ||
            pattern_names(parts[i].label, name) ||
            presence_names(&parts[i].presence, name) ||
            parts_name(parts[i].parts, parts[i].part_count, name))
            return true;
    return false;
}

static bool layout_names(const struct layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->furniture_count; i++) {
        const struct furniture *piece = &layout->furniture[i];
        if (lines_name(piece->lines, piece->line_count, name) ||
            presence_names(&piece->presence, name))
            return true;
    }
    return parts_name(layout->parts, layout->part_count, name);
}

static void tell_not_set(struct checker *checker, struct place place, const char *what)
{
    tell(checker, place, "the layout “%s” has no place for %s",
         checker->edition->layout->name, what);
}

static void check_field(struct checker *checker, const struct map *fields,
                        const char *name)
{
    const struct field *field = map_find(fields, slice_from_text(name));
    if (field == NULL || layout_names(checker->edition->layout, name))
        return;
    const char *dot = strchr(name, '.');
    tell_not_set(checker, field->place,
                 arena_format(checker->arena, "“%s”", dot == NULL ? name : dot + 1));
}

static void check_fields(struct checker *checker, const struct map *fields)
{
    for (size_t i = 0; i < MISSED_FIELDS; i++)
        check_field(checker, fields, missed_fields[i]);
}

static void check_own_fields(struct checker *checker)
{
    const struct agenda *agenda = checker->edition->agenda;
    for (size_t i = 0; i < agenda->own_texts.count; i++)
        check_field(checker, agenda->fields, agenda->own_texts.at[i].name);
}

/* What the author wrote first of it; NULL: nothing. */
static const struct field *first_field(struct arena *arena, const struct map *fields)
{
    size_t count = map_count(fields);
    struct slice *names = arena_array(arena, count, sizeof *names);
    const struct field *first = NULL;
    map_names(fields, names);
    for (size_t i = 0; i < count; i++) {
        const struct field *field = map_find(fields, names[i]);
        if (first == NULL || field->place.at < first->place.at)
            first = field;
    }
    return first;
}

/* Without a part that is repeated, fields of a meeting are the first one's. */
static void check_meetings(struct checker *checker)
{
    const struct agenda *agenda = checker->edition->agenda;
    bool is_repeated = layout_has_part(checker->edition->layout, PART_EACH_MEETING);
    for (size_t i = 0; i < agenda->meeting_count; i++)
        if (i == 0 || is_repeated)
            check_fields(checker, agenda->meetings[i]);
    const struct field *second = NULL;
    if (agenda->meeting_count > 1 && !is_repeated)
        second = first_field(checker->arena, agenda->meetings[1]);
    if (second != NULL)
        tell_not_set(checker, second->place, "more than one meeting");
}

/* Told once: what mends one mends all. */
typedef bool lost_part(const struct layout *, const struct agenda_item *, struct place *);

static bool tell_first_item(struct checker *checker, const struct agenda_items *items,
                            lost_part *is_lost, const char *what)
{
    for (size_t i = 0; i < items->count; i++) {
        struct place place;
        if (is_lost(checker->edition->layout, &items->at[i], &place)) {
            tell_not_set(checker, place, what);
            return true;
        }
        if (tell_first_item(checker, &items->at[i].items, is_lost, what))
            return true;
    }
    return false;
}

static bool sets_annotations(const struct layout *layout)
{
    return layout_has_part(layout, PART_ANNOTATIONS) ||
           layout_has_part(layout, PART_AGENDA_TABLE);
}

static bool loses_annotation(const struct layout *layout, const struct agenda_item *item,
                             struct place *place)
{
    if (item->annotation.count == 0 || sets_annotations(layout))
        return false;
    *place = item->annotation.at[0].place;
    return true;
}

static bool loses_documents(const struct layout *layout, const struct agenda_item *item,
                            struct place *place)
{
    if (item->document_count == 0 || sets_annotations(layout) ||
        layout->agenda.documents_form == DOCUMENTS_AFTER_TITLE)
        return false;
    *place = item->documents[0].place;
    return true;
}

/* Its heading stands over an annotation: its own, another's, or one of a sub-item. */
static bool has_heading(const struct layout *layout, const struct agenda_item *item)
{
    if (!item->listed || item->is_headed || item->annotation.count > 0 ||
        item->heading.count > 0 || item->annotated_by != NULL ||
        (item->document_count > 0 &&
         layout->agenda.documents_form != DOCUMENTS_AFTER_TITLE))
        return true;
    for (size_t i = 0; i < item->items.count; i++)
        if (has_heading(layout, &item->items.at[i]))
            return true;
    return false;
}

static bool loses_item(const struct layout *layout, const struct agenda_item *item,
                       struct place *place)
{
    *place = item->place;
    if (layout_has_part(layout, PART_AGENDA_TABLE) ||
        (item->listed && layout_has_part(layout, PART_AGENDA)))
        return false;
    return !layout_has_part(layout, PART_ANNOTATIONS) || !has_heading(layout, item);
}

static void check_items(struct checker *checker)
{
    const struct agenda_items *items = &checker->edition->agenda->items;
    tell_first_item(checker, items, loses_item, "items without an annotation");
    tell_first_item(checker, items, loses_annotation, "annotations");
    tell_first_item(checker, items, loses_documents, "documents of items");
}

static void check_parts(struct checker *checker)
{
    const struct agenda *agenda = checker->edition->agenda;
    const struct layout *layout = checker->edition->layout;
    bool has_annotations = layout_has_part(layout, PART_ANNOTATIONS);
    if (agenda->opening.count > 0 && !has_annotations)
        tell_not_set(checker, agenda->opening.at[0].place,
                     "what stands before annotations");
    if (agenda->closing.count > 0 && !has_annotations)
        tell_not_set(checker, agenda->closing.at[0].place,
                     "what stands behind annotations");
    if (agenda->annex_count > 0 && !layout_has_part(layout, PART_ANNEXES))
        tell_not_set(checker, agenda->annexes[0].place, "annexes");
}

void find_texts_not_set(struct checker *checker)
{
    if (checker->edition->layout == NULL)
        return;
    check_fields(checker, checker->edition->agenda->fields);
    check_own_fields(checker);
    check_meetings(checker);
    check_items(checker);
    check_parts(checker);
    find_cells_not_set(checker);
}
