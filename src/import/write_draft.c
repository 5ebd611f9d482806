/* Writing a draft, key by key, in the order in which a source has them. */
#include "import/write_draft.h"

#include "import/write_yaml.h"
#include <string.h>

enum { STEP = 2 };

static void write_field(struct buffer *out, const struct draft_field *field)
{
    write_remarks(out, STEP, &field->remarks);
    write_indent(out, STEP);
    if (field->text == NULL) {
        buffer_format(out, "# %s:\n", field->key);
        return;
    }
    buffer_format(out, "%s: ", field->key);
    if (strcmp(field->key, "date") == 0 || strcmp(field->key, "dates") == 0 ||
        strcmp(field->key, "time") == 0)
        buffer_format(out, "%s\n", field->text);
    else
        write_scalar(out, STEP, field->text);
}

static void write_fields_named(struct buffer *out, const struct draft_fields *fields,
                               const char *group, const char *key)
{
    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->at[i].group, group) == 0 &&
            strcmp(fields->at[i].key, key) == 0)
            write_field(out, &fields->at[i]);
}

static bool has_group(const struct draft_fields *fields, const char *group)
{
    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->at[i].group, group) == 0)
            return true;
    return false;
}

/* A group with nothing but remarks would be a key without a value. */
static bool has_value(const struct draft_fields *fields, const char *group)
{
    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->at[i].group, group) == 0 && fields->at[i].text != NULL)
            return true;
    return false;
}

/* In the manual's order; those of the layout in that in which they were found. */
static void write_group(struct buffer *out, const struct draft_fields *fields,
                        const char *group)
{
    static const char *const order[] = {"symbol",   "organ",  "distribution", "date",
                                        "original", "job",    "item",         "subject",
                                        "title",    "author", "body",         "session",
                                        "dates",    "time",   "place"};
    if (!has_group(fields, group))
        return;
    buffer_format(out, has_value(fields, group) ? "\n%s:\n" : "\n# %s:\n", group);
    if (strcmp(group, "fields") != 0) {
        for (size_t i = 0; i < sizeof order / sizeof *order; i++)
            write_fields_named(out, fields, group, order[i]);
        return;
    }
    for (size_t i = 0; i < fields->count; i++)
        if (strcmp(fields->at[i].group, group) == 0)
            write_field(out, &fields->at[i]);
}

static void write_long_text(struct buffer *out, int indent, const char *key,
                            const struct draft_text *text)
{
    if (text->body.count == 0)
        return;
    write_remarks(out, indent, &text->remarks);
    write_key(out, indent, key);
    write_block(out, indent + STEP, buffer_as_slice(&text->body));
}

static void write_document(struct buffer *out, int indent,
                           const struct draft_document *document)
{
    write_remarks(out, indent, &document->remarks);
    write_indent(out, indent);
    buffer_text(out, "- ");
    if (document->title == NULL) {
        write_scalar(out, indent, document->symbol);
        return;
    }
    buffer_text(out, "title: ");
    write_scalar(out, indent + STEP, document->title);
    if (document->symbol == NULL)
        return;
    write_key(out, indent + STEP, "symbol");
    write_scalar(out, indent + STEP, document->symbol);
}

static void write_items(struct buffer *, int indent, const struct draft_items *,
                        bool with_sections);

static void write_item(struct buffer *out, int indent, const struct draft_item *item)
{
    write_remarks(out, indent, &item->remarks);
    write_indent(out, indent);
    buffer_text(out, "- title: ");
    indent += STEP;
    write_scalar(out, indent, item->title);
    if (!item->is_listed) {
        write_key(out, indent, "listed");
        buffer_text(out, "false\n");
    }
    if (item->status != NULL) {
        write_key(out, indent, "status");
        write_scalar(out, indent, item->status);
    }
    if (item->heading != NULL) {
        write_key(out, indent, "heading");
        write_scalar(out, indent, item->heading);
    }
    write_long_text(out, indent, "annotation", &item->annotation);
    if (item->documents.count > 0) {
        write_key(out, indent, "documents");
        out->count--;
        buffer_byte(out, '\n');
    }
    for (size_t i = 0; i < item->documents.count; i++)
        write_document(out, indent + STEP, &item->documents.at[i]);
    if (item->items.count > 0) {
        write_indent(out, indent);
        buffer_text(out, "items:\n");
        write_items(out, indent + STEP, &item->items, false);
    }
}

