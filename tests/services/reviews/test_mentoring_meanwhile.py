"""What an apprentice did while the mentor answered: nothing that came is left unsaid."""

from __future__ import annotations

import asyncio

import pytest

from facilitui.core.errors import FacilituiError
from facilitui.core.ports import LeftDraft
from facilitui.core.reviews.mentoring_sections import BEFORE
from facilitui.services.reviews.file_review import NOT_YOURS
from facilitui.services.reviews.mentoring import (
    DONE,
    MARKED,
    MARKED_AGAIN,
    NOTE_STAYS,
    NOTES,
    OPEN_AGAIN,
    SETTLED,
    UNMARKED,
)
from facilitui.services.reviews.review_rows import EARLIER, NEW, REVISED
from tests.services.mentoring_home import MentoringHome, fill, headed, rows, take_in


async def asked(home: MentoringHome, text: str = "Too long?") -> str:
    """A question about a debrief; its id."""
    made = await home.mentoring.question(await home.debrief("tuning"))
    fill(made, text=text)
    await made.save()
    return made.entry


async def answered(home: MentoringHome, mentor: MentoringHome, to: str, text: str) -> str:
    """A mentor answers, or revises the answer; its id."""
    made = await mentor.review(home).answer(to)
    fill(made, text=text, **({"reason": "better"} if made.is_saved else {}))
    assert await made.save()
    return made.entry


async def test_an_answer_to_what_was_settled_meanwhile_is_shown() -> None:
    """So is a later correction: as what came, until it is seen, then under Settled."""
    home, mentor = MentoringHome("Ana"), MentoringHome("Ben")
    question = await asked(home)
    await home.mentoring.all_seen()
    await answered(home, mentor, question, "No.")
    (row,) = headed(await home.mentoring.look())["Tuning · Wed 25 Nov"]
    await home.mentoring.settle(row)
    await home.mentoring.all_seen()
    home.mentoring.begin()
    take_in(home, mentor)
    for word in (NEW, REVISED):
        (row,) = headed(await home.mentoring.look())["Answers that came"]
        assert row.key == question and row.beside.startswith(word) and "settled" in row.beside
        assert "1 entry is seen" in await home.mentoring.all_seen()
        found = headed(await home.mentoring.look())
        assert [row.key for row in found[DONE]] == [question] and "Answers that came" not in found
        await answered(home, mentor, question, "The opposite.")
        home.journal.documents = [e for e in home.journal.documents if "imported" not in e]
        take_in(home, mentor)
        await home.mentoring.look()


async def test_what_was_taken_back_and_answered_is_shown() -> None:
    """The mark is gone, and the answer to it is not."""
    home, mentor = MentoringHome("Ana"), MentoringHome("Ben")
    entry = await home.debrief("tuning")
    await home.mentoring.mark(entry)
    (mark,) = headed(await home.mentoring.look())["Tuning · Wed 25 Nov"]
    await home.mentoring.all_seen()
    await answered(home, mentor, mark.key, "Yes.")
    await home.mentoring.mark(entry)
    home.mentoring.begin()
    take_in(home, mentor)
    (row,) = headed(await home.mentoring.look())["Answers that came"]
    assert (row.key, row.beside) == (mark.key, "new · taken back")


async def test_the_same_key_opens_the_same_row_again_for_the_mentor_too() -> None:
    """It stays where it is until the review is left; answered before, it waits once more."""
    home, mentor = MentoringHome("Ana"), MentoringHome("Ben")
    question = await asked(home)
    await answered(home, mentor, question, "No.")
    take_in(home, mentor)
    place = "Answers that came"
    (row,) = headed(await home.mentoring.look())[place]
    assert await home.mentoring.settle(row) == SETTLED
    (row,) = headed(await home.mentoring.look())[place]
    assert "settled" in row.beside
    assert await home.mentoring.settle(row) == OPEN_AGAIN
    review = await home.mentoring.look()
    assert [row.key for row in headed(review)[place]] == [question] and review.to_bring == 1
    home.mentoring.begin()
    assert [row.key for row in headed(await home.mentoring.look())["Tuning · Wed 25 Nov"]] == [
        question
    ]
    assert (await mentor.review(home).look()).to_bring == 1
    await answered(home, mentor, question, "Perhaps.")
    take_in(home, mentor)
    assert (await home.mentoring.look()).to_bring == 0


