/* The operators of a cairo script become shapes.
 *
 * A script sets a path in the drawing's space, then says what becomes of it:
 *     0.8 0.13 0 rgb set-source  n 0 0 m 9 5 l 5 9 l h  fill+
 * Operands come first; brackets only group them.  An operator that is not in the table,
 * or that stands for what cannot be printed, refuses the whole drawing. */
#include "base/vec.h"
#include "image/drawing.h"
#include "image/turn_pen.h"
#include <string.h>

/* Numbers are read to six digits behind the point, as they are written. */
enum { SCALE = 1000000 };

struct operands {
    int64_t *at; /* times SCALE */
    size_t count, capacity;
};

struct drawing_reader {
    struct arena *arena;
    const struct drawing *drawing;
    const char *at, *end;
    struct operands operands;
    struct slice name; /* the last //NAME */
    double matrix[4];  /* of the pen, still turned */
    struct shape next; /* colour, rule, pen and path as they are set */
    struct shapes shapes;
};

static struct slice next_token(struct drawing_reader *reader)
{
    const char *at = reader->at, *end = reader->end;
    while (at < end && strchr(" \n[]", *at) != NULL)
        at++;
    const char *start = at;
    if (at < end && *at == '%') /* a comment */
        while (at < end && *at != '\n')
            at++;
    while (at < end && strchr(" \n[]", *at) == NULL)
        at++;
    reader->at = at;
    return (struct slice){start, (size_t)(at - start)};
}

/* False when it is no number, or one that no picture needs. */
static bool read_number(struct slice token, int64_t *number)
{
    int64_t digits = 0, unit = SCALE; /* of the last digit */
    bool is_negative = token.length > 0 && token.at[0] == '-', has_point = false;
    for (size_t i = is_negative; i < token.length; i++) {
        char c = token.at[i];
        bool is_digit = c >= '0' && c <= '9';
        if (digits >= INT64_MAX / SCALE / 10 || !(is_digit || (c == '.' && !has_point)))
            return false;
        has_point |= c == '.';
        if (is_digit && unit > 1) {
            digits = digits * 10 + (c - '0');
            unit /= has_point ? 10 : 1;
        }
    }
    *number = (is_negative ? -digits : digits) * unit;
    return token.length > (size_t)is_negative;
}

static int64_t operand(const struct drawing_reader *reader, size_t i)
{
    return reader->operands.at[i];
}

static length operand_length(const struct drawing_reader *reader, size_t i)
{
    return length_scale(operand(reader, i), POINT, SCALE);
}

/* The matrix 0.8 0.6 -0.6 0.8 undone, exactly. */
static struct point turned_back(length x, length y)
{
    return (struct point){length_scale(8 * x + 6 * y, 1, 10),
                          length_scale(8 * y - 6 * x, 1, 10)};
}

static void add_step(struct drawing_reader *reader, enum step_kind kind)
{
    struct path *path = &reader->next.path;
    struct step step = {.kind = kind};
    for (size_t i = 0; i < reader->operands.count / 2; i++)
        step.at[i] =
            turned_back(operand_length(reader, 2 * i), operand_length(reader, 2 * i + 1));
    /* Where a path goes on from is said even when it does not. */
    if (kind == STEP_MOVE && path->count > 0 && vec_last(path)->kind == STEP_MOVE)
        path->count--;
    vec_push(reader->arena, path, step);
}

static void begin_path(struct drawing_reader *reader)
{
    reader->next.path = (struct path){0};
}

static void move(struct drawing_reader *reader)
{
    add_step(reader, STEP_MOVE);
}

static void line(struct drawing_reader *reader)
{
    add_step(reader, STEP_LINE);
}

static void curve(struct drawing_reader *reader)
{
    add_step(reader, STEP_CURVE);
}

static void close_path(struct drawing_reader *reader)
{
    add_step(reader, STEP_CLOSE);
}

/* x y width height. */
static void rectangle(struct drawing_reader *reader)
{
    length x = operand_length(reader, 0), y = operand_length(reader, 1);
    length right = x + operand_length(reader, 2), bottom = y + operand_length(reader, 3);
    const struct step steps[] = {{STEP_MOVE, {turned_back(x, y)}},
                                 {STEP_LINE, {turned_back(right, y)}},
                                 {STEP_LINE, {turned_back(right, bottom)}},
                                 {STEP_LINE, {turned_back(x, bottom)}},
                                 {STEP_CLOSE, {{0, 0}}}};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        vec_push(reader->arena, &reader->next.path, steps[i]);
}

static int permille(int64_t part)
{
    return (int)length_scale(part, 1000, SCALE);
}

