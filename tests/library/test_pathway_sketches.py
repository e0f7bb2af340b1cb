"""The sketches of three more programmes hold the numbers that these print, and none besides."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import CredentialOf, Deadline, Log
from tests.library.pathways import asked, card, counts, named, points, rows


@pytest.fixture
def codeorg() -> Pathway:
    return named("codeorg_facilitator_development")


@pytest.fixture
def framework() -> Pathway:
    return named("professional_learning_framework")


@pytest.fixture
def nea() -> Pathway:
    return named("nea_micro_credential_plc")


def test_the_numbers_of_codeorg(codeorg: Pathway) -> None:
    """Ledger B: 4 duties, 4 competencies, 5 focus areas, 7 further benefits, its day, 1 country."""
    duties = {f"B-{n:02}" for n in range(5, 9)}
    taking_part = [each for each in codeorg.phases[1].requirements if duties & set(rows(each.row))]
    assert len(taking_part) == 4
    assert [len(each.practices) for each in codeorg.domains] == [4]
    area = asked(codeorg, "focus_area")
    assert isinstance(area, Log) and len(area.fields[0].choices) == 5
    assert counts(codeorg) == {"focus_area": (1, None)}
    further = {row for each in codeorg.cards for row in each.rows if each.id.startswith("benefit")}
    credentials = [each for each in codeorg.requirements if isinstance(each, CredentialOf)]
    further |= {row for each in credentials for row in rows(each.row)} - {"B-34"}
    assert further == {f"B-{n}" for n in range(18, 25)}
    (deadline,) = (each for each in codeorg.requirements if isinstance(each, Deadline))
    assert (deadline.on, deadline.months) == (date(2016, 2, 15), 12)
    assert "example" in deadline.text.lower() and "2016" in deadline.text
    assert "United States" in card(codeorg, "where_and_when").text


def test_the_numbers_of_the_framework(framework: Pathway) -> None:
    """Ledger C: 5 domains, 21 practices, 4 planning questions, 4 names of roles."""
    assert [len(each.practices) for each in framework.domains] == [2, 5, 6, 4, 4]
    assert sum(len(each.practices) for each in framework.domains) == 21
    (questions,) = framework.documents
    assert [each.id for each in questions.parts] == ["audience", "goals", "actions", "evidence"]
    assert len(framework.roles) == 4
    assert counts(framework) == {} and "draft" in framework.note.lower()


def test_the_timeline_of_nea(nea: Pathway) -> None:
    """Ledger E: 33 items, 4 before the launch and then 3, 4, 3, 5, 3, 4, 2 and 5."""
    timeline, tasks = nea.checklists
    weeks = [each.week for each in timeline.items]
    assert len(weeks) == 33
    assert [weeks.count(week) for week in range(9)] == [4, 3, 4, 3, 5, 3, 4, 2, 5]
    assert weeks == sorted(week for week in weeks if week is not None)
    assert len(tasks.items) == 10


def test_the_other_numbers_of_nea(nea: Pathway) -> None:
    """Ledger E: stacks, traits, models, tips, strategies, celebrations, and its documents."""
    listed = {each.id: points(nea, each.id) for each in nea.cards if points(nea, each.id)}
    assert listed == {
        "what_it_is": 5,
        "what_it_is_not": 5,
        "model_basic": 4,
        "model_standard": 5,
        "model_ultimate": 5,
        "tips_choosing": 7,
        "tips_studying": 4,
        "tips_preparing": 6,
        "tips_resubmitting": 3,
        "asynchronous": 4,
        "synchronous": 9,
        "virtual": 7,
        "stacks": 21,
    }
    model, celebration = asked(nea, "support_model"), asked(nea, "celebration")
    assert isinstance(model, Log) and len(model.fields[0].choices) == 7
    assert len([each for each in nea.cards if each.id.startswith("model_")]) == 7
    assert isinstance(celebration, Log) and len(celebration.fields[0].choices) == 9
    assert {each.id: len(each.parts) for each in nea.documents} == {
        "portfolio": 3,
        "micro_credential": 5,
        "survey": 3,
        "leader_report": 3,
        "debrief": 3,
    }
    assert all(part.words is None for each in nea.documents for part in each.parts)
    assert counts(nea) == {}
    load_told = card(nea, "size_and_load").text
    assert all(told in load_told for told in ("at least 15", "one or two hours", "six to eight"))
    assert "24 hours" in asked(nea, "messages").text
    assert "week or two" in card(nea, "tips_choosing").text
    assert "One or two office hours" in card(nea, "model_basic").text
