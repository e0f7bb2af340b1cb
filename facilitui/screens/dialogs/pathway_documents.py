"""Asking which document of an enrolment is wanted, and saying where it was written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.document_offers import DocumentOffer, Sort
from facilitui.core.reports.handout import Format
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.page import PageDialog

if TYPE_CHECKING:
    from facilitui.services.pathways.documents import PathwayDocuments

WHICH = "Write which document?"
WHICH_CARD = "Print the card of which cycle?"
AS_WHICH = "{}: as which kind of file?"
NO_CARD = "This pathway has no cycles, so there is no card of them to print."
_FORMS = {
    Format.MARKDOWN: ("Markdown", "to be edited"),
    Format.HTML: ("HTML", "to be printed or sent"),
    Format.ICALENDAR: ("Calendar", "to be taken into a calendar"),
}


async def write_document(app: App[Any], documents: PathwayDocuments, enrolment: str) -> None:
    """Have a document written that is chosen, and show where it lies. Raises FacilituiError."""
    offers = await documents.offers(enrolment)
    await _write(app, documents, enrolment, await _which(app, WHICH, offers))


async def write_card(
    app: App[Any], documents: PathwayDocuments, enrolment: str, cycle: int | None = None
) -> None:
    """Have a card of the cycles written, and show where it lies. Raises FacilituiError.

    `cycle` is the one that is marked, whose card is marked first.
    """
    offers = [each for each in await documents.offers(enrolment) if each.sort is Sort.CARD]
    if not offers:
        raise FacilituiError(NO_CARD)
    marked = next((each.key for each in offers if each.cycle == cycle), "")
    await _write(app, documents, enrolment, await _which(app, WHICH_CARD, offers, marked))


async def _which(
    app: App[Any], ask: str, offers: Sequence[DocumentOffer], marked: str = ""
) -> DocumentOffer | None:
    """The one that is chosen; where there is only one, that."""
    if len(offers) == 1:
        return offers[0]
    choices = [Choice(each.key, each.name, each.told) for each in offers]
    key = await app.push_screen_wait(ChooseDialog(ask, choices, marked))
    return next((each for each in offers if each.key == key), None)


async def _write(
    app: App[Any], documents: PathwayDocuments, enrolment: str, offer: DocumentOffer | None
) -> None:
    """Write it as the one kind of file that there is of it, or as one that is chosen."""
    if offer is None:
        return
    form: str | None = offer.forms[0]
    if len(offer.forms) > 1:
        choices = [Choice(each, *_FORMS[each]) for each in offer.forms]
        form = await app.push_screen_wait(ChooseDialog(AS_WHICH.format(offer.name), choices))
    if form is not None:
        told = await documents.write(enrolment, offer.key, Format(form))
        await app.push_screen_wait(PageDialog("Written", told))
