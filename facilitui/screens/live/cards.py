"""Words for the moment: a card with two lines to say, what it parks, a norm it calls on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.core.library.cards import CardSet
from facilitui.messages.going import CardsRequested
from facilitui.screens.dialogs.cards import NORM, PARK, CardsDialog

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

NO_CARDS = "There are no words for the moment in the library."


async def words_for_the_moment(screen: LiveScreen) -> None:
    """Open the cards; what is parked or called on from one is done as by its own key."""

    async def then(wish: str | None) -> None:
        if wish == PARK:
            screen.action_line("park")
        elif wish == NORM:
            await screen.action_do("norm")

    def show(cards: CardSet | None) -> None:
        if cards is None:
            screen.tell(NO_CARDS)
        elif screen.is_current:
            screen.app.push_screen(CardsDialog(cards), then)

    screen.post_message(CardsRequested(show))
