/* Writing YAML that every version of it reads the same. */
#include "import/write_yaml.h"

#include "base/utf8.h"
#include <string.h>

void write_indent(struct buffer *out, int indent)
{
    for (int i = 0; i < indent; i++)
        buffer_byte(out, ' ');
}

static void write_lines(struct buffer *out, int indent, struct slice text)
{
    for (size_t from = 0; from < text.length;) {
        const char *end = memchr(text.at + from, '\n', text.length - from);
        size_t to = end == NULL ? text.length : (size_t)(end - text.at);
        if (to > from)
            write_indent(out, indent);
        buffer_bytes(out, text.at + from, to - from);
        buffer_byte(out, '\n');
        from = to + 1;
    }
}

/* Nothing in a comment may end it. */
static void write_words(struct buffer *out, struct slice text)
{
    size_t size;
    for (size_t at = 0; at < text.length; at += size) {
        codepoint c = utf8_decode(text.at + at, text.length - at, &size);
        bool is_control = c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 ||
                          c == 0x2029 || c >= 0xFFFE || c == 0xFEFF;
        if (is_control)
            buffer_byte(out, ' ');
        else
            buffer_bytes(out, text.at + at, size);
    }
}

void write_comment(struct buffer *out, const char *before, const char *text)
{
    buffer_format(out, "# %s", before);
    write_words(out, slice_from_text(text));
    buffer_byte(out, '\n');
}

void write_remarks(struct buffer *out, int indent, const struct remarks *remarks)
{
    for (size_t i = 0; i < remarks->count; i++) {
        write_indent(out, indent);
        buffer_text(out, "# UNSURE: ");
        write_words(out, slice_from_text(remarks->at[i]));
        buffer_byte(out, '\n');
    }
}

/* Words that some version of YAML takes for something else than a text. */
static bool is_special_word(struct slice text)
{
    static const char *const words[] = {"~",  "null", "true", "false", "yes",
                                        "no", "on",   "off",  "y",     "n"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text.length == strlen(words[i]) &&
            strncasecmp(text.at, words[i], text.length) == 0)
            return true;
    return false;
}

/* Nothing but digits and the marks of numbers, dates and times. */
static bool looks_like_number(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (strchr("0123456789.,:+-_/eExoTZ ", text.at[i]) == NULL)
            return false;
    return true;
}

static bool is_plain(struct slice text, bool in_flow)
{
    if (text.length == 0 || is_special_word(text) || looks_like_number(text) ||
        strchr("-?:,[]{}#&*!|>'\"%@` =", text.at[0]) != NULL ||
        slice_starts(text, "<<") || strchr(": ", text.at[text.length - 1]) != NULL)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        char next = i + 1 < text.length ? text.at[i + 1] : '\0';
        if ((unsigned char)text.at[i] < ' ' || (text.at[i] == ':' && next == ' ') ||
            (text.at[i] == ' ' && next == '#') ||
            (in_flow && strchr(",[]{}:", text.at[i]) != NULL))
            return false;
    }
    return true;
}

static void write_quoted(struct buffer *out, struct slice text)
{
    buffer_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '\n') {
            buffer_text(out, "\\n");
            continue;
        }
        if (text.at[i] == '"' || text.at[i] == '\\')
            buffer_byte(out, '\\');
        buffer_byte(out, text.at[i]);
    }
    buffer_byte(out, '"');
}

static void write_line(struct buffer *out, struct slice text, bool in_flow)
{
    if (is_plain(text, in_flow))
        buffer_slice(out, text);
    else
        write_quoted(out, text);
}

void write_flow_text(struct buffer *out, const char *text)
{
    write_line(out, slice_from_text(text), true);
}

void write_block(struct buffer *out, int indent, struct slice text)
{
    buffer_text(out, "|\n");
    write_lines(out, indent, text);
}

void write_scalar(struct buffer *out, int indent, const char *text)
{
    struct slice all = slice_from_text(text);
    if (memchr(all.at, '\n', all.length) != NULL) {
        write_block(out, indent + 2, all);
        return;
    }
    write_line(out, all, false);
    buffer_byte(out, '\n');
}

void write_key(struct buffer *out, int indent, const char *key)
{
    write_indent(out, indent);
    buffer_format(out, "%s: ", key);
}
