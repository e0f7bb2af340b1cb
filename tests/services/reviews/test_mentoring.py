"""One's own journal under review: marks, questions, what came, growth goals, what is new."""

from __future__ import annotations

import pytest

from facilitui.core.debriefs.debrief import FIRST_QUESTION
from facilitui.core.errors import FacilituiError, NotFound, NotSaved, SavedMeanwhile
from facilitui.core.journals.entry_sections import sections
from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.growth import Growth, GrowthState
from facilitui.core.reviews.other_journal import lines_of
from facilitui.core.reviews.question import Question, Standing
from facilitui.services.reviews.mentoring import (
    MARKED,
    NOT_MARKED,
    NOT_SETTLED,
    NOTES,
    OPEN_AGAIN,
    SETTLED,
    THEIRS,
    UNMARKED,
)
from facilitui.services.reviews.review_desk import NOT_HERE
from facilitui.services.reviews.review_rows import HALF, NEW, REVISED
from facilitui.services.reviews.seeing import NOTHING_NEW
from tests.core.making import HOSTILE
from tests.services.mentoring_home import MentoringHome, fill, headed, rows, take_in


async def test_a_mark_is_an_entry_that_is_taken_back_by_the_same_key() -> None:
    """Three revisions of one entry, sealed like any other; it stands under its session."""
    home = MentoringHome()
    entry = await home.debrief("tuning")
    assert await home.mentoring.mark(entry) == MARKED
    review = await home.mentoring.look()
    assert review.to_bring == 1 and review.sessions == {"tuning": 1}
    (row,) = headed(review)["Tuning · Wed 25 Nov"]
    assert row.reads == entry and row.title == "Marked for the mentor"
    assert row.of == "debrief · Wed 25 Nov"  # the heading says the rest
    assert await home.mentoring.mark(entry) == UNMARKED
    assert (await home.mentoring.look()).to_bring == 0
    assert await home.mentoring.mark(entry) == MARKED
    assert [each["rev"] for each in home.documents(row.key)] == [1, 2, 3]
    assert home.body(row.key)["about_hash"] == home.documents(entry)[0]["hash"]
    with pytest.raises(FacilituiError, match="by itself"):
        await home.mentoring.mark(row.key)
    assert NOT_MARKED
    with pytest.raises(NotFound, match="not in this journal"):
        await home.mentoring.mark("nothing")
    home.journal.full = True
    with pytest.raises(NotSaved):
        await home.mentoring.mark(entry)


async def test_a_question_is_about_a_passage_that_can_be_chosen() -> None:
    """What the entry says stands to choose from; the words are kept as they stood there."""
    home = MentoringHome()
    entry = await home.debrief("tuning", learned=f"Warm before cool.\n\n{HOSTILE}\nBen")
    made = await home.mentoring.question(entry)
    offered = dict(next(f.choices for f in made.form.fields if f.key == "passage"))
    assert set(offered) == {"", FIRST_QUESTION, "Warm before cool.", HOSTILE.strip()}
    assert not fill(made, text=f"Why?\n{HOSTILE}", passage="Warm before cool.")
    assert await made.save()
    (row,) = headed(await home.mentoring.look())["Tuning · Wed 25 Nov"]
    assert row.key.startswith("question-") and row.line == "“Warm before cool.”"
    read = await home.mentoring.read(row)
    assert read.opened is not None and read.opened.row.id == entry
    assert "Warm before cool." in str(read.top) and "Why?" in str(read.top)
    page = await home.mentoring.read(next(r for r in await rows(home.mentoring) if r.key == entry))
    assert page.opened is not None and "Why?" in str(page.opened.between)
    saved = Question.model_validate(home.body(row.key))
    assert (saved.about, saved.session, saved.text) == (
        entry,
        "tuning",
        f"Why?\n{HOSTILE}".rstrip(),
    )


