"""The forms a group is written in."""

from __future__ import annotations

from datetime import date

from facilitui.core.plans.group import (
    Group,
    Member,
    Wish,
    changed,
    wish_keys,
    with_norms,
    with_wish,
)
from facilitui.core.plans.series import steady
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Form, FormField, Kind, Values, read_all
from facilitui.services.forms.norms import own_norms

NO_NAME = "a group needs a name"


def new_group_form() -> Form[str]:
    """The name of a group that is not there yet; without one none is made."""
    fields = (FormField("name", "Name", "", "what you call them", read=r.a_line("name")),)
    return Form("A new group", fields, lambda name, v: str(read_all(fields, v).get("name", name)))


def about_form(group: Group) -> Form[Group]:
    """What it is called, and anything to remember."""
    fields = (
        FormField("name", "Name", group.name, "what you call them", read=_name),
        FormField("note", "Note", group.note, "anything to remember", kind=Kind.TEXT, read=r.text),
    )
    return Form(
        "The group",
        fields,
        lambda group, v: changed(group, **read_all(fields, v)),
        subject="the group",
    )


def _name(typed: str) -> str:
    name = r.line(typed, "name")
    if not name:
        raise ValueError(NO_NAME)
    return name


def roster_form(group: Group) -> Form[Group]:
    """Who is in it, one a line."""
    fields = (
        FormField(
            "roster",
            "Who",
            r.in_lines(group.roster, _shown),
            "one a line: Ana, grade 7 teacher",
            kind=Kind.LIST,
            name="roster",
            read=r.listed(group.roster, _shown, _member, most=1000),
        ),
    )
    return Form("Who is in it", fields, lambda group, v: changed(group, **read_all(fields, v)))


def _shown(member: Member) -> str:
    return r.shown(member.name, member.role)


def _member(typed: str) -> Member:
    name, *rest = r.pieces(typed)
    role = ", ".join(piece for piece in rest if piece)
    if not name:
        raise ValueError("a name comes first, then a role: Ana, grade 7 teacher")
    return Member(name=r.line(name, "name"), role=r.line(role, "role"))


def norms_form(group: Group, today: date) -> Form[Group]:
    """The norms in force, one a line. What is changed here is one version more."""
    before, version = group.norms, len(group.norms) + 1
    fields = (
        FormField(
            "norms",
            "Norms",
            r.in_lines(group.norms_now, lambda norm: r.flat(norm.text)),
            "one a line; what they were stays as a version",
            kind=Kind.LIST,
            read=lambda typed: steady(own_norms(group.norms_now, typed)),
        ),
    )

    def change(group: Group, values: Values) -> Group:
        own = changed(group, norms=before)
        if not values:
            return own
        return with_norms(own, steady(own_norms(own.norms_now, values["norms"])), agreed=today)

    return Form(f"Norms, version {version}", fields, change, place="norms")


def wish_form(group: Group, key: str = "") -> Form[Group]:
    """Something they asked for: what it is, and whether a plan answers it.

    Without the key of a wish that is there it is one more.
    """
    wish = wish_keys(group).get(key) or Wish(text="")
    fields = (
        FormField(
            "text",
            "They ask for",
            wish.text,
            "in their words",
            name="words",
            read=r.a_line("it"),
        ),
        FormField(
            "answered_in",
            "Answered in",
            wish.answered_in,
            "the plan that answers it",
            name="answer",
            read=r.a_line("the plan"),
        ),
        FormField(
            "let_go",
            "Let go",
            "yes" if wish.let_go else "",
            "no plan will answer it",
            kind=Kind.YES,
            read=r.yes,
        ),
    )

    def change(group: Group, values: Values) -> Group:
        after = wish.model_copy(update=read_all(fields, values))
        if not after.text:
            after = after.model_copy(update={"text": wish.text})
        return with_wish(group, key, after) if after.text else group

    return Form("A wish", fields, change, subject="a wish", place=f"wish {key}")
