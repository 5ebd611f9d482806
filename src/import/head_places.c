/* Lines of a head that no form tells apart: they go where the layout's flow has places
 * for them, in its order. */
#include "import/head.h"

#include "base/vec.h"
#include "import/passage.h"
#include "import/words.h"
#include <string.h>

/* A text that the layout's flow sets: "meeting.body", "fields.lead". */
struct slot {
    const char *group, *key;
};

struct slots {
    struct slot *at;
    size_t count, capacity;
};

/* Before the days of the meeting, between them and the title, behind the title. */
enum { BEFORE_DATES, BEFORE_TITLE, BEHIND_TITLE, SLOT_ROWS };

struct slot_reading {
    struct importer *importer;
    struct slots rows[SLOT_ROWS];
    int row;
};

/* What agenda documents themselves have a key for. */
static const char *const document_keys[] = {"item", "subject", "author"};

static void add_slot(struct slot_reading *at, struct slice name)
{
    struct arena *arena = at->importer->arena;
    struct slot slot = {NULL, arena_text(arena, name.at, name.length)};
    const char *dot = strchr(slot.key, '.');
    for (size_t i = 0; i < sizeof document_keys / sizeof *document_keys; i++)
        if (slice_equals(name, document_keys[i]))
            slot.group = "document";
    if (slice_starts(name, "fields.") || slice_equals(name, "meeting.body")) {
        slot.group = arena_text(arena, slot.key, (size_t)(dot - slot.key));
        slot.key = dot + 1;
    }
    if (slot.group != NULL)
        vec_push(arena, &at->rows[at->row], slot);
}

/* The field that a template of the flow begins with: "{fields.lead}". */
static void read_slot(struct slot_reading *at, struct slice template)
{
    const char *close = memchr(template.at, '}', template.length);
    if (!slice_starts(template, "{") || close == NULL)
        return;
    struct slice name = {template.at + 1, (size_t)(close - template.at) - 1};
    if (slice_equals(name, "dates-place") && at->row < BEFORE_TITLE)
        at->row = BEFORE_TITLE;
    else if (slice_equals(name, "title"))
        at->row = BEHIND_TITLE;
    else
        add_slot(at, name);
}

static void read_flow(struct slot_reading *at, const struct node *flow)
{
    if (flow == NULL || flow->kind != NODE_LIST)
        return;
    for (const struct node *part = flow->first; part != NULL; part = part->next) {
        const struct node *text =
            part->kind == NODE_MAP ? node_member(part, "text") : NULL;
        const struct node *parts =
            part->kind == NODE_MAP ? node_member(part, "parts") : NULL;
        if (text != NULL && text->kind == NODE_SCALAR)
            read_slot(at, text->text);
        if (parts != NULL && parts->kind == NODE_LIST)
            for (const struct node *inner = parts->first; inner != NULL;
                 inner = inner->next) {
                text = inner->kind == NODE_MAP ? node_member(inner, "text") : NULL;
                if (text != NULL && text->kind == NODE_SCALAR)
                    read_slot(at, text->text);
            }
    }
}

/* Several lines of one kind stand under each other. */
static void add_to_field(struct importer *importer, struct head_line *line,
                         const char *group, const char *key)
{
    struct draft_field *field = find_field(importer, group, key);
    line->role = HEAD_PLACED;
    if (field == NULL) {
        set_field(importer, group, key, line->passage.text, &line->passage.remarks);
        return;
    }
    field->text = arena_format(importer->arena, "%s\n%s", field->text,
                               paragraph_text(importer, line->passage.text));
    add_remarks(importer, &field->remarks, &line->passage.remarks);
}

static void place_role(struct importer *importer, struct head *head, enum head_role role,
                       const char *group, const char *key)
{
    for (size_t i = 0; i < head->count; i++)
        if (head->at[i].role == role)
            add_to_field(importer, &head->at[i], group, key);
}

/* Lines [from, to) that are still open. */
struct open_lines {
    struct head_line **at;
    size_t count, capacity;
};

static struct open_lines find_open(struct importer *importer, struct head *head,
                                   size_t from, size_t to)
{
    struct open_lines lines = {0};
    for (size_t i = from; i < to; i++)
        if (head->at[i].role == HEAD_OPEN)
            vec_push(importer->arena, &lines, &head->at[i]);
    return lines;
}

