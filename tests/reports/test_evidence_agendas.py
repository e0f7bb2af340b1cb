"""What sessions changed of the agendas they began from, in an evidence summary (D-15)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitui.core.pathways.case import SessionHeld
from facilitui.core.pathways.case_reducing import planned
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.summary import Summary
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_changes import begun_from
from facilitui.reports.document import Heading, Record, Records
from facilitui.reports.evidence_agendas import AGENDAS, MOST
from facilitui.reports.evidence_hiding import Hiding
from facilitui.reports.evidence_lines import Lines
from facilitui.reports.evidence_summary import evidence_summary
from tests.reports import communities, enrolments
from tests.story.steps import HOSTILE

READY = Plan(
    title="Equity walk of Mia Lee",
    blocks=(
        Block(id="open", title="Opening", minutes=5),
        Block(id="walk", title="Mia Lee walks", minutes=30),
        Block(id="close", title="Closing", minutes=5),
    ),
)
FITTED = begun_from(READY, "equity_walk", date(2026, 3, 20)).model_copy(
    update={
        "title": "Equity walk",
        "blocks": (READY.blocks[1].model_copy(update={"minutes": 40}), READY.blocks[2]),
    }
)


def with_plan(plan: Plan, *names: str, held: SessionHeld = enrolments.CO) -> Summary:
    """A candidate, one of whose sessions was held by a plan, with these on the roster."""
    summary = enrolments.candidate()
    sessions = (enrolments.APPRENTICE, planned(held, plan), enrolments.ELSEWHERE)
    members = tuple(RosterMember(id=f"m{at}", name=name) for at, name in enumerate(names))
    case = replace(summary.case, sessions=sessions, members={summary.progress.id: members})
    return replace(summary, case=case)


def told(summary: Summary) -> list[str]:
    """What stands below the heading, by its lines; nothing without the heading."""
    parts = evidence_summary(summary).parts
    at = next((at for at, each in enumerate(parts) if each == Heading(AGENDAS)), None)
    if at is None:
        return []
    found = parts[at + 2]
    assert isinstance(found, Records)
    return [line for record in found.items for line in lines_of(record)]


def lines_of(record: Record) -> list[str]:
    """A record by its lines, the last one with where it is kept."""
    lines = [record.text, *(" ".join(filter(None, each)) for each in record.answers)]
    return [*lines[:-1], f"{lines[-1]} ({record.kept_as})" if record.kept_as else lines[-1]]


def test_each_session_tells_what_it_changed() -> None:
    """By its day, its title and its entry, with the agenda and every difference."""
    assert told(with_plan(FITTED)) == [
        "1 Apr 2026: Equity walk",
        "Began from “Equity walk of Mia Lee”, 2 changes:",
        "– “Mia Lee walks”: 40 minutes, not 30",
        "– “Opening” taken out (entry 6)",
    ]


def test_a_session_that_changed_nothing_says_so() -> None:
    """That it was held by a ready agenda is told all the same; all of one title in one line."""
    plan = begun_from(READY, "equity_walk", date(2026, 3, 20))
    line = "Equity walk; began from “Equity walk of Mia Lee”, nothing changed"
    summary = with_plan(plan)
    assert told(summary) == [line, "1 Apr 2026 (entry 6)"]
    first, second, *others = summary.case.sessions
    alike = replace(first, begun=second.begun, source=replace(first.source, told="Equity walk"))
    both = replace(summary, case=replace(summary.case, sessions=(alike, second, *others)))
    assert told(both) == [line, "10 Mar 2026 (entry 4), 1 Apr 2026 (entry 6)"]


def test_there_is_no_such_section_where_nothing_began_from_an_agenda() -> None:
    """Nor for sessions that serve another enrolment."""
    assert told(enrolments.candidate()) == told(with_plan(Plan(title="Own"))) == []
    assert told(with_plan(FITTED, held=enrolments.ELSEWHERE)) == []


def test_nobody_on_the_roster_is_named_by_an_agenda() -> None:
    """A name goes out of titles; our own words stay, whatever somebody is called."""
    lines = told(with_plan(FITTED, "Mia Lee", "Taken"))
    assert "Mia" not in "".join(lines) and "Lee" not in "".join(lines)
    assert lines[-1] == "– “Opening” taken out (entry 6)"


def test_a_sensitive_session_tells_only_how_much_was_changed() -> None:
    """No title of an agenda or of a block; whoever marked it."""
    sensitive = FITTED.model_copy(update={"sensitive": True})
    for summary in (
        with_plan(sensitive),
        with_plan(FITTED, held=replace(enrolments.CO, sensitive=True)),
    ):
        assert told(summary) == [
            "1 Apr 2026: a session marked sensitive; began from an agenda, 2 changes (entry 6)",
        ]


@pytest.mark.parametrize(
    ("session", "plan", "lines"),
    [
        ("session-b", FITTED, ["Its session began from “Equity walk of Mia Lee”, 2 changes"]),
        ("session-b", FITTED.model_copy(update={"sensitive": True}), []),
        ("session-b", READY, []),
        ("session-c", FITTED, []),
        ("", FITTED, []),
    ],
)
def test_what_was_logged_for_a_session_says_how_much_it_changed(
    session: str, plan: Plan, lines: list[str]
) -> None:
    """D-15: beside the material that was logged; never of a sensitive one."""
    asked = next(each for each in communities.CORE.requirements if each.id == "materials")
    entry = enrolments.logged(
        "log_entry-m", date(2026, 4, 2), asked.id, session=session, note="The agenda"
    )
    summary = with_plan(plan)
    summary = replace(summary, case=replace(summary.case, logged=(entry,)))
    said = Lines(summary, Hiding(summary)).of(entry.source, asked)
    assert lines_of(said) == [
        "2 Apr 2026",
        *["The agenda", *lines][:-1],
        f"{['The agenda', *lines][-1]} (entry 7)",
    ]


def test_many_changes_are_counted_from_some_on() -> None:
    """A paper has room for so many of each session; hostile words stay words."""
    blocks = tuple(Block(id=f"b{n}", title=HOSTILE) for n in range(MOST + 5))
    plan = begun_from(READY, "x", date(2026, 3, 20)).model_copy(update={"blocks": blocks})
    lines = told(with_plan(plan))
    assert len(lines) == 2 + MOST + 1
    assert lines[-1] == f"– and {len(blocks) + len(READY.blocks) - MOST} more (entry 6)"
    assert not any("\x1b" in line for line in lines)
