"""Another person's journal before their mentor: only read, answered apart, known again."""

from __future__ import annotations

from threading import Thread, current_thread, main_thread
from types import ModuleType
from typing import Any

import pytest

from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.journals.journal_faults import Fault
from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.other_journal import lines_of
from facilitui.services.reviews import file_review, mentoring
from facilitui.services.reviews.file_journal import READ_ONLY
from facilitui.services.reviews.file_review import FileReview
from facilitui.services.reviews.review_rows import HALF
from tests.core.making import HOSTILE
from tests.services.mentoring_home import MentoringHome, fill, headed, rows, take_in


async def asked() -> tuple[MentoringHome, str]:
    """An apprentice who asks about a debrief, and has one more; the question's id."""
    home = MentoringHome("Ana")
    entry = await home.debrief("tuning", learned="Warm before cool.")
    await home.debrief("data")
    made = await home.mentoring.question(entry)
    fill(made, text="Too long?", passage="Warm before cool.")
    await made.save()
    goal = await home.mentoring.goal()
    fill(goal, text="Wait longer")
    await goal.save()
    return home, made.entry


async def write(review: FileReview, to: str, text: str) -> str:
    """Answer, and save; the answer's id."""
    made = await review.answer(to)
    fill(made, text=text)
    assert await made.save()
    return made.entry


async def test_what_is_for_the_mentor_comes_first() -> None:
    """Then the goals, then everything else, the newest session first; it is said whose it is."""
    home, question = await asked()
    review = MentoringHome("Ben").review(home)
    assert review.whose == "ana"
    found = headed(await review.look())
    assert list(found) == ["Tuning · Wed 25 Nov", "Growth goals", "Everything else"]
    assert [row.key for row in found["Tuning · Wed 25 Nov"]] == [question]
    assert {row.key for row in found["Everything else"]} == {"debrief-tuning", "debrief-data"}
    read = await review.read(found["Tuning · Wed 25 Nov"][0])
    assert read.opened is not None and read.opened.row.id == "debrief-tuning"


async def test_nothing_is_ever_written_to_it() -> None:
    """Neither saved nor imported: a sentence says so, and the file's documents stay as they are."""
    home, question = await asked()
    before = lines_of(home.journal.documents)
    mentor = MentoringHome("Ben")
    review = mentor.review(home)
    await write(review, question, "No.")
    journal = review._file
    with pytest.raises(NotSaved, match="only read"):
        await journal.save(
            entry_id="x", kind="debrief", body={}, made_at=home.clock.read().at, salt="0" * 32
        )
    with pytest.raises(NotSaved, match="only read"):
        await journal.import_lines("", home.clock.read().at, "x")
    assert READ_ONLY and lines_of(home.journal.documents) == before
    assert {each["kind"] for each in mentor.journal.documents} == {"answer"}


async def test_an_answer_says_what_was_asked_and_by_whom_it_is() -> None:
    """It reads by itself; the same key goes on with it, and revising asks why."""
    home, question = await asked()
    mentor = MentoringHome("Ben")
    review = mentor.review(home)
    made = await write(review, question, HOSTILE)
    saved = Answer.model_validate(mentor.body(made))
    assert (saved.to, saved.about) == (question, "debrief-tuning")
    assert (saved.question, saved.passage) == ("Too long?", "Warm before cool.")
    assert (saved.giver, saved.title, saved.session) == ("Ben", "Tuning", "tuning")
    assert saved.to_hash == home.documents(question)[0]["hash"] and not saved.is_note
    (row,) = headed(await review.look())["Tuning · Wed 25 Nov"]
    assert (row.key, row.beside) == (question, "answered")
    review.begin()
    found = headed(await review.look())
    (row,) = found["Answered"]
    assert row.key == question and row.line.startswith("Ben: [x]")
    assert "Tuning · Wed 25 Nov" not in found
    again = await review.answer(question)
    assert again.entry == made and again.is_saved
    with pytest.raises(FacilituiError, match="Why changed"):
        fill(again, text="No.")
        await again.save()
    fill(again, text="No.", reason="shorter")
    assert await again.save()
    assert [each["rev"] for each in mentor.documents(made)] == [1, 2]


