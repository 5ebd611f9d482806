#!/usr/bin/python3
"""newyork.py AGENDA.pdf LINES.pdf: un-newyork measured: AGENDA is samples/a-ac-999-2027-1, LINES newyork-lines.yaml.

The template's figures are those of the Word files of A/80/590, A/80/600 and A/80/605.  What the pictures of A/80/605,
page 1, and A/80/590, page 3, show is known to a pixel of 90 dpi, which is 0.8 pt: a baseline in pixel row n stands
between n and n + 1 of them, and here the middle is wanted, 0.4 pt allowed."""
import sys

from pdf_marks import find, read_lines, read_rectangles, tell

LEFT, RIGHT, COLUMN, PIXEL = 60, 552, 60 + 63.35, 0.8
agenda, lines = sys.argv[1:3]
first, second, third = read_lines(agenda)
rules = read_rectangles(agenda)


def row(number):
    return (number + 0.5) * PIXEL


nations, symbol = find(first, "United Nations"), find(first, "A/AC")
organ, distribution = find(first, "General"), find(first, "Distr")
thin, thick = rules[0][0], rules[0][1]
wrong = tell("un-newyork: masthead (template)", [
    ("“United Nations”, x", COLUMN, nations.x, 0.1, "pt"),
    ("“United Nations”, size", 14, nations.size, 0, "pt"),
    ("symbol, first part, size", 20, symbol.size, 0, "pt"),
    ("symbol, the rest, size", 10, symbol.glyphs[-1].size, 0, "pt"),
    ("symbol, right edge", RIGHT, symbol.end, 0.1, "pt"),
    ("thin rule, thickness", 0.5, thin.height, 0.01, "pt"),
    ("thin rule, upper edge", 64.8, thin.y, 0.1, "pt"),
    ("thin rule, left end", LEFT, thin.x, 0.1, "pt"),
    ("thin rule, right end", RIGHT, thin.end, 0.1, "pt"),
    ("organ, x", COLUMN, organ.x, 0.1, "pt"),
    ("organ, size", 20, organ.size, 0, "pt"),
    ("distribution, x", LEFT + 337, distribution.x, 0.1, "pt"),
    ("distribution, size", 10, distribution.size, 0, "pt"),
    ("date, under it", 12, find(first, "11 January").baseline - distribution.baseline, 0.05, "pt"),
    ("original, with a line left free", 36, find(first, "Original").baseline - distribution.baseline, 0.05, "pt"),
    ("thick rule, thickness", 1.5, thick.height, 0.01, "pt"),
    ("thick rule, upper edge", 208.8, thick.y, 0.1, "pt"),
])

session, item = find(first, "Eighty-first"), find(first, "Agenda item")
title, author = find(first, "Annotated"), find(first, "Note by")
wrong += tell("un-newyork: title block (template)", [
    ("session, x", LEFT, session.x, 0.1, "pt"),
    ("session, size", 10, session.size, 0, "pt"),
    ("agenda item, under it", 12, item.baseline - session.baseline, 0.05, "pt"),
    ("its title, one line under the other", 12, find(first, "the United").baseline - find(first, "Administrative").baseline, 0.05, "pt"),
    ("title, x", COLUMN, title.x, 0.1, "pt"),
    ("title, size", 14, title.size, 0, "pt"),
    ("title, one line under the other", 15, [line for line in first if line.size == 14][2].baseline - title.baseline, 0.05, "pt"),
    ("author, size", 12, author.size, 0, "pt"),
    ("author, x", COLUMN, author.x, 0.1, "pt"),
])

