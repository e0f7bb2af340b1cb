"""The documents that there are of a pathway, and what they are asked for by."""

from __future__ import annotations

import pytest

from facilitui.core.pathways.document_offers import Sort, offers_of
from facilitui.core.pathways.pathway import DocumentForm, Pathway
from facilitui.core.reports.handout import Format
from tests.library.pathways import FOLDER, named

SHIPPED = sorted(path.stem for path in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("id", SHIPPED)
@pytest.mark.parametrize("enrolled", [True, False])
def test_each_is_asked_for_by_a_key_of_its_own(id: str, enrolled: bool) -> None:
    """An enrolment has a summary; a pathway alone has only what is filled in by hand."""
    offers = offers_of(named(id), enrolled=enrolled)
    keys = [each.key for each in offers]
    assert len(set(keys)) == len(keys) and all(each.forms for each in offers)
    assert ("summary" in keys) is enrolled
    if not enrolled:
        assert {each.sort for each in offers} <= {Sort.CARD, Sort.FORM}


def test_a_community_has_a_card_for_each_cycle_and_its_check_ins() -> None:
    """The empty card first; check-ins as a calendar alone."""
    offers = {each.key: each for each in offers_of(named(SHIPPED[2]), enrolled=True)}
    assert [*offers] == ["summary", "check-ins", "card", "card-1", "card-2", "card-3"]
    assert offers["check-ins"].forms == (Format.ICALENDAR,)
    assert offers["card"].name.endswith(", empty card")
    assert offers["card"].cycle is None and offers["card-2"].cycle == 2


def test_the_card_of_a_cycle_of_which_nothing_is_recorded_is_called_empty() -> None:
    """It is not said to be filled from anything."""
    offers = offers_of(named(SHIPPED[2]), enrolled=True, recorded={2})
    told = {each.key: (each.name, each.told) for each in offers if each.cycle}
    cycles = named(SHIPPED[2]).cycles
    assert cycles is not None
    empty = "nothing is recorded there yet"
    assert told == {
        "card-1": (f"{cycles.name} 1, empty card", empty),
        "card-2": (f"{cycles.name} 2, card", "filled from what was recorded"),
        "card-3": (f"{cycles.name} 3, empty card", empty),
    }


def test_a_document_called_as_another_thing_is_still_found() -> None:
    """Its key says that it is the document."""
    pathway = named("nea_micro_credential_plc")
    form = DocumentForm.model_validate(
        {"id": "summary", "name": "Another", "parts": [{"id": "a", "name": "A"}]}
    )
    other: Pathway = pathway.model_copy(update={"documents": (form,)})
    offers = offers_of(other, enrolled=True)
    assert [each.key for each in offers if each.sort is Sort.FORM] == ["document-summary"]
