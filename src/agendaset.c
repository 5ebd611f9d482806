/* The pipeline from top to bottom. */
#include "agendaset.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/vec.h"
#include "call.h"
#include "check/check.h"
#include "counts.h"
#include "document.h"
#include "dump.h"
#include "out/pdf.h"
#include "out/trace.h"
#include "page/contents.h"
#include "page/flow.h"
#include "page/furniture.h"
#include "page/pager.h"
#include "text/breaker.h"
#include "text/normal_form.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An edition on its way through the stages. */
struct edition_at_work {
    const struct document_edition *read;
    struct pages pages;
    struct text_counts text; /* what was set up to now */
    struct agendaset_counts counts;
    struct buffer dump; /* of the stage that was asked for */
};

/* Sees every paragraph that is set. */
struct paragraph_eye {
    struct text_counts *counts;
    struct paragraph_dump dump; /* of no stage that shows paragraphs: none */
};

/* One document at work. */
struct build {
    struct call call; /* first: run_call() knows nothing else of it */
    const struct agendaset_job *job;
    struct document document;
    struct image_shelf images;
    struct edition_at_work *editions; /* one for each of the document */
};

static bool dumps(const struct build *build, const char *stage)
{
    return build->job->dump != NULL && strcmp(build->job->dump, stage) == 0;
}

static bool lists_documents(const struct layout *layout)
{
    return layout != NULL && layout->agenda.documents_form == DOCUMENTS_AFTER_TITLE;
}

static size_t add_editions(struct edition_to_check *to,
                           const struct document_editions *from)
{
    for (size_t i = 0; i < from->count; i++)
        to[i] = (struct edition_to_check){from->at[i].agenda, from->at[i].language,
                                          from->at[i].layout,
                                          lists_documents(from->at[i].layout)};
    return from->count;
}

/* The rules of the proof-reader. */
static void check_document(struct build *build)
{
    const struct document *read = &build->document;
    size_t count = read->editions.count + read->tied.count;
    struct edition_to_check *editions =
        arena_array(build->call.arena, count, sizeof *editions);
    size_t own_count = add_editions(editions, &read->editions);
    add_editions(editions + own_count, &read->tied);
    check_agendas(&(struct check_job){
        .arena = build->call.arena,
        .diagnostics = &build->call.diagnostics,
        .composed_form = composed_form,
        .compatible_form = compatible_form,
        .editions = editions,
        .edition_count = count,
        .own_count = own_count,
        .is_whole = build->call.diagnostics.errors == 0,
    });
}

static const struct language *find_other_language(void *owner, const char *tag)
{
    struct build *build = owner;
    return find_language(build->call.engine, tag, &build->call.diagnostics);
}

static const char *field_text(struct build *build, const struct agenda *agenda,
                              const char *name)
{
    const struct field *field = agenda_field(agenda, name);
    if (field == NULL || field->kind != FIELD_SPANS || field->spans.count == 0)
        return NULL;
    return spans_text(build->call.arena, &field->spans, " ");
}

/* What readers of PDF show of the whole document. */
static struct document_info describe_document(struct build *build,
                                              const struct document_edition *edition)
{
    const char *title = field_text(build, edition->agenda, "title");
    const char *symbol = field_text(build, edition->agenda, "symbol");
    return (struct document_info){
        /* Never the file's name: another name must not give other bytes. */
        .title = title != NULL    ? title
                 : symbol != NULL ? symbol
                                  : "",
        .language = edition->agenda->language,
        .author = field_text(build, edition->agenda, "organ"),
        .subject = symbol,
        .date = agenda_date(edition->agenda),
        .right_to_left = edition->language->right_to_left,
    };
}

static void see_paragraph(void *owner, const struct passage *passage,
                          const struct runs *runs, const int *price,
                          const struct items *items, const struct lines *lines)
{
    struct paragraph_eye *eye = owner;
    count_passage(eye->counts, passage);
    if (is_paragraph_stage(eye->dump.stage))
        dump_paragraph(&eye->dump, passage, runs, price, items, lines);
}

/* From what was written to finished pages.  The masthead is not counted. */
static struct pages set_edition(struct build *build, struct typesetter *setter,
                                struct edition_at_work *work)
{
    struct galley galley = flow_agenda(setter, work->read->agenda);
    const struct text_counts running_text = work->text;
    if (dumps(build, "galley"))
        print_galley(&work->dump, &galley);
    struct page_ends ends = choose_page_ends(setter, &galley);
    number_contents(setter, &galley, &ends);
    struct pages pages = make_pages(setter, &galley, &ends);
    struct language_source others = {find_other_language, build};
    add_furniture(setter, &galley.references, &others, &build->images, &pages);
    pages.info = describe_document(build, work->read);
    work->counts = count_edition(work->read, &running_text, pages.count);
    return pages;
}