async def test_the_same_key_takes_the_same_mark_back_and_sets_it_again() -> None:
    """Its row stays where it is until the review is left; it waits for nobody meanwhile."""
    home = MentoringHome()
    entry = await home.debrief("tuning")
    await home.mentoring.mark(entry)
    place = "Tuning · Wed 25 Nov"
    (row,) = headed(await home.mentoring.look())[place]
    assert await home.mentoring.mark(row.reads) == UNMARKED
    review = await home.mentoring.look()
    (again,) = headed(review)[place]
    assert (again.key, again.beside, review.to_bring) == (row.key, "taken back", 0)
    assert await home.mentoring.mark(again.reads) == MARKED
    assert headed(await home.mentoring.look())[place] == [row]
    await home.mentoring.mark(entry)
    home.mentoring.begin()
    assert place not in headed(await home.mentoring.look())


async def test_a_settled_mark_is_marked_again_and_that_is_said() -> None:
    """It is not taken back."""
    home = MentoringHome()
    entry = await home.debrief("tuning")
    await home.mentoring.mark(entry)
    (row,) = headed(await home.mentoring.look())["Tuning · Wed 25 Nov"]
    await home.mentoring.settle(row)
    assert await home.mentoring.mark(entry) == MARKED_AGAIN
    assert (await home.mentoring.look()).to_bring == 1


async def test_which_wording_was_answered_is_told() -> None:
    """In the row and on the page, where the question says something else now."""
    home, mentor = MentoringHome("Ana"), MentoringHome("Ben")
    question = await asked(home)
    await answered(home, mentor, question, "Yes.")
    made = await home.mentoring.question("", question)
    fill(made, text="Too short?", reason="clearer")
    await made.save()
    take_in(home, mentor)
    (row,) = headed(await home.mentoring.look())["Answers that came"]
    assert row.beside == EARLIER
    read = await home.mentoring.read(row)
    assert BEFORE.format("Too long?") in str(read.top)
    page = await home.mentoring.read(
        next(r for r in await rows(home.mentoring) if r.key != row.key)
    )
    assert page.opened is not None and BEFORE.format("Too long?") in str(page.opened.between)


async def test_what_was_told_is_told_as_that_on_every_machine() -> None:
    """Also to the mentor; on one's own second machine it is revised still, and is no news."""
    home, second = MentoringHome("Ana"), MentoringHome("Ana")
    made = await home.mentoring.told(await home.debrief("tuning"))
    fill(made, text="Wait.", giver="Ben")
    await made.save()
    take_in(second, home) if second.journal.documents else None
    await second.debrief("other")
    take_in(second, home)
    for each in (home, second):
        found = headed(await each.mentoring.look())
        assert [row.title for row in found[NOTES]] == ["as told by Ben: Wait."]
        assert (await each.mentoring.told("", made.entry)).is_saved
        with pytest.raises(FacilituiError, match="l says"):
            await each.mentoring.settle(found[NOTES][0])
        (row,) = found[NOTES]
        assert "as told by Ben" in str((await each.mentoring.read(row)).top)
    assert NOTE_STAYS
    (row,) = headed(await MentoringHome("Ben").review(home).look())["Answered"]
    assert row.title == "as told by Ben: Wait."


