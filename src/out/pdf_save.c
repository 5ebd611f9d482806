/* The file's bytes: streams, the other objects in object streams, and a cross-reference
 * stream (ISO 32000-1 7.5).  libharu's own save cannot do these. */
#include "out/pdf_document.h"
#include <endian.h>
#include <string.h>

enum { FIRST_ROOM = 64 << 10, OBJECTS_PER_STREAM = 200 };

/* Table 18: how an object is found. */
enum { OBJECT_FREE, OBJECT_AT_OFFSET, OBJECT_IN_STREAM };

struct location {
    unsigned kind;
    size_t first;  /* the offset, or the number of the object stream */
    size_t second; /* the index in the object stream */
};

/* Objects on their way into an object stream. */
struct batch {
    struct buffer index; /* "number offset" pairs */
    struct buffer objects;
    size_t count;
    HPDF_UINT members[OBJECTS_PER_STREAM];
};

struct file {
    struct pdf *pdf;
    struct buffer *out;
    struct location *locations; /* by number */
    size_t next_number;         /* of the object streams, behind libharu's */
    struct batch batch;
    HPDF_Stream writer; /* into batch.objects */
};

/* Called by libharu, so it must not jump: it says that there is no room. */
static HPDF_STATUS take_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT count)
{
    struct buffer *objects = stream->attr;
    if (count > objects->capacity - objects->count)
        return HPDF_STREAM_EOF;
    memcpy(objects->at + objects->count, bytes, count);
    objects->count += count;
    return HPDF_OK;
}

/* Room is doubled and the object written again until it fits. */
static void write_object(struct file *file, HPDF_Dict object)
{
    struct buffer *objects = &file->batch.objects;
    size_t start = objects->count;
    HPDF_STATUS code = HPDF_Obj_WriteValue(object, file->writer, NULL);
    while (code == HPDF_STREAM_EOF) {
        objects->count = start;
        buffer_reserve(objects, objects->capacity + 1);
        code = HPDF_Obj_WriteValue(object, file->writer, NULL);
    }
    check_code(file->pdf, code);
}

static void begin_object(struct file *file, size_t number)
{
    file->locations[number] = (struct location){OBJECT_AT_OFFSET, file->out->count, 0};
    buffer_integer(file->out, (int64_t)number);
    buffer_text(file->out, " 0 obj\n");
}

static void end_stream(struct file *file, struct slice bytes)
{
    buffer_text(file->out, "\nstream\n");
    buffer_slice(file->out, bytes);
    buffer_text(file->out, "\nendstream\nendobj\n");
}

/* The dictionary is written behind the batch, and taken from there. */
static void write_stream(struct file *file, HPDF_Dict object)
{
    struct buffer *objects = &file->batch.objects;
    size_t start = objects->count;
    write_object(file, object);
    begin_object(file, object_number(object));
    buffer_bytes(file->out, objects->at + start, objects->count - start);
    objects->count = start;
    end_stream(file, object_stream_bytes(object));
}

static void write_batch(struct file *file)
{
    struct batch *batch = &file->batch;
    if (batch->count == 0)
        return;
    size_t first = batch->index.count;
    buffer_bytes(&batch->index, batch->objects.at, batch->objects.count);
    struct slice packed =
        pack(file->pdf->packer, EFFORT_USUAL, buffer_as_slice(&batch->index));
    size_t number = file->next_number++;
    begin_object(file, number);
    buffer_format(file->out,
                  "<</Type/ObjStm/N %zu/First %zu/Length %zu"
                  "/Filter/FlateDecode>>",
                  batch->count, first, packed.length);
    end_stream(file, packed);
    for (size_t i = 0; i < batch->count; i++)
        file->locations[batch->members[i]] =
            (struct location){OBJECT_IN_STREAM, number, i};
    batch->count = batch->index.count = batch->objects.count = 0;
}

static void add_to_batch(struct file *file, HPDF_Dict object)
{
    struct batch *batch = &file->batch;
    batch->members[batch->count++] = object_number(object);
    buffer_integer(&batch->index, object_number(object));
    buffer_byte(&batch->index, ' ');
    buffer_integer(&batch->index, (int64_t)batch->objects.count);
    buffer_byte(&batch->index, '\n');
    write_object(file, object);
    if (batch->count == OBJECTS_PER_STREAM)
        write_batch(file);
}

