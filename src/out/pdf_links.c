/* Links: annotations over the places of MARK_LINK, to an address or to a tag's page
 * (ISO 32000-1 12.5.6.5). */
#include "out/pdf_destination.h"

/* ISO 19005-2 6.3.2: an annotation must be printed. */
enum { FLAG_PRINT = 4 };

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
    struct buffer box = new_buffer(pdf->arena);
    write_box(&box, pdf->pages->at[page].height, mark->box);
    put_value(pdf, link, "Rect", buffer_as_slice(&box));
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
    if (links.count > 0)
        put_array(pdf, pdf->page[index], "Annots", buffer_as_slice(&links));
}

void add_links(struct pdf *pdf)
{
    for (size_t i = 0; i < pdf->pages->count; i++)
        add_page_links(pdf, i);
}
