"""A purge while other copies of the program are open, or after something came in between."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facilitui.core.debriefs.observation import Observation
from facilitui.core.errors import FacilituiError, NotFound, NotSaved, PurgedMeanwhile
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.privacy.purge_intent import Intent
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from facilitui.services.journals.entry_form import EntryForm
from facilitui.storage.drafts import FileDrafts
from facilitui.storage.paths import Home
from tests.services.full_sessions import Full, holding, opened, run_one
from tests.services.mentoring_home import fill


async def bare(home: Path) -> tuple[Full, Full]:
    """A home with a debrief and nothing half typed, open in two copies."""
    full = await run_one(home, evidence=False)
    other = opened(home)
    other.clock.at = full.clock.at
    return full, other


def close(*copies: Full) -> None:
    """End them."""
    for each in copies:
        each.wiring.close()


async def purge(full: Full, named: str) -> str:
    """All of it, as it is now."""
    survey = await full.wiring.purging.survey(named)
    return await full.wiring.purging.purge(survey, survey.history, Progress())


async def refused(desk: DebriefDesk) -> None:
    """What is written on a debrief that was purged meanwhile is not kept, however often."""
    desk.write("learned", "one more word")
    for _ in range(2):
        with pytest.raises(PurgedMeanwhile):
            await desk.keep_draft()
        with pytest.raises(PurgedMeanwhile):
            await desk.save()


async def test_a_refused_purge_leaves_no_intent(home: Path) -> None:
    """A draft that another copy began after the look: it would happen later without a word."""
    full, other = await bare(home)
    survey = await full.wiring.purging.survey(full.session)
    drafts = FileDrafts(Home(home), other.wiring.disk)
    await drafts.keep("observation-9", {"session": full.session, "typed": {"a": "b"}})
    with pytest.raises(NotSaved, match="open in another copy"):
        await full.wiring.purging.purge(survey, (), Progress())
    assert not (home / "purge.json").exists() and holding(home, full.words)
    drafts.close()
    close(full, other)


async def test_what_came_since_the_look_is_not_purged_unseen(home: Path) -> None:
    """A new entry of the session, or a revision: the word was another one's."""
    full, other = await bare(home)
    survey = await full.wiring.purging.survey(full.session)
    late = Observation(session=full.session, giver="Ana", feedback=full.word("late"))
    await other.write("observation-late", "observation", late)
    with pytest.raises(FacilituiError, match="look again"):
        await full.wiring.purging.purge(survey, survey.history, Progress())
    assert not (home / "purge.json").exists()
    again = await full.wiring.purging.survey(full.session)
    assert again.word != survey.word
    await purge(full, full.session)
    assert holding(home, full.words) == {"plans/work.toml"}
    close(full, other)


async def test_finishing_blanks_only_what_was_there(home: Path) -> None:
    """What was saved after a kill was shown to nobody; it stays, and that is said."""
    full, other = await bare(home)
    survey = await full.wiring.purging.survey(full.debrief)
    await full.wiring.purge_files.begin(survey.intent("purge-1", "now", ()))
    desk = await other.wiring.reflecting.open(full.session)
    desk.write("learned", "typed after the kill")
    desk.write("commitment:0", "")
    desk.give_reason("more")
    await desk.save()
    told = await full.wiring.purging.finish(Progress())
    assert "1 revision saved since it was begun stayed" in told
    newest = await full.wiring.reviewing.read(full.debrief)
    assert "typed after the kill" in str(newest.document["body"])
    close(full, other)


async def test_a_debrief_under_an_unfinished_purge_is_not_opened(home: Path) -> None:
    """It says why; one of another session is."""
    full, other = await bare(home)
    survey = await full.wiring.purging.survey(full.session)
    await full.wiring.purge_files.begin(survey.intent("purge-1", "now", ()))
    with pytest.raises(NotFound, match="a purge was not finished"):
        await other.wiring.reflecting.open(full.session)
    assert "Given up" in await full.wiring.purging.give_up()
    assert (await other.wiring.reflecting.open(full.session)).answer("learned")
    close(full, other)


async def test_one_that_has_begun_cannot_be_given_up(home: Path) -> None:
    """Part of it is gone, and nobody can bring that back."""
    full, other = await bare(home)
    survey = await full.wiring.purging.survey(full.session)
    await full.wiring.purge_files.begin(survey.intent("purge-1", "now", ()))
    await full.wiring.purge_files.blank_log(full.session)
    with pytest.raises(FacilituiError, match="only be finished"):
        await full.wiring.purging.give_up()
    close(full, other)


