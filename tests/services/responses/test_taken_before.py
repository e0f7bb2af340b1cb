"""A form whose rows were deleted, put right or added to is told from what was taken of it."""

from __future__ import annotations

from datetime import date
from random import Random
from zoneinfo import ZoneInfo

import pytest

from facilitui.core.errors import FacilituiError
from facilitui.core.responses.feedback_coming import Overlap
from facilitui.core.responses.feedback_rate import returned
from facilitui.core.responses.feedback_scale import Scale
from facilitui.services.responses.form_preview import FormPreview, looked_at, with_scale
from facilitui.services.responses.taken_before import MORE_CAME, Apart
from tests.core.forms import form
from tests.services.ears import Ear, an_ear

HEAD = ("Timestamp", "What we did is useful for my work.", "What did you try since then?")


TICKED = (
    "What we did is useful for my work.",
    "I could speak or think in my own way.",
    "There was enough time to think.",
)


@pytest.fixture
async def ear() -> Ear:
    """Nothing was said yet."""
    return await an_ear()


def exported(numbers: range, silent: range = range(0)) -> FormPreview:
    """A form with these rows, each answered at another minute; some tried nothing since then."""
    rows = (
        (f"2026/11/04 16:{n:02}:00", str(1 + n % 5), "" if n in silent else f"t{n}")
        for n in numbers
    )
    return looked_at("answers.csv", form(HEAD, *rows), (), ())


async def taken(ear: Ear, numbers: range) -> None:
    """A form's answers in the journal."""
    await ear.hearing().take(ear.session, exported(numbers), 31)


async def told(ear: Ear) -> list[str]:
    """How many answered, picture by picture."""
    return [returned(each) for each in (await ear.hearing().heard(ear.session)).pictures]


async def test_a_row_deleted_in_the_form_makes_nobody_answer_twice(ear: Ear) -> None:
    """What is there again is told; all of it takes the place of what was there."""
    await taken(ear, range(30))
    hearing, again = ear.hearing(), exported(range(1, 32))
    found, kept = await hearing.before(ear.session, again)
    assert found is Overlap.SOME and kept is not None
    apart = await hearing.apart(ear.session, again, kept)
    assert apart == Apart(29, 2, 1) and apart.told == "29 of these 31 rows"
    assert not apart.goes_on
    await hearing.take(ear.session, again, 31, kept)
    assert await told(ear) == ["31 of 31 answered (100%)"]


async def test_only_what_is_new_stands_beside_what_was_there(ear: Ear) -> None:
    """In one set, so that all of it is known again next time; also weeks later."""
    await taken(ear, range(30))
    hearing, more = ear.hearing(), exported(range(28, 33))
    found, kept = await hearing.before(ear.session, more)
    assert found is Overlap.SOME and kept is not None
    assert (apart := await hearing.apart(ear.session, more, kept)) == Apart(2, 3, 28)
    assert apart.goes_on
    entry = await hearing.take(ear.session, more, None, kept, new=True)
    (now,) = (await hearing.heard(ear.session)).kept
    assert entry == now.entry == kept.entry and now.feedback.reason == MORE_CAME
    assert len(now.feedback.responses) == len(set(now.feedback.rows)) == 33
    assert now.feedback.later and now.feedback.attendance == 31
    assert now.feedback.answered_on == (date(2026, 11, 4), date(2026, 11, 4))
    assert (await hearing.before(ear.session, exported(range(33))))[0] is Overlap.SAME
    with pytest.raises(FacilituiError, match=r"no row of answers\.csv is new: all that can be"):
        await hearing.take(ear.session, exported(range(33)), None, now, new=True)


async def test_what_was_asked_otherwise_is_added_as_a_set_of_its_own(ear: Ear) -> None:
    """Of the same asking, though it does not say so itself; nothing is brought onto a scale."""
    await taken(ear, range(20))
    hearing = ear.hearing()
    more = await with_scale(exported(range(10, 30), silent=range(20, 30)), 1, Scale(1, 7))
    (kept,) = (await hearing.heard(ear.session)).kept
    await hearing.take(ear.session, more, None, kept, new=True)
    first, second = (await hearing.heard(ear.session)).kept
    assert first == kept and len(second.feedback.responses) == 10
    assert second.feedback.later and not any(each.words for each in second.feedback.responses)


