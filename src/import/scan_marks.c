/* Marks of Markdown: escapes, code, notes, links, pictures. */
#include "import/scanner.h"

#include "import/find_notes.h"
#include "read/read_text.h"
#include <string.h>

static bool is_punctuation(char byte)
{
    return strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", byte) != NULL && byte != '\0';
}

void scan_backslash(struct scanner *at)
{
    char next = at->at + 1 < at->line.length ? at->line.at[at->at + 1] : '\0';
    write_literal(at, is_punctuation(next) ? next : '\\');
    at->at += is_punctuation(next) ? 2 : 1;
}

static const struct {
    const char *name, *text;
} entities[] = {{"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},
                {"&quot;", "\""}, {"&#39;", "'"},   {"&nbsp;", "\u00A0"},
                {"&ndash;", "–"}, {"&mdash;", "—"}, {"&middot;", "·"}};

void scan_entity(struct scanner *at)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (!slice_starts(rest_of_line(at), entities[i].name))
            continue;
        at->at += strlen(entities[i].name);
        write_literals(at, slice_from_text(entities[i].text));
        return;
    }
    copy_character(at);
}

/* `code`, ``code``: its words are a text like any other. */
void scan_code(struct scanner *at)
{
    size_t marks = 0;
    while (at->at + marks < at->line.length && at->line.at[at->at + marks] == '`')
        marks++;
    struct slice rest = rest_of_line(at);
    struct slice fence = {rest.at, marks};
    const char *close = memmem(rest.at + marks, rest.length - marks, fence.at, marks);
    if (close == NULL) {
        write_literals(at, fence);
        at->at += marks;
        return;
    }
    size_t end = (size_t)(close - at->line.at);
    tell_markup(at, at->at, end + marks,
                "program code is taken as a text like the others");
    write_literals(at, slice_trim((struct slice){rest.at + marks, end - at->at - marks}));
    at->at = end + marks;
}

/* The layout parts two marks itself: "1, 2". */
static void drop_comma(struct scanner *at)
{
    for (size_t i = at->mark_end; i < at->text.count; i++)
        if (at->text.at[i] != ',' && at->text.at[i] != ' ')
            return;
    if (at->mark_end == 0)
        return;
    at->text.count = at->mark_end;
    at->plain.count = at->plain_end;
}

/* The mark of a note, or what only looks like one. */
void write_note_mark(struct scanner *at, struct slice id, size_t end)
{
    struct slice piece = {at->line.at + at->at, end - at->at};
    bool in_note = at->importer->in_notes;
    const char *name = in_note ? NULL : take_note(at->importer, id);
    at->space_waits = false;
    if (name != NULL) {
        drop_comma(at);
        buffer_format(&at->text, "[^%s]", name);
        at->mark_end = at->text.count;
        at->plain_end = at->plain.count;
        /* "[^note](" would be a link. */
        if (end < at->line.length && at->line.at[end] == '(')
            buffer_byte(&at->text, '\\');
    } else {
        write_literals(at, piece);
        tell_unsure(at->importer, &at->remarks, "import-note",
                    place_of(at->importer, piece),
                    in_note ? "“%.*s” is the mark of a note in a note"
                            : "“%.*s” is the mark of a note that is not there",
                    (int)piece.length, piece.at);
    }
    at->at = end;
}

/* "[^1]", and "[1]" where a paragraph begins so. */
static bool scan_note_mark(struct scanner *at)
{
    struct slice rest = rest_of_line(at);
    const char *close = memchr(rest.at, ']', rest.length);
    if (close == NULL || rest.at[0] != '[')
        return false;
    struct slice id = {rest.at + 1, (size_t)(close - rest.at) - 1};
    bool is_sure = slice_starts(id, "^");
    if (is_sure)
        id = (struct slice){id.at + 1, id.length - 1};
    else if (!is_note(at->importer, id))
        return false;
    if (id.length == 0)
        return false;
    write_note_mark(at, id, at->at + (size_t)(close - rest.at) + 1);
    return true;
}

static size_t find_bracket(struct slice rest)
{
    int depth = 0;
    for (size_t at = 0; at < rest.length; at++) {
        if (rest.at[at] == '\\')
            at++;
        else if (rest.at[at] == '[')
            depth++;
        else if (rest.at[at] == ']' && --depth == 0)
            return at;
    }
    return 0;
}

/* "](https://un.org)" or "](https://un.org "Title")". */
struct link_end {
    struct slice address;
    size_t size; /* of all; 0: no link ends here */
};

static struct link_end read_link_end(struct slice text)
{
    static const struct link_end none;
    struct link_end end = {{text.at + 2, 0}, 2};
    if (!slice_starts(text, "]("))
        return none;
    while (end.size < text.length && strchr(" )<>\n\t", text.at[end.size]) == NULL)
        end.size++;
    end.address.length = end.size - 2;
    while (end.size < text.length && text.at[end.size] == ' ')
        end.size++;
    if (end.size < text.length && text.at[end.size] == '"') {
        const char *quote =
            memchr(text.at + end.size + 1, '"', text.length - end.size - 1);
        end.size = quote == NULL ? text.length : (size_t)(quote - text.at) + 1;
    }
    if (end.size >= text.length || text.at[end.size] != ')')
        return none;
    end.size++;
    return end;
}

/* "[words](address)": kept when an agenda may have such a link, else its words are. */
static bool scan_link(struct scanner *at)
{
    struct slice rest = rest_of_text(at);
    size_t close = at->link_end != NULL ? 0 : find_bracket(rest);
    struct slice behind = {rest.at + close, rest.length - close};
    struct link_end end = {0};
    if (close != 0)
        end = read_link_end(behind);
    if (end.size == 0)
        return false;
    at->link_end = behind.at;
    at->link_size = end.size;
    at->address = arena_text(at->importer->arena, end.address.at, end.address.length);
    at->link_is_kept = is_open_address(at->address);
    write_space(at, '[');
    if (at->link_is_kept)
        buffer_byte(&at->text, '[');
    else if (!slice_starts(end.address, "#"))
        tell_markup(at, at->at, at->at + close + end.size,
                    "a link to no address on the web: its words are kept");
    at->at++;
    return true;
}

void leave_link(struct scanner *at)
{
    if (at->link_is_kept)
        buffer_format(&at->text, "](%s)", at->address);
    at->at += at->link_size;
    at->link_end = NULL;
}

void scan_bracket(struct scanner *at)
{
    if (scan_note_mark(at) || scan_link(at))
        return;
    write_literal(at, '[');
    at->at++;
}

/* "![words](address)" */
void scan_image(struct scanner *at)
{
    struct slice rest = rest_of_line(at);
    struct slice bracket = {rest.at + 1, rest.length - 1};
    size_t close = slice_starts(bracket, "[") ? find_bracket(bracket) : 0;
    struct slice behind = {bracket.at + close, bracket.length - close};
    struct link_end end = {0};
    if (close != 0)
        end = read_link_end(behind);
    if (end.size == 0) {
        copy_character(at);
        return;
    }
    tell_markup(at, at->at, at->at + 1 + close + end.size, "a picture is left out");
    at->at += 1 + close + end.size;
}
