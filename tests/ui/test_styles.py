"""Styles: what a class looks like comes along with it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.dom import DOMNode

import facilitui.screens
import facilitui.widgets


def _loaded() -> Iterator[type[DOMNode]]:
    """Every class of ours that is drawn."""
    for package in (facilitui.screens, facilitui.widgets):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    yield from _below(DOMNode)


def _below(base: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for each in base.__subclasses__():
        yield each
        yield from _below(each)


def _without_its_styles(drawn: type[DOMNode]) -> list[str]:
    """The classes of ours behind it whose styles Textual does not take.

    It follows the first base of each class alone.
    """
    taken = drawn._css_bases(drawn)
    return [
        each.__name__
        for each in drawn.__mro__
        if each.__module__.startswith("facilitui.")
        and each not in taken
        and any(vars(each).get(name) for name in ("DEFAULT_CSS", "CSS", "CSS_PATH"))
    ]


class _Plain(DOMNode):
    """A part without a look of its own."""


class _Styled(DOMNode):
    DEFAULT_CSS = "_Styled { height: 1; }"


def test_no_screen_loses_a_style_behind_another_base() -> None:
    lost = {each.__name__: _without_its_styles(each) for each in _loaded()}
    assert {name: found for name, found in lost.items() if found} == {}


@pytest.mark.parametrize("bases, lost", [((_Plain, _Styled), True), ((_Styled, _Plain), False)])
def test_the_first_base_alone_is_followed(
    bases: tuple[type[DOMNode], ...], lost: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_Styled, "__module__", "facilitui.tried")
    assert bool(_without_its_styles(type("Both", bases, {}))) is lost
