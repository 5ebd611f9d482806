/* Putting a file in place whole or not at all. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    SUFFIX_LENGTH = 6,       /* the XXXXXX */
    NAME_IN_TEMPORARY = 200, /* bytes; a name may have 255, and more is added to it */
    STRAY_SECONDS = 60,
    MOST_TRIES = 100
};

/* Where the bytes go.  All memory is taken before a file is made, so that no jump can
 * leave one behind. */
struct target {
    const char *name;
    const char *folder;
    const char *prefix; /* of the temporary file's name, in the folder */
    char *temporary;    /* path; its last SUFFIX_LENGTH bytes are to be chosen */
    mode_t mode;
    bool replaces; /* the mode is the one of an old file */
};

/* 0, or a number of errno. */
static int write_all(int descriptor, struct slice contents)
{
    while (contents.length > 0) {
        ssize_t count = write(descriptor, contents.at, contents.length);
        if (count < 0 && errno == EAGAIN)
            poll(&(struct pollfd){.fd = descriptor, .events = POLLOUT}, 1, -1);
        else if (count < 0 && errno != EINTR)
            return errno;
        if (count > 0) {
            contents.at += count;
            contents.length -= (size_t)count;
        }
    }
    return 0;
}

/* The first of two errors. */
static int first_error(int first, int result)
{
    return first != 0 ? first : result != 0 ? errno : 0;
}

/* To what cannot be replaced.  A disk may tell its trouble only when closed. */
static int write_directly(int descriptor, struct slice contents)
{
    if (descriptor < 0)
        return errno;
    int error = write_all(descriptor, contents);
    return first_error(error, close(descriptor));
}

/* A closed copy of standard output tells the trouble and keeps the stream open. */
static int write_to_output(struct slice contents)
{
    return write_directly(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0), contents);
}

static int write_to_device(const char *name, struct slice contents)
{
    return write_directly(open(name, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW),
                          contents);
}

static bool is_stray(int folder, const char *entry, const char *prefix)
{
    struct stat info;
    size_t length = strlen(prefix);
    return strncmp(entry, prefix, length) == 0 &&
           strlen(entry) == length + SUFFIX_LENGTH &&
           fstatat(folder, entry, &info, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISREG(info.st_mode) && info.st_mtime < time(NULL) - STRAY_SECONDS;
}

/* What a killed process left.  Only an attempt: trouble shows when the file is made. */
static void remove_strays(const struct target *target)
{
    DIR *folder = opendir(target->folder);
    if (folder == NULL)
        return;
    struct dirent *entry;
    while ((entry = readdir(folder)) != NULL)
        if (is_stray(dirfd(folder), entry->d_name, target->prefix))
            unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
}

static bool choose_suffix(char *suffix)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz012345";
    unsigned char random[SUFFIX_LENGTH];
    if (getrandom(random, sizeof random, 0) != sizeof random)
        return false;
    for (int i = 0; i < SUFFIX_LENGTH; i++)
        suffix[i] = letters[random[i] & 31];
    return true;
}

/* Unlike mkstemp() with the mode of a usual file, so that umask and the folder's access
 * list hold.  -1 and errno on failure. */
static int open_temporary(const struct target *target)
{
    char *suffix = target->temporary + strlen(target->temporary) - SUFFIX_LENGTH;
    for (int i = 0; i < MOST_TRIES && choose_suffix(suffix); i++) {
        int descriptor = open(target->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                              target->mode);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

static int fill_temporary(int descriptor, const struct target *target,
                          struct slice contents)
{
    int error = write_all(descriptor, contents);
    if (error == 0 && target->replaces)
        error = first_error(0, fchmod(descriptor, target->mode));
    if (error == 0)
        error = first_error(0, fsync(descriptor));
    return first_error(error, close(descriptor));
}

/* The new name is on the disk only with its folder.  Some file systems cannot (EINVAL),
 * and a folder that may be written but not read cannot be opened. */
static int sync_folder(const char *name)
{
    int folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return 0;
    int error = first_error(0, fsync(folder));
    close(folder);
    return error == EINVAL ? 0 : error;
}

static int replace_file(const struct target *target, struct slice contents)
{
    remove_strays(target);
    int descriptor = open_temporary(target);
    if (descriptor < 0)
        return errno;
    int error = fill_temporary(descriptor, target, contents);
    if (error == 0)
        error = first_error(0, rename(target->temporary, target->name));
    if (error != 0) {
        unlink(target->temporary);
        return error;
    }
    return sync_folder(target->folder);
}

static struct target new_target(struct arena *arena, const char *name)
{
    const char *folder = path_folder(arena, name);
    const char *prefix =
        arena_format(arena, ".%.*s.agendaset-", NAME_IN_TEMPORARY, path_base(name));
    return (struct target){
        .name = name,
        .folder = folder,
        .prefix = prefix,
        .temporary = arena_format(arena, "%s/%sXXXXXX", folder, prefix),
        .mode = 0666,
    };
}

static struct file_error error_from_text(struct arena *arena, const char *name,
                                         const char *text)
{
    return (struct file_error){STATUS_IO, arena_format(arena, "%s: %s", name, text)};
}

static struct file_error error_from_number(struct arena *arena, const char *name,
                                           int number)
{
    if (number == 0)
        return (struct file_error){STATUS_DONE, NULL};
    return error_from_text(arena, name, strerror(number));
}

struct file_error write_file(struct arena *arena, const char *name, struct slice contents)
{
    if (strcmp(name, "-") == 0)
        return error_from_number(arena, "standard output", write_to_output(contents));
    struct target target = new_target(arena, name);
    struct stat old;
    if (lstat(name, &old) != 0) {
        if (errno != ENOENT)
            return error_from_number(arena, name, errno);
        return error_from_number(arena, name, replace_file(&target, contents));
    }
    if (S_ISLNK(old.st_mode))
        return error_from_text(arena, name, "is a symbolic link");
    if (S_ISDIR(old.st_mode))
        return error_from_number(arena, name, EISDIR);
    if (!S_ISREG(old.st_mode))
        return error_from_number(arena, name, write_to_device(name, contents));
    target.mode = old.st_mode & 0777;
    target.replaces = true;
    return error_from_number(arena, name, replace_file(&target, contents));
}