async def test_answers_are_known_again_where_their_rows_are_not(ear: Ear) -> None:
    """As when moments are written otherwise by another tool; what was taken out is no part."""
    await taken(ear, range(30))
    head, hearing = ("Date", *HEAD[1:]), ear.hearing()
    rows = ((f"4.11.2026 16:{n:02}", str(1 + n % 5), f"t{n}") for n in range(1, 32))
    other = looked_at("answers.csv", form(head, *rows), (), ())
    found, kept = await hearing.before(ear.session, other)
    assert found is Overlap.SOME and kept is not None
    assert await hearing.apart(ear.session, other, kept) == Apart(29, 2, 1)
    await hearing.take(ear.session, other, 31, kept, new=True)
    assert await told(ear) == ["32 of 31 answered, more than came"]
    await hearing.take_out(ear.session, kept.entry)
    assert await hearing.before(ear.session, exported(range(1, 34))) == (Overlap.NONE, None)


def ticked(chance: Random, when: str) -> FormPreview:
    """Twelve who agree more or less, to three questions; they answered on a day, or at minutes."""
    rows = ((when.format(n), *chance.choices("444553", k=3)) for n in range(12))
    return looked_at("answers.csv", form(("Timestamp", *TICKED), *rows), (), ())


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2026/11/04 09:{:02}:07", "2026/11/04 15:{:02}:07"),
        ("2026/11/04", "2026/11/04"),
        ("2026/11/04 09:{:02}:07", "2026/11/05"),
    ],
)
@pytest.mark.parametrize("seed", [6, 9, 13, 16, 18, 19])
async def test_other_people_who_tick_the_same_were_not_taken_before(
    ear: Ear, first: str, second: str, seed: int
) -> None:
    """Whether minutes tell them apart, or only that so many are alike by chance; none is lost."""
    chance, hearing = Random(seed), ear.hearing()
    one, other = ticked(chance, first), ticked(chance, second)
    await hearing.take(ear.session, one, 31)
    assert await hearing.before(ear.session, other) == (Overlap.NONE, None)
    assert (await hearing.before(ear.session, one))[0] is Overlap.SAME


async def test_a_question_that_was_added_to_the_form_makes_nobody_another(ear: Ear) -> None:
    """No row is as it was then, but the answers that only these people can have given are."""
    await taken(ear, range(30))
    head = (*HEAD, "What should we change?")
    rows = ((f"2026/11/04 16:{n:02}:00", str(1 + n % 5), f"t{n}", "") for n in range(1, 32))
    more, hearing = looked_at("answers.csv", form(head, *rows), (), ()), ear.hearing()
    found, kept = await hearing.before(ear.session, more)
    assert found is Overlap.SOME and kept is not None
    assert await hearing.apart(ear.session, more, kept) == Apart(29, 2, 1)


async def test_few_figures_say_nothing_where_minutes_are_known(ear: Ear) -> None:
    """Two who tick and two who tick just so an hour later are four."""
    rows = [(f"2026/11/04 {hour}:0{n}", "4", "5", "4") for hour in ("09", "10") for n in range(2)]
    head, hearing = ("Timestamp", *TICKED), ear.hearing()
    one, other = (looked_at("a.csv", form(head, *each), (), ()) for each in (rows[:2], rows[2:]))
    await hearing.take(ear.session, one, 31)
    assert await hearing.before(ear.session, other) == (Overlap.NONE, None)


async def test_answers_were_given_on_the_days_of_the_session_s_place(ear: Ear) -> None:
    """Not of the place that a form's tool counts from."""
    table = form(HEAD, ("2026-04-13T23:30:00Z", "4", "x"), ("2026-04-13T01:30:00Z", "4", "x"))
    days = looked_at("a.csv", table, (), (), ZoneInfo("Asia/Tokyo")).answered_on
    assert days == (date(2026, 4, 13), date(2026, 4, 14))
    heard = await ear.hearing().heard(ear.session)
    preview = await ear.hearing().preview("2", (), None, heard.zone)
    assert preview.zone is heard.zone is not None


async def test_what_says_two_things_at_once_is_told_as_unread(ear: Ear) -> None:
    """It stays in the journal, and nothing else of the session is lost by it."""
    await taken(ear, range(6))
    body = {"session": ear.session, "answered_on": ["2026-12-01", "2026-11-01"]}
    moment = ear.room.clock.read().at
    bad = f"feedback-{ear.session}-2"
    await ear.journal.save(entry_id=bad, kind="feedback", body=body, made_at=moment, salt="00")
    heard = await ear.hearing().heard(ear.session)
    assert heard.unread == (bad,) and len(heard.pictures) == 1