static struct edition_at_work work_at_edition(struct build *build,
                                              struct font_catalogue *fonts,
                                              const struct document_edition *edition)
{
    struct edition_at_work work = {.read = edition,
                                   .dump = new_buffer(build->call.arena)};
    struct paragraph_eye eye = {&work.text, {build->job->dump, &work.dump}};
    struct paragraph_watch watch = {see_paragraph, &eye};
    struct typesetter setter = {
        .arena = build->call.arena,
        .scratch = new_scratch(build->call.arena),
        .fonts = fonts,
        .breaker = new_breaker(build->call.arena),
        .language = edition->language,
        .layout = edition->layout,
        .diagnostics = &build->call.diagnostics,
        .watch = &watch,
    };
    if (dumps(build, "yaml"))
        print_tree(&work.dump, edition->root);
    if (dumps(build, "agenda"))
        print_agenda(&work.dump, edition->agenda);
    work.pages = set_edition(build, &setter, &work);
    check_limits(&build->call.diagnostics, edition, &work.counts);
    return work;
}

static void set_document(struct build *build)
{
    const struct document_editions *read = &build->document.editions;
    struct font_catalogue *fonts =
        find_fonts(build->call.engine, &build->call.diagnostics);
    build->editions =
        arena_array(build->call.arena, read->count, sizeof *build->editions);
    for (size_t i = 0; fonts != NULL && i < read->count; i++)
        build->editions[i] = work_at_edition(build, fonts, &read->at[i]);
}

static struct slice write_edition(struct build *build,
                                  const struct edition_at_work *edition,
                                  const struct pdf_resources *resources)
{
    const struct agendaset_job *job = build->job;
    struct buffer bytes = edition->dump;
    if (job->dump == NULL && job->format == AGENDASET_PDF)
        write_pdf(build->call.arena, &edition->pages, resources, &bytes);
    else if (job->dump == NULL || dumps(build, "pages"))
        write_trace(build->call.arena, &edition->pages, &bytes);
    return buffer_as_slice(&bytes);
}

/* What there is, without its bytes. */
static void list_editions(struct build *build)
{
    struct agendaset_result *result = &build->call.result;
    result->edition_count = build->document.editions.count;
    result->editions =
        arena_array(build->call.arena, result->edition_count, sizeof *result->editions);
    for (size_t i = 0; i < result->edition_count; i++) {
        const struct edition_at_work *work = &build->editions[i];
        result->editions[i] = (struct agendaset_edition){
            .language = work->read->language->short_tag,
            .counts = work->counts,
            .limits = edition_limits(work->read),
        };
    }
}

static void write_document(struct build *build)
{
    struct agendaset_result *result = &build->call.result;
    struct pdf_resources resources = {
        .icc_profile = find_icc_profile(build->call.engine, &build->call.diagnostics),
        .outlines = build->call.engine->outlines,
        .producer = "agendaset " AGENDASET_VERSION,
    };
    if (build->call.diagnostics.errors > 0)
        return;
    for (size_t i = 0; i < result->edition_count; i++) {
        struct slice bytes = write_edition(build, &build->editions[i], &resources);
        result->editions[i].bytes = bytes.at;
        result->editions[i].length = bytes.length;
    }
}

static void build_document(struct call *call, const struct agendaset_job *job)
{
    struct build *build = (struct build *)call;
    struct diagnostics *diagnostics = &call->diagnostics;
    build->job = job;
    build->images = (struct image_shelf){call->arena, diagnostics, NULL, 0, 0};
    build->document = (struct document){.engine = call->engine,
                                        .arena = call->arena,
                                        .job = job,
                                        .diagnostics = diagnostics};
    read_document(&build->document);
    call->result.status = build->document.status;
    check_document(build);
    if (diagnostics->errors == 0)
        set_document(build);
    if (diagnostics->errors == 0)
        list_editions(build);
    if (diagnostics->errors == 0 && !job->check_only)
        write_document(build);
    if (diagnostics->errors > 0)
        call->result.edition_count = 0;
}

struct agendaset_result *agendaset_build(struct agendaset *engine,
                                         const struct agendaset_job *job)
{
    return run_call(engine, sizeof(struct build), job, build_document);
}

char *agendaset_put(const char *file, const char *bytes, size_t size)
{
    struct recovery recovery;
    struct arena *arena = new_arena(&recovery, 0);
    if (arena == NULL || setjmp(recovery.jump) != 0) {
        free_arena(arena);
        return strdup("out of memory");
    }
    struct file_error error = write_file(arena, file, (struct slice){bytes, size});
    char *text = error.text == NULL ? NULL : strdup(error.text);
    free_arena(arena);
    return text;
}