async def test_what_is_typed_of_a_question_outlives_the_program() -> None:
    """It stands among what was begun, and K on the same entry goes on with it."""
    home = MentoringHome()
    entry, other = await home.debrief("tuning"), await home.debrief("data")
    made = await home.mentoring.question(entry)
    fill(made, text="Was the sil")
    await made.keep()
    home.start_again()
    (row,) = headed(await home.mentoring.look())["Begun"]
    assert (row.title, row.beside, row.reads) == ("Was the sil", HALF, entry)
    read = await home.mentoring.read(row)
    assert read.opened is not None and "Was the sil" in str(read.top)
    again = await home.mentoring.question(entry)
    assert again.half == {"text": "Was the sil"} and again.entry == made.entry
    by_name = await home.mentoring.question("", row.key)
    assert by_name.state.about == entry
    assert (await home.mentoring.question(other)).half == {}
    fill(again, text="Was the silence too long?")
    assert await again.save()
    assert not home.drafts.kept and home.body(row.key)["about"] == entry
    with pytest.raises(NotFound, match=NOT_HERE):
        await home.mentoring.question("nothing")


async def test_a_question_is_settled_and_opened_again() -> None:
    """By one key; what is no question cannot be, and another copy's revision is not covered."""
    home = MentoringHome()
    entry = await home.debrief("tuning")
    await home.mentoring.mark(entry)
    (row,) = headed(await home.mentoring.look())["Tuning · Wed 25 Nov"]
    assert await home.mentoring.settle(row) == SETTLED
    assert (await home.mentoring.look()).to_bring == 0
    assert await home.mentoring.settle(row) == OPEN_AGAIN
    (debrief,) = headed(await home.mentoring.look())["You have not looked yet"]
    with pytest.raises(FacilituiError, match="Only a question"):
        await home.mentoring.settle(debrief)
    assert NOT_SETTLED
    made = await home.mentoring.question("", row.key)
    fill(made, text="Mine", reason="clearer")
    await home.mentoring.settle(row)
    with pytest.raises(SavedMeanwhile):
        await made.save()
    assert await made.save()
    assert Question.model_validate(home.body(row.key)).state is Standing.SETTLED


async def test_no_state_moves_a_question_or_its_session() -> None:
    """What is settled leaves the others of its session, and all else, in their order."""
    home = MentoringHome()
    for text in ("One?", "Two?"):
        for name in ("tuning", "late"):
            entry = await home.debrief(name)
            made = await home.mentoring.question(entry, f"question-{text}-{name}")
            fill(made, text=text)
            await made.save()
            home.clock.move(60)
    before = headed(await home.mentoring.look())
    headings = [each for each in before if "Wed" in each]
    first = {each: [row.title for row in before[each]] for each in headings}
    assert len(headings) == 2 and list(first.values()) == [["Two?", "One?"]] * 2
    await home.mentoring.settle(before[headings[1]][1])
    home.mentoring.begin()
    await home.mentoring.settle(before[headings[0]][0])
    after = headed(await home.mentoring.look())
    assert [each for each in after if "Wed" in each] == headings
    assert [row.title for row in after[headings[0]]] == ["Two?", "One?"]
    home.mentoring.begin()
    assert [each for each in headed(await home.mentoring.look()) if "Wed" in each] == headings


async def test_a_marked_goal_does_not_say_its_heading_twice() -> None:
    """The heading is the goal's own text, which has no day."""
    home = MentoringHome()
    goal = await home.mentoring.goal()
    fill(goal, text="Wait longer")
    await goal.save()
    await home.mentoring.mark(goal.entry)
    (row,) = headed(await home.mentoring.look())["Wait longer"]
    assert row.of == "growth goal · Wed 25 Nov"


async def test_what_was_saved_in_one_second_stays_where_it_is() -> None:
    """So do goals that are changed: which revision is the newest has no say in the order."""
    home = MentoringHome()
    for name in ("tuning", "late"):
        await home.mentoring.mark(await home.debrief(name))
        goal = await home.mentoring.goal()
        fill(goal, text=name)
        await goal.save()
    before = [row.key for row in await rows(home.mentoring)]
    for row in await rows(home.mentoring):
        home.clock.move(60)
        if row.kind == "question":
            await home.mentoring.settle(row)
        elif row.kind == "growth":
            goal = await home.mentoring.goal(row.key)
            fill(goal, state="reached", because="seen", reason="seen")
            assert await goal.save()
        assert [row.key for row in await rows(home.mentoring)] == before
    marks = [row for row in await rows(home.mentoring) if row.kind == "question"]
    for row in reversed(marks):
        home.clock.move(60)
        await home.mentoring.settle(row)
    home.mentoring.begin()
    now = [row.key for row in await rows(home.mentoring) if row.kind == "question"]
    assert now == [row.key for row in marks] == before[:2]


