/* Workers are forked over an engine whose data is open; each gets the number of a file
 * through its socket, builds it, answers with a record, and gets the next. */
#include "cli/batch.h"

#include "base/vec.h"
#include "cli/build_file.h"
#include "cli/outputs.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* A worker's answer; `size` bytes of messages follow. */
struct record {
    size_t file;
    size_t size;
    int status;
};

struct worker {
    pid_t process;
    int socket;             /* -1: none */
    size_t file;            /* that it has at work */
    struct buffer received; /* of the next record */
};

struct batch {
    struct agendaset *engine;
    const struct options *options;
    struct worker *workers;
    size_t worker_count;
    struct outcome *outcomes; /* by file; messages NULL: not yet known */
    size_t next;              /* file to be given out */
    size_t told;              /* files told about */
    sigset_t mask;            /* while waiting */
    int status;
};

/* The signal that ended the batch, or 0. */
static volatile sig_atomic_t ended_by;

static void note_signal(int number)
{
    ended_by = number;
}

static bool send_all(int socket, const void *bytes, size_t size)
{
    while (size > 0) {
        ssize_t count = write(socket, bytes, size);
        if (count < 0 && errno != EINTR)
            return false;
        if (count > 0) {
            bytes = (const char *)bytes + count;
            size -= (size_t)count;
        }
    }
    return true;
}

static bool receive_number(int socket, size_t *number)
{
    ssize_t count;
    do
        count = recv(socket, number, sizeof *number, MSG_WAITALL);
    while (count < 0 && errno == EINTR);
    return count == sizeof *number;
}

/* Until the batch closes its end of the socket. */
static _Noreturn void work(const struct batch *batch, int socket)
{
    size_t file;
    while (receive_number(socket, &file)) {
        struct outcome outcome =
            build_file(batch->engine, batch->options, batch->options->files.at[file]);
        struct record record = {file, strlen(outcome.messages), outcome.status};
        if (!send_all(socket, &record, sizeof record) ||
            !send_all(socket, outcome.messages, record.size))
            break;
    }
    _exit(STATUS_DONE);
}

static void handle_ending_signals(void (*handler)(int))
{
    sigset_t ending = ending_signals();
    struct sigaction action = {.sa_handler = handler};
    for (int number = 1; number < NSIG; number++)
        if (sigismember(&ending, number) == 1)
            sigaction(number, &action, NULL);
}

/* In the child: signals end it, as does the end of the batch's process, and no other
 * worker's socket is held open. */
static void leave_batch(const struct batch *batch)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    handle_ending_signals(SIG_DFL);
    sigprocmask(SIG_SETMASK, &batch->mask, NULL);
    for (size_t i = 0; i < batch->worker_count; i++)
        if (batch->workers[i].socket >= 0)
            close(batch->workers[i].socket);
}

static void start_worker(struct batch *batch, struct worker *worker)
{
    int sockets[2];
    struct arena *arena = batch->options->arena;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
        arena_fail(arena, STATUS_IO, "cannot start a process: %s", strerror(errno));
    worker->process = fork();
    if (worker->process < 0)
        arena_fail(arena, STATUS_IO, "cannot start a process: %s", strerror(errno));
    if (worker->process == 0) {
        close(sockets[0]);
        leave_batch(batch);
        work(batch, sockets[1]);
    }
    close(sockets[1]);
    worker->socket = sockets[0];
    worker->received = new_buffer(arena);
}

/* The next file, or the end of work. */
static void give_file(struct batch *batch, struct worker *worker)
{
    if (batch->next < batch->options->files.count) {
        worker->file = batch->next++;
        /* A worker that is gone is noticed when its answer is read. */
        send_all(worker->socket, &worker->file, sizeof worker->file);
        return;
    }
    close(worker->socket);
    worker->socket = -1;
    waitpid(worker->process, NULL, 0);
}

static void tell_outcomes(struct batch *batch)
{
    for (; batch->told < batch->options->files.count; batch->told++) {
        const struct outcome *outcome = &batch->outcomes[batch->told];
        if (outcome->messages == NULL)
            return;
        fputs(outcome->messages, stderr);
        batch->status = worse_status(batch->status, outcome->status);
    }
}

