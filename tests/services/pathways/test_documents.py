"""Documents of an enrolment: what there is, what is written where, and what that rests on."""

from __future__ import annotations

import re
from typing import Any

import pytest

from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.journals.journal import latest
from facilitui.core.pathways.roster import roster_id
from facilitui.core.privacy.purging import blanked
from facilitui.core.reports.handout import Format
from facilitui.reports.pathway_papers import written_paper
from facilitui.services.pathways.documents import READ_FIRST, ROSTER_PURGED, PathwayDocuments
from tests.library.pathways import named
from tests.services.journals.test_taking_along import Kept
from tests.services.pathways.enrolled_home import ME, EnrolledHome, counting, pathway

CORE = named("core_community_of_practice")


class Desk:
    """A home with the documents of its enrolments."""

    def __init__(self) -> None:
        self.home, self.exports = EnrolledHome(pathway(), CORE), Kept()
        parts = (self.home.progressing, self.home.documents, self.exports, self.home.clock)
        self.documents = PathwayDocuments(*parts, written_paper)

    async def summary(self) -> str:
        """The evidence summary as it is now."""
        return (await self.documents.made(ME, "summary")).data.decode("utf-8")

    async def debriefed(self, session: str, **said: Any) -> None:
        """A session that was debriefed in December."""
        body = {"session": session, "title": f"The {session}", "held_at": "2026-12-01T09:00:00Z"}
        await self.home.put(f"debrief-{session}", "debrief", {**body, **said})


async def test_a_summary_is_written_among_the_exports() -> None:
    """In its usual form or another one; it is said where, and to read it first."""
    desk = Desk()
    await desk.home.enrol(name="Ana Silva: [x]/../y")
    told = await desk.documents.write(ME, "summary")
    (name,) = desk.exports.written
    assert re.fullmatch(r"[a-z0-9-]+-evidence-summary\.md", name)
    assert told.startswith(f"Written to exports/{name}.\n{READ_FIRST}\nLeft out: ")
    await desk.documents.write(ME, "summary", Format.HTML)
    assert [each.rpartition(".")[2] for each in desk.exports.written] == ["md", "html"]


async def test_only_what_was_sorted_as_serving_stands_in_it_and_no_private_word() -> None:
    """Title, day and role of a session; never what was reflected on."""
    desk = Desk()
    await desk.home.enrol(serves=counting("mine"))
    for session in ("mine", "other"):
        await desk.debriefed(
            session,
            learned="SECRET",
            answers=[{"id": "a", "ask": "How?", "text": "SECRET"}],
            commitments=[{"text": "SECRET"}],
            quotes=["SECRET"],
            place="Hill",
        )
    text = await desk.summary()
    assert "1 Dec 2026: The mine; as facilitator" in text and "| Hill | 1 |" in text
    assert "The other" not in text and "SECRET" not in text


async def test_an_observation_tells_the_day_of_its_feedback() -> None:
    """As the journal has it, and who gave it by the role alone."""
    desk = Desk()
    asked = {"kind": "observations", "id": "seen", "text": "Be observed", "count": 1}
    await desk.home.enrol(
        pathway(phases=[{"id": "first", "name": "Begin", "requirements": [asked]}]),
        serves=counting("mine"),
    )
    seen = {"session": "mine", "title": "The mine", "mode": "live", "observed_on": "2026-11-30"}
    by = {"giver": "Bea Staff", "feedback": "SECRET", "given_on": "2026-12-01", "role": "staff"}
    await desk.home.put("observation-1", "observation", {**seen, **by})
    text = await desk.summary()
    assert "observed live by staff; with feedback of 1 Dec 2026" in text
    assert "Bea" not in text and "SECRET" not in text


