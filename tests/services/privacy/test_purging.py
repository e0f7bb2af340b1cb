"""A purge leaves no text of what it was asked to purge, and all of everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.errors import NotFound
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import body_of
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.privacy.purge_survey import Survey
from tests.services.full_sessions import Full, holding, opened, run_one

ELSEWHERE = {"plans/work.toml"}
"""The plan itself is nobody's session; it stays, and that is said."""


async def purged(full: Full, survey: Survey, *also: str) -> str:
    """Do it."""
    return await full.wiring.purging.purge(survey, also, Progress())


async def test_nothing_of_a_session_is_left(just_run: Full) -> None:
    """In no file of the home, in whatever form; the journal, its logs and its copies verify."""
    full = just_run
    assert len(holding(full.root, full.words)) > 8
    survey = await full.wiring.purging.survey(full.session)
    assert survey.history and survey.history_goes and len(survey.drafts) == 4
    progress = Progress()
    told = await full.wiring.purging.purge(survey, survey.history, progress)
    assert progress.done == progress.total > 0 and told.startswith("Purged: ")
    full.wiring.close()
    assert holding(full.root, full.words) == ELSEWHERE
    again = opened(full.root).wiring
    verdict = await again.safekeeping.verify(Progress())
    assert not verdict.problems
    assert {each.fault for each in verdict.findings} == {Fault.BLANKED}
    again.close()


async def test_an_entry_goes_with_what_was_asked_about_it(full: Full) -> None:
    """All its revisions and its drafts; the rest of the session stays word for word."""
    w = full.wiring
    before = {each["hash"]: each for _, each in (await w.journal.contents()).documents}
    survey = await w.purging.survey(full.debrief)
    assert set(survey.belonging.entries) == {
        full.debrief,
        *(f"{each}-{full.tag}" for each in ("question", "answer")),
    }
    await purged(full, survey)
    after = {each["hash"]: each for _, each in (await w.journal.contents()).documents}
    gone = {each for each in before if dict(after[each]) != dict(before[each])}
    assert {before[each]["id"] for each in gone} == set(survey.belonging.entries)
    assert all(after[each]["body"] == "" for each in gone) and len(gone) == 4
    assert (await w.sessions.read(full.session)).events
    assert full.copy in {path.name for path in (full.root / "attachments").iterdir()}
    left = [w for w in full.words if any(x in w for x in ("learned", "promise", "passage"))]
    assert not [each for each in holding(full.root, left) if "journal" in each]
    assert "observed" in (await newest_body(full, full.seen))["feedback"]


async def newest_body(full: Full, entry: str) -> dict[str, str]:
    """What an entry says."""
    return body_of((await full.wiring.reviewing.read(entry)).document)


async def test_the_other_sessions_stay_as_they_are(full: Full) -> None:
    """Their entries, logs, drafts and copies, byte for byte."""
    other = await run_one(full.root)
    own = holding(full.root, other.words) - ELSEWHERE
    kept = {name: (full.root / name).read_bytes() for name in own if "journal" not in name}
    survey = await full.wiring.purging.survey(full.session)
    assert survey.others_used and not survey.history_goes
    await purged(full, survey)
    now = {name: (full.root / name).read_bytes() for name in kept if "cache" not in name}
    assert now == {name: kept[name] for name in now} and len(now) > 5
    contents = await other.wiring.journal.contents()
    said = [each["body"] for _, each in contents.documents if other.session in each["id"]]
    assert len(said) > 3 and all(said)
    other.wiring.close()


async def test_a_copy_that_another_session_has_too_stays(full: Full) -> None:
    """And that is said before."""
    other = await run_one(full.root, evidence=False)
    file = full.root.parent / f"poster-{full.session}.txt"
    await other.wiring.attaching.add(other.session, str(file), Progress())
    survey = await full.wiring.purging.survey(full.session)
    assert survey.belonging.shared == (full.copy,) and not survey.belonging.copies
    assert any("another session has too" in line for line in survey.stays())
    await purged(full, survey)
    assert (full.root / "attachments" / full.copy).is_file()
    other.wiring.close()


async def test_what_stays_is_named_before(full: Full) -> None:
    """Exports, other entries that took a promise over, a month that nobody can read."""
    promise = next(word for word in full.words if "promise" in word)
    exports = full.root / "exports"
    exports.mkdir()
    (exports / "report.html").write_text(f"<p>{promise.replace('“', '&ldquo;')}</p>")
    (exports / "report.md").write_text(f"# It\n\n> {promise}\n", "utf-8")
    (exports / "other.md").write_text("# Another one altogether\n", "utf-8")
    (full.root / "journal" / "2026-10.damaged-1.json").write_text(promise, "utf-8")
    survey = await full.wiring.purging.survey(full.session)
    assert "exports/report.md" in survey.remains and "exports/other.md" not in survey.remains
    assert survey.set_aside == ("journal/2026-10.damaged-1.json",)
    await purged(full, survey, *survey.set_aside, *survey.history)
    full.wiring.close()
    left = holding(full.root, full.words)
    assert left == {*ELSEWHERE, "exports/report.md"} or left == {
        *ELSEWHERE,
        *("exports/report.md", "exports/report.html"),
    }


