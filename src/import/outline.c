/* The blocks of a Markdown file, by cmark.  It tells where they stand; their text is
 * taken from the source, so that every finding has its place. */
#include "import/outline.h"

#include "base/vec.h"
#include "read/cmark_pool.h"
#include <cmark.h>
#include <string.h>

/* An outline at work. */
struct outliner {
    struct arena *arena;
    struct slice text;   /* of the source, behind a byte order mark */
    struct slice *lines; /* of it, without their ends */
    size_t line_count;
    int depth;         /* lists that are open */
    bool entry_begins; /* one was opened and nothing has stood in it ... */
    bool list_begins;  /* ... and it is the first of its list */
    int entry_number;
    struct outline outline;
};

/* Lines end with LF, CR LF or CR, as CommonMark has it. */
static size_t find_line_end(struct slice text, size_t at)
{
    while (at < text.length && text.at[at] != '\n' && text.at[at] != '\r')
        at++;
    return at;
}

static void split_lines(struct outliner *at)
{
    struct slice text = at->text;
    struct {
        struct slice *at;
        size_t count, capacity;
    } lines = {0};
    for (size_t start = 0, end; start < text.length; start = end + 1) {
        end = find_line_end(text, start);
        vec_push(at->arena, &lines, (struct slice){text.at + start, end - start});
        bool is_crlf =
            end + 1 < text.length && text.at[end] == '\r' && text.at[end + 1] == '\n';
        end += is_crlf;
    }
    at->lines = lines.at;
    at->line_count = lines.count;
}

static bool is_blank_byte(char c)
{
    return c == ' ' || c == '\t';
}

static struct slice without_start(struct slice line, size_t size)
{
    if (size > line.length)
        size = line.length;
    return (struct slice){line.at + size, line.length - size};
}

/* Without spaces and the marks of quotations; tabs may part the cells of a table. */
static struct slice without_indent(struct slice line)
{
    while (line.length > 0 && (line.at[0] == ' ' || line.at[0] == '>'))
        line = without_start(line, 1);
    return line;
}

static bool consists_of(struct slice line, const char *bytes)
{
    for (size_t i = 0; i < line.length; i++)
        if (strchr(bytes, line.at[i]) == NULL)
            return false;
    return true;
}

/* "## Title ##" */
static struct slice without_marks(struct slice line)
{
    line = without_indent(line);
    while (line.length > 0 && line.at[0] == '#')
        line = without_start(line, 1);
    line = slice_trim(line);
    size_t end = line.length;
    while (end > 0 && line.at[end - 1] == '#')
        end--;
    if (end < line.length && (end == 0 || is_blank_byte(line.at[end - 1])))
        line.length = end;
    return slice_trim(line);
}

static bool is_fence(struct slice line)
{
    line = without_indent(line);
    return slice_starts(line, "```") || slice_starts(line, "~~~");
}

/* Whether a line that belongs to the block is one of its text. */
static bool is_text_line(const struct outline_block *block, struct slice line)
{
    if (block->kind == OUTLINE_CODE)
        return !is_fence(line);
    /* What is under a heading makes it one. */
    return block->kind != OUTLINE_HEADING || block->line_count == 0 ||
           !consists_of(line, "=- \t>");
}

static void add_line(struct outline_block *block, struct slice line)
{
    if (!is_text_line(block, line))
        return;
    if (block->kind == OUTLINE_HEADING)
        line = without_marks(line);
    else if (block->kind == OUTLINE_PARAGRAPH)
        line = without_indent(line);
    block->lines[block->line_count++] = line;
}

/* cmark tells the last line of some HTML blocks wrong, and has all lines of them. */
static size_t count_lines(cmark_node *node)
{
    size_t count = 0;
    for (const char *c = cmark_node_get_literal(node); *c != '\0'; c++)
        count += *c == '\n';
    return count;
}

static void add_block(struct outliner *at, cmark_node *node, enum outline_kind kind)
{
    size_t first = (size_t)cmark_node_get_start_line(node);
    size_t last = (size_t)cmark_node_get_end_line(node);
    size_t column = (size_t)cmark_node_get_start_column(node);
    struct outline_block block = {
        .kind = kind,
        .level = kind == OUTLINE_HEADING ? cmark_node_get_heading_level(node) : 0,
        .depth = at->depth,
        .begins_entry = at->entry_begins,
        .begins_list = at->list_begins,
        .number = at->entry_number,
    };
    if (kind == OUTLINE_HTML)
        last = first + count_lines(node) - 1;
    if (first == 0 || first > at->line_count)
        return;
    if (last > at->line_count)
        last = at->line_count;
    if (last < first)
        last = first;
    block.lines = arena_array(at->arena, last - first + 1, sizeof *block.lines);
    add_line(&block, without_start(at->lines[first - 1], column - 1));
    for (size_t line = first + 1; line <= last; line++)
        add_line(&block, at->lines[line - 1]);
    at->entry_begins = false;
    vec_push(at->arena, &at->outline, block);
}

