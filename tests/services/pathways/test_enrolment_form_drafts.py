"""What is typed into the forms of an enrolment: a draft for each, and what was saved meanwhile."""

from __future__ import annotations

import pytest

from facilitui.core.errors import SavedMeanwhile
from facilitui.core.pathways.form_drafts import form_draft
from tests.services.pathways.enrolment_home import EnrolmentHome, fill, rubric
from tests.services.pathways.test_enrolment_forms import GATE


async def test_what_a_kill_left_of_an_entered_phase_is_no_draft() -> None:
    """Once it is entered, the same said again is nothing new."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    made = await home.desk.phase(entry, "apprentice")
    fill(made, why="so they said")
    await made.keep()
    left = dict(home.drafts.kept)
    assert await made.save()
    home.drafts.kept.update(left)
    again = await home.desk.phase(entry, "apprentice")
    assert not again.half and not home.drafts.kept
    assert not await again.save() and len(home.said(entry).entered) == 2


async def test_each_form_has_a_draft_of_its_own() -> None:
    """What is typed in one is in no other, and each is found again by what it is kept as."""
    home = EnrolmentHome()
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled()
    typed = {
        f"{entry}": ("name", await home.desk.details(entry)),
        f"{entry}-areas": ("source", await home.desk.areas(entry)),
        f"{entry}-rule-{GATE}": ("source", await home.desk.rule(entry, GATE)),
        f"{entry}-phase-apprentice": ("why", await home.desk.phase(entry, "apprentice")),
        f"{entry}-aside-acceptance": ("why", await home.desk.aside(entry, "acceptance")),
        f"{entry}-closing": ("note", await home.desk.closing(entry)),
    }
    for draft, (key, made) in typed.items():
        fill(made, **{key: f"[x] {draft}"})
        await made.keep()
    assert home.drafts.kept.keys() == typed.keys()
    home.start_again()
    for draft, (key, _) in typed.items():
        found = form_draft(draft)
        assert found is not None and found.name == draft
        made = await home.desk.form(found)
        assert made.entry == entry and made.half == {key: f"[x] {draft}"}
        await made.throw_away()
    assert not home.drafts.kept and len(home.revisions(entry)) == 1


async def test_a_form_goes_over_what_was_saved_meanwhile() -> None:
    """The second saving keeps what the other one said."""
    home = EnrolmentHome()
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled()
    made = await home.desk.areas(entry)
    fill(made, areas="asking", source="staff")
    other = await home.desk.details(entry)
    fill(other, name="Ana R.", reason="so")
    assert await other.save()
    with pytest.raises(SavedMeanwhile):
        await made.save()
    assert await made.save()
    said = home.said(entry)
    assert said.name == "Ana R." and said.areas[-1].areas == ("asking",)
