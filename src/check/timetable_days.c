/* Timetables: items left out, days outside the meeting, times that cross or go back. */
#include "check/checker.h"

#include "check/item_mentions.h"

/* What the rows of all timetables take up. */
struct coverage {
    struct checker *checker;
    struct map *items;
    struct map *names;  /* of items that rows without one mention */
    struct map *titles; /* of rows without an item */
    bool has_items;
};

static struct slice title_of(struct checker *checker, const struct spans *title)
{
    return slice_from_text(spans_text(checker->arena, title, " "));
}

/* Several agendas of a document may have the same numbers. */
static struct slice item_key(const struct agenda_item *const *item)
{
    return (struct slice){(const char *)item, sizeof *item};
}

/* A row without an item may name one by its title, or by its number. */
static void cover_row(struct coverage *coverage, const struct timetable_entry *row)
{
    struct checker *checker = coverage->checker;
    if (row->item != NULL) {
        coverage->has_items = true;
        *map_place(coverage->items, item_key(&row->item)) = coverage;
    } else if (row->title.count > 0) {
        struct slice title = title_of(checker, &row->title);
        *map_place(coverage->titles, title) = coverage;
        note_mentions(checker, title, coverage->names);
    }
}

/* Of the author's own columns, as those of rooms. */
static void cover_cells(struct coverage *coverage, const struct annex *annex,
                        const struct timetable_cells *cells)
{
    for (size_t i = 0; cells->own != NULL && i < annex->columns.own_count; i++)
        if (cells->own[i] != NULL)
            cover_row(coverage, cells->own[i]);
}

static void cover_day(struct coverage *coverage, const struct annex *annex,
                      const struct timetable_day *day)
{
    cover_cells(coverage, annex, &day->cells);
    for (size_t s = 0; s < day->slot_count; s++) {
        const struct timetable_slot *slot = &day->slots[s];
        cover_cells(coverage, annex, &slot->cells);
        if (slot->part != NULL)
            cover_cells(coverage, annex, &slot->part->cells);
        for (size_t e = 0; e < slot->entry_count; e++) {
            cover_row(coverage, &slot->entries[e]);
            cover_cells(coverage, annex, &slot->entries[e].cells);
        }
    }
}

static struct coverage read_coverage(struct checker *checker)
{
    const struct agenda *agenda = checker->edition->agenda;
    struct coverage coverage = {.checker = checker,
                                .items = new_map(checker->arena),
                                .names = new_map(checker->arena),
                                .titles = new_map(checker->arena)};
    for (size_t a = 0; a < agenda->annex_count; a++)
        for (size_t d = 0; d < agenda->annexes[a].day_count; d++)
            cover_day(&coverage, &agenda->annexes[a], &agenda->annexes[a].days[d]);
    return coverage;
}

/* With an item, all below it are taken up. */
static bool is_covered(const struct coverage *coverage, const struct agenda_item *item)
{
    struct checker *checker = coverage->checker;
    for (; item != NULL; item = item->parent)
        if (map_find(coverage->items, item_key(&item)) != NULL ||
            map_find(coverage->names, item_name(checker->arena, item)) != NULL ||
            map_find(coverage->titles, title_of(checker, &item->title)) != NULL)
            return true;
    return false;
}

static struct place first_timetable(const struct agenda *agenda)
{
    for (size_t i = 0; i < agenda->annex_count; i++)
        if (agenda->annexes[i].day_count > 0)
            return agenda->annexes[i].timetable_place;
    return (struct place){0};
}

/* Not a heading among the annotations, and neither cancelled nor deferred. */
static bool is_taken_up(const struct agenda_item *item)
{
    return item->listed && item->status == NULL;
}

/* An item with sub-items is there when all of them are. */
static void check_items(const struct coverage *coverage, const struct agenda_items *items)
{
    struct checker *checker = coverage->checker;
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        check_items(coverage, &item->items);
        if (item->items.count > 0 || !is_taken_up(item) || is_covered(coverage, item))
            continue;
        tell(checker, first_timetable(checker->edition->agenda),
             "%s is not in the timetable", name_item(checker, item));
        tell_related(checker, item->place, "the item stands here");
    }
}