entry, below = find(first, "2.Adoption"), find(first, "(a)")
heading, paragraph, turned = find(second, "2. Adoption"), find(second, "The provisional"), find(second, "Bureau")
next_paragraph = find(second, "The Committee will have")
e = [glyph for glyph in turned.glyphs if glyph.text == "e"][0]
wrong += tell("un-newyork: agenda, headings, text (template)", [
    ("“2.” of the list, x", COLUMN, entry.x, 0.1, "pt"),
    ("its title, one tab further", LEFT + 87.1, entry.part("Adoption").x, 0.1, "pt"),
    ("“(a)” of the list, x", LEFT + 87.1, below.x, 0.1, "pt"),
    ("its title", LEFT + 110.9, below.part("Measures").x, 0.1, "pt"),
    ("heading, number ends, behind the tracking", LEFT + 51.1, heading.part("2.").end + 0.1, 0.1, "pt"),
    ("heading, text begins", COLUMN, heading.part("Adoption").x, 0.1, "pt"),
    ("heading, size", 10, heading.size, 0, "pt"),
    ("paragraph, first line, x", LEFT + 87.1, paragraph.x, 0.1, "pt"),
    ("paragraph, other lines, x", COLUMN, turned.x, 0.1, "pt"),
    ("column, right edge, behind the tracking", COLUMN + 365.3, paragraph.end + 0.2, 0.1, "pt"),
    ("text, size", 10, turned.size, 0, "pt"),
    ("text, leading", 12, turned.baseline - paragraph.baseline, 0.02, "pt"),
    ("from paragraph to paragraph, 6 pt between", 18, next_paragraph.baseline - turned.baseline, 0.02, "pt"),
    ("an “e” at 103 % and +0.2 pt", 4.44 * 1.03 + 0.2, e.end - e.x + 0.2, 0.02, "pt"),
])

number = next(line for line in second if line.text == "1" and line.baseline > 700)
note = find(second, "The Bureau")
note_rule = next(rule for rule in rules[1] if abs(rule.width - 72) < 1)
wrong += tell("un-newyork: notes, running heads, feet (template)", [
    ("rule over notes, length", 72, note_rule.width, 0.1, "pt"),
    ("note, size", 8.5, note.size, 0, "pt"),
    ("note, leading", 10.5, find(second, "the beginning").baseline - note.baseline, 0.02, "pt"),
    ("note, number ends, behind the tracking", LEFT + 59.75, number.end + 0.25, 0.2, "pt"),
    ("note, text begins", COLUMN, note.x, 0.1, "pt"),
    ("running head, even page, x", LEFT, find(second, "A/AC").x, 0.1, "pt"),
    ("running head, odd page, right edge", RIGHT, find(third, "A/AC").end, 0.1, "pt"),
    ("running head, size", 8.5, find(third, "A/AC").size, 0, "pt"),
    ("its rule, thickness", 0.25, rules[1][0].height, 0.01, "pt"),
    ("its rule, y", 64.8, rules[1][0].y, 0.1, "pt"),
    ("page number, even, x", LEFT, find(second, "2/3").x, 0.1, "pt"),
    ("page number, odd, right edge", RIGHT, find(third, "3/3").end, 0.1, "pt"),
    ("page number, size", 8.5, find(second, "2/3").size, 0, "pt"),
    ("job number at the foot, even, right edge", RIGHT, find(second, "27-00001").end, 0.1, "pt"),
    ("job number at the foot, odd, x", LEFT, find(third, "27-00001").x, 0.1, "pt"),
    ("job number at the foot, size", 7, find(third, "27-00001").size, 0, "pt"),
    ("job number of page 1, x", LEFT + 5.4, find(first, "27-00001").x, 0.1, "pt"),
    ("job number of page 1, size", 10, find(first, "27-00001").size, 0, "pt"),
])

