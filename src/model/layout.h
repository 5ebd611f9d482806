/* A layout: geometry, styles, furniture and flow of one official format, as data.
 *
 * Coordinates: x from the left text margin (the paper's edge plus margin_left), y from
 * the paper's top, downwards.  The column is where running text stands. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "base/diagnostic.h"
#include "model/contents.h"
#include "model/counts.h"
#include "model/spans.h"
#include "model/style.h"
#include "model/tag.h"
#include <stdbool.h>

/* Where on the paper a page's text stands. */
struct page_geometry {
    length top;    /* of the first line's leading box */
    length bottom; /* of the last footnote line, measured from the paper's top */
};

struct last_page {
    length foot;  /* where what stands at its foot ends, from the paper's top; 0: where
                     text does */
    bool is_even; /* pages without text are put before it until it is */
};

/* On which pages a piece of furniture stands, as bits.  Page 1 is odd, but never counts
 * as PAGES_ODD; a later page without running text is PAGES_EMPTY and nothing else. */
enum { PAGES_FIRST = 1, PAGES_EVEN = 2, PAGES_ODD = 4, PAGES_EMPTY = 8 };

/* What stands only where an agenda has a text for something, or has none. */
struct presence {
    const char *with, *without; /* patterns: "{fields.signer}"; NULL: no matter */
};

/* A text with {field} in it, and the style of its letters; several make a line. */
struct template_piece {
    const char *text;
    const char *style; /* NULL: that of the whole */
};

struct template {
    struct template_piece *pieces;
    size_t count;
};

enum furniture_kind { FURNITURE_TEXT, FURNITURE_RULE, FURNITURE_IMAGE, FURNITURE_CODE39,
                      FURNITURE_QR };
enum furniture_side { SIDE_LEFT, SIDE_RIGHT, SIDE_CENTRE };

/* Masthead, running heads, feet: whatever has a fixed place on the paper. */
struct furniture {
    enum furniture_kind kind;
    unsigned pages;
    struct template *lines;  /* TEXT: set one under the other; others: the code's content */
    size_t line_count;
    const struct style *style;
    const struct style *smaller; /* TEXT: taken when `height` is too little; NULL: none */
    const char *language;    /* TEXT: of labels and dates in it; NULL: the document's */
    enum furniture_side side; /* x is measured from this edge of the text width, inwards;
                                 text is aligned to it */
    length x;
    length y;                /* TEXT: first baseline; RULE: its middle; else the top */
    length width;            /* TEXT: lines break inside it, 0: they never break;
                                RULE: 0 is the full text width */
    length height;           /* IMAGE, CODE39; TEXT: from the first baseline to the last
                                that has room, 0: no bound */
    length thickness;        /* RULE */
    struct colour colour;    /* RULE */
    bool is_artifact;        /* running head, number, decoration; else tagged P, Figure */
    const char *artifact;    /* "Header", "Footer", "Layout" */
    const char *alt;         /* IMAGE, QR: label whose text is the alternative text */
    bool blank_when_empty;   /* lines: an empty one keeps its place (else it closes up) */
    struct presence presence;
};

/* The parts of the document in their order. */
enum part_kind {
    PART_TEXT,        /* a template set in a style, with a tag */
    PART_AGENDA,      /* the list of items */
    PART_AGENDA_TABLE, /* the same as a table, with annotations and documents */
    PART_ANNOTATIONS, /* headings, texts and documents of all items */
    PART_ANNEXES,
    PART_ANNEX_LIST, /* their titles */
    PART_CONTENTS,    /* headings of what follows, each with its page */
    PART_END_RULE,
    PART_RULE,         /* a rule across the column */
    PART_EACH_MEETING, /* other parts, once for each meeting */
    PART_EACH_AGENDA,  /* other parts, once for each agenda that the author separates */
    PART_FOOT          /* other parts, at the foot of the last page */
};

enum part_condition {
    PART_ALWAYS,
    PART_IF_ANNOTATIONS, /* only when an item has an annotation or documents */
    PART_IF_CONTENTS     /* only when the author asks for a contents page */
};