static void write_objects(struct file *file)
{
    HPDF_Xref xref = file->pdf->document->xref;
    for (HPDF_UINT i = 1; i < xref->entries->count; i++) {
        HPDF_Dict object = HPDF_Xref_GetEntry(xref, i)->obj;
        if (object_stream_bytes(object).at != NULL)
            write_stream(file, object);
        else
            add_to_batch(file, object);
    }
    write_batch(file);
}

static void write_field(struct buffer *table, size_t value, int bytes)
{
    while (bytes-- > 0)
        buffer_byte(table, (char)(value >> (8 * bytes)));
}

static struct slice location_table(struct file *file)
{
    struct buffer table = new_buffer(file->pdf->arena);
    for (size_t i = 0; i < file->next_number; i++) {
        write_field(&table, file->locations[i].kind, 1);
        write_field(&table, file->locations[i].first, 4);
        write_field(&table, file->locations[i].second, 2);
    }
    return buffer_as_slice(&table);
}

struct hash {
    uint64_t a, b;
};

/* Eight bytes, or the last ones, read in the same way on every machine. */
static struct hash hash_word(struct hash hash, const char *at, size_t size)
{
    uint64_t word = 0;
    memcpy(&word, at, size);
    word = le64toh(word);
    hash.a = (hash.a ^ word) * 1099511628211u;
    hash.b = (hash.b + word) * 0x9E3779B97F4A7C15u;
    return (struct hash){hash.a ^ hash.a >> 29, hash.b ^ hash.b >> 32};
}

/* In the manner of FNV, twice: nothing is kept secret by it. */
static struct hash hash_bytes(const char *bytes, size_t count)
{
    struct hash hash = {14695981039346656037u, count};
    size_t at = 0;
    for (; count - at >= 8; at += 8)
        hash = hash_word(hash, bytes + at, 8);
    return hash_word(hash, bytes + at, count - at);
}

/* 14.4: a hash of what the file holds, so that equal files have equal names. */
static void write_identifier(struct buffer *out)
{
    struct hash hash = hash_bytes(out->at, out->count);
    struct buffer name = new_buffer(out->arena);
    write_field(&name, hash.a, 8);
    write_field(&name, hash.b, 8);
    buffer_text(out, "/ID[<");
    buffer_hex(out, name.at, name.count);
    buffer_text(out, "><");
    buffer_hex(out, name.at, name.count);
    buffer_text(out, ">]");
}

static void write_cross_references(struct file *file)
{
    struct buffer *out = file->out;
    HPDF_Doc document = file->pdf->document;
    size_t start = out->count, number = file->next_number++;
    if (start > UINT32_MAX)
        arena_fail(out->arena, STATUS_LIMIT, "the file would be larger than 4 GiB");
    begin_object(file, number);
    struct slice table = pack(file->pdf->packer, EFFORT_USUAL, location_table(file));
    buffer_format(out, "<</Type/XRef/W[1 4 2]/Size %zu/Root %u 0 R/Info %u 0 R",
                  file->next_number, object_number(document->catalog),
                  object_number(document->info));
    write_identifier(out);
    buffer_format(out, "/Length %zu/Filter/FlateDecode>>", table.length);
    end_stream(file, table);
    buffer_format(out, "startxref\n%zu\n%%%%EOF\n", start);
}

static void free_writer(void *writer)
{
    HPDF_Stream_Free(writer);
}

static HPDF_Stream new_writer(struct pdf *pdf, struct buffer *objects)
{
    HPDF_Stream writer =
        HPDF_CallbackWriter_New(pdf->document->mmgr, take_bytes, objects);
    if (writer == NULL)
        arena_fail(pdf->arena, STATUS_LIMIT, "out of memory");
    arena_defer(pdf->arena, free_writer, writer);
    return writer;
}

void save_pdf(struct pdf *pdf, struct buffer *out)
{
    struct arena *arena = pdf->arena;
    size_t objects = pdf->document->xref->entries->count;
    struct file file = {.pdf = pdf, .out = out, .next_number = objects};
    file.locations = arena_array(arena, objects + objects / OBJECTS_PER_STREAM + 2,
                                 sizeof *file.locations);
    file.locations[0].second = 65535; /* object 0 is free, for ever */
    file.batch.index = file.batch.objects = new_buffer(arena);
    buffer_reserve(&file.batch.objects, FIRST_ROOM);
    file.writer = new_writer(pdf, &file.batch.objects);
    buffer_text(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    write_objects(&file);
    write_cross_references(&file);
}
