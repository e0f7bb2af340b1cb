"""What the command line understands of pathways."""

from __future__ import annotations

import argparse


def add_actions(pathway: argparse.ArgumentParser) -> None:
    """Everything that can follow `pathway`."""
    actions = pathway.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", help="all that are there, shipped or your own")
    show = actions.add_parser("show", help="what one asks for, phase by phase")
    show.add_argument("pathway", metavar="ID|FILE", help="its id, or a pathway's file")