async def test_a_note_is_written_on_any_entry() -> None:
    """It answers no question, and stands on the entry's page."""
    home, _ = await asked()
    mentor = MentoringHome("Ben")
    review = mentor.review(home)
    made = await write(review, "debrief-data", "Look at the chart again.")
    assert Answer.model_validate(mentor.body(made)).is_note
    row = next(row for row in await rows(review) if row.key == "debrief-data")
    read = await review.read(row)
    assert read.opened is not None and "Look at the chart again." in str(read.opened.between)
    by_name = await review.answer("", made)
    assert by_name.state.to == "debrief-data"
    with pytest.raises(NotFound):
        await review.answer("nothing")


async def test_what_is_half_written_waits_in_the_mentors_own_place() -> None:
    """The program is killed: the draft is there, and the same key goes on with it."""
    home, question = await asked()
    mentor = MentoringHome("Ben")
    made = await mentor.review(home).answer(question)
    fill(made, text="I thin")
    await made.keep()
    review = mentor.review(home)
    (row,) = headed(await review.look())["Begun"]
    assert (row.title, row.beside, row.reads) == ("I thin", HALF, question)
    again = await review.answer("", row.key)
    assert again.half == {"text": "I thin"} and again.state.to == question
    assert (await review.answer(question)).entry == made.entry


async def test_a_newer_export_shows_what_was_answered_before_and_what_is_new() -> None:
    """Once, whether or not the answers were taken in over there."""
    home, question = await asked()
    mentor = MentoringHome("Ben")
    review = mentor.review(home)
    await review.look()
    await review.all_seen()
    made = await write(review, question, "No.")
    assert (await review.look()).new == 0
    home.clock.move(60)
    await home.debrief("later")
    for _ in range(2):
        newer = mentor.review(home, "another name.jsonl")
        found = headed(await newer.look())
        assert [row.key for row in found["Answered"]] == [question]
        assert [row.key for row in found["New since Wed 25 Nov 2026"]] == ["debrief-later"]
        assert (await newer.look()).new == 1
        documents = (await newer._file.contents()).documents
        assert len([1 for _, each in documents if each["id"] == made]) == 1
        take_in(home, mentor) if _ == 0 else None


async def test_the_answers_go_into_a_file_to_send_back() -> None:
    """All of them with their revisions, called after whose journal it is; nothing else."""
    home, question = await asked()
    mentor = MentoringHome("Ben")
    review = mentor.review(home)
    with pytest.raises(FacilituiError, match="Nothing is answered yet"):
        await review.hand_over()
    await write(review, question, "No.")
    told = await review.hand_over()
    assert told.startswith("1 answer to send back: i in their Review imports ")
    assert told.splitlines()[-1] == "exports/answers-ana-2026-11-25.jsonl"
    assert mentor.exports.written == {
        "answers-ana-2026-11-25.jsonl": lines_of(mentor.journal.documents)
    }


async def test_verifying_names_what_does_not_hold() -> None:
    """Of the file and of one's own answers; all of it is in one verdict."""
    home, question = await asked()
    mentor = MentoringHome("Ben")
    review = mentor.review(home)
    await write(review, question, "No.")
    mentor.journal.documents[0] = {**mentor.journal.documents[0], "rev": 7}
    verdict = await review.verify()
    assert [finding.fault for finding in verdict.findings] == [Fault.ALTERED]
    assert verdict.documents == len(home.journal.documents) + 1


