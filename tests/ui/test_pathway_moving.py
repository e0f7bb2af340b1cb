"""What the screen says of changes at a key: with the keys that lead back from there."""

from __future__ import annotations

from typing import Any, cast

import pytest
from textual.screen import ModalScreen

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.previewing import Preview
from facilitui.screens.dialogs.pathway_asking import moved, sorted_told, taken_back
from facilitui.services.pathways.enrolment_changes import EnrolmentChanges, Sorted
from facilitui.services.pathways.enrolment_past import NothingDone
from facilitui.services.pathways.last_deed import LastDeed, LastDeeds, TakenBack
from tests.ui.pathways import MINE


class Answering:
    """An application in which somebody answers so."""

    def __init__(self, answer: bool) -> None:
        self._answer = answer

    async def push_screen_wait(self, _: ModalScreen[bool]) -> bool:
        return self._answer


class Moving:
    """Changes that move to what was seen."""

    async def preview(self, _: str) -> Preview:
        return Preview(("Version 1 becomes version 2.",), digest="seen")

    async def move(self, _: str, previewed: str) -> str:
        return f"Moved to what was {previewed}"


class Deeds:
    """One last deed, of which this becomes; none where nothing does."""

    def __init__(self, done: TakenBack | None) -> None:
        self._done = done

    async def found(self, id: str) -> LastDeed:
        if self._done is None:
            raise NothingDone
        return LastDeed(id, id, "over", "It was logged")

    async def take_back(self, _: LastDeed) -> TakenBack:
        assert self._done is not None
        return self._done


async def back(done: TakenBack | None, *, answer: bool = True) -> str:
    """What is told of taking it back."""
    deeds = cast(LastDeeds, Deeds(done))
    return await taken_back(cast(Any, Answering(answer)), deeds, MINE)


async def test_the_key_that_takes_a_move_back_is_told_where_there_are_keys() -> None:
    """Whoever stays is told nothing."""
    changes = cast(EnrolmentChanges, Moving())
    told = await moved(cast(Any, Answering(True)), changes, MINE)
    assert told == "Moved to what was seen; u takes it back."
    assert await moved(cast(Any, Answering(False)), changes, MINE) == ""


def test_sorting_that_changed_something_can_be_taken_back() -> None:
    """What could not be sorted is told behind it."""
    assert sorted_told(Sorted("1 session counts")) == "1 session counts; u takes it back."
    same = Sorted("Nothing was changed", is_new=False, left_out="That one has too long a name")
    assert sorted_told(same) == "Nothing was changed. That one has too long a name."


async def test_what_was_withdrawn_says_where_it_is_let_count_again() -> None:
    """Anything else says what became of it alone; whoever leaves it is told nothing."""
    told = await back(TakenBack("Taken back: it counts no more", is_withdrawn=True))
    assert told == "Taken back: it counts no more; w in Journal lets it count again."
    assert await back(TakenBack("As it was before")) == "As it was before."
    assert await back(TakenBack("As it was before"), answer=False) == ""


async def test_where_nothing_was_done_the_whole_can_be_withdrawn() -> None:
    """It says with which key."""
    with pytest.raises(FacilituiError, match=r"since it was begun; w in Journal withdraws it$"):
        await back(None)
