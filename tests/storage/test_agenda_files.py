"""Agendas as people really write them in Markdown and plain text, and files that hold none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitui.core.agendas_outside.columns import guess
from facilitui.core.agendas_outside.importing import taken
from facilitui.core.agendas_outside.raw_table import Imported, RawTable
from facilitui.core.errors import InputProblems
from facilitui.storage.agenda_files import MOST_BYTES, read_agenda


def imported(text: str | bytes, name: str = "agenda.md") -> Imported:
    """What becomes of a file whose columns are guessed."""
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    table = read_agenda(name, data)
    return taken(table, guess(table))


def listed(text: str | bytes, name: str = "agenda.md") -> list[tuple[str, float]]:
    """The blocks by title and minutes."""
    return [(block.title, block.minutes) for block in imported(text, name).blocks]


LISTS = """# Team day

We look forward to it.

## Goals

- know the criteria
- use them

## Bring along

- pens

## Agenda

- **9:00–9:15 Welcome** (Ana): say hello
  - the [slides](https://x.org/s)
  - [ ] water
- [x] 9:15 Norms
- ☕ 9:30 Coffee (10)
- **Work** – 45 minutes – in pairs
1. 10:30 *Close* (15–20 min)
"""


def test_a_list_is_an_agenda_and_what_is_within_is_notes() -> None:
    """Titles in bold, boxes, emoji and numbers; other lists of the page are named and left."""
    found = imported(LISTS)
    assert found.head.title == "Team day"
    assert [(block.title, block.minutes) for block in found.blocks] == [
        ("Welcome", 15),
        ("Norms", 15),
        ("☕ Coffee", 10),
        ("Work", 45),
        ("Close", 15),
    ]
    note = found.blocks[0].note
    assert "(Ana): say hello" in note and "- the slides" in note and "https://x.org/s" in note
    assert "- water" in note and "[ ]" not in note
    assert found.head.goals == ("know the criteria", "use them")
    assert any("“Bring along” was left out" in told for told in found.told)
    assert any("the first of its lengths" in told for told in found.told)


def test_a_table_is_an_agenda() -> None:
    """With whatever is in its cells; lists beside it are left."""
    text = """# Day
- bring pens

| Time | Item | Notes |
|:---|---|---:|
| 9:00 | **Welcome** | hi<br>there |
| 9:15 | Work \\| play | `code` [x](https://x.org) |
| 10:00 | End | |
"""
    found = imported(text)
    assert [(b.title, b.minutes) for b in found.blocks] == [("Welcome", 15), ("Work | play", 45)]
    assert found.blocks[0].note == "hi\nthere"
    assert any("line 2: the list" in told for told in found.told)


def test_a_longer_list_ahead_of_a_table_is_the_agenda() -> None:
    """Both with figures, or a table of one row alone; steps below a plan in a table are not."""
    steps = "- Hello (5 min)\n- Work (9 min)\n"
    table = "\n| What | Min |\n|---|---|\n| Tea | 10 |\n"
    assert listed(steps + table) == [("Hello", 5), ("Work", 9)]
    assert imported(steps + table).told == ("line 4: a table was left out; it is not the agenda",)
    assert listed(f"{table}\n{steps}") == listed(f"- pens\n- paper\n{table}") == [("Tea", 10)]
    assert len(listed("- Hello\n- Work\n\n| Room |\n|---|\n| Blue |\n")) == 2


def test_tables_of_several_days_are_one_agenda() -> None:
    """Those with the same columns; another table is named and left out."""
    days = "".join(
        f"\n## Day {n}\n\n| What | Min |\n|---|---|\n| Work {n} | 3{n} |\n" for n in (1, 2)
    )
    found = imported(f"{days}\n| Room | Seats |\n|---|---|\n| Blue | 20 |\n")
    assert [(b.title, b.minutes) for b in found.blocks] == [("Work 1", 31), ("Work 2", 32)]
    assert any("a table was left out" in told for told in found.told)


def test_headings_with_figures_are_blocks() -> None:
    """What stands under each is its note."""
    text = "# Day\n## 9:00 Welcome (15 min)\nhello\n- a\n- b\n## Work: 30 min\n## Lunch 45 min\n"
    found = imported(text)
    assert [(b.title, b.minutes) for b in found.blocks] == [
        ("Welcome", 15),
        ("Work", 30),
        ("Lunch", 45),
    ]
    assert found.blocks[0].note == "hello\n- a\n- b"


def test_lines_of_plain_text_are_blocks() -> None:
    """Each that says when it is; the others belong to the one before."""
    text = "Our workshop\n9:00 Welcome\n9:15 Work on it\n  bring pens\n10:00 Lunch (45 min)\n"
    found = imported(text, "agenda.txt")
    assert [(b.title, b.minutes) for b in found.blocks] == [
        ("Welcome", 15),
        ("Work on it", 45),
        ("Lunch", 45),
    ]
    assert found.blocks[1].note == "bring pens"
    assert listed("Welcome\nNorms\nLunch\n") == [("Welcome", 10), ("Norms", 10), ("Lunch", 10)]


def test_a_list_of_parts_with_times_within() -> None:
    """Where only what is within says when it is, that is the agenda."""
    text = "- Morning\n  - 9:00 Hello\n  - 9:10 Work (20)\n- Afternoon\n  - 1:00 PM Talk (1 h 30)\n"
    assert listed(text) == [("Hello", 10), ("Work", 20), ("Talk", 90)]


def test_front_matter_is_no_agenda() -> None:
    """Its title is the agenda's; the lines keep their numbers."""
    table = read_agenda("a.md", b'---\ntitle: "X"\n---\n1. A 5\'\n2. B 1h\n')
    assert table.head.title == "X" and [row.line for row in table.rows] == [4, 5]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"PK\x03\x04rest", "office program"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\x89PNG\r\n", "is a picture"),
        (bytes(range(256)) * 20, "is not a text"),
        (b"\x00\x01\x02" * 300, "is not a text"),
        (b"One sentence of prose.", "holds no list"),
        (b"x" * (MOST_BYTES + 1), "is larger than 2 MB"),
    ],
)
def test_what_is_no_agenda_is_refused_with_a_sentence(data: bytes, words: str) -> None:
    """One problem that names the file."""
    with pytest.raises(InputProblems) as raised:
        read_agenda("thing.md", data)
    (problem,) = raised.value.problems
    assert problem.file == "thing.md" and words in problem.reason