/* A timetable that has no item at all is of another kind. */
void find_missed_items(struct checker *checker)
{
    struct coverage coverage = read_coverage(checker);
    if (coverage.has_items)
        check_items(&coverage, &checker->edition->agenda->items);
}

static const char *iso_date(struct checker *checker, struct date date)
{
    return arena_format(checker->arena, "%04d-%02d-%02d", date.year, date.month,
                        date.day);
}

static const struct field *meeting_dates(const struct map *meeting)
{
    const struct field *field = map_find(meeting, SLICE("meeting.dates"));
    return field == NULL || field->dates.first.year == 0 ? NULL : field;
}

static bool is_in_dates(struct date day, const struct dates *dates)
{
    return date_compare(day, dates->first) >= 0 && date_compare(day, dates->last) <= 0;
}

/* There may be gaps between its days. */
static bool is_day_of_field(const struct field *field, struct date day)
{
    for (size_t i = 0; i < field->row_count; i++)
        if (is_in_dates(day, &field->rows[i]))
            return true;
    return field->row_count == 0 && is_in_dates(day, &field->dates);
}

/* Of several meetings in one document, which one a timetable is of is not said. */
static bool is_day_of_meeting(const struct agenda *agenda, struct date day)
{
    for (size_t i = 0; i < agenda->meeting_count; i++) {
        const struct field *field = meeting_dates(agenda->meetings[i]);
        if (field == NULL || is_day_of_field(field, day))
            return true;
    }
    return agenda->meeting_count == 0;
}

static void check_day(struct checker *checker, const struct timetable_day *day)
{
    const struct agenda *agenda = checker->edition->agenda;
    if (day->date.year == 0 || is_day_of_meeting(agenda, day->date))
        return;
    const struct field *meeting = meeting_dates(agenda->meetings[0]);
    const struct dates *dates = &meeting->dates;
    tell(checker, day->place, "%s is not a day of the meeting",
         iso_date(checker, day->date));
    if (date_compare(dates->first, dates->last) == 0)
        tell_related(checker, meeting->place, "it meets on %s",
                     iso_date(checker, dates->first));
    else
        tell_related(checker, meeting->place, "it meets from %s to %s",
                     iso_date(checker, dates->first), iso_date(checker, dates->last));
}

void find_days_outside(struct checker *checker)
{
    const struct agenda *agenda = checker->edition->agenda;
    for (size_t a = 0; a < agenda->annex_count; a++)
        for (size_t d = 0; d < agenda->annexes[a].day_count; d++)
            check_day(checker, &agenda->annexes[a].days[d]);
}

static int minutes(struct clock_time time)
{
    return time.hour * 60 + time.minute;
}

static bool has_time(const struct timetable_slot *slot)
{
    return slot->label.count == 0 && slot->has_time;
}

static bool takes_up_items(const struct timetable_slot *slot)
{
    for (size_t i = 0; i < slot->entry_count; i++)
        if (slot->entries[i].item != NULL)
            return true;
    return false;
}

static bool same_items(const struct timetable_slot *a, const struct timetable_slot *b)
{
    if (a->entry_count != b->entry_count)
        return false;
    for (size_t i = 0; i < a->entry_count; i++)
        if (a->entries[i].item == NULL || a->entries[i].item != b->entries[i].item)
            return false;
    return true;
}

static bool holds(const struct timetable_slot *outer, const struct timetable_slot *inner)
{
    return minutes(outer->time.from) <= minutes(inner->time.from) &&
           minutes(outer->time.to) >= minutes(inner->time.to);
}

/* Sittings that begin together are parallel; a row without an item (registration, an
 * exhibition) may last while others come and go. */
static bool overlap_is_meant(const struct timetable_slot *a,
                             const struct timetable_slot *b)
{
    if (minutes(a->time.from) == minutes(b->time.from))
        return !(holds(a, b) && holds(b, a) && same_items(a, b));
    return (!takes_up_items(a) && holds(a, b)) || (!takes_up_items(b) && holds(b, a));
}

