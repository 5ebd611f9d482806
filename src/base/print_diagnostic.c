/* What a message looks like: the GNU form, the source line, and a caret under it. */
#include "base/diagnostic.h"

#include "base/limits.h"
#include "base/utf8.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define MARGIN          "    "

enum {
    WIDEST_LINE = 100, /* display cells */
    CELLS_BEFORE = 40  /* of a line that is cut, before the place */
};

/* A line of a source, without its end and without a byte order mark, and where in it
 * the place begins and ends. */
struct marked_line {
    struct slice text;
    struct position position;
    size_t begin, end; /* offsets in text */
};

/* Lines end with LF, CR LF or CR, as in YAML 1.2 section 5.4. */
static bool ends_line(struct slice text, size_t i)
{
    return text.at[i] == '\n' ||
           (text.at[i] == '\r' && (i + 1 == text.length || text.at[i + 1] != '\n'));
}

static size_t line_end(struct slice text, size_t at)
{
    while (at < text.length && text.at[at] != '\n' && text.at[at] != '\r')
        at++;
    return at;
}

static size_t between(size_t low, size_t value, size_t high)
{
    return value < low ? low : value > high ? high : value;
}

static void enter_line(struct line_cursor *cursor, size_t start, size_t number)
{
    cursor->start = cursor->at = start;
    cursor->end = line_end(cursor->source->text, start);
    cursor->position = (struct position){number, 1};
}

static void enter_source(struct line_cursor *cursor, const struct source *source)
{
    cursor->source = source;
    enter_line(
        cursor,
        slice_starts(source->text, BYTE_ORDER_MARK) ? sizeof BYTE_ORDER_MARK - 1 : 0, 1);
}

/* To a place that is not before the cursor. */
static void move_cursor(struct line_cursor *cursor, size_t to)
{
    struct slice text = cursor->source->text;
    size_t start = cursor->start, number = cursor->position.line;
    for (size_t i = cursor->at; i < to; i++) {
        if (ends_line(text, i)) {
            start = i + 1;
            number++;
        }
    }
    if (start > cursor->start)
        enter_line(cursor, start, number);
    size_t at = between(cursor->at, to, cursor->end);
    struct slice passed = {text.at + cursor->at, at - cursor->at};
    cursor->position.column += utf8_count(passed);
    cursor->at = at;
}

static struct marked_line line_of_place(struct line_cursor *cursor, struct place place)
{
    if (cursor->source != place.source || place.at < cursor->at)
        enter_source(cursor, place.source);
    struct slice text = place.source->text;
    move_cursor(cursor, between(0, place.at, text.length));
    size_t begin = cursor->at - cursor->start, size = cursor->end - cursor->start;
    return (struct marked_line){
        .text = {text.at + cursor->start, size},
        .position = cursor->position,
        .begin = begin,
        .end = begin + between(0, place.length, size - begin),
    };
}

struct position next_position(struct line_cursor *cursor, struct place place)
{
    if (place.source == NULL)
        return (struct position){1, 1};
    return line_of_place(cursor, place).position;
}

struct position place_position(struct place place)
{
    struct line_cursor cursor = {0};
    return next_position(&cursor, place);
}

/* What a terminal would obey or hide: C1, bidi controls, separators, invisible
 * formats. */
