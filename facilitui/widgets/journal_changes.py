"""What changed in a revision of an entry: each change with its sign, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from facilitui import text as t
from facilitui.core.journals.journal import body_of
from facilitui.core.journals.revision_changes import Change
from facilitui.core.journals.rivals import settling_told
from facilitui.core.naming import UNTITLED
from facilitui.core.word_changes import Fate, Piece
from facilitui.services.journals.opened import Compared
from facilitui.widgets.journal_page import Keys, saved_told
from facilitui.widgets.reading_page import Words
from facilitui.widgets.search_line import emphasised

ADDED, TAKEN_OUT = "+", t.MINUS
LEGEND = (("+ ", "added"), (f"{t.MINUS} ", "taken out"))
SIGNS = {Fate.ADDED: f"{ADDED} ", Fate.TAKEN_OUT: f"{TAKEN_OUT} ", Fate.SAME: "  "}
AROUND = 12
"""So many words that stayed are shown beside a change."""
NOTHING = "It says what it said before: only something that is not shown here changed."
AS_IT_STOOD = "It goes on with the text that stood; the other one was not taken."
NO_REASON = "Why is not told."


def change_lines(compared: Compared, words: Words, width: int, keys: Keys = ()) -> t.Lines:
    """What a revision says otherwise than the one before it, part by part.

    `keys` are those that lead on from there, with their words.
    """
    room = t.reading(width)
    document, before = compared.document, compared.before
    title = compared.row.title or UNTITLED
    lines = t.wrapped(title, room, f"bold {t.INK}")
    what = f"What changed from revision {before['rev']} to {document['rev']}"
    lines += t.wrapped(f"{what}, {saved_told(document, compared.row)}", room, t.SOFT)
    lines += _because(compared, room)
    lines += t.key_lines(keys, room) if keys else []
    changes = compared.changes
    if not changes.changes:
        nothing = AS_IT_STOOD if settling_told(document) else NOTHING
        return [*lines, t.BLANK, *t.wrapped(nothing, room)]
    legend = (t.join(t.accent(sign), t.soft(word), "   ") for sign, word in LEGEND)
    lines += [t.BLANK, t.fitted(t.join(*legend), room)]
    heading = ""
    for change in changes.changes:
        lines += [t.BLANK, *_head(change, heading, room)]
        heading = change.heading
        for piece in change.pieces:
            lines += _piece(piece, words, room, alone=len(change.pieces) == 1)
    if changes.same:
        same = t.plural(changes.same, "other part says", "other parts say")
        lines += [t.BLANK, *t.wrapped(f"{same} what was said before.", room, t.SOFT)]
    return lines


def _because(compared: Compared, room: int) -> t.Lines:
    if settles := settling_told(compared.document):
        return t.wrapped(f"It {settles}.", room)
    reason = body_of(compared.document).get("reason")
    told = reason.strip() if isinstance(reason, str) else ""
    return t.wrapped(f"Because: {told}" if told else NO_REASON, room, t.INK if told else t.SOFT)


def _head(change: Change, before: str, room: int) -> t.Lines:
    """What a part is called, with what became of it; the heading only where it is another one."""
    new = change.heading and change.heading != before
    heading = t.wrapped(change.heading, room, f"bold {t.SOFT}") if new else []
    named = t.wrapped(change.name, room - len(change.how) - 2, t.SOFT) if change.name else []
    told = named or heading
    if told:
        told[0] = t.spread(told[0], t.soft(change.how), room)
    return [*heading, *named]


def _piece(piece: Piece, words: Words, room: int, *, alone: bool) -> Iterator[Content]:
    same = piece.fate is Fate.SAME
    if same and not any(map(str.isalnum, piece.text)):  # a full stop alone tells nothing
        return
    text = _shortened(piece.text) if same and not alone else piece.text.strip("\n")
    style = t.SOFT if piece.fate is not Fate.ADDED else t.INK
    sign = t.accent(SIGNS[piece.fate])
    for line in t.wrapped(text.strip(), room - 2, style):
        yield t.join(sign, emphasised(line, words))


def _shortened(text: str) -> str:
    """Words that stayed: those next to what changed, on both sides."""
    words = text.split()
    if len(words) <= 2 * AROUND + 2:
        return text
    return f"{' '.join(words[:AROUND])} {t.ELLIPSIS} {' '.join(words[-AROUND:])}"