struct part {
    enum part_kind kind;
    struct template *lines; /* PART_TEXT: one block each */
    size_t line_count;
    const struct style *style;
    enum tag_kind tag;      /* PART_TEXT */
    const char *label;      /* template, in front of the first block; NULL: none */
    bool centred_on_last;   /* PART_TEXT: as one block, the lines centred on the last */
    const struct style *several; /* PART_ANNEX_LIST: instead of `style` when there are
                                    several annexes, each with a */
    const char *number;          /* pattern with {n}, in front of it */
    bool bookmark;
    bool new_page;
    bool ends_page;         /* PART_CONTENTS: what follows begins a page */
    length thickness;       /* PART_RULE */
    struct part *parts;     /* PART_EACH_..., PART_FOOT */
    size_t part_count;
    enum part_condition condition;
    struct presence presence;
};

/* Where the documents of items stand. */
enum documents_form {
    DOCUMENTS_LIST,          /* under the annotation, one under the other */
    DOCUMENTS_TABLE,         /* there, as a table */
    DOCUMENTS_AFTER_TITLE,   /* in the agenda, behind the item's title */
    DOCUMENTS_AFTER_HEADING  /* behind its title over the annotation */
};

enum document_content { DOCUMENT_TITLE, DOCUMENT_SYMBOL, DOCUMENT_ACTION, DOCUMENT_ITEM };

struct document_column {
    enum document_content content;
    const char *head; /* template */
};

struct document_columns {
    struct document_column *at;
    size_t count;
};

/* Which styles and tags the parts use. */
struct agenda_styles {
    const struct style *list[4];    /* by level */
    const struct style *heading[4]; /* by level, over annotations */
    enum tag_kind heading_tag[4];
    const char *heading_label[4];   /* template with {number}; NULL: the number alone */
    const struct style *body;
    const struct style *body_list;
    const char *item_action;             /* "{title} ({action})"; NULL: side by side */
    const char *item_presenter;          /* "{title} ({presenter})"; NULL: the same */
    const char *item_time;               /* "{title} ({time})"; NULL: the same */
    const char *item_presenter_time;     /* of one that has both; NULL: the same */
    enum documents_form documents_form;
    const struct style *documents_heading;
    enum tag_kind documents_tag;
    struct document_columns documents_table; /* of one item */
    struct document_columns documents_annex; /* of all items */
    const char *documents_after;         /* "{title} ({documents})"; NULL: side by side */
    const char *documents_joined;        /* ", ": between two of them there */
    const struct style *document;
    const char *document_pattern;        /* "{title}（{symbol}）" */
    const char *document_pattern_symbol; /* without a title: "{symbol}" */
    const char *document_action;         /* "{document}, {action}"; NULL: side by side */
    const struct style *section;         /* heading over the items of a section; NULL: */
    enum tag_kind section_tag;           /* as the heading of an item */
    const char *annex_label;             /* template: "{label:annex}" */
    const struct style *annex_heading;
    const struct style *annex_title;
    const struct style *annex_note;      /* of its language; NULL: as the body */
    const char *annex_note_pattern;      /* "[{note}]"; NULL: the note alone */
    enum tag_kind annex_tag;
};

enum timetable_content {
    COLUMN_TIME,
    COLUMN_ITEM,
    COLUMN_TITLE,
    COLUMN_PRESENTER,
    COLUMN_CHAIR,
    COLUMN_PLACE,
    COLUMN_DOCUMENTS,
    COLUMN_DATE,
    COLUMN_OWN /* of the author */
};

struct author_column; /* model/agenda.h */

struct timetable_column {
    enum timetable_content content;
    const char *head;  /* template */
    length width;      /* with the gutter behind it; 0: as its cells ask for */
    length indent;     /* inside the cell, at its start */
    bool on_demand;    /* only where the author names it */
    struct place place; /* in the layout */
    const struct author_column *author; /* what the author says about it; NULL: nothing */
};

struct timetable_form {
    struct timetable_column *columns;
    size_t column_count;
    length gutter;                        /* white space between columns */
    const struct style *head, *day, *cell;
    const struct style *spanner;          /* of heads over several columns; NULL: head's */
    const struct style *part;             /* of parts of a day; NULL: the day's */
    const struct style *across;           /* of texts across columns; NULL: the cell's */
    const struct style *continued;        /* of the title over a table that goes on; NULL:
                                             there is none */
    length top_rule, head_rule, end_rule; /* thickness, 0: none */
    length head_before, head_after;       /* white space around the heads' lines */
    length strip;                         /* empty strip under the head's rule */
    length row_before, row_after;         /* white space around a row's lines */
};

