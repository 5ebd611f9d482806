/* The contents page: its lines are set when all headings are known, and stand where the
 * layout wants them; the room at their ends waits for the numbers of pages. */
#include "page/contents.h"

#include "base/vec.h"
#include "page/contents_line.h"
#include "page/flow_spans.h"
#include <string.h>

/* Parts and sections, items in three levels. */
enum { CONTENTS_LEVELS = 5 };

/* Lines at work. */
struct contents {
    struct flow *flow;
    const struct contents_form *form;
    struct contents_choice lists;
    int below[CONTENTS_LEVELS];       /* level of a line whose heading is on this level */
    struct tag *toc[CONTENTS_LEVELS]; /* that is being filled, by levels of lines */
    struct tag *entry[CONTENTS_LEVELS];
    int last_level; /* of the line before */
};

void place_contents(struct flow *flow, bool ends_page)
{
    if (!flow->agenda->has_contents)
        return;
    flow->contents = (struct contents_place){
        .tag = open_tag(flow->typesetter->arena, flow->galley.tags, TAG_TOC),
        .slug = flow->galley.slugs.count,
        .heading = flow->headings.count,
        .demand = flow->demand,
    };
    flow->demand = (struct flow_demand){.new_page = ends_page};
}

static bool is_listed(const struct contents *contents, const struct heading *heading)
{
    return (contents->lists.kinds & heading->kind) != 0 &&
           contents->below[heading->level] < contents->lists.depth;
}

/* Level of the heading's line; what hangs below a heading that is not listed moves up. */
static int line_level(struct contents *contents, const struct heading *heading)
{
    int level = contents->below[heading->level];
    for (int i = heading->level + 1; i < CONTENTS_LEVELS; i++)
        contents->below[i] = level + is_listed(contents, heading);
    return level;
}

/* ISO 32000-1, 14.8.4.3.3: lines below a line are a TOC inside of it. */
static struct tag *open_entry(struct contents *contents, int level)
{
    struct arena *arena = contents->flow->typesetter->arena;
    if (contents->toc[level] == NULL)
        contents->toc[level] = open_tag(arena, contents->entry[level - 1], TAG_TOC);
    contents->entry[level] = open_tag(arena, contents->toc[level], TAG_TOCI);
    if (level + 1 < CONTENTS_LEVELS)
        contents->toc[level + 1] = NULL;
    return contents->entry[level];
}

static struct tag *open_link(struct contents *contents, const struct heading *heading,
                             int level)
{
    struct arena *arena = contents->flow->typesetter->arena;
    struct tag *reference = open_tag(arena, open_entry(contents, level), TAG_REFERENCE);
    struct tag *link = open_tag(arena, reference, TAG_LINK);
    link->target = heading->tag;
    link->alt = heading_text(contents->flow, heading);
    return link;
}

/* On one line, without notes; the space at its end parts it from the number of the page
 * for whoever copies. */
static struct spans line_title(const struct contents *contents,
                               const struct heading *heading)
{
    const struct typesetter *typesetter = contents->flow->typesetter;
    const struct slice line_break = slice_from_text(typesetter->language->line_break);
    struct spans title = without_notes(typesetter->arena, &heading->title);
    for (size_t i = 0; i < title.count; i++)
        if (title.at[i].kind == SPAN_LINE)
            title.at[i] = (struct span){.kind = SPAN_TEXT, .text = line_break};
    vec_push(typesetter->arena, &title, ((struct span){.text = SLICE(" ")}));
    return title;
}

static const struct style *line_style(const struct contents *contents, int level)
{
    enum { STYLES = sizeof contents->form->level / sizeof *contents->form->level };
    return contents->form->level[level < STYLES ? level : STYLES - 1];
}

static void add_line(struct contents *contents, const struct heading *heading, int level)
{
    struct flow *flow = contents->flow;
    struct block_form form = {
        .style = line_style(contents, level),
        .tag = open_link(contents, heading, level),
        .label = heading->label,
    };
    form.label_tag = form.tag;
    form.indent = unlabelled_indent(&form);
    if (level > contents->last_level)
        form.price = flow->typesetter->layout->page_costs.heading;
    contents->last_level = level;
    const struct spans title = line_title(contents, heading);
    struct slugs slugs = set_block(flow, &form, &title);
    add_leader(flow->typesetter, form.style, vec_last(&slugs));
    append_slugs(flow, &slugs, form.price);
    vec_push(flow->typesetter->arena, &flow->galley.contents,
             ((struct contents_line){.slug = flow->contents.slug + flow->sink->count - 1,
                                     .heading = heading->slug,
                                     .tag = form.tag,
                                     .style = form.style}));
}

/* All that follows moves on. */
static void insert_slugs(struct flow *flow, const struct slugs *slugs)
{
    struct slugs *all = &flow->galley.slugs;
    size_t at = flow->contents.slug, behind = all->count - at;
    vec_reserve(flow->typesetter->arena, all, slugs->count);
    memmove(&all->at[at + slugs->count], &all->at[at], behind * sizeof *all->at);
    for (size_t i = 0; i < slugs->count; i++)
        all->at[at + i] = slugs->at[i];
    all->count += slugs->count;
    for (size_t i = 0; i < flow->galley.contents.count; i++)
        flow->galley.contents.at[i].heading += slugs->count;
}

/* What an author does not say is the layout's. */
static struct contents_choice listed_headings(const struct flow *flow)
{
    struct contents_choice lists = flow->agenda->contents;
    const struct contents_choice *others = &flow->typesetter->layout->contents.lists;
    if (lists.kinds == 0)
        lists.kinds = others->kinds;
    if (lists.depth == 0)
        lists.depth = others->depth;
    return lists;
}

void set_contents(struct flow *flow)
{
    if (flow->contents.tag == NULL)
        return;
    struct contents contents = {.flow = flow,
                                .form = &flow->typesetter->layout->contents,
                                .lists = listed_headings(flow),
                                .toc = {flow->contents.tag}};
    struct slugs slugs = {0};
    flow->sink = &slugs;
    flow->demand = flow->contents.demand;
    for (size_t i = flow->contents.heading; i < flow->headings.count; i++) {
        const struct heading *heading = &flow->headings.at[i];
        int level = line_level(&contents, heading);
        if (is_listed(&contents, heading))
            add_line(&contents, heading, level);
    }
    flow->sink = &flow->galley.slugs;
    insert_slugs(flow, &slugs);
}

static size_t page_of_slug(const struct page_ends *ends, size_t slug)
{
    size_t page = 0;
    while (page + 1 < ends->count && ends->at[page].end <= slug)
        page++;
    return page;
}

void number_contents(const struct typesetter *typesetter, struct galley *galley,
                     const struct page_ends *ends)
{
    for (size_t i = 0; i < galley->contents.count; i++) {
        const struct contents_line *line = &galley->contents.at[i];
        const size_t page = page_of_slug(ends, line->heading);
        add_page_number(typesetter, line, page_label(typesetter->arena, page),
                        &galley->slugs.at[line->slug]);
    }
}
