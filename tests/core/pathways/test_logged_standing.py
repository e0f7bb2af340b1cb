"""What is logged: for each cycle, school or member, and upon what."""

from __future__ import annotations

from typing import Any

from facilitui.core.pathways.case import Case, Logged
from facilitui.core.pathways.enrolment import School
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.words import Standing
from tests.core.making import HOSTILE
from tests.core.pathways.journals import (
    ME,
    NEA,
    TODAY,
    day,
    enrolled,
    logged,
    of_core,
    of_own,
    stands,
)

NO_NUMBER = "no number given; the programme decides"


def piece(name: str, cycle: int, part: str, **keys: Any) -> Logged:
    """A piece of evidence for a part of a cycle."""
    keys = {"note": "x", "values": {"shows": "x"}, **keys}
    return logged("evidence_cycle", name, cycle=cycle, part=part, **keys)


def statement(school: str, name: str = "p", **keys: Any) -> Logged:
    """A school's problem of practice."""
    values = {"statement": "We lose them in grade 6"}
    return logged("problem_of_practice", name, school=school, values=values, **keys)


def tried(school: str, upon: str = "log_entry-p", **keys: Any) -> Logged:
    """An intervention."""
    values = {"what": "x", "why": "y", "state": "Chosen"}
    return logged("interventions", "tried", school=school, values=values, upon=upon, **keys)


def test_three_cycles_of_four_parts_are_twelve_cells() -> None:
    """Each cell has a name, and is met by one piece of evidence (D-19, D-24)."""
    found = of_core("evidence_cycle", piece("a", 2, "study"), piece("b", 2, "study"))
    assert len(found.slots) == 12
    assert (found.have, found.need, found.told) == (1, 12, "1 of 12 parts")
    met = [each for each in found.slots if each.standing is Standing.MET]
    assert [(each.name, len(each.by)) for each in met] == [("PDSA cycle 2, Study", 2)]
    assert texts(found.lacks)[:2] == ("PDSA cycle 1, Plan", "PDSA cycle 1, Do")


def test_a_community_fills_its_twelve_cells() -> None:
    """All twelve, and the requirement is met."""
    pieces = [piece(f"{c}{p}", c, p) for c in (1, 2, 3) for p in ("plan", "do", "study", "act")]
    assert of_core("evidence_cycle", *pieces[1:]).standing is Standing.MISSING
    found = of_core("evidence_cycle", *pieces)
    assert (found.standing, found.told, texts(found.lacks)) == (Standing.MET, "12 of 12 parts", ())


def test_evidence_without_a_file_a_link_or_words_does_not_count() -> None:
    """Nor does what leaves a question open; its answer would be words, so it alone is told."""
    bare = piece("Photo", 1, "plan", note="", values={})
    found = of_core("evidence_cycle", bare)
    told = "“Photo” lacks an answer to “What does it show?”"
    assert texts(found.slots[0].lacks) == (told,)
    assert texts(found.lacks)[0] == f"PDSA cycle 1, Plan: {told}"
    evidence = {"kind": "evidence", "count": 1}
    for shown in ({"link": "x"}, {"file_hash": "0" * 64}, {"note": "x"}, {"values": {"a": "x"}}):
        assert of_own(evidence, logged("it", **shown)).standing is Standing.MET
    assert of_own(evidence, logged("it", note=" ", link=" ")).standing is Standing.MISSING


def test_what_is_for_no_slot_is_told() -> None:
    """A cycle that there is not, or none at all."""
    found = of_core("evidence_cycle", piece("Ninth", 9, "plan"))
    assert texts(found.lacks)[-1] == "“Ninth” is for no part that is asked for"


def test_nothing_of_each_school_can_be_told_before_one_is_entered() -> None:
    """The same for members; nothing is guessed."""
    found = of_core("evidence_students", schools=())
    assert found.standing is Standing.UNKNOWN
    assert found.told == "cannot be told yet: no school is entered"
    nobody = stands("progress", enrolled(NEA), NEA, Case())
    assert nobody.told == "cannot be told yet: nobody is on the roster"


def test_each_school_needs_something_where_no_number_is_printed() -> None:
    """One at least in each is logged; whether that is enough the programme decides."""
    update = {"given_on": "2026-02-01", "to": "Council", "gist": "x"}
    north = logged("evidence_council", "n", school="s1", values=update)
    south = logged("evidence_council", "s", school="s2", values=update)
    one = of_core("evidence_council", north)
    assert (one.standing, one.told) == (Standing.MISSING, f"1 of 2 schools; {NO_NUMBER}")
    assert texts(one.lacks) == ("South",)
    both = of_core("evidence_council", north, south)
    assert (both.standing, both.have, both.need) == (Standing.LOGGED, 2, None)
    assert [each.standing for each in both.slots] == [Standing.LOGGED] * 2


def test_members_who_left_are_not_asked() -> None:
    """What was logged of them stays, and is not astray."""
    members = (RosterMember(id="m1", name="Ann"), RosterMember(id="m2", name="Bo", left=True))
    values = {field.id: "x" for field in getattr(NEA.requirement("progress"), "fields", ())}
    entries = tuple(logged("progress", id, member=id, values=values) for id in ("m1", "m2"))
    case = Case(logged=entries, members={ME: members})
    found = stands("progress", enrolled(NEA), NEA, case)
    assert (found.standing, found.told, texts(found.lacks)) == (Standing.MET, "1 of 1 member", ())
    assert [each.name for each in found.slots] == ["Ann"]
    gone = Case(logged=entries[1:], members={ME: members})
    assert texts(stands("progress", enrolled(NEA), NEA, gone).lacks) == ("Ann",)


