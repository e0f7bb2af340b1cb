"""The agenda of a plan as rows, and what stands above and below it."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.agenda import Part
from facilitui.core.plan import ALL_GOALS, Block
from facilitui.core.schedule import Slot
from facilitui.core.vocabulary import BlockKind
from facilitui.services.plan_view import PlanView
from facilitui.widgets.row_list import Row, blank_row

WIDE = 60
"""From this width on the agenda has its columns for usual minutes and remarks."""


def head(view: PlanView, width: int) -> t.Lines:
    """Title, how complete it is, when, and how much of the time is used."""
    plan = view.plan
    used = t.join(t.strong(f"{view.minutes:g}"), t.soft(f" of {plan.minutes:g} min"))
    when = "no date yet" if width >= 70 else ""
    if view.dated:
        when = f"{t.day(view.start)}, {t.clock(view.start)} to {t.clock(view.end)}"
        when = when if width >= 100 else f"{t.day(view.start)} {t.clock(view.start)}"
    end = t.join(t.soft(when), "   ", used) if when and width >= 70 else used
    done = f"plan {view.answered.count} of 4" if width >= 70 else f"{view.answered.count} of 4"
    kept_apart = t.join("   ", t.accent("sensitive")) if plan.sensitive else t.BLANK
    left = t.join(t.strong(plan.title or "Untitled"), "   ", t.soft(done), kept_apart)
    return [t.spread(left, end, width)]


def conflict(told: str, width: int) -> t.Lines:
    """What is wrong with the file and the key that settles it; nothing where all is well."""
    if not told:
        return []
    offer = t.join(t.strong("f"), t.soft(" reload, keep both, differences"))
    lines = t.wrapped(told, width - 2)
    return [*t.labelled("!", t.clipped(lines, 2), 2), t.fitted(t.join("  ", offer), width), t.BLANK]


def agenda_head(width: int) -> t.Lines:
    """The heads of the agenda's columns."""
    goals = t.soft("Goals")
    if width >= WIDE:
        left = t.join(t.soft("Start   Min Usual   "), t.heading("Agenda"))
        return [t.join("  ", t.spread(left, t.padded(goals, 17), width - 2))]
    left = t.join(t.soft("Start Min  "), t.heading("Agenda"))
    return [t.join("  ", t.spread(left, goals, width - 2))]


def agenda_rows(
    view: PlanView, *, steps: bool, airy: bool, typed: tuple[str, str] = ("", "")
) -> list[Row]:
    """A row a block with its start, its minutes and the goals it serves; steps under it.

    Parked blocks stand at the end. `typed` is a block whose minutes are being typed, and what was
    typed so far.
    """
    rows: list[Row] = []
    for slot in view.slots:
        if airy and rows:
            rows.append(blank_row())
        rows.append(_block_row(slot, typed[1] if slot.block.id == typed[0] else ""))
        if steps and len(slot.block.parts) > 1:
            rows += _step_rows(slot)
    if rows:
        rows += [blank_row(), Row("", lambda width, marked: [_end(view, width)])]
    return [*rows, *_parked_rows(view.plan.parked)]


def _parked_rows(parked: tuple[Block, ...]) -> list[Row]:
    if not parked:
        return []
    head = Row("", lambda width, marked: [t.fitted(t.heading("Parked"), width)])
    return [blank_row(), head, *(_parked_row(block) for block in parked)]


def _parked_row(block: Block) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        name = (t.strong if marked else t.soft)(block.title)
        minutes = t.soft(t.minutes(block.minutes))
        at, pad = (11, 9) if width >= WIDE else (9, 2)
        return [t.fitted(t.join(t.right(minutes, at), " " * pad, name), width)]

    return Row(block.id, draw)


def _goals(goals: tuple[str, ...]) -> str:
    return "all" if ALL_GOALS in goals else " ".join(goals) or "none"


