/* The labels that a layout names, and who has words for them. */
#include "layout_labels.h"

#include "read/nearest.h"

/* `words:` of a layout or a file, perhaps by language. */
static bool words_have(const struct node *words, const char *label)
{
    if (node_member(node_member(words, "labels"), label) != NULL)
        return true;
    const struct node *own = words == NULL ? NULL : words->first;
    for (; own != NULL; own = own->next)
        if (node_member(node_member(own, "labels"), label) != NULL)
            return true;
    return false;
}

/* In the words of any edition. */
static bool layout_has_label(const struct node *root, const char *label)
{
    const struct node *languages = node_member(root, "languages");
    const struct node *own = languages == NULL ? NULL : languages->first;
    for (; own != NULL; own = own->next)
        if (words_have(node_member(own, "words"), label))
            return true;
    return words_have(node_member(root, "words"), label);
}

static bool language_has_label(struct document *document, const char *tag,
                               const char *label)
{
    const struct language *language =
        find_language(document->engine, tag, document->diagnostics);
    return language != NULL && language_label(language, label) != NULL;
}

static bool masthead_has_label(struct document *document, const struct layout *layout,
                               const char *label)
{
    for (size_t i = 0; i < layout->furniture_count; i++) {
        const char *tag = layout->furniture[i].language;
        if (tag != NULL && language_has_label(document, tag, label))
            return true;
    }
    return false;
}

static bool edition_has_label(struct document *document, const struct editions *editions,
                              const char *label)
{
    for (size_t i = 0; i < editions->count; i++)
        if (language_has_label(document, editions->at[i].language, label))
            return true;
    return false;
}

static void report_unknown_label(struct document *document,
                                 const struct language *language,
                                 const struct named_label *label)
{
    report(document->diagnostics, "unknown-label", label->place,
           "no language of the document has the label “%s”, nor have the layout's words",
           label->name);
    struct names known = language_words(document->arena, language, "");
    size_t nearest = nearest_word(slice_from_text(label->name), known.at, known.count);
    if (nearest < known.count)
        report_mend(document->diagnostics, "did you mean “%s”?", known.at[nearest]);
    else
        report_mend(document->diagnostics,
                    "give it in the layout: “words: { labels: { %s: … } }”", label->name);
}

void check_layout_labels(struct document *document, const struct node *root,
                         const struct layout_file *file, const struct editions *editions)
{
    for (size_t i = 0; i < document->editions.count; i++) {
        const struct document_edition *edition = &document->editions.at[i];
        const struct layout *layout = edition->layout;
        for (size_t k = 0; layout != NULL && k < layout->labels.count; k++) {
            const struct named_label *label = &layout->labels.at[k];
            if (language_label(edition->language, label->name) == NULL &&
                !edition_has_label(document, editions, label->name) &&
                !masthead_has_label(document, layout, label->name) &&
                !layout_has_label(file->root, label->name) &&
                !words_have(node_member(root, "words"), label->name))
                report_unknown_label(document, edition->language, label);
        }
    }
}
