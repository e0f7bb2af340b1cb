"""What is kept of an enrolment, in the journal: read by names, found, purged alone, taken along."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from facilitui.cli.journal import show
from facilitui.core.base import Record
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.entry_sections import sections
from facilitui.core.journals.related import FOR, LOG, TAKE_PART
from facilitui.core.pathways import enrolment as of_enrolment
from facilitui.core.pathways import log_entry, roster, snapshot
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.snapshot import digest, snapshot_id
from facilitui.core.reviews.other_journal import lines_of
from facilitui.services.journals.taking_along import Form
from tests.core.pathways import kept
from tests.services.full_sessions import Full, opened, run_one

NAMES = ("Ana Quintero", "Ben Weeks", "Cleo Dorn")
LOG_OF_OTHER = "log_entry-d4"


@pytest.fixture
async def full(tmp_path: Path) -> AsyncIterator[Full]:
    """A session, and an enrolment that it counts for with all that is kept of one."""
    (tmp_path / "home").mkdir()
    full = await run_one(tmp_path / "home", evidence=False)
    ran = of_enrolment.Serves(key=full.session)
    other = kept.logged(note="Ben Weeks brought cake.", session="", upon="", file_hash="")
    entries: Mapping[str, tuple[str, Record]] = {
        kept.KEPT: (snapshot.KIND, kept.kept()),
        kept.ENTRY: (of_enrolment.KIND, kept.enrolment(serves=(ran,))),
        kept.ROSTER: (roster.KIND, kept.roster()),
        LOG_OF_OTHER: (log_entry.KIND, other),
        kept.LOGGED: (log_entry.KIND, kept.logged(session=full.session, upon=LOG_OF_OTHER)),
    }
    for entry, (kind, record) in entries.items():
        await full.write(entry, kind, record)
    yield full
    full.wiring.close()


async def test_a_page_tells_what_things_are_called(full: Full) -> None:
    """The phase, the part, the school, who it is about, the session and what it rests on."""
    opened = await full.wiring.reviewing.read(kept.LOGGED)
    named = {key: told for key, told in opened.named.items() if not key.startswith("requirement")}
    debrief = (await full.wiring.reviewing.read(full.debrief)).row.title
    assert named.pop(f"source {full.session}").startswith("the session of Wed 25 Nov 2026, ")
    assert debrief and named == {
        kept.ENTRY: "enrolment of Tue 3 Mar 2026, “The north community”",
        LOG_OF_OTHER: "log entry of Tue 3 Mar 2026, “Show it”",
        "school s1": "Hill School",
        **{f"member m{at}": name for at, name in enumerate(NAMES, 1)},
        **{"phase first": "The first phase", "role lead": "Lead teacher"},
        **{"part plan": "Plan it", "part do": "Do it"},
    }
    named = dict((await full.wiring.reviewing.read(kept.ENTRY)).named)
    assert named["requirement shown"] == "Show it" and f"source {full.session}" in named
    assert (await full.wiring.reviewing.read(kept.ROSTER)).named["role lead"] == "Lead teacher"


async def test_documents_call_things_by_the_names_that_the_page_has(
    full: Full, capsys: pytest.CaptureFixture[str]
) -> None:
    """No id of a school, of somebody, of a phase or a part; in an export and shown alone."""
    taken = await full.wiring.taking_along.take("", "", Form.MARKDOWN)
    exported = taken.data.decode()
    for entry, parts in (
        (kept.LOGGED, ("School: Hill School", "Member: Ana Quintero", "Part: Plan it")),
        (kept.LOGGED, ("Session: the session of Wed 25 Nov 2026", "Rests on: log entry of")),
        (kept.ENTRY, ("The first phase: Tue 3 Mar 2026", "Meet: waiting since")),
        (kept.ROSTER, ("Ana Quintero: Lead teacher, Hill School", "Of the enrolment: enrolment")),
    ):
        await show(full.wiring, entry)
        shown = capsys.readouterr().out
        for part in parts:
            assert part in shown and part in exported, (part, shown)
    for id in (": s1", ": m1", ": plan", full.session, LOG_OF_OTHER, kept.ENTRY):
        assert id not in exported, id


async def test_what_goes_into_no_paper_stands_in_ones_own_journal_as_private(
    full: Full, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its page, the entry shown alone and an export of it keep the words, and say so beside."""
    fields = [
        {"id": "how", "ask": "How did it go?", "type": "text"},
        {"id": "open", "ask": "What was hard?", "type": "text", "private": True},
    ]
    asked = {"kind": "log", "id": "talks", "text": "Talk", "fields": fields}
    phase = {"id": "one", "name": "One", "requirements": [asked]}
    about = {"id": "hard", "name": "Hard", "programme": "Ours", "source": "us"}
    pathway = Pathway.model_validate({**about, "phases": [phase]})
    said = {"how": "They spoke.", "open": "Two of them left early."}
    asks = {"how": "How did it go?", "open": "What was hard?"}
    for entry, kind, record in (
        (snapshot_id("hard", digest(pathway)), snapshot.KIND, snapshot.snapshot(pathway)),
        (
            "enrolment-h",
            of_enrolment.KIND,
            of_enrolment.Enrolment(pathway="hard", digest=digest(pathway)),
        ),
        (
            "log_entry-h",
            log_entry.KIND,
            LogEntry(enrolment="enrolment-h", requirement="talks", values=said, asks=asks),
        ),
    ):
        await full.write(entry, kind, record)
    await show(full.wiring, "log_entry-h")
    shown = capsys.readouterr().out
    exported = (await full.wiring.taking_along.take("", "", Form.MARKDOWN)).data.decode()
    opened = await full.wiring.reviewing.read("log_entry-h")
    said_there = sections(opened.record, None, lambda id: opened.named.get(id, id))
    page = [each.text for section in said_there for each in section.said]
    for text in (shown, exported):
        assert "- How did it go?\\\n  They spoke." in text
        assert "- What was hard? (private)\\\n  Two of them left early." in text
    assert "How did it go?" in page and "What was hard? (private)" in page


