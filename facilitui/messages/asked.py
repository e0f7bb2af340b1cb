"""What all messages to the application are: a few fields, given in their order or by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, dataclass_transform

from textual.message import Message


@dataclass_transform()
class Asked(Message):
    """Something that is asked for; what a subclass annotates is given to it as to a dataclass.

    Dataclasses proper have methods written and compiled for each class. There are half a hundred
    of these, and all are read before the first screen is seen.
    """

    _names: ClassVar[tuple[str, ...]] = ()
    called = "back"
    """The word for going back to what it asks for."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls._names = (*cls._names, *cls.__annotations__)

    def __init__(self, *given: Any, **named: Any) -> None:
        """Take the fields. Raises TypeError for one that is unknown, given twice or missing."""
        super().__init__()
        fields = {**dict(zip(self._names, given, strict=False)), **named}
        missing = [each for each in self._names if each not in fields and not hasattr(self, each)]
        wrong = len(fields) < len(given) + len(named) or not fields.keys() <= set(self._names)
        if missing or wrong:
            name = type(self).__name__
            raise TypeError(f"{name} takes {self._names}, not {len(given)} and {(*named,)}")
        self.__dict__.update(fields)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._given == other._given

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        yield from self._given.items()

    @property
    def _given(self) -> dict[str, Any]:
        return {each: getattr(self, each) for each in self._names}
