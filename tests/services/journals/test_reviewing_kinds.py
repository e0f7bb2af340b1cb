"""Reviewing every kind of entry: counted, shown alone, found from each other, leafed through."""

from __future__ import annotations

from datetime import UTC

import pytest

from facilitui.core.debriefs.observation import Observation
from facilitui.core.responses.feedback_rate import returned
from facilitui.reports.entry_markdown import entry_markdown
from tests.core.making import HOSTILE, START
from tests.services.journals.test_reviewing import Shelf


@pytest.fixture
async def mixed() -> Shelf:
    """A session with a debrief, a second lens, what others said of it, and a strange entry."""
    shelf = Shelf()
    await shelf.put("s", title="Tuning", learned="They waited.")
    await shelf.put("s", "scores", title="Tuning", scores=[])
    await shelf.put("s", "observation", title="Tuning", feedback="Calm.", giver="Ben")
    await shelf.put("s", "feedback", title="Tuning", responses=[{}] * 9, attendance=12)
    await shelf.put("s", "sketch", title=HOSTILE, text="calm")
    await shelf.put("other", learned="Elsewhere.", days=3)
    return shelf


async def test_kinds_are_counted_and_shown_alone(mixed: Shelf) -> None:
    """The counts are those of the search, whichever kind is shown; strange ones are "other"."""
    everything = await mixed.reviewing.searching.find()
    assert everything.counts == {
        "debrief": 2,
        "scores": 1,
        "observation": 1,
        "feedback": 1,
        "other": 1,
    }
    alone = await mixed.reviewing.searching.find("calm", "other")
    assert [row.id for row in alone.rows] == ["sketch-s"]
    assert alone.counts == {"observation": 1, "other": 1}
    assert not (await mixed.reviewing.searching.find("", "attachment")).rows


async def test_entries_of_one_session_are_found_from_each_other(mixed: Shelf) -> None:
    """From any of them all; one without a session has no others."""
    opened = await mixed.reviewing.read("observation-s")
    assert isinstance(opened.record, Observation) and opened.record.feedback == "Calm."
    assert {row.id for row in opened.session} == {
        *("debrief-s", "scores-s", "observation-s", "feedback-s", "sketch-s")
    }
    await mixed.put("", "observation", feedback="Elsewhere")
    assert (await mixed.reviewing.read("observation-")).session == ()


async def test_answers_are_read_with_the_others_of_their_session(mixed: Shelf) -> None:
    """As one picture; what was taken out, an older revision or all there is stands for itself."""
    assert (await mixed.reviewing.read("feedback-s")).heard == ()
    body = {"session": "s", "title": "Tuning", "responses": [{}], "attendance": 12}
    for more in ({}, {"withdrawn": True}):
        await mixed.journal.save(
            entry_id="feedback-s-2",
            kind="feedback",
            body={**body, **more},
            made_at=START,
            salt="00" * 16,
        )
        heard = [(await mixed.reviewing.read("feedback-s-2", back)).heard for back in (0, 1)]
        assert [[returned(each) for each in one] for one in heard] == (
            [[], []] if more else [["10 of 12 answered (83%)"], []]
        )


async def test_revisions_before_can_be_read(mixed: Shelf) -> None:
    """Each as it was; further back than the first there is nothing."""
    await mixed.put("s", title="Tuning", learned="They spoke.", reason="heard the recording")
    newest = await mixed.reviewing.read("debrief-s")
    assert (newest.revisions, newest.document["rev"], newest.row.line) == (2, 2, "They spoke.")
    for back in (1, 2):
        before = await mixed.reviewing.read("debrief-s", back)
        assert (before.document["rev"], before.row.line) == (1, "They waited.")


async def test_a_second_lens_says_whose_it_is(mixed: Shelf) -> None:
    """It is revised as hers, and does not count as one's own debrief."""
    await mixed.journal.save(
        entry_id="debrief-s--ana",
        kind="debrief",
        body={"session": "s", "lens": "Ana", "learned": "Mine differs."},
        made_at=START,
        salt="00" * 16,
    )
    (row,) = (await mixed.reviewing.searching.find("differs")).rows
    assert (row.label, row.lens, row.session) == ("debrief, Ana's", "Ana", "s")


async def test_every_kind_is_a_document(mixed: Shelf) -> None:
    """Markdown for people, also of a kind that is not known here."""
    rows = (await mixed.reviewing.searching.find()).rows
    found = [await mixed.reviewing.read(row.id) for row in rows]
    told = "\n".join(entry_markdown(each.document, each.record, UTC) for each in found)
    for part in ("They waited.", "## Feedback\n\n- Calm.", "9 of 12 answered", "does not know"):
        assert part in told
    verdict = await mixed.safekeeping.verify()
    assert (verdict.documents, verdict.findings, verdict.problems) == (6, (), ())
