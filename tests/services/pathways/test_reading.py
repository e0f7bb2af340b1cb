"""Reading what enrolments are told from: only what stands, each day as it was, nothing twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from facilitui.core.debriefs.debrief_words import ObservationMode
from facilitui.core.journals.entry_moments import Local
from facilitui.core.journals.journal import Document
from facilitui.core.pathways.case import Source
from facilitui.core.pathways.case_reducing import Reduced, reduced
from facilitui.core.pathways.snapshot import digest, snapshot, snapshot_id
from facilitui.core.pathways.whose_words import told
from facilitui.core.sessions.session_digest import Ran
from facilitui.core.vocabulary import Role
from facilitui.services.pathways import entry_reading
from tests.core.making import HOSTILE
from tests.core.trending import session
from tests.services.pathways.enrolled_home import (
    ME,
    EnrolledHome,
    counting,
    pathway,
)
from tests.services.pathways.test_reading_sessions import debriefed, the_session


async def test_observations_come_with_their_day_what_they_lack_and_their_scores() -> None:
    """One of no session here is known by its entry."""
    home = EnrolledHome()
    said = {
        "title": "On video",
        "mode": "recorded",
        "link": "somewhere",
        "observed_on": "2026-10-05",
        "giver": "Bo",
        "role": "staff",
        "feedback": "Wait longer.",
        "rubric": {"id": "ours", "version": "2", "top": 5},
        "scores": [{"criterion": "asks", "name": "Asks", "level": 3}],
    }
    await home.put("observation-1", "observation", said)
    (seen,) = (await home.case()).observed
    assert seen.source == Source("observation-1", "", date(2026, 10, 5), "On video")
    assert seen.source.key == "observation-1"
    assert (seen.role, seen.mode) == (Role.STAFF, ObservationMode.RECORDED)
    assert seen.lacks == ("the day the feedback was given",)
    assert (seen.rubric.id, seen.rubric.version) == ("ours", "2")
    assert (seen.levels, seen.names) == ({"asks": 3}, {"asks": "Asks"})


async def test_an_observation_from_before_its_session_was_held_lacks_something() -> None:
    """By the day of the session where it was."""
    home = EnrolledHome()
    held = {"held_at": "2026-11-04T01:00:00+00:00", "zone": "America/Toronto"}
    for at, day in enumerate(("2026-11-02", "2026-11-03")):
        said = {**held, "session": "s0", "observed_on": day}
        await home.put(f"observation-{at}", "observation", said)
    lacks = {each.source.entry: each.lacks for each in (await home.case()).observed}
    before = "observed on the session's day or later"
    assert before in lacks["observation-0"] and before not in lacks["observation-1"]


async def test_what_was_logged_counts_as_it_was_revised_last() -> None:
    """It is called by what somebody wrote, else by its requirement, and has its revision."""
    home = EnrolledHome()
    said = {"enrolment": ME, "requirement": "course", "text": "The course", "on": "2026-10-01"}
    await home.put("log_entry-1", "log_entry", said)
    await home.put("log_entry-1", "log_entry", {**said, "note": "\n Done.\nAnd more"})
    await home.put("log_entry-2", "log_entry", {**said, "on": None})
    first, second = (await home.case()).logged
    assert (first.source.told, first.revision, first.source.on) == ("Done.", 2, date(2026, 10, 1))
    assert (second.source.told, second.revision, second.source.on) == ("The course", 1, None)


async def test_only_what_stands_counts() -> None:
    """What was withdrawn or purged does not; what was taken back does again."""
    home = EnrolledHome()
    await home.enrol()
    said = {"enrolment": ME, "requirement": "course"}
    await home.put("log_entry-1", "log_entry", said)
    await home.put("log_entry-1", "withdrawal", {"was": "log_entry"})
    assert (await home.case()).logged == ()
    await home.put("log_entry-1", "log_entry", said)
    assert len((await home.case()).logged) == 1
    member = {"id": "m1", "name": "Cy"}
    await home.put(f"roster-{ME}", "roster", {"enrolment": ME, "members": [member]})
    assert [each.name for each in (await home.case()).members[ME]] == ["Cy"]
    assert (await home.found()).purged_rosters == frozenset()
    kept = home.journal.documents
    home.journal.documents = [
        {**each, "body": ""} if each["kind"] in ("roster", "log_entry") else each for each in kept
    ]
    case = await home.case()
    assert case.logged == () and case.members == {} and case.unread == ()
    assert (await home.found()).purged_rosters == {ME}


async def test_revisions_in_conflict_count_where_they_agree_and_are_told_else() -> None:
    """Why one was made, and which number it has, is no disagreement."""
    home = EnrolledHome()
    await home.put("debrief-s0", "debrief", debriefed(learned="First."))
    await home.put("debrief-s0", "debrief", debriefed(learned="Here.", my_role="apprentice"))
    other = debriefed(learned="There.", my_role="apprentice", reason="Typing")
    await home.put_beside("debrief-s0", "debrief", other)
    assert (await the_session(home)).role is Role.APPRENTICE
    assert (await home.case()).unread == ()
    await home.put("log_entry-1", "log_entry", {"enrolment": ME, "note": "a"})
    await home.put("log_entry-1", "log_entry", {"enrolment": ME, "note": "b"})
    await home.put_beside("log_entry-1", "log_entry", {"enrolment": ME, "note": "c"})
    case = await home.case()
    assert case.logged == () and "One entry has conflicting revisions" in case.unread[0]
    await home.put_beside("debrief-s0", "debrief", debriefed(my_role="coach"))
    case = await home.case()
    assert case.sessions == () and "2 entries have conflicting" in case.unread[0]


async def test_an_enrolment_in_conflict_stays_and_is_named() -> None:
    """All else hangs on it; so does its roster's conflict count as its own."""
    home = EnrolledHome()
    await home.enrol()
    assert (await home.found()).undecided == frozenset()
    kept = await home.enrol(name="Here")
    await home.put_beside(
        ME, "enrolment", kept.model_copy(update={"name": "There"}).model_dump(mode="json")
    )
    found = await home.found()
    assert found.undecided == {ME} and set(found.enrolments) == {ME}
    assert found.case.unread == (), "it is told at the enrolment itself"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("debrief", {"my_role": "queen"}),
        ("observation", {"scores": "many"}),
        ("feedback", {"responses": [{"levels": {"pace": 99}}]}),
        ("log_entry", {"on": "yesterday"}),
        ("enrolment", {"entered": [3]}),
        ("roster", {"members": [{}]}),
        ("pathway", {"pathway": "x"}),
    ],
)
async def test_what_this_version_cannot_read_is_told_and_takes_nothing_else(
    kind: str, body: dict[str, Any]
) -> None:
    """Whichever kind it claims to be."""
    home = EnrolledHome()
    home.runs.add(session(5))
    await home.put(f"{kind}-bad", kind, body)
    case = await home.case()
    assert [each.source.session for each in case.sessions] == ["s5"]
    assert len(case.unread) == 1 and "cannot be read by this version" in case.unread[0]