SIGNS = [
    "- ",
    "1. ",
    "# ",
    "| ",
    "|",
    "---",
    "\n",
    "\n\n",
    "  ",
    "9:00",
    "(10)",
    '"',
    ",",
    ";",
    ">",
]
SIGNS += [
    "**",
    "[x](y)",
    "[ ] ",
    "`",
    "<br>",
    "é",
    "\t",
    "word",
    "10 min",
    "&amp;",
    "\\",
    "\x1b[31m",
]
writings = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=40).map("".join)


@settings(max_examples=300)
@given(
    writings.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=200),
    st.sampled_from(["a.md", "a.csv", "a.txt", "a", ""]),
)
def test_no_file_is_too_strange(data: bytes, name: str) -> None:
    """Any bytes are an agenda or are refused in a sentence, and lines are those of the file."""
    try:
        table: RawTable = read_agenda(name, data)
    except InputProblems as error:
        assert len(error.problems) == 1
        return
    found = taken(table, guess(table))
    assert all(1 <= row.line <= data.count(b"\n") + data.count(b"\r") + 2 for row in table.rows)
    assert found.blocks or found.skipped or found.told


TABLE = "| " + "**a** 9:00 (10) | " * 200 + "\n" + "|---" * 200 + "|\n" + "| **a** 10 min " * 90_000


def test_of_a_very_long_document_the_beginning_is_read() -> None:
    """And that is told."""
    table = read_agenda(
        "long.md", b"# Day\n\n" + b"- 9:00 Welcome and **more** (10 min)\n" * 20_000
    )
    assert len(table.rows) == 2000 and table.rows[0].line == 3
    assert any("lines were looked at" in told for told in table.told)


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        "[" * 40_000,
        "- " * 40_000,
        ">" * 40_000,
        '"a\n' * 20_000,
        "# a\n" * 20_000,
        "a\n" * 40_000,
    ],
    ids=["table", "brackets", "lists", "quotes", "marks", "headings", "lines"],
)
def test_a_file_made_to_be_slow_is_not(text: str) -> None:
    """What would nest or repeat without end is read to a depth and a length."""
    for name in ("a.md", "a.csv"):
        try:
            assert len(read_agenda(name, text.encode()).rows) <= 2000
        except InputProblems:
            continue
