/* Links inside a document, closed when both of their ends are there. */
#include "page/references.h"

#include "base/vec.h"
#include <string.h>

struct references new_references(struct arena *arena, const struct agenda *agenda)
{
    return (struct references){.arena = arena,
                               .agenda = agenda,
                               .note_of_id = new_map(arena),
                               .headings = new_map(arena)};
}

static bool is_own_mark(const struct agenda *agenda, const char *mark)
{
    for (size_t i = 0; i < agenda->note_count; i++)
        if (agenda->notes[i].mark != NULL && strcmp(agenda->notes[i].mark, mark) == 0)
            return true;
    return false;
}

/* The next of *, **, *** that no note has of its own. */
static const char *next_stars(struct references *references)
{
    char *stars = "";
    for (size_t i = 0; i < references->last_stars; i++)
        stars = arena_format(references->arena, "%s*", stars);
    do {
        stars = arena_format(references->arena, "%s*", stars);
        references->last_stars++;
    } while (is_own_mark(references->agenda, stars));
    return stars;
}

/* Notes with marks of their own take no number. */
static const char *note_number(struct references *references, const struct note *note)
{
    if (note->mark != NULL)
        return note->mark;
    if (note->is_starred)
        return next_stars(references);
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

void link_to_mark(struct references *references, struct tag *link, struct note_use *use)
{
    add_link(references, link, &use->first_link);
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
