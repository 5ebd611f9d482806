/* Whatever has a fixed place on the paper: masthead, running heads, feet. */
#include "page/furniture.h"

#include "base/file.h"
#include "base/vec.h"
#include "page/codes.h"
#include "page/line_marks.h"
#include "page/make_passage.h"
#include "page/template_fields.h"
#include "page/turn_pages.h"
#include <string.h>

struct furnishing {
    const struct typesetter *typesetter;
    struct arena *arena;
    const struct layout *layout;
    const struct agenda *agenda;
    struct references *references;
    const struct language_source *languages;
    struct image_shelf *images;
    struct pages *pages;
    struct tag *masthead; /* in reading order before all text */
    struct page *page;    /* at hand */
    size_t number;        /* of the page, from 1 */
};

/* A line that never breaks is set in a column this wide. */
#define UNBROKEN POINTS(10000)

static unsigned page_kind(const struct furnishing *at)
{
    size_t number = at->number;
    if (number == 1)
        return first_page_kind(at->layout);
    if (at->page->is_empty)
        return PAGES_EMPTY;
    return number % 2 == 0 ? PAGES_EVEN : PAGES_ODD;
}

static const struct language *furniture_language(const struct furnishing *at,
                                                 const struct furniture *piece)
{
    const struct language *language = NULL;
    if (piece->language != NULL && at->languages != NULL)
        language = at->languages->find(at->languages->owner, piece->language);
    return language != NULL ? language : at->typesetter->language;
}

static struct field_source furniture_fields(const struct furnishing *at,
                                            const struct furniture *piece)
{
    return (struct field_source){.arena = at->arena,
                                 .agenda = at->agenda,
                                 .language = furniture_language(at, piece),
                                 .layout = at->layout,
                                 .page = at->number,
                                 .pages = at->pages->count};
}

/* English lines in an Arabic masthead. */
static bool is_turned(const struct furnishing *at, const struct furniture *piece)
{
    return furniture_language(at, piece)->right_to_left !=
           at->typesetter->language->right_to_left;
}

static enum artifact artifact_kind(const struct furniture *piece)
{
    static const struct {
        const char *name;
        enum artifact kind;
    } kinds[] = {{"Header", ARTIFACT_HEADER}, {"Footer", ARTIFACT_FOOTER}};
    for (size_t i = 0; piece->artifact != NULL && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(piece->artifact, kinds[i].name) == 0)
            return kinds[i].kind;
    return ARTIFACT_LAYOUT;
}

static length text_width(const struct furnishing *at)
{
    return at->layout->paper_width - at->layout->margin_left - at->layout->margin_right;
}

/* How far something `width` wide is from the paper's start edge. */
static length furniture_start(const struct furnishing *at, const struct furniture *piece,
                              length width)
{
    length start = at->layout->margin_left;
    switch (piece->side) {
    case SIDE_LEFT:
        return start + piece->x;
    case SIDE_RIGHT:
        return start + text_width(at) - piece->x - width;
    case SIDE_CENTRE:
        break;
    }
    return start + (text_width(at) - width) / 2 + piece->x;
}

/* What has the mark of a note on page 1 is content there, be it repeated on others. */
static bool is_content(const struct furnishing *at, const struct furniture *piece,
                       const struct spans *spans)
{
    bool has_marks = false;
    for (size_t i = 0; i < spans->count; i++)
        has_marks |= spans->at[i].kind == SPAN_NOTE;
    return !piece->is_artifact || (at->number == 1 && has_marks);
}

/* A template may be wider than its column: it has as many lines as it needs.  Without a
 * tag it is an artifact. */
static struct lines set_template(struct furnishing *at, const struct furniture *piece,
                                 const struct style *style, struct tag *tag,
                                 const struct spans *spans)
{
    const struct passage_form form = {
        .typesetter = at->typesetter,
        .references = at->number == 1 ? at->references : NULL,
        .has_no_links = true,
        .style = style,
        .tag = tag,
        .is_turned = is_turned(at, piece),
    };
    const struct paragraph_shape shape = {
        .width = piece->width > 0 ? piece->width : UNBROKEN,
        .align = ALIGN_START,
        .breaking = style->breaking,
    };
    struct passage *passage = arena_alloc(at->arena, sizeof *passage);
    *passage = make_passage(&form, spans);
    return set_paragraph(at->typesetter, passage, &shape);
}

static bool has_room(const struct furniture *piece, const struct style *style,
                     const struct lines *lines, length baseline)
{
    length last = baseline + (length)(lines->count - 1) * style->leading;
    return piece->height == 0 || last <= piece->y + piece->height;
}

/* Lines, the style they are set in, and the tag of their text; NULL: an artifact. */
struct fitted_text {
    struct lines lines;
    const struct style *style;
    struct tag *tag;
};

