/* Counting an agenda's parts, and holding the counts against the limits. */
#include "counts.h"

static size_t count_paragraphs(const struct blocks *blocks)
{
    size_t count = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->at[i];
        count += block->kind == BLOCK_PARAGRAPH;
        for (size_t k = 0; k < block->item_count; k++)
            count += count_paragraphs(&block->items[k]);
    }
    return count;
}

static void count_items(struct agendaset_counts *counts, const struct agenda_items *items)
{
    counts->items += items->count;
    for (size_t i = 0; i < items->count; i++) {
        counts->documents += items->at[i].document_count;
        counts->paragraphs += count_paragraphs(&items->at[i].annotation);
        count_items(counts, &items->at[i].items);
    }
}

struct agendaset_counts count_edition(const struct document_edition *edition,
                                      const struct text_counts *text, size_t pages)
{
    const struct agenda *agenda = edition->agenda;
    struct agendaset_counts counts = {
        .words = text->words,
        .ideographs = text->ideographs,
        .characters = text->characters,
        .paragraphs =
            count_paragraphs(&agenda->opening) + count_paragraphs(&agenda->closing),
        .notes = agenda->note_count,
        .pages = pages,
    };
    count_items(&counts, &agenda->items);
    for (size_t i = 0; i < agenda->annex_count; i++)
        counts.paragraphs += count_paragraphs(&agenda->annexes[i].text);
    for (size_t i = 0; i < agenda->note_count; i++)
        counts.paragraphs += count_paragraphs(&agenda->notes[i].blocks);
    return counts;
}

static size_t first_said(int own, int other)
{
    return own >= 0 ? (size_t)own : (size_t)other;
}

struct agendaset_counts edition_limits(const struct document_edition *edition)
{
    const struct text_limits *own = &edition->agenda->limits;
    const struct text_limits *other = &edition->layout->limits;
    return (struct agendaset_counts){
        .words = first_said(own->words, other->words),
        .ideographs = first_said(own->ideographs, other->ideographs),
        .pages = first_said(own->pages, other->pages),
    };
}

static void check_limit(struct diagnostics *diagnostics,
                        const struct document_edition *edition, const char *what,
                        size_t count, size_t limit)
{
    if (limit == 0 || count <= limit)
        return;
    report_warning(diagnostics, "too-long", edition->agenda->limits_place,
                   "the edition in “%s” has %zu %s, %zu more than it may have",
                   edition->language->short_tag, count, what, count - limit);
    report_mend(diagnostics, "shorten it; “limits:” gives it limits of its own");
}

void check_limits(struct diagnostics *diagnostics, const struct document_edition *edition,
                  const struct agendaset_counts *counts)
{
    struct agendaset_counts limits = edition_limits(edition);
    check_limit(diagnostics, edition, "words", counts->words, limits.words);
    check_limit(diagnostics, edition, "ideographs", counts->ideographs,
                limits.ideographs);
    check_limit(diagnostics, edition, "pages", counts->pages, limits.pages);
}
