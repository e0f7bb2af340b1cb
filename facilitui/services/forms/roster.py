"""The form of a roster: who takes part, one a line, with their role and their school."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from facilitui.core.pathways.enrolment import School
from facilitui.core.pathways.members import (
    NewId,
    joined,
    kept_ids,
    left_out,
    namesakes,
    new_twins,
    part_names,
    persons,
)
from facilitui.core.pathways.pathway import RoleName
from facilitui.core.pathways.roster import Roster, RosterMember
from facilitui.core.pathways.schools import same_name
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.privacy.purge_intent import listed
from facilitui.core.safe_text import line, quoted, quoted_typing
from facilitui.core.told import plural
from facilitui.services.forms import reading as r
from facilitui.services.forms.bad_lines import BadLines
from facilitui.services.forms.doubt import Doubt
from facilitui.services.forms.form import (
    Following,
    Form,
    FormField,
    Kind,
    Values,
    fault_of,
)
from facilitui.services.forms.list_lines import without_lines
from facilitui.services.forms.roster_headings import LEFT, headings_told, is_heading

MEMBERS = "members"
_QUOTES = '"“”„'
"""What a school with a comma may be put in, as a spreadsheet does."""
MOST = 500
HINT = "one a line: name, role, school; “, left” ends the line of whoever has left"
NO_NAME = "a name comes first, then a role and a school: Ana Diaz, teacher, North"
HAS_ENTRIES = "{} has {} here: let the line stand, with “, left” at its end"
NO_SCHOOL = "there is no school {} here; {}"
SCHOOLS_FIRST = "enter the schools first, with the enrolment"
NOT_DIVIDED = "“;”, a comma or a tab stands between the name, the role and the school: {}"
TWINS = "{} stands here twice; take a line out, or tell two people apart: “{} 2”"
OUT = "{} {} taken out of the roster"
NAMESAKES = "{} is the name of several here; each is somebody of their own."
ROLES = "{} has {} here and is one person; two of one name at a school are told apart: “{} 2”."
OTHER_ROLE = "{} is no role of this pathway; it is kept as it is written."
_OTHER_DIVIDERS = re.compile(r"\s+[|/–—-]\s+|\|| {2,}")
"""What people divide lines by elsewhere; it is in no name."""


def roster_form(shown: Roster, scope: Scope, new_id: NewId) -> Form[Roster]:
    """Everybody who takes part; `shown` is the roster as it stands in the field."""
    names = _Names(scope.pathway.roles, scope.enrolment.schools)
    held = Counter(each.said.slot.member for entries in scope.logged.values() for each in entries)

    lines = r.by_lines(shown.members, names.shown, names.read, MOST, is_heading)

    def read(typed: str) -> tuple[RosterMember, ...]:
        found, bad = lines(typed)
        members = kept_ids(shown.members, tuple(found.values()), new_id)
        for at in new_twins(shown.members, members):
            name = members[at].name
            bad[[*found][at]] = TWINS.format(quoted(name), line(name))
        if bad:
            raise BadLines(bad)
        for each in left_out(shown.members, members):
            if count := held[each.id]:
                told = HAS_ENTRIES.format(quoted(each.name), plural(count, "entry", "entries"))
                raise ValueError(told)
        return members

    field = FormField(
        MEMBERS,
        "Who",
        r.in_lines(shown.members, names.shown),
        HINT,
        kind=Kind.LIST,
        read=read,
        rows=tuple((each.id, names.in_short(each)) for each in shown.members),
    )

    def refused(typed: str) -> Mapping[int, str]:
        fault = fault_of(field, typed)
        return fault.why if fault is not None else {}

    def doubt(values: Values) -> Doubt | None:
        typed = values.get(MEMBERS, "")
        try:
            gone = left_out(shown.members, read(without_lines(typed, refused(typed))))
        except ValueError:
            return None
        named, are = listed([quoted(each.name) for each in gone]), "are" if gone[1:] else "is"
        return Doubt(OUT.format(named, are), MEMBERS) if gone else None

    def change(roster: Roster, values: Values) -> Roster:
        if MEMBERS not in values:
            return roster
        members = joined(shown.members, read(values[MEMBERS]), roster.members)
        if members == roster.members:
            return roster
        name = scope.enrolment.name
        return roster.model_copy(update={MEMBERS: members, "group": name})

    def follow(values: Values) -> Mapping[str, Following]:
        typed = values.get(MEMBERS, "")
        found, _ = lines(typed)
        why = refused(typed)
        each_why = (f"Line {at}: {told}." for at, told in why.items()) if len(why) > 1 else ()
        below = (
            *each_why,
            *headings_told(typed),
            *names.members_told([*found.values()]),
            *names.told(),
        )
        return {MEMBERS: Following(below=below)}

    return Form("Who takes part", (field,), change, follow, doubt=doubt, subject="the roster")


def _whole(name: str) -> str:
    """A name in a row of names; one with a comma is seen to be one."""
    return quoted(name) if "," in name else name


class _Names:
    """What roles and schools are called here, and which of them is meant."""

    def __init__(self, roles: Sequence[RoleName], schools: Sequence[School]) -> None:
        self._roles = {each.id: r.flat(each.name) for each in roles}
        self._schools = {each.id: r.flat(each.name) for each in schools}
        self._parts = part_names(roles)

    def shown(self, member: RosterMember) -> str:
        """Somebody as a line."""
        return r.shown(*self._pieces(member))

    def in_short(self, member: RosterMember) -> str:
        """Somebody as a sentence names them: without what is not told."""
        return r.shown(*filter(None, self._pieces(member)))

    def _pieces(self, member: RosterMember) -> tuple[str, ...]:
        role = self._roles.get(member.role, member.role)
        school = self._schools.get(member.school, member.school)
        return member.name, role, school, LEFT if member.left else ""

    def read(self, typed: str) -> RosterMember:
        """Somebody by a line, without an id. Raises ValueError."""
        name, *rest = r.pieces(typed)
        if not name:
            raise ValueError(NO_NAME)
        if not rest and (parts := [*filter(None, _OTHER_DIVIDERS.split(name))])[1:]:
            raise ValueError(NOT_DIVIDED.format(line("; ".join(parts))))
        left = bool(rest) and same_name(rest[-1]) == LEFT
        rest = rest[:-1] if left else rest
        role, school = self._apart(rest)
        if len(role) > 1 and role[-1] and not school:
            known = ", ".join(map(quoted, self._schools.values()))
            are = "are" if len(self._schools) > 1 else "is"
            there = f"there {are} {known}" if known else SCHOOLS_FIRST
            raise ValueError(NO_SCHOOL.format(quoted_typing(role[-1]), there))
        called = ", ".join(filter(None, role))
        return RosterMember(
            id="",
            name=r.line(name, "the name"),
            role=self._id(called, self._roles)
            or self._parts.get(same_name(called))
            or r.line(called, "the role"),
            school=school,
            left=left,
        )

    def _apart(self, rest: Sequence[str]) -> tuple[Sequence[str], str]:
        """What stands behind a name, as a role and the id of a school, which may have commas."""
        for begin in range(len(rest)):
            if school := self._id(", ".join(rest[begin:]).strip(_QUOTES), self._schools):
                return rest[:begin], school
        for end in range(len(rest), 0, -1):
            if school := self._id(", ".join(rest[:end]).strip(_QUOTES), self._schools):
                return rest[end:], school
        return rest, ""

    def members_told(self, members: Sequence[RosterMember]) -> Iterator[str]:
        """What is to be known of those in the lines: of one name, of several roles, of others."""
        every = persons(members)
        names = namesakes(each for each, *_ in every)
        yield from (NAMESAKES.format(quoted(each)) for each in names)
        for first, *more in every:
            if more:
                roles = plural(len({each.role for each in (first, *more)}), "role")
                yield ROLES.format(quoted(first.name), roles, line(first.name))
        other = dict.fromkeys(each.role for each in members if each.role not in self._roles)
        yield from (OTHER_ROLE.format(quoted(each)) for each in other if each and self._roles)

    def told(self) -> list[str]:
        """What can stand in a line, in words."""
        of = (("Roles here", self._roles), ("Schools here", self._schools))
        return [f"{what}: {'; '.join(map(_whole, names.values()))}." for what, names in of if names]

    @staticmethod
    def _id(typed: str, names: Mapping[str, str]) -> str:
        """The one that is called so; empty for none."""
        wanted = same_name(typed)
        found = (id for id, name in names.items() if wanted in (same_name(name), same_name(id)))
        return next(found, "") if wanted else ""
