/* Walking through the source of a paragraph beside cmark's nodes: all that CommonMark
 * takes away between two pieces of text is known.  (cmark's own columns of inline nodes
 * are wrong behind a backslash at a line's end and in lazy lines of lists.) */
#include "read/text_source.h"

#include "base/utf8.h"
#include <string.h>

char source_byte(const struct text_source *source, size_t at)
{
    return at < source->node->text.length ? source->node->text.at[at] : '\0';
}

bool is_markup_byte(char byte)
{
    return byte > ' ' && byte < 0x7F && !(byte >= '0' && byte <= '9') &&
           !((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

void skip_source(struct text_source *source, const char *bytes)
{
    char byte = source_byte(source, source->at);
    if (byte != '\0' && strchr(bytes, byte) != NULL)
        source->at++;
    else
        source->is_lost = true;
}

static void skip_spaces(struct text_source *source)
{
    while (source_byte(source, source->at) == ' ' ||
           source_byte(source, source->at) == '\t')
        source->at++;
}

/* The end of "&name;" when `text` is not the same bytes; 0: no character reference. */
static size_t reference_end(const struct text_source *source, struct slice text)
{
    enum { LONGEST_NAME = 40 };
    size_t size = 1;
    char byte;
    while ((byte = source_byte(source, source->at + size)) == '#' ||
           (byte != '\0' && !is_markup_byte(byte) && byte > ' ' && size < LONGEST_NAME))
        size++;
    if (byte != ';' || size == 1)
        return 0;
    bool is_same = text.length > size &&
                   memcmp(source->node->text.at + source->at, text.at, size + 1) == 0;
    return is_same ? 0 : source->at + size + 1;
}

/* How many bytes of `text` come from here on, at least 1; 0 when they do not. */
static size_t match_source(struct text_source *source, struct slice text,
                           struct origin *origins)
{
    char byte = source_byte(source, source->at);
    char next = source_byte(source, source->at + 1);
    size_t size, end = byte == '&' ? reference_end(source, text) : 0;
    if (end != 0) {
        utf8_decode(text.at, text.length, &size);
        for (size_t i = 0; i < size; i++)
            origins[i] = (struct origin){source->at, ORIGIN_DECODED};
        source->at = end;
        return size;
    }
    bool is_escape = byte == '\\' && is_markup_byte(next);
    if ((is_escape ? next : byte) != text.at[0])
        return 0;
    *origins = (struct origin){source->at + is_escape,
                               is_escape ? ORIGIN_ESCAPED : ORIGIN_PLAIN};
    source->at += is_escape ? 2 : 1;
    return 1;
}

struct origin *trace_text(struct arena *arena, struct text_source *source,
                          struct slice text)
{
    struct origin *origins = arena_array(arena, text.length + 1, sizeof *origins);
    for (size_t i = 0, size; i < text.length && !source->is_lost; i += size) {
        size = match_source(source, (struct slice){text.at + i, text.length - i},
                            &origins[i]);
        source->is_lost = size == 0;
    }
    if (source->is_lost)
        return NULL;
    origins[text.length] = (struct origin){source->at, ORIGIN_PLAIN};
    return origins;
}

size_t skip_line_end(struct text_source *source)
{
    skip_spaces(source);
    if (source_byte(source, source->at) == '\\')
        source->at++;
    size_t end = source->at;
    skip_source(source, "\n");
    skip_spaces(source);
    return source->is_lost ? 0 : end;
}

static size_t count_backticks(const struct text_source *source)
{
    size_t count = 0;
    while (source_byte(source, source->at + count) == '`')
        count++;
    return count;
}

void skip_code(struct text_source *source)
{
    size_t marks = count_backticks(source), count;
    source->at += marks;
    while ((count = count_backticks(source)) != marks) {
        source->is_lost |= source_byte(source, source->at) == '\0';
        if (source->is_lost)
            return;
        source->at += count > 0 ? count : 1;
    }
    source->at += marks;
}

static void skip_until(struct text_source *source, const char *ends)
{
    for (char byte; (byte = source_byte(source, source->at)) != '\0'; source->at++) {
        if (strchr(ends, byte) != NULL)
            return;
        source->at += byte == '\\';
    }
}

static void skip_blanks(struct text_source *source)
{
    while (source_byte(source, source->at) == '\n' ||
           source_byte(source, source->at) == ' ')
        source->at++;
}

/* An address may hold brackets in pairs. */
static void skip_address(struct text_source *source)
{
    if (source_byte(source, source->at) == '<') {
        skip_until(source, ">");
        source->at++;
        return;
    }
    for (size_t open = 0; source_byte(source, source->at) != '\0'; source->at++) {
        skip_until(source, "() \n");
        char byte = source_byte(source, source->at);
        if (byte == ' ' || byte == '\n' || (byte == ')' && open == 0))
            return;
        open += byte == '(' ? 1 : (size_t)-1;
    }
}

void skip_link_end(struct text_source *source)
{
    if (source_byte(source, source->at) == '>') {
        source->at++;
        return;
    }
    skip_source(source, "]");
    skip_source(source, "(");
    skip_blanks(source);
    skip_address(source);
    skip_blanks(source);
    char quote = source_byte(source, source->at);
    if (quote == '"' || quote == '\'' || quote == '(') {
        source->at++;
        skip_until(source, quote == '"' ? "\"" : quote == '(' ? ")" : "'");
        source->at++;
        skip_blanks(source);
    }
    skip_source(source, ")");
}
