/* CommonMark by cmark.  cmark tells where blocks begin; text_source.c finds where the
 * bytes of a paragraph stand. */
#include "read/read_text.h"

#include "base/vec.h"
#include "read/cmark_pool.h"
#include "read/text_lines.h"
#include "read/text_source.h"
#include <cmark.h>
#include <string.h>

enum { MOST_NESTED_LISTS = 8 };

static struct cmark_pool reader_pool(struct text_reader *reader, size_t bytes)
{
    size_t size = cmark_pool_size(bytes);
    if (reader->pool_size < size) {
        reader->pool = arena_room(reader->arena, size);
        reader->pool_size = size;
    }
    return (struct cmark_pool){reader->pool, reader->pool_size, 0};
}

/* A paragraph at work. */
struct walk {
    struct text_reader *reader;
    struct text_source source;
    unsigned emphasis, strong; /* how many are open */
    struct place link_place;   /* where the link that is open begins */
    bool is_note_link;         /* it looks like the mark of a note */
    struct span_maker maker;
};

/* The node's text from here to the end of the line. */
static struct place rest_of_line(const struct node *node, size_t at)
{
    const char *start = node->text.at + at;
    const char *end = memchr(start, '\n', node->text.length - at);
    return node_part(node, at,
                     end == NULL ? node->text.length : (size_t)(end - node->text.at));
}

/* The marks that stand here. */
static struct place walk_place(const struct walk *walk)
{
    const struct text_source *source = &walk->source;
    if (source->is_lost || source->at >= source->node->text.length)
        return source->node->place;
    size_t end = source->at + 1;
    while (is_markup_byte(source_byte(source, end - 1)) &&
           is_markup_byte(source_byte(source, end)))
        end++;
    return node_part(source->node, source->at, end);
}

/* What CommonMark has and an agenda has not. */
struct refused {
    cmark_node_type type;
    const char *name, *what, *mend;
};

static const struct refused refused_nodes[] = {
    {CMARK_NODE_CODE, "code-in-text", "text between backticks is program code",
     "write “\\`” for a backtick"},
    {CMARK_NODE_HTML_INLINE, "html-in-text", "HTML cannot stand in a text",
     "emphasis is written *…*, a superscript ^…^; write “\\<” for “<”"},
    {CMARK_NODE_IMAGE, "image-in-text", "a picture cannot stand in a text",
     "write “\\!” for “!”"},
    {CMARK_NODE_HTML_BLOCK, "html-in-text", "HTML cannot stand in a text",
     "emphasis is written *…*, a superscript ^…^; write “\\<” for “<”"},
    {CMARK_NODE_HEADING, "heading-in-text", "a heading cannot stand in a text",
     "the headings are made from the titles; write “\\#” for “#”, and an empty line "
     "before a line of “-” or “=”"},
    {CMARK_NODE_CODE_BLOCK, "code-in-text", "this is read as program code",
     "indent the paragraph like the others; write “\\`” for a backtick"},
    {CMARK_NODE_THEMATIC_BREAK, "rule-in-text", "a rule cannot be drawn in a text",
     "write “\\” before the first character of the line"},
    {CMARK_NODE_BLOCK_QUOTE, "quote-in-text", "this is read as a quotation of its own",
     "write the text as a paragraph; write “\\>” for “>”"},
};

static void report_refused(struct diagnostics *d, cmark_node_type type,
                           struct place place)
{
    for (size_t i = 0; i < sizeof refused_nodes / sizeof *refused_nodes; i++) {
        const struct refused *refused = &refused_nodes[i];
        if (refused->type != type)
            continue;
        report(d, refused->name, place, "%s", refused->what);
        report_mend(d, "%s", refused->mend);
        return;
    }
    report(d, "bad-text", place, "this cannot stand in a text");
}

static void walk_text(struct walk *walk, cmark_node *node)
{
    struct slice text = slice_from_text(cmark_node_get_literal(node));
    add_text(&walk->maker, text, trace_text(walk->reader->arena, &walk->source, text));
}

