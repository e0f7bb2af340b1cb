"""What the command line understands of pathways."""

from __future__ import annotations

import argparse

_ENROLMENT = "its id, the beginning of it, or what it is called"


def add_actions(pathway: argparse.ArgumentParser) -> None:
    """Everything that can follow `pathway`."""
    actions = pathway.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", help="all that are there, shipped or your own")
    show = actions.add_parser("show", help="what one asks for, phase by phase")
    show.add_argument("pathway", metavar="ID|FILE", help="its id, or a pathway's file")
    _enrol(actions.add_parser("enrol", help="begin one, for a person or a group"))
    _progress(actions.add_parser("progress", help="where enrolments stand, and what is next"))
    _move(
        actions.add_parser(
            "move",
            help="what a pathway's changed file would change, and moving to it",
            description="Prints what would be otherwise for an enrolment under the pathway's file "
            "as it is now. Nothing is changed without --yes; all that was logged stays with it.",
        )
    )
    _document(
        actions.add_parser(
            "document",
            help="an evidence summary, a card, a document or check-ins",
            description="Prints a document of an enrolment, its evidence summary where none is "
            "named. Of a pathway, it prints the empty card or document, to be written on.",
        )
    )


def _enrol(enrol: argparse.ArgumentParser) -> None:
    enrol.add_argument("pathway", metavar="PATHWAY", help="the pathway's id")
    enrol.add_argument("--name", required=True, help="the person's or the group's")
    enrol.add_argument("--from", dest="since", metavar="DAY", help="since when; else today")
    enrol.add_argument(
        "--school",
        dest="schools",
        action="append",
        default=[],
        metavar="NAME",
        help="a school that a group works for; once for each",
    )


def _progress(progress: argparse.ArgumentParser) -> None:
    progress.add_argument("enrolment", nargs="?", default="", metavar="ENROLMENT", help=_ENROLMENT)
    progress.add_argument("--all", action="store_true", help="also those that are closed")


def _move(move: argparse.ArgumentParser) -> None:
    move.add_argument("enrolment", metavar="ENROLMENT", help=_ENROLMENT)
    move.add_argument("--yes", action="store_true", help="move to it")


def _document(document: argparse.ArgumentParser) -> None:
    about = f"{_ENROLMENT}; or a pathway's id"
    document.add_argument("enrolment", metavar="ENROLMENT|PATHWAY", help=about)
    document.add_argument(
        "which",
        nargs="?",
        default="",
        metavar="WHICH",
        help="summary, card, card-1, check-ins, or the id of a document of the pathway",
    )
    forms = ("md", "html", "ics")
    document.add_argument("--format", choices=forms, help="else md, and ics for check-ins")
    document.add_argument("-o", dest="output", metavar="OUT", help="a file; else standard output")
    document.add_argument("--force", action="store_true", help="replace OUT where it is there")