code, qr = [shape for shape in rules[0] if shape.y > 700 and shape.height > 5]
annex, annex_title = find(third, "Annex"), find(third, "Proposed")
top, head, *_, end, last = [rule for rule in rules[2] if rule.width > 60 and rule.y > 70]
cell, heads = find(third, "10 a.m."), find(third, "Date and time")
wrong += tell("un-newyork: codes, annex, table, end (template)", [
    ("bar code, x", LEFT + 5.4, code.x, 0.1, "pt"),
    ("bar code, width", 101, code.width, 0.5, "pt"),
    ("QR code, right edge", RIGHT, qr.end, 0.1, "pt"),
    ("QR code, width", 54.7, qr.width, 0.1, "pt"),
    ("QR code, over the paper's edge", 28, 792 - qr.bottom, 0.1, "pt"),
    ("“Annex”, x", LEFT, annex.x, 0.1, "pt"),
    ("“Annex”, size", 14, annex.size, 0, "pt"),
    ("its title, x", COLUMN, annex_title.x, 0.1, "pt"),
    ("its title, a line and 6 pt under it", 21, annex_title.baseline - annex.baseline, 0.1, "pt"),
    ("table, rule at the top", 0.5, top.height, 0.01, "pt"),
    ("rule under the heads", 1.5, head.height, 0.01, "pt"),
    ("rule at the end", 1.5, end.height, 0.01, "pt"),
    ("heads, size", 7, heads.size, 0, "pt"),
    ("cells, size", 8.5, cell.size, 0, "pt"),
    ("end of the document, length", 72, last.width, 0.1, "pt"),
    ("its thickness", 0.25, last.height, 0.01, "pt"),
    ("its middle", 306, last.x + last.width / 2, 0.1, "pt"),
])

wrong += tell("un-newyork: pictures of A/80/605, page 1, and A/80/590, page 3, ± half a pixel", [
    ("baseline of “United Nations”", row(72), nations.baseline, 0.4, "pt"),
    ("baseline of the symbol", row(70), symbol.baseline, 0.4, "pt"),
    ("thin rule, middle", row(81), thin.y + thin.height / 2, 0.4, "pt"),
    ("baseline of the organ", row(108), organ.baseline, 0.4, "pt"),
    ("baseline of “Distr.”", row(108), distribution.baseline, 0.4, "pt"),
    ("baseline of “Original”", row(153), find(first, "Original").baseline, 0.4, "pt"),
    ("thick rule, middle", 209.6, thick.y + thick.height / 2, 0.4, "pt"),
    ("baseline of the session", row(277), session.baseline, 0.4, "pt"),
    ("baseline of the agenda item", row(292), item.baseline, 0.4, "pt"),
    ("baseline of its title", row(307), find(first, "Administrative").baseline, 0.4, "pt"),
    ("from its last line to the title", row(363) - row(322), title.baseline - find(first, "New York").baseline, 0.8, "pt"),
    ("rule over notes, left end", 111.2, note_rule.x, 0.4, "pt"),
    ("baseline of the running head", row(73), find(third, "A/AC").baseline, 0.4, "pt"),
    ("rule under it, middle", row(81), rules[2][0].y + rules[2][0].height / 2, 0.4, "pt"),
    ("baseline of the page number", row(944), find(third, "3/3").baseline, 0.4, "pt"),
    ("baseline of the job number beside it", row(942), find(third, "27-00001").baseline, 0.4, "pt"),
    ("bar code, lower edge", 762.4, code.bottom, 0.8, "pt"),
    ("QR code, upper edge", 708.8, qr.y, 0.8, "pt"),
])

ORIGINAL = """Total expenditure for the United
Stabilization Mission
2025 has been
framework.
Following the adoption
focused on a timely
2024 to 30 June 2025, MINUSMA
repatriation of the
While the initial plan
the deterioration
transitional Government
31 December 2024, the
headquarters to the
MINUSMA incurred
period, representing
$833.8 million
2023/24 period.
The unencumbered
(a) reduced
primarily to the
requirements under
freight costs due
rather than transfer
The reduced requirements
military and police
claims for pending""".splitlines()
ours = [line.text for page in read_lines(lines) for line in page if line.x > COLUMN - 1 and line.size == 10]
ours = ours[ours.index(next(text for text in ours if text.startswith(ORIGINAL[0]))):]
same = sum(text.startswith(start) for text, start in zip(ours, ORIGINAL))
wrong += tell("un-newyork: lines of A/80/590, page 3, in first fit", [
    ("lines that begin as the original's", len(ORIGINAL), same, 0, ""),
    ("lines in all", len(ORIGINAL), len(ours), 0, ""),
])
sys.exit(wrong > 0)
