/* The commonest mistakes in YAML: libyaml says where it stopped, the line itself says
 * what the author meant. */
#include "read/yaml_error.h"

#include "base/utf8.h"
#include <string.h>

#define QUOTE_IT "put the text in quotation marks, or in a block scalar: “|”"

/* The line around a place, and the value on it: "  - key: value". */
struct line {
    size_t start, end; /* without the line's end */
    size_t first;      /* its first byte that is no blank */
    size_t value;      /* behind "- ", "key: "; `end` when there is none */
    bool has_key;
};

/* All that a report needs. */
struct stumble {
    const struct source *source;
    struct slice text;
    const struct yaml_problem *problem;
    struct line line; /* of problem->at */
    struct diagnostics *d;
};

static bool ends_line(char byte)
{
    return byte == '\n' || byte == '\r';
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Whether an indicator at `at` has a blank or the line's end behind it. */
static bool stands_alone(struct slice text, size_t at, size_t end)
{
    return at + 1 >= end || is_blank(text.at[at + 1]);
}

static size_t skip_blanks(struct slice text, size_t at, size_t end)
{
    while (at < end && is_blank(text.at[at]))
        at++;
    return at;
}

static size_t find_colon(struct slice text, size_t at, size_t end)
{
    if (at < end && strchr("\"'[{", text.at[at]) != NULL)
        return end;
    while (at < end && !(text.at[at] == ':' && stands_alone(text, at, end)))
        at++;
    return at;
}

static struct line line_at(struct slice text, size_t at)
{
    struct line line = {.start = at, .end = at};
    while (line.start > 0 && !ends_line(text.at[line.start - 1]))
        line.start--;
    while (line.end < text.length && !ends_line(text.at[line.end]))
        line.end++;
    line.first = line.value = skip_blanks(text, line.start, line.end);
    while (line.value < line.end && text.at[line.value] == '-' &&
           stands_alone(text, line.value, line.end))
        line.value = skip_blanks(text, line.value + 1, line.end);
    size_t colon = find_colon(text, line.value, line.end);
    line.has_key = colon < line.end;
    if (line.has_key)
        line.value = skip_blanks(text, colon + 1, line.end);
    return line;
}

/* The last line before this one that holds anything; this one when there is none. */
static struct line line_before(struct slice text, struct line line)
{
    struct line before = line;
    while (before.start > 0) {
        before = line_at(text, before.start - 1);
        if (before.first < before.end && text.at[before.first] != '#')
            return before;
    }
    return line;
}

static struct place between(const struct stumble *s, size_t from, size_t to)
{
    return (struct place){s->source, from, to > from ? to - from : 0};
}

static struct place rest_of_line(const struct stumble *s, size_t at)
{
    return between(s, at, line_at(s->text, at).end);
}

static char byte_at(const struct stumble *s, size_t at)
{
    return at < s->text.length ? s->text.at[at] : '\0';
}

static bool line_contains(const struct stumble *s, struct line line, const char *what)
{
    return memmem(s->text.at + line.start, line.end - line.start, what, strlen(what)) !=
           NULL;
}

bool report_odd_blank(const struct source *source, size_t at, struct diagnostics *d)
{
    size_t size;
    codepoint c = utf8_decode(source->text.at + at, source->text.length - at, &size);
    if (odd_blank_name(c) == NULL)
        return false;
    report(d, "odd-blank", (struct place){source, at, size},
           "%s (U+%04X) stands here, which is no blank in YAML", odd_blank_name(c),
           (unsigned)c);
    report_mend(d, utf8_display_width(c) == 0 ? "take it out"
                                              : "write ordinary spaces instead");
    return true;
}

/* Before a key, and behind its dash or colon. */
static bool report_blank_in_line(const struct stumble *s, struct line line)
{
    if (report_odd_blank(s->source, line.first, s->d))
        return true;
    for (size_t at = line.first; at + 1 < line.end; at++)
        if (strchr("-:", s->text.at[at]) != NULL &&
            report_odd_blank(s->source, at + 1, s->d))
            return true;
    return false;
}

/* What a merge of two versions leaves behind. */
static bool report_conflict(const struct stumble *s, struct line line)
{
    static const char *const marks[] = {"<<<<<<<", "=======", ">>>>>>>"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!slice_starts((struct slice){s->text.at + line.start, line.end - line.start},
                          marks[i]))
            continue;
        report(s->d, "merge-conflict", between(s, line.start, line.end),
               "a conflict between two versions was left in the file");
        report_mend(s->d, "keep one of the versions, and take out the lines that begin "
                          "with <<<<<<<, ======= and >>>>>>>");
        return true;
    }
    return false;
}

/* Every text that begins with a character YAML keeps for itself. */
static void report_start(const struct stumble *s, size_t at)
{
    char byte = byte_at(s, at);
    report(s->d, "yaml-start", rest_of_line(s, at),
           "a text without quotation marks cannot begin with “%c”", byte);
    report_mend(s->d, QUOTE_IT);
}

