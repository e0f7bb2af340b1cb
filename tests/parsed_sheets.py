"""Style sheets, parsed once: the many applications of one process have the same, in few colours.

Textual remembers them for one application only, and of more than a screen or two not all.
"""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse_rules = Stylesheet._parse_rules
_rules: dict[Any, list[RuleSet]] = {}


def parse_rules_once(
    sheet: Stylesheet,
    css: str,
    read_from: tuple[str, str],
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    """A style sheet's rules, which are the same for every application with the same colours."""
    asked = (css, read_from, is_default_rules, tie_breaker, scope)
    key = (*asked, frozenset(sheet._variables.items()))
    if key not in _rules:
        _rules[key] = _parse_rules(sheet, *asked)
    return _rules[key]
