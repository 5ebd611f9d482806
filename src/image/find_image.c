/* The pictures of a document: each is found once, and read by the first bytes of its
 * file. */
#include "base/file.h"
#include "base/limits.h"
#include "base/vec.h"
#include "image/image_readers.h"
#include <string.h>

struct shelved_image {
    const char *path;
    const struct image *image; /* NULL: it was refused */
};

static struct image *read_any(const struct image_file *file)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    if (slice_starts(file->bytes, "\x89PNG\r\n\x1A\n"))
        return read_png(file);
    if (slice_starts(file->bytes, "\xFF\xD8\xFF"))
        return read_jpeg(file);
    struct slice text = file->bytes;
    if (slice_starts(text, byte_order_mark))
        text = (struct slice){text.at + 3, text.length - 3};
    if (slice_starts(slice_trim(text), "<"))
        return read_svg(file);
    return refuse_image(file, "neither an SVG nor a PNG nor a JPEG file");
}

static void report_no_image(const struct image_file *file, const char *why)
{
    report(file->diagnostics, "unreadable-image", file->place, "%s", why);
    report_mend(file->diagnostics, "its path begins at the folder of the agenda");
}

static struct image *read_file_of_image(struct image_file *file, const char *folder)
{
    struct file_error error =
        read_file_below(file->arena, folder, file->name, LIMIT_FILE_BYTES, &file->bytes);
    if (error.text == NULL)
        return read_any(file);
    if (error.status == STATUS_LIMIT)
        report_limit(file->diagnostics, "large-image", file->place, "%s", error.text);
    else
        report_no_image(file, error.text);
    return NULL;
}

const struct image *find_image(struct image_shelf *shelf, const char *folder,
                               const char *name, struct place place)
{
    const char *path = join_path(shelf->arena, folder, name);
    for (size_t i = 0; i < shelf->count; i++)
        if (strcmp(shelf->at[i].path, path) == 0)
            return shelf->at[i].image;
    struct image_file file = {shelf->arena, shelf->diagnostics, name, place, {0}};
    struct shelved_image shelved = {path, read_file_of_image(&file, folder)};
    vec_push(shelf->arena, shelf, shelved);
    return shelved.image;
}
