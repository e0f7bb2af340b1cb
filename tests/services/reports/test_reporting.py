"""Reporting: the right sessions with all their evidence, whatever of it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from facilitui.core.debriefs.debrief import Answer
from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.library.frames import Frame, FrameQuestion, Tells
from facilitui.core.library.shelf import Shelf
from facilitui.core.plans.group import Group, Member
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Person
from facilitui.core.reports.handout import Format, Written
from facilitui.core.reports.report import Report
from facilitui.core.reports.report_reader import Reader
from facilitui.core.vocabulary import Provenance, Role
from facilitui.reports.session_report import written_report
from facilitui.services.reports.case_reading import CaseReading
from facilitui.services.reports.name_reading import NameReading
from facilitui.services.reports.reporting import (
    MOST_COMING,
    MOST_SESSIONS,
    READ_FIRST,
    Reported,
    Reporting,
)
from tests.core.making import START, good_plan
from tests.reports.cases import debrief, observation, script
from tests.services.fakes import (
    FixedLibrary,
    MemoryJournal,
    MemoryPlans,
    MemorySessions,
    MovableClock,
)
from tests.services.group_home import MemoryGroups
from tests.services.sessions.test_briefing import MemoryExports

MINE = Frame(
    id="mine",
    name="Mine",
    credit="me",
    provenance=Provenance("G"),
    questions=(FrameQuestion(id="a", ask="Hard?", tells=Tells.CHALLENGE),),
)


class Copies:
    """The plans that sessions were begun from."""

    def __init__(self) -> None:
        self.plans: dict[str, Plan] = {}

    async def read(self, session: str) -> Plan:
        if session not in self.plans:
            raise NotFound("the session keeps no copy of its plan")
        return self.plans[session]


class Desk:
    """A home in memory whose sessions are reported on."""

    def __init__(self, write: Callable[[Report, Format], Written] = written_report) -> None:
        self.journal, self.sessions, self.plans = MemoryJournal(), MemorySessions(), MemoryPlans()
        self.groups, self.exports, self.clock = MemoryGroups(), MemoryExports(), MovableClock()
        self.copies = Copies()
        naming = NameReading(self.plans, self.copies, self.groups)
        library = FixedLibrary(Shelf(frames={"mine": MINE}))
        reading = CaseReading(self.journal, self.sessions, library, naming, self.clock)
        self.reporting = Reporting(reading, naming, self.plans, self.exports, self.clock, write)

    def ran(self, session: str, *private: str, **started: Any) -> None:
        """A session that was run."""
        self.sessions.logs[session] = script(private, session=session, **started).events

    async def keep(self, entry: str, kind: str, **body: Any) -> None:
        """An entry of the journal."""
        at = self.clock.read().at
        await self.journal.save(entry_id=entry, kind=kind, body=body, made_at=at, salt="00" * 16)

    async def debriefed(self, session: str, held_at: datetime = START, **fields: Any) -> None:
        """The debrief of a session."""
        body = debrief(session=session, held_at=held_at, **fields).model_dump(mode="json")
        await self.keep(f"debrief-{session}", "debrief", **body)

    async def made(self, reader: Reader, *sessions: str) -> Reported:
        """A report in Markdown."""
        return await self.reporting.made(reader, sessions, Format.MARKDOWN)

    async def text(self, reader: Reader, *sessions: str) -> str:
        """The text of one."""
        return (await self.made(reader, *sessions)).data.decode("utf-8")


async def test_without_a_name_it_is_the_debriefed_session_that_was_held_last() -> None:
    """Not the one that was written about last; and of its debriefs the newest revision."""
    desk = Desk()
    desk.ran("new", title="The new one")
    desk.ran("old", title="The old one")
    await desk.debriefed("new", learned="First said.")
    await desk.debriefed("new", learned="Better said.")
    await desk.debriefed("old", START - timedelta(days=3))
    made = await desk.made(Reader.COUNCIL)
    assert made.name == "the-new-one-council.md"
    assert "Better said." in made.data.decode() and "First said." not in made.data.decode()


async def test_several_sessions_stand_in_the_order_they_were_held() -> None:
    """However they are named, and each only once."""
    desk = Desk()
    await desk.debriefed("b", title="Second")
    await desk.debriefed("a", START - timedelta(days=3), title="First")
    made = await desk.made(Reader.LEADER, "b", "a", "b")
    told = made.data.decode("utf-8")
    assert told.index("## First") < told.index("## Second") and told.count("## Second\n") == 1
    assert made.name == "sessions-leader.md"


async def test_what_is_not_there_is_said() -> None:
    """With what to do about it."""
    desk = Desk()
    with pytest.raises(NotFound, match="nothing is debriefed yet; debrief a session"):
        await desk.made(Reader.LEADER)
    with pytest.raises(NotFound, match="there is no session x; `facilitui journal list`"):
        await desk.made(Reader.LEADER, "x")
    with pytest.raises(NotFound, match=f"{MOST_SESSIONS} sessions at most"):
        await desk.made(Reader.LEADER, *(f"s{n}" for n in range(MOST_SESSIONS + 1)))


async def test_all_evidence_of_a_session_is_joined_and_what_cannot_be_read_is_told() -> None:
    """A second debrief is only counted; an entry of another session is not in it."""
    desk = Desk()
    desk.ran("s", "A secret line.")
    second = debrief(session="s", lens="Otto", learned="As Otto saw it.").model_dump(mode="json")
    await desk.keep("debrief-s--otto", "debrief", **second)
    await desk.debriefed("s", learned="A secret line. And more.")
    kept = observation(session="s").model_dump(mode="json")
    await desk.keep("observation-1", "observation", **kept)
    await desk.keep("observation-2", "observation", **{**kept, "mode": "telepathic"})
    await desk.keep("observation-3", "observation", **{**kept, "session": "t", "giver": "Nobody"})
    made = await desk.made(Reader.MENTOR, "s")
    told = made.data.decode("utf-8")
    assert "Otto (staff)" in told and "Nobody" not in told and "A secret line." not in told
    assert "And more." in told and "As Otto saw it." not in told
    assert "1 private capture" in made.left_out and "the debrief by Otto" in made.left_out
    assert made.told == (
        "1 entry of the journal cannot be read by this version and is not in the report.",
    )


async def test_names_stay_out_whatever_became_of_the_plan() -> None:
    """By the plan and its group, else by its copy, else by every group; then that is told."""
    desk = Desk()
    desk.groups.put(Group(id="g", name="Grade 7", roster=(Member(name="Ana Lee"),)))
    lead = Person(name="Dora", role=Role.FACILITATOR)
    people = (Person(name="Ben", role=Role.PRESENTER), Person(name="Cas"), lead)
    plan = good_plan(group="g", people=people, sensitive=True)
    desk.plans.put("p", plan)
    desk.ran("s", plan="p")
    await desk.debriefed("s", learned="Ana and Ben thanked Cas, Zoe and Eli.")
    second = debrief(session="s", lens="Eli").model_dump(mode="json")
    await desk.keep("debrief-s--eli", "debrief", **second)
    hidden = "a participant and a participant thanked somebody, somebody and somebody."
    for there in (True, False):
        made = await desk.made(Reader.COUNCIL, "s")
        assert hidden in made.data.decode("utf-8") and made.sensitive and not made.told, there
        await desk.plans.remove("p") if there else None
        desk.copies.plans["s"] = plan
    del desk.groups.texts["g"]
    made = await desk.made(Reader.COUNCIL, "s")
    assert "Ben" not in made.data.decode("utf-8") and made.told
    desk.groups.put(Group(id="g", name="Grade 7", roster=(Member(name="Ana Lee"),)))
    del desk.copies.plans["s"]
    made = await desk.made(Reader.COUNCIL, "s")
    assert "a participant and Ben thanked Cas, somebody" in made.data.decode("utf-8")
    unsure = "names of people, though not all could be looked up, as far as they are known"
    assert f"{unsure}; no others were sought" in made.left_out
    assert "or its group, cannot be read" in made.told[0] and "read the report" in made.told[0]
    assert not (await desk.made(Reader.MENTOR, "s")).told
    desk.copies.plans["s"] = good_plan(people=(lead, Person(name="Lead facilitator")))
    assert "**Facilitator**: Dora\n" in await desk.text(Reader.MENTOR, "s")


async def test_what_was_logged_is_in_no_report_and_a_roster_hides_names() -> None:
    """Of the enrolments that the session counts for, or that something of it was logged for."""
    desk = Desk()
    desk.plans.put("p", good_plan())
    desk.ran("s", plan="p")
    await desk.debriefed("s", learned="Ana Quintero thanked Cleo Dorn and Ben Weeks.")
    serves = [{"key": "s", "counts": True}, {"key": "t"}]
    await desk.keep("enrolment-1", "enrolment", name="North", serves=serves)
    logged = {"session": "s", "note": "The heron note.", "values": {"how": "The egret."}}
    await desk.keep("log_entry-1", "log_entry", enrolment="enrolment-2", text="Show", **logged)
    for number, name in enumerate(("Ana Quintero", "Cleo Dorn", "Ben Weeks"), 1):
        roster = {"enrolment": f"enrolment-{number}", "members": [{"id": "m", "name": name}]}
        await desk.keep(f"roster-enrolment-{number}", "roster", **roster)
    for reader in Reader:
        text = await desk.text(reader, "s")
        assert "heron" not in text and "egret" not in text, reader
    text = await desk.text(Reader.COUNCIL, "s")
    assert "a participant thanked a participant and Ben Weeks" in text


async def test_what_answers_tell_and_how_many_came_is_the_same_everywhere() -> None:
    """As the frame's file says, and as the debrief tells, the return rate too."""
    desk = Desk()
    desk.ran("s")
    told = (Answer(id="mine.a", ask="Hard?", text="The clock."),)
    await desk.debriefed("s", answers=told, attendance=14)
    await desk.keep("feedback-s-1", "feedback", session="s", responses=[{}] * 7)
    assert "## Challenges\n\n- The clock." in await desk.text(Reader.SPONSOR, "s")
    leader = await desk.text(Reader.LEADER, "s")
    assert "14 here" in leader and "7 of 14 answered" in leader