static bool slots_overlap(const struct timetable_slot *a, const struct timetable_slot *b)
{
    return minutes(a->time.from) < minutes(b->time.to) &&
           minutes(b->time.from) < minutes(a->time.to);
}

/* Slots of one date, in their order, though they may stand under several days. */
struct slot_walk {
    const struct timetable_slot *longest; /* of those before: the one that ends last */
    const struct timetable_slot *last;
};

static void check_overlap(struct checker *checker, const struct timetable_slot *before,
                          const struct timetable_slot *slot)
{
    if (before == NULL || before->time.open || slot->time.open ||
        !slots_overlap(before, slot) || overlap_is_meant(before, slot))
        return;
    tell(checker, slot->place,
         "this slot begins at %d:%02d, before another one ends at %d:%02d",
         slot->time.from.hour, slot->time.from.minute, before->time.to.hour,
         before->time.to.minute);
    tell_related(checker, before->place, "the other one stands here");
}

static void check_step(struct checker *checker, const struct timetable_slot *before,
                       const struct timetable_slot *slot)
{
    if (before == NULL || minutes(slot->time.from) >= minutes(before->time.from))
        return;
    tell(checker, slot->place,
         "this slot begins at %d:%02d, and the one before it at %d:%02d",
         slot->time.from.hour, slot->time.from.minute, before->time.from.hour,
         before->time.from.minute);
    tell_related(checker, before->place, "the one before it stands here");
}

static void check_overlap_after(struct checker *checker, const struct slot_walk *walk,
                                const struct timetable_slot *slot)
{
    check_overlap(checker, walk->last, slot);
    if (walk->longest != walk->last)
        check_overlap(checker, walk->longest, slot);
}

static void check_step_after(struct checker *checker, const struct slot_walk *walk,
                             const struct timetable_slot *slot)
{
    check_step(checker, walk->last, slot);
}

static void walk_day(struct checker *checker, const struct timetable_day *day,
                     struct slot_walk *walk,
                     void visit(struct checker *, const struct slot_walk *,
                                const struct timetable_slot *))
{
    for (size_t s = 0; s < day->slot_count; s++) {
        const struct timetable_slot *slot = &day->slots[s];
        if (!has_time(slot))
            continue;
        visit(checker, walk, slot);
        walk->last = slot;
        if (walk->longest == NULL ||
            (!slot->time.open &&
             minutes(slot->time.to) > minutes(walk->longest->time.to)))
            walk->longest = slot;
    }
}

static bool same_day(const struct timetable_day *a, const struct timetable_day *b)
{
    return a->date.year != 0 && date_compare(a->date, b->date) == 0;
}

static void walk_slots(struct checker *checker,
                       void visit(struct checker *, const struct slot_walk *,
                                  const struct timetable_slot *))
{
    const struct agenda *agenda = checker->edition->agenda;
    for (size_t a = 0; a < agenda->annex_count; a++) {
        const struct timetable_day *days = agenda->annexes[a].days;
        struct slot_walk walk = {0};
        for (size_t d = 0; d < agenda->annexes[a].day_count; d++) {
            if (d == 0 || !same_day(&days[d - 1], &days[d]))
                walk = (struct slot_walk){0};
            walk_day(checker, &days[d], &walk, visit);
        }
    }
}

void find_overlaps(struct checker *checker)
{
    walk_slots(checker, check_overlap_after);
}

static void check_day_order(struct checker *checker, const struct timetable_day *before,
                            const struct timetable_day *day)
{
    if (before->date.year == 0 || day->date.year == 0 ||
        date_compare(before->date, day->date) <= 0)
        return;
    tell(checker, day->place, "%s stands behind %s", iso_date(checker, day->date),
         iso_date(checker, before->date));
    tell_related(checker, before->place, "the day before it stands here");
}

void find_steps_back(struct checker *checker)
{
    const struct agenda *agenda = checker->edition->agenda;
    for (size_t a = 0; a < agenda->annex_count; a++)
        for (size_t d = 1; d < agenda->annexes[a].day_count; d++)
            check_day_order(checker, &agenda->annexes[a].days[d - 1],
                            &agenda->annexes[a].days[d]);
    walk_slots(checker, check_step_after);
}
