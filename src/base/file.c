/* Reading files whole, and names of files. */
#include "base/file.h"

#include "base/buffer.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIPE_READ = 64 << 10 };

static const struct file_error no_error = {STATUS_DONE, NULL};

/* A descriptor that is closed with the arena, should a jump leave it open.  Standard
 * input is never closed. */
struct open_file {
    int descriptor; /* -1: closed */
};

static void close_file(void *object)
{
    struct open_file *file = object;
    if (file->descriptor > STDIN_FILENO)
        close(file->descriptor);
    file->descriptor = -1;
}

static struct file_error system_error(struct arena *arena, const char *name, int number)
{
    return (struct file_error){STATUS_IO,
                               arena_format(arena, "%s: %s", name, strerror(number))};
}

static struct file_error limit_error(struct arena *arena, const char *name, size_t limit)
{
    return (struct file_error){
        STATUS_LIMIT, arena_format(arena, "%s: larger than %zu bytes", name, limit)};
}

/* What the bytes come from; `size` is a guess that is 0 for a pipe. */
struct origin {
    int error; /* of errno, or 0 */
    size_t size;
};

static struct origin inspect_file(int descriptor, bool pipes)
{
    struct stat info;
    if (fstat(descriptor, &info) != 0)
        return (struct origin){errno, 0};
    if (S_ISDIR(info.st_mode))
        return (struct origin){EISDIR, 0};
    if (S_ISREG(info.st_mode))
        return (struct origin){0, (size_t)info.st_size};
    bool is_input = descriptor == STDIN_FILENO || S_ISFIFO(info.st_mode);
    return (struct origin){is_input && pipes ? 0 : ENODEV, 0};
}

/* 0, or a number of errno.  Stops behind the limit. */
static int read_all(int descriptor, size_t expected, size_t limit, struct buffer *to)
{
    /* One byte more than expected, so that the end is seen without growing. */
    buffer_reserve(to, expected + 1);
    while (to->count <= limit) {
        if (to->count == to->capacity)
            buffer_reserve(to, PIPE_READ);
        ssize_t count = read(descriptor, to->at + to->count, to->capacity - to->count);
        if (count == 0)
            return 0;
        if (count < 0 && errno != EINTR)
            return errno;
        if (count > 0)
            to->count += (size_t)count;
    }
    return 0;
}

/* Reads and closes the file. */
static struct file_error read_opened(struct arena *arena, struct open_file *file,
                                     const char *name, size_t limit, bool pipes,
                                     struct slice *contents)
{
    if (file->descriptor < 0)
        return system_error(arena, name, errno);
    arena_defer(arena, close_file, file);
    struct origin origin = inspect_file(file->descriptor, pipes);
    struct buffer buffer = new_buffer(arena);
    if (origin.error == 0 && origin.size <= limit)
        origin.error = read_all(file->descriptor, origin.size, limit, &buffer);
    close_file(file);
    if (origin.error != 0)
        return system_error(arena, name, origin.error);
    if (origin.size > limit || buffer.count > limit)
        return limit_error(arena, name, limit);
    *contents = buffer_as_slice(&buffer);
    return no_error;
}

struct file_error read_file(struct arena *arena, const char *name, size_t limit,
                            struct slice *contents)
{
    struct open_file *file = arena_alloc(arena, sizeof *file);
    if (strcmp(name, "-") == 0)
        name = "standard input";
    else
        file->descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    return read_opened(arena, file, name, limit, true, contents);
}

/* One name of a path; a symbolic link is not followed, a pipe not waited for. */
static int open_step(int folder, const char *name, size_t size)
{
    char step[NAME_MAX + 1];
    bool is_last = name[size] == '\0';
    if (size > NAME_MAX) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(step, name, size);
    step[size] = '\0';
    return openat(
        folder, step,
        O_CLOEXEC | O_NOFOLLOW |
            (is_last ? O_RDONLY | O_NOCTTY | O_NONBLOCK : O_PATH | O_DIRECTORY));
}

/* A descriptor, or -1 and errno. */
static int open_below(const char *folder, const char *name)
{
    int at = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    for (bool more = true; more && at >= 0;) {
        size_t size = strcspn(name, "/");
        int next = open_step(at, name, size), error = errno;
        close(at);
        errno = error;
        at = next;
        more = name[size] == '/';
        name += size + 1;
    }
    return at;
}

static bool leads_out(const char *name)
{
    if (name[0] == '/')
        return true;
    for (size_t size; name[0] != '\0'; name += size + (name[size] == '/')) {
        size = strcspn(name, "/");
        if (size == 2 && memcmp(name, "..", 2) == 0)
            return true;
    }
    return false;
}

struct file_error read_file_below(struct arena *arena, const char *folder,
                                  const char *name, size_t limit, struct slice *contents)
{
    struct open_file *file = arena_alloc(arena, sizeof *file);
    if (leads_out(name))
        return (struct file_error){
            STATUS_IO,
            arena_format(arena, "%s: leads out of the folder of the file that names it",
                         name)};
    file->descriptor = open_below(folder, name);
    if (file->descriptor < 0 && errno == ELOOP)
        return (struct file_error){
            STATUS_IO,
            arena_format(arena, "%s: is a symbolic link, which is not followed", name)};
    return read_opened(arena, file, name, limit, false, contents);
}

bool file_exists(const char *name)
{
    struct stat info;
    return stat(name, &info) == 0 && !S_ISDIR(info.st_mode);
}

bool is_folder(const char *name)
{
    struct stat info;
    return stat(name, &info) == 0 && S_ISDIR(info.st_mode);
}

char *join_path(struct arena *arena, const char *folder, const char *name)
{
    size_t size = strlen(folder);
    if (name[0] == '/' || size == 0)
        return arena_text(arena, name, strlen(name));
    return arena_format(arena, "%s%s%s", folder, folder[size - 1] == '/' ? "" : "/",
                        name);
}

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

char *path_folder(struct arena *arena, const char *path)
{
    size_t size = (size_t)(path_base(path) - path);
    if (size == 0)
        return arena_text(arena, ".", 1);
    while (size > 1 && path[size - 1] == '/')
        size--;
    return arena_text(arena, path, size);
}
