/* Writing both texts, and what white space between their characters is worth. */
#include "import/scanner.h"

#include <string.h>

/* Ideographs and the marks of their text. */
static bool is_wide(codepoint c)
{
    return is_han(c) || (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
}

bool is_narrow(codepoint c)
{
    return is_ascii_letter(c) || is_ascii_digit(c);
}

static bool is_wide_mark(codepoint c)
{
    return is_wide(c) && !is_han(c);
}

codepoint last_character(const struct scanner *at)
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

void write_space(struct scanner *at, codepoint next)
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
void copy_character(struct scanner *at)
{
    size_t next = next_character(at->line, at->at);
    codepoint c = character_at(at->line, at->at);
    write_space(at, c);
    buffer_bytes(&at->text, at->line.at + at->at, next - at->at);
    buffer_bytes(&at->plain, at->line.at + at->at, next - at->at);
    at->at = next;
}

/* A byte that is meant as it stands. */
void write_literal(struct scanner *at, char byte)
{
    write_space(at, (codepoint)byte);
    if (strchr("\\*_[<`^", byte) != NULL)
        buffer_byte(&at->text, '\\');
    buffer_byte(&at->text, byte);
    buffer_byte(&at->plain, byte);
}

void write_literals(struct scanner *at, struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        write_literal(at, text.at[i]);
}

static struct slice within_reach(const char *at, const char *end)
{
    enum { LONGEST_MARK = 2048 };
    size_t size = (size_t)(end - at);
    return (struct slice){at, size < LONGEST_MARK ? size : LONGEST_MARK};
}

struct slice rest_of_line(const struct scanner *at)
{
    return within_reach(at->line.at + at->at, at->line.at + at->line.length);
}

struct slice rest_of_text(const struct scanner *at)
{
    return within_reach(at->line.at + at->at, at->end);
}

void tell_markup(struct scanner *at, size_t from, size_t to, const char *what)
{
    struct slice piece = {at->line.at + from, to - from};
    tell_found(at->importer, "import-markup", place_of(at->importer, piece), "%s", what);
}
