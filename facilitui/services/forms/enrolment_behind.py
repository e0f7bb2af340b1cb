"""What a statement changes of what later phases were entered by: refused, or told while typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from facilitui.core.errors import Refused
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.entered_otherwise import StatedBehind
from facilitui.services.forms.enrolment_asked import Asked
from facilitui.services.forms.form import Following, Values

Behind = Callable[[Enrolment, Enrolment], StatedBehind]
"""By the enrolment before and after a statement."""


def kept_behind(asked: Asked, shown: Enrolment, behind: Behind) -> Asked:
    """The form of a statement that leaves no phase entered without what was met before it."""
    keys = [each.key for each in asked.fields]
    field = "on" if "on" in keys else keys[0]

    def check(before: Enrolment, made: Enrolment) -> None:
        asked.check(before, made)
        if lacks := behind(before, made).lacks:
            raise Refused(lacks, field)

    def follow(values: Values) -> Mapping[str, Following]:
        told = asked.follow(values)
        try:
            made = asked.form.change(shown, values)
        except ValueError:  # what cannot be read is told at its field, and changes nothing yet
            return told
        found, now = behind(shown, made), told.get(field, Following())
        below = (*now.below, *found.meets, *found.again)
        return {**told, field: replace(now, below=below)} if below else told

    return replace(asked, follow=follow, check=check)