async def test_what_is_next_is_planned_and_not_sensitive() -> None:
    """What began already is not next; a difficult conversation is counted only."""
    desk = Desk()
    await desk.debriefed("s")
    local = datetime(2026, 11, 25, 15, 30)
    for name, later in (("past", -1), ("next", 1), ("hushed", 2)):
        start, hushed = local + timedelta(days=later), name == "hushed"
        desk.plans.put(name, good_plan(title=f"Plan {name}", start=start, sensitive=hushed))
    desk.plans.put("day", good_plan(title="Plan day", start=None, day=(local.date())))
    told = await desk.text(Reader.POINT_PERSON, "s")
    assert "Thursday 26 November 2026, 15:30 (America/Toronto): Plan next" in told
    assert "Wednesday 25 November 2026: Plan day" in told
    assert "Plan past" not in told and "Plan hushed" not in told
    assert "1 sensitive session that is planned" in told


async def test_of_what_is_planned_the_next_ten_are_told() -> None:
    """Not fewer and not more."""
    desk = Desk()
    await desk.debriefed("s")
    for days in range(1, MOST_COMING + 2):
        day = START.date() + timedelta(days=days)
        desk.plans.put(f"p{days}", good_plan(title=f"Plan {days}.", start=None, day=day))
    told = await desk.text(Reader.POINT_PERSON, "s")
    assert told.count(": Plan ") == MOST_COMING == 10 and "Plan 11." not in told


async def test_a_report_is_written_among_the_exports() -> None:
    """Where it is and what it leaves out is told; a full disk writes nothing."""
    desk = Desk()
    await desk.debriefed("s", title="[x] [/b] ../日本")
    made = await desk.made(Reader.SPONSOR)
    told = await desk.reporting.hand_over(made)
    assert told[0] == "Written to /home/exports/x-b-sponsor.md." and told[1].startswith("Left out:")
    assert (await desk.reporting.hand_over(replace(made, warning=READ_FIRST)))[1] == READ_FIRST
    assert desk.exports.files == {"x-b-sponsor.md": made.data}
    desk.exports.full = True
    with pytest.raises(NotSaved, match="No report was written: the disk is full"):
        await desk.reporting.hand_over(made)
