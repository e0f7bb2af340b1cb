"""What the shipped protocols have the host say, show and watch can be used as it stands."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from facilitui.core.library.protocol import Protocol, Step
from facilitui.core.vocabulary import Question

FILES = sorted((Path(__file__).parents[2] / "protocols").glob("*.toml"))

FIGURES = re.compile(r"\d|\b(minutes?|mins?|seconds?)\b", re.IGNORECASE)
YES_OR_NO = re.compile(
    r"(?:^|[.:;!?‘“] ?)"
    r"(?:is|are|was|were|do|does|did|can|could|will|would|has|have|should|shall|any)"
    r" [^.:;!?]*\?",
    re.IGNORECASE,
)

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
def test_a_question_put_to_a_silent_room_has_the_longest_wait(file: Path) -> None:
    """Whoever is asked in silence answers in writing or in thought, and needs time for it."""
    for step in load(file).steps:
        if step.silent and "?" in step.say:
            assert step.question is Question.REFLECTION_OR_WRITING, step.name