async def test_it_is_sealed_over_the_entries_as_they_are() -> None:
    """Another revision of one of them is another seal; of another entry it is not."""
    desk = Desk()
    await desk.home.enrol(serves=counting("mine"))
    await desk.debriefed("mine")
    first = await desk.summary()
    newest = latest(desk.home.journal.documents)
    assert f"| debrief-mine | {newest['debrief-mine']['hash']} |" in first
    assert "not found" not in first
    await desk.debriefed("other")
    assert await desk.summary() == first
    await desk.debriefed("mine", learned="More")
    assert await desk.summary() != first


async def test_a_document_is_named_by_its_key_its_beginning_or_its_name() -> None:
    """What may be several, or is none, is told with what there is."""
    desk = Desk()
    await desk.home.enrol(CORE)
    for named_so in ("summary", "sum", "My evidence summary", "SUMMARY"):
        assert (await desk.documents.made(ME, named_so)).name.endswith("evidence-summary.md")
    assert (await desk.documents.made(ME, "card")).name.endswith("-card.md")
    with pytest.raises(NotFound, match="there is summary, check-ins, card, card-1"):
        await desk.documents.made(ME, "zzz")
    with pytest.raises(NotFound, match="“c” here; there is"):
        await desk.documents.made(ME, "c")
    with pytest.raises(FacilituiError, match="“Check-ins” is there as ics only"):
        await desk.documents.made(ME, "check-ins", Format.HTML)
    with pytest.raises(NotFound, match="no check-in has a day yet"):
        await desk.documents.write(ME, "check-ins")
    assert not desk.exports.written


async def test_an_empty_card_is_the_same_for_everybody() -> None:
    """Nothing has to be read before it is handed over."""
    desk = Desk()
    await desk.home.enrol(CORE)
    of_enrolment = await desk.documents.made(ME, "card")
    assert of_enrolment.data == (await desk.documents.empty(CORE, "card")).data
    assert not of_enrolment.warning and (await desk.documents.made(ME, "card-1")).warning


async def test_what_the_disk_does_not_take_is_said() -> None:
    """And of an enrolment that is not there, or cannot be told, nothing is made up."""
    desk = Desk()
    await desk.home.enrol()
    desk.exports.full = True
    with pytest.raises(NotSaved, match="Nothing was written: no space left"):
        await desk.documents.write(ME, "summary")
    with pytest.raises(NotFound, match="no enrolment"):
        await desk.documents.offers("enrolment-9")
    await desk.home.enrol(pathway(id="gone"), entry="enrolment-2", kept=False)
    with pytest.raises(NotFound, match="cannot be read any more"):
        await desk.documents.offers("enrolment-2")


async def test_every_version_of_a_statement_stands_in_it() -> None:
    """With its number and the day it was saved; one that was purged is told as that (D-06)."""
    desk = Desk()
    await desk.home.enrol(CORE, entered=(), schools=({"id": "s1", "name": "Hill"},))
    said = {"enrolment": ME, "requirement": "problem_of_practice", "slot": {"school": "s1"}}
    for statement in ("Few talk", "Few ask", "Few ask why"):
        body = {**said, "on": "2026-10-05", "values": {"statement": statement}}
        await desk.home.put("log_entry-p", "log_entry", body)
    first = next(e for e in desk.home.journal.documents if e["id"] == "log_entry-p")
    kept = [each for each in desk.home.journal.documents if each is not first]
    desk.home.journal.documents = [*kept, blanked(first)]
    text = " ".join((await desk.summary()).replace("*", "").replace("\n  - ", " ").split())
    assert "This is version 3, saved on 1 Dec 2026." in text
    ask = "The problem of practice, as the school says it now:"
    assert f"Version 2, saved on 1 Dec 2026, dated 5 Oct 2026: {ask} Few ask Version 1" in text
    assert "Version 1, saved on 1 Dec 2026: cannot be read here any more" in text
    assert "Few talk" not in text


