"""Questions that wait for an answer, each asked once however often its key is pressed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual.app import App

A = TypeVar("A", bound=App[Any])
P = ParamSpec("P")


def asked_once(
    ask: Callable[Concatenate[A, P], Coroutine[None, None, None]],
) -> Callable[Concatenate[A, P], None]:
    """A worker of the application that is not begun again while it waits for an answer."""
    name = ask.__name__

    @wraps(ask)
    def begin(app: A, /, *args: P.args, **kwargs: P.kwargs) -> None:
        if all(each.is_finished for each in app.workers if each.name == name):
            app.run_worker(ask(app, *args, **kwargs), name=name)

    return begin
