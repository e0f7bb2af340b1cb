"""A pathway on one page leaves nothing out, at any width, and nothing in it is obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitui.core.pathways.pathway import Pathway
from facilitui.core.safe_text import lines
from facilitui.reports.pathway_page import pathway_page
from facilitui.reports.plain_text import plain_text
from tests.library.pathways import FOLDER, named

SHIPPED = [each.stem for each in sorted(FOLDER.glob("*.toml"))]


def words(text: str) -> str:
    """A text without its line breaks and large letters."""
    return " ".join(text.split()).lower()


@pytest.mark.parametrize("name", SHIPPED)
def test_all_of_a_shipped_one_is_there(name: str) -> None:
    """Each requirement, gate, question, item, card and note, and no line is too long."""
    pathway = named(name)
    for width in (40, 80, 132):
        text = plain_text(pathway_page(pathway), width)
        assert max(map(cell_len, text.split("\n"))) <= width
    page = words(plain_text(pathway_page(pathway), 10_000))
    told = [pathway.name, pathway.programme, pathway.source, pathway.reader, pathway.note]
    told += [part for phase in pathway.phases for part in (phase.name, phase.purpose)]
    told += [phase.gate.text for phase in pathway.phases if phase.gate]
    told += [each.text for each in pathway.requirements]
    told += [f.ask for each in pathway.requirements for f in getattr(each, "fields", ())]
    told += [part for card in pathway.cards for part in (card.name, card.text)]
    told += [practice.text for domain in pathway.domains for practice in domain.practices]
    told += [item.text for checklist in pathway.checklists for item in checklist.items]
    told += [part.ask for form in pathway.documents for part in form.parts]
    if pathway.cycles is not None:
        told += [prompt for part in pathway.cycles.parts for prompt in part.prompts]
    assert [each for each in told if words(each) not in page] == []


@given(st.text(min_size=1, max_size=40), st.integers(20, 200))
def test_hostile_text_is_harmless(text: str, width: int) -> None:
    """Whatever a file says in whatever place, and however narrow it is."""
    parts = [{"id": f"p{at}", "name": text, "prompts": [text], "ask": text} for at in range(2)]
    pathway = Pathway.model_validate(
        {
            **dict.fromkeys(("name", "programme", "source", "version", "note", "reader"), text),
            "id": "p",
            "roles": [{"id": "role", "name": text, "roles": ["staff"]}],
            "cycles": {
                **{"name": text, "count": 2},
                "parts": [{key: part[key] for key in ("id", "name", "prompts")} for part in parts],
            },
            "documents": [
                {
                    **{"id": "d", "name": text, "reader": text},
                    "parts": [{key: part[key] for key in ("id", "name", "ask")} for part in parts],
                }
            ],
            "cards": [{"id": "c", "name": text, "text": text}],
            "phases": [
                {
                    **{"id": "one", "name": text, "purpose": text},
                    "gate": {"text": text, "needs": ["r"]},
                    "requirements": [
                        {"kind": "document", "id": "r", "text": text, "document": "d"},
                        {"kind": "attestation", "id": "s", "text": text, "needs": ["r"]},
                    ],
                }
            ],
        }
    )
    page = plain_text(pathway_page(pathway), width)
    assert page == lines(page)
    assert max(map(cell_len, page.split("\n"))) <= width
