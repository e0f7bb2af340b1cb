"""Forms over the Plan screen: where they open, what they leave alone, what undo calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.plans.plan_parts import Asked, Comfort
from facilitui.core.vocabulary import BlockKind
from facilitui.screens.plan.agenda import AgendaList
from facilitui.screens.plan.places import Places
from facilitui.widgets.form_choices import ChoiceList
from tests.core.making import good_plan
from tests.ui.driving import FARTHEST, HOSTILE, Driven
from tests.ui.planning import desk, planned, screen_of


def here(app: Driven) -> str:
    """The field that has the keys."""
    focused = app.app.screen.focused
    assert focused is not None and focused.id is not None
    return focused.id.removeprefix("field-")


def places(app: Driven) -> Places:
    """What opens forms."""
    return screen_of(app)._places


async def test_every_row_opens_its_form_at_its_own_field(home: Path) -> None:
    """With the keys at the end of what stands there, so that the first one costs nothing."""
    plan = good_plan(zone="", purpose="to look")
    async with planned(home, plan, (80, 24)) as app:
        await app.press("tab")
        for row, field in (
            ("about#purpose", "purpose"),
            ("about", "title"),
            ("audience", "who"),
            ("audience#roles", "roles"),
            ("audience#comfort", "comfort"),
            ("goal G1", "text"),
            ("evidence E1", "text"),
            ("asked", "asked"),
        ):
            app.row_list("questions").mark(row)
            assert app.row_list("questions").marked == row
            await app.press("enter")
            assert here(app) == field, row
            editor = app.app.screen.query_one(f"#field-{field}")
            assert app.app.screen.query_one("#fields").region.contains_region(editor.region), row
            if field == "purpose":
                await app.press("x")
                assert desk(app).plan.purpose == "to look"
            await app.press("escape")
            assert desk(app).plan.purpose == "to lookx"


async def test_typing_draws_nothing_under_the_form(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan is drawn once it is seen again, however often its values were handed over."""
    drawn: list[str] = []
    show = AgendaList.show_plan

    def counted(self: AgendaList, mark: str = "", *, airy: bool) -> None:
        drawn.append(self._desk.plan.blocks[0].title)
        show(self, mark, airy=airy)

    async with planned(home) as app:
        await app.press("e")
        monkeypatch.setattr(AgendaList, "show_plan", counted)
        await app.write("!!")
        form = app.app.screen
        form._hand_over()  # type: ignore[attr-defined]
        await app.settle()
        assert drawn == [] and desk(app).plan.blocks[0].title == "Opening!!"
        await app.press("escape")
        assert drawn[0] == "Opening!!"


async def test_undo_says_which_field_of_what(home: Path) -> None:
    """Not the name of the form; typing into one is one change."""
    async with planned(home) as app:
        await app.press("e")
        await app.fill(minutes="12")
        await app.press("u")
        assert "undone: minutes of Opening 10 → 12" in app.notice
        await app.press("e")
        await app.fill(lead=HOSTILE[:40], say="Hello")
        await app.press("u")
        assert "undone: lead and what to say of Opening" in app.notice


async def test_every_kind_of_block_is_seen_before_one_is_chosen(home: Path) -> None:
    """The words unfold where the keys go; the arrows look, space and enter choose."""
    async with planned(home, size=(80, 24)) as app:
        await app.press("e", "tab", "tab", "tab")
        assert here(app) == "kind"
        text = app.text()
        assert all(kind.label in text for kind in BlockKind) and "(•) Opening" in text
        field = app.app.screen.query_one("#field-kind", ChoiceList)
        await app.press("right")
        assert field.value == "norms"
        await app.press("left")
        assert field.value == "opening"
        await app.press("down", "up", "right")
        assert field.value == "norms" and "(•) Norms" in app.text()
        await app.press("down", "enter")
        assert here(app) == "lead" and field.value not in {"norms", "opening"}
        assert "(•)" not in app.text()
        await app.press("escape")
        assert desk(app).plan.blocks[0].kind.value == field.value


async def test_the_arrows_leave_an_unfolded_choice_at_its_ends_only(home: Path) -> None:
    """And change nothing on their way."""
    async with planned(home, size=(60, 16)) as app:
        await app.press("e", "tab", "tab", "tab")
        field = app.app.screen.query_one("#field-kind", ChoiceList)
        for _ in range(field.size.height - 1):
            await app.press("down")
            assert here(app) == "kind"
        await app.press("down")
        assert here(app) == "lead" and field.value == "opening"


@pytest.mark.parametrize("size", FARTHEST)
async def test_audience_evidence_and_wishes_are_seen_at_every_size(
    home: Path, size: tuple[int, int]
) -> None:
    """Roles, comfort, when and who of evidence, what feedback asked for: rows of the questions."""
    plan = good_plan(zone="", asked=(Asked(text="more time"), Asked(text="tea", answer="yes")))
    audience = plan.audience.model_copy(
        update={"roles": ("teachers",), "comfort": (Comfort(item="recording"),)}
    )
    measure = plan.evidence[0].model_copy(update={"text": "cards", "when": "at the door"})
    plan = plan.model_copy(update={"audience": audience, "evidence": (measure,)})
    async with planned(home, plan, size) as app:
        await app.press("tab")
        for row, told in {
            "audience#roles": "teachers",
            "audience#comfort": "recording not said",
            "evidence E1": "at the door",
            "asked": "1 to answer",
        }.items():
            app.row_list("questions").mark(row)
            await app.settle()
            assert all(word in app.text() for word in told.split()), (row, app.text())
