/* Reading the command line, and printing what can stand in it. */
#include "cli/options.h"

#include "base/vec.h"
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_OPTIONS = 32, FIRST_LONG_ONLY = 256, MOST_WORKERS = 1024, HELP_COLUMN = 27 };

/* Those without an argument lead to a command of their own. */
struct option_row {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* as help names it; NULL: it takes none */
    const char *help;     /* lines of the right column */
    void (*take)(struct options *, const char *argument);
};

static void take_output(struct options *options, const char *argument)
{
    options->output = argument;
}

static void take_layout(struct options *options, const char *argument)
{
    options->layout = argument;
}

static void take_layout_folder(struct options *options, const char *argument)
{
    vec_push(options->arena, &options->layout_folders, argument);
}

static void take_font_folder(struct options *options, const char *argument)
{
    vec_push(options->arena, &options->font_folders, argument);
}

static void take_languages(struct options *options, const char *argument)
{
    while (*argument != '\0') {
        size_t size = strcspn(argument, ",");
        if (size > 0)
            vec_push(options->arena, &options->languages,
                     arena_text(options->arena, argument, size));
        argument += size + (argument[size] == ',');
    }
    if (options->languages.count == 0)
        options->trouble = "--language wants at least one language, as in zh,en";
}

static void take_format(struct options *options, const char *argument)
{
    if (strcmp(argument, "pdf") == 0)
        options->format = AGENDASET_PDF;
    else if (strcmp(argument, "trace") == 0)
        options->format = AGENDASET_TRACE;
    else
        options->trouble =
            arena_format(options->arena, "--to %s: it is pdf or trace", argument);
}

static void take_stage(struct options *options, const char *argument)
{
    struct buffer known = new_buffer(options->arena);
    for (const char *const *stage = agendaset_stages(); *stage != NULL; stage++) {
        buffer_format(&known, " %s", *stage);
        if (strcmp(*stage, argument) == 0)
            options->dump = argument;
    }
    if (options->dump == NULL)
        options->trouble = arena_format(options->arena, "--dump %s: the stages are%s",
                                        argument, buffer_string(&known));
}

static void take_workers(struct options *options, const char *argument)
{
    char *end;
    unsigned long count = strtoul(argument, &end, 10);
    if (argument[0] < '0' || argument[0] > '9' || *end != '\0' || count > MOST_WORKERS)
        options->trouble = arena_format(
            options->arena, "-j %s: it is a number from 0 to %d", argument, MOST_WORKERS);
    options->workers = count;
}

static void take_failing(struct options *options, const char *argument)
{
    if (strcmp(argument, "warning") != 0)
        options->trouble =
            arena_format(options->arena, "--fail-on %s: it is warning", argument);
    options->fail_on_warning = true;
}

static void take_explain(struct options *options, const char *argument)
{
    struct buffer known = new_buffer(options->arena);
    bool found = strcmp(argument, "all") == 0;
    const char *rule;
    for (size_t i = 0; (rule = agendaset_rule(i)) != NULL; i++) {
        buffer_format(&known, " %s", rule);
        found |= strcmp(rule, argument) == 0;
    }
    if (!found)
        options->trouble = arena_format(options->arena, "--explain %s: the rules are%s",
                                        argument, buffer_string(&known));
    options->explain = argument;
}

static void take_why(struct options *options, const char *argument)
{
    options->why = argument;
}

static void take_help(struct options *options, const char *argument)
{
    (void)argument;
    options->command = COMMAND_HELP;
}

static void take_version(struct options *options, const char *argument)
{
    (void)argument;
    options->command = COMMAND_VERSION;
}