static size_t column_of(const struct stumble *s, size_t at)
{
    return at - line_at(s->text, at).start;
}

static void report_indent(const struct stumble *s)
{
    struct line before = line_before(s->text, s->line);
    report(s->d, "yaml-indent", between(s, s->line.first, s->line.end),
           "this line is indented unlike the lines it belongs to");
    if (before.start != s->line.start)
        report_related(s->d, between(s, before.first, before.end), "the line before it");
    report_mend(s->d, "indent entries of one map or list alike, what belongs to one of "
                      "them deeper");
}

/* “-title: …” and “－ title: …” are keys to YAML. */
static bool report_tight_dash(const struct stumble *s, size_t at)
{
    struct slice rest = {s->text.at + at, s->text.length - at};
    bool is_wide = slice_starts(rest, "－");
    if (!is_wide &&
        (!slice_starts(rest, "-") || stands_alone(s->text, at, s->text.length)))
        return false;
    report(s->d, "yaml-indent", rest_of_line(s, at),
           "expected “- ” and an entry of the list");
    report_mend(s->d, is_wide ? "write an ordinary “- ” for “－”"
                              : "put a space behind the “-”");
    return true;
}

/* A map's next line: out of line with its keys, or no key. */
static void report_odd_line(const struct stumble *s)
{
    if (report_tight_dash(s, s->problem->context_at))
        return;
    if (byte_at(s, s->line.first) != '-' ||
        column_of(s, s->line.first) != column_of(s, s->problem->context_at)) {
        report_indent(s);
        return;
    }
    report(s->d, "yaml-key", between(s, s->line.first, s->line.end),
           "“- ” begins an entry of a list, expected a key and its value");
    report_related(s->d, rest_of_line(s, s->problem->context_at), "the keys begin here");
    report_mend(s->d, "if the entry belongs to the key above, that key can have no value "
                      "on its own line");
}

/* A line that is neither "key: value" nor an entry of a list. */
static void report_keyless_line(const struct stumble *s, struct line line)
{
    report(s->d, "yaml-key", between(s, line.first, line.end),
           "expected a key, a colon, a space and a value: “key: value”");
    if (line_contains(s, line, "："))
        report_mend(s->d, "write an ordinary colon and a space, “: ”, for “：”");
    else if (line_contains(s, line, ":"))
        report_mend(s->d, "put a space behind the colon");
    else
        report_mend(s->d, "if the line goes on with the text above it, indent it deeper "
                          "than the key of that text");
}

static void report_colon(const struct stumble *s)
{
    struct line before = line_before(s->text, s->line);
    bool inside = s->line.value < s->problem->at;
    if (inside) {
        report(s->d, "yaml-colon", between(s, s->problem->at, s->problem->at + 1),
               "“: ” inside a text without quotation marks");
        if (slice_starts(
                (struct slice){s->text.at + s->line.value, s->line.end - s->line.value},
                "“"))
            report_mend(s->d, "only straight quotation marks hold a text together: "
                              "'“…”', or \"…\" for “…”");
        else
            report_mend(s->d, QUOTE_IT);
    } else if (!before.has_key && before.start != s->line.start &&
               before.first - before.start == s->line.first - s->line.start) {
        report_keyless_line(s, before);
    } else {
        report(s->d, "yaml-indent", between(s, s->line.first, s->line.end),
               "this line is indented as if it belonged to the text above it");
        report_related(s->d, between(s, before.first, before.end),
                       "that text stands here");
        report_mend(s->d, "indent the keys of one map alike");
    }
}

/* Text behind a value that has ended: "…" x, [x] y, or a line out of place. */
static void report_no_key(const struct stumble *s)
{
    char first = byte_at(s, s->line.value);
    if (s->problem->at <= s->line.first) {
        report_odd_line(s);
    } else if (s->line.value < s->problem->at && (first == '[' || first == '{')) {
        report(s->d, "yaml-start", rest_of_line(s, s->line.value),
               "a text that begins with “%c” is read as a %s", first,
               first == '[' ? "list" : "map");
        report_mend(s->d, QUOTE_IT);
    } else if (s->line.value < s->problem->at && strchr("*&!", first) != NULL) {
        report_start(s, s->line.value);
    } else {
        report(s->d, "yaml-quote", rest_of_line(s, s->problem->at),
               "the text goes on behind its closing quotation mark");
        report_mend(s->d, "quote the whole text in the other kind of marks (' or \"), or "
                          "put it in a block scalar: “|”");
    }
}

static void report_no_colon(const struct stumble *s)
{
    report_keyless_line(s, line_at(s->text, s->problem->context_at));
}

static void report_list_on_line(const struct stumble *s)
{
    report(s->d, "yaml-start", rest_of_line(s, s->problem->at),
           "a list cannot begin on the line of its key, nor a text with “- ”");
    report_mend(s->d,
                "begin the list on the next line, or put the text in quotation marks");
}

static void report_at_problem(const struct stumble *s)
{
    report_start(s, s->problem->at);
}

