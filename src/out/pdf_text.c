/* Rows of glyphs as text operators (ISO 32000-1 9.4).  Each row starts at its exact
 * place; behind each glyph the reader's pen is followed in integers, and the difference
 * to where the next glyph belongs goes into TJ, in thousandths of an em, without adding
 * up. */
#include "out/pdf_content.h"

enum { FONT_DECIMALS = 4 };

/* The row that is being written. */
struct row_writer {
    struct content *content;
    const struct glyph_row *row;
    const struct face_codes *codes;
    const uint32_t *indexes; /* of the codes of the row's glyphs */
    int64_t em;     /* a thousandth of an em along the line, times 1000: length units */
    length pen;     /* where the reader stands, from the row's x */
    bool is_placed; /* the text line has begun, pen is where it stands */
    bool in_array;  /* of TJ */
    bool in_string;
};

static int64_t round_divide(int64_t value, int64_t divisor)
{
    return (value + (value < 0 ? -divisor : divisor) / 2) / divisor;
}

static int64_t thousandths(length value)
{
    return round_divide(value * 1000, POINT);
}

static void end_string(struct row_writer *writer)
{
    if (writer->in_string)
        buffer_byte(writer->content->out, ')');
    writer->in_string = false;
}

static void end_array(struct row_writer *writer)
{
    end_string(writer);
    if (writer->in_array)
        buffer_text(writer->content->out, "]TJ\n");
    writer->in_array = false;
}

static void set_font(struct row_writer *writer, unsigned font)
{
    struct content *content = writer->content;
    if (content->font == font && content->size == writer->row->size)
        return;
    end_array(writer);
    content->font = font;
    content->size = writer->row->size;
    buffer_text(content->out, "/F");
    buffer_integer(content->out, font);
    buffer_byte(content->out, ' ');
    buffer_length(content->out, content->size, FONT_DECIMALS);
    buffer_text(content->out, " Tf\n");
}

static void set_rise(struct row_writer *writer, length rise)
{
    struct content *content = writer->content;
    if (content->rise == rise)
        return;
    end_array(writer);
    content->rise = rise;
    buffer_length(content->out, rise, PLACE_DECIMALS);
    buffer_text(content->out, " Ts\n");
}

static void set_scale(struct content *content, int scale)
{
    if (content->scale == scale)
        return;
    content->scale = scale;
    buffer_decimal(content->out, scale, 10, 1);
    buffer_text(content->out, " Tz\n");
}

/* Td counts from the last line's start; kept in thousandths, so nothing adds up. */
static void begin_line(struct content *content, length x, length y)
{
    struct buffer *out = content->out;
    if (!content->in_text) {
        buffer_text(out, "BT\n");
        content->in_text = true;
        content->line_x = content->line_y = 0;
    }
    int64_t to_x = thousandths(x), to_y = thousandths(content->page_height - y);
    buffer_decimal(out, to_x - content->line_x, 1000, PLACE_DECIMALS);
    buffer_byte(out, ' ');
    buffer_decimal(out, to_y - content->line_y, 1000, PLACE_DECIMALS);
    buffer_text(out, " Td\n");
    content->line_x = to_x;
    content->line_y = to_y;
}

static void move_pen(struct row_writer *writer, length x)
{
    int64_t away = (writer->pen - x) * 1000000;
    if (2 * away > -writer->em && 2 * away < writer->em)
        return;
    int64_t amount = round_divide(away, writer->em);
    end_string(writer);
    buffer_integer(writer->content->out, amount);
    writer->pen -= round_divide(amount * writer->em, 1000000);
}

/* Two bytes of a literal string; a bare CR would be read as LF (7.3.4.2). */
static void write_code(struct buffer *out, uint32_t number)
{
    const char bytes[] = {(char)(number >> 8), (char)number};
    buffer_reserve(out, 4);
    char *at = out->at + out->count;
    for (size_t i = 0; i < 2; i++) {
        char byte = bytes[i];
        if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
            *at++ = '\\';
        *at++ = byte == '\r' ? 'r' : byte;
    }
    out->count = (size_t)(at - out->at);
}

static const struct code *glyph_code(const struct row_writer *writer, size_t i)
{
    return &writer->codes->at[writer->indexes[i]];
}

/* A fit that moves the outline moves the origin the other way. */
static length glyph_origin(const struct row_writer *writer, size_t i)
{
    length x = writer->row->glyphs[i].x;
    int move = glyph_code(writer, i)->fit.move;
    if (move == 0)
        return x;
    int64_t units = writer->row->face->units_per_em;
    return x - round_divide(move * writer->em, units * 1000);
}

static void write_glyph(struct row_writer *writer, size_t i)
{
    struct buffer *out = writer->content->out;
    const struct code *code = glyph_code(writer, i);
    set_font(writer, writer->codes->first_font + code->variant);
    set_rise(writer, writer->row->glyphs[i].y);
    if (!writer->in_array)
        buffer_byte(out, '[');
    writer->in_array = true;
    move_pen(writer, glyph_origin(writer, i));
    if (!writer->in_string)
        buffer_byte(out, '(');
    writer->in_string = true;
    write_code(out, code->number);
    writer->pen += round_divide(code->advance * writer->em,
                                (int64_t)writer->row->face->units_per_em * 1000);
}

static void write_cluster(struct row_writer *writer, const struct cluster *cluster)
{
    for (size_t i = cluster->start; i < cluster->end; i++)
        write_glyph(writer, i);
}

static void start_line(struct row_writer *writer, const struct mark *mark, size_t first)
{
    const struct glyph_row *row = writer->row;
    writer->pen = glyph_origin(writer, first);
    writer->is_placed = true;
    begin_line(writer->content, mark->x + row->x + writer->pen,
               mark->baseline - row->rise);
}

/* Several glyphs that stand for one text, or one that stands for none: said besides. */
static void write_cluster_with_text(struct row_writer *writer, const struct mark *mark,
                                    const struct cluster *cluster)
{
    end_array(writer);
    begin_sequence_of_text(writer->content, mark->tag, cluster->text);
    start_line(writer, mark, cluster->start);
    write_cluster(writer, cluster);
    end_array(writer);
    end_sequence(writer->content);
    writer->is_placed = false;
}

static void write_plain_cluster(struct row_writer *writer, const struct mark *mark,
                                const struct cluster *cluster)
{
    if (!writer->is_placed) {
        begin_sequence(writer->content, mark);
        start_line(writer, mark, cluster->start);
    }
    write_cluster(writer, cluster);
}

static bool needs_text(const struct mark *mark, const struct cluster *cluster)
{
    return mark->tag != NULL &&
           (cluster->end - cluster->start > 1 || cluster->text.length == 0);
}

void write_glyphs(struct content *content, const struct mark *mark)
{
    const struct glyph_row *row = mark->row;
    struct row_writer writer = {.content = content,
                                .row = row,
                                .codes =
                                    lookup_face_codes(&content->pdf->codes, row->face),
                                .indexes = content->codes,
                                .em = row->size * row->scale};
    if (writer.em <= 0)
        arena_fail(content->pdf->arena, STATUS_DEFECT, "a row of glyphs has no size");
    content->codes += row->count;
    set_colour(content, row->colour);
    set_scale(content, row->scale);
    struct cluster cluster;
    for (size_t i = 0; i < row->count; i = cluster.end) {
        cluster = row_cluster(row, i);
        if (needs_text(mark, &cluster))
            write_cluster_with_text(&writer, mark, &cluster);
        else
            write_plain_cluster(&writer, mark, &cluster);
    }
    end_array(&writer);
}