static void set_form(struct walk *walk)
{
    walk->maker.form =
        (walk->emphasis > 0 ? SPAN_EMPHASIS : 0u) | (walk->strong > 0 ? SPAN_STRONG : 0u);
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* In “5*3 and 2*4” both stars would vanish, and the numbers be others. */
static void check_product(const struct walk *walk, size_t marks)
{
    const struct text_source *source = &walk->source;
    if (source->is_lost || source->at == 0 ||
        !is_digit(source_byte(source, source->at - 1)) ||
        !is_digit(source_byte(source, source->at + marks)))
        return;
    report_warning(walk->reader->d, "emphasis-in-number", walk_place(walk),
                   "“*” between two digits is read as emphasis, and not printed");
    report_mend(walk->reader->d, "write “×” for a product, “\\*” for the sign itself");
}

static void walk_emphasis(struct walk *walk, unsigned *count, int marks, bool enters)
{
    *count += enters ? 1 : -1u;
    check_product(walk, (size_t)marks);
    for (int i = 0; i < marks; i++)
        skip_source(&walk->source, "*_");
    set_form(walk);
}

bool is_open_address(const char *address)
{
    return strncmp(address, "https://", 8) == 0 || strncmp(address, "http://", 7) == 0 ||
           strncmp(address, "mailto:", 7) == 0;
}

static void enter_link(struct walk *walk, cmark_node *node)
{
    const char *address = cmark_node_get_url(node);
    struct diagnostics *d = walk->reader->d;
    walk->link_place = walk_place(walk);
    walk->is_note_link = source_byte(&walk->source, walk->source.at + 1) == '^';
    if (!walk->is_note_link && !is_open_address(address)) {
        report(d, "bad-link", walk->link_place,
               "a link to “%s”, expected https://…, http://… or mailto:…", address);
        report_mend(d, "write the whole address; “\\[” and “\\(” are the brackets "
                       "themselves");
    }
    walk->maker.uri = arena_text(walk->reader->arena, address, strlen(address));
    skip_source(&walk->source, "[<");
}

/* A note that is defined in the text makes links of its marks, too: that was told. */
static void leave_link(struct walk *walk)
{
    struct text_source *source = &walk->source;
    if (walk->is_note_link && source_byte(source, source->at + 1) == '(') {
        report(walk->reader->d, "note-in-text", walk->link_place,
               "the mark of a note and a bracket “(” behind it are read as a link");
        report_mend(walk->reader->d, "write “\\(” for the bracket");
    }
    walk->maker.uri = NULL;
    skip_link_end(source);
}

static void walk_image(struct walk *walk, bool enters)
{
    if (!enters) {
        skip_link_end(&walk->source);
        return;
    }
    report_refused(walk->reader->d, CMARK_NODE_IMAGE, walk_place(walk));
    skip_source(&walk->source, "!");
    skip_source(&walk->source, "[");
}

static void refuse_inline(struct walk *walk, cmark_node *node)
{
    report_refused(walk->reader->d, cmark_node_get_type(node), walk_place(walk));
    if (cmark_node_get_type(node) == CMARK_NODE_CODE)
        skip_code(&walk->source);
    else
        walk->source.at += strlen(cmark_node_get_literal(node));
}

static void walk_node(struct walk *walk, cmark_node *node, bool enters)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        break;
    case CMARK_NODE_TEXT:
        walk_text(walk, node);
        break;
    case CMARK_NODE_SOFTBREAK:
        add_line_end(&walk->maker, skip_line_end(&walk->source));
        break;
    case CMARK_NODE_LINEBREAK:
        add_line_break(&walk->maker, skip_line_end(&walk->source));
        break;
    case CMARK_NODE_EMPH:
        walk_emphasis(walk, &walk->emphasis, 1, enters);
        break;
    case CMARK_NODE_STRONG:
        walk_emphasis(walk, &walk->strong, 2, enters);
        break;
    case CMARK_NODE_LINK:
        if (enters)
            enter_link(walk, node);
        else
            leave_link(walk);
        break;
    case CMARK_NODE_IMAGE:
        walk_image(walk, enters);
        break;
    default:
        refuse_inline(walk, node);
    }
}

/* Without recursion: emphasis may be nested as deep as a text is long. */
static struct spans walk_paragraph(struct walk *walk, cmark_node *paragraph)
{
    cmark_iter *iterator = cmark_iter_new(paragraph);
    cmark_event_type event;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE)
        walk_node(walk, cmark_iter_get_node(iterator), event == CMARK_EVENT_ENTER);
    cmark_iter_free(iterator);
    return walk->maker.spans;
}

static struct spans read_paragraph(struct text_reader *reader, const struct node *node,
                                   cmark_node *paragraph, size_t at, enum line_ends ends)
{
    struct walk walk = {
        .reader = reader,
        .source = {.node = node, .at = at},
        .maker = {.reader = reader,
                  .node = node,
                  .line_ends = ends,
                  .mark_bytes = MARKS_OF_TEXT},
    };
    struct spans spans = walk_paragraph(&walk, paragraph);
    report_stray_marks(reader->d, node, &walk.maker.stray);
    return spans;
}

/* Lines of the text, asked for in their order. */
struct block_reader {
    struct text_reader *reader;
    const struct node *node;
    int line; /* number of the line that starts at `at` */
    size_t at;
};

/* Where a block begins: its line and column are reliable, those of inline nodes not. */
static size_t block_start(struct block_reader *blocks, cmark_node *node)
{
    struct slice text = blocks->node->text;
    while (blocks->line < cmark_node_get_start_line(node)) {
        const char *end = memchr(text.at + blocks->at, '\n', text.length - blocks->at);
        if (end == NULL)
            break;
        blocks->at = (size_t)(end - text.at) + 1;
        blocks->line++;
    }
    size_t start = blocks->at + (size_t)cmark_node_get_start_column(node) - 1;
    return start < text.length ? start : text.length;
}

static struct blocks read_children(struct block_reader *, cmark_node *parent, int depth);