async def test_each_leads_to_the_others(full: Full) -> None:
    """An enrolment to what was logged for it, and that to its session's entries."""
    own = await full.wiring.reviewing.read(kept.ENTRY)
    assert {each.why: [row.id for row in each.rows] for each in own.related} == {
        TAKE_PART: [kept.ROSTER],
        LOG: [kept.LOGGED, LOG_OF_OTHER],
    }
    logged = await full.wiring.reviewing.read(kept.LOGGED)
    assert {row.id for row in logged.session} == {full.debrief, kept.LOGGED}
    assert [each.why for each in logged.related] == [FOR]


async def test_they_are_found_by_what_they_say(full: Full) -> None:
    """By kind, by a name, by a word of a field."""
    for query, ids in (
        ("kind:roster", {kept.ROSTER}),
        ("person:Quintero", {kept.ROSTER}),
        ("heron", {kept.LOGGED}),
        ('kind:"log entries" cake', {LOG_OF_OTHER}),
        ("public schools", {kept.ENTRY}),
        ("kind:pathway", {kept.KEPT}),
    ):
        rows = (await full.wiring.reviewing.searching.find(query)).rows
        assert {row.id for row in rows} == ids, query


async def test_a_roster_goes_alone_and_its_names_are_looked_for(full: Full) -> None:
    """What else says one is named and stays; afterwards no file of the home has the others."""
    survey = await full.wiring.purging.survey(kept.ROSTER)
    assert survey.belonging.entries == (kept.ROSTER,) and not survey.sessions
    assert survey.said_in == (LOG_OF_OTHER,)
    await full.wiring.purging.purge(survey, (), Progress())
    for id in (kept.ENTRY, kept.LOGGED, LOG_OF_OTHER):
        assert not (await full.wiring.reviewing.read(id)).row.purged
    assert (await full.wiring.reviewing.read(kept.ROSTER)).row.label == "purged roster"
    named = (await full.wiring.reviewing.read(kept.LOGGED)).named
    assert "member m1" not in named
    assert not (await full.wiring.reviewing.searching.find("person:Quintero")).rows
    full.wiring.close()
    files = [path.read_bytes() for path in full.root.rglob("*") if path.is_file()]
    assert [sum(name.encode() in each for each in files) for name in NAMES] == [0, 1, 0]


async def test_what_was_logged_of_a_session_goes_with_it(full: Full) -> None:
    """As what is attached to it does; the enrolment and what is of no session stay."""
    survey = await full.wiring.purging.survey(full.session)
    assert kept.LOGGED in survey.belonging.entries and survey.belonging.copies == ()
    assert not {kept.ENTRY, kept.ROSTER, kept.KEPT, LOG_OF_OTHER} & {*survey.belonging.entries}
    await full.wiring.purging.purge(survey, (), Progress())
    assert (await full.wiring.reviewing.read(kept.LOGGED)).row.purged
    assert not (await full.wiring.reviewing.read(LOG_OF_OTHER)).row.purged


async def test_what_was_logged_is_withdrawn_and_taken_back(full: Full) -> None:
    """As any entry; it says again what it said."""
    withdrawing = full.wiring.withdrawing
    await withdrawing.withdraw(kept.LOGGED, "It was another day.")
    row = (await full.wiring.reviewing.read(kept.LOGGED)).row
    assert (row.label, row.was, row.title) == ("withdrawn log entry", "log_entry", "Show it")
    await withdrawing.take_back(kept.LOGGED)
    record = (await full.wiring.reviewing.read(kept.LOGGED)).record
    assert isinstance(record, LogEntry) and record.note == "The heron note."


async def test_all_of_it_goes_along(full: Full, tmp_path: Path) -> None:
    """An export of the journal is whole, who takes part too: it is one's own."""
    documents = [each for _, each in (await full.wiring.journal.contents()).documents]
    (tmp_path / "elsewhere").mkdir()
    elsewhere = opened(tmp_path / "elsewhere").wiring
    text = lines_of(documents, "").decode()
    await elsewhere.journal.import_lines(text, full.clock.at, "import")
    for id in (kept.ENTRY, kept.LOGGED, kept.ROSTER, kept.KEPT):
        here, there = [await each.reviewing.read(id) for each in (full.wiring, elsewhere)]
        assert here.record == there.record is not None
    elsewhere.close()
