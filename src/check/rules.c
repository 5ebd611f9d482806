/* The table of rules: their names stand in files (`allow:`) and never change. */
#include "check/rules.h"

const struct rule rules[] = {
    {"weekday-mismatch", SEVERITY_WARNING, RULE_TEXTS, find_wrong_weekdays,
     "A weekday in the text does not fall on the date beside it.",
     "Finds a date and a weekday that stand together, in any form that the language "
     "has.\n"
     "A date without a year is judged by every year that the paragraph or the meeting\n"
     "names, and told only when none of them fits.  Rows of days (“Monday to Friday”)\n"
     "are let pass.",
     "2020年7月8日星期二        (it is a Wednesday)\n"
     "Monday, 7 July 2020      (it is a Tuesday)",
     "Correct the weekday or the date, whichever is wrong."},
    {"no-such-date", SEVERITY_WARNING, RULE_TEXTS, find_impossible_dates,
     "A date in the text is in no calendar.",
     "Finds days that their month has not.  29 February is let pass when no year is "
     "said.",
     "2020年6月31日\n29 February 2021", "Correct the day, the month or the year."},

    {"timetable-misses-item", SEVERITY_WARNING, RULE_FIRST, find_missed_items,
     "An item of the agenda is in no slot of the timetable.",
     "Finds items without sub-items that neither stand in a slot themselves nor below "
     "one\n"
     "that does.  A row in the author's own words takes up the item whose title it has, "
     "or\n"
     "whose number it names.  A timetable without any item is let pass.",
     "agenda: [{ title: Opening }, { title: Closing }]\n"
     "...\n"
     "  - { time: 10:00-13:00, items: [1] }        # where is 2?",
     "Add the item to the slot in which it is taken up."},
    {"timetable-outside-dates", SEVERITY_WARNING, RULE_FIRST, find_days_outside,
     "A day of the timetable is not a day of the meeting.",
     "Finds days before the first and after the last one of “meeting: dates:”, and "
     "those\n"
     "in a gap between them.",
     "meeting: { dates: 2020-07-07/2020-07-08 }\n"
     "...\n"
     "  - date: 2020-07-09",
     "Correct the day, or the dates of the meeting."},
    {"timetable-overlap", SEVERITY_WARNING, RULE_FIRST, find_overlaps,
     "A slot begins before another one of its day has ended.",
     "Slots that begin at the same time are parallel sittings and let pass, unless "
     "their\n"
     "items are the same, too; and so is a slot without items (registration, an\n"
     "exhibition) that lasts while others come and go.",
     "- { time: 10:00-13:00, items: [1] }\n"
     "- { time: 12:00-15:00, items: [2] }",
     "Correct the times."},
    {"timetable-backwards", SEVERITY_WARNING, RULE_FIRST, find_steps_back,
     "A day or a slot stands behind a later one.",
     "Finds days of one timetable, and slots of one day, that are out of their order.",
     "- { time: 15:00-18:00, items: [1] }\n"
     "- { time: 10:00-13:00, items: [2] }",
     "Put them in order, or correct the date or the time."},
    {"unknown-item", SEVERITY_ERROR, RULE_ELSEWHERE, NULL,
     "The timetable names an item that the agenda does not have.",
     "Finds references to no item: numbers beyond the last one, letters of sub-items "
     "that\n"
     "are not there, ids that no item has.",
     "- { time: 10:00-13:00, items: [1(c)] }       # item 1 has (a) and (b)",
     "Correct the reference; a row of other text is written “{ title: … }”."},

    {"item-number-unknown", SEVERITY_WARNING, RULE_WHOLE, find_unknown_mentions,
     "The text names an item that the agenda does not have.",
     "Finds the forms in which the language names items, with their sub-items and rows "
     "of\n"
     "numbers.  Let pass are documents and notes, which mostly speak of other agendas,\n"
     "sentences that name another session or meeting, and items of something else "
     "(“budget\n"
     "item 7”, “item 7 of the list”, “第7项决议”).",
     "在议程项目6下，工作组将……      (the agenda has five items)\n"
     "Under agenda item 2 (c), …    (item 2 has no sub-items)",
     "Correct the number: items may have moved since it was written."},
    {"lone-subheading", SEVERITY_WARNING, RULE_FIRST, find_lone_items,
     "An item has one sub-item only.",
     "The Editorial Manual of the United Nations: what is divided has two parts at "
     "least.",
     "- title: Organizational matters\n"
     "  items:\n"
     "    - title: Opening of the meeting          # (a), and no (b)",
     "Give it a second one, or take it into the item above."},
    {"documents-without-annotation", SEVERITY_WARNING, RULE_FIRST,
     find_documents_without_annotation,
     "An item of an annotated agenda has documents, and nothing is said about it.",
     "An annotation of the item above or of a sub-item will do.  An agenda of whose "
     "items\n"
     "fewer than half are annotated is let pass.",
     "- title: Other matters\n"
     "  documents: [A/80/1]                        # no “annotation:”",
     "Write the annotation, or take the documents to the item that speaks of them."},

    {"symbol-malformed", SEVERITY_WARNING, RULE_WHOLE, find_malformed_symbols,
     "The symbol of a document has a slip in its form.",
     "Looks at symbols that begin with a capital and have two slashes at least: slashes "
     "in\n"
     "a row, at an end or beside a space, quotation marks, full-width characters, "
     "dashes, "
     "a\n"
     "full stop at the end, letters for digits, Add1 for Add.1 and L2 for L.2, and 81L.2 "
     "for\n"
     "81/L.2.  In running text only broken slashes.",
     "CTOC/COP//WG.3/2020/2\nA/80/1/Add1", "Correct the symbol."},
    {"symbol-other-series", SEVERITY_WARNING, RULE_WHOLE, find_other_series,
     "A listed document is almost, but not quite, of this document's own series.",
     "Finds symbols with as many parts as the document's own, one of which has other "
     "marks\n"
     "or two letters in another order, and years after the next one.  A symbol that\n"
     "differs in anything else is of another series and let pass.",
     "document: { symbol: CTOC/COP/WG.3/2020/1 }\n"
     "...\n"
     "documents: [CTOC/CPO/WG.3/2020/2]            # COP\n"
     "documents: [CTOC/COP/WG3/2020/2]             # WG.3",
     "Correct the symbol."},
    {"document-twice", SEVERITY_WARNING, RULE_FIRST, find_documents_twice,
     "An item lists the same document twice.",
     "Finds the same symbol, or the same title without a symbol, under one item.  Under\n"
     "several items a document may stand.",
     "documents: [A/80/1, A/80/1]", "Take one out, or correct its symbol."},
    {"symbol-two-titles", SEVERITY_WARNING, RULE_FIRST, find_shared_symbols,
     "Two documents of different titles have the same symbol.",
     "Finds copied entries whose symbol was not changed.",
     "- { title: Report of the Chair, symbol: A/80/1 }\n"
     "- { title: Note by the Secretariat, symbol: A/80/1 }",
     "Correct the symbol, or give the document the same title everywhere."},

    {"edition-items", SEVERITY_WARNING, RULE_EDITIONS, find_different_items,
     "Two editions have different numbers of items.",
     "Compares the items and sub-items of the first edition with those of each other "
     "one,\n"
     "and names the one that seems to be missing, by documents, notes and figures.",
     "zh: five items, en: four", "Add what is missing."},
    {"edition-documents", SEVERITY_WARNING, RULE_EDITIONS, find_different_documents,
     "Two editions list different documents.",
     "Compares numbers of documents and their symbols, item by item.",
     "symbol: { zh: A/80/1, en: A/80/2 }", "Correct the wrong one."},
    {"edition-paragraphs", SEVERITY_WARNING, RULE_EDITIONS, find_different_paragraphs,
     "A text has more paragraphs in one edition than in another.",
     "Paragraphs agree in all languages, so that references to them do.",
     "annotation:\n"
     "  zh: |\n"
     "    第一段。\n"
     "\n"
     "    第二段。\n"
     "  en: |\n"
     "    The first paragraph.  The second paragraph.",
     "Part or join the paragraphs."},
    {"edition-notes", SEVERITY_WARNING, RULE_EDITIONS, find_different_notes,
     "A note is marked in one edition and not in another.",
     "Compares the marks in each annotation, title and cell.",
     "zh: 建议[^experts]\nen: recommendations", "Put the mark in both texts."},
    {"edition-symbols", SEVERITY_WARNING, RULE_EDITIONS, find_different_symbols,
     "A symbol stands in the text of one edition and not in that of another.",
     "Compares the symbols in each paragraph, and the documents' own.",
     "zh: （CTOC/COP/2008/CRP.5）\nen: (CTOC/COP/2008/CRP.6)", "Correct the wrong one."},
    {"edition-dates", SEVERITY_WARNING, RULE_EDITIONS, find_different_dates,
     "A date of one edition is another one in the other.",
     "Finds dates with a number that the same paragraph of the other edition has "
     "neither\n"
     "in figures nor in words; and days of the meeting and of the document that differ.\n"
     "A date without a year is that day of any year.",
     "zh: 2019年11月28日\nen: 18 November 2019", "Correct the wrong one."},
    {"edition-times", SEVERITY_WARNING, RULE_EDITIONS, find_different_times,
     "A time of day of one edition is not in another.",
     "Compares times in each paragraph, in whatever form they are written.",
     "zh: 下午3时\nen: 3 a.m.", "Correct the wrong one."},
    {"edition-numerals", SEVERITY_WARNING, RULE_EDITIONS, find_different_numerals,
     "A number of one edition is not in another.",
     "Finds numbers in figures that the same paragraph of the other edition has neither "
     "in\n"
     "figures nor in words: “19” is answered by “nineteen” and by “第十九条”, “150万” "
     "by\n"
     "“1.5 million”.",
     "zh: 有19名专家\nen: Eighteen experts", "Correct the wrong one."},

    {"one-text-for-all", SEVERITY_WARNING, RULE_EDITIONS, find_shared_texts,
     "Two editions in different scripts have the same text.",
     "Finds texts given once for all, or twice without a translation, that are written "
     "in\n"
     "the script of one of the editions only.  Names, abbreviations, symbols and "
     "addresses\n"
     "are let pass: of Latin letters, words without a capital are looked for, three of "
     "them in\n"
     "timetables and tables.",
     "languages: [en, zh]\n"
     "document: { title: Provisional agenda }",
     "Give a text for each language: “title: { en: Provisional agenda, zh: 临时议程 }”."},

    {"half-width-punctuation", SEVERITY_WARNING, RULE_TEXTS, find_half_width_marks,
     "A half-width mark stands in Chinese text.",
     "GB/T 15834: the marks of Chinese text are full-width.  Finds , ; : ? ! . beside "
     "Han\n"
     "characters, brackets around them, straight quotation marks, “...” and “--”.  "
     "“(a)”,\n"
     "“(UNODC)”, “1.” and marks in Latin text are let pass.",
     "在会议上,工作组(秘书处)将审议.", "Write ， ； ： ？ ！ 。 （） “” …… ——."},
    {"full-width-punctuation", SEVERITY_WARNING, RULE_TEXTS, find_full_width_marks,
     "A full-width mark stands in text of another script.",
     "Finds marks of Chinese text in editions that are not; beside Han characters they "
     "are\n"
     "let pass.",
     "At the meeting，the Working Group", "Write the half-width mark."},
    {"straight-quotes", SEVERITY_WARNING, RULE_TEXTS, find_straight_quotes,
     "A quotation mark or an apostrophe is straight.",
     "The Editorial Manual of the United Nations: quotations stand in curved marks.  "
     "Finds the\n"
     "first one of each text in editions that are not Chinese; behind digits, where they "
     "are\n"
     "signs of measure, they are let pass.",
     "the \"chapeau\" of the Committee's decision", "Write “chapeau” and Committee’s."},
    {"stray-foreign-word", SEVERITY_WARNING, RULE_TEXTS, find_stray_words,
     "A word of another language was left in a translation.",
     "Finds small words (and, of, the) between Han characters, and Han characters in "
     "Latin\n"
     "text that no brackets or quotation marks set apart.",
     "法律 and 实际方面", "Translate it."},
    {"unbalanced-brackets", SEVERITY_WARNING, RULE_TEXTS, find_unbalanced_brackets,
     "A bracket is opened and not closed, or closed and not opened.",
     "Looks at each paragraph; square brackets may hold several.  A bracket closed by "
     "one of\n"
     "the other width is told, too; “a)” and “2)” before an entry are let pass.",
     "（第38段", "Add the other bracket."},
    {"unbalanced-quotes", SEVERITY_WARNING, RULE_TEXTS, find_unbalanced_quotes,
     "A quotation mark has no other one to pair with.",
     "Looks at each paragraph.  Apostrophes are let pass, and quotations that are opened "
     "anew\n"
     "in each of their paragraphs.",
     "题为“其他事项的议程项目", "Add the other mark."},

    {"no-emphasis", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A mark of emphasis does nothing, and is printed.",
     "Finds “*”, “**”, “_” and “__” that CommonMark leaves as they stand: without a "
     "partner,\n"
     "with a space inside, or with punctuation inside and a letter outside (a space "
     "outside\n"
     "would show on the page); and “_” beside a letter outside.  “5 * 3”, “file_name” "
     "and\n"
     "blanks (“第__号”, “A/80/__”) are let pass.",
     "这是**“重要”**的。          write “**重要**”\n"
     "这是**重要。**下面          write **重要**。\n"
     "Provisional agenda*         write [^name] and the note\n"
     "_重要_的                    write *重要*",
     "Let emphasis begin and end with a letter; “\\*” and “\\_” are the signs "
     "themselves."},
    {"emphasis-in-number", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "An asterisk between two digits is read as emphasis.",
     "It is not printed, and the numbers beside it are read as one.",
     "5*3 and 2*4                 is printed as 53 and 24",
     "Write “×” for a product, “\\*” for the sign itself."},
    {"no-superscript", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A “^” has no partner, and is printed.",
     "A superscript stands between two of them and holds no spaces.", "10 m^2",
     "Write m^2^, or “\\^” for the sign itself."},
    {"broken-note-mark", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "What looks like the mark of a note is none, and is printed.",
     "Finds “[^” without a name, with a space in it, or never closed.",
     "建议[^ experts]，报告[^draft", "Write [^name]; “\\[” is the bracket itself."},
    {"broken-link", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "What looks like a link is none, and is printed.",
     "Finds “]” before a bracket and an address: with a space or a full-width bracket\n"
     "between, a space in the address, or never closed.",
     "[words] (https://un.org), [网站]（https://un.org）",
     "Write [words](https://un.org)."},
    {"stray-backslash", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A backslash stands before what needs none.",
     "Before a mark without a meaning in a text it is lost, before anything else it is\n"
     "printed.",
     "题为\\“其他事项\\”, \\n", "Take it out; “\\\\” is the sign itself."},

    {"not-set", SEVERITY_WARNING, RULE_WHOLE, find_texts_not_set,
     "A text stands in the file and nowhere on the pages.",
     "Finds fields that no text of the layout names, items, annotations, documents and "
     "annexes\n"
     "without a part of its flow, further meetings where it has no “each: meeting”, and "
     "cells\n"
     "of a timetable without their column.  Of several items the first is told.",
     "document: { signature: The Secretariat }     # the layout has no “{signature}”",
     "Give the layout a place for it, choose another layout, or take it out."},
    {"unused-note", SEVERITY_WARNING, RULE_WHOLE, find_unused_notes,
     "Nothing refers to a note.", "Finds notes without a mark [^…] in any text.",
     "notes:\n  experts: The meeting of the experts …",
     "Put the mark where it belongs, or "
     "take the note out."},
    {"unknown-note", SEVERITY_ERROR, RULE_ELSEWHERE, NULL, "A mark refers to no note.",
     "Finds marks [^…] whose name does not stand under “notes:”.", "建议[^expert]",
     "Correct the name, or write the note."},
    {"non-nfc", SEVERITY_WARNING, RULE_TEXTS, find_decomposed_characters,
     "A character is written in pieces.",
     "Finds what Unicode's composed form (NFC) writes otherwise: a letter and its "
     "accent\n"
     "as two characters, the signs for ångström and kelvin.",
     "e + ◌́ for é", "Write the one character, or put the file in NFC."},
    {"compatibility-character", SEVERITY_WARNING, RULE_TEXTS,
     find_compatibility_characters, "A character only looks like the one that is meant.",
     "Finds full-width letters and digits, ligatures, half-width kana, radicals and\n"
     "compatibility ideographs.  They come from input methods and from copying out of\n"
     "PDFs; who searches for the word does not find it.",
     "２０２０年（U+FF12 …）, ⽂件（U+2F42）", "Write the usual character."},
    {"bidi-control", SEVERITY_WARNING, RULE_TEXTS, find_direction_controls,
     "An invisible character turns the direction of the text.",
     "Finds overrides everywhere; embeddings and isolates where lines run from left to\n"
     "right, where nothing needs them.",
     "U+202E", "Take it out."},
    {"missing-character", SEVERITY_ERROR, RULE_ELSEWHERE, NULL,
     "No font in use has a character.",
     "Found where text is cut into runs; other errors come first.", "U+10380 𐎀",
     "Write another character, or add a font to the catalogue."},

    {"yaml-trap", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A text is read as something else by other programs.",
     "Finds plain words and numbers that versions of YAML read differently.",
     "symbol: 010", "Put it in quotation marks."},
    {"overfull-line", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A line is wider than its column.",
     "Found when pages are made: nothing in the line may be parted.",
     "a symbol of a hundred characters",
     "Reword it, or allow a break with U+00AD or U+200B."},
    {"short-line", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A line is left short, because what follows cannot be broken.",
     "Found when pages are made: a symbol or an address that goes to the next line "
     "whole.",
     "an address of eighty characters behind two words", "Reword it."},
    {"too-long", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "An edition has more words, ideographs or pages than it may have.",
     "Found when pages are made, by the limits of the layout or of the file; “agendaset "
     "stats”\n"
     "tells the counts.",
     "limits: { words: 8500 }                      # and the edition has 9,012",
     "Shorten it, or give the file limits of its own: “limits: { words: 10700 }”."},
    {"overfull-page", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "Something is higher than a page.",
     "Found when pages are made: what must stay together does not fit.",
     "a row of a table with a very long cell", "Part it."},
    {"note-away-from-mark", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A note begins on a later page than its mark.",
     "Found when pages are made: there is no room for the note.",
     "a page of marks with long notes", "Shorten the notes, or move a mark."},
    {"lost-note", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A note has its mark in a text that the layout does not set.",
     "Found when pages are made: the note would stand nowhere.",
     "meeting: { body: Working Group[^name] }      # the layout has no place for it",
     "Put the mark in another text, or choose another layout."},
    {"no-room", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A text of the masthead has more lines than its place.",
     "Found when pages are made: what follows may be covered.",
     "an organ of twelve lines", "Shorten it, or change the layout."},
    {"font-changed", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A font is not the one that the catalogue was made with.",
     "Found when faces are opened: lines may end elsewhere than on other machines.",
     "fonts-noto-cjk of another version",
     "Install the version that the catalogue names, or pin this one in the catalogue."},

    {"import-spaces", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "Spaces between ideographs and other characters were taken out.",
     "Told by “agendaset import” for each line.  Text that was taken out of a PDF has\n"
     "them; the page makes its own gaps.",
     "将于 2020 年 7 月 7 日开幕", "Nothing: it has been done."},
    {"import-heading", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A heading does not agree with the agenda.",
     "Told by “agendaset import”: headings of items of one level that are of several "
     "levels "
     "in\n"
     "Markdown, are worded differently from the agenda's list, or are of no item in it.",
     "##### 1. 组织事项\n## 2. 其他事项", "Look at the title or heading that it became."},
    {"import-lines", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "Nothing says what a line before the agenda is.",
     "Told by “agendaset import”: lines that were run together are parted, others go "
     "where\n"
     "the layout has a place for them, in its order.",
     "# 联合国打击跨国有组织犯罪公约 缔约方会议",
     "Look whether the key is the right one."},
    {"import-note", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A note has no mark, a mark no note, or a note cut a sentence in two.",
     "Told by “agendaset import”.  The halves of a sentence between which the body of a "
     "note\n"
     "stood, as at a page's foot, are joined.",
     "…移交刑事诉讼程序而\n\n<sup>1</sup> 联合调查问题……\n\n开展的国际合作",
     "Read the sentence, and look where the note belongs."},
    {"import-word", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A word is foreign, or not the one that the language has for a status.",
     "Told by “agendaset import”, which keeps the foreign word (see stray-foreign-word)\n"
     "and makes a status of the other.",
     "法律 and 实际方面", "Correct it in the file that was made."},
    {"import-table", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "Something in a table, or a table itself, had to be guessed.",
     "Told by “agendaset import”: tables of tabs, days without a year, numbers of no "
     "item,\n"
     "times that stood with the items of a list.",
     "7月7日，星期二          (the year is the meeting's)",
     "Compare the timetable with the file it came from."},
    {"import-number", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "A number is typed that the program would not give.",
     "Told by “agendaset import”: the program numbers the items itself.",
     "1. Opening\n3. Closing", "Look whether an item is missing, or give it a “label”."},
    {"import-markup", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "Markdown has something here that an agenda has not.",
     "Told by “agendaset import”: pictures, program code, HTML, links within the file,\n"
     "words that are struck out.",
     "![Map](map.png)", "Look whether anything is lost by it."},
    {"import-missing", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "The file does not say what a document of its kind says.",
     "Told by “agendaset import”: symbol, distribution, date, original, job number, "
     "days.",
     "# symbol:", "Fill it in, or take the comment out."},
    {"import-unplaced", SEVERITY_WARNING, RULE_ELSEWHERE, NULL,
     "Something has no place in an agenda.",
     "Told by “agendaset import”, which keeps it as a comment.", "<!-- page 2 -->",
     "Put it where it belongs, or take the comment out."},
};
const size_t rule_count = sizeof rules / sizeof *rules;
