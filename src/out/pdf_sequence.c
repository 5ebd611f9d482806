/* Marked-content sequences (ISO 32000-1 14.6, 14.7.4): marks of one tag, or of one kind
 * of artifact, that follow each other stand in one.
 *
 * They are never nested: readers were seen to lose what follows an inner sequence, so
 * that a cluster with a text of its own gets a sequence beside the others. */
#include "out/pdf_content.h"

void end_text(struct content *content)
{
    if (content->in_text)
        buffer_text(content->out, "ET\n");
    content->in_text = false;
}

void end_sequence(struct content *content)
{
    end_text(content);
    if (content->is_open)
        buffer_text(content->out, "EMC\n");
    content->is_open = false;
}

static const char *artifact_properties(enum artifact artifact)
{
    static const char *const properties[] = {
        [ARTIFACT_NONE] = "/Artifact BMC\n",
        [ARTIFACT_LAYOUT] = "/Artifact<</Type/Layout>>BDC\n",
        [ARTIFACT_HEADER] = "/Artifact<</Type/Pagination/Subtype/Header"
                            "/Attached[/Top]>>BDC\n",
        [ARTIFACT_FOOTER] = "/Artifact<</Type/Pagination/Subtype/Footer"
                            "/Attached[/Bottom]>>BDC\n",
        [ARTIFACT_PAGE] = "/Artifact<</Type/Pagination>>BDC\n",
    };
    return properties[artifact];
}

/* The sequence's number is counted on its page; the tag learns of it. */
static void begin_tagged(struct content *content, const char *name, const struct tag *tag)
{
    struct pdf *pdf = content->pdf;
    size_t mcid = pdf->places.mcid_count[content->page]++;
    struct piece piece = {.page = content->page, .number = mcid};
    add_piece(pdf->arena, &pdf->places, tag, piece);
    buffer_byte(content->out, '/');
    buffer_text(content->out, name);
    buffer_text(content->out, "<</MCID ");
    buffer_integer(content->out, (int64_t)mcid);
}

static const char *sequence_name(const struct tag *tag)
{
    if (tag->kind != TAG_TEXT)
        return tag_kind_name(tag->kind);
    return tag_kind_name(text_own_language(tag) == NULL ? tag->parent->kind : TAG_SPAN);
}

void begin_sequence(struct content *content, const struct mark *mark)
{
    if (content->is_open && content->tag == mark->tag &&
        (mark->tag != NULL || content->artifact == mark->artifact))
        return;
    end_sequence(content);
    content->is_open = true;
    content->tag = mark->tag;
    content->artifact = mark->artifact;
    if (mark->tag == NULL) {
        buffer_text(content->out, artifact_properties(mark->artifact));
    } else {
        begin_tagged(content, sequence_name(mark->tag), mark->tag);
        buffer_text(content->out, ">>BDC\n");
    }
}

void begin_sequence_of_text(struct content *content, const struct tag *tag,
                            struct slice text)
{
    end_sequence(content);
    content->is_open = true;
    content->tag = tag;
    begin_tagged(content, tag_kind_name(TAG_SPAN), tag);
    buffer_text(content->out, "/ActualText<FEFF");
    write_utf16(content->out, text);
    buffer_text(content->out, ">>>BDC\n");
}
