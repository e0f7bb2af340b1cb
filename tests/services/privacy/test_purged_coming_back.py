"""What was purged or withdrawn does not come back by a file, and what a file is, is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitui.core.backups.import_told import preview_lines
from facilitui.core.debriefs.observation import Observation
from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.privacy.purge_lines import survey_lines
from facilitui.services.journals.taking_along import Form
from tests.services.full_sessions import Full, holding, opened, run_one
from tests.services.privacy.test_purging_meanwhile import bare, close, purge


async def exported(full: Full, *kinds: str) -> str:
    """The documents of a journal as an export has them."""
    rows = [dict(each) for _, each in (await full.wiring.journal.contents()).documents]
    return "".join(json.dumps(each) + "\n" for each in rows if not kinds or each["kind"] in kinds)


async def test_an_import_brings_nothing_back_unasked(home: Path, tmp_path: Path) -> None:
    """A revision that this journal never had, of what was purged here: told, and left out."""
    full, other = await bare(home)
    desk = await other.wiring.reflecting.open(full.session)
    copied = await exported(full)
    desk.write("learned", full.word("on another machine"))
    desk.give_reason("b")
    await desk.save()
    later = await exported(full)
    months = home / "journal"
    for path in months.glob("*.json"):
        path.unlink()
    journal, at = full.wiring.journal, full.clock.at
    await journal.import_lines(copied, at, "a.jsonl", Progress())
    await purge(full, full.session)
    came = await journal.look_at(later, "b.jsonl", Progress())
    assert not came.taken and "was purged here on" in came.refused[0].reason
    for too in (False, True):  # what is here as a blank stays that, and it is told
        same = await journal.look_at(copied, "a.jsonl", Progress(), purged_too=too)
        told = [each for each in preview_lines(same) if "was purged here, and" in each]
        assert full.debrief in same.blank and not same.taken and len(told) == 1
    assert not (await journal.look_at(await exported(full), "now.jsonl", Progress())).blank
    await journal.import_lines(later, at, "b.jsonl", Progress())
    assert holding(home, full.words) == {"plans/work.toml"}
    asked = await journal.import_lines(later, at, "b.jsonl", Progress(), purged_too=True)
    assert asked.taken == 1
    close(full, other)


async def test_a_purge_of_others_is_not_obeyed(home: Path, tmp_path: Path) -> None:
    """Their record names what they purged; here it stays, and can be taken."""
    full, other = await bare(home)
    whole = await exported(full)
    await purge(full, full.session)
    record = await exported(full, "purge")
    elsewhere = opened(tmp_path / "elsewhere")
    journal = elsewhere.wiring.journal
    await journal.import_lines(record, full.clock.at, "a.jsonl", Progress())
    came = await journal.import_lines(whole, full.clock.at, "b.jsonl", Progress())
    assert came.taken and not came.refused
    close(full, other, elsewhere)


async def test_a_month_set_aside_that_names_it_is_told(home: Path) -> None:
    """It stays unless somebody asks for its going, and stands first among what does."""
    full, other = await bare(home)
    (month,) = (home / "journal").glob("*.json")
    aside = month.with_name(f"{month.stem}.damaged-1.json")
    aside.write_text(month.read_text()[:-3])
    month.with_name(f"{month.stem}.damaged-2.json").write_text('{"entries": {"1": {"id": "x"')
    survey = await full.wiring.purging.survey(full.session)
    assert survey.named == {f"journal/{aside.name}"} and len(survey.set_aside) == 2
    stays = "\n".join(survey_lines(survey, ())).partition("This will stay")[2]
    told = f"{aside.name}, cannot be read as a whole, NAMES what goes, may tell of other purges"
    assert told in stays
    close(full, other)


async def test_what_says_it_too_is_named(home: Path) -> None:
    """However it is escaped, in other entries and logs; what was about it once as well."""
    full, other = await bare(home)
    quote = 'Zoë said "no more" *pairs* of mine'
    desk = await full.wiring.reflecting.open(full.session)
    for question, text in (("learned", quote), ("commitment:0", "Ana left")):
        desk.write(question, text)
    desk.give_reason("b")
    await desk.save()
    there = Observation(session="2026-11-26-1000-other-aaaa", giver="Z", feedback=f"“{quote}”")
    await full.write("observation-quotes", "observation", there)
    once = Observation(session=full.session, giver="Z", feedback="was about this")
    await full.write("observation-moved", "observation", once)
    await full.write("observation-moved", "observation", there)
    exports = home / "exports"
    exports.mkdir()
    (exports / "a.md").write_text(quote.replace("*", "\\*").replace('"', '\\"'), "utf-8")
    (exports / "b.jsonl").write_text(json.dumps({"body": json.dumps({"x": f"é {quote}"})}))
    (exports / "c.md").write_text("# A\n\n- Ana left\n", "utf-8")
    (exports / "d.md").write_text("Ana leftover\n", "utf-8")
    survey = await full.wiring.purging.survey(full.debrief)
    names = {each for each in survey.remains if each.startswith("exports")}
    assert names == {f"exports/{each}" for each in ("a.md", "b.jsonl", "c.md")}
    assert "observation-quotes" in survey.said_in
    whole = await full.wiring.purging.survey(full.session)
    assert whole.belonging.once_about == ("observation-moved",)
    told = "\n".join(survey_lines(whole))
    assert "about another session now: observation of " in told
    close(full, other)


async def test_a_torn_month_brings_nothing_back(home: Path) -> None:
    """Not even revisions whose past is lost, which a month is taken with."""
    full, other = await bare(home)
    (month,) = (home / "journal").glob("*.json")
    text = month.read_text()[:-3]
    await purge(full, full.session)
    second = json.loads(month.read_text())["entries"]
    assert len(second) > 2
    month.unlink()
    journal, at = full.wiring.journal, full.clock.at
    record = next(each for each in second.values() if each["kind"] == "purge")
    month.write_text(json.dumps({"meta": {}, "entries": {"1": record}}))
    came = await journal.import_lines(text, at, "2026-11.damaged-1.json", Progress())
    assert not came.taken and "was purged here on" in came.refused[0].reason
    assert holding(home, full.words) == {"plans/work.toml"}
    close(full, other)


async def test_another_persons_journal_is_told_as_strange(home: Path, tmp_path: Path) -> None:
    """One that shares anything is not; with an empty journal nothing is shared."""
    full, other = await bare(home)
    (tmp_path / "colleague").mkdir()
    colleague = await run_one(tmp_path / "colleague", evidence=False)
    new = opened(tmp_path / "new")
    theirs, mine = await exported(colleague), await exported(full)
    look = full.wiring.journal.look_at
    assert not (await look(mine, "a", Progress())).is_strange
    assert not (await look(mine + theirs, "a", Progress())).is_strange
    assert (await new.wiring.journal.look_at(theirs, "a", Progress())).is_strange
    assert (await look(theirs, "a", Progress())).is_strange
    close(full, other, colleague, new)


async def test_home_says_that_a_debrief_was_withdrawn(home: Path) -> None:
    """It is offered again, and not as if there had never been one."""
    full, other = await bare(home)
    await full.wiring.withdrawing.withdraw(full.debrief, "too soon")
    overview = await full.wiring.overseeing.overview()
    assert [row.note for row in overview.to_debrief] == ["debrief withdrawn"]
    close(full, other)


async def test_an_entry_with_rivals_is_settled_before_it_is_withdrawn(
    home: Path, tmp_path: Path
) -> None:
    """Else the withdrawal would stand beside another text of it."""
    full, other = await bare(home)
    copied = opened(tmp_path / "copy")
    copied.clock.at = full.clock.at
    whole = await exported(full)
    await copied.wiring.journal.import_lines(whole, full.clock.at, "a", Progress())
    for each, text in ((full, "here"), (copied, "there")):
        debrief = each.wiring.reflecting
        body = {"session": full.session, "learned": text}
        newest = await debrief._entries.newest_of(full.debrief)
        assert newest is not None
        await debrief._entries.write_body(full.debrief, "debrief", body, str(newest["hash"]))
    theirs = await exported(copied)
    await full.wiring.journal.import_lines(theirs, full.clock.at, "b", Progress())
    with pytest.raises(FacilituiError, match="settle in Journal which holds, then"):
        await full.wiring.withdrawing.withdraw(full.debrief, "too soon")
    close(full, other, copied)


async def test_a_withdrawn_entry_is_no_more_in_a_document(home: Path) -> None:
    """That it was withdrawn is; what it said is in an export as JSON."""
    full, other = await bare(home)
    taking = full.wiring.taking_along
    said = (await taking.take("", "", Form.MARKDOWN, Progress())).data.decode()
    assert "learned then" in said
    await full.wiring.withdrawing.withdraw(full.debrief, "too soon")
    taken = await taking.take("", "", Form.MARKDOWN, Progress())
    assert "learned" not in taken.data.decode() and "too soon" in taken.data.decode()
    assert any("withdrawn" in each for each in taken.left_out)
    lines = (await taking.take("", "", Form.LINES, Progress())).data
    assert lines.count(b"learned then")
    close(full, other)
