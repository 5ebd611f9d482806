/* Looking faces up: by role, then in the folders. */
#include "text/font_catalogue.h"

#include "base/file.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const struct font_role *catalogue_role(const struct font_catalogue *catalogue,
                                       const char *name)
{
    for (size_t i = 0; i < catalogue->role_count; i++)
        if (strcmp(catalogue->roles[i].name, name) == 0)
            return &catalogue->roles[i];
    return NULL;
}

static struct font_face *seek_face(const struct font_catalogue *catalogue,
                                   const struct font_entry *entry)
{
    for (size_t i = 0; i < catalogue->folder_count; i++) {
        const char *file =
            join_path(catalogue->arena, catalogue->folders[i], entry->file);
        if (!file_exists(file))
            continue;
        struct font_face *face = open_face(catalogue->arena, file, entry->index);
        if (face != NULL)
            return face;
    }
    return NULL;
}

static bool is_pinned_face(const struct font_entry *entry)
{
    char fingerprint[17];
    snprintf(fingerprint, sizeof fingerprint, "%016" PRIx64,
             face_fingerprint(entry->face));
    return strcmp(fingerprint, entry->tables) == 0;
}

struct font_face *catalogue_face(struct font_catalogue *catalogue,
                                 struct font_entry *entry)
{
    if (entry->sought)
        return entry->face;
    entry->sought = true;
    entry->face = seek_face(catalogue, entry);
    if (entry->face != NULL) {
        entry->face->name = entry->name;
        if (entry->size > 0)
            entry->face->size = entry->size;
        entry->face->number = (size_t)(entry - catalogue->entries);
        entry->is_changed = entry->tables != NULL && !is_pinned_face(entry);
    }
    return entry->face;
}
