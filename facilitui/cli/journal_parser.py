"""What the command line understands of the journal."""

from __future__ import annotations

import argparse

FILTERS_TOLD = (
    "Filters such as role:peer,apprentice (either of them) and date:nov narrow it; all must hold. "
    "Dates are 2026, 2026-11, 2026-11-03, 2026-09..2026-11, >2026-09, 3 nov, today or last-month. "
    "A filter that there is not is answered with those that there are."
)


def add_actions(journal: argparse.ArgumentParser) -> None:
    """Everything that can follow `journal`."""
    actions = journal.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", help="all entries, newest first")
    show = actions.add_parser("show", help="one entry, as Markdown")
    show.add_argument("id", metavar="ID")
    search = actions.add_parser(
        "search", help="entries that have every word and filter, as role:apprentice wait"
    )
    search.add_argument("text", metavar="TEXT", nargs="+")
    search.epilog = FILTERS_TOLD
    _export_parser(actions.add_parser("export", help="everything, or what is found, as a document"))
    take = actions.add_parser(
        "import", help="take what another journal exported, or a month of this one that came back"
    )
    take.epilog = "The journal only grows: what was taken cannot be taken out again."
    take.add_argument(
        "file", metavar="FILE", help="JSON Lines, or a month, even torn; - is standard input"
    )
    take.add_argument("--preview", action="store_true", help="only say what would come of it")
    told = "also a file that has nothing to do with this journal: it is yours all the same"
    take.add_argument("--mine", action="store_true", help=told)
    take.add_argument("--purged-too", action="store_true", help="also what was purged here")
    trends = actions.add_parser("trends", help="what several sessions show, in sentences")
    trends.add_argument("--sessions", action="store_true", help="with what each session shows")
    actions.add_parser("verify", help="check that nothing was damaged, lost or changed")
    _whole_parsers(actions)
    _gone_parsers(actions)


def _export_parser(export: argparse.ArgumentParser) -> None:
    export.epilog = f"{FILTERS_TOLD} A slip is corrected by search, and refused by export."
    export.add_argument(
        "text", metavar="TEXT", nargs="*", help="only what has all of it; filters such as role: too"
    )
    export.add_argument("--format", choices=("json", "md"), default="json")
    export.add_argument("-o", dest="output", metavar="OUT", help="a file; else standard output")
    export.add_argument("--force", action="store_true", help="replace OUT where it is there")


def _whole_parsers(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """What is done with a whole home."""
    backup = actions.add_parser("backup", help="pack everything into one file")
    backup.add_argument("file", metavar="FILE", help="a zip file that is not there yet")
    backup.add_argument("--force", action="store_true", help="replace FILE where it is there")
    restore = actions.add_parser("restore", help="bring back what a backup has")
    restore.epilog = "Nothing is overwritten: what differs here is named and left as it is."
    restore.add_argument("file", metavar="FILE", help="a file that `journal backup` wrote")
    restore.add_argument(
        "--replace",
        action="store_true",
        help="take the backup's files where others are here, and keep those before in backups/",
    )


def _gone_parsers(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """What is to count no more, or to say nothing any more."""
    withdraw = actions.add_parser("withdraw", help="let an entry count no more, with a reason")
    withdraw.add_argument("id", metavar="ID")
    withdraw.add_argument("--reason", metavar="TEXT", help="why; it is kept with the entry")
    withdraw.add_argument("--back", action="store_true", help="let it count again")
    purge = actions.add_parser("purge", help="blank an entry or a session for good")
    purge.epilog = "It shows what goes and what stays, and asks for a word that it shows."
    purge.add_argument(
        "id",
        metavar="ID|SESSION|reviews/NAME",
        nargs="?",
        default="",
        help="none finishes one that was begun; reviews/NAME is all that you keep of a journal "
        "that you reviewed",
    )
    purge.add_argument("--yes-purge", dest="word", metavar="WORD", help="the word that it shows")
    states = purge.add_mutually_exclusive_group()
    told = "also the plan's earlier states, which go anyway where no other session used it"
    states.add_argument("--history", action="store_true", default=None, help=told)
    kept = "leave the plan's earlier states as they are"
    states.add_argument(
        "--keep-history", dest="history", action="store_false", default=None, help=kept
    )
    told = "also all files of the journal that cannot be read; without it they stay, and are named"
    purge.add_argument("--set-aside", action="store_true", help=told)
    told = (
        "of a roster: also take the whole names in it out of what was written elsewhere in the "
        "journal, and name what else may be one; of one that was purged already it asks for them"
    )
    purge.add_argument("--names", action="store_true", help=told)
    told = "all of them out of this entry, also first names and what may be a word; also of several"
    purge.add_argument("--names-in", metavar="ENTRY", action="append", default=[], help=told)
    told = "forget one that was begun, where nothing of it was done yet"
    purge.add_argument("--give-up", action="store_true", help=told)