def _block_row(slot: Slot, typed: str) -> Row:
    block = slot.block
    goals = _goals(block.goals)
    remark = _remark(slot)
    usual = t.minutes(block.usual) if block.usual else ""

    def draw(width: int, marked: bool) -> t.Lines:
        ink = t.strong if marked or len(block.parts) > 1 else t.ink
        soft = t.strong if marked else t.soft
        start = (t.accent if slot.overlap else soft)(t.clock(slot.start))
        minutes = t.accent(f"{typed}▏") if typed else ink(t.minutes(block.minutes))
        if width >= WIDE:
            left = t.join(
                start, t.right(minutes, 6), t.right(t.soft(usual), 6), "   ", ink(block.title)
            )
            end = t.join(t.padded(soft(goals), 8), t.right(remark, 9))
        else:
            left = t.join(start, t.right(minutes, 4), "  ", ink(block.title))
            end = soft(goals)
        return [t.spread(left, end, width)]

    return Row(block.id, draw)


def _remark(slot: Slot) -> Content:
    """What is most worth knowing of a block, in a word or two."""
    block = slot.block
    if slot.overlap:
        return t.accent("overlaps")
    if slot.gap:
        return t.accent(f"{slot.gap:g} free")
    if block.pinned_start:
        return t.soft("pinned")
    if block.groups:
        return t.soft(t.plural(len(block.groups), "group"))
    if len(block.parts) > 1:
        return t.soft(f"{len(block.parts)} steps")
    if any(part.protected for part in block.parts):
        return t.soft("protected")
    return t.soft("break" if block.kind is BlockKind.BREAK else "")


def _step_rows(slot: Slot) -> list[Row]:
    return [_step_row(t.clock(start), part) for start, part in slot.part_starts()]


def _step_row(start: str, part: Part) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        minutes = t.soft(t.minutes(part.minutes))
        if width >= WIDE:
            left = t.join(t.soft(start), t.right(minutes, 6))
            word = "silent" if part.silent else "protected" if part.protected else ""
            return [t.spread(t.join(left, " " * 11, t.soft(part.title)), t.soft(word), width)]
        mark = t.soft("⌁") if part.silent else t.BLANK
        left = t.join(t.soft(start), t.right(minutes, 4), "    ", t.soft(part.label))
        return [t.spread(left, mark, width)]

    return Row("", draw)


def _end(view: PlanView, width: int) -> Content:
    apart = view.minutes - view.plan.minutes
    word = "End, as planned" if not apart else f"End, {t.signed(apart)} min"
    wide = width >= WIDE
    figures = t.right(t.strong(t.minutes(view.minutes)), 6 if wide else 4)
    pad = " " * (9 if wide else 2)
    return t.fitted(t.join(t.soft(t.clock(view.end)), figures, pad, t.soft(word)), width)


def voices(view: PlanView, width: int) -> t.Lines:
    """Who is heard, as a line of three parts and its words."""
    you, them, quiet = view.talk.shares
    if not view.blocks or width < 30:
        return []
    first, last = round(width * you / 100), round(width * quiet / 100)
    line = t.join(
        t.plain("━" * first, t.INK), t.plain("━" * (width - first - last), t.FAINT), t.rule(last)
    )
    words = t.join(t.ink(f"you {you} %"), "   ", t.soft(f"participants {them} %"))
    return [t.heading("Who speaks"), line, t.spread(words, t.soft(f"silent {quiet} %"), width)]


def ticks(view: PlanView, width: int) -> t.Lines:
    """The four questions as a strip, where there is no room for more."""
    done = view.answered
    pairs = (
        ("Audience", done.audience),
        ("Goals", done.goals),
        ("Actions", done.actions),
        ("Evidence", done.evidence),
    )
    marks = [t.join(t.soft("✓ ") if ok else t.accent("! "), t.ink(name)) for name, ok in pairs]
    lines = [t.fitted(t.join(*(t.join(mark, "   ") for mark in marks)), width)]
    for check in view.checks[:2]:
        lines.append(t.fitted(t.join(t.accent("! "), t.ink(check.text)), width))
    return lines


def empty_lines(width: int) -> t.Lines:
    """What to do with an empty agenda."""
    return [
        t.strong("Nothing is on the agenda yet."),
        t.BLANK,
        t.join(t.strong("a"), t.ink("  adds a block")),
        t.join(t.strong("p"), t.ink("  puts a protocol in")),
        t.join(t.strong("tab"), t.ink("  goes to the four questions: begin with why")),
    ]
