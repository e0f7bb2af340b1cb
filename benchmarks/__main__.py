"""`make bench`: measure, print one table, keep it as JSON, and say what is over its bound."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from benchmarks.changes import changes
from benchmarks.figures import Figure, table
from benchmarks.homes import Homes
from benchmarks.idle import idle
from benchmarks.journal import journal
from benchmarks.keys import keys
from benchmarks.live import live
from benchmarks.planning import planning, shelf
from benchmarks.starts import commands, start
from benchmarks.terminals import machine

RESULTS = Path("bench-results")
ROUNDS, QUICK = 31, 7
Measure = Callable[[Homes, int], Iterator[Figure]]
BENCHES: dict[str, tuple[Measure, int]] = {
    "start": (start, 1),
    "commands": (commands, 1),
    "changes": (changes, 3),
    "keys": (keys, 6),
    "planning": (planning, 6),
    "shelf": (shelf, 6),
    "journal": (journal, 3),
    "idle": (idle, 6),
    "live": (live, 6),
}
"""What is measured, and for how many rounds of a start it is measured once."""
FEWEST = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for; 1 if anything is over its bound."""
    options = _parser().parse_args(arguments)
    rounds = options.rounds or (QUICK if options.quick else ROUNDS)
    figures: list[Figure] = []
    homes = Homes()
    try:
        for name in options.names or BENCHES:
            measure, share = BENCHES[name]
            print(f"{name} ...", file=sys.stderr, flush=True)
            figures += measure(homes, max(FEWEST, rounds // share) if share > 1 else rounds)
    finally:
        homes.remove()
    print(f"{machine()}, {rounds} rounds of a start\n")
    print(table(figures))
    print(f"\nkept in {_kept(figures, rounds)}")
    over = [each for each in figures if each.failed]
    for each in over:
        print(f"over its bound: {each.name} ({each.statistic}): `{each.command}`")
    return 1 if over else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Time facilitui in a real terminal against the bounds of its design.",
        epilog="A bound is failed only where the low end of the 95 % interval passes it.",
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", type=_known, help=f"{', '.join(BENCHES)}; all without"
    )
    rounds = partial(_at_least, 2)
    parser.add_argument("--rounds", type=rounds, metavar="N", help=f"of starts ({ROUNDS})")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} rounds: a first look")
    return parser


def _known(name: str) -> str:
    if name not in BENCHES:
        raise argparse.ArgumentTypeError(f"there is no {name}; there are {', '.join(BENCHES)}")
    return name


def _at_least(least: int, text: str) -> int:
    if not text.isdecimal() or int(text) < least:
        raise argparse.ArgumentTypeError(f"is a number from {least} on")
    return int(text)


def _kept(figures: Sequence[Figure], rounds: int) -> Path:
    RESULTS.mkdir(exist_ok=True)
    now = datetime.now().astimezone()
    path = RESULTS / f"{now:%Y-%m-%d-%H%M%S}.json"
    told = {
        "at": now.isoformat(timespec="seconds"),
        "machine": machine(),
        "rounds": rounds,
        "figures": [each.as_json() for each in figures],
    }
    path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main())
