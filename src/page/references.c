/* Links inside a document, closed when both of their ends are there. */
#include "page/references.h"

#include "base/vec.h"

struct references new_references(struct arena *arena, const struct agenda *agenda)
{
    return (struct references){.arena = arena,
                               .agenda = agenda,
                               .note_of_id = new_map(arena),
                               .headings = new_map(arena)};
}

/* Notes with marks of their own take no number. */
static const char *note_number(struct references *references, const struct note *note)
{
    if (note->mark != NULL)
        return note->mark;
    return arena_format(references->arena, "%zu", ++references->last_number);
}

static struct note_use *add_note_use(struct references *references,
                                     const struct note *note, struct place place)
{
    struct note_use *use = arena_alloc(references->arena, sizeof *use);
    *use = (struct note_use){.note = note, .place = place};
    use->number = note_number(references, note);
    use->index = references->notes.count;
    vec_push(references->arena, &references->notes, use);
    return use;
}

struct note_use *use_note(struct references *references, const struct span *mark)
{
    struct note_use **use =
        (struct note_use **)map_place(references->note_of_id, mark->note);
    if (*use == NULL) {
        struct note *note = agenda_note(references->agenda, mark->note);
        if (note != NULL)
            *use = add_note_use(references, note, mark->place);
    }
    return *use;
}

bool note_is_numbered(const struct references *references, const struct note *note)
{
    return map_find(references->note_of_id, note->id) != NULL;
}

static void add_link(struct references *references, struct tag *link, struct tag **end)
{
    vec_push(references->arena, &references->links, (struct open_link){link, end});
}

void link_to_note(struct references *references, struct tag *link, struct note_use *use)
{
    if (use->first_link == NULL)
        use->first_link = link;
    add_link(references, link, &use->tag);
}

/* Where the heading's tag of an item is or will be noted. */
static struct tag **heading_of_item(struct references *references,
                                    const struct agenda_item *item)
{
    struct slice key = {(const char *)&item, sizeof item};
    void **place = map_place(references->headings, key);
    if (*place == NULL)
        *place = arena_alloc(references->arena, sizeof(struct tag *));
    return *place;
}

void link_to_item(struct references *references, struct tag *link,
                  const struct agenda_item *item)
{
    add_link(references, link, heading_of_item(references, item));
}

void set_item_heading(struct references *references, const struct agenda_item *item,
                      struct tag *heading)
{
    *heading_of_item(references, item) = heading;
}

void close_links(struct references *references)
{
    for (size_t i = 0; i < references->links.count; i++) {
        struct open_link *link = &references->links.at[i];
        link->link->target = *link->end;
    }
}