@pytest.mark.parametrize("module", [mentoring, file_review])
async def test_what_is_handed_over_is_put_into_lines_beside_the_loop(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A journal of ten years takes half a second, in which keys are taken."""
    threads: list[Thread] = []

    def watched(*given: Any) -> bytes:
        threads.append(current_thread())
        return lines_of(*given)

    monkeypatch.setattr(module, "lines_of", watched)
    home, question = await asked()
    review = MentoringHome("Ben").review(home)
    await write(review, question, "No.")
    await home.mentoring.hand_over()
    await review.hand_over()
    assert threads and main_thread() not in threads


async def answered() -> tuple[MentoringHome, FileReview, str, str]:
    """A mentor, the review of a journal in which a question is asked, it, and the answer to it."""
    home, question = await asked()
    mentor = MentoringHome("Ben")
    review = mentor.review(home)
    return mentor, review, question, await write(review, question, "No.")


async def test_what_was_withdrawn_is_taken_back_from_the_question_and_from_its_own_row() -> None:
    """What was half typed on it stays in the list by its words, and is gone on with then."""
    _, review, question, made = await answered()
    again = await review.answer(question)
    fill(again, text="No. HALF TYPED", reason="more")
    await again.keep()
    review.begin()
    (row,) = headed(await review.look())["Answered"]
    assert row.beside == HALF
    await review.withdrawing.withdraw(await review.own_of(row), "too soon")
    (row,) = headed(await review.look())["Answered"]
    assert (row.key, row.beside) == (question, f"for you · {HALF}")
    review.begin()
    found = headed(await review.look())
    (half,) = found["Begun"]
    assert (half.key, half.title, half.beside) == (made, "No. HALF TYPED", HALF)
    assert made not in {row.key for row in found["Everything else"]}
    assert "HALF TYPED" in str((await review.read(half)).top)
    for to, entry in (("", made), (made, ""), (question, "")):
        going_on = await review.answer(to, entry)
        assert (going_on.entry, going_on.half["text"]) == (made, "No. HALF TYPED")
        assert going_on.notice.endswith("too soon”. Saved, it counts again with what stands here.")
    (waits,) = found["Tuning · Wed 25 Nov"]
    assert (waits.key, await review.own_of(waits), await review.own_of(half)) == (
        question,
        made,
        made,
    )
    assert await review.withdrawing.is_withdrawn(made)
    await review.withdrawing.take_back(made)
    assert (await review.answer(question)).half["text"] == "No. HALF TYPED"


async def test_what_is_typed_on_what_was_withdrawn_counts_again_once_it_is_saved() -> None:
    """As the next revision of the same answer; where nothing was typed on it, w takes it back."""
    mentor, review, question, made = await answered()
    again = await review.answer(question)
    fill(again, text="No, I think.")
    await again.keep()
    await review.withdrawing.withdraw(made, "too soon")
    review.begin()
    again = await review.answer(question)
    with pytest.raises(FacilituiError, match="Why changed"):
        await again.save()
    fill(again, reason="now I know")
    assert await again.save() and not mentor.drafts.kept
    assert [each["kind"] for each in mentor.documents(made)] == ["answer", "withdrawal", "answer"]
    assert mentor.body(made)["text"] == "No, I think." and not (await review.look()).to_bring
    (row,) = headed(await review.look())["Tuning · Wed 25 Nov"]
    assert (row.key, row.beside) == (question, "answered")
    await review.withdrawing.withdraw(made, "too late")
    for to, entry in (("", made), (made, "")):
        with pytest.raises(FacilituiError, match=r"withdrawn: “too late”; w takes it back$"):
            await review.answer(to, entry)


async def test_a_form_says_what_is_answered_and_who_asked() -> None:
    """A question or a mark of theirs; one's own where one writes down what the mentor said."""
    home, question = await asked()
    await home.mentoring.mark("debrief-tuning")
    review = MentoringHome("Ben").review(home)
    mark = next(row.key for row in await rows(review) if row.key.startswith("question-mark-"))
    forms = [(await desk(to)).form for desk in (review.answer, home.mentoring.told)
             for to in (question, mark, "debrief-data")]  # fmt: skip
    assert [(form.title, form.fields[0].hint) for form in forms] == [
        ("Answer to the question", "they asked: Too long?"),
        ("Answer to the mark", "what you want to say about this entry"),
        ("Note on the entry", "what you want to say about this entry"),
        ("Answer to the question", "you asked: Too long?"),
        ("Answer to the mark", "what your mentor said about this entry"),
        ("Note on the entry", "what your mentor said about this entry"),
    ]


async def test_a_page_says_a_question_once_with_how_far_it_has_come() -> None:
    """Above the entry, which says the others below."""
    home, question = await asked()
    await home.mentoring.mark("debrief-tuning")
    review = MentoringHome("Ben").review(home)
    row = next(row for row in await rows(review) if row.key == question)
    read = await review.read(row)
    assert read.opened is not None and "Too long?" not in str(read.opened.between)
    assert "Marked for the mentor" in str(read.opened.between)
    assert [(s.text, s.beside) for t in read.top for s in t.said][-1] == ("Too long?", "open")


async def test_what_goes_back_is_counted_by_what_it_is() -> None:
    """A note is no answer, nor is what was withdrawn."""
    home, question = await asked()
    review = MentoringHome("Ben").review(home)
    await write(review, question, "No.")
    await write(review, "debrief-data", "Look again.")
    gone = await write(review, "debrief-tuning", "Look here.")
    await review.withdrawing.withdraw(gone, "not here")
    assert (await review.hand_over()).startswith("1 answer, 1 note, 1 withdrawal to send back: ")
