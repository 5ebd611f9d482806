/* The tree of items, and notes: what stands alone. */
#include "check/checker.h"

static size_t listed_count(const struct agenda_items *items)
{
    size_t count = 0;
    for (size_t i = 0; i < items->count; i++)
        count += items->at[i].listed;
    return count;
}

static const struct agenda_item *first_listed(const struct agenda_items *items)
{
    size_t i = 0;
    while (!items->at[i].listed)
        i++;
    return &items->at[i];
}

static void check_lone_item(struct checker *checker, const struct agenda_item *parent)
{
    if (listed_count(&parent->items) == 1) {
        const struct agenda_item *lone = first_listed(&parent->items);
        tell(checker, lone->place, "%s is the only one under %s",
             name_item(checker, lone), name_item(checker, parent));
        tell_mend(checker,
                  "give it a second one beside it, or take it into the one above");
        tell_related(checker, parent->place, "the one above stands here");
    }
    for (size_t i = 0; i < parent->items.count; i++)
        check_lone_item(checker, &parent->items.at[i]);
}

void find_lone_items(struct checker *checker)
{
    const struct agenda_items *items = &checker->edition->agenda->items;
    for (size_t i = 0; i < items->count; i++)
        check_lone_item(checker, &items->at[i]);
}

/* Itself or anything below it. */
static bool is_annotated(const struct agenda_item *item)
{
    if (item->annotation.count > 0 || item->annotated_by != NULL)
        return true;
    for (size_t i = 0; i < item->items.count; i++)
        if (is_annotated(&item->items.at[i]))
            return true;
    return false;
}

/* An annotation may speak for all the items below its own. */
static void check_documents(struct checker *checker, const struct agenda_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        if (item->annotation.count > 0)
            continue;
        if (item->document_count > 0 && !is_annotated(item)) {
            tell(checker, item->documents[0].place, "%s has documents and no annotation",
                 name_item(checker, item));
            tell_related(checker, item->place, "the item stands here");
        }
        check_documents(checker, &item->items);
    }
}

/* An agenda with a remark here and there is not an annotated one: there nothing is
 * missing.
 */
void find_documents_without_annotation(struct checker *checker)
{
    const struct agenda_items *items = &checker->edition->agenda->items;
    size_t annotated = 0;
    for (size_t i = 0; i < items->count; i++)
        annotated += items->at[i].listed && is_annotated(&items->at[i]);
    if (checker->edition->documents_are_listed)
        return;
    if (annotated > 0 && 2 * annotated >= listed_count(items))
        check_documents(checker, items);
}

void find_unused_notes(struct checker *checker)
{
    const struct agenda *agenda = checker->edition->agenda;
    for (size_t i = 0; i < agenda->note_count; i++) {
        const struct note *note = &agenda->notes[i];
        if (note->used)
            continue;
        tell(checker, note->place, "nothing refers to the note “%.*s”",
             (int)note->id.length, note->id.at);
        tell_mend(checker,
                  "put the mark “[^%.*s]” where it belongs, or take the note out",
                  (int)note->id.length, note->id.at);
    }
}
