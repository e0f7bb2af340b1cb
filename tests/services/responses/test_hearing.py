"""What participants said is shown before it is kept, kept once, and joined to its session."""

from __future__ import annotations

import pytest

from facilitui.core.errors import FacilituiError, NotFound, NotSaved, SavedMeanwhile
from facilitui.core.journals.journal import body_of
from facilitui.core.responses.feedback import Item, Response
from facilitui.core.responses.feedback_coming import Overlap
from facilitui.core.responses.feedback_rate import returned
from facilitui.core.responses.form_memory import MOST_FORMS
from facilitui.core.responses.form_words import Reading
from facilitui.core.responses.slips import Slips
from facilitui.services.responses.form_preview import (
    with_item,
    with_reading,
)
from tests.core.forms import HEAD
from tests.services.ears import SLIP, Ear, an_ear
from tests.services.fakes import MovableClock


@pytest.fixture
async def ear() -> Ear:
    """Nothing was said yet."""
    return await an_ear()


async def test_a_form_is_shown_and_nothing_is_kept(ear: Ear) -> None:
    """Nor is it where nothing in it can be taken."""
    hearing = ear.hearing()
    preview = await hearing.preview("3")
    assert len(preview.read.responses) == 3 and not preview.remembered
    for at in range(len(HEAD)):
        preview = await with_item(preview, at, None)
    with pytest.raises(FacilituiError, match=r"no row of 3.csv can be taken"):
        await hearing.take(ear.session, preview, 9)
    assert not ear.journal.documents and not ear.drafts.kept


async def test_what_is_taken_belongs_to_its_session(ear: Ear) -> None:
    """With the file's name, how many came, and nobody's address or moment."""
    hearing = ear.hearing()
    entry = await hearing.take(ear.session, await hearing.preview("2"), 9)
    assert entry == f"feedback-{ear.session}-1"
    heard = await hearing.heard(ear.session)
    assert heard.attendance == 9 and [each.entry for each in heard.kept] == [entry]
    kept = heard.kept[0].feedback
    assert (kept.source, kept.attendance, len(kept.responses)) == ("2.csv", 9, 2)
    assert "example.org" not in str(ear.journal.documents)


async def test_the_same_answers_are_known(ear: Ear) -> None:
    """And so are those of a later export; each can take the others' place as a revision."""
    hearing = ear.hearing()
    one, more = await hearing.preview("2"), await hearing.preview("3")
    assert await hearing.before(ear.session, one) == (Overlap.NONE, None)
    entry = await hearing.take(ear.session, one, 9)
    await hearing.choose_example(ear.session, entry, "waited 5 s")
    (kept,) = (await hearing.heard(ear.session)).kept
    assert await hearing.before(ear.session, one) == (Overlap.SAME, kept)
    assert await hearing.before(ear.session, more) == (Overlap.MORE, kept)
    assert await hearing.take(ear.session, more, 9, kept) == entry
    with pytest.raises(SavedMeanwhile, match="Revision 3 was saved elsewhere"):
        await hearing.take(ear.session, one, 9, kept)
    last = body_of(ear.journal.documents[-1])
    assert ear.journal.documents[-1]["rev"] == 3 and last["reason"]
    assert (len(last["responses"]), last["example"]) == (3, "waited 5 s")
    assert await hearing.take(ear.session, one, 9) == f"feedback-{ear.session}-2"


async def test_items_are_tried_for_a_column_without_loss(ear: Ear) -> None:
    """What is passed over goes back to the column that had it; what it stays at is taken."""
    preview = await ear.hearing().preview("2")
    items = [each.item for each in preview.columns]
    for item in Item:
        preview = await with_item(preview, 0, item)
        lost = [n for n, each in enumerate(preview.columns) if n and each.item != items[n]]
        assert [items[n] for n in lost] == [each for each in items if each is item]
        assert preview.losing == (HEAD[lost[0]] if lost else "")
    preview = await with_item(preview, 0, Item.RELEVANCE)
    preview = await with_item(preview, 1, None)
    preview = await with_item(preview, 3, None)
    assert [each.item for each in preview.columns[:4]] == [Item.RELEVANCE, None, None, None]


async def test_answers_are_taken_out_and_put_back(ear: Ear) -> None:
    """As revisions with their reason: until then all that came in is one picture."""
    hearing = ear.hearing()
    entry = await hearing.take(ear.session, await hearing.preview("3"), 9)
    slips = await hearing.take_slips(ear.session, Slips(attendance=9, responses=(SLIP,)))
    heard = await hearing.heard(ear.session)
    assert [returned(each) for each in heard.pictures] == [
        *(
            "4 of 9 answered (44%)",
            "1 of the 4 who answered were asked on a scale of their own",
        )
    ]
    assert heard.for_example == slips
    await hearing.take_out(ear.session, slips)
    heard = await hearing.heard(ear.session)
    assert [returned(each) for each in heard.pictures] == ["3 of 9 answered (33%)"]
    assert [each.entry for each in heard.standing] == [entry] and heard.for_example == entry
    await hearing.put_back(ear.session, slips)
    assert len((await hearing.heard(ear.session)).pictures[0].responses) == 4
    own = [body_of(each) for each in ear.journal.documents if each["id"] == slips]
    assert [each["reason"] for each in own] == ["", "taken out", "put back in"]


