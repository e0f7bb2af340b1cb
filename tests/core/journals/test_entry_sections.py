"""What an opened entry says: all of it for each kind, and nothing that is private."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from facilitui.core.base import Record
from facilitui.core.debriefs.debrief import (
    CaptureSorted,
    Debrief,
    Earlier,
    Judgement,
    MarkTold,
)
from facilitui.core.debriefs.debrief_words import CaptureSort, ObservationMode, Verdict
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import Change, RubricRef, Score, SelfScores, Withdrawn
from facilitui.core.errors import NotFound
from facilitui.core.journals.attachment import Attachment
from facilitui.core.journals.entry_records import record_in
from facilitui.core.journals.entry_sections import about, left_out, sections
from facilitui.core.journals.journal import make_document
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.responses.feedback import Asked, Feedback, Item, Response
from facilitui.core.responses.feedback_scale import Scale
from facilitui.core.vocabulary import Role

CRAFT = RubricRef(id="craft", version="2", name="Craft", top=4)
SCORE = Score(
    criterion="wait",
    name="Waits",
    level=3,
    moment=720,
    note="“Take your time.”",
    changes=(Change(level=2, reason="heard it again"), Change(level=None, reason="")),
)


def told(record: Record | None) -> str:
    """All that is said, a thing a line."""
    lines: list[str] = []
    for section in sections(record):
        lines.append(f"# {section.heading}")
        for each in section.said:
            lines += [" | ".join((each.text, each.beside, *each.below))]
    return "\n".join(lines)


def test_a_debrief_tells_promises_goals_marks_and_how_many_captures() -> None:
    """Each goal with its verdict and evidence; of captures only how many of each sort."""
    debrief = Debrief(
        earlier=(Earlier(text="Count.", outlook=Outlook.KEPT, happened="It held."),),
        judgements=(
            Judgement(goal="G1", text="know", verdict=Verdict.MET, evidence="tickets"),
            Judgement(goal="G2", text="do"),
        ),
        marks=(MarkTold(mark=7, text="A long pause"),),
        captures=tuple(CaptureSorted(capture=n, sorts=(CaptureSort.QUOTE,)) for n in range(2)),
        lens="Ana",
    )
    assert told(debrief).splitlines() == [
        "# Promised before",
        "Count. | Kept | It held.",
        "# The goals",
        "know | Met | tickets",
        "do | not judged",
        "# Marked as it ran",
        "A long pause | ",
        "# Captures",
        "Quote | 2",
    ]
    assert about(debrief) == "second lens: Ana"


def test_scores_tell_level_moment_note_what_changed_and_why() -> None:
    """What was taken out stays told, and a score that nothing shows is named."""
    own = SelfScores(
        rubric=CRAFT,
        scores=(SCORE, Score(criterion="x", level=1)),
        withdrawn=(Withdrawn(criterion="y", name="Pace", level=4, reason="not seen"),),
    )
    for part in (
        "Waits | 3 of 4 | “Take your time.” | 12 min after the beginning | "
        "Was 2: heard it again | Was missing: not told",
        "x | 1 of 4",
        "1 score without a quote or a note.",
        "# Taken out\nPace | was 4 | not seen",
    ):
        assert part in told(own)
    assert about(own) == "Craft, version 2"


def test_a_beginning_that_no_calendar_of_the_zone_holds_is_none() -> None:
    """An entry may have any: how far into the session a moment was is told of it."""
    began = datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-12)))
    found = sections(SelfScores(rubric=CRAFT, scores=(SCORE,), held_at=began), UTC)
    assert any("after the beginning" in "".join(each.below) for s in found for each in s.said)


def test_a_moment_is_told_by_the_clock_where_that_is_known() -> None:
    """As the rubric tells it; of an entry without a beginning, how far into the session it was."""
    began, zone = datetime(2026, 11, 25, 14, 30, tzinfo=UTC), timezone(timedelta(hours=1))
    for record in (
        SelfScores(rubric=CRAFT, scores=(SCORE,), held_at=began),
        Observation(rubric=CRAFT, scores=(SCORE,), held_at=began),
    ):
        below = [each.below for section in sections(record, zone) for each in section.said]
        assert any("at 15:42" in each for each in below)
        assert "after the beginning" in told(record)


def test_an_observation_tells_mode_giver_what_it_lacks_and_scores_apart() -> None:
    """One that counts lacks nothing."""
    seen = Observation(
        mode=ObservationMode.RECORDED,
        link="https://example.org/v",
        observed_on=date(2026, 11, 25),
        giver="Ben",
        role=Role.MENTOR,
        feedback="Calm.",
        rubric=CRAFT,
        scores=(SCORE,),
    )
    for part in (
        "Mode | recorded",
        "Observed | Wed 25 Nov 2026",
        "Feedback given | not told",
        "https://example.org/v",
        "# To count, it still lacks\nThe day the feedback was given",
        "# Feedback\nCalm.",
        "# The observer's scores: Craft, version 2\nWaits | 3 of 4",
    ):
        assert part in told(seen)
    assert about(seen) == "by Ben (mentor)"
    whole = seen.model_copy(update={"given_on": date(2026, 11, 26), "scores": ()})
    assert "lacks" not in told(whole) and "None given." in told(whole)


def answers(count: int) -> Feedback:
    """So many answer sheets, alike."""
    sheet = Response(
        levels={Item.PACE: 4, Item.BEFORE: 1, Item.NOW: 3}, words={Item.ONE_CHANGE: "Fewer slides"}
    )
    return Feedback(responses=(sheet,) * count, attendance=8)


def test_feedback_begins_with_the_return_rate_and_keeps_few_voices_private() -> None:
    """Figures always; words from five answer sheets on, and the leaving-out is told."""
    few, enough = told(answers(4)), told(answers(5))
    assert few.startswith("# Return rate\n4 of 8 answered (50%).")
    for part in ("median gain is 2", "Time to think | median 4 of 5, 4 answered", "rather agree 4"):
        assert part in few
    assert "Fewer slides" not in few and "4 wrote something" in few and left_out(answers(4))
    assert "“Fewer slides”" in enough and not left_out(answers(5))


def test_feedback_on_another_scale_is_told_goal_by_goal() -> None:
    """Each with its scale; nobody's example below five."""
    asked = tuple(
        Asked(item=item, scale=Scale(1, 7), goal="G1", text="Wait longer")
        for item in (Item.BEFORE, Item.NOW)
    )
    sheet = Response(goals={"G1": {Item.BEFORE: 2, Item.NOW: 6}})
    few = Feedback(asked=asked, responses=(sheet,) * 4, attendance=5, example="I counted.")
    for part in (
        "About “Wait longer”: 4 of 4 participants who told both are surer now than before; "
        "the median gain is 4 on a scale of 1 to 7.",
        "# How sure, before and now: G1 Wait longer\nSure before | median 2 of 7, 4 answered",
        "1: 0 · 2: 4 · 3: 0",
    ):
        assert part in told(few), part
    assert "I counted." not in told(few)
    assert "I counted." in told(few.model_copy(update={"responses": (sheet,) * 5}))