static const struct option_row rows[] = {
    {"output", 'o', "FILE | FOLDER/",
     "where to: a file, \"-\" for standard output, or a\n"
     "folder that takes NAME.LANGUAGE.pdf",
     take_output},
    {"language", 'l', "TAG,...", "only these editions, as in zh,en", take_languages},
    {"layout", 0, "NAME | PATH", "this layout instead of the file's own", take_layout},
    {"layout-path", 0, "DIR", "look for layouts there first", take_layout_folder},
    {"font-path", 0, "DIR", "look for font files there first", take_font_folder},
    {"to", 0, "FORMAT", "pdf (the default) or trace: marks as text", take_format},
    {"dump", 0, "STAGE", "print what a stage made, to standard output", take_stage},
    {"jobs", 'j', "N",
     "set several files by N processes at a time;\n"
     "0, the default: one a processor",
     take_workers},
    {"fail-on", 0, "warning", "exit with 3 when there were warnings", take_failing},
    {"why", 0, "TEXT", "with fonts: which faces these characters get, and why", take_why},
    {"explain", 0, "RULE",
     "with check: what a rule finds, and how to mend it;\nall: every rule", take_explain},
    {"help", 'h', NULL, "this text", take_help},
    {"version", 0, NULL, "the version", take_version},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* How many words a command takes behind its name. */
struct command_row {
    const char *name;
    const char *arguments; /* as help names them */
    const char *help;
    enum command command;
    size_t fewest, most;
};

static const struct command_row commands[] = {
    {"build", "FILE...", "make a PDF of each edition", COMMAND_BUILD, 1, SIZE_MAX},
    {"check", "[FILE...]", "only tell what is wrong, as a proof-reader would",
     COMMAND_CHECK, 0, SIZE_MAX},
    {"compare", "FILE [FILE]", "tell what differs in two versions or editions",
     COMMAND_COMPARE, 1, 2},
    {"stats", "FILE...", "count words and pages of each edition", COMMAND_STATS, 1,
     SIZE_MAX},
    {"dump", "STAGE FILE...", "print what a stage made of them", COMMAND_BUILD, 2,
     SIZE_MAX},
    {"schema", "[agenda | layout]", "print the JSON Schema of such a file",
     COMMAND_SCHEMA, 0, 1},
    {"new", "FILE", "write a file to begin with", COMMAND_NEW, 1, 1},
    {"import", "FILE", "make such a file of an agenda in Markdown", COMMAND_IMPORT, 1, 1},
    {"layouts", "", "list the layouts", COMMAND_LAYOUTS, 0, 0},
    {"languages", "", "list the languages", COMMAND_LANGUAGES, 0, 0},
    {"fonts", "", "list roles and faces, and what is missing", COMMAND_FONTS, 0, 0},
    {"help", "", "this text", COMMAND_HELP, 0, 0},
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_row(struct buffer *out, const struct option_row *row)
{
    size_t start = out->count;
    if (row->letter != 0)
        buffer_format(out, "  -%c, --%s", row->letter, row->name);
    else
        buffer_format(out, "      --%s", row->name);
    if (row->argument != NULL)
        buffer_format(out, " %s", row->argument);
    for (const char *line = row->help; *line != '\0';) {
        size_t size = strcspn(line, "\n");
        if (line != row->help || out->count - start >= HELP_COLUMN) {
            buffer_byte(out, '\n');
            start = out->count;
        }
        while (out->count - start < HELP_COLUMN)
            buffer_byte(out, ' ');
        buffer_bytes(out, line, size);
        line += size + (line[size] == '\n');
    }
    buffer_byte(out, '\n');
}

static void print_command(struct buffer *out, const struct command_row *row)
{
    size_t start = out->count;
    buffer_format(out, "  %s %s ", row->name, row->arguments);
    while (out->count - start < HELP_COLUMN)
        buffer_byte(out, ' ');
    buffer_format(out, "%s\n", row->help);
}

void print_help(struct buffer *out)
{
    buffer_text(
        out, "Sets agenda documents, written in YAML, as PDF.\n\n"
             "    agendaset COMMAND [OPTION...]\n\n"
             "    agendaset build agenda.yaml             makes agenda.pdf beside it\n"
             "    agendaset build *.yaml -o out/ -j 4     NAME.LANGUAGE.pdf for each\n"
             "    agendaset build - -o - <a.yaml >a.pdf   from input to output\n\n"
             "A file of several languages gives NAME.LANGUAGE.pdf for each of them.\n\n"
             "Commands:\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        print_command(out, &commands[i]);
    buffer_text(out, "\nOptions:\n");
    for (size_t i = 0; i < ROW_COUNT; i++)
        print_row(out, &rows[i]);
    buffer_text(out, "\nStages for --dump:");
    for (const char *const *stage = agendaset_stages(); *stage != NULL; stage++)
        buffer_format(out, " %s", *stage);
    buffer_text(
        out, "\n\nData (layouts, fonts/catalogue.yaml) is looked for in the folder "
             "that AGENDASET_DATA\nnames, and where the program is installed.\n\n"
             "Exit status: 0 all made; 1 errors in a document, or compare found "
             "differences;\n2 wrong use; 3 warnings, with --fail-on warning; 4 a file "
             "cannot be read or\nwritten; 5 a limit was reached; 70 a fault of the "
             "program; 128+n ended by signal n.\nOf several files the worst counts: 70, "
             "4, 5, 2, 1, 3.\n");
}

/* The table in the form that getopt_long() wants. */
struct getopt_table {
    struct option long_options[MOST_OPTIONS];
    char letters[2 * MOST_OPTIONS];
};

static struct getopt_table make_getopt_table(void)
{
    struct getopt_table table = {.letters = ":"};
    char *letter = table.letters + 1;
    for (int i = 0; i < ROW_COUNT; i++) {
        table.long_options[i] = (struct option){
            .name = rows[i].name,
            .has_arg = rows[i].argument != NULL ? required_argument : no_argument,
            .val = FIRST_LONG_ONLY + i,
        };
        if (rows[i].letter == 0)
            continue;
        *letter++ = rows[i].letter;
        if (rows[i].argument != NULL)
            *letter++ = ':';
    }
    return table;
}

/* getopt_long()'s answer as a row; NULL: no such option. */
static const struct option_row *row_of_answer(int answer)
{
    if (answer >= FIRST_LONG_ONLY)
        return &rows[answer - FIRST_LONG_ONLY];
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (rows[i].letter == answer)
            return &rows[i];
    return NULL;
}

static const struct command_row *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static const char *command_trouble(struct arena *arena, const char *word)
{
    if (word == NULL)
        return "what is to be done? as in: agendaset build agenda.yaml";
    struct buffer names = new_buffer(arena);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        buffer_format(&names, "%s %s", i == 0 ? "" : ",", commands[i].name);
    return arena_format(arena, "unknown command “%s”; there are:%s", word,
                        buffer_string(&names));
}

/* The words behind the options: a command, and what it is told. */
static void take_words(struct options *options, char **words)
{
    const struct command_row *row = *words == NULL ? NULL : find_command(*words);
    if (row == NULL) {
        options->trouble = command_trouble(options->arena, *words);
        return;
    }
    options->command = row->command;
    for (words++; *words != NULL; words++)
        vec_push(options->arena, &options->files, (const char *)*words);
    if (row->command != COMMAND_HELP &&
        (options->files.count < row->fewest || options->files.count > row->most))
        options->trouble = arena_format(options->arena, "it is: agendaset %s %s",
                                        row->name, row->arguments);
    else if (strcmp(row->name, "dump") == 0) {
        take_stage(options, options->files.at[0]);
        options->files.at++;
        options->files.count--;
    }
}

/* Of letters that stand together in a word, `optopt` says which one it is. */
static const char *option_trouble(struct arena *arena, int answer, const char *word)
{
    bool is_letter = optopt > 0 && optopt < FIRST_LONG_ONLY;
    const char *name = is_letter ? arena_format(arena, "-%c", optopt) : word;
    return arena_format(arena,
                        answer == ':'
                            ? "%s wants an argument"
                            : "unknown option %s, or one that takes no argument",
                        name);
}

/* What does not go together. */
static const char *mixture_trouble(const struct options *options)
{
    bool is_check = options->command == COMMAND_CHECK;
    if (options->explain != NULL && !is_check)
        return "--explain belongs to check: agendaset check --explain RULE";
    if (is_check && options->explain == NULL && options->files.count == 0)
        return "which file? as in: agendaset check agenda.yaml";
    if ((is_check || options->command == COMMAND_COMPARE ||
         options->command == COMMAND_STATS) &&
        (options->output != NULL || options->dump != NULL))
        return "-o and --dump belong to build: check, compare and stats make no outputs";
    return NULL;
}

struct options read_options(struct arena *arena, int argc, char **argv)
{
    struct options options = {.arena = arena};
    struct getopt_table table = make_getopt_table();
    opterr = 0;
    int answer;
    while (options.trouble == NULL && options.command == COMMAND_BUILD &&
           (answer = getopt_long(argc, argv, table.letters, table.long_options, NULL)) !=
               -1) {
        const struct option_row *row = row_of_answer(answer);
        if (row != NULL)
            row->take(&options, optarg);
        else
            options.trouble = option_trouble(arena, answer, argv[optind - 1]);
    }
    if (options.trouble != NULL || options.command != COMMAND_BUILD)
        return options;
    take_words(&options, argv + optind);
    if (options.trouble == NULL)
        options.trouble = mixture_trouble(&options);
    return options;
}
