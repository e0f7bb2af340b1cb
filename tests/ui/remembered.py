"""What one application would work out anew after the other, remembered; what is never asked, not.

This too is done in places of Textual, which `test_stillness` knows.
"""

from __future__ import annotations

from typing import Any

import textual.strip
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tests.parsed_sheets import parse_rules_once
from tests.ui.stillness import put

_parse = Stylesheet.parse
_by_name: Any = Stylesheet.rules_map
_sheets: dict[Any, tuple[list[RuleSet], dict[str, list[RuleSet]]]] = {}


def _parse_once(sheet: Stylesheet) -> None:
    """All rules of a style sheet together, as they were found when another had the same sources."""
    key = (frozenset(sheet._variables.items()), *sheet.source.items())
    if key not in _sheets:
        _parse(sheet)
        assert sheet._rules is not None
        _sheets[key] = sheet._rules, _by_name.fget(sheet)
    sheet._rules, sheet._rules_map = _sheets[key]
    sheet._require_parse = False


def _rules_by_name(sheet: Stylesheet) -> dict[str, list[RuleSet]]:
    """The rules by what they are for, known as soon as the rules themselves are."""
    if sheet._rules_map is None:
        sheet.parse()
    assert sheet._rules_map is not None
    return sheet._rules_map


put(RuleSet, "__hash__", object.__hash__)  # the same one, without a call of its own
put(Stylesheet, "_parse_rules", parse_rules_once)
put(Stylesheet, "parse", _parse_once)
put(Stylesheet, "rules_map", property(_rules_by_name))


class Forgetful:
    """Takes the place of the seven caches that each strip makes and a test hardly asks again."""

    def get(self, _key: object) -> None:
        """Nothing is known."""

    def __setitem__(self, _key: object, _value: object) -> None:
        """Nothing is kept."""


_forgetful = Forgetful()
put(textual.strip, "FIFOCache", lambda maxsize: _forgetful)