def test_an_attachment_tells_what_it_is_and_who_agreed() -> None:
    """Name, kind, size, goal, consent, credit and the hash that it lies under."""
    file = Attachment(name="a.pdf", size=1_200_000, file_hash="ab" * 32, goal="G1", removed=True)
    for part in ("Name | a.pdf", "Size | 1.2 MB", "G1", "agreed | not told", "ab" * 32, "let go"):
        assert part in told(file)
    assert "agreed | yes" in told(file.model_copy(update={"consent": True}))


def test_a_kind_that_is_not_known_says_nothing_of_its_own() -> None:
    """It is no model, and no reason to stop."""
    document = make_document(
        entry_id="k", kind="sketch", body={"a": 1}, made_at=datetime.now(UTC), salt="00",
        last=None, after="",
    )  # fmt: skip
    assert record_in(document) is None and sections(None) == () and left_out(None)


def test_an_entry_as_the_first_version_wrote_it_reads_as_before() -> None:
    """With one commitment and none of the fields that came later."""
    body = {
        "session": "s",
        "title": "Tuning",
        "held_at": "2026-11-25T15:30:00+00:00",
        "zone": "UTC",
        "frame": "w3",
        "frame_name": "What",
        "learned": "They waited.",
        "answers": [{"id": "w3.what", "ask": "What?", "text": "This."}],
        "commitment": {"text": "Count to five.", "due": "2026-12-09"},
        "with_whom": "Ben",
        "my_role": "facilitator",
    }
    document = make_document(
        entry_id="debrief-s", kind="debrief", body=body, made_at=datetime.now(UTC), salt="00",
        last=None, after="",
    )  # fmt: skip
    debrief = record_in(document)
    assert isinstance(debrief, Debrief) and sections(debrief) == ()
    assert [(each.text, each.due) for each in debrief.promised] == [
        ("Count to five.", date(2026, 12, 9))
    ]
    assert about(debrief) == "with Ben" and debrief.answers[0].text == "This."


@pytest.mark.parametrize("kind", ["scores", "observation", "feedback", "attachment"])
def test_what_cannot_be_read_is_named_by_its_field(kind: str) -> None:
    """One sentence, for every kind."""
    document = make_document(
        entry_id="k", kind=kind, body={"title": 3}, made_at=datetime.now(UTC), salt="00",
        last=None, after="",
    )  # fmt: skip
    with pytest.raises(NotFound, match=r"the entry k cannot be read: .*“(title|file_hash)”"):
        record_in(document)
