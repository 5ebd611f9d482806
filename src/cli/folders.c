/* Finding the folders with layouts/ and fonts/. */
#include "cli/folders.h"

#include "base/file.h"
#include "base/vec.h"
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

/* The folder of the program's file, or NULL. */
static const char *program_folder(struct arena *arena)
{
    char path[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path);
    if (size <= 0 || size >= (ssize_t)sizeof path)
        return NULL;
    return path_folder(arena, arena_text(arena, path, (size_t)size));
}

static void add_if_there(struct arena *arena, struct names *folders, const char *folder)
{
    if (is_folder(join_path(arena, folder, "layouts")))
        vec_push(arena, folders, folder);
}

struct names data_folders(struct arena *arena)
{
    struct names folders = {0};
    const char *wanted = getenv("AGENDASET_DATA");
    const char *beside = program_folder(arena);
    if (wanted != NULL && wanted[0] != '\0')
        vec_push(arena, &folders, wanted);
    if (beside != NULL) {
        /* build/agendaset, build/asan/agendaset */
        add_if_there(arena, &folders, path_folder(arena, beside));
        add_if_there(arena, &folders, path_folder(arena, path_folder(arena, beside)));
    }
    vec_push(arena, &folders, DATA_FOLDER);
    if (beside != NULL)
        vec_push(arena, &folders,
                 join_path(arena, path_folder(arena, beside), "share/agendaset"));
    return folders;
}
