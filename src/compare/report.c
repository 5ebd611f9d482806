/* Printing what differs: a heading for each item, annex and note, under it each
 * difference with its places and the words around it. */
#include "compare/report.h"

#include "compare/name_part.h"
#include <string.h>

struct report new_report(struct arena *arena, struct buffer *out)
{
    return (struct report){.arena = arena, .out = out, .told = new_map(arena)};
}

size_t report_count(const struct report *report)
{
    size_t count = 0;
    for (size_t i = 0; i < DIFFERENCE_KINDS; i++)
        count += report->counts[i];
    return count;
}

static void print_place(struct buffer *out, struct line_cursor *cursor,
                        struct place place)
{
    struct position position = next_position(cursor, place);
    print_shown(out, slice_from_text(place.source->name));
    buffer_format(out, ":%zu:%zu", position.line, position.column);
}

static void print_places(struct report *report, const struct difference *difference)
{
    if (difference->first != NULL)
        print_place(report->out, &report->first, difference->first_place);
    if (difference->first != NULL && difference->second != NULL)
        buffer_text(report->out, ", ");
    if (difference->second != NULL)
        print_place(report->out, &report->second, difference->second_place);
}

/* The item, annex ... before it in its list. */
static const struct edition_part *part_before(const struct edition_part *part)
{
    for (size_t i = part->index; i > 0; i--)
        if (part->parent->children.at[i - 1]->kind == part->kind)
            return part->parent->children.at[i - 1];
    return NULL;
}

/* "behind item 2", "at the beginning of item 3": where in its edition a part with a
 * heading of its own stands. */
static const char *name_spot(struct arena *arena, const struct edition_part *part)
{
    const struct edition_part *before = part_before(part);
    const struct edition_part *list = part->parent->parent;
    if (before == NULL && list->kind != EDITION_ITEM)
        return "at the beginning";
    if (before == NULL)
        return arena_format(arena, "at the beginning of item %s", list->item->reference);
    if (before->kind != EDITION_ITEM || before->item->reference[0] == '\0')
        return arena_format(arena, "behind %s", name_heading(arena, before));
    return arena_format(arena, "behind item %s", before->item->reference);
}

static const char *name_move(struct arena *arena, const struct difference *difference)
{
    const struct edition_part *from = difference->first, *to = difference->second;
    const struct edition_part *heading = heading_part(to);
    if (heading == to)
        return arena_format(arena, "moved, was %s, now %s", name_spot(arena, from),
                            name_spot(arena, to));
    if (heading->other == heading_part(from))
        return arena_format(arena, "moved, now %s", name_within(arena, to));
    return arena_format(arena, "moved to %s", name_heading(arena, heading));
}

static const char *name_lone(struct report *report, const struct edition_part *part,
                             const char *versions, const char *languages)
{
    const char *event = report->one_language ? versions : languages;
    if (heading_part(part) != part || part->kind == EDITION_NOTE)
        return event;
    return arena_format(report->arena, "%s %s", event, name_spot(report->arena, part));
}

/* What happened to the part, in words. */
static const char *name_event(struct report *report, const struct difference *difference)
{
    switch (difference->kind) {
    case DIFFERENCE_REMOVED:
        return name_lone(report, difference->first, "removed", "only here");
    case DIFFERENCE_INSERTED:
        return name_lone(report, difference->second, "inserted", "only here");
    case DIFFERENCE_MOVED:
        return name_move(report->arena, difference);
    default:
        return difference->what == NULL ? "" : difference->what;
    }
}

static void print_shown_line(struct buffer *out, const char *mark, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    buffer_format(out, "      %s", mark);
    print_shown(out, slice_from_text(text));
    buffer_byte(out, '\n');
}

static void print_difference(struct report *report, const struct difference *difference)
{
    struct buffer *out = report->out;
    const struct edition_part *part =
        difference->first != NULL ? difference->first : difference->second;
    const char *within = name_within(report->arena, part);
    const char *event = name_event(report, difference);
    buffer_text(out, "  ");
    print_places(report, difference);
    buffer_text(out, ": ");
    print_shown(out, slice_from_text(within));
    buffer_text(out, within[0] != '\0' && event[0] != '\0' ? ", " : "");
    print_shown(out, slice_from_text(event));
    buffer_byte(out, '\n');
    print_shown_line(out, "", difference->shown);
    print_shown_line(out, "- ", difference->from);
    print_shown_line(out, "+ ", difference->to);
}