/* At most three calls deep.  Items that say more than their title stand apart. */
static void write_items(struct buffer *out, int indent, const struct draft_items *items,
                        bool with_sections)
{
    bool in_section = false, was_long = false;
    for (size_t i = 0; i < items->count; i++) {
        const struct draft_item *item = items->at[i];
        bool is_long = item->annotation.body.count > 0 || item->items.count > 0;
        if (with_sections && i > 0 && (is_long || was_long))
            buffer_byte(out, '\n');
        was_long = is_long;
        if (with_sections && item->section != NULL) {
            write_indent(out, indent);
            buffer_text(out, "- section: ");
            write_scalar(out, indent + STEP, item->section);
            write_indent(out, indent + STEP);
            buffer_text(out, "items:\n");
            in_section = true;
        }
        write_item(out, indent + (in_section ? 2 * STEP : 0), item);
    }
}

static void write_notes(struct buffer *out, const struct draft_notes *notes)
{
    if (notes->count > 0)
        buffer_text(out, "\nnotes:\n");
    for (size_t i = 0; i < notes->count; i++)
        write_long_text(out, STEP, notes->at[i]->name, &notes->at[i]->text);
}

static bool is_bare(const struct draft_row *row)
{
    for (int i = 0; i < ROW_TEXTS; i++)
        if (row->texts[i] != NULL)
            return false;
    return row->title == NULL && row->remarks.count == 0;
}

static bool has_bare_rows(const struct draft_slot *slot)
{
    for (size_t i = 0; i < slot->rows.count; i++)
        if (!is_bare(&slot->rows.at[i]))
            return false;
    return true;
}

static void write_when(struct buffer *out, const struct draft_slot *slot)
{
    if (slot->from < 0) {
        buffer_text(out, "label: ");
        write_flow_text(out, slot->label);
        return;
    }
    buffer_format(out, "time: %02d:%02d", slot->from / 60, slot->from % 60);
    if (slot->to >= 0)
        buffer_format(out, "-%02d:%02d", slot->to / 60, slot->to % 60);
}

static void write_row(struct buffer *out, int indent, const struct draft_row *row)
{
    static const char *const keys[ROW_TEXTS] = {"presenter", "chair", "place",
                                                "documents"};
    bool is_first = true;
    write_remarks(out, indent, &row->remarks);
    write_indent(out, indent);
    buffer_text(out, "- ");
    if (row->item != NULL) {
        buffer_format(out, "item: %s\n", row->item->reference);
        is_first = false;
    }
    if (row->title != NULL) {
        write_key(out, is_first ? 0 : indent + STEP, "title");
        write_scalar(out, indent + STEP, row->title);
    }
    for (int i = 0; i < ROW_TEXTS; i++) {
        if (row->texts[i] == NULL)
            continue;
        write_key(out, indent + STEP, keys[i]);
        write_scalar(out, indent + STEP, row->texts[i]);
    }
}

/* In one line when it says nothing but items. */
static void write_slot(struct buffer *out, int indent, const struct draft_slot *slot)
{
    bool is_short = has_bare_rows(slot);
    write_indent(out, indent);
    buffer_text(out, is_short ? "- { " : "- ");
    write_when(out, slot);
    if (!is_short) {
        buffer_byte(out, '\n');
        write_indent(out, indent + STEP);
        buffer_text(out, "items:\n");
        for (size_t i = 0; i < slot->rows.count; i++)
            write_row(out, indent + 2 * STEP, &slot->rows.at[i]);
        return;
    }
    buffer_text(out, ", items: [");
    for (size_t i = 0; i < slot->rows.count; i++)
        buffer_format(out, "%s%s", i == 0 ? "" : ", ", slot->rows.at[i].item->reference);
    buffer_text(out, "] }\n");
}

static void write_day(struct buffer *out, int indent, const struct draft_day *day)
{
    write_remarks(out, indent, &day->remarks);
    write_indent(out, indent);
    if (day->date.year != 0) {
        buffer_format(out, "- date: %04d-%02d-%02d\n", day->date.year, day->date.month,
                      day->date.day);
    } else {
        buffer_text(out, "- label: ");
        write_scalar(out, indent + STEP, day->label);
    }
    write_indent(out, indent + STEP);
    buffer_text(out, day->slots.count > 0 ? "slots:\n" : "slots: []\n");
    for (size_t i = 0; i < day->slots.count; i++)
        write_slot(out, indent + 2 * STEP, &day->slots.at[i]);
}

