"""The commands about pathways: list, show; those about enrolments are handed on."""

from __future__ import annotations

import argparse
import asyncio

from facilitui.bootstrap import Wiring
from facilitui.cli.named import file_at, is_path
from facilitui.cli.printing import PROBLEM, WELL, complain, say, terminal_width
from facilitui.core.errors import NotFound, Problem
from facilitui.core.library.shelf import Shelf
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirement_words import pathway_told
from facilitui.core.safe_text import quoted
from facilitui.core.suggesting import suggestion
from facilitui.reports.pathway_page import pathway_page
from facilitui.reports.plain_text import plain_text, wrapped
from facilitui.storage.paths import find_home

PAPER = 80
"""Characters in a line where it is printed on no terminal."""
NAME_ONE = "; name one that facilitui pathway list shows"
NAME_FILE = "; name a file, or one that facilitui pathway list shows"
_INDENT = "  "


def obey_pathway(options: argparse.Namespace) -> int:
    """Do what a command says; the code says how it went. Raises FacilituiError."""
    wiring = Wiring(find_home(options.home))
    try:
        return asyncio.run(_obey(wiring, options))
    finally:
        wiring.close()


async def _obey(wiring: Wiring, options: argparse.Namespace) -> int:
    if options.action == "list":
        return await list_all(wiring)
    if options.action == "show":
        return await show(wiring, options.pathway)
    from facilitui.cli.enrolments import obey_enrolment

    return await obey_enrolment(wiring, options)


async def list_all(wiring: Wiring) -> int:
    """Each pathway of the shelf; to standard error what is wrong with files of pathways, and of the
    journal, where those who are enrolled in them stand."""
    shelf = await wiring.planning.shelf()
    for id, pathway in shelf.pathways.items():
        say(id)
        say_below(pathway.name)
        say_below(pathway_told(pathway, own=id in shelf.own_pathways))
    return ended((*shelf.pathway_problems, *(await wiring.progressing.found()).problems))


async def show(wiring: Wiring, told: str) -> int:
    """One pathway by its id, or as a file from anywhere; and what is wrong with a file of its id.

    Raises InputProblems or NotFound.
    """
    shelf = await wiring.planning.shelf()
    wrong = shelf.problems_of_pathway(told)
    if pathway := shelf.pathways.get(told) or await _at(wiring, told):
        say(plain_text(pathway_page(pathway), terminal_width() or PAPER).rstrip("\n"))
    elif not wrong and is_path(told):
        raise NotFound(f"there is no file {quoted(told)}; name one that is there")
    elif not wrong:
        raise NotFound(no_pathway(told, shelf, NAME_FILE))
    return ended(wrong)


async def _at(wiring: Wiring, told: str) -> Pathway | None:
    path = file_at(told)
    return await wiring.library.pathway_at(path) if path is not None else None


def no_pathway(told: str, shelf: Shelf, otherwise: str = NAME_ONE) -> str:
    """That there is none of that id, or that its file cannot be read, and what to do then."""
    if shelf.problems_of_pathway(told):
        return f"the file of the pathway {quoted(told)} cannot be read; `facilitui check` tells why"
    within = [id for id in shelf.pathways if told.lower() in id]
    meant = suggestion(within[0] if len(within) == 1 else told, shelf.pathways)
    return f"there is no pathway {quoted(told)}{meant or otherwise}"


def say_below(text: str) -> None:
    """Print what belongs to the line above, in lines of whole words."""
    for each in wrapped(text, (terminal_width() or PAPER) - len(_INDENT)):
        say(f"{_INDENT}{each}")


def ended(problems: tuple[Problem, ...]) -> int:
    """The code that a command ends with, once its problems are told."""
    for problem in problems:
        complain(str(problem))
    return PROBLEM if problems else WELL
