/* What the rules are given, and how they tell. */
#ifndef CHECKER_H
#define CHECKER_H

#include "check/check.h"
#include "check/texts.h"

/* An edition with its texts. */
struct checked_edition {
    const struct agenda *agenda;
    const struct language *language;
    const struct layout *layout; /* NULL: it does not matter */
    const struct lexicon *lexicon;
    struct texts texts;
    bool documents_are_listed; /* beside the items in the agenda, not in annotations */
};

struct checked_edition read_checked_edition(struct arena *,
                                            const struct edition_to_check *);

struct checker {
    struct arena *arena;
    struct diagnostics *diagnostics;
    normalizer *composed_form, *compatible_form; /* NFC, NFKC */
    const struct checked_edition *editions;
    size_t edition_count, own_count;
    const struct edition_pair
        *pairs; /* the first with each other; NULL: not yet aligned */
    const struct checked_edition *edition; /* the one at hand */
    const struct rule *rule;               /* the one at hand */
};

enum rule_scope {
    RULE_ELSEWHERE, /* told by readers and the setting of pages */
    RULE_TEXTS,     /* by edition, whatever else is wrong */
    RULE_WHOLE,     /* by edition, when the agenda could be read */
    RULE_FIRST,     /* what all editions share: in the first one */
    RULE_EDITIONS   /* between them */
};

struct rule {
    const char *name; /* stable */
    enum severity severity;
    enum rule_scope scope;
    void (*find)(struct checker *);
    const char *meaning; /* one sentence */
    const char *finds;   /* what it finds, and what it lets pass */
    const char *example;
    const char *mend;
};

/* A message of the rule at hand. */
void tell(struct checker *, struct place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void tell_mend(struct checker *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void tell_related(struct checker *, struct place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What messages call an item: “item 1(b) “Adoption of the agenda””. */
const char *name_item(struct checker *, const struct agenda_item *);

/* [from, to) of a text as the two arguments of %.*s. */
#define TEXT_PART(whole, from, to) (int)((to) - (from)), (whole)->text.at + (from)

/* weekdays.c */
void find_wrong_weekdays(struct checker *);
void find_impossible_dates(struct checker *);
/* timetable_days.c */
void find_missed_items(struct checker *);
void find_days_outside(struct checker *);
void find_overlaps(struct checker *);
void find_steps_back(struct checker *);
/* item_mentions.c */
void find_unknown_mentions(struct checker *);
/* item_tree.c */
void find_lone_items(struct checker *);
void find_documents_without_annotation(struct checker *);
void find_unused_notes(struct checker *);
/* not_set.c */
void find_texts_not_set(struct checker *);
/* document_lists.c */
void find_documents_twice(struct checker *);
void find_shared_symbols(struct checker *);
/* symbol_forms.c */
void find_malformed_symbols(struct checker *);
void find_other_series(struct checker *);
/* brackets.c */
void find_unbalanced_brackets(struct checker *);
void find_unbalanced_quotes(struct checker *);
/* straight_quotes.c */
void find_straight_quotes(struct checker *);
/* half_width.c */
void find_half_width_marks(struct checker *);
void find_full_width_marks(struct checker *);
/* stray_words.c */
void find_stray_words(struct checker *);
/* odd_characters.c */
void find_decomposed_characters(struct checker *);
void find_compatibility_characters(struct checker *);
void find_direction_controls(struct checker *);
/* shared_texts.c */
void find_shared_texts(struct checker *);
/* edition_trees.c */
void find_different_items(struct checker *);
void find_different_documents(struct checker *);
void find_different_paragraphs(struct checker *);
void find_different_notes(struct checker *);
/* edition_numbers.c */
void find_different_symbols(struct checker *);
void find_different_dates(struct checker *);
void find_different_times(struct checker *);
void find_different_numerals(struct checker *);

#endif