static const struct style *fitting_style(struct furnishing *at,
                                         const struct furniture *piece,
                                         const struct spans *spans, length baseline)
{
    if (piece->smaller == NULL)
        return piece->style;
    struct lines lines = set_template(at, piece, piece->style, NULL, spans);
    return has_room(piece, piece->style, &lines, baseline) ? piece->style
                                                           : piece->smaller;
}

/* In the smaller style where the first leaves no room; where none does, that is told. */
static struct fitted_text fit_text(struct furnishing *at, const struct furniture *piece,
                                   const struct spans *spans, length baseline)
{
    struct fitted_text text = {.style = fitting_style(at, piece, spans, baseline)};
    if (is_content(at, piece, spans))
        text.tag = open_tag(at->arena, at->masthead, TAG_P);
    text.lines = set_template(at, piece, text.style, text.tag, spans);
    if (!has_room(piece, text.style, &text.lines, baseline))
        report_warning(at->typesetter->diagnostics, "no-room", spans->at[0].place,
                       "this text has %zu lines, more than its place in the layout",
                       text.lines.count);
    return text;
}

/* What goes the other way begins at the far edge of its place. */
static length line_start(struct furnishing *at, const struct furniture *piece,
                         const struct line *line)
{
    length place =
        piece->width > line->width && is_turned(at, piece) ? piece->width : line->width;
    return furniture_start(at, piece, place) + place - line->width;
}

static length place_lines(struct furnishing *at, const struct furniture *piece,
                          const struct fitted_text *text, length baseline)
{
    const struct lines *lines = &text->lines;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->at[i];
        size_t first = at->page->marks.count;
        add_line_marks(at->arena, &at->page->marks, line,
                       line_start(at, piece, line) - line->start, baseline);
        for (size_t k = first; text->tag == NULL && k < at->page->marks.count; k++)
            at->page->marks.at[k].artifact = artifact_kind(piece);
        baseline += text->style->leading;
    }
    return baseline;
}

static void add_text(struct furnishing *at, const struct furniture *piece)
{
    const struct field_source fields = furniture_fields(at, piece);
    length baseline = piece->y;
    for (size_t i = 0; i < piece->line_count; i++) {
        struct spans spans = expand_template(&fields, &piece->lines[i]);
        if (spans.count > 0) {
            struct fitted_text text = fit_text(at, piece, &spans, baseline);
            baseline = place_lines(at, piece, &text, baseline);
        } else if (piece->blank_when_empty) {
            baseline += piece->style->leading;
        }
    }
}

static void add_rule(struct furnishing *at, const struct furniture *piece)
{
    length width = piece->width > 0 ? piece->width : text_width(at);
    const struct rectangle box = {.x = furniture_start(at, piece, width),
                                  .y = piece->y - piece->thickness / 2,
                                  .width = width,
                                  .height = piece->thickness};
    add_rule_mark(at->arena, &at->page->marks, box, artifact_kind(piece));
    vec_last(&at->page->marks)->colour = piece->colour;
}

/* Content of a code; NULL when a field in it is empty. */
static const char *code_text(struct furnishing *at, const struct furniture *piece)
{
    const struct field_source fields = furniture_fields(at, piece);
    if (piece->line_count == 0)
        return NULL;
    struct spans spans = expand_template(&fields, &piece->lines[0]);
    return spans.count == 0 ? NULL : spans_text(at->arena, &spans, " ");
}

static const char *alternative_text(struct furnishing *at, const struct furniture *piece)
{
    const struct field_source fields = furniture_fields(at, piece);
    const char *label =
        piece->alt == NULL ? NULL : language_label(fields.language, piece->alt);
    if (label == NULL)
        return NULL;
    struct spans spans = expand_pattern(&fields, label);
    return spans_text(at->arena, &spans, " ");
}

static struct mark *add_modules(struct furnishing *at, const struct furniture *piece,
                                const struct code_modules *modules, length width,
                                length height)
{
    const struct mark mark = {
        .kind = MARK_MODULES,
        .artifact = artifact_kind(piece),
        .box = {furniture_start(at, piece, width), piece->y, width, height},
        .colour = {.is_grey = true},
        .modules = modules->at,
        .module_count = modules->count,
    };
    if (modules->trouble != NULL) {
        const struct field *symbol = agenda_field(at->agenda, "symbol");
        report(at->typesetter->diagnostics, "bad-code",
               symbol == NULL ? (struct place){0} : symbol->place,
               "this cannot become a bar code or QR code: %s", modules->trouble);
    }
    vec_push(at->arena, &at->page->marks, mark);
    return vec_last(&at->page->marks);
}

static void add_code39(struct furnishing *at, const struct furniture *piece)
{
    const char *text = code_text(at, piece);
    if (text == NULL)
        return;
    struct code_modules modules =
        make_code39(at->arena, text, piece->width, piece->height);
    add_modules(at, piece, &modules, piece->width, piece->height);
}

