"""Choosing a pathway to enrol in, after all that it asks for was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App

from facilitui.core.errors import FacilituiError
from facilitui.core.library.shelf import Shelf
from facilitui.core.pathways.pathway import Pathway
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.dialogs.pathway_page import PathwayPageDialog
from facilitui.services.pathways.enrolment_around import Offer

WHICH = "Enrol in which pathway? What it asks is shown first."
NONE = "No pathway can be read; facilitui check pathways names each file and what is wrong in it."
UNREAD = "This file cannot be read"
MEND = "{}.\n\nMend it, or take it out of your pathways folder; then it is offered, or not at all."
PageOf = Callable[[Pathway, str], PathwayPageDialog]
"""All that a pathway asks for, with a word for going on."""


async def which_pathway(app: App[Any], offers: Sequence[Offer], shelf: Shelf, page: PageOf) -> str:
    """The id of a pathway that was read and is wanted; empty where none is.

    Raises FacilituiError where there is none to choose.
    """
    if not offers:
        raise FacilituiError(NONE)
    choices = [Choice(each.id, each.name, _told(each)) for each in offers]
    marked = ""
    problems = {each.id: each.problem for each in offers}
    while (chosen := await app.push_screen_wait(ChooseDialog(WHICH, choices, marked))) is not None:
        marked = chosen
        if chosen not in shelf.pathways:
            await app.push_screen_wait(PageDialog(UNREAD, MEND.format(problems[chosen])))
        elif await app.push_screen_wait(page(shelf.pathways[chosen], "enrol")):
            return chosen
    return ""


def _told(offer: Offer) -> str:
    """What it is; and who is in it already, as another enrolment may not be meant."""
    named = ", ".join(each or "somebody" for each in offer.enrolled)
    of_file = f"{'your own file' if offer.told else 'its file'} cannot be read: {offer.problem}"
    told = (offer.told, f"in it already: {named}" if named else "")
    return "; ".join(filter(None, (of_file if offer.problem else "", *told)))