def test_a_document_of_each_member_has_all_its_parts() -> None:
    """Every part of every member's is a slot of its own."""
    members = (RosterMember(id="m1", name="Ann"), RosterMember(id="m2", name="Bo"))
    case = Case(members={ME: members})
    found = stands("portfolio", enrolled(NEA), NEA, case)
    assert len(found.slots) == 2 * len(next(d.parts for d in NEA.documents if d.id == "portfolio"))
    assert found.slots[0].name.startswith("Ann, ")


def test_the_newest_statement_of_each_school_stands() -> None:
    """It is there, so it is met: nothing is counted (D-13, D-35)."""
    entries = (statement("s1", "new", after=50), statement("s1", "old"), statement("s2", "s"))
    found = of_core("problem_of_practice", *entries)
    assert (found.standing, found.told) == (Standing.MET, "2 of 2 schools")
    assert [each.told for each in found.slots[0].by] == ["new"]


def test_a_statement_that_lacks_something_does_not_stand() -> None:
    """The newest one that is whole does."""
    empty = logged("problem_of_practice", "new", 50, school="s1")
    found = of_core("problem_of_practice", statement("s1", "old"), empty)
    assert [each.told for each in found.slots[0].by] == ["old"]


def test_an_intervention_rests_on_a_statement_of_its_own_school() -> None:
    """Without one, or on another school's, it does not count (D-36)."""
    pop, other = statement("s1"), statement("s2", "q")
    assert of_core("interventions", pop, tried("s1")).slots[0].standing is Standing.LOGGED
    told = "“tried” lacks what it rests on"
    for upon in ("", "log_entry-gone", "log_entry-q"):
        assert told in texts(of_core("interventions", pop, other, tried("s1", upon)).slots[0].lacks)
    elsewhere = logged("problem_of_practice", "p", school="s1", enrolment="enrolment-2")
    assert told in texts(of_core("interventions", elsewhere, tried("s1")).slots[0].lacks)


def test_what_rests_on_an_older_version_is_told_and_counts() -> None:
    """The statement may have changed since; nobody's work is lost by that."""
    found = of_core("interventions", statement("s1", revision=3), tried("s1", upon_revision=1))
    (told,) = texts(found.slots[0].remarks)
    assert told == "“tried” rests on version 1; version 3 stands now"
    assert found.slots[0].standing is Standing.LOGGED
    assert f"North: {told}" in found.told
    same = of_core("interventions", statement("s1", revision=3), tried("s1", upon_revision=3))
    assert texts(same.remarks) == ()


def test_what_is_for_all_schools_may_rest_on_one() -> None:
    """Shared knowledge names a statement, whichever school's it is (D-20)."""
    values = {"from": "Reading", "title": "x", "learnt": "y"}
    entry = logged("shared_knowledge", values=values, upon="log_entry-p")
    found = of_core("shared_knowledge", statement("s2"), entry)
    assert (found.standing, found.told) == (Standing.LOGGED, f"1 logged; {NO_NUMBER}")


def test_a_planned_check_in_is_told_and_counts_once_it_was_held() -> None:
    """Each cycle asks for one (D-18)."""
    planned = logged("check_ins", "Third", 400, planned=True, cycle=1)
    found = of_core("check_ins", planned)
    assert (found.have, found.need) == (0, 3)
    assert texts(found.slots[0].remarks) == ("next on 14 Feb 2027",)
    assert found.told == "0 of 3 cycles; PDSA cycle 1: next on 14 Feb 2027"
    this_year = logged("check_ins", "Third", 350, planned=True, cycle=1)
    assert texts(of_core("check_ins", this_year).slots[0].remarks) == ("next on 26 Dec 2026",)
    over = logged("check_ins", "Third", 20, planned=True, cycle=1)
    said = "“Third” was planned for 30 Jan 2026: nobody said that it was held"
    slot = of_core("check_ins", over).slots[0]
    assert (texts(slot.lacks), texts(slot.remarks)) == ((said,), ())
    held = logged("check_ins", "Third", 20, cycle=1)
    assert of_core("check_ins", held).slots[0].standing is Standing.MET


def test_hostile_words_stay_words() -> None:
    """What is told is one line that a terminal shows and never obeys."""
    schools = (School(id="s1", name=HOSTILE),)
    found = of_core("interventions", tried("s1", upon=HOSTILE), schools=schools)
    hostile = of_core("evidence_cycle", logged("evidence_cycle", HOSTILE, part=HOSTILE))
    assert found.lacks
    for told in texts((*found.lacks, *hostile.lacks)):
        assert "\x1b" not in told and "\n" not in told


def test_the_days_here_are_what_they_are_called() -> None:
    """The builders' days, so that the sentences above can be read."""
    assert (str(day(60)), str(TODAY)) == ("2026-03-11", "2026-12-01")


def test_how_long_ago_each_was_in_touch_is_told_beside_the_count() -> None:
    """The first in the line, all of them to be read; nothing says how long is too long (D-22)."""
    values = {"to": "CORE leaders", "how": "Call", "about": "x"}
    found = of_core("contacts", logged("contacts", after=5, values=values))
    assert found.told.startswith(f"1 logged; {NO_NUMBER}; District leaders: none logged yet; CORE")
    assert texts(found.remarks)[1].startswith("CORE leaders: last contact ")
    assert texts(found.more) == ("School leaders: none logged yet", "Others: none logged yet")
    assert texts(of_core("contacts").remarks) == ()