async def test_it_is_recorded_without_what_it_said(full: Full) -> None:
    """What kind of thing, which ids, how many, when."""
    survey = await full.wiring.purging.survey(full.session)
    await purged(full, survey)
    contents = await full.wiring.journal.contents()
    (record,) = (each for _, each in contents.documents if each["kind"] == "purge")
    body = body_of(record)
    assert body["what"] == "session" and body["sessions"] == [full.session]
    assert body["documents"] == survey.belonging.documents and body["events"] == survey.events
    assert not any(word in record["body"] for word in full.words)
    assert not full.root.joinpath("purge.json").exists()


async def test_nobody_offers_or_reports_it_any_more(full: Full) -> None:
    """Home, trends, reports, what is to debrief; opened by its name it says what happened."""
    w = full.wiring
    await w.overseeing.overview()
    await purged(full, await w.purging.survey(full.session))
    home = await w.overseeing.overview()
    assert not (home.recent or home.to_debrief or home.unended or home.due or home.problems)
    assert not await w.digests.digests() and not await w.sessions.rows()
    with pytest.raises(NotFound, match="purged"):
        entries, _ = await w.reporting._reading.entries()
        await w.reporting._reading.read(full.session, entries)
    replayed = await w.replaying.replay(full.session)
    assert "purged" in replayed.trouble and not replayed.title
    looked = await w.hosting.look_at(full.session)
    assert looked.state.ended_at is not None
    desk = await w.reflecting.open(full.session)
    assert "purged" in desk.notice and desk.debrief.empty
    desk.write("learned", "Said after it")
    desk.give_reason("begun anew")
    await desk.save()
    again = await w.reflecting.open(full.session)
    assert again.record_gone and "purged" in again.notice
    assert again.answer("learned") == "Said after it"
    assert not (await w.hearing.heard(full.session)).kept
    assert not (await w.hearing.heard(full.session)).unread
    assert not await w.observing.rows("") and not await w.attaching.of(full.session)
    assert await w.attaching.check() == (0, ())
    scores = await w.scoring.open(full.session)
    assert not scores.sheet.scores and "cannot be read" not in scores.notice
    assert not await w.hosting.half.of(f"line-{full.session}")


async def test_trends_show_nothing_of_it(full: Full) -> None:
    """Neither scores that were withdrawn nor those that were purged; nothing is told unreadable."""
    w, scores = full.wiring, f"scores-{full.session}"
    before = await w.trending.trends()
    assert before.trends
    await w.withdrawing.withdraw(scores, "not mine")
    withdrawn = await w.trending.trends()
    assert len(withdrawn.trends) < len(before.trends)
    await w.withdrawing.take_back(scores)
    await purged(full, await w.purging.survey(full.session))
    after = await w.trending.trends()
    assert not after.trends and not after.sessions and not after.left_out


async def test_nothing_of_it_is_found_in_a_running_program(full: Full) -> None:
    """Its hashes stay what they were, so what is remembered by them must not be shown."""
    w = full.wiring
    before = await w.reviewing.searching.find("zebra learned")
    assert before.rows
    await purged(full, await w.purging.survey(full.session))
    for word in ("zebra", "learned", "capture", "observed", "title"):
        found = await w.reviewing.searching.find(word)
        assert not [row for row in found.rows if row.kind != "purge"], word
    shown = await w.reviewing.searching.find("")
    assert {row.label for row in shown.rows if row.id == full.debrief} == {"purged debrief"}
    opened_now = await w.reviewing.read(full.debrief)
    assert not any(word in repr(opened_now) for word in full.words)


async def test_damaged_drafts_go_by_their_names(full: Full) -> None:
    """What was set aside as well."""
    name = f"debrief-{full.session}"
    for file in (f"{name}~~2.json", f"{name}.damaged.json", f"line-{name}.unread-2.json"):
        (full.root / "drafts" / file).write_text(full.words[0], "utf-8")
    survey = await full.wiring.purging.survey(full.session)
    await purged(full, survey, *survey.history)
    full.wiring.close()
    assert holding(full.root, full.words) == ELSEWHERE


async def test_a_session_that_went_on_in_a_copy_goes_with_it(home: Path) -> None:
    """They share their events, so one of them alone would keep them."""
    full = await run_one(home, evidence=False)
    log = home / "sessions" / full.session / "events.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:2]) + b"{}\n" + b"".join(lines[2:]))
    copied = await full.wiring.hosting.continue_in_copy(full.session)
    from facilitui.core.sessions import moves

    await copied.do(moves.end)
    await copied.leave()
    for named in (full.session, copied.session):
        survey = await full.wiring.purging.survey(named)
        assert set(survey.sessions) == {full.session, copied.session}
    await purged(full, survey, *survey.history)
    full.wiring.close()
    assert holding(home, full.words) == ELSEWHERE
