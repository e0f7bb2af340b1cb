"""A group that meets again, as rows: what is open, when it met, its norms, who is in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from facilitui import text as t
from facilitui.core.plans.group import Group, Member, NormsVersion, Wish, wish_keys
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.ports import SessionRow
from facilitui.core.told import short_day
from facilitui.services.plans.group_desk import GroupDesk
from facilitui.services.plans.meetings import Meeting
from facilitui.widgets.rows import Row, blank_row

WHEN = 15
"""The column behind a date."""
AT_MOST = 60
"""Plans and sessions that are shown, the newest."""


LINES, LONGEST = 4, 1000
"""Of a text as much is shown, in lines and in characters; the rest is where it was written."""


def head(desk: GroupDesk, told: str, width: int) -> t.Lines:
    """Whose page it is, and in figures what there is."""
    group, version = desk.group, desk.group.current_norms
    figures = [
        t.plural(len(group.roster), "person", "people") if group.roster else "",
        f"norms v{version.version}" if version else "",
        t.plural(len(desk.view.sessions), "session"),
    ]
    end = t.accent(told) if told else t.soft(" · ".join(each for each in figures if each))
    left = t.join(t.strong("Group"), "   ", t.soft(group.name))
    return [t.spread(left, end, width)]


def coming_rows(desk: GroupDesk, *, airy: bool) -> list[Row]:
    """What the next session has to come back to, and the plans and sessions there were."""
    gap = [blank_row()] * (2 if airy else 1)
    promised = [_promised_row(each, desk.today) for each in desk.view.commitments]
    open_first = sorted(wish_keys(desk.group).items(), key=lambda pair: not pair[1].open)
    wishes = [_wish_row(key, wish) for key, wish in open_first]
    plans = [_plan_row(each, desk.today) for each in reversed(desk.view.meetings)][:AT_MOST]
    ran = [_session_row(each, desk) for each in reversed(desk.view.sessions)][:AT_MOST]
    return [
        *_section("Promised and open", promised, "Nothing that was promised lies open."),
        *gap,
        *_section("Asked for", wishes, "They have asked for nothing yet: w writes it down."),
        *gap,
        *_section("Plans, newest first", plans, "No plan names this group: n makes one."),
        *([*gap, *_section("Sessions, newest first", ran, "")] if ran else []),
    ]


def kept_rows(desk: GroupDesk, *, airy: bool) -> list[Row]:
    """What the group keeps from one session to the next: its norms and its people."""
    gap = [blank_row()] * (2 if airy else 1)
    group = desk.group
    older = [_version_row(each) for each in reversed(group.norms[:-1])]
    members = [_member_row(place, each) for place, each in enumerate(group.roster)]
    note = [_told_row("about", t.BLANK, group.note)] if group.note.strip() else []
    return [
        *_section(_norms_head(group.current_norms), _norm_rows(group), _NO_NORMS),
        *older,
        *gap,
        *_section("Who is in it", members, "Nobody is written down yet: p does."),
        *([*gap, *_section("Note", note, "")] if note else []),
    ]


_NO_NORMS = "None agreed on yet. A session's norms come here by themselves; o writes some."


def version_text(version: NormsVersion) -> str:
    """A version of the norms to be read."""
    norms = "\n".join(f"· {norm.text}" for norm in version.norms) or "None."
    return f"{_agreed(version)}\n\n{norms}"


def _section(title: str, rows: list[Row], nothing: str) -> list[Row]:
    first = Row("", lambda width, marked: [t.fitted(t.heading(title), width)])
    return [first, *(rows or [_told_row("", t.BLANK, nothing, t.SOFT)])]


def _told_row(key: str, label: Content, text: str, style: str = t.INK, end: str = "") -> Row:
    """A row of as many lines as its words take, behind a label in a column of its own."""
    indent = max(WHEN, label.cell_length + 2) if label else 0

    def draw(width: int, marked: bool) -> t.Lines:
        room = width - indent - (len(end) + 2 if end else 0)
        lines = t.clipped(t.wrapped(" ".join(text[:LONGEST].split()), room, style), LINES, room)
        first = t.spread(lines[0], t.soft(end), width - indent) if end else lines[0]
        lines = [first, *lines[1:]]
        before = t.padded(label, indent)
        return [t.join(" " * indent if i else before, line) for i, line in enumerate(lines)]

    return Row(key, draw, lambda width: len(draw(width, False)) if width > indent else 1)


def _promised_row(carried: Carried, today: date) -> Row:
    when = t.soft(short_day(carried.due, today) if carried.due else "no date")
    late = carried.due is not None and carried.due < today
    label = t.join(t.accent("! "), when) if late else when
    return _told_row(f"entry {carried.entry}", label, carried.text)


def _wish_row(key: str, wish: Wish) -> Row:
    if wish.open:
        return _told_row(f"wish {key}", t.BLANK, wish.text)
    end = "let go" if wish.let_go else "answered"
    return _told_row(f"wish {key}", t.BLANK, f"✓ {wish.text}", t.SOFT, end)


def _plan_row(meeting: Meeting, today: date) -> Row:
    when = t.soft(short_day(meeting.plan.start, today) if meeting.plan.start else "no date")
    return _told_row(f"plan {meeting.row.name}", when, meeting.plan.title or meeting.row.name)


def _session_row(row: SessionRow, desk: GroupDesk) -> Row:
    began = desk.local(row.began_at) if row.began_at else None
    when = t.soft(short_day(began, desk.today) if began else "no date")
    end = "" if row.ended_at else "not ended"
    return _told_row(f"session {row.session}", when, row.title or row.session, end=end)


def _norms_head(version: NormsVersion | None) -> str:
    return f"Norms, version {version.version}" if version else "Norms"


def _norm_rows(group: Group) -> list[Row]:
    version = group.current_norms
    if version is None:
        return []
    agreed = _told_row("", t.BLANK, _agreed(version), t.SOFT)
    return [*(_told_row(f"norm {norm.id}", t.BLANK, norm.text) for norm in version.norms), agreed]


def _agreed(version: NormsVersion) -> str:
    when = f"Agreed on {short_day(version.agreed)}" if version.agreed else "Agreed on, no date"
    return f"{when}, in a session" if version.session else when


def _version_row(version: NormsVersion) -> Row:
    told = t.plural(len(version.norms), "norm")
    when = f" · {short_day(version.agreed)}" if version.agreed else ""
    words = f"Version {version.version} · {told}{when}"
    return _told_row(f"version {version.version}", t.BLANK, words, t.SOFT)


def _member_row(place: int, member: Member) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        return [t.spread(t.ink(member.name), t.soft(member.role), width)]

    return Row(f"member {place}", draw)


def group_lines(groups: Iterable[Group]) -> list[tuple[str, str, str]]:
    """Groups as a list shows them: id, name, and how many are in it."""
    return [
        (group.id, group.name or group.id, t.plural(len(group.roster), "person", "people"))
        for group in groups
    ]