async def test_an_open_form_brings_nothing_back(home: Path) -> None:
    """Neither by its draft nor by saving, however often; opened anew it can be written."""
    full, other = await bare(home)
    seen = Observation(session=full.session, giver="Ana", feedback=full.word("open form"))
    await full.write("observation-open", "observation", seen)
    form = await other.wiring.observing.open(full.session, "observation-open")
    await purge(full, "observation-open")
    values = {each.key: each.value for each in form.form.fields}
    form.take({**values, "giver": "Ana B", "reason": "typo"})
    for _ in range(2):
        with pytest.raises(PurgedMeanwhile, match="purged meanwhile"):
            await form.keep()
        with pytest.raises(PurgedMeanwhile):
            await form.save()
    assert form.half["giver"] == "Ana B"
    assert not holding(home, full.words[-1:])
    close(full, other)


async def test_an_open_debrief_brings_nothing_back(home: Path) -> None:
    """Not even over a debrief that was written anew since; one opened after it is saved."""
    full, other = await bare(home)
    desk = await other.wiring.reflecting.open(full.session)
    await purge(full, full.session)
    await refused(desk)
    anew = await full.wiring.reflecting.open(full.session)
    anew.write("learned", "anew")
    anew.give_reason("begun anew")
    await anew.keep_draft()
    await anew.save()
    with pytest.raises(PurgedMeanwhile):
        await desk.save()
    assert holding(home, full.words) == {"plans/work.toml"}
    close(full, other)


async def test_an_open_debrief_that_was_never_saved_brings_nothing_back(home: Path) -> None:
    """Its facts have words of the run; one that is begun after the purge has none, and is saved."""
    full = await run_one(home, debriefed=False)
    other = opened(home)
    other.clock.at = full.clock.at
    desk = await other.wiring.reflecting.open(full.session)
    await purge(full, full.session)
    await refused(desk)
    assert not list((home / "drafts").glob("debrief*.json"))
    assert holding(home, full.words) == {"plans/work.toml"}
    anew = await other.wiring.reflecting.open(full.session)
    anew.write("learned", "anew")
    await anew.keep_draft()
    await anew.save()
    assert holding(home, full.words) == {"plans/work.toml"}
    close(full, other)


async def test_no_other_copy_takes_a_draft_once_it_has_begun(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is held from before the intent, so that the purge cannot stop there."""
    full, other = await bare(home)
    left = FileDrafts(Home(home), other.wiring.disk)
    await left.keep("observation-9", {"session": full.session, "typed": {"a": "b"}})
    left.close()
    survey = await full.wiring.purging.survey(full.session)
    begin = full.wiring.purge_files.begin

    async def meanwhile(intent: Intent) -> None:
        await begin(intent)
        assert await other.wiring.drafts.find("observation-9") is None

    monkeypatch.setattr(full.wiring.purge_files, "begin", meanwhile)
    await full.wiring.purging.purge(survey, survey.history, Progress())
    assert not list((home / "drafts").glob("observation-9*"))
    close(full, other)


async def test_what_was_begun_before_it_was_ever_saved_is_refused_too(home: Path) -> None:
    """Another copy saved it and it was purged since: nothing is written over that unread."""
    full, other = await bare(home)
    await purge(full, full.debrief)
    entries = other.wiring.reflecting._entries
    with pytest.raises(PurgedMeanwhile):
        await entries.write_body(full.debrief, "debrief", {"a": 1}, "")
    close(full, other)


@pytest.mark.parametrize("what", ["question", "told", "goal"])
async def test_an_open_form_about_an_entry_brings_nothing_of_it_back(home: Path, what: str) -> None:
    """It may quote the entry: neither its draft nor what is saved stays; of another one it does."""
    full, other = await bare(home)
    mentoring = other.wiring.mentoring
    form: EntryForm[Any]
    if what == "question":
        form = await mentoring.question(full.debrief)
    elif what == "told":
        form = await mentoring.told(full.debrief)
    else:
        form = await mentoring.goal(shown_by=full.debrief)
    passage = {"passage": form.form.fields[1].choices[-1][0]} if what == "question" else {}
    await purge(full, full.session)
    held = holding(home, full.words)
    fill(form, text="why so?", **passage)
    for _ in range(2):
        with pytest.raises(PurgedMeanwhile):
            await form.keep()
        with pytest.raises(PurgedMeanwhile):
            await form.save()
    assert holding(home, full.words) == held
    assert not list((home / "drafts").glob("*.json"))
    goal = await mentoring.goal()
    fill(goal, text="to wait longer")
    assert await goal.save()
    close(full, other)
