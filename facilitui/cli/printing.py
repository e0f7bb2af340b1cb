"""What the commands print, as text that a terminal shows and never obeys, and how they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from shutil import get_terminal_size
from typing import TextIO
from weakref import WeakSet

from facilitui.core import safe_text
from facilitui.core.errors import FacilituiError, InputProblems

WELL, PROBLEM, WRONG_USAGE, CRASHED = 0, 1, 2, 70
"""The codes that a program ends with."""
NARROWEST = 40
"""Characters that lines are given on a terminal that is narrower still."""
_UNREAD: WeakSet[TextIO] = WeakSet()
"""Standard output whose reader saw enough."""


class NotPrinted(Exception):
    """Standard output does not take what is printed; its text says why, where it is to be told."""


def say(text: str = "") -> None:
    """Print what was asked for, as far as the terminal has signs for it. Raises NotPrinted."""
    with _standard_output() as out:
        shown = safe_text.lines(text).encode(out.encoding, "backslashreplace")
        print(shown.decode(out.encoding), file=out)


def terminal_width() -> int | None:
    """How wide the terminal is that it is printed on; None where it is no terminal."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return max(NARROWEST, get_terminal_size().columns)


def hand_out(document: bytes) -> None:
    """Print a document as it is. Raises NotPrinted."""
    with _standard_output() as out:
        out.flush()
        out.buffer.write(document)
        out.buffer.flush()


def finish() -> None:
    """Have everything printed. Raises NotPrinted."""
    if sys.stdout is not None:
        with _standard_output() as out:
            out.flush()


def complain(text: str) -> None:
    """Print a problem, where there is anybody to read it."""
    if sys.stderr is not None:  # print would take standard output in its place
        try:
            print(safe_text.lines(text), file=sys.stderr)
        except OSError:
            _let_go(sys.stderr)


def note(text: str) -> None:
    """Tell something about what was done, beside what was asked for, unless nobody reads that."""
    if text and sys.stdout not in _UNREAD:
        complain(_by_program(text))


def explain(error: FacilituiError) -> None:
    """Print why something could not be done; files that are wrong are named a line each."""
    if isinstance(error, InputProblems):
        complain(str(error))
    else:
        complain(_by_program(str(error)))


def print_no_more(why: NotPrinted) -> None:
    """Say why not all was printed, and print no more."""
    if sys.stdout is not None:
        _let_go(sys.stdout)
    note(str(why))


def _by_program(text: str) -> str:
    return f"facilitui: {safe_text.line(text)}"


def _let_go(stream: TextIO) -> None:
    """What a stream did not take goes nowhere, so that it does not fail again as Python ends."""
    with suppress(OSError):
        number = stream.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """Where to print to. Raises NotPrinted.

    A program that is started with it closed has none. Where its reader saw enough, as `| head`
    does, what is still printed goes nowhere: how much its reader took is chance, and the code that
    a command ends with is none.
    """
    if sys.stdout is None:
        raise NotPrinted("nothing can be printed, standard output is closed; leave it open")
    try:
        yield sys.stdout
    except BrokenPipeError:
        _UNREAD.add(sys.stdout)
        _let_go(sys.stdout)
    except OSError as error:
        from facilitui.storage.disk import reason

        told = f"not all of it was printed, {reason(error)}; send it where there is room for it"
        raise NotPrinted(told) from error
