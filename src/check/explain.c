/* The rules in words, as Markdown. */
#include "check/rules.h"

const struct rule *find_rule(struct slice name)
{
    for (size_t i = 0; i < rule_count; i++)
        if (slice_equals(name, rules[i].name))
            return &rules[i];
    return NULL;
}

const char *rule_name(size_t index)
{
    return index < rule_count ? rules[index].name : NULL;
}

/* Indented by four, which Markdown leaves as it is. */
static void print_example(struct buffer *out, const char *example)
{
    buffer_text(out, "    ");
    for (; *example != '\0'; example++) {
        buffer_byte(out, *example);
        if (*example == '\n')
            buffer_text(out, "    ");
    }
    buffer_text(out, "\n\n");
}

void explain_rule(struct buffer *out, const struct rule *rule)
{
    buffer_format(out, "## %s\n\n%s (%s)\n\n%s\n\n", rule->name, rule->meaning,
                  rule->severity == SEVERITY_ERROR ? "error" : "warning", rule->finds);
    print_example(out, rule->example);
    buffer_format(out, "%s\n", rule->mend);
}

void explain_all_rules(struct buffer *out)
{
    buffer_text(out, "# The rules of the checker\n\n"
                     "Made by `agendaset check --explain all`.\n");
    for (size_t i = 0; i < rule_count; i++) {
        buffer_byte(out, '\n');
        explain_rule(out, &rules[i]);
    }
}