static void report_at_context(const struct stumble *s)
{
    report_start(s, s->problem->context_at);
}

static void report_tab(const struct stumble *s)
{
    report(s->d, "yaml-tab", between(s, s->problem->at, s->problem->at + 1),
           "a tab cannot indent");
    report_mend(s->d, "indent with spaces");
}

static void report_character(const struct stumble *s)
{
    if (byte_at(s, s->problem->at) == '\t')
        report_tab(s);
    else
        report_at_problem(s);
}

static void report_block_head(const struct stumble *s)
{
    size_t at = s->problem->context_at;
    report(s->d, "yaml-block", rest_of_line(s, at),
           "no text can stand on the line of “%c”", byte_at(s, at));
    report_mend(s->d,
                "begin the text on the next line, indented; if “%c” is part of the "
                "text, put it in quotation marks",
                byte_at(s, at));
}

static void report_open_quote(const struct stumble *s)
{
    report(s->d, "yaml-quote", rest_of_line(s, s->problem->context_at),
           "the quotation mark that opens this text is never closed");
    report_mend(s->d, "close it; a mark inside the text is written \\\" in double and '' "
                      "in single quotation marks");
}

static void report_escape(const struct stumble *s)
{
    report(s->d, "yaml-escape", between(s, s->problem->at, s->problem->at + 2),
           "there is no such escape in double quotation marks");
    report_mend(s->d, "write “\\\\” for a backslash, or take single quotation marks");
}

static void report_bracket(const struct stumble *s)
{
    char bracket = byte_at(s, s->problem->context_at);
    const char *closing = bracket == '[' ? "]" : "}";
    report(s->d, "yaml-bracket", rest_of_line(s, s->problem->context_at),
           "“%c” is never closed, or a comma is missing behind it", bracket);
    if (s->problem->at < s->text.length)
        report_related(s->d, rest_of_line(s, s->problem->at),
                       "“,” or “%s” was expected here", closing);
    report_mend(s->d,
                "close it with “%s”; if it is part of a text, put the text in "
                "quotation marks",
                closing);
}

static void report_no_value(const struct stumble *s)
{
    size_t at = skip_blanks(s->text, s->problem->at, s->text.length);
    if (at < s->text.length && !ends_line(s->text.at[at]))
        report_start(s, at);
    else
        report_bracket(s);
}

static void report_no_dash(const struct stumble *s)
{
    if (report_tight_dash(s, s->line.first))
        return;
    report(s->d, "yaml-indent", between(s, s->line.first, s->line.end),
           "expected “- ” and the next entry of the list");
    report_related(s->d, rest_of_line(s, s->problem->context_at), "the list begins here");
    report_mend(s->d, "indent what belongs to an entry deeper than its “-”, what "
                      "belongs to the key above less");
}

static void report_unknown(const struct stumble *s)
{
    report(s->d, "yaml-syntax", rest_of_line(s, s->problem->at),
           "this cannot be read as YAML from here on");
    report_mend(s->d, QUOTE_IT);
}

/* Parts of what libyaml 0.2 says, the first one that fits is taken. */
static const struct {
    const char *problem, *context;
    void (*report)(const struct stumble *);
} stumbles[] = {
    {"expected key", "block mapping", report_no_key},
    {"could not find expected ':'", "", report_no_colon},
    {"mapping values are not allowed", "", report_colon},
    {"block sequence entries are not", "", report_list_on_line},
    {"mapping keys are not allowed", "", report_at_problem},
    {"cannot start any token", "", report_character},
    {"tab", "", report_tab},
    {"", "scanning an anchor", report_at_context},
    {"", "scanning an alias", report_at_context},
    {"", "scanning a tag", report_at_context},
    {"", "parsing a tag", report_at_context},
    {"", "scanning a block scalar", report_block_head},
    {"unexpected", "quoted scalar", report_open_quote},
    {"", "quoted scalar", report_escape},
    {"expected ','", "flow", report_bracket},
    {"expected node content", "", report_no_value},
    {"expected '-' indicator", "", report_no_dash},
};

void report_yaml_problem(const struct source *source, const struct yaml_problem *problem,
                         struct diagnostics *d)
{
    struct stumble stumble = {source, source->text, problem,
                              line_at(source->text, problem->at), d};
    const char *said = problem->problem == NULL ? "" : problem->problem;
    const char *context = problem->context == NULL ? "" : problem->context;
    struct line lines[] = {stumble.line, line_at(source->text, problem->context_at)};
    for (size_t i = 0; i < 2; i++)
        if (report_conflict(&stumble, lines[i]) ||
            report_blank_in_line(&stumble, lines[i]))
            return;
    for (size_t i = 0; i < sizeof stumbles / sizeof *stumbles; i++) {
        if (strstr(said, stumbles[i].problem) == NULL ||
            strstr(context, stumbles[i].context) == NULL)
            continue;
        stumbles[i].report(&stumble);
        return;
    }
    report_unknown(&stumble);
}
