/* Scanning Markdown, character by character. */
#include "import/scanner.h"

#include "base/vec.h"
#include "model/symbols.h"
#include <string.h>

/* A web address in a text becomes a link. */
static bool scan_address(struct scanner *at)
{
    struct slice rest = rest_of_line(at);
    if (at->link_end != NULL ||
        (!slice_starts(rest, "http://") && !slice_starts(rest, "https://")))
        return false;
    struct slice address = find_address(rest, 0);
    if (address.at != rest.at || address.length <= strlen("https://"))
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

static void scan_character(struct scanner *at)
{
    codepoint c = character_at(at->line, at->at);
    if (c != 0xA0 && is_space(c)) {
        at->space_waits = true;
        at->at = next_character(at->line, at->at);
        return;
    }
    if (is_ascii_letter(c) && !is_inside_word(at->line, at->at))
        find_foreign_word(at);
    if (!scan_address(at))
        copy_character(at);
}

/* "~~struck out~~" */
static void scan_strike(struct scanner *at)
{
    struct slice rest = rest_of_text(at);
    size_t size = slice_starts(rest, "~~") ? 2 : 0;
    const char *close =
        size == 0 ? NULL : memmem(rest.at + size, rest.length - size, "~~", 2);
    if (size == 0 || (!at->is_struck && (close == NULL || close == rest.at + size))) {
        copy_character(at);
        return;
    }
    if (!at->is_struck)
        tell_unsure(at->importer, &at->remarks, "import-markup",
                    place_of(at->importer, (struct slice){rest.at, size}),
                    "“%.*s” is struck out in Markdown: the words are kept",
                    (int)(close - rest.at - 2), rest.at + 2);
    at->is_struck = !at->is_struck;
    at->at += size;
}

static void scan_next(struct scanner *at)
{
    if (at->line.at + at->at == at->link_end) {
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
        scan_bracket(at);
        break;
    case '~':
        scan_strike(at);
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

static void scan_line(struct scanner *at, struct slice line, bool is_apart)
{
    line = slice_trim(line);
    if (is_apart && line.length > 0 && line.at[line.length - 1] == '\\')
        line.length--;
    at->line = line;
    at->at = at->spaces = 0;
    while (at->at < line.length)
        scan_next(at);
    tell_spaces(at);
    at->space_waits = true;
    if (!is_apart || at->plain.count == 0)
        return;
    buffer_text(&at->text, "\\\n");
    buffer_byte(&at->plain, ' ');
    at->space_waits = false;
}

/* A line that would begin a list or a table goes on with the one before. */
static bool may_begin_line(struct slice line)
{
    line = slice_trim(line);
    return line.length > 0 && paragraph_marks(line) == 0;
}

static void scan_lines(struct scanner *at, const struct slice *lines, size_t count)
{
    at->end = lines[count - 1].at + lines[count - 1].length;
    for (size_t i = 0; i < count; i++) {
        bool is_apart =
            i + 1 < count && is_kept_apart(lines[i]) && may_begin_line(lines[i + 1]);
        scan_line(at, lines[i], is_apart);
    }
}

struct passage read_passage(struct importer *importer, const struct slice *lines,
                            size_t count)
{
    struct scanner at = {
        .importer = importer,
        .text = new_buffer(importer->arena),
        .plain = new_buffer(importer->arena),
    };
    struct slice first = {importer->text.at, 0};
    if (count > 0) {
        first = slice_trim(lines[0]);
        scan_lines(&at, lines, count);
    }
    struct slice plain = slice_from_text(buffer_string(&at.plain));
    return (struct passage){line_text(importer, buffer_string(&at.text)),
                            slice_trim(plain), at.remarks, place_of(importer, first)};
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
