"""What is asked of the application takes its fields as a dataclass does."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.messages.asked import Asked
from facilitui.messages.going import ReplayRequested


class Wanted(Asked):
    """Something."""

    what: str
    many: int = 1


class WantedSoon(Wanted):
    """Something, soon."""

    soon: bool = True


def test_fields_come_in_their_order_or_by_name_and_may_be_left_out() -> None:
    """Those of what it stands on come first."""
    assert Wanted("a", 2) == Wanted(many=2, what="a") != Wanted("a") == Wanted("a", 1)
    assert WantedSoon("a") != Wanted("a") and "what='a'" in repr(Wanted("a"))
    last = WantedSoon("a", 3, False)
    assert (last.what, last.many, last.soon) == ("a", 3, False)


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((), {"many": 2}), (("a",), {"what": "a"}), (("a",), {"who": 1}), (("a", 1, 2), {})],
)
def test_a_wrong_field_is_refused(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Missing, given twice, unknown, or one too many."""
    with pytest.raises(TypeError, match="Wanted"):
        Wanted(*given, **named)


def test_it_is_a_message() -> None:
    """Textual hands it on by its name, and it can be stopped."""
    asked = ReplayRequested("s1")
    assert asked.handler_name == "on_replay_requested" and asked.at == 0
    assert not asked.stop()._forwarded