async def test_what_is_kept_of_a_pathway_is_news_but_for_who_takes_part() -> None:
    """Nor is the pathway itself, which nobody here wrote; both go along as they are."""
    home = MentoringHome()
    for kind in ("enrolment", "log_entry", "roster", "pathway"):
        body = {"enrolment": "enrolment-1", "name": "North", "text": "Show it", "members": []}
        await home.journal.save(
            entry_id=f"{kind}-1", kind=kind, body=body, made_at=home.clock.read().at, salt="00" * 16
        )
    review = await home.mentoring.look()
    (new,) = headed(review).values()
    assert {row.key for row in new} == {"enrolment-1", "log_entry-1"} and review.new == 2


async def test_only_a_key_makes_what_is_new_old() -> None:
    """Looking changes nothing; made and revised are told by their words; one's own asking is none.

    What is saved after the look that was shown stays new, even where it came before the key.
    """
    home = MentoringHome()
    await home.debrief("tuning")
    review = await home.mentoring.look()
    assert review.since is None and review.new == 1
    assert (await home.mentoring.look()).new == 1
    await home.debrief("late")
    assert "1 entry is seen" in await home.mentoring.all_seen()
    review = await home.mentoring.look()
    (row,) = headed(review)["New since Wed 25 Nov 2026"]
    assert (row.title, row.beside, review.new) == ("Late", f"{NEW} · debrief", 1)
    await home.mentoring.all_seen()
    assert await home.mentoring.all_seen() == NOTHING_NEW
    home.clock.move(-100_000)
    await home.debrief("tuning", learned="More")
    await home.mentoring.mark("debrief-late")
    review = await home.mentoring.look()
    found = [row.beside for row in headed(review)["New since Wed 25 Nov 2026"]]
    assert found == [f"{REVISED} · debrief"] and review.new == 1


async def test_answers_that_came_stand_together_until_they_are_settled() -> None:
    """Imported ones are new and theirs: nobody else revises them; what is told is one's own."""
    home = MentoringHome()
    entry = await home.debrief("tuning")
    await home.mentoring.mark(entry)
    (mark,) = headed(await home.mentoring.look())["Tuning · Wed 25 Nov"]
    await home.mentoring.all_seen()
    mentor = MentoringHome("Ben")
    made = await mentor.review(home).answer(mark.key)
    fill(made, text="Yes.")
    await made.save()
    take_in(home, mentor)
    (row,) = headed(await home.mentoring.look())["Answers that came"]
    assert (row.key, row.beside, row.line) == (mark.key, NEW, "Ben: Yes.")
    with pytest.raises(FacilituiError, match="only they"):
        await home.mentoring.told("", made.entry)
    assert THEIRS
    told = await home.mentoring.told(entry)
    fill(told, text="Wait longer.", giver="Ben")
    await told.save()
    assert Answer.model_validate(home.body(told.entry)).is_note
    again = await home.mentoring.told("", told.entry)
    assert again.is_saved and again.state.text == "Wait longer."
    found = headed(await home.mentoring.look())
    assert [row.key for row in found["Answers that came"]] == [mark.key]
    (note,) = found[NOTES]
    assert note.title == "as told by Ben: Wait longer."
    await home.mentoring.settle(mark)
    assert len(headed(await home.mentoring.look())["Answers that came"]) == 1