static void fill_slot(struct importer *importer, struct head_line *line,
                      const struct slot *slot)
{
    struct passage *passage = &line->passage;
    if (strcmp(slot->key, "body") != 0)
        tell_unsure(importer, &passage->remarks, "import-lines", passage->place,
                    "nothing says what this line is: by its place it is taken for “%s”",
                    slot->key);
    add_to_field(importer, line, slot->group, slot->key);
}

/* The body is the last of those before the days, what is above it stands over it. */
static void place_before_dates(struct importer *importer, const struct open_lines *lines,
                               const struct slots *slots)
{
    size_t fit = lines->count < slots->count ? lines->count : slots->count;
    size_t above = lines->count - fit;
    for (size_t i = 0; i < above; i++) {
        struct head_line *line = lines->at[i];
        tell_unsure(importer, &line->passage.remarks, "import-lines", line->passage.place,
                    "nothing says what this line is: it is taken for the organ's name");
        add_to_field(importer, line, "document", "organ");
    }
    for (size_t i = 0; i < fit; i++)
        fill_slot(importer, lines->at[above + i], &slots->at[slots->count - fit + i]);
}

/* A sentence is no author's line. */
static bool suits(const struct head_line *line, const struct slot *slot)
{
    enum { LONGEST_AUTHOR = 60 };
    return strcmp(slot->key, "author") != 0 ||
           (line->passage.plain.length <= LONGEST_AUTHOR &&
            !ends_sentence(line->passage.plain));
}

static void place_in_opening(struct importer *importer, struct head_line *line)
{
    struct draft_text *opening = &importer->draft.opening;
    tell_unsure(importer, &opening->remarks, "import-lines", line->passage.place,
                "nothing says what this line is: it stands before the annotations");
    add_paragraph(importer, opening, paragraph_text(importer, line->passage.text));
    add_remarks(importer, &opening->remarks, &line->passage.remarks);
    line->role = HEAD_PLACED;
}

/* The next place that suits the line, else the last one that does; NULL: none. */
static const struct slot *find_slot(const struct head_line *line,
                                    const struct slots *slots, size_t next)
{
    for (size_t i = next; i < slots->count; i++)
        if (suits(line, &slots->at[i]))
            return &slots->at[i];
    for (size_t i = slots->count; i-- > 0;)
        if (suits(line, &slots->at[i]))
            return &slots->at[i];
    return NULL;
}

static void place_in_order(struct importer *importer, const struct open_lines *lines,
                           const struct slots *slots)
{
    size_t next = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct slot *slot = find_slot(lines->at[i], slots, next);
        if (slot == NULL) {
            place_in_opening(importer, lines->at[i]);
            continue;
        }
        fill_slot(importer, lines->at[i], slot);
        next = (size_t)(slot - slots->at) + 1;
    }
}

/* The first line of one of two roles, or the end. */
static size_t find_line(const struct head *head, enum head_role one, enum head_role other)
{
    for (size_t i = 0; i < head->count; i++)
        if (head->at[i].role == one || head->at[i].role == other)
            return i;
    return head->count;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

void place_head(struct importer *importer, struct head *head, const struct node *layout)
{
    struct slot_reading reading = {.importer = importer};
    read_flow(&reading, node_member(layout, "flow"));
    size_t title = find_line(head, HEAD_TITLE, HEAD_TITLE);
    size_t dates = least(find_line(head, HEAD_DATES, HEAD_SESSION), title);
    struct open_lines lines = find_open(importer, head, 0, dates);
    place_before_dates(importer, &lines, &reading.rows[BEFORE_DATES]);
    lines = find_open(importer, head, dates, title);
    place_in_order(importer, &lines, &reading.rows[BEFORE_TITLE]);
    lines = find_open(importer, head, title, head->count);
    place_in_order(importer, &lines, &reading.rows[BEHIND_TITLE]);
    place_role(importer, head, HEAD_ORGAN, "document", "organ");
    place_role(importer, head, HEAD_TITLE, "document", "title");
    place_role(importer, head, HEAD_SESSION, "meeting", "session");
}