async def test_whom_the_roster_ever_named_is_hidden_until_it_is_purged() -> None:
    """Then nobody knows whom to hide: that is said on the paper, and before it is handed over."""
    desk = Desk()
    await desk.home.enrol(CORE, entered=())
    note = {"enrolment": ME, "requirement": "cycle_explained", "on": "2026-10-05"}
    await desk.home.put("log_entry-n", "log_entry", {**note, "note": "Mia Lee asked Jo Ode"})
    for names in (("Mia Lee", "Jo Ode"), ("Jo Ode",)):
        members = [{"id": f"m{at}", "name": name} for at, name in enumerate(names)]
        await desk.home.put(roster_id(ME), "roster", {"enrolment": ME, "members": members})
    made = await desk.documents.made(ME, "summary")
    assert "A participant asked a participant" in made.data.decode() and b"Mia" not in made.data
    documents = desk.home.journal.documents
    desk.home.journal.documents = [
        blanked(each) if each["kind"] == "roster" else each for each in documents
    ]
    for key in ("summary", "card-1"):
        made = await desk.documents.made(ME, key)
        assert made.warning == ROSTER_PURGED and "The roster was purged" in made.data.decode()
        assert "the names of those who take part" not in made.left_out


@pytest.mark.parametrize(
    ("called", "stem"),
    [("Mia Lee's way", ""), ("MIALEE 2026", ""), ("North community", "north-community")],
)
async def test_no_file_is_called_by_whom_the_paper_hides(called: str, stem: str) -> None:
    """Whoever is on the roster, now or once: a file's name goes with it."""
    desk = Desk()
    await desk.home.enrol(CORE, entered=(), name=called)
    for names in (("Mia Lee", "Jo Ode"), ("Jo Ode",)):
        members = [{"id": f"m{at}", "name": name} for at, name in enumerate(names)]
        await desk.home.put(roster_id(ME), "roster", {"enrolment": ME, "members": members})
    stem = stem or CORE.id.replace("_", "-")
    for key, kind in (("summary", "evidence-summary"), ("card-1", "card-1")):
        made = await desk.documents.made(ME, key)
        assert made.name == f"{stem}-{kind}.md" and b"Mia" not in made.data


async def test_a_phase_that_went_is_called_as_the_journal_keeps_it() -> None:
    """Whoever moved on to another file reads what it was called, not its id."""
    desk = Desk()
    phases = pathway().phases
    older = pathway(
        phases=[phases[0].model_copy(update={"id": "trial", "name": "A trial"}).model_dump()]
    )
    await desk.home.enrol(older, entered=({"phase": "trial", "on": "2026-09-01"},))
    await desk.home.enrol(entered=({"phase": "trial", "on": "2026-09-01"},))
    text = await desk.summary()
    assert "## Phases that this pathway no longer has" in text and "### A trial" in text


@pytest.mark.parametrize(("marked", "hidden"), [(True, True), (False, False), (None, False)])
async def test_a_title_stays_hidden_where_a_session_has_no_log(
    marked: bool | None, hidden: bool
) -> None:
    """As its debrief has it; where nothing says so, the paper and whoever writes it are told."""
    desk = Desk()
    await desk.home.enrol(serves=counting("mine"))
    await desk.debriefed("mine", **({} if marked is None else {"sensitive": marked}))
    text, told = await desk.summary(), await desk.documents.write(ME, "summary")
    assert ("The mine" not in text) is hidden
    assert ("a session marked sensitive" in text) is hidden
    for each in (text, told):
        assert ("nothing here says whether it was marked sensitive" in each) is (marked is None)


async def test_of_answers_alone_nothing_says_whether_it_was_sensitive() -> None:
    """They name a session that was debriefed nowhere; what serves nothing is not told of."""
    desk = Desk()
    await desk.home.enrol(serves=counting("mine"))
    for session in ("mine", "other"):
        body = {"session": session, "title": session, "held_at": "2026-12-01T09:00:00Z"}
        await desk.home.put(f"feedback-{session}", "feedback", body)
    assert "Of 1 session nothing here says" in await desk.summary()
