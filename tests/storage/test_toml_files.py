"""Every fault of a data file is told with its line and in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.library.protocol import Protocol
from facilitui.storage.disk import Disk
from tests.storage.faults import plan_problems, problems_of, read_model

PROTOCOL = """kind = "protocol"
id = "tuning"
name = "Tuning"
family = ["work_review"]
purposes = ["explore"]
purpose = "Look closely"
origin = "ours"
provenance = "O"
group = { min = 3, max = 12, ideal = 8, default = 8 }

[[steps]]
id = "present"
name = "Presentation"
min = 5
ideal = 10
max = 15
who = "presenter"

[[steps]]
id = "look"
name = "Silent look"
min = 3
ideal = 5
max = 8
who = "individuals"
silence = "all"
"""


def protocol_problems(tmp_path: Path, old: str, new: str) -> list[str]:
    """What is wrong with the protocol above after one change."""
    assert old in PROTOCOL
    path = tmp_path / "tuning.toml"
    path.write_text(PROTOCOL.replace(old, new, 1), encoding="utf-8")
    return [f"{each.line}:{each.column}: {each.reason}" for each in problems_of(path, Protocol)]


def test_a_good_file_becomes_its_model(tmp_path: Path) -> None:
    """What is right is read, with a byte order mark and line ends of any kind."""
    path = tmp_path / "tuning.toml"
    path.write_bytes(b"\xef\xbb\xbf" + PROTOCOL.replace("\n", "\r\n").encode())
    protocol = read_model(Disk(), path, Protocol)
    assert [step.id for step in protocol.steps] == ["present", "look"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "ideal = 5",
            "ideal = 900",
            "23:9: steps[2] ideal must be more than 0 and at most 240, not 900",
        ),
        (
            "ideal = 5",
            "ideal = 0",
            "23:9: steps[2] ideal must be more than 0 and at most 240, not 0",
        ),
        ("min = 3\n", "min = 9\n", "22:7: steps[2]: min, ideal and max must grow, but are 9, 5, 8"),
        (
            'kind = "protocol"',
            'kind = "protokol"',
            "1:8: kind must be “protocol”, not “protokol”",
        ),
        (
            'silence = "all"',
            'silence = "al"',
            (
                "26:11: steps[2] silence must be “none”, “all”, “presenter”, “group” or “turn”,"
                " not “al”; did you mean “all”?"
            ),
        ),
        (
            'silence = "all"',
            "silense = 1",
            "26:1: unknown key “silense” in steps[2]; did you mean “silence”?",
        ),
        ('id = "look"', 'id = "present"', "20:6: two steps have the id present"),
        (
            'id = "look"',
            'id = "a b"',
            (
                "20:6: steps[2] id must be made of letters without accents, digits, “_” and "
                "“-”, at most 64 of them, and begin with a letter or digit, not “a b”"
            ),
        ),
        ('name = "Silent look"', "", "19:1: steps[2] name is missing"),
        ("min = 3,", "min = 0,", "9:17: group.min must be at least 1 and at most 1000, not 0"),
        (
            "max = 12",
            'max = "many"',
            "9:26: group.max must be a number, without quotes, not “many”",
        ),
        ("max = 12", 'max = "12"', "9:26: group.max must be a number, without quotes, not “12”"),
        ("ideal = 5", "ideal = true", "23:9: steps[2] ideal must be a number, not true"),
        (
            'silence = "all"',
            "question = 5.5",
            (
                "26:12: steps[2] question must be “recall_or_logistics”, “open_opinion”, "
                "“reasoning_or_dilemma”, “reflection_or_writing” or “after_an_answer”, not 5.5"
            ),
        ),
        ("ideal = 5", "ideal = inf", "23:9: steps[2] ideal must be a number, not inf"),
        ('family = ["work_review"]', "family = []", "4:10: family must have at least one entry"),
        (
            '["work_review"]',
            '[\n  "text",\n  5]',
            (
                "6:3: family[2] must be “dilemma”, “work_review”, “text”, “data”, “idea”, "
                "“whole_group”, “community”, “reflection”, “improvement” or “programme”, not 5"
            ),
        ),
        ('["work_review"]', '"text"', "4:10: family must be a list in [ ], not “text”"),
        ("[[steps]]", "[[step]]", "11:1: unknown key “step”; did you mean “steps”?"),
    ],
)
def test_a_fault_is_told_where_it_is(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """One fault gives one sentence that says what would be right."""
    assert expected in protocol_problems(tmp_path, old, new)


def test_a_misspelt_key_is_told_once(tmp_path: Path) -> None:
    """It is not missing as well: whoever mends the one has mended both."""
    told = protocol_problems(tmp_path, 'name = "Silent look"', 'nam = "Silent look"')
    assert told == ["21:1: unknown key “nam” in steps[2]; did you mean “name”?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'title = "a"\ntitle = "b"\n',
            "2:1: title stands here a second time; it is already on line 1",
        ),
        (
            "[audience]\n[audience]\n",
            "2:1: audience stands here a second time; it is already on line 1",
        ),
        ("title = Hello\n", "1:9: the value is not understood; text needs quotes around it"),
        (
            'purpose = ""\ntitle = "Hello\nminutes = 5\n',
            "2:15: text is not closed by its quotation mark",
        ),
        ('title = "x"\nnote = """\nnever\nends\n', "2:8: text is not closed by its quotation mark"),
        ("title: 'x'\n", "1:6: after the name of a key there must be “=” and its value"),
        ("[audience\n", "1:10: a heading has no closing “]”"),
        (
            'materials = ["a"\n"b"]\n',
            "2:1: a list is not closed by “]”, or a comma is missing in it",
        ),
        ("minutes = 1:30\n", "1:12: something that does not belong there stands after the value"),
        (
            "start = 2026-02-30T10:00:00\n",
            "1:9: start is 2026-02-30T10:00:00: there is no such date or time",
        ),
        ('title = "C:\\school"\n', "1:14: “\\” in text must be written twice"),
        (
            "start = 20261125\n",
            "1:9: start must be a date and time like 2026-11-25T15:30:00, not 20261125",
        ),
        (
            "start = 2026-11-25T15:30:00Z\n",
            "1:9: start is a local time without an offset; say where in zone",
        ),
        ("just words\n", "1:6: after the name of a key there must be “=” and its value"),
    ],
)
def test_broken_toml_is_told_in_plain_words(tmp_path: Path, text: str, expected: str) -> None:
    """The line and column of a slip, and what to do about it."""
    assert plan_problems(tmp_path, text) == [expected]


def test_all_faults_are_told_in_reading_order(tmp_path: Path) -> None:
    """Nobody mends a file one fault at a time."""
    text = (
        'title = 5\nminutes = 0\n\n[[goals]]\nid = "G1"\n\n[[blocks]]\nid="b"\ntitle="B"\nmin=20\n'
    )
    assert plan_problems(tmp_path, text) == [
        "1:9: title must be text in quotes, not 5",
        "2:11: minutes must be more than 0 and at most 480, not 0",
        "4:1: goals[1] text is missing",
        "10:5: blocks[1]: min 20 is more than the 10 minutes planned",
    ]


def test_a_file_of_another_kind_has_one_fault(tmp_path: Path) -> None:
    """All that follows from a wrong kind is not told as well."""
    path = tmp_path / "x.toml"
    path.write_text(PROTOCOL, encoding="utf-8")
    assert [each.reason for each in problems_of(path)] == ["kind must be “plan”, not “protocol”"]
