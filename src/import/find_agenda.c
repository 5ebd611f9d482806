/* Finding the agenda. */
#include "import/find_agenda.h"

#include "import/find_timetable.h"
#include "import/passage.h"
#include "import/words.h"

static bool is_heading(const struct importer *importer, size_t block)
{
    return importer->blocks[block].outline->kind == OUTLINE_HEADING;
}

static bool is_labelled(struct importer *importer, size_t block)
{
    const struct outline_block *outline = importer->blocks[block].outline;
    return !importer->blocks[block].is_taken && outline->line_count == 1 &&
           outline->depth == 0 && outline->kind != OUTLINE_HTML &&
           is_label(importer, block_line(importer, block, 0)->plain,
                    "provisional-agenda");
}

static enum agenda_form form_of_block(struct importer *importer, size_t block)
{
    struct grid grid;
    size_t next;
    if (importer->blocks[block].is_taken)
        return AGENDA_NONE;
    if (importer->blocks[block].outline->depth > 0)
        return AGENDA_LIST;
    if (read_grid(importer, block, &grid, &next) && is_timetable(importer, &grid))
        return AGENDA_TABLE;
    return AGENDA_NONE;
}

static bool begins_with_number(struct importer *importer, size_t block)
{
    const struct outline_block *outline = importer->blocks[block].outline;
    if (importer->blocks[block].is_taken || outline->depth > 0 ||
        (outline->line_count != 1 && !outline->is_numbered_line) ||
        outline->kind == OUTLINE_HTML)
        return false;
    struct item_mark mark =
        read_item_mark(importer, block_line(importer, block, 0)->plain);
    return mark.count == 1 && mark.part[0].number == 1;
}

/* Under the word for it: a list, numbers, a table, or else headings. */
static struct agenda_place agenda_under(struct importer *importer, size_t heading)
{
    struct agenda_place place = {AGENDA_HEADINGS, heading, heading + 1, true};
    for (size_t i = heading + 1; i < importer->block_count; i++) {
        enum agenda_form form = form_of_block(importer, i);
        if (form == AGENDA_NONE && !is_heading(importer, i) &&
            begins_with_number(importer, i))
            form = AGENDA_LIST;
        if (form != AGENDA_NONE) {
            place.form = form;
            place.first = i;
            return place;
        }
        if (is_heading(importer, i) && begins_with_number(importer, i))
            return place;
    }
    place.form = AGENDA_NONE;
    return place;
}

/* Of the entries of a list at the top, more than one. */
static bool is_long_list(const struct importer *importer, size_t block)
{
    size_t entries = 0;
    for (; block < importer->block_count && importer->blocks[block].outline->depth > 0;
         block++)
        entries += importer->blocks[block].outline->depth == 1 &&
                   importer->blocks[block].outline->begins_entry;
    return entries > 1;
}

static struct agenda_place agenda_without_label(struct importer *importer)
{
    struct agenda_place bullets = {0}, headings = {0};
    for (size_t i = 0; i < importer->block_count; i++) {
        enum agenda_form form = form_of_block(importer, i);
        bool is_numbered = importer->blocks[i].outline->number >= 0;
        if (importer->blocks[i].outline->is_numbered_line &&
            begins_with_number(importer, i))
            return (struct agenda_place){AGENDA_LIST, i, i, false};
        if (form == AGENDA_TABLE ||
            (form == AGENDA_LIST && is_numbered && is_long_list(importer, i)))
            return (struct agenda_place){form, i, i, false};
        if (form == AGENDA_LIST && bullets.form == AGENDA_NONE &&
            is_long_list(importer, i))
            bullets = (struct agenda_place){form, i, i, false};
        if (is_heading(importer, i) && headings.form == AGENDA_NONE &&
            begins_with_number(importer, i))
            headings = (struct agenda_place){AGENDA_HEADINGS, i, i, false};
        while (form == AGENDA_LIST && i + 1 < importer->block_count &&
               importer->blocks[i + 1].outline->depth > 0)
            i++;
    }
    return headings.form != AGENDA_NONE ? headings : bullets;
}

struct agenda_place find_agenda(struct importer *importer)
{
    for (size_t i = 0; i < importer->block_count; i++) {
        if (!is_labelled(importer, i))
            continue;
        struct agenda_place place = agenda_under(importer, i);
        if (place.form != AGENDA_NONE)
            return place;
    }
    return agenda_without_label(importer);
}

/* The last heading before the agenda that has the word in it, else the first one, else a
 * paragraph. */
size_t find_title(struct importer *importer, const struct agenda_place *place)
{
    size_t first = place->heading, named = place->heading;
    for (size_t i = 0; i < place->heading; i++) {
        const struct outline_block *outline = importer->blocks[i].outline;
        if (outline->depth > 0 || outline->line_count != 1 ||
            importer->blocks[i].is_taken || outline->kind == OUTLINE_HTML)
            continue;
        if (is_heading(importer, i) && first == place->heading)
            first = i;
        if (has_label(importer, block_line(importer, i, 0)->plain, "provisional-agenda"))
            named = i;
    }
    return named < place->heading ? named : first;
}

/* The first heading behind the title that is not the agenda's: a part of its own. */
size_t find_head_end(const struct importer *importer, size_t title, size_t agenda)
{
    for (size_t i = title + 1; i < agenda; i++)
        if (is_heading(importer, i) || importer->blocks[i].outline->depth > 0)
            return i;
    return agenda;
}
