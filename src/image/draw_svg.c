/* librsvg draws in a process of its own: a picture that takes for ever, or that breaks
 * the library, ends nothing but that process. */
#include "base/buffer.h"
#include "base/limits.h"
#include "image/drawing.h"
#include "image/rsvg.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the drawing process writes last, as comments of the script. */
static const char done[] = "\n%done\n";
static const char trouble_word[] = "\n%trouble ";

/* Nothing from outside may change what is drawn, and nothing is printed but the script.
 */
static void shut_in(int output)
{
    const struct rlimit seconds = {LIMIT_DRAWING_SECONDS, LIMIT_DRAWING_SECONDS + 1};
    const struct rlimit no_core = {0, 0};
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
        if (i != output)
            dup2(nowhere, i);
    setrlimit(RLIMIT_CPU, &seconds);
    setrlimit(RLIMIT_CORE, &no_core);
    signal(SIGXCPU, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    clearenv();
}

_Noreturn static void draw_apart(const struct rsvg *rsvg, struct slice svg, int output)
{
    shut_in(output);
    FILE *out = fdopen(output, "w");
    if (out == NULL)
        _exit(1);
    setlinebuf(out);
    const char *trouble = write_drawing(rsvg, svg, out);
    if (trouble == NULL)
        fputs(done, out);
    else
        fprintf(out, "%s%s", trouble_word, trouble);
    _exit(fflush(out) != 0);
}

/* The process that draws, and the pipe that it writes to. */
struct painter {
    pid_t process; /* 0: ended ... */
    int pipe;
    int end; /* ... with this status of waitpid() */
};

static void end_painter(void *object)
{
    struct painter *painter = object;
    if (painter->process == 0)
        return;
    close(painter->pipe);
    kill(painter->process, SIGKILL);
    while (waitpid(painter->process, &painter->end, 0) < 0 && errno == EINTR)
        continue;
    painter->process = 0;
}

static struct painter *start_painter(struct arena *arena, const struct rsvg *rsvg,
                                     struct slice svg)
{
    int ends[2];
    struct painter *painter = arena_alloc(arena, sizeof *painter);
    if (pipe2(ends, O_CLOEXEC) != 0)
        return NULL;
    painter->process = fork();
    if (painter->process == 0)
        draw_apart(rsvg, svg, ends[1]);
    close(ends[1]);
    painter->pipe = ends[0];
    if (painter->process > 0) {
        arena_defer(arena, end_painter, painter);
        return painter;
    }
    close(ends[0]);
    return NULL;
}

static void read_pipe(int pipe, struct buffer *script)
{
    enum { AT_ONCE = 64 << 10 };
    ssize_t count = 1;
    while (count != 0 && script->count <= LIMIT_DRAWING_BYTES) {
        buffer_reserve(script, AT_ONCE);
        count = read(pipe, script->at + script->count, AT_ONCE);
        if (count > 0)
            script->count += (size_t)count;
        else if (count < 0 && errno != EINTR)
            return;
    }
}

/* What the process wrote of its trouble, or NULL. */
static const char *written_trouble(struct arena *arena, struct slice script)
{
    size_t size = strlen(trouble_word);
    const char *found = memmem(script.at, script.length, trouble_word, size);
    if (found == NULL)
        return NULL;
    size_t rest = (size_t)(script.at + script.length - found);
    struct slice text = slice_trim((struct slice){found + size, rest - size});
    return arena_text(arena, text.at, text.length);
}

static bool ends_with(struct slice script, const char *text)
{
    size_t size = strlen(text);
    return script.length >= size &&
           memcmp(script.at + script.length - size, text, size) == 0;
}

/* Only a script that was ended is one. */
static void judge_drawing(struct arena *arena, const struct painter *painter,
                          struct drawing *drawing)
{
    bool is_slow = WIFSIGNALED(painter->end) && WTERMSIG(painter->end) == SIGXCPU;
    drawing->is_broken = !ends_with(drawing->script, done);
    drawing->is_limit = is_slow || drawing->script.length > LIMIT_DRAWING_BYTES;
    if (drawing->is_limit)
        drawing->trouble =
            is_slow ? "it takes too long to draw" : "it draws too much to be printed";
    else if (drawing->is_broken)
        drawing->trouble = written_trouble(arena, drawing->script);
}

struct drawing draw_svg(struct arena *arena, struct slice svg)
{
    struct rsvg rsvg;
    if (!open_rsvg(&rsvg))
        return (struct drawing){.trouble = "SVG files need librsvg 2, which is not "
                                           "installed (Debian: librsvg2-2)"};
    struct painter *painter = start_painter(arena, &rsvg, svg);
    if (painter == NULL)
        return (struct drawing){.trouble = "no process can be started to draw it"};
    struct buffer script = new_buffer(arena);
    read_pipe(painter->pipe, &script);
    end_painter(painter);
    char *rest = buffer_string(&script);
    struct drawing drawing = {.script = buffer_as_slice(&script)};
    drawing.width = (unsigned)strtoul(rest, &rest, 10);
    drawing.height = (unsigned)strtoul(rest, NULL, 10);
    judge_drawing(arena, painter, &drawing);
    return drawing;
}
