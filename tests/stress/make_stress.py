#!/usr/bin/env python3
"""Writes the stress set: documents that no meeting has, the same bytes every time.

    make_stress.py [FOLDER]              every document, into build/stress
    make_stress.py --pages N FILE        one of about N pages, for the curve
"""
import itertools
import os
import sys

# What the documents are made of: clauses of official Chinese and English, with names,
# figures, symbols and quotations among them.
CLAUSES_ZH = """
工作组将重点讨论公约中有关联合调查的第十九条实施方面的挑战
并分享该领域的成功案例和良好做法
在2019年10月10日举行的第十次会议上
扩大主席团讨论了技术援助问题政府专家工作组2020年会议的日期
载于一份会议室文件（CTOC/COP/2008/CRP.5）
主席请各代表团提出议题以视可能列入未来会议议程
以及《打击有组织犯罪公约》目前的批准状况
秘书处尚未注意到需在项目4下提出任何议题
即扩大讨论范围
不仅涵盖引渡和司法协助等“传统的”刑事事项国际合作方式
也涵盖其他形式的国际合作
例如为没收和移交刑事诉讼程序而开展的国际合作（分别在第七次和第八次会议上讨论过）
由于缺乏资源
并未采取行动执行上述建议
工作组不妨注意到
专家提供了大陆法系和英美法系的执法和检察专门知识
有19名专家以个人身份出席会议
""".split()
ENDS_ZH = "，，，，；。，。"
CLAUSES_EN = """
the Working Group will focus on the challenges in the implementation of article 19
and share success stories and good practices in that area
at its tenth meeting, held on 10 October 2019
the extended Bureau discussed the dates of the meetings to be held in 2020
contained in a conference room paper (CTOC/COP/2008/CRP.5)
the Chair invited delegations to propose topics for possible inclusion in future agendas
as well as the current status of ratification of the Convention
the Secretariat is not aware of any issues to be raised under item 4
covering not only "traditional" modalities of international cooperation
but also other forms, such as the transfer of criminal proceedings
owing to a lack of resources
no action has been taken on those recommendations
some 45 per cent of the 1,250 requests were answered within 30 days
""".strip().split("\n")
MARKS = "。，、；：？！．（）《》〈〉「」『』“”‘’〔〕【】〖〗［］｛｝—…·–～／"


def pick(count, seed=0):
    """Numbers below `count`, jumping about, the same ones in every run."""
    state = count + 7919 * seed
    while True:
        state = (state * 1103515245 + 12345) % 2 ** 31
        yield (state >> 12) % count


def chinese(length, note_every=0, notes=None):
    """A paragraph of so many characters; with notes, one behind every so many."""
    clause, end = pick(len(CLAUSES_ZH), length), pick(len(ENDS_ZH), length)
    text, since, total = [], 0, 0
    while total < length:
        piece = CLAUSES_ZH[next(clause)]
        total += len(piece) + 1
        since += len(piece)
        if notes is not None and since >= note_every and len(notes) < notes.most:
            piece += notes.mark()
            since = 0
        text.append(piece + ENDS_ZH[next(end)])
    return "".join(text)[:-1] + "。"


def english(length):
    clause, end, text = pick(len(CLAUSES_EN), length), pick(4, length), ""
    while len(text) < length:
        piece = CLAUSES_EN[next(clause)]
        if not text or text.endswith(". "):
            piece = piece[0].upper() + piece[1:]
        text += piece + (", ", ", ", "; ", ". ")[next(end)]
    return text.rstrip(" ,;.") + "."


class Notes:
    """The notes of a document: `mark` adds one and gives what refers to it."""

    def __init__(self, most, length=0):
        self.most, self.length, self.texts = most, length, []

    def __len__(self):
        return len(self.texts)

    def mark(self, text=None):
        number = len(self.texts) + 1
        default = f"CTOC/COP/WG.3/2020/{number}，第{number}段。"
        length = self.length + number % 40
        self.texts.append(text or (chinese(length) if self.length else default))
        return f"[^n{number}]"