/* CommonMark counts on from the first number of a list; what is typed may differ. */
static int typed_number(const struct outliner *at, cmark_node *node)
{
    size_t line = (size_t)cmark_node_get_start_line(node);
    size_t column = (size_t)cmark_node_get_start_column(node);
    int number = 0;
    if (line == 0 || line > at->line_count)
        return 0;
    struct slice rest = without_start(at->lines[line - 1], column - 1);
    for (size_t i = 0; i < rest.length && rest.at[i] >= '0' && rest.at[i] <= '9'; i++)
        number = number * 10 + (rest.at[i] - '0');
    return number;
}

static void enter_entry(struct outliner *at, cmark_node *node)
{
    bool is_ordered =
        cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST;
    at->entry_begins = true;
    at->list_begins = cmark_node_previous(node) == NULL;
    at->entry_number = is_ordered ? typed_number(at, node) : -1;
}

static void enter_node(struct outliner *at, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LIST:
        at->depth++;
        break;
    case CMARK_NODE_ITEM:
        enter_entry(at, node);
        break;
    case CMARK_NODE_HEADING:
        add_block(at, node, OUTLINE_HEADING);
        break;
    case CMARK_NODE_PARAGRAPH:
        add_block(at, node, OUTLINE_PARAGRAPH);
        break;
    case CMARK_NODE_CODE_BLOCK:
        add_block(at, node, OUTLINE_CODE);
        break;
    case CMARK_NODE_HTML_BLOCK:
        add_block(at, node, OUTLINE_HTML);
        break;
    default:
        break;
    }
}

static void leave_node(struct outliner *at, cmark_node *node)
{
    if (cmark_node_get_type(node) == CMARK_NODE_LIST)
        at->depth--;
    if (cmark_node_get_type(node) == CMARK_NODE_ITEM)
        at->entry_begins = false;
}

/* Without recursion: lists may be nested as deep as a line is long. */
static void walk_document(struct outliner *at, cmark_node *document)
{
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER)
            enter_node(at, cmark_iter_get_node(iterator));
        else
            leave_node(at, cmark_iter_get_node(iterator));
    }
    cmark_iter_free(iterator);
}

/* What "[^1]: See below." and "[x]: address" define would vanish from cmark's tree. */
static void hide_definition(char *line, size_t size)
{
    size_t at = 0;
    while (at < size && at < 4 && line[at] == ' ')
        at++;
    const char *close =
        at < size && line[at] == '[' ? memchr(line + at, ']', size - at) : NULL;
    if (close != NULL && close + 1 < line + size && close[1] == ':')
        line[at] = 'x';
}

static struct slice without_quotes(struct slice text)
{
    bool is_quoted = text.length > 1 && (text.at[0] == '"' || text.at[0] == '\'') &&
                     text.at[text.length - 1] == text.at[0];
    return is_quoted ? (struct slice){text.at + 1, text.length - 2} : text;
}

/* "title: Provisional agenda" between two lines "---": a heading, and paragraphs. */
static size_t take_front_matter(struct outliner *at)
{
    size_t end = 1;
    if (at->line_count == 0 || !slice_equals(slice_trim(at->lines[0]), "---"))
        return 0;
    while (end < at->line_count && !slice_equals(slice_trim(at->lines[end]), "---") &&
           !slice_equals(slice_trim(at->lines[end]), "..."))
        end++;
    if (end == at->line_count)
        return 0;
    for (size_t i = 1; i < end; i++) {
        struct slice line = slice_trim(at->lines[i]);
        struct outline_block block = {
            .kind = OUTLINE_PARAGRAPH, .line_count = 1, .is_front = true};
        if (line.length == 0)
            continue;
        if (slice_starts(line, "title:")) {
            block.kind = OUTLINE_HEADING;
            block.level = 1;
            line = without_quotes(slice_trim(without_start(line, strlen("title:"))));
        }
        block.lines = arena_alloc(at->arena, sizeof *block.lines);
        block.lines[0] = line;
        vec_push(at->arena, &at->outline, block);
    }
    return end + 1;
}

/* A copy of as many bytes in the same lines, in which cmark finds what we want it to. */
static char *prepare_copy(struct outliner *at)
{
    char *copy = arena_text(at->arena, at->text.at, at->text.length);
    size_t front = take_front_matter(at);
    for (size_t i = 0; i < at->line_count; i++) {
        char *line = copy + (at->lines[i].at - at->text.at);
        if (i < front)
            memset(line, ' ', at->lines[i].length);
        else
            hide_definition(line, at->lines[i].length);
    }
    return copy;
}

struct outline read_outline(struct arena *arena, struct slice text)
{
    struct outliner at = {.arena = arena, .text = text};
    split_lines(&at);
    char *copy = prepare_copy(&at);
    size_t size = cmark_pool_size(at.text.length);
    struct cmark_pool pool = {arena_room(arena, size), size, 0};
    cmark_mem memory = {pool_calloc, pool_realloc, pool_free};
    use_cmark_pool(&pool);
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory);
    cmark_parser_feed(parser, copy, at.text.length);
    walk_document(&at, cmark_parser_finish(parser));
    use_cmark_pool(NULL);
    return at.outline;
}