/* What a worker's end says about the file it had at work. */
static struct outcome outcome_of_crash(const struct batch *batch,
                                       const struct worker *worker, int end)
{
    const char *file = batch->options->files.at[worker->file];
    struct arena *arena = batch->options->arena;
    const char *how = WIFSIGNALED(end)
                          ? arena_format(arena, "signal %d, %s", WTERMSIG(end),
                                         strsignal(WTERMSIG(end)))
                          : arena_format(arena, "exit status %d", WEXITSTATUS(end));
    return (struct outcome){
        STATUS_DEFECT,
        arena_format(arena, "agendaset: error: %s: the process that set it died (%s)\n",
                     file, how),
    };
}

static void replace_worker(struct batch *batch, struct worker *worker)
{
    int end = 0;
    close(worker->socket);
    worker->socket = -1;
    waitpid(worker->process, &end, 0);
    batch->outcomes[worker->file] = outcome_of_crash(batch, worker, end);
    if (batch->next < batch->options->files.count) {
        start_worker(batch, worker);
        give_file(batch, worker);
    }
}

/* The record, once all of it is here. */
static bool take_record(struct batch *batch, struct worker *worker)
{
    struct record record;
    struct buffer *received = &worker->received;
    if (received->count < sizeof record)
        return false;
    memcpy(&record, received->at, sizeof record);
    if (received->count < sizeof record + record.size)
        return false;
    batch->outcomes[record.file] = (struct outcome){
        record.status,
        arena_text(batch->options->arena, received->at + sizeof record, record.size),
    };
    received->count = 0;
    return true;
}

static void hear_worker(struct batch *batch, struct worker *worker)
{
    struct buffer *received = &worker->received;
    buffer_reserve(received, BUFSIZ);
    ssize_t count = read(worker->socket, received->at + received->count, BUFSIZ);
    if (count < 0 && errno == EINTR)
        return;
    if (count <= 0) {
        replace_worker(batch, worker);
        return;
    }
    received->count += (size_t)count;
    if (take_record(batch, worker))
        give_file(batch, worker);
}

/* False when there is none left. */
static bool hear_workers(struct batch *batch, struct pollfd *polled)
{
    bool any = false;
    for (size_t i = 0; i < batch->worker_count; i++) {
        polled[i] = (struct pollfd){batch->workers[i].socket, POLLIN, 0};
        any = any || batch->workers[i].socket >= 0;
    }
    if (!any || ppoll(polled, batch->worker_count, NULL, &batch->mask) < 0)
        return any;
    for (size_t i = 0; i < batch->worker_count; i++)
        if (polled[i].fd >= 0 && polled[i].revents != 0)
            hear_worker(batch, &batch->workers[i]);
    return true;
}

/* Ending signals are let in only while the batch waits. */
static void watch_signals(struct batch *batch)
{
    sigset_t blocked = ending_signals();
    sigprocmask(SIG_BLOCK, &blocked, &batch->mask);
    handle_ending_signals(note_signal);
}

/* Workers finish the file they are putting in place; then this process ends as it would
 * have without a handler. */
static void end_by_signal(struct batch *batch)
{
    for (size_t i = 0; i < batch->worker_count; i++)
        if (batch->workers[i].socket >= 0)
            kill(batch->workers[i].process, SIGTERM);
    for (size_t i = 0; i < batch->worker_count; i++)
        if (batch->workers[i].socket >= 0)
            waitpid(batch->workers[i].process, NULL, 0);
    signal(ended_by, SIG_DFL);
    raise(ended_by);
    sigprocmask(SIG_SETMASK, &batch->mask, NULL);
}

static size_t choose_worker_count(const struct options *options)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = options->workers != 0 ? options->workers
                   : processors > 0      ? (size_t)processors
                                         : 1;
    return count < options->files.count ? count : options->files.count;
}

int build_batch(struct agendaset *engine, const struct options *options)
{
    struct arena *arena = options->arena;
    struct batch batch = {
        .engine = engine,
        .options = options,
        .worker_count = choose_worker_count(options),
        .outcomes = arena_array(arena, options->files.count, sizeof *batch.outcomes),
    };
    batch.workers = arena_array(arena, batch.worker_count, sizeof *batch.workers);
    struct pollfd *polled = arena_array(arena, batch.worker_count, sizeof *polled);
    for (size_t i = 0; i < batch.worker_count; i++)
        batch.workers[i].socket = -1;
    agendaset_prepare(engine);
    watch_signals(&batch);
    for (size_t i = 0; i < batch.worker_count; i++) {
        start_worker(&batch, &batch.workers[i]);
        give_file(&batch, &batch.workers[i]);
    }
    while (ended_by == 0 && hear_workers(&batch, polled))
        tell_outcomes(&batch);
    if (ended_by != 0)
        end_by_signal(&batch);
    return batch.status;
}
