/* Telling of marks that CommonMark prints as they stand: it has no errors, and an author
 * who is not told sees asterisks on the page. */
#include "read/stray_marks.h"

#include "base/utf8.h"
#include <string.h>

/* A text and its stray marks. */
struct stray_text {
    struct diagnostics *d;
    const struct node *node;
    const struct stray_marks *marks;
};

/* The same byte several times. */
struct mark_run {
    size_t at, end;
    size_t next; /* index of the mark behind it */
};

static struct place text_part(const struct stray_text *text, size_t from, size_t to)
{
    struct place place = node_part(text->node, from, to);
    if (!text->node->is_exact)
        place.length = 0;
    return place;
}

static char byte_at(const struct stray_text *text, size_t at)
{
    return at < text->node->text.length ? text->node->text.at[at] : '\n';
}

static struct mark_run run_at(const struct stray_text *text, size_t i)
{
    const struct stray_marks *marks = text->marks;
    size_t next = i + 1, at = marks->at[i];
    while (next < marks->count && marks->at[next] == at + (next - i) &&
           byte_at(text, marks->at[next]) == byte_at(text, at))
        next++;
    return (struct mark_run){at, at + (next - i), next};
}

static codepoint before(const struct stray_text *text, size_t at)
{
    size_t size;
    const char *bytes = text->node->text.at;
    if (at == 0)
        return '\n';
    size_t start = utf8_previous(bytes, at);
    return utf8_decode(bytes + start, at - start, &size);
}

static codepoint behind(const struct stray_text *text, size_t at)
{
    size_t size;
    if (at >= text->node->text.length)
        return '\n';
    return utf8_decode(text->node->text.at + at, text->node->text.length - at, &size);
}

