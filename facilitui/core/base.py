"""What every model of the core is built on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Annotated, ClassVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from facilitui.core.lengths import LONGEST_TEXT


class Model(BaseModel):
    """An immutable value, checked on the way in; a field it does not know is an error.

    For what people write by hand (plans, protocols, norm sets): a misspelt key must be named,
    never silently dropped.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", defer_build=True, allow_inf_nan=False, validate_default=False
    )

    said_in_files: ClassVar[tuple[str, ...]] = ()
    """The keys that stand in every file of it, though what is made here needs none of them."""

    def faults(self) -> tuple[str, ...]:
        """What is wrong with it as a whole, in sentences that begin with the key they are about.

        Also asked of what was read in part, where what could not be read is empty.
        """
        return ()


class Record(BaseModel):
    """An immutable value that a program wrote; a field it does not know belongs to a newer one.

    The text it was read from is kept elsewhere (events and journal entries carry their body as
    a string), so ignoring a field here loses nothing.
    """

    model_config = ConfigDict(
        frozen=True, extra="ignore", defer_build=True, allow_inf_nan=False, validate_default=False
    )


Minutes = Annotated[float, Field(gt=0, le=480)]
"""A length of time that a person plans with, in minutes: more than none, at most a working day."""

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]
"""A name that files, blocks, steps and goals are referred to by."""


def _at_most(characters: int) -> Callable[[str], str]:
    """A length limit that, unlike pydantic's own, lets lone surrogates through unharmed."""

    def check(text: str) -> str:
        if len(text) > characters:
            raise ValueError(f"is {len(text)} characters long; at most {characters} fit")
        return text

    return check


YEARS = range(1950, 2200)
"""The years that a session can be dated in: those that every calendar and zone can tell."""


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is not None:
        raise ValueError("is a local time without an offset; say where in zone")
    if moment.year not in YEARS:
        raise ValueError(f"is in the year {moment.year}, which is not from 1950 to 2199")
    return moment


LocalTime = Annotated[datetime, AfterValidator(_local)]
"""A date and time on the clock of a session's own zone."""


def _in_every_zone(moment: datetime) -> datetime:
    if not MINYEAR < moment.year < MAXYEAR:
        raise ValueError(f"is in the year {moment.year}, which not every zone's clock can show")
    return moment


Instant = Annotated[AwareDatetime, AfterValidator(_in_every_zone)]
"""A moment that a program wrote down, with its offset; every zone's calendar has it."""

LONGEST_LINE = 300
"""In characters."""
Line = Annotated[str, AfterValidator(_at_most(LONGEST_LINE))]
"""One line of text: a title, a name."""

Text = Annotated[str, AfterValidator(_at_most(LONGEST_TEXT))]
"""Writing of any reasonable length."""
