/* Links: annotations over the places of MARK_LINK, to an address or to a tag's page
 * (ISO 32000-1 12.5.6.5). */
#include "out/pdf_destination.h"
#include "out/pdf_document.h"

enum { PLACE_DECIMALS = 3 };

/* ISO 19005-2 6.3.2: an annotation must be printed. */
enum { FLAG_PRINT = 4 };

void write_destination(struct pdf *pdf, struct buffer *value,
                       const struct tag_place *place)
{
    buffer_byte(value, '[');
    write_reference(value, pdf->page[place->page]);
    buffer_text(value, "/XYZ null ");
    buffer_length(value, pdf->pages->at[place->page].height - place->top, PLACE_DECIMALS);
    buffer_text(value, " null]");
}

/* RFC 3986: what is no ASCII in an address is escaped; the rest is the author's. */
static struct slice address_text(struct arena *arena, const char *uri)
{
    struct buffer address = new_buffer(arena);
    for (const unsigned char *at = (const unsigned char *)uri; *at != '\0'; at++) {
        if (*at > ' ' && *at <= '~') {
            buffer_byte(&address, (char)*at);
        } else {
            buffer_byte(&address, '%');
            buffer_hex(&address, at, 1);
        }
    }
    return buffer_as_slice(&address);
}

static void put_box(struct pdf *pdf, HPDF_Dict link, length page_height,
                    struct rectangle box)
{
    const length corners[] = {box.x, page_height - box.y - box.height, box.x + box.width,
                              page_height - box.y};
    struct buffer value = new_buffer(pdf->arena);
    buffer_byte(&value, '[');
    for (size_t i = 0; i < 4; i++) {
        buffer_length(&value, corners[i], PLACE_DECIMALS);
        buffer_byte(&value, i < 3 ? ' ' : ']');
    }
    put_value(pdf, link, "Rect", buffer_as_slice(&value));
}

static void put_action(struct pdf *pdf, HPDF_Dict link, const struct tag *tag)
{
    struct buffer value = new_buffer(pdf->arena);
    if (tag->uri != NULL) {
        buffer_text(&value, "<</S/URI/URI");
        write_bytes(&value, address_text(pdf->arena, tag->uri));
        buffer_text(&value, ">>");
        put_value(pdf, link, "A", buffer_as_slice(&value));
    } else {
        write_destination(pdf, &value, tag_place(&pdf->places, tag->target));
        put_value(pdf, link, "Dest", buffer_as_slice(&value));
    }
}

/* In words, else where it leads: the address, or the number of the page. */
static const char *link_contents(struct pdf *pdf, const struct tag *tag)
{
    if (tag->alt != NULL)
        return tag->alt;
    if (tag->uri != NULL)
        return tag->uri;
    return pdf->pages->at[tag_place(&pdf->places, tag->target)->page].label;
}

static HPDF_Dict add_link(struct pdf *pdf, size_t page, const struct mark *mark)
{
    HPDF_Dict link = new_object(pdf, "Annot");
    size_t number = pdf->annotation_count++;
    put_name(pdf, link, "Subtype", "Link");
    put_box(pdf, link, pdf->pages->at[page].height, mark->box);
    put_value(pdf, link, "Border", SLICE("[0 0 0]"));
    put_number(pdf, link, "F", FLAG_PRINT);
    put_number(pdf, link, "StructParent", pdf->pages->count + number);
    put_text(pdf, link, "Contents", link_contents(pdf, mark->tag));
    put_action(pdf, link, mark->tag);
    struct piece piece = {.page = page, .number = number, .annotation = link};
    add_piece(pdf->arena, &pdf->places, mark->tag, piece);
    return link;
}

/* A link to a tag that has nothing on any page leads nowhere and is left out. */
static bool leads_somewhere(const struct pdf *pdf, const struct mark *mark)
{
    if (mark->kind != MARK_LINK)
        return false;
    const struct tag *tag = mark->tag;
    return tag->uri != NULL ||
           (tag->target != NULL && tag_place(&pdf->places, tag->target)->is_painted);
}

static void add_page_links(struct pdf *pdf, size_t index)
{
    const struct marks *marks = &pdf->pages->at[index].marks;
    struct buffer links = new_buffer(pdf->arena);
    for (size_t i = 0; i < marks->count; i++)
        if (leads_somewhere(pdf, &marks->at[i]))
            write_reference(&links, add_link(pdf, index, &marks->at[i]));
    if (links.count == 0)
        return;
    struct buffer value = new_buffer(pdf->arena);
    buffer_byte(&value, '[');
    buffer_slice(&value, buffer_as_slice(&links));
    buffer_byte(&value, ']');
    put_value(pdf, pdf->page[index], "Annots", buffer_as_slice(&value));
}

void add_links(struct pdf *pdf)
{
    for (size_t i = 0; i < pdf->pages->count; i++)
        add_page_links(pdf, i);
}
