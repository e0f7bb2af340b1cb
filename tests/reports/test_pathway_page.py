"""A pathway on one page leaves nothing out, at any width, and nothing in it is obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitui.core.pathways.pathway import Pathway
from facilitui.core.safe_text import lines
from facilitui.reports.pathway_page import pathway_page
from facilitui.reports.plain_text import paper_lines, plain_text
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


@given(st.text(min_size=1, max_size=40).filter(str.strip), st.integers(20, 200))
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


@pytest.mark.parametrize("name", SHIPPED)
def test_on_a_screen_a_heading_is_told_by_how_it_looks(name: str) -> None:
    """Not by large letters; and each thing of a list begins further to the left than it goes on."""
    page = pathway_page(named(name))
    shown, loud = [*paper_lines(page, 40)], plain_text(page, 40)
    heads = [each.text for each in shown if each.heads]
    assert "What it asks, in short" in heads and "WHAT IT ASKS, IN SHORT" in loud
    assert not [each for each in heads if len(each) > 8 and each.isupper()]
    asked = [each.text for phase in named(name).phases for each in phase.requirements]
    begins = [each for each in asked if len(each) > 40]
    at = next(n for n, each in enumerate(shown) if each.text.strip() == first_words(begins[0]))
    assert shown[at].text.startswith("  ") and shown[at].text[2] != " "
    assert shown[at + 1].text.startswith("    ") and shown[at + 1].text[4] != " "


def first_words(text: str) -> str:
    """As much of a thing of a list as has room in a line of forty."""
    return text[: text[:37].rindex(" ")]


def test_a_role_is_told_by_the_word_that_a_debrief_asks_for_it_with() -> None:
    """One of the same name says nothing of it."""
    page = plain_text(pathway_page(named("clee_part_time_facilitator")), 200)
    assert "CLEE staff, who is entered here as staff\n" in page
    assert "who is entered here as facilitator or co-facilitator\n" in page
    assert "  Apprentice\n" in page and "Staff: " not in page