async def test_a_goal_is_shown_by_entries_and_let_go_with_a_reason() -> None:
    """A line a step; the entry's id is put there, and what shows is typed behind it."""
    home = MentoringHome()
    entry = await home.debrief("tuning")
    made = await home.mentoring.goal()
    assert "say what you want" in fill(made, why="They think")
    assert not fill(made, text="Wait longer", due="20 Dec", sort="disposition")
    assert await made.save()
    (key,) = await home.mentoring.goals()
    shown = await home.mentoring.goal(key, entry)
    assert shown.half["steps"].strip() == "debrief of Wed 25 Nov 2026, “Tuning”:"
    fill(shown, steps=f"{entry}: five seconds\nread about it: all of it")
    assert await shown.save()
    goal = Growth.model_validate(home.body(key))
    assert [(each.entry, each.text) for each in goal.steps] == [
        (entry, "five seconds"),
        ("", "read about it: all of it"),
    ]
    rows_now = await rows(home.mentoring)
    page = (await home.mentoring.read(next(row for row in rows_now if row.key == key))).opened
    assert page is not None and page.named == {entry: "debrief of Wed 25 Nov 2026, “Tuning”"}
    assert page.named[entry] in str(sections(page.record, None, lambda each: page.named[each]))
    debrief = next(row for row in rows_now if row.key == entry)
    read = await home.mentoring.read(debrief)
    assert read.opened is not None and "Wait longer" in str(read.opened.between)
    ending = await home.mentoring.goal(key)
    assert "why you let it go" in fill(ending, state="let_go")
    assert ending.state.state is GrowthState.OPEN
    assert not fill(ending, state="let_go", because="no time")
    assert await ending.save() and not await home.mentoring.goals()
    (row,) = headed(await home.mentoring.look())["Growth goals"]
    assert row.beside == "let go"


async def test_a_search_leaves_what_has_every_word() -> None:
    """In questions, passages, answers and what is new, whatever case and accents."""
    home = MentoringHome()
    entry = await home.debrief("tuning", learned="They waited at the café.")
    await home.debrief("data")
    made = await home.mentoring.question(entry)
    fill(made, text="Was it too long?", passage="They waited at the café.")
    await made.save()
    assert {row.kind for row in await rows(home.mentoring, "CAFE waited")} == {
        "question",
        "debrief",
    }
    assert [row.title for row in await rows(home.mentoring, "too long")] == ["Was it too long?"]
    assert not await rows(home.mentoring, "rhinoceros")


async def test_entries_of_any_shape_are_asked_about() -> None:
    """Whatever another program wrote into an entry, a mark on it can be saved and shown."""
    home = MentoringHome()
    odd = {"session": 7, "held_at": "soon", "zone": [], "title": {"a": 1}, "learned": 3}
    for entry, kind in (("../odd", "debrief"), ("x" * 500, "riddle")):
        await home.journal.save(
            entry_id=entry, kind=kind, body=odd, made_at=home.clock.read().at, salt="0" * 32
        )
        assert await home.mentoring.mark(entry) == MARKED
        made = await home.mentoring.question(entry)
        fill(made, text="What is this?")
        await made.keep()
    assert all(name.startswith("question-") and len(name) < 40 for name in home.drafts.kept)
    assert (await home.mentoring.look()).to_bring == 2


async def test_the_whole_journal_goes_into_a_file_for_the_mentor() -> None:
    """Called after whoever it is; an empty one is nothing to hand over."""
    home = MentoringHome("Ana María")
    with pytest.raises(FacilituiError, match="nothing to hand over"):
        await home.mentoring.hand_over()
    await home.debrief("tuning")
    told = (await home.mentoring.hand_over()).splitlines()
    assert "facilitui review journal-ana-maria-2026-11-25.jsonl" in told
    assert told[-1] == "exports/journal-ana-maria-2026-11-25.jsonl"
    (data,) = home.exports.written.values()
    assert data == lines_of(home.journal.documents, "Ana María")


async def test_an_entry_bears_the_day_that_it_has_in_the_journal() -> None:
    """That of the place where its session was held, in the review as in the list."""
    home = MentoringHome()
    evening = {"held_at": "2026-11-26T03:30:00+00:00", "zone": "America/Toronto"}
    entry = await home.debrief("tuning", **evening)
    row = next(row for row in await rows(home.mentoring) if row.key == entry)
    assert row.line.startswith("Wed 25 Nov")
    assert "Wed 25 Nov 2026" in str((await home.mentoring.goal(shown_by=entry)).half)