/* A picture that leads to the address it shows: Link > Figure. */
static void add_qr(struct furnishing *at, const struct furniture *piece)
{
    const char *address = code_text(at, piece);
    if (address == NULL)
        return;
    struct code_modules modules = make_qr(at->arena, address, piece->width);
    struct mark *mark = add_modules(at, piece, &modules, piece->width, piece->width);
    if (piece->is_artifact)
        return;
    struct tag *link = open_tag(at->arena, at->masthead, TAG_LINK);
    link->uri = address;
    link->alt = alternative_text(at, piece);
    mark->tag = open_tag(at->arena, link, TAG_FIGURE);
    mark->tag->alt = link->alt;
    mark->artifact = ARTIFACT_NONE;
    const struct mark area = {.kind = MARK_LINK, .tag = link, .box = mark->box};
    vec_push(at->arena, &at->page->marks, area);
}

/* All of the picture, as large as it can be inside the box, in its middle.  An edge that
 * the layout leaves open follows from the other; both: as wide as the text. */
static struct rectangle picture_box(struct furnishing *at, const struct furniture *piece,
                                    const struct image *image)
{
    length width = piece->width, height = piece->height;
    if (width == 0 && height == 0)
        width = text_width(at);
    struct rectangle box = {.width = width > 0 ? width : LENGTH_MAX,
                            .height = height > 0 ? height : LENGTH_MAX};
    length whole = length_scale(box.width, image->height, image->width);
    if (whole <= box.height)
        box.height = whole;
    else
        box.width = length_scale(box.height, image->width, image->height);
    width = width > 0 ? width : box.width;
    height = height > 0 ? height : box.height;
    box.x = furniture_start(at, piece, width) + (width - box.width) / 2;
    box.y = piece->y + (height - box.height) / 2;
    return box;
}

/* Below the folder of the file that names it: the document's, else the layout's. */
static const struct image *find_picture(struct furnishing *at,
                                        const struct furniture *piece)
{
    const struct field_source fields = furniture_fields(at, piece);
    struct spans name = {0};
    if (piece->line_count > 0)
        name = expand_template(&fields, &piece->lines[0]);
    if (name.count == 0)
        return NULL;
    struct place place = name.at[0].place;
    if (place.source == NULL)
        place.source = at->layout->source;
    return find_image(at->images, path_folder(at->arena, place.source->name),
                      spans_text(at->arena, &name, ""), place);
}

static void add_image(struct furnishing *at, const struct furniture *piece)
{
    const struct image *image = find_picture(at, piece);
    if (image == NULL)
        return;
    struct mark mark = {.kind = MARK_IMAGE,
                        .artifact = artifact_kind(piece),
                        .box = picture_box(at, piece, image),
                        .image = image};
    const char *words = piece->is_artifact ? NULL : alternative_text(at, piece);
    if (words != NULL) {
        mark.tag = open_tag(at->arena, at->masthead, TAG_FIGURE);
        mark.tag->alt = words;
        mark.artifact = ARTIFACT_NONE;
    }
    vec_push(at->arena, &at->page->marks, mark);
}

static void add_piece(struct furnishing *at, const struct furniture *piece)
{
    static void (*const add[])(struct furnishing *, const struct furniture *) = {
        [FURNITURE_TEXT] = add_text,   [FURNITURE_RULE] = add_rule,
        [FURNITURE_IMAGE] = add_image, [FURNITURE_CODE39] = add_code39,
        [FURNITURE_QR] = add_qr,
    };
    const struct field_source fields = furniture_fields(at, piece);
    if (is_present(&fields, &piece->presence))
        add[piece->kind](at, piece);
}

/* Furniture is painted before the text, as it is read. */
static void furnish_page(struct furnishing *at)
{
    const struct marks text = at->page->marks;
    at->page->marks = (struct marks){0};
    for (size_t i = 0; i < at->layout->furniture_count; i++)
        if (at->layout->furniture[i].pages & page_kind(at))
            add_piece(at, &at->layout->furniture[i]);
    if (at->typesetter->language->right_to_left)
        mirror_marks(&at->page->marks, at->layout->paper_width);
    if (at->page->is_turned)
        turn_marks(&at->page->marks);
    for (size_t i = 0; i < text.count; i++)
        vec_push(at->arena, &at->page->marks, text.at[i]);
}

void add_furniture(const struct typesetter *typesetter, struct references *references,
                   const struct language_source *languages, struct image_shelf *images,
                   struct pages *pages)
{
    struct furnishing at = {.typesetter = typesetter,
                            .arena = typesetter->arena,
                            .layout = typesetter->layout,
                            .agenda = references->agenda,
                            .references = references,
                            .languages = languages,
                            .images = images,
                            .pages = pages,
                            .masthead = pages->tags->first};
    for (size_t i = 0; i < pages->count; i++) {
        at.page = &pages->at[i];
        at.number = i + 1;
        furnish_page(&at);
    }
    close_links(references);
}