static struct block read_list(struct block_reader *blocks, cmark_node *node, int depth)
{
    struct arena *arena = blocks->reader->arena;
    bool is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    int start = cmark_node_get_list_start(node);
    struct {
        struct blocks *at;
        size_t count, capacity;
    } items = {0};
    cmark_node *item = cmark_node_first_child(node);
    for (; item != NULL; item = cmark_node_next(item))
        vec_push(arena, &items, read_children(blocks, item, depth + 1));
    return (struct block){
        .kind = BLOCK_LIST,
        .items = items.at,
        .item_count = items.count,
        .start = !is_ordered ? 0
                 : start > 0 ? start
                             : 1,
    };
}

static void add_block(struct block_reader *blocks, struct blocks *to, cmark_node *node,
                      int depth)
{
    struct diagnostics *d = blocks->reader->d;
    size_t at = block_start(blocks, node);
    struct place place = rest_of_line(blocks->node, at);
    struct block block = {.kind = BLOCK_PARAGRAPH};
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH) {
        block.spans = read_paragraph(blocks->reader, blocks->node, node, at, LINES_JOIN);
    } else if (type == CMARK_NODE_LIST && depth < MOST_NESTED_LISTS) {
        block = read_list(blocks, node, depth);
    } else if (type == CMARK_NODE_LIST) {
        report(d, "too-deep", place, "more than %d lists inside each other",
               MOST_NESTED_LISTS);
        return;
    } else {
        report_refused(d, type, place);
        return;
    }
    block.place = place;
    vec_push(blocks->reader->arena, to, block);
}

/* At most MOST_NESTED_LISTS calls deep. */
static struct blocks read_children(struct block_reader *blocks, cmark_node *parent,
                                   int depth)
{
    struct blocks children = {0};
    cmark_node *child = cmark_node_first_child(parent);
    for (; child != NULL; child = cmark_node_next(child))
        add_block(blocks, &children, child, depth);
    return children;
}

/* cmark's tree of `before` and the text; it lives in the pool until the next text. */
static cmark_node *parse_text(cmark_mem *memory, const char *before, struct slice text)
{
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory);
    cmark_parser_feed(parser, before, strlen(before));
    cmark_parser_feed(parser, text.at, text.length);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

struct blocks read_block_text(struct text_reader *reader, const struct node *node)
{
    if (!check_text_lines(node, reader->d))
        return (struct blocks){0};
    struct cmark_pool pool = reader_pool(reader, node->text.length);
    cmark_mem memory = {pool_calloc, pool_realloc, pool_free};
    use_cmark_pool(&pool);
    cmark_node *document = parse_text(&memory, "", node->text);
    struct block_reader blocks = {reader, node, 1, 0};
    struct blocks result = read_children(&blocks, document, 0);
    use_cmark_pool(NULL);
    return result;
}

/* With a full stop in front of it, cmark finds no list, heading or rule at the start of a
 * line of its own, and emphasis all the same. */
#define GUARD "."

static void drop_guard(cmark_node *paragraph, struct arena *arena)
{
    cmark_node *text = cmark_node_first_child(paragraph);
    const char *literal = cmark_node_get_literal(text);
    size_t size = strlen(literal);
    cmark_node_set_literal(
        text, arena_text(arena, literal + strlen(GUARD), size - strlen(GUARD)));
}

static struct spans read_guarded(struct text_reader *reader, const struct node *node,
                                 size_t start, cmark_node *document, enum line_ends ends)
{
    cmark_node *paragraph = cmark_node_first_child(document);
    if (cmark_node_next(paragraph) != NULL ||
        cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) {
        report(reader->d, "text-block", node_place(node),
               "only one paragraph can stand here");
        report_mend(reader->d,
                    "take out empty lines, and write “\\” before a “-” or “=” at "
                    "the start of a line");
        return (struct spans){0};
    }
    drop_guard(paragraph, reader->arena);
    return read_paragraph(reader, node, paragraph, start, ends);
}

struct spans read_line_text(struct text_reader *reader, const struct node *node,
                            enum line_ends ends)
{
    if (!check_text_lines(node, reader->d))
        return (struct spans){0};
    struct slice text = slice_trim(node->text);
    if (text.length == 0)
        return (struct spans){0};
    struct cmark_pool pool = reader_pool(reader, text.length);
    cmark_mem memory = {pool_calloc, pool_realloc, pool_free};
    use_cmark_pool(&pool);
    cmark_node *document = parse_text(&memory, GUARD, text);
    struct spans spans =
        read_guarded(reader, node, (size_t)(text.at - node->text.at), document, ends);
    use_cmark_pool(NULL);
    return spans;
}

struct spans read_plain_text(struct text_reader *reader, const struct node *node)
{
    struct slice text = slice_trim(node->text);
    size_t start = (size_t)(text.at - node->text.at);
    struct origin *origins = arena_array(reader->arena, text.length + 1, sizeof *origins);
    for (size_t i = 0; i <= text.length; i++)
        origins[i] = (struct origin){start + i, ORIGIN_PLAIN};
    struct span_maker maker = {
        .reader = reader, .node = node, .mark_bytes = MARKS_OF_PLAIN};
    add_text(&maker, text, origins);
    report_stray_marks(reader->d, node, &maker.stray);
    return maker.spans;
}
