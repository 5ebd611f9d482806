#!/usr/bin/python3
"""gb_redhead.py DOWN.pdf UP.pdf: head, end and imprint of GB/T 9704—2012, measured: DOWN is samples/linjiang-2027-12,
UP is upward.yaml."""
import sys

from pdf_marks import MM, find, ink_box, read_lines, read_rectangles, tell

# The type area, and a line of it; a character of text, and one of the imprint.
LEFT, TOP, WIDTH, HEIGHT = 28 * MM, 37 * MM, 156 * MM, 225 * MM
LINE, EM, SMALL = 29.62, 15.75, 14
RED = "1 .2 .2"


def measure_head(name, pdf, lines, rules, mark, number, title):
    rule = next(rule for rule in rules if rule.colour == RED)
    ink = ink_box(pdf, 1, LEFT, mark.baseline - mark.size, WIDTH, 1.2 * mark.size)
    return tell(f"gb-redhead: 版头, 7.2 ({name})", [
        ("mark, upper edge under that of the type area", 35, (ink[1] - TOP) / MM, 0.3, "mm"),
        ("mark, its middle", LEFT + WIDTH / 2, mark.middle, 0.5, "pt"),
        ("copy number, left edge", 0, find(lines, "0000").x - LEFT, 0.1, "pt"),
        ("copy number, first line", TOP, find(lines, "0000").top, 1, "pt"),
        ("red rule under the number", 4, (rule.y - number.bottom) / MM, 0.1, "mm"),
        ("red rule, left edge", 28, rule.x / MM, 0.1, "mm"),
        ("red rule, width", 156, rule.width / MM, 0.1, "mm"),
        ("red rule, thickness", 0.5, rule.height / MM, 0.05, "mm"),
        ("title, two lines under the rule", 2, (title.top - rule.bottom) / LINE, 0.05, "lines"),
        ("title, size: 2号", 22, title.size, 0, "pt"),
        ("title, its middle", LEFT + WIDTH / 2, title.middle, 1, "pt"),
    ])


def measure_imprint(name, lines, rules, first_text, printed_by, printed_on):
    first, middle, last = rules
    return tell(f"gb-redhead: 版记, 7.4 ({name})", [
        ("rules, left edge", 28, first.x / MM, 0.1, "mm"),
        ("rules, width", 156, first.width / MM, 0.1, "mm"),
        ("first rule, thickness", 0.35, first.height / MM, 0.01, "mm"),
        ("middle rule", 0.25, middle.height / MM, 0.01, "mm"),
        ("last rule", 0.35, last.height / MM, 0.01, "mm"),
        ("last rule ends with the type area", 262, last.bottom / MM, 0.1, "mm"),
        ("size: 4号", SMALL, first_text.size, 0, "pt"),
        ("抄送, one character in", SMALL, first_text.x - LEFT, 0.1, "pt"),
        ("printing office, one character in", SMALL, printed_by.x - LEFT, 0.1, "pt"),
        ("date of printing, one character in", SMALL, LEFT + WIDTH - printed_on.end, 0.1, "pt"),
    ])


def measure_end(name, above, signature, date):
    return tell(f"gb-redhead: signature and date, 7.3.5 ({name})", [
        ("date, four characters in", 4 * EM, LEFT + WIDTH - date.end, 0.1, "pt"),
        ("signature, its middle", date.middle, signature.middle, 0.1, "pt"),
        ("date, one line under it", LINE, date.baseline - signature.baseline, 0.1, "pt"),
        ("two lines free for the seal", 3 * LINE, signature.baseline - above.baseline, 0.1, "pt"),
    ])


down, up = sys.argv[1:3]
pages, rules = read_lines(down), read_rectangles(down)
wrong = measure_head("down", down, pages[0], rules[0], find(pages[0], "临江市人民政府办公室文件"),
                     find(pages[0], "临政办发"), next(line for line in pages[0] if line.size == 22))
number = find(pages[0], "临政办发")
addressee, title = find(pages[0], "各区"), find(pages[0], "关于印发")
wrong += tell("gb-redhead: number and addressee (down)", [
    ("number, its middle", LEFT + WIDTH / 2, number.middle, 0.5, "pt"),
    ("addressee, one line under the title", 2 * LINE, addressee.baseline - title.baseline, 2.5, "pt"),
    ("addressee, left edge", 0, addressee.x - LEFT, 0.1, "pt"),
])
last = pages[1]
wrong += measure_end("down", find(last, "四、"), find(last, "临江市人民政府"), find(last, "2027"))
wrong += measure_imprint("down", last, rules[1], find(last, "抄送"), *[line for line in last if line.size == SMALL][1:3])

pages, rules = read_lines(up), read_rectangles(up)
mark = next(line for line in pages[0] if line.size == 40)
number, signer = find(pages[0], "临建发"), find(pages[0], "签发人")
wrong += measure_head("up", up, pages[0], rules[0], mark, number, next(line for line in pages[0] if line.size == 22))
wrong += tell("gb-redhead: number and signer, 7.2.5 and 7.2.6 (up)", [
    ("number, two lines under the mark", 2, (number.top - mark.bottom) / LINE, 0.1, "lines"),
    ("number, one character in", EM, number.x - LEFT, 0.1, "pt"),
    ("signer, one character in", EM, LEFT + WIDTH - signer.end, 0.1, "pt"),
    ("signer on the number's line", number.baseline, signer.baseline, 0, "pt"),
    ("secrecy, second line", TOP + LINE, find(pages[0], "机密").top, 1, "pt"),
    ("urgency, third line", TOP + 2 * LINE, find(pages[0], "特急").top, 1, "pt"),
])
note = find(pages[0], "附件：")
wrong += tell("gb-redhead: list of annexes, 7.3.4 (up)", [
    ("two characters in", 2 * EM, note.x - LEFT, 0.1, "pt"),
    ("one line under the text", 2 * LINE, note.baseline - find(pages[0], "二、").baseline, 0.1, "pt"),
])
imprint = [line for line in pages[-1] if line.size == SMALL]
wrong += measure_imprint("up", pages[-1], rules[-1], find(imprint, "抄送"), *imprint[2:4])
if [glyph.font.split("+")[-1] for glyph in signer.glyphs][::6] != ["FandolFang-Regular", "FandolKai-Regular"]:
    print("“签发人：” is not in FangSong and the name in Kai:", [glyph.font for glyph in signer.glyphs])
    wrong += 1
sys.exit(wrong > 0)
