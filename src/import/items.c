/* Items: adding and finding them. */
#include "import/items.h"

#include "base/vec.h"
#include "import/item_status.h"

enum { ITEM_LEVELS = 3, MOST_ITEMS = 2000 };

/* As references name items in every language: 1(a)(ii). */
static const char *make_reference(struct importer *importer,
                                  const struct draft_item *parent, int number)
{
    static const char *const roman[] = {"i",  "ii",  "iii",  "iv", "v",
                                        "vi", "vii", "viii", "ix", "x"};
    enum { LARGEST_ROMAN = 10, LETTERS = 26 };
    struct arena *arena = importer->arena;
    if (parent == NULL)
        return arena_format(arena, "%d", number);
    if (parent->level == 0 && number <= LETTERS)
        return arena_format(arena, "%s(%c)", parent->reference, 'a' + number - 1);
    if (parent->level == 1 && number <= LARGEST_ROMAN)
        return arena_format(arena, "%s(%s)", parent->reference, roman[number - 1]);
    return NULL;
}

static struct draft_item *new_item(struct importer *importer, struct draft_item *parent,
                                   const struct passage *title)
{
    if (++importer->item_count > MOST_ITEMS)
        arena_fail(importer->arena, STATUS_LIMIT, "more than %d items", MOST_ITEMS);
    struct draft_item *item = arena_alloc(importer->arena, sizeof *item);
    item->title = title->text;
    item->plain = arena_text(importer->arena, title->plain.at, title->plain.length);
    item->parent = parent;
    item->level = parent == NULL ? 0 : parent->level + 1;
    item->place = title->place;
    add_remarks(importer, &item->remarks, &title->remarks);
    return item;
}

static int last_number(const struct draft_items *items)
{
    for (size_t i = items->count; i-- > 0;)
        if (items->at[i]->is_listed)
            return items->at[i]->number;
    return 0;
}

struct draft_item *add_item(struct importer *importer, struct draft_item *parent,
                            const struct passage *title)
{
    while (parent != NULL && parent->level + 1 >= ITEM_LEVELS)
        parent = parent->parent;
    struct draft_items *items = parent == NULL ? &importer->draft.items : &parent->items;
    struct passage bare = *title;
    const char *status = cut_status(importer, &bare);
    struct draft_item *item = new_item(importer, parent, &bare);
    item->status = status;
    item->is_listed = true;
    item->number = last_number(items) + 1;
    item->reference = make_reference(importer, parent, item->number);
    vec_push(importer->arena, items, item);
    if (title->plain.length == 0) {
        item->title = item->plain =
            language_label(importer->language, "to-be-determined");
        tell_unsure(importer, &item->remarks, "import-missing", title->place,
                    "this item has no title");
    }
    if (item->reference == NULL)
        tell_unsure(importer, &item->remarks, "import-number", title->place,
                    "there are more items here than letters: the timetable cannot name "
                    "this one by its number");
    return item;
}

struct draft_item *add_unlisted_item(struct importer *importer,
                                     const struct draft_item *before,
                                     const struct passage *title)
{
    struct draft_items *items = &importer->draft.items;
    struct draft_item *item = new_item(importer, NULL, title);
    while (before != NULL && before->parent != NULL)
        before = before->parent;
    vec_push(importer->arena, items, item);
    size_t at = items->count - 1;
    for (; at > 0 && items->at[at - 1] != before; at--)
        items->at[at] = items->at[at - 1];
    items->at[at] = item;
    return item;
}

static struct draft_item *numbered(struct draft_items *items, int number)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->at[i]->is_listed && items->at[i]->number == number)
            return items->at[i];
    return NULL;
}

/* The items among which the first part of a number is looked for: letters are those of
 * the item at hand. */
static struct draft_items *row_of_part(struct importer *importer,
                                       const struct draft_item *current,
                                       const struct item_mark *mark, int *number)
{
    bool is_roman = mark->part[0].roman > 0;
    *number = mark->part[0].number;
    struct draft_item *at = (struct draft_item *)current;
    if (mark->part[0].form == MARK_DECIMAL || mark->part[0].form == MARK_HAN)
        return &importer->draft.items;
    /* (i) behind (a) may be its first part, or the letter behind (h). */
    if (at != NULL && is_roman && at->level == 1 && at->items.count > 0) {
        *number = mark->part[0].roman;
        return &at->items;
    }
    if (at != NULL && is_roman && at->level == 2) {
        *number = mark->part[0].roman;
        return &at->parent->items;
    }
    while (at != NULL && at->level > 0)
        at = at->parent;
    if (at != NULL && at->items.count > 0)
        return &at->items;
    if (is_roman)
        *number = mark->part[0].roman;
    return &importer->draft.items;
}

static struct draft_item *find_numbered(struct importer *importer,
                                        const struct draft_item *current,
                                        const struct item_mark *mark)
{
    int number;
    if (mark->count == 0)
        return NULL;
    struct draft_items *row = row_of_part(importer, current, mark, &number);
    struct draft_item *item = numbered(row, number);
    for (int i = 1; i < mark->count && item != NULL; i++) {
        bool is_roman = item->level == 1 && mark->part[i].roman > 0;
        item =
            numbered(&item->items, is_roman ? mark->part[i].roman : mark->part[i].number);
    }
    return item;
}

/* At most ITEM_LEVELS calls deep. */
static struct draft_item *find_in(const struct draft_items *items, struct slice title)
{
    for (size_t i = 0; i < items->count; i++) {
        struct draft_item *item = items->at[i];
        if (same_words(slice_from_text(item->plain), title))
            return item;
        struct draft_item *inner = find_in(&item->items, title);
        if (inner != NULL)
            return inner;
    }
    return NULL;
}

struct draft_item *find_titled_item(struct importer *importer, struct slice title)
{
    title = without_end_marks(title);
    return title.length == 0 ? NULL : find_in(&importer->draft.items, title);
}

struct draft_item *find_meant_item(struct importer *importer,
                                   const struct draft_item *current,
                                   const struct item_mark *mark, struct slice title)
{
    struct draft_item *by_number = find_numbered(importer, current, mark);
    if (by_number != NULL &&
        same_words(slice_from_text(by_number->plain), without_end_marks(title)))
        return by_number;
    struct draft_item *by_title = find_titled_item(importer, title);
    return by_title != NULL ? by_title : by_number;
}
