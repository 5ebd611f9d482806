/* Scanning Markdown, character by character. */
#include "import/passage.h"

#include "base/vec.h"
#include "import/find_notes.h"
#include "model/symbols.h"
#include "read/read_text.h"
#include <string.h>

/* Lines on their way. */
struct scanner {
    struct importer *importer;
    struct slice line;
    size_t at;
    struct buffer text, plain;
    struct remarks remarks;
    bool space_waits;           /* white space stood here */
    size_t mark_end, plain_end; /* of the texts behind the last mark of a note */
    size_t spaces, first_space; /* of this line, that were taken out */
    size_t link_end;            /* where "](address)" of an open link stands; 0: none */
    size_t link_size;           /* of that */
    bool link_is_kept;
};

/* Ideographs and the marks of their text. */
static bool is_wide(codepoint c)
{
    return is_han(c) || (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
}

static bool is_narrow(codepoint c)
{
    return is_ascii_letter(c) || is_ascii_digit(c);
}

static bool is_wide_mark(codepoint c)
{
    return is_wide(c) && !is_han(c);
}

static codepoint last_character(const struct scanner *at)
{
    struct slice plain = buffer_as_slice(&at->plain);
    return character_before(plain, plain.length);
}

/* White space that says nothing beside ideographs. */
static bool is_empty_space(codepoint before, codepoint behind)
{
    return (is_wide(before) && is_narrow(behind)) ||
           (is_narrow(before) && is_wide(behind)) || is_wide_mark(before) ||
           is_wide_mark(behind);
}

static void write_space(struct scanner *at, codepoint next)
{
    if (!at->space_waits)
        return;
    at->space_waits = false;
    if (at->plain.count == 0 || next == CODEPOINT_INVALID)
        return;
    if (is_empty_space(last_character(at), next)) {
        if (at->at > 0 && at->spaces++ == 0)
            at->first_space = skip_spaces_back(at->line, at->at);
        return;
    }
    buffer_byte(&at->text, ' ');
    buffer_byte(&at->plain, ' ');
}

/* The character that stands at `at`, into both texts. */
static void copy_character(struct scanner *at)
{
    size_t next = next_character(at->line, at->at);
    codepoint c = character_at(at->line, at->at);
    write_space(at, c);
    buffer_bytes(&at->text, at->line.at + at->at, next - at->at);
    buffer_bytes(&at->plain, at->line.at + at->at, next - at->at);
    at->at = next;
}

/* A byte that is meant as it stands. */
static void write_literal(struct scanner *at, char byte)
{
    write_space(at, (codepoint)byte);
    if (strchr("\\*_[<`^", byte) != NULL)
        buffer_byte(&at->text, '\\');
    buffer_byte(&at->text, byte);
    buffer_byte(&at->plain, byte);
}

static void write_literals(struct scanner *at, struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        write_literal(at, text.at[i]);
}

/* As far as the end of a mark is looked for: so that many of them cost what they weigh.
 */
static struct slice rest_of_line(const struct scanner *at)
{
    enum { LONGEST_MARK = 2048 };
    size_t size = at->line.length - at->at;
    return (struct slice){at->line.at + at->at,
                          size < LONGEST_MARK ? size : LONGEST_MARK};
}

static bool is_punctuation(char byte)
{
    return strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", byte) != NULL && byte != '\0';
}

static void scan_backslash(struct scanner *at)
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

static void scan_entity(struct scanner *at)
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

static void tell_markup(struct scanner *at, size_t from, size_t to, const char *what)
{
    struct slice piece = {at->line.at + from, to - from};
    tell_found(at->importer, "import-markup", place_of(at->importer, piece), "%s", what);
}

/* `code`, ``code``: its words are a text like any other. */
static void scan_code(struct scanner *at)
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
static void write_note_mark(struct scanner *at, struct slice id, size_t end)
{
    struct slice piece = {at->line.at + at->at, end - at->at};
    const char *name = take_note(at->importer, id);
    at->space_waits = false;
    if (name != NULL) {
        drop_comma(at);
        buffer_format(&at->text, "[^%s]", name);
        at->mark_end = at->text.count;
        at->plain_end = at->plain.count;
    } else {
        write_literals(at, piece);
        tell_unsure(at->importer, &at->remarks, "import-note",
                    place_of(at->importer, piece),
                    "“%.*s” is the mark of a note that is not there", (int)piece.length,
                    piece.at);
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

/* "[words](address)": kept when an agenda may have such a link, else its words are. */
static bool scan_link(struct scanner *at)
{
    struct slice rest = rest_of_line(at);
    size_t close = at->link_end != 0 ? 0 : find_bracket(rest);
    if (close == 0 || close + 1 >= rest.length || rest.at[close + 1] != '(')
        return false;
    const char *end = memchr(rest.at + close, ')', rest.length - close);
    if (end == NULL)
        return false;
    close += at->at;
    at->link_end = close;
    at->link_size = (size_t)(end - at->line.at) + 1 - close;
    struct slice address = {at->line.at + close + 2, at->link_size - 3};
    at->link_is_kept =
        is_open_address(arena_text(at->importer->arena, address.at, address.length));
    write_space(at, '[');
    if (at->link_is_kept)
        buffer_byte(&at->text, '[');
    else if (!slice_starts(address, "#"))
        tell_markup(at, at->at, close + at->link_size,
                    "a link to no address on the web: its words are kept");
    at->at++;
    return true;
}

static void leave_link(struct scanner *at)
{
    if (at->link_is_kept)
        buffer_bytes(&at->text, at->line.at + at->at, at->link_size);
    at->at += at->link_size;
    at->link_end = 0;
}

static void scan_image(struct scanner *at)
{
    struct slice rest = rest_of_line(at);
    if (!slice_starts(rest, "![")) {
        copy_character(at);
        return;
    }
    const char *end = memchr(rest.at, ')', rest.length);
    size_t size = end == NULL ? rest.length : (size_t)(end - rest.at) + 1;
    tell_markup(at, at->at, at->at + size, "a picture is left out");
    at->at += size;
}

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

/* "<!-- page 2 -->" */
static void scan_comment(struct scanner *at)
{
    struct slice rest = rest_of_line(at);
    const char *close = memmem(rest.at, rest.length, "-->", 3);
    size_t end = close == NULL ? rest.length : (size_t)(close - rest.at);
    struct slice words = {rest.at + strlen("<!--"), end - strlen("<!--")};
    at->at += end + (close == NULL ? 0 : strlen("-->"));
    struct passage passage = read_passage(at->importer, &words, 1);
    leave_over(at->importer, &passage);
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

static void scan_tag(struct scanner *at)
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
        copy_character(at);
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

/* A web address in a text becomes a link. */
static bool scan_address(struct scanner *at)
{
    struct slice rest = rest_of_line(at);
    if (at->link_end != 0 ||
        (!slice_starts(rest, "http://") && !slice_starts(rest, "https://")))
        return false;
    struct slice address = find_address(rest, 0);
    if (address.at != rest.at)
        return false;
    write_space(at, 'h');
    buffer_format(&at->text, "<%.*s>", (int)address.length, address.at);
    buffer_slice(&at->plain, address);
    at->at += address.length;
    return true;
}

/* "and" between ideographs. */
static void find_foreign_word(struct scanner *at)
{
    struct importer *importer = at->importer;
    const struct language *language = importer->language;
    if (language->reading.stray.count == 0 || !is_han(last_character(at)))
        return;
    size_t end = match_words(language, &language->reading.stray, at->line, at->at);
    if (end == 0 || !is_han(character_at(at->line, skip_spaces(at->line, end))))
        return;
    struct slice word = {at->line.at + at->at, end - at->at};
    size_t from = at->at < 24 ? 0 : at->at - 24;
    while (is_utf8_continuation(at->line.at[from]))
        from++;
    tell_unsure(
        importer, &at->remarks, "import-word", place_of(importer, word),
        "the foreign word “%.*s” stands in a sentence (behind “%.*s”): it is kept",
        (int)word.length, word.at, (int)(at->at - from), at->line.at + from);
}

/* A mark of emphasis; inside words and symbols "_" is a character. */
static void scan_emphasis(struct scanner *at)
{
    char mark = at->line.at[at->at];
    codepoint before = character_before(at->line, at->at);
    codepoint behind = character_at(at->line, at->at + 1);
    bool opens = behind != CODEPOINT_INVALID && !is_space(behind);
    if (mark == '_' && (is_narrow(before) || before == '/') &&
        (is_narrow(behind) || behind == '_')) {
        write_literal(at, mark);
        at->at++;
        return;
    }
    if (at->space_waits && opens)
        write_space(at, behind);
    buffer_byte(&at->text, mark);
    at->at++;
}

static bool is_control(codepoint c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

static void scan_character(struct scanner *at)
{
    codepoint c = character_at(at->line, at->at);
    if (c != 0xA0 && (is_space(c) || is_control(c))) {
        at->space_waits |= is_space(c) || c == 0x85 || c == 0x2028 || c == 0x2029;
        at->at = next_character(at->line, at->at);
        return;
    }
    if (is_ascii_letter(c) && !is_inside_word(at->line, at->at))
        find_foreign_word(at);
    if (!scan_address(at))
        copy_character(at);
}

static void scan_next(struct scanner *at)
{
    if (at->link_end != 0 && at->at == at->link_end) {
        leave_link(at);
        return;
    }
    switch (at->line.at[at->at]) {
    case '\\':
        scan_backslash(at);
        break;
    case '&':
        scan_entity(at);
        break;
    case '`':
        scan_code(at);
        break;
    case '!':
        scan_image(at);
        break;
    case '<':
        scan_tag(at);
        break;
    case '[':
        if (!scan_note_mark(at) && !scan_link(at))
            copy_character(at);
        break;
    case '*':
    case '_':
        scan_emphasis(at);
        break;
    default:
        scan_character(at);
    }
}

static void tell_spaces(struct scanner *at)
{
    if (at->spaces == 0)
        return;
    struct slice first = {at->line.at + at->first_space, 1};
    tell_found(at->importer, "import-spaces", place_of(at->importer, first),
               "%zu space%s taken out of this line: between ideographs and others the "
               "page makes its own",
               at->spaces, at->spaces == 1 ? " is" : "s are");
}

/* Two spaces or a backslash at its end keep a line apart. */
static bool is_kept_apart(struct slice line)
{
    return (line.length > 2 && line.at[line.length - 1] == ' ' &&
            line.at[line.length - 2] == ' ') ||
           (line.length > 1 && line.at[line.length - 1] == '\\');
}

static void scan_line(struct scanner *at, struct slice line, bool is_last)
{
    bool is_apart = !is_last && is_kept_apart(line);
    line = slice_trim(line);
    if (is_apart && line.length > 0 && line.at[line.length - 1] == '\\')
        line.length--;
    at->line = line;
    at->at = at->spaces = at->link_end = 0;
    while (at->at < line.length)
        scan_next(at);
    tell_spaces(at);
    at->space_waits = true;
    if (!is_apart)
        return;
    buffer_text(&at->text, "\\\n");
    buffer_byte(&at->plain, ' ');
    at->space_waits = false;
}

struct passage read_passage(struct importer *importer, const struct slice *lines,
                            size_t count)
{
    struct scanner at = {
        .importer = importer,
        .text = new_buffer(importer->arena),
        .plain = new_buffer(importer->arena),
    };
    for (size_t i = 0; i < count; i++)
        scan_line(&at, lines[i], i + 1 == count);
    struct slice plain = slice_from_text(buffer_string(&at.plain));
    struct slice first =
        count == 0 ? (struct slice){importer->source->text.at, 0} : slice_trim(lines[0]);
    return (struct passage){buffer_string(&at.text), slice_trim(plain), at.remarks,
                            place_of(importer, first)};
}

const struct passage *block_passage(struct importer *importer, size_t block)
{
    struct import_block *of = &importer->blocks[block];
    if (of->whole == NULL) {
        of->whole = arena_alloc(importer->arena, sizeof *of->whole);
        *of->whole = read_passage(importer, of->outline->lines, of->outline->line_count);
    }
    return of->whole;
}

const struct passage *block_line(struct importer *importer, size_t block, size_t line)
{
    struct import_block *of = &importer->blocks[block];
    size_t count = of->outline->line_count;
    if (of->lines == NULL) {
        of->lines = arena_array(importer->arena, count, sizeof *of->lines);
        for (size_t i = 0; i < count; i++)
            of->lines[i] = read_passage(importer, &of->outline->lines[i], 1);
    }
    return &of->lines[line];
}