def document(name, items, notes=None, annexes="", language="zh", layout="un-vienna",
             dates="2020-07-07/2020-07-08"):
    titles = {"zh": ("工作组", "维也纳", "临时议程说明"),
              "en": ("Working Group", "Vienna", "Annotated provisional agenda")}
    body, place, title = titles[language]
    text = f"layout: {layout}\nlanguage: {language}\n\ndocument:\n"
    text += f"  symbol: CTOC/COP/WG.3/2020/1\n  organ: {body}\n  date: 2020-04-06\n"
    text += f"  title: {title}\n\nmeeting:\n  body: {body}\n  dates: {dates}\n"
    text += f"  place: {place}\n\nagenda:\n" + "".join(items)
    if notes:
        text += "\nnotes:\n"
        text += "".join(f"  n{i}: {note}\n" for i, note in enumerate(notes.texts, 1))
    return name, text + annexes


def item(title, *paragraphs, deeper=()):
    text = f"  - title: {title}\n"
    if paragraphs:
        text += "    annotation: |\n"
        text += "\n".join(f"      {paragraph}\n" for paragraph in paragraphs)
    if deeper:
        text += "    items:\n"
        for one in deeper:
            text += "".join("    " + line + "\n" for line in one.splitlines())
    return text


def narrow(layout):
    symbols = "CTOC/COP/WG.2/2017/4-CTOC/COP/WG.3/2017/4"
    return document(
        "narrow", [item("联合调查机构在打击跨国有组织犯罪方面的应用和作用",
                        *(chinese(150 + 37 * i) for i in range(20)),
                        f"议题之一（{symbols}，第38段）是联合调查的应用。")],
        layout=layout)


def narrow_english(layout):
    return document("narrow-english",
                    [item("International cooperation involving special techniques",
                          *(english(300 + 71 * i) for i in range(12)))],
                    layout=layout, language="en")


def long_paragraph():
    return document("long-paragraph", [item("其他事项", chinese(20000))])


def long_paragraph_english():
    return document("long-paragraph-english", [item("Other matters", english(20000))],
                    language="en")


def nothing_but_notes():
    """One mark whose note fills pages; then a line with as many notes as fill one."""
    notes = Notes(12, 90)
    first = "报告草稿" + notes.mark(chinese(5000)) + "由秘书处编写。"
    second = "".join("报告" + notes.mark() for _ in range(11)) + "由秘书处编写。"
    return document("nothing-but-notes",
                    [item("会议开幕", first, chinese(400)), item("通过报告", second)], notes)


def many_marks():
    notes = Notes(200)
    return document("many-marks", [item("其他事项", chinese(9000, 30, notes))], notes)


def notes_everywhere():
    """In a title, a list, a documents list and a cell."""
    notes = Notes(50, 60)
    items = []
    for i in range(9):
        text = item(f"通过议程{notes.mark()}和工作安排", chinese(300 + 29 * i, 90, notes),
                    f"- 讨论{notes.mark()}报告；\n      - 通过报告{notes.mark()}。")
        text += f"    documents:\n      - title: 秘书处的说明{notes.mark()}\n"
        items.append(text + f"        symbol: CTOC/COP/WG.3/2020/{i + 2}\n")
    slots = "".join(f"          - {{ time: {10 + i}:00-{11 + i}:00, items: [{i + 1}] }}\n"
                    for i in range(9))
    annex = f"\nannexes:\n  - title: 拟议工作安排{notes.mark()}\n    timetable:\n"
    return document("notes-everywhere", items, notes,
                    annex + "      - date: 2020-07-07\n        slots:\n" + slots)


def timetable():
    """2,000 rows: 250 days of two slots of four items."""
    months = ((1, 31), (2, 29), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 6))
    text = "\nannexes:\n  - title: 拟议工作安排\n    timetable:\n"
    item_number = itertools.cycle(range(1, 41))
    for month, days in months:
        for day in range(1, days + 1):
            text += f"      - date: 2020-{month:02}-{day:02}\n        slots:\n"
            for time in ("10:00-13:00", "15:00-18:00"):
                four = ", ".join(str(next(item_number)) for _ in range(4))
                text += f"          - {{ time: {time}, items: [{four}] }}\n"
    titles = pick(len(CLAUSES_ZH))
    items = [item(f"{CLAUSES_ZH[next(titles)]}") for _ in range(40)]
    return document("timetable", items, None, text, dates="2020-01-01/2020-09-06")