struct note_rule {
    length start, width; /* from the left text margin */
    length thickness;
};

struct note_form {
    const struct style *style; /* text of a note; its label is the mark */
    struct note_rule rule;
    struct note_rule continued_rule; /* where a note goes on; width 0: as the other */
    length before_rule;              /* least white space over the rule */
    length after_rule;               /* between rule and the first note's leading box */
    const char *mark;                /* "{n}" */
    bool before_punctuation;         /* a mark stands before a full stop */
};

/* Lines of a contents page: a heading, a leader, the number of its page. */
struct contents_form {
    const struct style *level[4]; /* where `end` lets titles turn over */
    const char *leader;           /* repeated up to the numbers; NULL: white */
    length leader_pitch;          /* from one to the next: they stand under each other */
    length number_width;          /* room for the numbers, at the column's end */
    struct contents_choice lists;
};

/* How links out of the document look. */
struct link_form {
    bool stand_out;   /* else as the text around them */
    struct colour colour;
    length underline; /* thickness, 0: none */
};

struct end_rule {
    length width, thickness, before;
};

/* Costs of the line search (Knuth-Plass), see para/break_lines.h. */
struct line_costs {
    int line;            /* each line */
    int loose_neighbour; /* neighbours of unlike tightness, per class of distance */
    int short_last;      /* last line of a single character */
    int hyphen;
    int tolerance;       /* badness a line may have in the first trial */
};

/* Costs of the page search, see page/pager.h. */
struct page_costs {
    int widow_lines, orphan_lines; /* fewest lines alone at a page's top, foot */
    int widow, orphan;             /* cost of breaking that */
    int heading;                   /* a heading's block with fewer than heading_lines */
    int heading_lines;
    int split_slot;                /* a timetable slot over two pages */
    int split_list;                /* a list of documents, an agenda list */
    int fill;                      /* per tenth of a page left white */
    int split_note;                /* a note that goes on on the next page */
};

/* How strict line starts and ends are, CLREQ 3.1.3. */
enum prohibition { PROHIBIT_BASIC, PROHIBIT_GB, PROHIBIT_STRICT };

struct styles {
    struct style *at;
    size_t count, capacity;
};

/* A text that only this layout knows, "{fields.NAME}" in its templates. */
struct own_field {
    const char *name; /* "fields.NAME" */
    const char *meaning;
};

/* Words of the language's that it names, "{label:annex}" in its templates. */
struct named_label {
    const char *name;
    struct place place; /* of the text that names it */
};

struct named_labels {
    struct named_label *at;
    size_t count, capacity;
};

struct layout {
    const char *name;
    const struct source *source;
    length paper_width, paper_height;
    length margin_left, margin_right;
    length column_start;      /* from the left text margin */
    length column_width;
    bool is_turned;           /* for pages that lie on their side; see turn_layout() */
    struct page_geometry first_page, other_pages;
    struct last_page last_page;
    bool has_no_masthead; /* page 1 is as all others */
    struct styles styles;
    struct own_field *own_fields;
    size_t own_field_count;
    struct named_labels labels;
    struct furniture *furniture;
    size_t furniture_count;
    struct part *parts;
    size_t part_count;
    struct agenda_styles agenda;
    struct timetable_form timetable;
    struct timetable_form agenda_table; /* column_count 0: there is none */
    struct contents_form contents; /* level[0] NULL: there is none */
    struct note_form notes;
    struct link_form links;
    struct end_rule end_rule;
    struct line_costs line_costs;
    struct page_costs page_costs;
    enum line_breaking line_breaking;
    enum prohibition prohibition;
    bool keeps_slashes;       /* of symbols and addresses: no line ends behind them */
    int han_latin_gap;        /* permille of an em; 0: none */
    const char *address;      /* pattern of a document's public address; NULL: none */
    struct text_limits limits;  /* how much a document may have */
    const char *symbol_address; /* of cited documents; NULL: they are no links */
};

/* Perhaps in another part. */
bool layout_has_part(const struct layout *, enum part_kind);
/* Page 1 is as all others. */
const struct layout *layout_without_masthead(struct arena *, const struct layout *);
/* As bits, what is on page 1. */
unsigned first_page_kind(const struct layout *);
const struct style *layout_style(const struct layout *, const char *name); /* or NULL */

#endif
