/* HTML inside of lines: what has a mark of its own gets it. */
#include "import/scanner.h"

#include "import/find_notes.h"
#include <string.h>

/* A tag, "</sup>" by the name "sup". */
struct tag {
    struct slice name;
    bool is_end;
    size_t size; /* with its brackets; 0: it is none */
};

static struct tag read_tag(struct slice rest)
{
    struct tag tag = {0};
    const char *close = memchr(rest.at, '>', rest.length);
    size_t i = 1;
    if (close == NULL)
        return tag;
    tag.is_end = i < rest.length && rest.at[i] == '/';
    i += tag.is_end;
    tag.name.at = rest.at + i;
    while (i < rest.length && (is_ascii_letter((codepoint)rest.at[i]) ||
                               is_ascii_digit((codepoint)rest.at[i])))
        i++;
    tag.name.length = (size_t)(rest.at + i - tag.name.at);
    char behind = i < rest.length ? rest.at[i] : '\0';
    if (tag.name.length > 0 && (behind == '>' || behind == ' ' || behind == '/'))
        tag.size = (size_t)(close - rest.at) + 1;
    return tag;
}

/* "<sup>1</sup>": the mark of a note when there is one, else a superscript. */
static bool scan_superscript(struct scanner *at, const struct tag *tag)
{
    struct slice rest = rest_of_line(at);
    const char *end = memmem(rest.at, rest.length, "</sup>", strlen("</sup>"));
    if (tag->is_end || !slice_equals(tag->name, "sup") || end == NULL)
        return false;
    size_t inner_end = (size_t)(end - rest.at);
    struct slice inner =
        slice_trim((struct slice){rest.at + tag->size, inner_end - tag->size});
    size_t after = at->at + inner_end + strlen("</sup>");
    if (is_note(at->importer, inner)) {
        write_note_mark(at, inner, after);
        return true;
    }
    write_space(at, '^');
    buffer_byte(&at->text, '^');
    write_literals(at, inner);
    buffer_byte(&at->text, '^');
    at->at = after;
    return true;
}

static const struct {
    const char *name, *mark;
} tag_marks[] = {{"b", "**"},  {"strong", "**"}, {"i", "*"},  {"em", "*"},
                 {"span", ""}, {"p", ""},        {"div", ""}, {"a", ""}};

/* "<!-- page 2 -->"; "<!-->" is one, too. */
static void scan_comment(struct scanner *at)
{
    enum { OPEN = 4, CLOSE = 3 };
    struct slice rest = rest_of_line(at);
    const char *close = memmem(rest.at + 2, rest.length - 2, "-->", CLOSE);
    size_t end = close == NULL ? rest.length : (size_t)(close - rest.at);
    struct slice words = {rest.at + OPEN, end > OPEN ? end - OPEN : 0};
    struct passage passage = read_passage(at->importer, &words, 1);
    leave_over(at->importer, &passage);
    at->at += close == NULL ? rest.length : end + CLOSE;
}

/* "<http://un.org>" */
static void scan_autolink(struct scanner *at)
{
    struct slice rest = rest_of_line(at);
    const char *close = memchr(rest.at, '>', rest.length);
    size_t size = close == NULL ? rest.length : (size_t)(close - rest.at) + 1;
    write_space(at, '<');
    buffer_bytes(&at->text, rest.at, size);
    buffer_bytes(&at->plain, rest.at + 1, size - 1 - (close != NULL));
    at->at += size;
}

static const char *mark_of_tag(const struct tag *tag)
{
    for (size_t i = 0; i < sizeof tag_marks / sizeof *tag_marks; i++)
        if (slice_equals(tag->name, tag_marks[i].name))
            return tag_marks[i].mark;
    return NULL;
}

void scan_tag(struct scanner *at)
{
    struct slice rest = rest_of_line(at);
    struct tag tag = read_tag(rest);
    if (slice_starts(rest, "<http://") || slice_starts(rest, "<https://")) {
        scan_autolink(at);
        return;
    }
    if (slice_starts(rest, "<!--")) {
        scan_comment(at);
        return;
    }
    if (tag.size == 0) {
        write_literal(at, '<');
        at->at++;
        return;
    }
    if (scan_superscript(at, &tag))
        return;
    const char *mark = mark_of_tag(&tag);
    if (slice_equals(tag.name, "br"))
        at->space_waits = true;
    else if (mark == NULL)
        tell_markup(at, at->at, at->at + tag.size, "an agenda has no such mark-up");
    else
        buffer_text(&at->text, mark);
    at->at += tag.size;
}
