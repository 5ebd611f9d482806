/* Telling what was found. */
#include "import/importer.h"

#include "base/vec.h"
#include <string.h>

void tell_found(struct importer *importer, const char *rule, struct place place,
                const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(importer->arena, format, arguments);
    va_end(arguments);
    report_warning(importer->d, rule, place, "%s", text);
}

void tell_unsure(struct importer *importer, struct remarks *remarks, const char *rule,
                 struct place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(importer->arena, format, arguments);
    va_end(arguments);
    report_warning(importer->d, rule, place, "%s", text);
    add_remark(importer, remarks, text);
}

void add_remark(struct importer *importer, struct remarks *remarks, const char *text)
{
    enum { MOST_REMARKS = 20 };
    if (remarks->count == MOST_REMARKS)
        return;
    for (size_t i = 0; i < remarks->count; i++)
        if (strcmp(remarks->at[i], text) == 0)
            return;
    vec_push(importer->arena, remarks, text);
}

void add_remarks(struct importer *importer, struct remarks *remarks,
                 const struct remarks *more)
{
    for (size_t i = 0; i < more->count; i++)
        add_remark(importer, remarks, more->at[i]);
}

void begin_piece(struct importer *importer, struct draft_text *to, const char *between)
{
    if (to->body.arena == NULL)
        to->body = new_buffer(importer->arena);
    buffer_text(&to->body, to->body.count == 0 ? "" : between);
}

void add_paragraph(struct importer *importer, struct draft_text *to, const char *text)
{
    if (text[0] == '\0')
        return;
    begin_piece(importer, to, "\n\n");
    to->depth = 0;
    buffer_text(&to->body, text);
}

/* Some lines are read more than once, one soon after the other. */
static bool is_left_over(const struct importer *importer, struct place place)
{
    enum { SOON = 16 };
    const struct draft_leftovers *leftovers = &importer->draft.leftovers;
    for (size_t i = leftovers->count; i-- > 0 && i + SOON >= leftovers->count;)
        if (leftovers->at[i].place.at == place.at)
            return true;
    return false;
}

void leave_over(struct importer *importer, const struct passage *passage)
{
    if (passage->plain.length == 0 || is_left_over(importer, passage->place))
        return;
    report_warning(importer->d, "import-unplaced", passage->place,
                   "this has no place in an agenda: it is kept as a comment");
    vec_push(importer->arena, &importer->draft.leftovers,
             (struct draft_leftover){passage->text, passage->place});
}

struct place place_of(const struct importer *importer, struct slice piece)
{
    return (struct place){importer->source, (size_t)(piece.at - importer->text.at),
                          piece.length};
}