static void set_grey(struct drawing_reader *reader)
{
    reader->next.colour =
        (struct colour){.is_grey = true, .grey = permille(operand(reader, 0))};
}

static void set_rgb(struct drawing_reader *reader)
{
    reader->next.colour = (struct colour){.red = permille(operand(reader, 0)),
                                          .green = permille(operand(reader, 1)),
                                          .blue = permille(operand(reader, 2))};
}

/* The place of the last //NAME in the list. */
static int name_index(struct drawing_reader *reader, const char *const *names,
                      const char *otherwise)
{
    for (int i = 0; names[i] != NULL; i++)
        if (slice_equals(reader->name, names[i]))
            return i;
    reader->shapes.refused = otherwise;
    return 0;
}

static void set_fill_rule(struct drawing_reader *reader)
{
    static const char *const names[] = {"WINDING", "EVEN_ODD", NULL};
    reader->next.even_odd = name_index(reader, names, "an unknown fill rule") == 1;
}

static void set_operator(struct drawing_reader *reader)
{
    static const char *const names[] = {"OVER", NULL};
    name_index(reader, names, "a blend mode");
}

static void set_line_cap(struct drawing_reader *reader)
{
    static const char *const names[] = {"LINE_CAP_BUTT", "LINE_CAP_ROUND",
                                        "LINE_CAP_SQUARE", NULL};
    reader->next.pen.cap = name_index(reader, names, "an unknown line cap");
}

static void set_line_join(struct drawing_reader *reader)
{
    static const char *const names[] = {"LINE_JOIN_MITER", "LINE_JOIN_ROUND",
                                        "LINE_JOIN_BEVEL", NULL};
    reader->next.pen.join = name_index(reader, names, "an unknown line join");
}

static void set_line_width(struct drawing_reader *reader)
{
    reader->next.pen.width = operand_length(reader, 0);
}

static void set_mitre(struct drawing_reader *reader)
{
    reader->next.pen.mitre = operand_length(reader, 0);
}

/* The last operand is where the first dash starts. */
static void set_dash(struct drawing_reader *reader)
{
    struct pen *pen = &reader->next.pen;
    if (reader->operands.count == 0)
        return;
    pen->dash_count = reader->operands.count - 1;
    pen->dashes = arena_array(reader->arena, pen->dash_count, sizeof *pen->dashes);
    for (size_t i = 0; i < pen->dash_count; i++)
        pen->dashes[i] = operand_length(reader, i);
    pen->dash_start = operand_length(reader, pen->dash_count);
}

static void reset_matrix(struct drawing_reader *reader)
{
    memcpy(reader->matrix, (const double[]){1, 0, 0, 1}, sizeof reader->matrix);
}

/* "identity" stands before it, or six numbers. */
static void set_matrix(struct drawing_reader *reader)
{
    for (size_t i = 0; i < 4 && reader->operands.count == 6; i++)
        reader->matrix[i] = (double)operand(reader, i) / SCALE;
}

static void scale_matrix(struct drawing_reader *reader)
{
    for (size_t i = 0; i < 4; i++)
        reader->matrix[i] *= (double)operand(reader, i / 2) / SCALE;
}

/* A path that was only moved to paints nothing there. */
static void add_shape(struct drawing_reader *reader, enum shape_kind kind,
                      const struct shape *shape)
{
    struct shape added = *shape;
    added.kind = kind;
    while (added.path.count > 0 && vec_last(&added.path)->kind == STEP_MOVE)
        added.path.count--;
    if (added.path.count > 0 || kind == SHAPE_CLIP || kind == SHAPE_END_CLIP)
        vec_push(reader->arena, &reader->shapes, added);
}

static void fill(struct drawing_reader *reader)
{
    add_shape(reader, SHAPE_FILL, &reader->next);
}

static void clip(struct drawing_reader *reader)
{
    add_shape(reader, SHAPE_CLIP, &reader->next);
}

static void end_clip(struct drawing_reader *reader)
{
    add_shape(reader, SHAPE_END_CLIP, &(struct shape){0});
}

/* All of the picture. */
static void paint(struct drawing_reader *reader)
{
    length right = POINTS(reader->drawing->width);
    length bottom = POINTS(reader->drawing->height);
    const struct step steps[] = {{STEP_MOVE, {{0, 0}}},
                                 {STEP_LINE, {{right, 0}}},
                                 {STEP_LINE, {{right, bottom}}},
                                 {STEP_LINE, {{0, bottom}}},
                                 {STEP_CLOSE, {{0, 0}}}};
    struct shape shape = reader->next;
    shape.path = (struct path){0};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        vec_push(reader->arena, &shape.path, steps[i]);
    add_shape(reader, SHAPE_FILL, &shape);
}

