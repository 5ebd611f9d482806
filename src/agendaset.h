/* agendaset: official agenda documents from YAML into PDF.  The public interface.
 *
 *     struct agendaset_options options = {.data = folders, .data_count = 2};
 *     struct agendaset *engine = agendaset_open(&options);
 *     struct agendaset_result *result = agendaset_build(engine, &job);
 *     for (size_t i = 0; i < result->edition_count; i++) ...
 *     agendaset_release(result);
 *     agendaset_close(engine);
 *
 * The engine opens layouts, languages and fonts when they are first asked for and keeps
 * them; documents share them.  An engine is used by one thread at a time; a process may
 * be forked after agendaset_open() or agendaset_prepare().
 * Nothing here prints, exits, or reads clock, locale or environment. */
#ifndef AGENDASET_H
#define AGENDASET_H

#include <stdbool.h>
#include <stddef.h>

#define AGENDASET_VERSION "0.1.0"

/* What became of a document.  The command ends with these numbers. */
enum agendaset_status {
    AGENDASET_DONE = 0,
    AGENDASET_CONTENT = 1, /* errors in the document: see the diagnostics */
    AGENDASET_USAGE = 2,   /* an unknown layout or language was asked for */
    AGENDASET_IO = 4,      /* a file cannot be read or written */
    AGENDASET_LIMIT = 5,   /* too large, too deep */
    AGENDASET_DEFECT = 70  /* a fault of the program itself */
};

struct agendaset; /* the engine */

struct agendaset_options {
    const char **data;    /* folders that hold layouts/ and fonts/, best first */
    size_t data_count;
    const char **layouts; /* further folders with layouts, looked at first */
    size_t layout_count;
    const char **fonts;   /* further folders with font files, looked at first */
    size_t font_count;
};

enum agendaset_format { AGENDASET_PDF, AGENDASET_TRACE };

/* What is to be made of one source. */
struct agendaset_job {
    const char *name;           /* the file, as messages name it; "-": standard input */
    const char *text;           /* its bytes; NULL: they are read from `name` */
    size_t length;
    const char *layout;         /* instead of the file's own; NULL: none */
    const char **languages;     /* of the editions wanted, BCP 47; NULL: all */
    size_t language_count;
    enum agendaset_format format;
    bool check_only;            /* only messages and counts are wanted, no bytes */
    const char *dump;           /* a stage, see agendaset_stages(); NULL: the document */
};

/* How much there is.  Words, ideographs and characters are those of running text: with
 * titles, tables, notes and what the program adds, without the masthead, running heads,
 * numbers of items and marks of notes. */
struct agendaset_counts {
    size_t words;      /* between white space and ideographs */
    size_t ideographs; /* words and ideographs together are what Word counts as words */
    size_t characters; /* without white space */
    size_t paragraphs; /* of annotations, annexes and notes */
    size_t notes, items, documents, pages;
};

struct agendaset_edition {
    const char *language; /* as in file names: "zh" */
    const char *bytes;    /* the PDF, trace or dump; NULL when it was only checked */
    size_t length;
    struct agendaset_counts counts;
    struct agendaset_counts limits; /* what there may be; 0: no limit */
};

struct agendaset_result {
    enum agendaset_status status;
    struct agendaset_edition *editions; /* none when there were errors */
    size_t edition_count;
    const char *report; /* of agendaset_compare(), for people; NULL: there is none */
    size_t differences; /* that it tells */
    size_t errors, warnings;
    const char *messages; /* all diagnostics as text for people; "" when there are none */
};

/* NULL only when there is no memory; what is missing is told by the first build. */
struct agendaset *agendaset_open(const struct agendaset_options *);
void agendaset_close(struct agendaset *);

/* Opens all layouts, languages and faces now, so that processes forked afterwards share
 * them. */
void agendaset_prepare(struct agendaset *);

/* Never NULL but when there is no memory. */
struct agendaset_result *agendaset_build(struct agendaset *, const struct agendaset_job *);
void agendaset_release(struct agendaset_result *);

/* What two documents, or the editions of one, differ in: versions of a document, edition
 * by edition; two languages when the files have none in common; when `second` is NULL the
 * first edition of one file, its others, and those of the file that it is tied to.  The
 * result has no editions, but a report.  `format`, `check_only` and `dump` of a job say
 * nothing here. */
struct agendaset_result *agendaset_compare(struct agendaset *,
                                           const struct agendaset_job *first,
                                           const struct agendaset_job *second);

/* A Markdown agenda as a source in YAML: the one edition of the result.  What it was not
 * sure about is marked in it and told as warnings.  `languages` and `layout` of the job say
 * what they are when the file is not to say it; `format`, `check_only` and `dump` say
 * nothing here.  Never NULL but when there is no memory; released as a build is. */
struct agendaset_result *agendaset_import(struct agendaset *, const struct agendaset_job *);

/* Puts bytes in place whole or not at all; "-" and devices are written to directly.  NULL
 * when it went well, else what went wrong, to be freed with free(). */
char *agendaset_put(const char *file, const char *bytes, size_t size);

/* The JSON Schema (draft-07) of a file, "agenda" or "layout", to be freed with free();
 * NULL: there is no such format, or no memory. */
char *agendaset_schema(const char *format);

/* What there is, as text for people. */
enum agendaset_topic {
    AGENDASET_LAYOUTS,
    AGENDASET_LANGUAGES,
    AGENDASET_FONTS,
    AGENDASET_FACES /* which face each character of `text` gets, and why */
};

/* To be freed with free(); NULL: no memory.  `text` is for AGENDASET_FACES only. */
char *agendaset_tell(struct agendaset *, enum agendaset_topic, const char *text);

/* A source to begin with, in these languages (none: all that have words for it) and this layout
 * (NULL: the one that the first of them names).  `date` is the document's.  To be freed
 * with free(); NULL: no memory, or one of them is not known. */
char *agendaset_start(struct agendaset *, const char *layout, const char **languages,
                      size_t language_count, const char *date);

/* The names that `dump` may have, ended by NULL. */
const char *const *agendaset_stages(void);

/* The name of rule number `index` of the checker, NULL behind the last. */
const char *agendaset_rule(size_t index);
/* What a rule finds, an example and how to mend it, as Markdown; of all rules for "all".
 * To be freed with free(); NULL when there is no such rule. */
char *agendaset_explain(const char *name);

#endif