async def test_chosen_columns_are_offered_next_time(ear: Ear) -> None:
    """For the same questions, whatever the file; damaged ones are guessed anew."""
    hearing = ear.hearing()
    preview = await with_reading(await hearing.preview("2"), 3, Reading.DOWNWARDS)
    await hearing.take(ear.session, await with_item(preview, 6, None), 9)
    again = await ear.hearing().preview("3")
    assert again.remembered and again.columns[6].item is None
    assert again.columns[3].reading is Reading.DOWNWARDS
    ear.forms.kept = ({"form": 4}, {"form": ear.forms.kept[0]["form"], "columns": "?"})
    assert not (await ear.hearing().preview("3")).remembered
    ear.forms.kept = tuple({"form": f"{n}"} for n in range(MOST_FORMS))
    await hearing.take(ear.session, preview, 9)
    forms = [each["form"] for each in ear.forms.kept]
    assert len(forms) == 100 and forms[:2] == ["1", "2"]


async def test_slips_are_kept_while_they_are_typed(ear: Ear) -> None:
    """Another start goes on with them; taken, they are an entry and no draft."""
    hearing = ear.hearing()
    slips, told = await hearing.slips(ear.session)
    new = slips
    goals = tuple(each.id for each in (await hearing.heard(ear.session)).goals)
    assert goals and (slips, told) == (Slips(attendance=9, goals=goals), "")
    await hearing.keep_slips(ear.session, Slips(attendance=12, responses=(SLIP, Response())))
    slips, _ = await ear.hearing().slips(ear.session)
    assert slips.attendance == 12
    entry = await ear.hearing().take_slips(ear.session, slips)
    kept = (await hearing.heard(ear.session)).kept[0]
    assert kept.entry == entry and kept.feedback.responses == (SLIP,)
    again, _ = await hearing.slips(ear.session)
    assert again == new.model_copy(update={"after": 1}) and not ear.drafts.kept
    with pytest.raises(FacilituiError, match="no slip says anything yet"):
        await hearing.take_slips(ear.session, Slips(responses=(Response(),)))


async def test_slips_that_cannot_be_read_are_put_aside(ear: Ear) -> None:
    """Never written over; where they are is said."""
    ear.drafts.kept[f"slips-{ear.session}"] = {"responses": [{"levels": {"pace": 77}}]}
    slips, told = await ear.hearing().slips(ear.session)
    assert slips.responses == () and "it is kept as" in told


async def test_slips_that_were_taken_are_not_offered_again(ear: Ear) -> None:
    """Even where their draft could not be forgotten."""
    hearing = ear.hearing()
    await hearing.take_slips(ear.session, Slips(responses=(SLIP,)))
    await hearing.keep_slips(ear.session, Slips(responses=(SLIP,)))
    assert (await hearing.slips(ear.session))[0].responses == ()


async def test_a_full_disk_is_said(ear: Ear) -> None:
    """And nothing of it is half kept; columns that cannot be remembered stop nothing."""
    hearing = ear.hearing()
    preview = await hearing.preview("2")
    ear.drafts.full = ear.forms.full = True
    assert await hearing.take(ear.session, preview, None)
    ear.journal.full = True
    with pytest.raises(NotSaved):
        await hearing.take(ear.session, preview, None)
    with pytest.raises(NotSaved):
        await hearing.keep_slips(ear.session, Slips())


async def test_what_this_version_cannot_read_is_named(ear: Ear) -> None:
    """It stays in the journal, and its number is not given again."""
    clock = MovableClock()
    await ear.journal.save(
        entry_id=f"feedback-{ear.session}-1",
        kind="feedback",
        body={"responses": "?"},
        made_at=clock.reading.at,
        salt="0" * 32,
    )
    hearing = ear.hearing()
    assert (await hearing.heard(ear.session)).unread == (f"feedback-{ear.session}-1",)
    entry = await hearing.take(ear.session, await hearing.preview("2"), 9)
    assert entry == f"feedback-{ear.session}-2"
    for session in ("gone", f"{ear.session}-2"):
        with pytest.raises(NotFound):
            await hearing.heard(session)
    with pytest.raises(NotFound):
        await hearing.choose_example(ear.session, "feedback-gone", "x")