static void stroke(struct drawing_reader *reader)
{
    struct shape shape = reader->next;
    if (turn_pen(reader->arena, &shape, reader->matrix))
        add_shape(reader, SHAPE_STROKE, &shape);
    else
        reader->shapes.refused = "a line so much stretched";
}

static void do_nothing(struct drawing_reader *reader)
{
    (void)reader;
}

enum { ANY = -1 };

static const struct operator
{
    const char *name;
    int operands;
    void (*run)(struct drawing_reader *); /* NULL: cannot be printed ... */
    const char *refused;                  /* ... and what it is */
}
operators[] = {
    {"m", 2, move, NULL},
    {"l", 2, line, NULL},
    {"c", 6, curve, NULL},
    {"h", 0, close_path, NULL},
    {"n", 0, begin_path, NULL},
    {"fill+", 0, fill, NULL},
    {"stroke+", 0, stroke, NULL},
    {"rectangle", 4, rectangle, NULL},
    {"g", 1, set_grey, NULL},
    {"rgb", 3, set_rgb, NULL},
    {"set-source", 0, do_nothing, NULL},
    {"clip+", 0, clip, NULL},
    {"reset-clip", 0, end_clip, NULL},
    {"paint", 0, paint, NULL},
    {"set-fill-rule", 0, set_fill_rule, NULL},
    {"set-line-width", 1, set_line_width, NULL},
    {"set-line-cap", 0, set_line_cap, NULL},
    {"set-line-join", 0, set_line_join, NULL},
    {"set-miter-limit", 1, set_mitre, NULL},
    {"set-dash", ANY, set_dash, NULL},
    {"identity", 0, reset_matrix, NULL},
    {"scale", 2, scale_matrix, NULL},
    {"set-matrix", ANY, set_matrix, NULL},
    {"set-operator", 0, set_operator, NULL},
    {"set-tolerance", 1, do_nothing, NULL},
    {"set-antialias", 0, do_nothing, NULL},
    /* the surface itself, at the beginning and at the end */
    {"<<", 0, do_nothing, NULL},
    {"/content", 0, do_nothing, NULL},
    {">>", 0, do_nothing, NULL},
    {"surface", 0, do_nothing, NULL},
    {"context", 0, do_nothing, NULL},
    {"pop", 0, do_nothing, NULL},
    {"rgba", 4, NULL, "a colour with transparency"},
    {"a", 1, NULL, "a colour with transparency"},
    {"linear", ANY, NULL, "a gradient"},
    {"radial", ANY, NULL, "a gradient"},
    {"dup", 0, NULL, "a group with transparency, a mask, a pattern or a blend mode"},
    {"/width", 0, NULL, "a picture of pixels or a filter"},
};

static const struct operator* find_operator(struct slice token)
{
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (slice_equals(token, operators[i].name))
            return &operators[i];
    return NULL;
}

static void run_operator(struct drawing_reader *reader, struct slice token)
{
    const struct operator* operator= find_operator(token);
    bool fits = operator!=
        NULL &&(operator->operands == ANY ||(size_t) operator->operands ==
                reader->operands.count);
    if (!fits)
        reader->shapes.refused = arena_format(reader->arena, "what cairo calls “%.*s”",
                                              (int)token.length, token.at);
    else if (operator->run == NULL)
        reader->shapes.refused = operator->refused;
    else
        operator->run(reader);
    reader->operands.count = 0;
}

static void read_token(struct drawing_reader *reader, struct slice token)
{
    int64_t number;
    if (slice_starts(token, "%"))
        return;
    if (slice_starts(token, "//"))
        reader->name = (struct slice){token.at + 2, token.length - 2};
    else if (read_number(token, &number))
        vec_push(reader->arena, &reader->operands, number);
    else
        run_operator(reader, token);
}

/* Behind the line with the size. */
static const char *script_start(struct slice script)
{
    const char *end = memchr(script.at, '\n', script.length);
    return end == NULL ? script.at + script.length : end;
}

struct shapes read_drawing(struct arena *arena, const struct drawing *drawing)
{
    struct drawing_reader reader = {
        .arena = arena,
        .drawing = drawing,
        .at = script_start(drawing->script),
        .end = drawing->script.at + drawing->script.length,
        .next = {.colour = {.is_grey = true},
                 .pen = {.width = POINTS(2), .mitre = POINTS(10)}},
    };
    reset_matrix(&reader);
    while (reader.at < reader.end && reader.shapes.refused == NULL) {
        struct slice token = next_token(&reader);
        if (token.length > 0)
            read_token(&reader, token);
    }
    return reader.shapes;
}