static bool is_blank(codepoint c)
{
    return c <= ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

/* As CommonMark has it: ASCII, and what Unicode calls punctuation. */
static bool is_punctuation(codepoint c)
{
    if (c < 0x80)
        return c > ' ' && !(c >= '0' && c <= '9') &&
               !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    return c == 0xAB || c == 0xB7 || c == 0xBB || (c >= 0x2010 && c <= 0x2027) ||
           (c >= 0x2030 && c <= 0x205E) || (c >= 0x3001 && c <= 0x3003) ||
           (c >= 0x3008 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF0F) ||
           (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF3F) ||
           (c >= 0xFF5B && c <= 0xFF65);
}

static bool is_letter(codepoint c)
{
    return !is_blank(c) && !is_punctuation(c);
}

/* Emphasis may not part a letter outside from punctuation inside (CommonMark 6.2). */
static bool parts_letter(codepoint outside, codepoint inside)
{
    return is_letter(outside) && is_punctuation(inside);
}

/* [from, to) without the punctuation at its ends. */
static struct slice trim_punctuation(struct slice text)
{
    size_t from = 0, to = text.length, size;
    while (from < to && is_punctuation(utf8_decode(text.at + from, to - from, &size)))
        from += size;
    while (to > from) {
        size_t previous = utf8_previous(text.at, to);
        if (!is_punctuation(utf8_decode(text.at + previous, to - previous, &size)))
            break;
        to = previous;
    }
    return (struct slice){text.at + from, to - from};
}

static bool begins_with_stop(struct slice text)
{
    static const char *const stops[] = {"。", "，", "；", "：", "、", "！", "？",
                                        ".",  ",",  ";",  ":",  "!",  "?"};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (slice_starts(text, stops[i]))
            return true;
    return false;
}

/* Shown whole where what goes outside is a pair, or a stop: “**重要**”, **重要**。 */
static void mend_parted(const struct stray_text *text, struct slice marks,
                        struct slice inside)
{
    enum { LONGEST_SHOWN = 90 };
    struct slice core = trim_punctuation(inside);
    struct slice head = {inside.at, (size_t)(core.at - inside.at)};
    struct slice tail = {core.at + core.length,
                         inside.length - head.length - core.length};
    bool is_clear = head.length > 0 ? tail.length > 0 : begins_with_stop(tail);
    if (!is_clear || core.length == 0 || inside.length > LONGEST_SHOWN ||
        memchr(inside.at, '\n', inside.length) != NULL)
        report_mend(text->d, "let the emphasis begin and end with a letter");
    else
        report_mend(text->d, "write: %.*s%.*s%.*s%.*s%.*s", (int)head.length, head.at,
                    (int)marks.length, marks.at, (int)core.length, core.at,
                    (int)marks.length, marks.at, (int)tail.length, tail.at);
}

/* The run of the same marks that `open` may have been meant to pair with; false: none. */
static bool find_partner(const struct stray_text *text, const struct mark_run *open,
                         struct mark_run *partner)
{
    for (size_t i = open->next; i < text->marks->count; i = partner->next) {
        *partner = run_at(text, i);
        if (byte_at(text, partner->at) == byte_at(text, open->at))
            return partner->end - partner->at == open->end - open->at;
    }
    return false;
}

/* Whether a reason was found why the two are no emphasis. */
static bool judge_pair(const struct stray_text *text, const struct mark_run *open,
                       const struct mark_run *close)
{
    struct slice marks = {text->node->text.at + open->at, open->end - open->at};
    struct slice inside = {text->node->text.at + open->end, close->at - open->end};
    struct place place = text_part(text, open->at, close->end);
    codepoint first = behind(text, open->end), last = before(text, close->at);
    if (is_blank(first) || is_blank(last)) {
        report_warning(text->d, "no-emphasis", place,
                       "this is no emphasis, and its “%.*s” are printed: a space stands "
                       "inside",
                       (int)marks.length, marks.at);
        report_mend(text->d,
                    "take out the spaces inside, or write “\\%c” for each mark "
                    "that is to be printed",
                    *marks.at);
    } else if (parts_letter(before(text, open->at), first) ||
               parts_letter(behind(text, close->end), last)) {
        report_warning(text->d, "no-emphasis", place,
                       "this is no emphasis, and its “%.*s” are printed: punctuation "
                       "stands inside and a letter outside",
                       (int)marks.length, marks.at);
        mend_parted(text, marks, inside);
    } else if (*marks.at == '_') {
        report_warning(text->d, "no-emphasis", place,
                       "this is no emphasis, and its “%.*s” are printed: “_” does "
                       "nothing beside a letter outside",
                       (int)marks.length, marks.at);
        report_mend(text->d, "write “*” for “_”");
    } else {
        return false;
    }
    return true;
}

/* “5 * 3” is a product; “A/80/__” and “第__号” are blanks, “file_name” is a word. */
static bool is_meant(const struct stray_text *text, const struct mark_run *run)
{
    codepoint left = before(text, run->at), right = behind(text, run->end);
    bool is_single = run->end - run->at == 1;
    if (byte_at(text, run->at) == '*')
        return !is_single || !is_blank(left) || !is_blank(right);
    if (is_letter(left) && is_letter(right))
        return is_single && is_han(left) && is_han(right);
    return is_letter(left) || is_letter(right);
}

/* Returns the index of the mark behind what was judged. */
static size_t judge_emphasis(const struct stray_text *text, size_t i)
{
    struct mark_run run = run_at(text, i), partner;
    if (!is_meant(text, &run))
        return run.next;
    if (find_partner(text, &run, &partner) && judge_pair(text, &run, &partner))
        return partner.next;
    report_warning(text->d, "no-emphasis", text_part(text, run.at, run.end),
                   "“%.*s” has no other one to pair with, and is printed",
                   (int)(run.end - run.at), text->node->text.at + run.at);
    if (byte_at(text, run.at) == '*')
        report_mend(text->d,
                    "write “\\*” for an asterisk, [^name] for the mark of a note");
    else
        report_mend(text->d, "write “\\_” for each mark that is to be printed");
    return run.next;
}

/* The end of the word, or behind a “]” that comes soon. */
static size_t note_mark_end(const struct stray_text *text, size_t at)
{
    enum { LONGEST_NAME = 40 };
    struct slice whole = text->node->text;
    size_t end = at + 2,
           room = whole.length - at < LONGEST_NAME ? whole.length - at : LONGEST_NAME;
    const char *close = memchr(whole.at + at, ']', room);
    if (close != NULL &&
        memchr(whole.at + at, '\n', (size_t)(close - whole.at) - at) == NULL)
        return (size_t)(close - whole.at) + 1;
    while (end < whole.length && byte_at(text, end) > ' ')
        end++;
    return end;
}

static size_t judge_note_mark(const struct stray_text *text, size_t i)
{
    const struct stray_marks *marks = text->marks;
    size_t at = marks->at[i], end = note_mark_end(text, at);
    report_warning(text->d, "broken-note-mark", text_part(text, at, end),
                   "this is not read as the mark of a note, and is printed");
    report_mend(text->d, "write “[^name]”, without spaces; “\\[” for a bracket");
    while (i < marks->count && marks->at[i] < end)
        i++;
    return i;
}

static size_t judge_superscript(const struct stray_text *text, size_t i)
{
    size_t at = text->marks->at[i];
    if (at > 0 && byte_at(text, at - 1) == '[')
        return i + 1;
    report_warning(text->d, "no-superscript", text_part(text, at, at + 1),
                   "“^” has no other one to pair with, and is printed");
    report_mend(text->d, "a superscript stands between two of them, without spaces: "
                         "m^2^; write “\\^” for the sign itself");
    return i + 1;
}

/* Behind a bracket of either width at `at`, and blanks; 0: none stands there. */
static size_t skip_bracket(struct slice text, size_t at)
{
    while (at < text.length && is_blank((unsigned char)text.at[at]))
        at++;
    struct slice rest = {text.at + at, text.length - at};
    size_t size = slice_starts(rest, "(") ? 1 : slice_starts(rest, "（") ? 3 : 0;
    if (size == 0)
        return 0;
    at += size;
    while (at < text.length && (text.at[at] == ' ' || text.at[at] == '<'))
        at++;
    return at;
}

static size_t judge_link(const struct stray_text *text, size_t i)
{
    size_t at = text->marks->at[i];
    struct slice whole = text->node->text;
    size_t address = skip_bracket(whole, at + 1);
    struct slice rest = {whole.at + address, whole.length - address};
    if (address == 0 || (!slice_starts(rest, "http") && !slice_starts(rest, "www.") &&
                         !slice_starts(rest, "mailto:")))
        return i + 1;
    report_warning(text->d, "broken-link", text_part(text, at, address),
                   "this is not read as a link, and is printed");
    report_mend(text->d, "write “[words](https://…)”: nothing between the brackets, no "
                         "space in the address, and both brackets closed");
    return i + 1;
}

/* What a backslash is for in a text. */
static bool is_maskable(char byte)
{
    return byte != '\0' && strchr("\\`*_{}[]()<>#+-.!|^&=~:", byte) != NULL;
}

static size_t judge_backslash(const struct stray_text *text, size_t i)
{
    size_t at = text->marks->at[i];
    char next = byte_at(text, at + 1);
    bool is_lost = next > ' ' && is_punctuation((unsigned char)next);
    if (is_lost && is_maskable(next))
        return i + 1;
    report_warning(text->d, "stray-backslash", text_part(text, at, at + 1),
                   is_lost ? "this backslash does nothing, and is lost"
                           : "this backslash does nothing, and is printed");
    report_mend(text->d, "take it out; write “\\\\” for the sign itself");
    return i + 1;
}

static size_t judge_mark(const struct stray_text *text, size_t i)
{
    size_t at = text->marks->at[i];
    switch (byte_at(text, at)) {
    case '[':
        return byte_at(text, at + 1) == '^' ? judge_note_mark(text, i) : i + 1;
    case '^':
        return judge_superscript(text, i);
    case ']':
        return judge_link(text, i);
    case '\\':
        return judge_backslash(text, i);
    default:
        return judge_emphasis(text, i);
    }
}

void report_stray_marks(struct diagnostics *d, const struct node *node,
                        const struct stray_marks *marks)
{
    const struct stray_text text = {d, node, marks};
    for (size_t i = 0; i < marks->count;)
        i = judge_mark(&text, i);
}
