"""The protocols we ship: each is whole, true to the facts, and can be read aloud as it stands."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from facilitui.core.grouping import longest, shortest, usual
from facilitui.core.protocol import Protocol, Step
from facilitui.core.vocabulary import Family, Mode, Purpose, Question

FOLDER = Path(__file__).parents[2] / "protocols"

USUAL_MINUTES = {
    "atlas_data": 45,
    "book_study": 60,
    "chalk_talk": 25,
    "charrette": 35,
    "connections": 10,
    "consultancy": 50,
    "data_driven_dialogue": 50,
    "feedback_party": 60,
    "final_word": 42,
    "four_as": 40,
    "microlab": 35,
    "norms_setting": 35,
    "notice_wonder": 25,
    "one_two_four_all": 12,
    "pdsa_checkin": 45,
    "peeling_onion": 40,
    "plus_delta": 10,
    "pop_articulation": 60,
    "save_last_word": 34,
    "see_think_wonder": 20,
    "success_analysis": 56,
    "text_rendering": 28,
    "troika": 30,
    "tuning": 67,
    "what_so_what_now_what": 45,
    "world_cafe": 90,
}
"""What the facts add up to for the group that is assumed while nothing else is known."""

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
    "debrief",
]

MARKS = ("critical friends", "courageous conversation")
FIGURES = re.compile(r"\d|\b(minutes?|mins?|seconds?)\b", re.IGNORECASE)
YES_OR_NO = re.compile(
    r"(?:^|[.:;!?] )(?:is|are|was|were|do|does|did|can|could|will|would|has|have|should|shall)"
    r" [^.:;!?]*\?",
    re.IGNORECASE,
)

FILES = sorted(FOLDER.glob("*.toml"))

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@cache
def load(file: Path) -> Protocol:
    return Protocol.model_validate(tomllib.loads(file.read_text("utf-8")))


def spoken_and_shown(step: Step) -> tuple[str, str]:
    return step.say, step.show


def words(line: str) -> int:
    return len(line.split())


def doubled(lines: list[str]) -> list[str]:
    return [line for line, count in Counter(lines).items() if count > 1]


def test_the_shipped_set_is_the_one_the_facts_describe() -> None:
    """No protocol goes missing, and none is shipped whose minutes nobody has compared."""
    assert [file.stem for file in FILES] == sorted(USUAL_MINUTES)


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
def test_each_step_has_words_to_say_and_to_show_that_are_short_enough(file: Path) -> None:
    """The host can read each step aloud in one breath, and the room at a glance."""
    for step in load(file).steps:
        assert 0 < words(step.say) <= 25, step.say
        assert 0 < words(step.show) <= 12, step.show


@every_file
def test_each_step_tells_the_host_what_to_look_out_for(file: Path) -> None:
    """What to watch is there, and short enough to be taken in during a talk."""
    for step in load(file).steps:
        assert 0 < words(step.watch) <= 20, step.watch


@every_file
def test_what_is_said_and_shown_stays_true_when_minutes_change(file: Path) -> None:
    """The program shows the minutes; words that name them would become wrong."""
    for line in chain.from_iterable(map(spoken_and_shown, load(file).steps)):
        assert not FIGURES.search(line), line


@every_file
def test_a_silence_is_announced_with_its_end(file: Path) -> None:
    """People told how long a silence lasts do not fear a lost line or a lost thread."""
    for step in load(file).steps:
        if step.silent:
            assert "until the clock ends" in step.say, step.say


@every_file
def test_no_two_steps_sound_the_same(file: Path) -> None:
    """A room that hears the same words twice no longer knows where it is."""
    steps = load(file).steps
    assert not doubled([step.say for step in steps])
    assert not doubled([step.show for step in steps])


@every_file
def test_what_is_said_is_more_than_the_name_of_the_step(file: Path) -> None:
    """The host is given a sentence, not a heading."""
    for step in load(file).steps:
        assert words(step.say) >= 10, step.say
        assert step.say.strip(".?!").casefold() != step.name.casefold()


@every_file
def test_questions_are_open(file: Path) -> None:
    """A question that yes or no would answer ends the talk it was to begin."""
    for line in chain.from_iterable(map(spoken_and_shown, load(file).steps)):
        assert not YES_OR_NO.search(line), line


@every_file
def test_whatever_asks_something_says_what_kind_of_question_it_is(file: Path) -> None:
    """Wherever a question is put to the room, the host is offered a wait."""
    for step in load(file).steps:
        if "?" in step.say or "?" in step.show:
            assert step.question is not None, step.name


@every_file
def test_clarifying_and_probing_questions_are_kept_apart(file: Path) -> None:
    """A question of fact gets a short wait, a question for thinking a long one."""
    for step in load(file).steps:
        if "clarifying" in step.name.casefold():
            assert step.question is Question.RECALL_OR_LOGISTICS, step.name
        if "probing" in step.name.casefold():
            assert step.question is Question.REASONING_OR_DILEMMA, step.name


@every_file
def test_writing_is_a_kind_of_question_for_silent_steps_only(file: Path) -> None:
    """The longest wait belongs to work that is done alone and in silence."""
    for step in load(file).steps:
        if step.silent:
            assert step.question in {None, Question.REFLECTION_OR_WRITING}, step.name
        else:
            assert step.question is not Question.REFLECTION_OR_WRITING, step.name


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
def test_equal_turns_fit_the_step_they_are_part_of(file: Path) -> None:
    """Turns have clocks of their own, and together fill the step's usual minutes."""
    for step in load(file).steps:
        if step.turn_minutes is not None:
            assert step.ideal % step.turn_minutes == 0, step.name


@every_file
def test_it_takes_the_minutes_that_the_facts_give(file: Path) -> None:
    """The usual length, for the group assumed while nothing else is known, is the facts'."""
    protocol = load(file)
    people = protocol.group.default
    assert usual(protocol, people) == USUAL_MINUTES[protocol.id]
    assert shortest(protocol, people) < usual(protocol, people) <= longest(protocol, people)


@every_file
def test_its_group_sizes_agree(file: Path) -> None:
    """The assumed and the ideal group are ones that the protocol says it is good for."""
    group = load(file).group
    assert group.min <= group.default <= group.max
    assert group.min <= group.ideal <= group.max
    assert (group.sub or group.min) <= group.default


@every_file
def test_each_cycle_is_used(file: Path) -> None:
    """A cycle that no step repeats in would be a promise of turns that never come."""
    protocol = load(file)
    assert {cycle.id for cycle in protocol.cycles} == {s.cycle for s in protocol.steps if s.cycle}


@every_file
def test_it_gives_credit_as_text(file: Path) -> None:
    """Whom it is after is named; where to read about it is text, never a link to open."""
    protocol = load(file)
    assert protocol.origin
    assert not [source for source in protocol.sources if "http" in source or "://" in source]


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