static void write_cells(struct buffer *out, const struct draft_line *line)
{
    buffer_byte(out, '[');
    for (size_t i = 0; i < line->count; i++) {
        buffer_text(out, i == 0 ? "" : ", ");
        write_flow_text(out, line->cells[i]);
    }
    buffer_text(out, "]\n");
}

/* Nothing behind its first cell: it stands across. */
static bool is_across(const struct draft_line *line)
{
    for (size_t i = 1; i < line->count; i++)
        if (line->cells[i][0] != '\0')
            return false;
    return line->count > 1 && line->cells[0][0] != '\0';
}

static void write_table(struct buffer *out, int indent, const struct draft_table *table)
{
    write_indent(out, indent);
    buffer_text(out, "table:\n");
    write_key(out, indent + STEP, "heads");
    write_cells(out, &table->at[0]);
    write_indent(out, indent + STEP);
    buffer_text(out, table->count > 1 ? "rows:\n" : "rows: []\n");
    for (size_t i = 1; i < table->count; i++) {
        write_indent(out, indent + 2 * STEP);
        buffer_text(out, "- ");
        if (is_across(&table->at[i]))
            write_scalar(out, indent + 2 * STEP, table->at[i].cells[0]);
        else
            write_cells(out, &table->at[i]);
    }
}

static void write_annex(struct buffer *out, const struct draft_annex *annex)
{
    write_remarks(out, STEP, &annex->remarks);
    write_indent(out, STEP);
    buffer_text(out, "- title: ");
    write_scalar(out, 2 * STEP, annex->title == NULL ? "" : annex->title);
    write_long_text(out, 2 * STEP, "text", &annex->text);
    if (annex->table.count > 0)
        write_table(out, 2 * STEP, &annex->table);
    for (size_t i = 0; i < annex->column_count; i++)
        buffer_format(out, "%s%s%s", i == 0 ? "    columns: [" : ", ", annex->columns[i],
                      i + 1 == annex->column_count ? "]\n" : "");
    if (annex->days.count > 0) {
        write_indent(out, 2 * STEP);
        buffer_text(out, "timetable:\n");
    }
    for (size_t i = 0; i < annex->days.count; i++)
        write_day(out, 3 * STEP, &annex->days.at[i]);
}

static void write_labels(struct buffer *out, const struct draft_labels *labels)
{
    if (labels->count == 0)
        return;
    buffer_text(out, "\n# As the document words them.\nwords:\n  labels:\n");
    for (size_t i = 0; i < labels->count; i++) {
        write_key(out, 2 * STEP, labels->at[i].name);
        write_scalar(out, 2 * STEP, labels->at[i].words);
    }
}

static void write_leftovers(struct buffer *out, const struct draft_leftovers *leftovers)
{
    if (leftovers->count > 0)
        buffer_text(out, "\n# UNSURE: what has no place in an agenda:\n");
    for (size_t i = 0; i < leftovers->count; i++)
        write_comment(out, "", leftovers->at[i].text);
}

void write_draft(struct buffer *out, const struct draft *draft, const char *from)
{
    buffer_text(out, "# yaml-language-server: $schema=agenda.schema.json\n#\n");
    write_comment(out, "Made by “agendaset import” from ", from);
    buffer_text(out, "# Look at what is marked UNSURE, then take the mark out.\n");
    buffer_format(out, "layout: %s\nlanguage: %s\n", draft->layout, draft->language);
    write_labels(out, &draft->labels);
    write_group(out, &draft->fields, "document");
    write_group(out, &draft->fields, "meeting");
    write_group(out, &draft->fields, "fields");
    if (draft->opening.body.count > 0)
        buffer_byte(out, '\n');
    write_long_text(out, 0, "opening", &draft->opening);
    buffer_text(out, "\nagenda:\n");
    write_items(out, STEP, &draft->items, true);
    write_notes(out, &draft->notes);
    if (draft->annexes.count > 0)
        buffer_text(out, "\nannexes:\n");
    for (size_t i = 0; i < draft->annexes.count; i++)
        write_annex(out, draft->annexes.at[i]);
    write_leftovers(out, &draft->leftovers);
}
