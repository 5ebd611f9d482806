/* Running the rules over the editions of a file. */
#include "check/check.h"

#include "check/checker.h"
#include "check/rules.h"
#include <string.h>

/* What helps whenever the rule speaks, as a message has it; tell_mend() says more. */
static void mend_by_rule(struct checker *checker)
{
    const char *mend = checker->rule->mend;
    report_mend(checker->diagnostics, "%c%.*s", mend[0] | 0x20, (int)strlen(mend) - 2,
                mend + 1);
}

void tell(struct checker *checker, struct place place, const char *format, ...)
{
    const struct rule *rule = checker->rule;
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(checker->arena, format, arguments);
    va_end(arguments);
    if (rule->severity == SEVERITY_ERROR)
        report(checker->diagnostics, rule->name, place, "%s", text);
    else
        report_warning(checker->diagnostics, rule->name, place, "%s", text);
    mend_by_rule(checker);
}

void tell_mend(struct checker *checker, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report_mend(checker->diagnostics, "%s",
                arena_vformat(checker->arena, format, arguments));
    va_end(arguments);
}

void tell_related(struct checker *checker, struct place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report_related(checker->diagnostics, place, "%s",
                   arena_vformat(checker->arena, format, arguments));
    va_end(arguments);
}

/* Levels without numbers have the references of those above. */
static bool has_reference(const struct agenda_item *item)
{
    return item->listed && item->reference[0] != '\0' &&
           (item->parent == NULL ||
            strcmp(item->reference, item->parent->reference) != 0);
}

const char *name_item(struct checker *checker, const struct agenda_item *item)
{
    const char *title = spans_text(checker->arena, &item->title, " ");
    if (!has_reference(item))
        return arena_format(checker->arena, "“%s”", title);
    return arena_format(checker->arena, "item %s “%s”", item->reference, title);
}

static void run_in_editions(struct checker *checker, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        checker->edition = &checker->editions[i];
        checker->rule->find(checker);
    }
}

static void run_rule(struct checker *checker, const struct rule *rule, bool is_whole)
{
    checker->rule = rule;
    if (rule->scope == RULE_TEXTS || (rule->scope == RULE_WHOLE && is_whole))
        run_in_editions(checker, checker->own_count);
    else if (rule->scope == RULE_FIRST && is_whole)
        run_in_editions(checker, 1);
    else if (rule->scope == RULE_EDITIONS && is_whole && checker->edition_count > 1)
        rule->find(checker);
}

/* What an author silences must be a rule, and one that can be silent. */
static void check_allowed(struct checker *checker, const struct agenda *agenda)
{
    for (size_t i = 0; i < agenda->allowed_count; i++) {
        const struct allowed_rule *allowed = &agenda->allowed[i];
        const struct rule *rule = find_rule(allowed->name);
        if (rule == NULL) {
            report(checker->diagnostics, "unknown-rule", allowed->place,
                   "there is no rule “%.*s”", (int)allowed->name.length,
                   allowed->name.at);
            report_mend(checker->diagnostics,
                        "the name of a rule stands in brackets behind its message");
        } else if (rule->severity == SEVERITY_ERROR) {
            report(checker->diagnostics, "unknown-rule", allowed->place,
                   "“%s” is an error, and errors cannot be allowed", rule->name);
        }
    }
}

struct checked_edition read_checked_edition(struct arena *arena,
                                            const struct edition_to_check *edition)
{
    const struct lexicon *lexicon = new_lexicon(arena, edition->language);
    return (struct checked_edition){edition->agenda,
                                    edition->language,
                                    edition->layout,
                                    lexicon,
                                    collect_texts(arena, edition->agenda, lexicon),
                                    edition->documents_are_listed};
}

void check_agendas(const struct check_job *job)
{
    struct checked_edition *editions =
        arena_array(job->arena, job->edition_count, sizeof *editions);
    for (size_t i = 0; i < job->edition_count; i++)
        editions[i] = read_checked_edition(job->arena, &job->editions[i]);
    struct checker checker = {
        .arena = job->arena,
        .diagnostics = job->diagnostics,
        .composed_form = job->composed_form,
        .compatible_form = job->compatible_form,
        .editions = editions,
        .edition_count = job->edition_count,
        .own_count = job->own_count,
    };
    if (job->own_count == 0)
        return;
    check_allowed(&checker, editions[0].agenda);
    for (size_t i = 0; i < rule_count; i++)
        run_rule(&checker, &rules[i], job->is_whole);
}
