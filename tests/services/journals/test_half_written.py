"""What is half written of an entry stays in its form until it is saved, whatever clocks say."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.observation import Observation
from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.journals.journal import Document, body_of, hash_of
from facilitui.core.journals.written_over import KEPT_AT
from facilitui.services.journals.entry_drafts import OVER, EntryDrafts
from facilitui.services.journals.entry_form import EntryForm
from tests.core.making import HOSTILE
from tests.services.debriefs.test_observing import fill
from tests.services.evidence_home import EvidenceHome
from tests.services.fakes import MovableClock
from tests.services.memory_files import FULL, MemoryDrafts

EARLY = "2000-01-01T00:00:00+00:00"
OLDER = "Your draft is older than what was saved on "


async def written(home: EvidenceHome, **typed: str) -> EntryForm[Observation]:
    """A new observation that is saved."""
    made = await home.observing.open(await home.run())
    fill(made, giver="Ana", **typed)
    assert await made.save()
    return made


async def again(home: EvidenceHome, made: EntryForm[Observation]) -> EntryForm[Observation]:
    """It as it is after another start of the program."""
    home.start_again()
    return await home.observing.open(made.state.session, made.entry)


async def test_what_another_copy_saved_later_hides_nothing() -> None:
    """The half-written text stands over it, is told to be older, and is its next revision."""
    home = EvidenceHome()
    first = await written(home)
    one, two = await again(home, first), await again(home, first)
    home.clock.move(60)
    fill(one, giver=HOSTILE, reason="r")
    await one.keep()
    home.clock.move(60)
    fill(two, feedback="Good questions", reason="s")
    await two.save()
    draft = {"typed": {"giver": HOSTILE, "reason": "r"}, "session": "x", OVER: one._over}
    home.drafts.kept[first.entry] = draft
    for _ in range(2):  # as often as it is only looked at
        made = await again(home, first)
        assert made.half == {"giver": HOSTILE, "reason": "r"} and made.notice.startswith(OLDER)
        assert made.state.feedback == "Good questions"
        await made.keep()
        assert home.drafts.kept[first.entry] == draft
    assert await made.save() and not home.drafts.kept
    newest = body_of(home.journal.documents[-1])
    assert (newest["giver"], newest["feedback"]) == (HOSTILE.strip(), "Good questions")


async def test_a_clock_that_goes_back_hides_nothing() -> None:
    """What was typed over the newest revision came after it, and there is nothing to say."""
    home = EvidenceHome()
    made = await again(home, await written(home))
    home.clock.move(-600)
    fill(made, giver="Ana Maria")
    await made.keep()
    made = await again(home, made)
    assert made.half == {"giver": "Ana Maria"} and not made.notice
    assert home.drafts.kept.keys() == {made.entry}


@pytest.mark.parametrize("more", [{}, {"reason": "r"}, {"observed_on": "25 Nov 2026"}])
async def test_what_is_saved_is_offered_no_more(more: dict[str, str]) -> None:
    """A draft that could not be removed, or that a kill left, says nothing but what was saved."""
    home = EvidenceHome()
    made = await again(home, await written(home))
    fill(made, giver="Ana Maria", reason="r")
    over = made._over
    assert await made.save()
    home.drafts.kept[made.entry] = {"typed": {"giver": "Ana Maria", **more}, OVER: over}
    made = await again(home, made)
    assert not made.half and not made.notice and not home.drafts.kept


@pytest.mark.parametrize(
    "typed",
    [{"giver": "Ana", "reason": "another"}, {"given_on": "25 N"}, {"giver": "An"}, {"x": "y"}],
)
async def test_in_doubt_it_is_offered(typed: dict[str, str]) -> None:
    """Another reason, what nobody can understand yet, words taken out, a field of a newer one."""
    home = EvidenceHome()
    made = await written(home)
    home.drafts.kept[made.entry] = {"typed": typed, OVER: "another", KEPT_AT: EARLY}
    made = await again(home, made)
    assert made.half == typed and made.notice.startswith(OLDER)


async def test_what_cannot_be_read_is_never_written_over() -> None:
    """It is put aside, and told."""
    home = EvidenceHome()
    made = await written(home)
    home.drafts.kept[made.entry] = {"typed": ["of a later version"], OVER: "another"}
    made = await again(home, made)
    assert "cannot be read" in made.notice and not made.half
    fill(made, giver="Ben")
    await made.keep()
    assert home.drafts.kept[f"{made.entry}.unread"]["typed"] == ["of a later version"]


@given(
    over=st.sampled_from(("", "h1", "h2", "h3")),
    kept_at=st.integers(-1000, 1000),
    text=st.sampled_from(("saved", "typed")),
    is_saved=st.booleans(),
)
def test_only_what_says_nothing_new_goes(
    over: str, kept_at: int, text: str, is_saved: bool
) -> None:
    """Whatever it was typed over, and whenever any clock says that was."""
    clock, store = MovableClock(), MemoryDrafts()
    saved: Document | None = None
    if is_saved:
        saved = {"hash": "h2", "made_at": clock.read().at.isoformat()}
    at = (clock.read().at + timedelta(seconds=kept_at)).isoformat()
    draft = {KEPT_AT: at, OVER: over, "text": text}
    store.kept["x"] = draft

    def adds(body: Mapping[str, Any]) -> bool:
        return body != {"text": "saved"}

    found = asyncio.run(EntryDrafts(store, clock).find("x", saved, adds))
    is_over = saved is None or over == hash_of(saved)
    if is_over or text == "typed":
        assert found.body == {"text": text} and store.kept == {"x": draft}
        assert bool(found.told) is (bool(over) if saved is None else not is_over)
    else:
        assert found.body is None and not found.told and not store.kept


async def test_what_is_typed_while_it_is_saved_is_a_draft_over_it() -> None:
    """Also where another reason was typed; what was saved is typed no more."""
    home = EvidenceHome()
    made = await written(home)
    made = await again(home, made)
    fill(made, giver="Ana Maria", observed_on="24 Nov", reason="r")
    saving = home.journal.save

    async def slowly(**asked: Any) -> Any:
        document = await saving(**asked)
        fill(made, giver="Ana Maria xyz")
        await asyncio.sleep(0)
        return document

    home.journal.save = slowly  # type: ignore[method-assign]
    typed = made.values
    assert await made.save() and not made.half
    assert made.take_since({**typed, "giver": "Ana Maria xyz"})
    assert made.half == {"giver": "Ana Maria xyz"}
    await made.keep()
    made = await again(home, made)
    assert made.half == {"giver": "Ana Maria xyz"} and not made.notice
    assert made.state.observed_on and made.state.observed_on.day == 24


async def test_a_draft_that_is_kept_meanwhile_is_gone_once_it_is_saved() -> None:
    """It waits for the saving, and then there is nothing to keep."""
    home = EvidenceHome()
    made = await home.observing.open(await home.run())
    fill(made, giver="Ana")
    await asyncio.gather(made.save(), made.keep())
    assert not home.drafts.kept and len(home.journal.documents) == 1


async def test_a_kill_while_it_is_saved_leaves_a_draft_of_all_that_was() -> None:
    """Else an earlier state of the words would be offered as if it were another text."""
    home = EvidenceHome()
    made = await home.observing.open(await home.run())
    fill(made, giver="An")
    await made.keep()
    fill(made, giver="Ana")

    async def killed(name: str) -> None:
        del name
        raise NotSaved("killed")

    drop = home.drafts.drop
    home.drafts.drop = killed  # type: ignore[method-assign]
    await made.save()
    assert home.drafts.kept[made.entry]["typed"] == {"giver": "Ana"}
    home.drafts.drop = drop  # type: ignore[method-assign]
    made = await again(home, made)
    assert not made.half and not made.notice and not home.drafts.kept


async def left_twice(home: EvidenceHome) -> EntryForm[Observation]:
    """What two copies of the program wrote of one observation until both were killed."""
    made = await written(home)
    for name, text in (("~~2", HOSTILE), ("", "typed last")):
        made = await again(home, made)
        fill(made, giver=text)
        await made.keep()
        if name:
            home.drafts.kept[made.entry + name] = home.drafts.kept.pop(made.entry)
    return await again(home, made)


async def test_another_text_is_told_and_gone_on_with() -> None:
    """The one before is the other one then, and stays kept once this one is saved."""
    home = EvidenceHome()
    made = await left_twice(home)
    assert made.half == {"giver": "typed last"}
    assert made.notice.startswith("Another text of this was kept, typed on Wed 25 Nov at ")
    await made.go_on_with(made.others[0])
    assert made.half == {"giver": HOSTILE} and len(made.others) == 1
    await made.go_on_with(made.others[0])
    fill(made, giver="typed last, and more", reason="r")
    assert await made.save()
    (left,) = home.drafts.kept.values()
    assert left["typed"] == {"giver": HOSTILE}


async def test_another_text_that_cannot_be_had_leaves_all_as_it_is() -> None:
    """A full disk, or another copy that has it by now."""
    home = EvidenceHome()
    made = await left_twice(home)
    home.drafts.full = True
    with pytest.raises(NotSaved, match=FULL):
        await made.go_on_with(made.others[0])
    home = EvidenceHome()
    made = await left_twice(home)
    (other,) = made.others

    async def gone(name: str, other: str = "") -> None:
        raise NotFound(f"{name} {other} is gone")

    home.drafts.go_on_with = gone  # type: ignore[method-assign]
    fill(made, giver="typed on")
    with pytest.raises(NotFound):
        await made.go_on_with(other)
    assert made.half == {"giver": "typed on"}
    texts = {each["typed"]["giver"] for each in home.drafts.kept.values()}
    assert texts == {"typed on", HOSTILE}


@pytest.mark.parametrize("typed", [{"giver": "Ana"}, {}, ["x"], {"giver": 3}])
async def test_another_text_that_says_nothing_more_is_not_offered(typed: object) -> None:
    """It stays where it is."""
    home = EvidenceHome()
    made = await left_twice(home)
    home.drafts.kept[f"{made.entry}~~2"] = {"typed": typed}
    made = await again(home, made)
    assert not made.others and not made.notice and len(home.drafts.kept) == 2
