"""What forms say of a change, and what a change leaves alone."""

from __future__ import annotations

from facilitui.services.forms import applied
from tests.core.making import HOSTILE, good_plan
from tests.services.forms.filling import form, values
from tests.services.forms.test_every_form import FULL


def test_undo_names_what_was_changed() -> None:
    """A field or two of something, a short value with its figures; more are only the thing."""

    def what(place: str, **typed: str) -> str:
        opened = form(good_plan(), place)
        return opened.what(values(opened, **typed))

    assert what("block work", minutes="40") == "minutes of Work 35 → 40"
    assert what("block work", lead="Ana", say="Look") == "lead and what to say of Work"
    assert what("block work", lead="Ana", say="Look", show="x") == "Work"
    assert what("block work") == "Work"
    assert what("goal G1", text="new") == "words of goal G1"
    assert what("about", purpose="x" * 200) == "purpose of the session"
    assert what("about", title=HOSTILE) == "title of the session"
    assert what("audience", count="12") == "number of the audience 9 → 12"
    assert what("norms", own="a") == "our own"


def test_what_was_not_typed_is_kept_by_identity() -> None:
    """So whatever is worked out for it need not be worked out again."""
    opened = form(FULL, "block a")
    plan, _ = applied(opened, FULL, values(opened, title="other"))
    assert plan.blocks[0].title == "other"
    assert all(one is other for one, other in zip(plan.blocks[1:], FULL.blocks[1:], strict=True))
    assert plan.goals is FULL.goals and plan.audience is FULL.audience
