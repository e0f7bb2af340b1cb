"""The commands about pathways: list, show. They never import Textual."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.cli.named import file_at
from facilitui.cli.printing import PROBLEM, WELL, complain, say, terminal_width
from facilitui.core.errors import NotFound, Problem
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.told import pathway_told
from facilitui.core.safe_text import quoted
from facilitui.core.shelf import Shelf
from facilitui.core.suggesting import suggestion
from facilitui.reports.pathway_page import pathway_page
from facilitui.reports.plain_text import plain_text, wrapped
from facilitui.storage.paths import find_home

PAPER = 80
"""Characters in a line where it is printed on no terminal."""
_INDENT = "  "


def obey_pathway(options: argparse.Namespace) -> int:
    """Do what a command says; the code says how it went. Raises FacilituiError."""
    wiring = Wiring(find_home(options.home))
    try:
        doing = list_all(wiring) if options.action == "list" else show(wiring, options.pathway)
        return asyncio.run(doing)
    finally:
        wiring.close()


async def list_all(wiring: Wiring) -> int:
    """Each pathway of the shelf; what is wrong with files of pathways, to standard error."""
    shelf = await wiring.planning.shelf()
    for id, pathway in shelf.pathways.items():
        say(id)
        _say_below(pathway.name)
        _say_below(pathway_told(pathway, own=id in shelf.own_pathways))
    return _ended(shelf.pathway_problems)


async def show(wiring: Wiring, told: str) -> int:
    """One pathway by its id, or as a file from anywhere; and what is wrong with a file of its id.

    Raises InputProblems or NotFound.
    """
    shelf = await wiring.planning.shelf()
    wrong = [each for each in shelf.pathway_problems if Path(each.file).stem == told]
    if pathway := shelf.pathways.get(told) or await _at(wiring, told):
        say(plain_text(pathway_page(pathway), terminal_width() or PAPER).rstrip("\n"))
    elif not wrong:
        raise NotFound(_nothing(told, shelf))
    return _ended(wrong)


async def _at(wiring: Wiring, told: str) -> Pathway | None:
    path = file_at(told)
    return await wiring.library.pathway_at(path) if path is not None else None


def _nothing(told: str, shelf: Shelf) -> str:
    within = [id for id in shelf.pathways if told.lower() in id]
    meant = suggestion(within[0] if len(within) == 1 else told, shelf.pathways)
    return f"there is no pathway {quoted(told)}" + (
        meant or "; name a file, or one that facilitui pathway list shows"
    )


def _say_below(text: str) -> None:
    for each in wrapped(text, (terminal_width() or PAPER) - len(_INDENT)):
        say(f"{_INDENT}{each}")


def _ended(problems: tuple[Problem, ...] | list[Problem]) -> int:
    for problem in problems:
        complain(str(problem))
    return PROBLEM if problems else WELL