static bool is_hidden(codepoint c)
{
    return (c >= 0x80 && c <= 0x9F) || c == 0x061C || c == 0x200B || c == 0x200E ||
           c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

/* One character as it can be shown. */
struct shown {
    char text[16];
    size_t length;
    size_t cells;
    size_t size; /* bytes it came from */
};

static void show_code(struct shown *shown, const char *prefix, codepoint c, int digits)
{
    static const char hex[] = "0123456789ABCDEF";
    char *to = shown->text;
    *to++ = '<';
    while (*prefix != '\0')
        *to++ = *prefix++;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        *to++ = hex[c >> shift & 15];
    *to++ = '>';
    shown->length = shown->cells = (size_t)(to - shown->text);
}

static struct shown show_character(struct slice text, size_t at)
{
    struct shown shown = {0};
    codepoint c = utf8_decode(text.at + at, text.length - at, &shown.size);
    if (c == CODEPOINT_INVALID) {
        show_code(&shown, "", (unsigned char)text.at[at], 2);
    } else if (is_hidden(c)) {
        show_code(&shown, "U+", c, c > 0xFFFF ? 5 : 4);
    } else {
        if (c < 0x20 || c == 0x7F)
            c = c == 0x7F ? 0x2421 : 0x2400 + c;
        shown.length = utf8_encode(c, shown.text);
        shown.cells = (size_t)utf8_display_width(c);
    }
    return shown;
}

void print_shown(struct buffer *out, struct slice text)
{
    struct shown shown;
    for (size_t i = 0; i < text.length; i += shown.size) {
        shown = show_character(text, i);
        buffer_bytes(out, shown.text, shown.length);
    }
}

/* A tab is one cell in a source line. */
static struct shown show_in_line(struct slice line, size_t at)
{
    if (line.at[at] == '\t')
        return (struct shown){" ", 1, 1, 1};
    return show_character(line, at);
}

/* For cutting, even a mark counts as a cell, so that the work is bounded. */
static size_t cost_in_line(struct shown shown)
{
    return shown.cells == 0 ? 1 : shown.cells;
}

static size_t skip_cells(struct slice line, size_t at, size_t cells)
{
    while (at < line.length) {
        struct shown shown = show_in_line(line, at);
        if (cost_in_line(shown) > cells)
            break;
        cells -= cost_in_line(shown);
        at += shown.size;
    }
    return at;
}

static size_t skip_cells_back(struct slice line, size_t at, size_t cells)
{
    while (at > 0) {
        size_t previous = utf8_previous(line.at, at);
        size_t cost = cost_in_line(show_in_line(line, previous));
        if (cost > cells)
            break;
        cells -= cost;
        at = previous;
    }
    return at;
}

/* Prints the part [from, to) and returns its cells. */
static size_t print_part(struct buffer *out, struct slice line, size_t from, size_t to)
{
    size_t cells = 0;
    struct shown shown;
    for (size_t i = from; i < to; i += shown.size) {
        shown = show_in_line(line, i);
        buffer_bytes(out, shown.text, shown.length);
        cells += shown.cells;
    }
    return cells;
}

static void print_repeated(struct buffer *out, char byte, size_t count)
{
    while (count-- > 0)
        buffer_byte(out, byte);
}

static void print_caret(struct buffer *out, size_t before, size_t marked)
{
    buffer_text(out, MARGIN);
    print_repeated(out, ' ', before);
    buffer_byte(out, '^');
    if (marked > 1)
        print_repeated(out, '~', marked - 1);
    buffer_byte(out, '\n');
}

static void print_line(struct buffer *out, const struct marked_line *line)
{
    struct slice text = line->text;
    size_t from = 0;
    size_t to = skip_cells(text, 0, WIDEST_LINE);
    if (to < text.length) {
        from = skip_cells_back(text, line->begin, CELLS_BEFORE);
        to = skip_cells(text, from, WIDEST_LINE);
    }
    buffer_text(out, MARGIN);
    buffer_text(out, from > 0 ? "…" : "");
    size_t end = between(line->begin, line->end, to);
    size_t before = print_part(out, text, from, line->begin) + (from > 0);
    size_t marked = print_part(out, text, line->begin, end);
    print_part(out, text, end, to);
    buffer_text(out, to < text.length ? "…\n" : "\n");
    print_caret(out, before, marked);
}

/* "FILE:LINE:COLUMN: KIND: TEXT [NAME]", and the line with its caret. */
static void print_message(struct buffer *out, struct line_cursor *cursor,
                          struct place place, const char *kind, const char *text,
                          const char *name)
{
    struct marked_line line = {0};
    if (place.source == NULL) {
        buffer_text(out, "agendaset: ");
    } else {
        line = line_of_place(cursor, place);
        print_shown(out, slice_from_text(place.source->name));
        buffer_format(out, ":%zu:%zu: ", line.position.line, line.position.column);
    }
    buffer_format(out, "%s: ", kind);
    print_shown(out, slice_from_text(text));
    if (name != NULL)
        buffer_format(out, " [%s]", name);
    buffer_byte(out, '\n');
    if (line.text.length > 0)
        print_line(out, &line);
}

static void print_one(struct buffer *out, struct line_cursor *cursor,
                      const struct diagnostic *d)
{
    struct line_cursor related = *cursor;
    print_message(out, cursor, d->place,
                  d->severity == SEVERITY_ERROR ? "error" : "warning", d->text, d->name);
    if (d->mend != NULL) {
        buffer_text(out, MARGIN "mend: ");
        print_shown(out, slice_from_text(d->mend));
        buffer_byte(out, '\n');
    }
    if (d->related_text != NULL)
        print_message(out, &related, d->related, "note", d->related_text, NULL);
}

void print_diagnostic(struct buffer *out, const struct diagnostic *d)
{
    struct line_cursor cursor = {0};
    print_one(out, &cursor, d);
}

void print_diagnostics(struct buffer *out, const struct diagnostics *d)
{
    struct line_cursor cursor = {0};
    for (size_t i = 0; i < d->count; i++)
        print_one(out, &cursor, &d->at[i]);
    if (d->full)
        buffer_format(out, "agendaset: note: only %d messages are shown\n",
                      LIMIT_DIAGNOSTICS);
}