def long_words():
    """What cannot be broken is told; what can be is set in its column."""
    word = ("antidisestablishmentarianism" * 4)[:100]
    address = "https://www.unodc.org/" + "/".join(["international-cooperation"] * 4)
    symbol = "CTOC/COP/WG.3/2020/2/Add.1/Rev.2-CTOC/COP/WG.2/2017/4/Corr.1"
    return document("long-words",
                    [item("其他事项", f"秘书处{word}编写。", f"文件（{symbol}）已经印发。",
                          f"见{address}，第38段。", chinese(300))])


def mark_pairs():
    """Every mark beside every other, in each face: body, Kai, bold and the headings'."""
    items = []
    for a in MARKS:
        row = "".join("字" + a + b for b in MARKS) + "字"
        items.append(item(row, row, f"*{row}*", f"**{row}**", f"***{row}***"))
    return document("mark-pairs", items)


def many_items():
    items, length = [], pick(500)
    for i in range(60):
        deeper = [item(f"分项目{k + 1}：工作安排",
                       *([chinese(60 + next(length))] if k % 2 else []))
                  for k in range(4)]
        items.append(item(CLAUSES_ZH[i % len(CLAUSES_ZH)], chinese(80 + next(length)),
                          deeper=deeper))
    return document("many-items", items)


def quotations():
    """Chinese in English and English in Chinese, with the marks of each."""
    zh = "The Chair recalled 《联合国打击跨国有组织犯罪公约》第十九条：“缔约国应当考虑缔结协定”，"
    mixed = (zh + "and the annex, entitled “Other matters – status”. ") * 12
    quoted = "主席说，“The Working Group—no other body—may decide ‘at once’”，并提到" \
        "“international cooperation, in particular joint investigations”一语。"
    return document("quotations", [item("Other matters", mixed),
                                   item("其他事项", quoted * 12, chinese(200) + quoted)])


def pages(count):
    """About `count` pages: an item with four paragraphs takes somewhat over half of one."""
    items, length = [], pick(300)
    for i in range(max(1, round(count * 1.42 - 0.9))):
        items.append(item(CLAUSES_ZH[i % len(CLAUSES_ZH)],
                          *(chinese(100 + next(length)) for _ in range(4))))
    return document(f"pages-{count}", items)


def too_many_notes():
    """More notes on one line than a page has room for, and one that fills pages beside
    one in a cell: they begin with their marks as far as they can, or it is told."""
    notes = Notes(80, 90)
    line = "".join("报" + notes.mark() for _ in range(30)) + "由秘书处编写。"
    cell = notes.mark(chinese(4000))
    annex = f"\nannexes:\n  - title: 拟议工作安排\n    timetable:\n" \
        f"      - date: 2020-07-07\n        slots:\n" \
        f"          - {{ time: 10:00-13:00, items: [1, 2] }}\n" \
        f'          - {{ time: 15:00-18:00, items: [{{ title: "讨论{cell}" }}] }}\n'
    return document("too-many-notes",
                    [item("会议开幕", chinese(500), line, chinese(500)),
                     item("通过报告", chinese(200))], notes, annex)


def tall_things():
    """A heading, a cell and a slot that are taller than a page."""
    many = ", ".join(["2", "3"] * 60)
    annex = "\nannexes:\n  - title: 拟议工作安排\n    timetable:\n" \
        "      - date: 2020-07-07\n        slots:\n" \
        f"          - {{ time: 10:00-13:00, items: [{many}] }}\n" \
        f"          - {{ time: 15:00-18:00, items: [{{ title: '{chinese(3000)}' }}] }}\n"
    return document("tall-things", [item(chinese(3000), chinese(100)),
                                    item("通过报告"), item("其他事项")], None, annex)


def stress_set():
    layout = os.path.join(os.path.dirname(os.path.abspath(__file__)), "narrow.yaml")
    return [narrow(layout), narrow_english(layout), long_paragraph(),
            long_paragraph_english(), nothing_but_notes(), many_marks(),
            notes_everywhere(), timetable(), long_words(), mark_pairs(), many_items(),
            quotations(), too_many_notes(), tall_things()]


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def main(arguments):
    if arguments[:1] == ["--pages"]:
        write(arguments[2], pages(int(arguments[1]))[1])
        return
    folder = arguments[0] if arguments else "build/stress"
    os.makedirs(folder, exist_ok=True)
    for name, text in stress_set():
        write(os.path.join(folder, name + ".yaml"), text)


if __name__ == "__main__":
    main(sys.argv[1:])
