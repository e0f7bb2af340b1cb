"""Scoring oneself: kept at each change, saved in revisions with reasons, nothing mixed up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import Score, SelfScores, Spread, ref
from facilitui.core.errors import NotFound, NotSaved, SavedMeanwhile
from facilitui.services.debriefs.score_places import entry_id
from tests.core.making import HOSTILE
from tests.core.rubrics import rubric
from tests.services.scored import OURS, Study, levels


@pytest.fixture
async def study() -> Study:
    """A session that has ended."""
    study = Study()
    await study.run()
    return study


async def test_there_are_no_scores_of_nothing(study: Study) -> None:
    """A sentence with the name; and of a session without scores all are missing."""
    desk = await study.open()
    assert [row.score for row in desk.rows] == [None, None] and not desk.unsaved
    assert [row.priority for row in desk.rows] == [False, True]
    assert desk.rows[0].levels[2] == (3, "L3", "a at 3")
    study.session = "gone"
    with pytest.raises(NotFound, match="gone"):
        await study.open()


async def test_what_was_given_is_there_after_a_crash(study: Study) -> None:
    """Score, note in the middle of a word and moment, from the draft and from the journal."""
    desk = await study.open()
    desk.score("b", 3)
    desk.note("b", HOSTILE, desk.draft)
    desk.place("b", desk.moments[-1].elapsed)
    await desk.keep_draft()
    again = await study.open()
    assert again.sheet == desk.sheet and again.unsaved
    assert again.sheet.scores[0].note == HOSTILE and again.sheet.scores[0].moment == 90
    await again.save()
    assert entry_id(study.session) not in study.drafts.kept and not again.unsaved
    third = await study.open()
    assert third.sheet == desk.sheet and not third.unsaved and third.notice == ""
    said = study.saved[0]
    assert said["rubric"] == ref(OURS).model_dump(mode="json")
    assert said["log_head"] == desk.state.head.hash and said["reason"] == ""


async def test_a_saved_score_changes_with_a_reason_in_a_revision(study: Study) -> None:
    """What it was and why is in the entry; what was not saved needs none."""
    desk = await study.open()
    desk.score("a", 2)
    assert not desk.needs_reason("a", 3)
    desk.score("a", 3)
    await desk.save()
    assert desk.needs_reason("a", 2) and desk.needs_reason("a", None)
    assert not desk.needs_reason("a", 3) and not desk.needs_reason("b", 1)
    desk.score("a", 2, "the recording shows it")
    await desk.save()
    again = await study.open()
    again.score("a", None, "not seen at all")
    await again.save()
    assert [body["reason"] for body in study.saved] == [
        "",
        "Criterion a: 3 to 2, the recording shows it",
        "Criterion a: 2 taken out, not seen at all",
    ]
    assert [doc["rev"] for doc in study.journal.documents] == [1, 2, 3]
    assert (await study.open()).rows[0].score is None


async def test_undo_goes_back_to_what_was_saved_and_no_further(study: Study) -> None:
    """Else a saved score would change without a reason; typing is one change."""
    desk = await study.open()
    desk.score("a", 2)
    await desk.save()
    assert desk.undo() == "" and levels(desk) == {"a": 2}
    since = desk.draft
    for text in ("s", "se", "see"):
        desk.note("a", text, since)
    desk.score("b", 4)
    assert (desk.undo(), desk.undo(), desk.undo()) == ("the score", "the note", "")
    assert not desk.unsaved
    assert desk.redo() == "the note" and desk.sheet.scores[0].note == "see"


async def test_a_full_disk_loses_nothing(study: Study) -> None:
    """Neither a draft nor a saving that fails; it is told what is not kept, as a text."""
    desk = await study.open()
    desk.score("a", 2)
    desk.note("a", "seen", desk.draft)
    study.journal.full = study.drafts.full = True
    with pytest.raises(NotSaved):
        await desk.save()
    (left,) = await desk.unkept()
    assert left.text == "Criterion a: 2  seen" and desk.unsaved
    study.journal.full = study.drafts.full = False
    await desk.save()
    assert study.saved[0]["scores"][0]["note"] == "seen"


async def test_two_copies_lose_nothing_of_each_other(study: Study) -> None:
    """The second one to save is told; it then has both, as if it had been opened again."""
    one, two = await study.open(), await study.open()
    one.score("a", 1)
    one.score("b", 3)
    await one.save()
    two.score("a", 4)
    await two.keep_draft()
    again = await study.open()
    assert "older than what was saved" in again.notice
    with pytest.raises(SavedMeanwhile, match="Revision 1 was saved elsewhere meanwhile"):
        await two.save()
    for desk in (again, two):
        assert levels(desk) == {"a": 4, "b": 3} and desk.unsaved
        assert [each.level for each in desk.sheet.scores[0].changes] == [1]
    await two.save()
    assert "Criterion a: 1 to 4" in study.saved[-1]["reason"]


async def test_another_version_of_the_rubric_leaves_scores_as_they_are(study: Study) -> None:
    """They cannot be changed under it, only given anew, and that is a revision with a reason."""
    desk = await study.open()
    desk.score("a", 2)
    await desk.save()
    study.shelve(rubric(6, ("a", "z"), version="2"))
    desk = await study.open()
    assert desk.rubric is None and desk.is_chosen
    assert [(row.name, row.levels) for row in desk.rows] == [("Criterion a", ())]
    desk.score("a", 5, "no way")
    assert levels(desk) == {"a": 2} and desk.leaves_saved("ours")
    desk.use("ours", "version 2 is what my programme uses")
    assert levels(desk) == {} and len(desk.rows) == 2
    desk.score("a", 6)
    await desk.save()
    assert study.saved[-1]["rubric"]["version"] == "2" and study.saved[0]["scores"][0]["level"] == 2
    assert "taken out, version 2" in study.saved[-1]["reason"]


async def test_of_several_rubrics_one_is_chosen_or_was_used_last(study: Study) -> None:
    """Nobody is made to score with whichever comes first."""
    study.shelve(OURS, rubric(3, ("x",), id="theirs"))
    desk = await study.open()
    assert not desk.is_chosen and not desk.rows and not desk.unsaved
    desk.use("theirs")
    assert [row.id for row in desk.rows] == ["x"]
    held = (desk.sheet.held_at or study.clock.read().at) - timedelta(days=3)
    before = SelfScores(session="old", held_at=held, rubric=ref(OURS))
    await study.put("scores-old", "scores", before)
    assert (await study.open()).sheet.rubric.id == "ours"


async def test_earlier_scores_and_observers_stand_beside(study: Study) -> None:
    """As median and range with how many there were; an observer's are never among one's own."""
    desk = await study.open()
    assert desk.sheet.held_at is not None
    for n, level in enumerate((1, 4, 2)):
        old = SelfScores(
            session=f"old{n}",
            held_at=desk.sheet.held_at - timedelta(days=n + 1),
            rubric=ref(OURS),
            scores=(Score(criterion="a", level=level),),
        )
        await study.put(f"scores-old{n}", "scores", old)
    seen = Score(criterion="a", level=3, note="seen")
    ana = Observation(session=study.session, giver="Ana", rubric=ref(OURS), scores=(seen,))
    await study.put("observation-1", "observation", ana)
    other = ana.model_copy(update={"giver": "Ben", "rubric": ref(rubric(id="theirs"))})
    await study.put("observation-2", "observation", other)
    await study.put("observation-3", "observation", ana.model_copy(update={"session": "old0"}))
    desk = await study.open()
    row = desk.rows[0]
    assert row.score is None and row.earlier == Spread(2, 1, 4, 3)
    assert [(each.by, each.score) for each in row.seen] == [("Ana", seen)]
    assert [each.by for each in desk.known.otherwise_scored(desk.sheet)] == ["Ben"]


@pytest.mark.parametrize("draft", [{"scores": 7}, {"rubric": "x"}, {"scores": [{"level": 99}]}])
async def test_what_cannot_be_read_is_told_and_kept(study: Study, draft: dict[str, Any]) -> None:
    """A draft is put aside; an entry stays in the journal, and the next saving follows it."""
    name = entry_id(study.session)
    study.drafts.kept[name] = draft
    desk = await study.open()
    assert "cannot be read" in desk.notice and f"{name}.unread" in study.drafts.kept
    at = study.clock.read().at
    await study.journal.save(entry_id=name, kind="scores", body=draft, made_at=at, salt="00" * 16)
    desk = await study.open()
    assert "stays in the journal" in desk.notice
    desk.score("a", 1)
    await desk.save()
    assert [doc["rev"] for doc in study.journal.documents] == [1, 2]


async def test_other_scores_that_were_left_are_told(study: Study) -> None:
    """Those that are saved already are not, nor what a kill left of them; no clock decides that."""
    name = entry_id(study.session)
    desk = await study.open()
    desk.score("a", 4)
    await desk.keep_draft()
    study.drafts.kept[f"{name}~~2"] = study.drafts.kept.pop(name)
    desk = await study.open()
    desk.score("a", 2)
    await desk.keep_draft()
    left = study.drafts.kept[name]
    desk = await study.open()
    assert desk.notice.startswith("Other scores were kept, given on ") and levels(desk) == {"a": 2}
    await desk.save()
    study.drafts.kept = {name: left}
    study.clock.move(-3600)
    again = await study.open()
    assert not again.notice and not study.drafts.kept and levels(again) == {"a": 2}
    again.score("a", 4, "seen twice")
    await again.keep_draft()
    study.clock.move(3600)
    assert levels(await study.open()) == {"a": 4} and not (await study.open()).notice


async def test_scores_given_over_earlier_ones_are_never_hidden(study: Study) -> None:
    """Whatever the clock says: they stand there, and are told to be older."""
    desk, other = await study.open(), await study.open()
    desk.score("a", 4)
    await desk.keep_draft()
    study.clock.move(3600)
    other.score("b", 1)
    await other.save()
    early = {"kept_at": "2000-01-01T00:00:00+00:00", "over": ""}
    study.drafts.kept[entry_id(study.session)] = {**desk.sheet.model_dump(mode="json"), **early}
    again = await study.open()
    assert levels(again) == {"a": 4, "b": 1} and "older than what was saved" in again.notice
