"""Enrolments as somebody names them on the command line."""

from __future__ import annotations

import pytest

from facilitui.cli.enrolment_named import enrolment_named
from facilitui.core.errors import NotFound
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.enrolment import Enrolment


def made(id: str, name: str) -> Enrolled:
    """An enrolment of which nothing but its name is told."""
    return Enrolled(f"enrolment-{id}", Enrolment(name=name), None)


ALL = (made("ab12", "Ana Silva"), made("ab99", "Ana Lee"), made("cd34", "Hill and Lake"))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("enrolment-ab12", "ab12"),
        ("enrolment-ab1", "ab12"),
        ("cd", "cd34"),
        ("hill AND lake", "cd34"),
        ("Hill", "cd34"),
        ("ana l", "ab99"),
    ],
)
def test_an_id_a_beginning_or_a_name_is_enough(told: str, found: str) -> None:
    """However its letters are written."""
    assert enrolment_named(told, ALL).id == f"enrolment-{found}"


def test_a_whole_name_goes_before_a_beginning_of_another() -> None:
    """Whoever is called as somebody else begins can be named."""
    both = (made("1", "Ana"), made("2", "Ana Lee"))
    assert enrolment_named("ana", both).id == "enrolment-1"


def test_what_may_be_several_is_asked_for_again() -> None:
    """With the ids that would do."""
    with pytest.raises(NotFound, match="enrolment-ab12, enrolment-ab99; name one of them"):
        enrolment_named("ab", ALL)
    with pytest.raises(NotFound, match="“Ana” may be"):
        enrolment_named("Ana", ALL)


def test_what_is_not_there_is_told_with_what_may_be_meant() -> None:
    """And where nobody is enrolled, how to."""
    with pytest.raises(NotFound, match="did you mean “Ana Silva”"):
        enrolment_named("Anna Silva", ALL)
    with pytest.raises(NotFound, match="did you mean “Hill”"):
        enrolment_named("Hyll", ALL)
    with pytest.raises(NotFound, match="progress --all"):
        enrolment_named("zzz\x1b[2J", ALL)
    with pytest.raises(NotFound, match="pathway enrol"):
        enrolment_named("Ana", ())