static const char *write_place(struct arena *arena, const struct edition_part *part,
                               struct place place)
{
    return part == NULL ? "-"
                        : arena_format(arena, "%zu:%s", place.at, place.source->name);
}

/* What languages share was told of the first of them. */
static bool is_told(struct report *report, const struct difference *difference)
{
    const struct edition_part *part =
        difference->first != NULL ? difference->first : difference->second;
    const char *key = arena_format(
        report->arena, "%d %s %s %s %s", (int)difference->kind,
        write_place(report->arena, difference->first, difference->first_place),
        write_place(report->arena, difference->second, difference->second_place),
        name_within(report->arena, part),
        difference->what == NULL ? "" : difference->what);
    void **place = map_place(report->told, slice_from_text(key));
    bool was_told = *place != NULL;
    *place = report;
    return was_told;
}

static void print_heading(struct report *report, const struct difference *difference,
                          const char **last)
{
    const struct edition_part *part =
        heading_part(difference->first != NULL ? difference->first : difference->second);
    if (difference->first == NULL && part->other != NULL)
        part = part->other;
    const char *heading = name_heading(report->arena, part);
    if (*last != NULL && strcmp(*last, heading) == 0)
        return;
    buffer_byte(report->out, '\n');
    print_shown(report->out, slice_from_text(heading));
    buffer_byte(report->out, '\n');
    *last = heading;
}

static void print_edition(struct report *report, char sign,
                          const struct checked_edition *edition)
{
    buffer_format(report->out, "%c ", sign);
    print_shown(report->out, slice_from_text(edition->agenda->source->name));
    buffer_format(report->out, " (%s)\n", edition->language->short_tag);
}

void report_differences(struct report *report, const struct checked_edition *first,
                        const struct checked_edition *second,
                        const struct differences *differences)
{
    report->one_language = strcmp(first->language->tag, second->language->tag) == 0;
    const char *heading = NULL;
    print_edition(report, '-', first);
    print_edition(report, '+', second);
    for (size_t i = 0; i < differences->count; i++) {
        const struct difference *difference = &differences->at[i];
        if (is_told(report, difference))
            continue;
        report->counts[difference->kind]++;
        print_heading(report, difference, &heading);
        print_difference(report, difference);
    }
    if (heading != NULL && differences->numbers.count > 0)
        buffer_format(report->out, "\nitems with another number: %.*s\n",
                      (int)differences->numbers.count, differences->numbers.at);
    if (heading == NULL)
        buffer_text(report->out, report_count(report) == 0
                                     ? "  nothing differs\n"
                                     : "  nothing differs but what is told above\n");
    buffer_byte(report->out, '\n');
}

void report_lone_edition(struct report *report, const struct checked_edition *edition,
                         bool is_first)
{
    print_edition(report, is_first ? '-' : '+', edition);
    buffer_format(report->out, "  the other file has no edition in “%s”\n\n",
                  edition->language->short_tag);
    report->counts[is_first ? DIFFERENCE_REMOVED : DIFFERENCE_INSERTED]++;
}

void report_summary(struct report *report)
{
    static const char *const names[DIFFERENCE_KINDS] = {"changed", "removed", "inserted",
                                                        "moved"};
    size_t all = report_count(report);
    const char *separator = ": ";
    buffer_format(report->out, all == 0 ? "no differences" : "%zu difference%s", all,
                  all == 1 ? "" : "s");
    for (size_t i = 0; report->one_language && i < DIFFERENCE_KINDS; i++) {
        if (report->counts[i] == 0)
            continue;
        buffer_format(report->out, "%s%zu %s", separator, report->counts[i], names[i]);
        separator = ", ";
    }
    buffer_byte(report->out, '\n');
}
