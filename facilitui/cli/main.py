"""The command line. Only commands that open a screen import Textual."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from facilitui import __version__
from facilitui.cli import pathway_parser
from facilitui.cli.journal_parser import add_actions
from facilitui.cli.printing import (
    PROBLEM,
    WRONG_USAGE,
    NotPrinted,
    explain,
    finish,
    note,
    print_no_more,
)
from facilitui.core.errors import FacilituiError
from facilitui.core.reports.report_reader import Reader

ABOUT_PLANS = ("show", "export", "import")
"""Commands as the first word after `plan`; a file so named is `./show`."""

NAMES_NOTHING = "an argument is empty and names nothing; name what it stands for, or leave it out"
MOST_SESSIONS = 24
"""Half a year of weeks; more would show no other trends."""
_WATCHING = {
    "follow": "follow a running session on another terminal, read only",
    "room": "show the room's view of a running session, for a projector",
}


def parser() -> argparse.ArgumentParser:
    """Everything the command line understands."""
    top = argparse.ArgumentParser(
        prog="facilitui",
        description="Plan, run and debrief facilitated learning sessions in a terminal.",
        epilog="Without a command it opens Home. Nothing leaves this machine.",
    )
    top.add_argument("--home", metavar="DIR", help="the folder that holds everything")
    top.add_argument("--version", action="version", version=f"facilitui {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    plan = commands.add_parser(
        "plan",
        help="open a plan, or begin one",
        epilog="`plan show`, `plan export` and `plan import` print; each has its own --help.",
    )
    plan.add_argument("file", nargs="?", metavar="FILE", help="a plan's file or its name")
    _plan_parsers(commands)
    run = commands.add_parser("run", help="run a plan")
    run.add_argument("file", metavar="FILE", help="a plan's file or its name")
    for name, told in _WATCHING.items():
        watching = commands.add_parser(name, help=told)
        watching.add_argument(
            "session", nargs="?", default="", metavar="ID", help="else the one that is running"
        )
    brief = commands.add_parser("brief", help="print what taking a session over needs now")
    brief.add_argument(
        "session", nargs="?", default="", metavar="ID", help="else the newest that lies open"
    )
    _output(brief)
    _report_parser(commands)
    _feedback_parser(commands.add_parser("feedback", help="take in what participants said"))
    pathway_help = "what certifications and programmes ask for"
    pathway_parser.add_actions(commands.add_parser("pathway", help=pathway_help))
    replay = commands.add_parser("replay", help="go through a session again, moment by moment")
    replay.add_argument(
        "session", nargs="?", default="", metavar="ID", help="else the last one that ended"
    )
    review = commands.add_parser(
        "review",
        help="read an apprentice's exported journal, and answer their questions",
        description="Opens another person's journal read only: nothing is written to the file or "
        "into your own journal. Your answers are kept beside it, and x writes them into a file to "
        "send back.",
    )
    review.add_argument(
        "file", metavar="FILE", help="what their `journal export` or `journal backup` wrote"
    )
    check = commands.add_parser("check", help="check plans, protocols and other data files")
    check.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; all without")
    demo = commands.add_parser(
        "demo",
        help="go through a whole session without a screen",
        description="Goes through a whole session without a screen, in a new folder, so that "
        "nothing of it comes into your own journal; in another one with facilitui --home FOLDER "
        "demo.",
    )
    demo.add_argument(
        "--speed", type=_speed, default=0.0, metavar="N", help="pace it at N times real time"
    )
    what = demo.add_mutually_exclusive_group()
    what.add_argument(
        "--sessions",
        type=_sessions,
        default=1,
        metavar="N",
        help="as many, a week apart, each another way; the last one is told in full",
    )
    what.add_argument(
        "--pathway",
        choices=("candidate", "community"),
        help="instead, a whole way through a pathway: a candidate through three phases, stopped "
        "at each gate that is not met, or a community of practice through three cycles",
    )
    journal_help = "list, read, search, hand over, verify, back up"
    add_actions(commands.add_parser("journal", help=journal_help))
    return top


def _plan_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    show = commands.add_parser("plan show", help="print a plan: agenda, alignment, checks")
    export = commands.add_parser("plan export", help="make a document or a calendar entry of it")
    take = commands.add_parser("plan import", help="make a plan of a Markdown or CSV agenda")
    for each in (show, export):
        each.add_argument("file", metavar="FILE", help="a plan's file or its name")
    export.add_argument("--format", choices=("md", "html", "ics"), required=True)
    export.add_argument(
        "--for",
        dest="reader",
        choices=("participants", "facilitator"),
        default="participants",
        help="who reads it; participants without",
    )
    _output(export)
    take.add_argument("file", metavar="FILE", help="a Markdown, text or CSV file")
    take.add_argument("--preview", action="store_true", help="only show how it would be taken")


def _report_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    report = commands.add_parser("report", help="report on sessions for one kind of reader")
    report.add_argument("sessions", nargs="*", metavar="ID", help="else the last one debriefed")
    report.add_argument(
        "--for", dest="reader", choices=[each.value for each in Reader], required=True
    )
    report.add_argument("--format", choices=("md", "html"), default="md")
    _output(report)


def _feedback_parser(feedback: argparse.ArgumentParser) -> None:
    actions = feedback.add_subparsers(dest="action", metavar="ACTION", required=True)
    take = actions.add_parser("import", help="take in the answers to a form")
    take.add_argument("session", metavar="SESSION", help="the session's id")
    take.add_argument("file", metavar="FILE", help="a CSV file, as form tools export it")
    take.epilog = "Scales, goals and readings are chosen on the screen and remembered."
    take.add_argument(
        "--came", type=_people, metavar="N", help="how many came; else as was counted"
    )
    take.add_argument("--dry-run", action="store_true", help="only show how it would be taken")
    take.add_argument(
        "--anyway", action="store_true", help="though more than came answered, or too early"
    )
    again = take.add_mutually_exclusive_group()
    again.add_argument("--replace", action="store_true", help="in place of the answers before")
    again.add_argument("--new", action="store_true", help="only those that were not taken before")
    again.add_argument("--beside", action="store_true", help="as answers of their own, all of them")


def _output(making: argparse.ArgumentParser) -> None:
    """Where a document goes."""
    making.add_argument("-o", dest="output", metavar="OUT", help="a file; else standard output")
    making.add_argument("--force", action="store_true", help="replace OUT where it is there")


def _joined(arguments: Sequence[str]) -> list[str]:
    """The arguments with `plan` and a command after it as one word."""
    given = list(arguments)
    at = 0
    while at < len(given) and given[at].startswith("--"):
        at += 2 if given[at].startswith("--ho") and "=" not in given[at] else 1
    if given[at : at + 1] == ["plan"] and given[at + 1 : at + 2] and given[at + 1] in ABOUT_PLANS:
        given[at : at + 2] = [f"plan {given[at + 1]}"]
    return given


def _people(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise argparse.ArgumentTypeError("is a whole number, such as 12")
    return int(text)


def _sessions(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 3 and 0 < int(text) <= MOST_SESSIONS):
        raise argparse.ArgumentTypeError(f"is a whole number from 1 to {MOST_SESSIONS}")
    return int(text)


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = -1.0
    if not 0 < speed <= 1_000_000:
        raise argparse.ArgumentTypeError("is a number above 0, such as 60")
    return speed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and say with what code to end."""
    try:
        try:
            return _run(arguments)
        finally:
            finish()
    except NotPrinted as why:
        print_no_more(why)
        return PROBLEM


def _run(arguments: Sequence[str] | None) -> int:
    given = _joined(sys.argv[1:] if arguments is None else arguments)
    if any(not each.removeprefix("--home=").strip() for each in given):
        note(NAMES_NOTHING)
        return WRONG_USAGE
    options = parser().parse_args(given)
    try:
        if options.command in (None, "plan", "run", "replay", "review", *_WATCHING):
            from facilitui.cli.screens import open_screen

            return open_screen(options)
        if options.command.startswith("plan "):
            from facilitui.cli.plan import obey_plan

            return obey_plan(options)
        if options.command == "feedback":
            from facilitui.cli.feedback import take_feedback

            return take_feedback(options)
        if options.command == "report":
            from facilitui.cli.report import report

            return report(options)
        if options.command == "pathway":
            from facilitui.cli.pathway import obey_pathway

            return obey_pathway(options)
        if options.command == "journal":
            from facilitui.cli.journal import obey_journal

            return obey_journal(options)
        from facilitui.cli.commands import obey

        return obey(options)
    except FacilituiError as error:
        explain(error)
    return PROBLEM
