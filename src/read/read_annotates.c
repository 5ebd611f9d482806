/* Items that have one annotation in common: it stands with one of them. */
#include "read/agenda_values.h"

#include "base/vec.h"
#include "model/wording.h"

/* Which items they are is known when all have been read. */
static void read_annotates(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct agenda_reading *reading = agenda_reading(reader);
    if (expect_list(reader, node, key->type->name))
        vec_push(reader->arena, &reading->annotates, (struct annotates){to, node});
}

const struct value_type annotates_value = {"a list of items", read_annotates,
                                           &texts_shape};

static void report_twice(struct reader *reader, const struct node *node,
                         const struct agenda_item *item)
{
    report(reader->d, "annotated-twice", node->place,
           "this item has an annotation of its own");
    report_related(reader->d, item->place, "the item stands here");
    report_mend(reader->d, "take one of the two out");
}

static void add_item_of(struct reader *reader, const struct node *node,
                        struct agenda_item *carrier)
{
    struct item_reference *reference = find_item(reader, node);
    if (reference == NULL)
        return;
    struct agenda_item *item = reference->item;
    if (item != carrier && (item->annotation.count > 0 || item->heading.count > 0 ||
                            item->annotated_by != NULL))
        report_twice(reader, node, item);
    if (item != carrier)
        item->annotated_by = carrier;
    item->is_headed &= item == carrier;
    carrier->together[carrier->together_count++] = item;
}

static bool names_itself(const struct agenda_item *item)
{
    for (size_t i = 0; i < item->together_count; i++)
        if (item->together[i] == item)
            return true;
    return false;
}

/* An item that does not name itself is the first of them. */
static void join_items(struct reader *reader, const struct annotates *annotates)
{
    struct agenda_item *item = annotates->item;
    item->together =
        arena_array(reader->arena, annotates->node->count + 1, sizeof(void *));
    const struct node *node = annotates->node->first;
    for (; node != NULL; node = node->next)
        if (expect_scalar(reader, node, "an item of the agenda (2, 1(a), an id)"))
            add_item_of(reader, node, item);
    if (names_itself(item))
        return;
    for (size_t i = item->together_count++; i > 0; i--)
        item->together[i] = item->together[i - 1];
    item->together[0] = item;
}

/* All documents stand under the heading that the items have in common. */
static void gather_documents(struct reader *reader, struct agenda_item *carrier)
{
    size_t count = 0;
    for (size_t i = 0; i < carrier->together_count; i++)
        count += carrier->together[i]->document_count;
    struct reference_document *documents =
        arena_array(reader->arena, count, sizeof *documents);
    count = 0;
    for (size_t i = 0; i < carrier->together_count; i++) {
        struct agenda_item *item = carrier->together[i];
        for (size_t k = 0; k < item->document_count; k++)
            documents[count++] = item->documents[k];
        item->document_count = 0;
    }
    carrier->documents = documents;
    carrier->document_count = count;
}

void resolve_annotates(struct reader *reader)
{
    static const char *const labels[] = {"items-heading", "items-join", "items-last",
                                         "titles-join"};
    const struct agenda_reading *reading = agenda_reading(reader);
    for (size_t i = 0; i < reading->annotates.count; i++) {
        const struct annotates *annotates = &reading->annotates.at[i];
        join_items(reader, annotates);
        gather_documents(reader, annotates->item);
        for (size_t k = 0; k < sizeof labels / sizeof *labels; k++)
            if (!expect_label(reader, annotates->node->place, labels[k]))
                return;
    }
}
