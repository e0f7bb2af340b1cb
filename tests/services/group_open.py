"""A group that is open, and its forms filled in."""

from __future__ import annotations

from datetime import date

from facilitui.core.library.norms import Norm
from facilitui.core.plans.group import Group, Member, with_norms
from facilitui.services.forms.form import Form
from facilitui.services.plans.group_desk import GroupDesk
from tests.services.group_home import House

TODAY = date(2026, 11, 25)
TEAM = with_norms(
    Group(id="team", name="Grade 7", roster=(Member(name="Ana", role="coach, lead"),)),
    (Norm(id="wait", text="Wait"),),
    agreed=date(2026, 11, 4),
)


async def desk_of(house: House) -> GroupDesk:
    """The group, open."""
    house.groups.put(TEAM)
    return await house.open()


def fill_in(desk: GroupDesk, form: Form[Group], **values: str) -> str:
    """Fill in a form that is opened now, all at once."""
    return desk.fill_in(form, values, desk.draft)
