/* Sets a document once for each allocation that it makes, and lets that one fail: the
 * program must end with a limit that it tells, or make the same bytes without it.
 *
 *     every_allocation [--stride N] [--only N] DATA-FOLDER SOURCE
 *
 * Every N-th allocation, from the first on.  The allocations of the libraries count, too.
 * Each run has a process of its own, so that a crash is one failure; with --only there is
 * one run, and it is this process, for a debugger.
 *
 * HarfBuzz 6 and ICU 72 go on without what they asked for, and tell nobody: HarfBuzz
 * shapes without the table it could not make, or crashes when that is destroyed; ICU
 * waits for itself in its first default locale.  What comes of their own allocations is
 * counted apart. */
#include "agendaset.h"

#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

static unsigned long allocations, failing; /* 0: none fails */
static bool no_matter;
static bool *silent_library = &no_matter; /* such a one asked for what failed */

static bool is_silent_library(const void *caller)
{
    Dl_info info;
    return dladdr(caller, &info) != 0 && (strstr(info.dli_fname, "libharfbuzz") != NULL ||
                                          strstr(info.dli_fname, "libicu") != NULL);
}

static bool fails(const void *caller)
{
    if (++allocations != failing)
        return false;
    *silent_library = is_silent_library(caller);
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size);
}

/* FNV-1a: enough to tell whether the bytes are the same. */
static uint64_t digest(uint64_t hash, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001B3u;
    return hash;
}

struct report {
    unsigned long allocations;
    enum agendaset_status status;
    uint64_t digest;
    bool told;           /* why there is no document */
    bool silent_library; /* asked for the memory that was not there */
    char message[200];
};

static struct report report_of(const struct agendaset_result *result)
{
    struct report report = {.status = AGENDASET_LIMIT, .told = true};
    if (result == NULL)
        return report;
    report.status = result->status;
    report.told = result->messages != NULL && result->messages[0] != '\0';
    snprintf(report.message, sizeof report.message, "%s", result->messages);
    report.digest =
        digest(0xCBF29CE484222325u, result->messages, strlen(result->messages));
    for (size_t i = 0; i < result->edition_count; i++)
        report.digest =
            digest(report.digest, result->editions[i].bytes, result->editions[i].length);
    return report;
}

static struct report build(const char *data, const char *source)
{
    struct report report = {.status = AGENDASET_LIMIT, .told = true};
    struct agendaset *engine =
        agendaset_open(&(struct agendaset_options){.data = &data, .data_count = 1});
    if (engine == NULL)
        return report;
    struct agendaset_result *result =
        agendaset_build(engine, &(struct agendaset_job){.name = source});
    report = report_of(result);
    agendaset_release(result);
    agendaset_close(engine);
    return report;
}

/* In a process of its own, which fills the report that both share; its wait status. */
static int build_apart(unsigned long which, const char **argv, struct report *shared)
{
    *shared = (struct report){0};
    pid_t child = fork();
    if (child == 0) {
        setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
        alarm(20);
        allocations = 0;
        failing = which;
        silent_library = &shared->silent_library;
        struct report own = build(argv[0], argv[1]);
        own.allocations = allocations;
        own.silent_library = shared->silent_library;
        *shared = own;
        _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    return status;
}

static const char too_long[] = "not ended after 20 seconds";

/* NULL: as it should be. */
static const char *trouble_of(int status, const struct report *report,
                              const struct report *whole)
{
    static char text[300];
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
        return too_long;
    if (WIFSIGNALED(status))
        snprintf(text, sizeof text, "ended by signal %d", WTERMSIG(status));
    else if (status != 0)
        snprintf(text, sizeof text, "ended with %d", WEXITSTATUS(status));
    else if (report->status == whole->status)
        return report->digest == whole->digest ? NULL : "other bytes, and nothing told";
    else if (report->status != AGENDASET_LIMIT)
        snprintf(text, sizeof text, "status %d: %s", (int)report->status,
                 report->message);
    else
        return report->told ? NULL : "a limit that is not told";
    return text;
}

static unsigned long number_after(const char *option, int *argc, const char ***argv)
{
    if (*argc < 2 || strcmp(**argv, option) != 0)
        return 0;
    unsigned long number = strtoul((*argv)[1], NULL, 10);
    *argc -= 2;
    *argv += 2;
    return number;
}

static int build_here(unsigned long which, const char **argv)
{
    allocations = 0;
    failing = which;
    struct report report = build(argv[0], argv[1]);
    failing = 0;
    printf("status %d: %s\n", (int)report.status, report.message);
    return (int)report.status;
}

int main(int argc, char **arguments)
{
    const char **argv = (const char **)arguments + 1;
    argc--;
    unsigned long stride = number_after("--stride", &argc, &argv);
    unsigned long only = number_after("--only", &argc, &argv);
    if (argc == 2 && only != 0)
        return build_here(only, argv);
    struct report *report = mmap(NULL, sizeof *report, PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (argc != 2 || report == MAP_FAILED || build_apart(0, argv, report) != 0)
        return EXIT_FAILURE;
    const struct report whole = *report;
    unsigned long tried = 0, bad = 0, silent = 0;
    for (unsigned long i = 1; i <= whole.allocations; i += stride > 0 ? stride : 1) {
        const char *trouble = trouble_of(build_apart(i, argv, report), report, &whole);
        tried++;
        if (trouble == NULL)
            continue;
        bool unnoticed = report->silent_library || trouble == too_long;
        silent += unnoticed;
        bad += !unnoticed;
        if (!unnoticed)
            printf("allocation %lu: %s\n", i, trouble);
    }
    printf("%lu of %lu allocations failed in turn, %lu with trouble, %lu unnoticed by "
           "their library\n",
           tried, whole.allocations, bad, silent);
    return bad == 0 && tried > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
