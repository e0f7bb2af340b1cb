"""A roster as rows: who takes part, school by school, and the roles that nobody has."""

from __future__ import annotations

from typing import NamedTuple

from facilitui import text as t
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.roster_board import RosterBoard, Together, role_told
from facilitui.core.pathways.words import Standing
from facilitui.widgets.pathway_words import GLYPHS
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.set_in_lines import key_table

LEFT = "has left"
MEMBER = "member "
"""How the key of a person's row begins, before the id."""
INDENT = 3
"""Behind a mark, as on every board."""
ROLE_FROM = 30
"""The column that a role begins in, where there is so much room."""


class NobodyTold(NamedTuple):
    """What is to be said where there is nobody."""

    first: str
    rest: str
    """What that means."""
    keys: tuple[tuple[str, str], ...] = ()
    """What can be done."""


def with_draft(told: NobodyTold, lines: int) -> NobodyTold:
    """The same where some lines were typed and not saved."""
    if not lines:
        return told
    waits = f"go on with what was typed and not saved: {t.plural(lines, 'line')}"
    return told._replace(keys=(("n", waits),))


EMPTY = NobodyTold(
    "Nobody is written down yet.",
    "What is logged names people by an id alone, so that the roster can be purged when the "
    "group's way is closed.",
    (("n", "write down who takes part, a line each: the name, the role and the school"),),
)
PURGED = NobodyTold(
    "The roster was purged.",
    "Names, roles and schools of those who took part are gone for good from here. What was logged "
    "about them stays, and what is asked of each of them cannot be told any more. A name that was "
    "typed into a text stands there still, unless it was taken out with the purge: search Journal "
    "for each that you know, and correct or purge what it finds. Papers hide such names no more.",
    (("n", "begin a new roster; nobody on it is anybody who was on the old one"),),
)
NOBODY_TO_PURGE = "Nobody is written down here: there is no name to purge."
NO_GROUP = NobodyTold("This is one person's way.", "A roster is kept for groups alone.")


def head_lines(enrolled: Enrolled | None, board: RosterBoard | None, width: int) -> t.Lines:
    """Whose roster it is, and how many are on it."""
    if enrolled is None:
        return [t.spread(t.strong("Roster"), t.soft("reading…"), width)]
    left = t.join(t.strong("Roster"), "   ", t.soft(enrolled.enrolment.name))
    if board is None or board.is_empty:
        return [t.fitted(left, width)]
    told = t.plural(board.here, "person", "people")
    gone = f", {board.left} {'has' if board.left == 1 else 'have'} left" if board.left else ""
    return [t.spread(left, t.soft(f"{told}{gone}"), width)]


def said_lines(told: NobodyTold, width: int) -> t.Lines:
    """What is to be said where there is nobody: a line, then what that means and what to do."""
    room = t.reading(width)
    keys = [t.BLANK, *key_table(told.keys, room)] if told.keys else []
    return [t.strong(told.first), t.BLANK, *t.wrapped(told.rest, room), *keys]


def notice_lines(told: str, width: int) -> t.Lines:
    """Something that is wrong, in its lines."""
    return t.labelled(t.accent("! "), t.wrapped(told, width - 2), 2) if told else []


def roster_rows(board: RosterBoard, pathway: Pathway, *, airy: bool) -> list[Row]:
    """School by school; then the roles that nobody has."""
    gap = [blank_row()] * (2 if airy else 1)
    rows: list[Row] = []
    for each in board.together:
        rows += [*(gap if rows else []), *_together_rows(each, pathway)]
    if board.open_roles:
        rows += [*gap, _headed("Roles that nobody has")]
        rows += [_open_role_row(role.id, role.name) for role in board.open_roles]
    if board.unnamed:
        told = f"{t.plural(board.unnamed, 'member')} named in the log not on this roster."
        rows += [*gap, _said_row(told)]
    return rows


def _together_rows(each: Together, pathway: Pathway) -> list[Row]:
    name = (each.school.name or each.school.id) if each.school else "No school, or not told"
    rows = [_member_row(member, pathway) for member in each.members]
    return [_headed(name), *(rows or [_said_row("Nobody is written down for it: n does.")])]


def _member_row(member: RosterMember, pathway: Pathway) -> Row:
    """A name with its role; whoever left is dimmed, and a word says so."""
    role = role_told(pathway, member.role) or "no role"

    def draw(width: int, marked: bool) -> t.Lines:
        style = t.soft if member.left else t.strong if marked else t.ink
        name = t.fitted(style(member.name), width - width // 3)
        side = max(min(ROLE_FROM, width * 2 // 5), name.cell_length + 2)
        left = t.soft(f", {LEFT}" if member.left else "")
        told = t.fitted(t.soft(role), width - side - left.cell_length)
        return [t.fitted(t.join(t.padded(name, side), told, left), width)]

    return Row(f"{MEMBER}{member.id}", draw)


def _open_role_row(id: str, name: str) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        return [
            t.fitted(
                t.join(
                    t.padded(t.soft(GLYPHS[Standing.MISSING]), INDENT),
                    (t.strong if marked else t.ink)(name),
                ),
                width,
            )
        ]

    return Row(f"role {id}", draw)


def _headed(title: str) -> Row:
    return Row("", lambda width, marked: [t.fitted(t.heading(title), width)], heads=True)


def _said_row(told: str) -> Row:
    def lines(width: int) -> t.Lines:
        return t.wrapped(told, t.reading(width), t.SOFT)

    return Row("", lambda width, marked: lines(width), lambda width: len(lines(width)))
