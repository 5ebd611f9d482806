/* Tests of reading files and of putting them in place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static struct recovery recovery;

/* Every test has an arena and an empty folder, in which it runs. */
static int open_fixture(void **state)
{
    char folder[] = "/tmp/test_file.XXXXXX";
    if (mkdtemp(folder) == NULL || chdir(folder) != 0)
        return -1;
    *state = new_arena(&recovery, 0);
    return 0;
}

static int close_fixture(void **state)
{
    free_arena(*state);
    char folder[4096];
    DIR *here = opendir(".");
    for (struct dirent *entry; (entry = readdir(here)) != NULL;)
        if (unlink(entry->d_name) != 0)
            rmdir(entry->d_name);
    closedir(here);
    return getcwd(folder, sizeof folder) == NULL || chdir("/") != 0 || rmdir(folder) != 0;
}

static size_t files_here(void)
{
    size_t count = 0;
    DIR *here = opendir(".");
    for (struct dirent *entry; (entry = readdir(here)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(here);
    return count;
}

static void make_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static mode_t file_mode(const char *name)
{
    struct stat info;
    assert_int_equal(stat(name, &info), 0);
    return info.st_mode & 07777;
}

static void assert_contents(struct arena *arena, const char *name, const char *expected)
{
    struct slice contents = {0};
    struct file_error error = read_file(arena, name, 1 << 20, &contents);
    assert_null(error.text);
    assert_true(slice_equals(contents, expected));
}

static int open_descriptors(void)
{
    int count = 0;
    for (int i = 0; i < 64; i++)
        count += fcntl(i, F_GETFD) >= 0;
    return count;
}

static void reads_what_was_written(void **state)
{
    struct arena *arena = *state;
    int open_before = open_descriptors();
    assert_null(write_file(arena, "a.pdf", SLICE("one")).text);
    assert_contents(arena, "a.pdf", "one");
    assert_null(write_file(arena, "a.pdf", SLICE("")).text);
    assert_contents(arena, "a.pdf", "");
    assert_int_equal(files_here(), 1);
    assert_int_equal(open_descriptors(), open_before);
}

static void a_new_file_obeys_umask(void **state)
{
    mode_t old = umask(027);
    assert_null(write_file(*state, "a", SLICE("x")).text);
    umask(old);
    assert_int_equal(file_mode("a"), 0640);
}

static void an_old_file_gives_its_mode(void **state)
{
    make_file("a", "old");
    chmod("a", 0602);
    assert_null(write_file(*state, "a", SLICE("new")).text);
    assert_int_equal(file_mode("a"), 0602);
    assert_contents(*state, "a", "new");
}

static void refuses_links_and_folders(void **state)
{
    struct arena *arena = *state;
    make_file("real", "old");
    assert_int_equal(symlink("real", "link"), 0);
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    assert_int_equal(mkdir("folder", 0755), 0);
    struct file_error error = write_file(arena, "link", SLICE("new"));
    assert_int_equal(error.status, STATUS_IO);
    assert_string_equal(error.text, "link: is a symbolic link");
    assert_string_equal(write_file(arena, "dangling", SLICE("new")).text,
                        "dangling: is a symbolic link");
    assert_string_equal(write_file(arena, "folder", SLICE("new")).text,
                        "folder: Is a directory");
    assert_contents(arena, "real", "old");
    assert_int_equal(files_here(), 4);
}

static void tells_of_a_missing_folder(void **state)
{
    struct arena *arena = *state;
    assert_string_equal(write_file(arena, "no/a", SLICE("x")).text,
                        "no/a: No such file or directory");
    assert_string_equal(write_file(arena, "", SLICE("x")).text,
                        ": No such file or directory");
    assert_string_equal(write_file(arena, "slash/", SLICE("x")).text,
                        "slash/: No such file or directory");
    assert_int_equal(files_here(), 0);
}

static void a_failed_write_changes_nothing(void **state)
{
    struct arena *arena = *state;
    struct rlimit old, small;
    static char large[100000];
    make_file("a", "old");
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old);
    small = (struct rlimit){10000, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    struct file_error error = write_file(arena, "a", (struct slice){large, sizeof large});
    struct file_error fresh = write_file(arena, "b", (struct slice){large, sizeof large});
    setrlimit(RLIMIT_FSIZE, &old);
    assert_int_equal(error.status, STATUS_IO);
    assert_string_equal(error.text, "a: File too large");
    assert_string_equal(fresh.text, "b: File too large");
    assert_contents(arena, "a", "old");
    assert_int_equal(files_here(), 1);
}

static void a_full_device_is_an_error(void **state)
{
    struct file_error error = write_file(*state, "/dev/full", SLICE("x"));
    assert_int_equal(error.status, STATUS_IO);
    assert_string_equal(error.text, "/dev/full: No space left on device");
    assert_null(write_file(*state, "/dev/null", SLICE("x")).text);
}

static void writes_to_a_pipe_directly(void **state)
{
    assert_int_equal(mkfifo("pipe", 0644), 0);
    int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    assert_null(write_file(*state, "pipe", SLICE("text")).text);
    char text[8] = "";
    assert_int_equal(read(reader, text, sizeof text), 4);
    assert_string_equal(text, "text");
    close(reader);
    struct stat info;
    assert_int_equal(lstat("pipe", &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
}

/* Puts `descriptor` in the place of another one; gives a copy of that. */
static int swap_descriptor(int place, int descriptor)
{
    int saved = dup(place);
    dup2(descriptor, place);
    close(descriptor);
    return saved;
}

static void a_dash_is_standard_output(void **state)
{
    struct arena *arena = *state;
    fflush(stdout);
    int saved = swap_descriptor(STDOUT_FILENO, open("out", O_WRONLY | O_CREAT, 0644));
    struct file_error error = write_file(arena, "-", SLICE("text"));
    bool still_open = fcntl(STDOUT_FILENO, F_GETFD) >= 0;
    close(swap_descriptor(STDOUT_FILENO, open("/dev/full", O_WRONLY)));
    struct file_error full = write_file(arena, "-", SLICE("text"));
    close(swap_descriptor(STDOUT_FILENO, saved));
    assert_null(error.text);
    assert_true(still_open);
    assert_string_equal(full.text, "standard output: No space left on device");
    assert_contents(arena, "out", "text");
}

static void a_dash_is_standard_input(void **state)
{
    struct arena *arena = *state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "from a pipe", 11), 11);
    close(ends[1]);
    int saved = swap_descriptor(STDIN_FILENO, ends[0]);
    struct slice contents = {0};
    struct file_error error = read_file(arena, "-", 100, &contents);
    bool still_open = fcntl(STDIN_FILENO, F_GETFD) >= 0;
    close(swap_descriptor(STDIN_FILENO, saved));
    assert_null(error.text);
    assert_true(still_open);
    assert_true(slice_equals(contents, "from a pipe"));
}

static void only_old_strays_are_removed(void **state)
{
    struct timespec old[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
    const char *strays[] = {".a.pdf.agendaset-abcdef", ".b.pdf.agendaset-abcdef",
                            ".a.pdf.agendaset-abcdefg", ".a.pdf.agendaset-young1"};
    for (int i = 0; i < 4; i++) {
        make_file(strays[i], "stray");
        if (i < 3)
            utimensat(AT_FDCWD, strays[i], old, 0);
    }
    assert_null(write_file(*state, "./a.pdf", SLICE("x")).text);
    assert_false(file_exists(strays[0]));
    for (int i = 1; i < 4; i++)
        assert_true(file_exists(strays[i]));
}

static void a_name_may_be_as_long_as_any(void **state)
{
    char name[256] = {0};
    memset(name, 'n', 255);
    assert_null(write_file(*state, name, SLICE("x")).text);
    assert_contents(*state, name, "x");
    assert_int_equal(files_here(), 1);
}

static void reading_has_a_limit(void **state)
{
    struct arena *arena = *state;
    struct slice contents = {0};
    make_file("a", "12345");
    assert_null(read_file(arena, "a", 5, &contents).text);
    struct file_error error = read_file(arena, "a", 4, &contents);
    assert_int_equal(error.status, STATUS_LIMIT);
    assert_string_equal(error.text, "a: larger than 4 bytes");
    /* Its size is said to be 0. */
    error = read_file(arena, "/proc/self/status", 10, &contents);
    assert_int_equal(error.status, STATUS_LIMIT);
    assert_null(read_file(arena, "/proc/self/status", 1 << 20, &contents).text);
    assert_true(contents.length > 10);
}

static void reading_refuses_other_kinds(void **state)
{
    struct arena *arena = *state;
    struct slice contents = {0};
    int open_before = open_descriptors();
    assert_string_equal(read_file(arena, ".", 100, &contents).text, ".: Is a directory");
    assert_int_equal(read_file(arena, "/dev/zero", 100, &contents).status, STATUS_IO);
    assert_string_equal(read_file(arena, "none", 100, &contents).text,
                        "none: No such file or directory");
    assert_int_equal(open_descriptors(), open_before);
}

/* Whether reading and writing went through although this allocation was to fail. */
static bool read_and_write(size_t failing_allocation)
{
    struct recovery inner = {0};
    struct arena *arena = new_arena(&inner, 0);
    if (setjmp(inner.jump) != 0) {
        free_arena(arena);
        return false;
    }
    struct slice contents = {0};
    arena_fail_after(arena, failing_allocation);
    read_file(arena, "a", 100, &contents);
    write_file(arena, "a", contents);
    free_arena(arena);
    return true;
}

static void nothing_is_lost_without_memory(void **state)
{
    make_file("a", "text");
    int open_before = open_descriptors();
    size_t allocations = 1;
    while (!read_and_write(allocations)) {
        assert_int_equal(open_descriptors(), open_before);
        assert_int_equal(files_here(), 1);
        assert_contents(*state, "a", "text");
        allocations++;
    }
    assert_true(allocations > 5);
    assert_contents(*state, "a", "text");
}

static void takes_paths_apart(void **state)
{
    struct arena *arena = *state;
    assert_string_equal(join_path(arena, "a", "b"), "a/b");
    assert_string_equal(join_path(arena, "a/", "b"), "a/b");
    assert_string_equal(join_path(arena, "a", "/b"), "/b");
    assert_string_equal(join_path(arena, "", "b"), "b");
    assert_string_equal(path_folder(arena, "b"), ".");
    assert_string_equal(path_folder(arena, "a/b"), "a");
    assert_string_equal(path_folder(arena, "a//b"), "a");
    assert_string_equal(path_folder(arena, "/b"), "/");
    assert_string_equal(path_folder(arena, "/a/b/c"), "/a/b");
    assert_string_equal(path_base("/a/b"), "b");
    assert_string_equal(path_base("b"), "b");
    make_file("f", "");
    assert_true(file_exists("f"));
    assert_false(file_exists("."));
    assert_false(file_exists("none"));
    assert_true(is_folder("."));
    assert_false(is_folder("f"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reads_what_was_written),
        TEST(a_new_file_obeys_umask),
        TEST(an_old_file_gives_its_mode),
        TEST(refuses_links_and_folders),
        TEST(tells_of_a_missing_folder),
        TEST(a_failed_write_changes_nothing),
        TEST(a_full_device_is_an_error),
        TEST(writes_to_a_pipe_directly),
        TEST(a_dash_is_standard_output),
        TEST(a_dash_is_standard_input),
        TEST(only_old_strays_are_removed),
        TEST(a_name_may_be_as_long_as_any),
        TEST(reading_has_a_limit),
        TEST(reading_refuses_other_kinds),
        TEST(nothing_is_lost_without_memory),
        TEST(takes_paths_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