async def test_what_is_missing_of_the_journal_and_of_logs_is_told() -> None:
    """A month that cannot be read; a damaged log, unless a debrief tells of its session."""
    home = EnrolledHome()
    home.journal.unread = ("journal/2026-10.json",)
    home.runs.all = Ran(damaged=(("s7", "broken"), ("s8", "broken")))
    await home.put("debrief-s7", "debrief", debriefed("s7"))
    month, log = map(told, (await home.case()).unread)
    assert "journal/2026-10.json cannot be read" in month and month.endswith(".")
    assert "The log of s8 is damaged" in log


async def test_what_was_changed_outside_is_told_where_it_counts() -> None:
    """It counts as it stands; of a session that counts nowhere nothing is said."""
    home = EnrolledHome()
    await home.enrol(serves=counting("s0"))
    for name in ("s0", "s1"):
        await home.put(f"debrief-{name}", "debrief", debriefed(name))
    for place in (-1, -2):
        altered = dict(home.journal.documents[place])
        altered["body"] = altered["body"].replace("Talk", "Walk")
        home.journal.documents[place] = altered
    case = await home.case()
    assert len(case.sessions) == 2
    (altered_told,) = map(told, case.unread)
    assert altered_told.startswith("Changed outside the program") and "Walk s0" in altered_told
    assert "more" not in altered_told.partition(";")[0]


async def test_the_pathways_are_those_that_say_what_they_were_named_by() -> None:
    """One whose words do not make its digest is none; each is kept under that."""
    home, way = EnrolledHome(), pathway()
    await home.enrol(way)
    other = snapshot(pathway(name="Another")).model_dump(mode="json")
    await home.put(snapshot_id("ours", "0" * 64), "pathway", {**other, "digest": "0" * 64})
    assert (await home.found()).pathways == {digest(way): way}


async def test_what_did_not_change_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same value while nothing does; of a change only the entry that changed."""
    made: list[str] = []

    def noted(document: Document, local: Local) -> Reduced | None:
        made.append(document["id"])
        return reduced(document, local)

    monkeypatch.setattr(entry_reading, "reduced", noted)
    home = EnrolledHome()
    home.runs.add(session(0))
    await home.enrol(serves=counting("s0"))
    await home.put("debrief-s0", "debrief", debriefed())
    first = await home.found()
    assert await home.found() is first and len(made) == 3
    await home.put("debrief-s1", "debrief", debriefed("s1"))
    second = await home.found()
    assert second is not first and made[3:] == ["debrief-s1"]
    home.runs.add(session(2))
    assert len((await home.case()).sessions) == 3 and len(made) == 4


async def test_each_is_in_the_order_of_its_days() -> None:
    """What has no day comes last."""
    home = EnrolledHome()
    for name, day in (("b", "2026-10-02"), ("a", "2026-10-03"), ("c", None), ("d", "2026-10-01")):
        await home.put(f"log_entry-{name}", "log_entry", {"enrolment": ME, "on": day, "note": name})
    assert [each.source.told for each in (await home.case()).logged] == ["d", "b", "a", "c"]


async def test_hostile_names_are_names() -> None:
    """They are kept as they are."""
    home = EnrolledHome()
    await home.put("debrief-s0", "debrief", debriefed(title=HOSTILE, place=HOSTILE))
    held = await the_session(home)
    assert (held.source.told, held.place) == (HOSTILE.strip(), HOSTILE)
