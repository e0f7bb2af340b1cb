"""The protocols we ship: each is whole, laid out like the others, and gives credit."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from facilitui.core.library.protocol import Protocol
from facilitui.core.vocabulary import Family, Mode, Provenance, Purpose

FOLDER = Path(__file__).parents[2] / "protocols"

FIELDS = [
    "kind",
    "id",
    "name",
    "family",
    "purposes",
    "purpose",
    "modes",
    "roles",
    "origin",
    "terms",
    "sources",
    "provenance",
    "pitfalls",
    "note",
    "group",
    "cycles",
    "steps",
]
STEP_FIELDS = [
    "id",
    "name",
    "short",
    "min",
    "ideal",
    "max",
    "who",
    "silence",
    "say",
    "show",
    "watch",
    "question",
    "cycle",
    "turn_minutes",
    "turns",
    "debrief",
]

MARKS = ("critical friends", "courageous conversation")
TERMS = {
    "National School Reform Faculty": "NSRF's sheets are copyrighted",
    "School Reform Initiative": "SRI's sheets are free to download",
    "Project Zero": "CC BY-NC-ND 4.0 as far as we know",
    "Liberating Structures": "CC BY-NC 3.0",
    "World Cafe Community Foundation": "free to use with credit, as far as we know",
    "Open Space Technology": "gave the method away",
    "Jigsaw classroom": "free to use, as far as we know",
    "facilitui, our own text": "Our own text",
}
"""What the terms say of a source, the same wherever it is named."""

FILES = sorted(FOLDER.glob("*.toml"))

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@cache
def load(file: Path) -> Protocol:
    return Protocol.model_validate(tomllib.loads(file.read_text("utf-8")))


def words(line: str) -> int:
    return len(line.split())


def doubled(lines: list[str]) -> list[str]:
    return [line for line, count in Counter(lines).items() if count > 1]


@every_file
def test_it_is_a_protocol_named_after_its_file(file: Path) -> None:
    """A plan finds a protocol by the name of its file."""
    assert load(file).id == file.stem


@every_file
def test_it_begins_by_saying_what_it_is_and_that_it_may_be_edited(file: Path) -> None:
    """Whoever opens the file learns in two to four lines what it is and where to keep a copy."""
    lines = file.read_text("utf-8").splitlines()
    head = lines[: lines.index('kind = "protocol"')]
    assert 2 <= len(head) <= 4
    assert all(line.startswith("# ") and len(line) <= 100 for line in head)
    assert head[0].startswith(f"# {load(file).name}: ")
    assert "copy this file into the protocols folder" in " ".join(head)


@every_file
def test_its_fields_stand_in_the_usual_order(file: Path) -> None:
    """Two files can be compared line by line."""
    raw = tomllib.loads(file.read_text("utf-8"))
    assert list(raw) == [field for field in FIELDS if field in raw]
    for step in raw["steps"]:
        assert list(step) == [field for field in STEP_FIELDS if field in step]


@every_file
def test_each_debrief_is_protected(file: Path) -> None:
    """The step most often cut gives up its time last."""
    for step in load(file).steps:
        if "debrief" in step.name.casefold():
            assert step.debrief, step.name


@every_file
def test_each_step_has_a_name_for_narrow_columns(file: Path) -> None:
    """Names fit the agenda at 80 columns, and are told apart there."""
    names = [step.short_name for step in load(file).steps]
    assert all(len(name) <= 23 for name in names), names
    assert not doubled(names)


@every_file
def test_a_short_name_stands_only_where_it_is_needed(file: Path) -> None:
    """A short name beside a name that fits would only drift away from it."""
    assert not [step.name for step in load(file).steps if step.short and len(step.name) <= 23]


@every_file
def test_it_gives_credit_as_text(file: Path) -> None:
    """Whom it is after is named; where to read about it is text, never a link to open."""
    protocol = load(file)
    assert protocol.origin
    assert not [source for source in protocol.sources if "http" in source or "://" in source]


@every_file
def test_it_says_what_its_owner_allows(file: Path) -> None:
    """The terms are the same for one source everywhere, and say whose words these are."""
    protocol = load(file)
    named = " ".join(protocol.sources)
    assert protocol.terms
    for source, terms in TERMS.items():
        if source in named:
            assert terms in protocol.terms, source
    own = "Our own text" in protocol.terms
    assert own or protocol.terms.endswith("the words here are ours.")
    assert own == (protocol.provenance is Provenance.OWN)


@every_file
def test_it_uses_nobodys_mark_as_a_name(file: Path) -> None:
    """Registered marks are never what a protocol or a step is called."""
    protocol = load(file)
    for name in (protocol.name, *(step.name for step in protocol.steps)):
        assert not [mark for mark in MARKS if mark in name.casefold()], name


@every_file
def test_it_warns_of_its_pitfalls(file: Path) -> None:
    """Two to four short warnings: more would not be read."""
    pitfalls = load(file).pitfalls
    assert 2 <= len(pitfalls) <= 4
    assert all(words(pitfall) <= 14 for pitfall in pitfalls), pitfalls


@every_file
def test_a_way_of_meeting_is_left_out_only_with_a_reason(file: Path) -> None:
    """Whoever misses a mode is told why it is not offered."""
    protocol = load(file)
    for mode in set(Mode) - set(protocol.modes) - {Mode.ASYNCHRONOUS}:
        assert mode.label.casefold() in protocol.note.casefold(), mode


def test_every_family_and_every_purpose_is_served() -> None:
    """Whatever a group has to work on, and whatever for, the library has something to offer."""
    protocols = [load(file) for file in FILES]
    assert {family for protocol in protocols for family in protocol.family} == set(Family)
    assert {purpose for protocol in protocols for purpose in protocol.purposes} == set(Purpose)


def test_the_example_for_whoever_writes_one_can_be_read() -> None:
    """As it stands in the README, comments and all."""
    readme = (FOLDER.parent / "README.md").read_text("utf-8")
    example = readme.partition("```toml\n")[2].partition("\n```\n")[0]
    protocol = Protocol.model_validate(tomllib.loads(example))
    assert protocol.name == "Quick tuning" and len(protocol.steps) == 1
