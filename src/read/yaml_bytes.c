/* Encoding, control characters, directives and blanks of a YAML file, checked before
 * libyaml sees it. */
#include "read/yaml_bytes.h"

#include "base/limits.h"
#include "base/utf8.h"
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

size_t yaml_start(const struct source *source)
{
    return slice_starts(source->text, BYTE_ORDER_MARK) ? strlen(BYTE_ORDER_MARK) : 0;
}

/* A byte order mark of UTF-16, or a zero beside one of the first two bytes: every file
 * of ours begins with ASCII. */
static bool is_utf16(struct slice text)
{
    if (text.length < 2)
        return false;
    const unsigned char *byte = (const unsigned char *)text.at;
    return (byte[0] == 0xFF && byte[1] == 0xFE) || (byte[0] == 0xFE && byte[1] == 0xFF) ||
           (byte[0] == 0) != (byte[1] == 0);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static void report_character(struct diagnostics *d, struct place place, codepoint c)
{
    if (c == 0x85 || c == 0x2028 || c == 0x2029)
        report(d, "line-separator", place,
               "the character U+%04X ends a line in YAML 1.1 and none in YAML 1.2", c);
    else
        report(d, "control-character", place,
               "the control character U+%04X cannot stand in a text", c);
    report_mend(d, "take it out");
}

static bool is_taken(codepoint c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return c < 0x7F ||
           (c > 0x9F && c != 0x2028 && c != 0x2029 && c != 0xFFFE && c != 0xFFFF);
}

static bool check_characters(const struct source *source, struct diagnostics *d)
{
    struct slice text = source->text;
    size_t size, told = d->errors;
    for (size_t i = 0; i < text.length; i += size) {
        codepoint c = utf8_decode(text.at + i, text.length - i, &size);
        struct place place = {source, i, size};
        if (c == CODEPOINT_INVALID) {
            report(d, "malformed-utf-8", place, "the byte 0x%02X is no UTF-8 here",
                   (unsigned char)text.at[i]);
            report_mend(d, "save the file in the encoding UTF-8");
            return false;
        }
        if (!is_taken(c))
            report_character(d, place, c);
    }
    return d->errors == told;
}

void check_yaml_text(struct slice text, struct place place, struct diagnostics *d)
{
    size_t size;
    for (size_t i = 0; i < text.length; i += size) {
        codepoint c = utf8_decode(text.at + i, text.length - i, &size);
        if (is_taken(c))
            continue;
        report_character(d, place, c);
        report_mend(d, "write “\\\\” for a backslash, or take single quotation marks");
    }
}

/* libyaml clears a buffer as long as the longest white space, line by line. */
static bool check_blanks(const struct source *source, struct diagnostics *d)
{
    struct slice text = source->text;
    size_t run = 0;
    for (size_t i = 0; i < text.length; i++) {
        run = is_blank(text.at[i]) ? run + 1 : 0;
        if (run > LIMIT_BLANK_BYTES) {
            report_limit(d, "too-many-blanks", (struct place){source, i, 1},
                         "more than %d spaces and line ends in a row", LIMIT_BLANK_BYTES);
            return false;
        }
    }
    return true;
}

static size_t skip_line(struct slice text, size_t at)
{
    while (at < text.length && text.at[at] != '\n' && text.at[at] != '\r')
        at++;
    return at;
}

static size_t skip_blanks_and_comments(struct slice text, size_t at)
{
    while (at < text.length && (is_blank(text.at[at]) || text.at[at] == '#'))
        at = text.at[at] == '#' ? skip_line(text, at) : at + 1;
    return at;
}

static struct place line_place(const struct source *source, size_t at)
{
    return (struct place){source, at, skip_line(source->text, at) - at};
}

/* libyaml is quadratic in their number, and there is nothing they could tell us. */
static bool check_directives(const struct source *source, struct diagnostics *d)
{
    size_t at = skip_blanks_and_comments(source->text, yaml_start(source));
    if (at == source->text.length || source->text.at[at] != '%')
        return true;
    report(d, "yaml-directive", line_place(source, at),
           "directives (“%%…”) are not taken");
    report_mend(d, "take the line out");
    return false;
}

bool check_yaml_bytes(const struct source *source, struct diagnostics *d)
{
    if (source->text.length > LIMIT_FILE_BYTES) {
        report_limit(d, "too-large", (struct place){source, 0, 0}, "larger than %d MiB",
                     LIMIT_FILE_BYTES >> 20);
        return false;
    }
    if (is_utf16(source->text)) {
        report(d, "utf-16", (struct place){source, 0, 0},
               "the file is in the encoding UTF-16, expected UTF-8");
        report_mend(d, "save the file in the encoding UTF-8");
        return false;
    }
    return check_characters(source, d) && check_blanks(source, d) &&
           check_directives(source, d);
}

bool check_yaml_end(const struct source *source, size_t at, struct diagnostics *d)
{
    struct slice text = source->text;
    at = skip_blanks_and_comments(text, at);
    while (slice_starts((struct slice){text.at + at, text.length - at}, "..."))
        at = skip_blanks_and_comments(text, at + 3);
    if (at == text.length)
        return true;
    if (slice_starts((struct slice){text.at + at, text.length - at}, "---")) {
        report(d, "yaml-documents", line_place(source, at),
               "a second document begins here; a file holds one");
        report_mend(d, "put it in a file of its own");
    } else {
        report(d, "yaml-syntax", line_place(source, at),
               "the document ended before this line");
        report_mend(d, "a file is one map of keys and values: “key: value”");
    }
    return false;
}