async def test_a_note_of_somebody_else_is_answered_by_an_entry_of_ones_own() -> None:
    """No second revision one of the same id comes about."""
    home, mentor = MentoringHome("Ana"), MentoringHome("Ben")
    entry = await home.debrief("tuning")
    made = await home.mentoring.told(entry)
    fill(made, text="Wait.", giver="Carla")
    await made.save()
    review = mentor.review(home)
    own = await review.answer("", made.entry)
    assert own.entry != made.entry and own.state.to == entry
    fill(own, text="I do not think so.")
    await own.save()
    keys = {row.key for row in headed(await review.look())["Answered"]}
    assert keys == {made.entry, own.entry}
    with pytest.raises(FacilituiError, match="Only what you"):
        await review.own_of(next(r for r in await rows(review) if r.key == made.entry))
    assert NOT_YOURS


async def test_an_empty_answer_is_refused_and_one_can_be_withdrawn() -> None:
    """It is handed over as withdrawn, and the question waits again."""
    home, mentor = MentoringHome("Ana"), MentoringHome("Ben")
    question = await asked(home)
    review = mentor.review(home)
    made = await review.answer(question)
    assert "write what you answer" in fill(made, giver="Benn")
    assert not await made.save() and not mentor.journal.documents
    await made.throw_away()
    await answered(home, mentor, question, "No.")
    assert "write what you answer" in fill(await review.answer(question), text=" ")
    review.begin()
    (row,) = headed(await review.look())["Answered"]
    reason = await review.withdrawing.open(await review.own_of(row))
    reason.take({"reason": "I was wrong"})
    assert await reason.save()
    assert (await review.look()).to_bring == 1
    await review.hand_over()
    assert b"withdrawal" in next(iter(mentor.exports.written.values()))


async def test_only_what_the_search_found_is_seen() -> None:
    """All that it found, and nothing else; the number is said."""
    home = MentoringHome()
    for n in range(3):
        await home.debrief(f"s{n}", learned=f"word{n} was said")
    await home.mentoring.look("word1")
    assert (await home.mentoring.all_seen()).startswith("1 entry is seen, of what the search")
    review = await home.mentoring.look()
    assert review.new == 2 and "debrief-s1" not in {row.key for row in await rows(home.mentoring)}
    await home.mentoring.look("word1")
    assert "Nothing that the search found" in await home.mentoring.all_seen()
    await home.mentoring.look()
    assert (await home.mentoring.all_seen()).startswith("2 entries are seen")


async def test_questions_without_a_session_stand_under_their_own_entries() -> None:
    """Each heading is the title of what is asked about."""
    home = MentoringHome()
    for text in ("Wait longer", "Talk less"):
        goal = await home.mentoring.goal()
        fill(goal, text=text)
        await goal.save()
        made = await home.mentoring.question(goal.entry)
        fill(made, text="How?")
        await made.save()
    found = headed(await home.mentoring.look())
    assert len(found["Wait longer"]) == len(found["Talk less"]) == 1


async def test_a_look_that_was_given_up_is_not_what_was_shown() -> None:
    """A newer search took its place, or the review was left: what came by then stays new."""
    home = MentoringHome()
    await home.debrief("shown")
    await home.mentoring.look()
    await home.debrief("later")
    begun, left = asyncio.Event(), home.drafts.left

    async def never(beginning: str) -> tuple[LeftDraft, ...]:
        begun.set()
        return await asyncio.Future()

    home.drafts.left = never  # type: ignore[method-assign]
    looking = asyncio.create_task(home.mentoring.look())
    await begun.wait()
    looking.cancel()
    home.drafts.left = left  # type: ignore[method-assign]
    await home.mentoring.all_seen()
    assert (await home.mentoring.look()).new == 1


async def test_marks_that_come_at_once_all_count() -> None:
    """The second of one entry goes over what the first one left; another entry's is as good."""
    home = MentoringHome()
    one, other = await home.debrief("tuning"), await home.debrief("fishbowl")
    mark = home.mentoring.mark
    told = await asyncio.gather(mark(one), mark(other), mark(one))
    assert list(told) == [MARKED, MARKED, UNMARKED]
    assert await mark(other) == UNMARKED
