/* SVG: its shapes stay shapes.  Only what looks the same everywhere and on paper is
 * taken: filled and drawn outlines of one opaque colour, and clips. */
#include "image/drawing.h"
#include "image/image_readers.h"
#include <string.h>

/* Behind "<!-- ... -->" or "<![CDATA[ ... ]]>", which hold no elements. */
static const char *skip_section(const char *at, const char *end)
{
    static const struct {
        const char *start, *end;
    } sections[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}};
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        struct slice rest = {at, (size_t)(end - at)};
        if (!slice_starts(rest, sections[i].start))
            continue;
        const char *close =
            memmem(at, rest.length, sections[i].end, strlen(sections[i].end));
        return close == NULL ? end : close;
    }
    return at + 1;
}

static bool is_element(struct slice rest, const char *name)
{
    static const char prefix[] = "svg:";
    if (slice_starts(rest, prefix))
        rest = (struct slice){rest.at + 4, rest.length - 4};
    size_t size = strlen(name);
    return slice_starts(rest, name) && rest.length > size &&
           strchr(" \t\r\n/>", rest.at[size]) != NULL;
}

/* The line of the first element of that name, from 1; 0: there is none. */
static size_t element_line(struct slice svg, const char *name)
{
    const char *end = svg.at + svg.length, *next;
    size_t line = 1;
    for (const char *at = svg.at; at < end; at = next) {
        next = *at == '<' ? skip_section(at, end) : at + 1;
        if (*at == '<' && is_element((struct slice){next, (size_t)(end - next)}, name))
            return line;
        for (const char *c = at; c < next; c++)
            line += *c == '\n';
    }
    return 0;
}

/* Its outlines would be those of whatever font the machine has. */
static bool has_text(const struct image_file *file)
{
    size_t line = element_line(file->bytes, "text");
    if (line > 0)
        refuse_image(file, "text cannot be printed (line %zu): convert it to paths",
                     line);
    return line > 0;
}

struct image *read_svg(const struct image_file *file)
{
    if (has_text(file))
        return NULL;
    struct drawing drawing = draw_svg(file->arena, file->bytes);
    if (drawing.is_limit)
        return refuse_large_image(file, "%s", drawing.trouble);
    if (drawing.trouble != NULL)
        return refuse_image(file, "%s", drawing.trouble);
    struct shapes shapes = read_drawing(file->arena, &drawing);
    if (shapes.refused != NULL)
        return refuse_image(file, "%s cannot be printed", shapes.refused);
    if (drawing.is_broken)
        return refuse_image(file, "librsvg breaks off while it draws it");
    struct image *image = new_image(file, IMAGE_SHAPES);
    image->width = drawing.width;
    image->height = drawing.height;
    image->shapes = shapes.at;
    image->shape_count = shapes.count;
    return image;
}
