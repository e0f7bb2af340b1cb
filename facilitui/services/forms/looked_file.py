"""The field of a file that stays where it is: its path is typed, its name and hash are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

from facilitui.core.journals.attaching_ports import FileRead
from facilitui.core.safe_text import line
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import FormField
from facilitui.services.forms.links import read_link

LINK = "link"
"""The field of a link beside it."""
FILE = "file"
"""The field of a file, into which its path is typed."""
NOT_READ = "enter on the file reads it: its name and its hash are kept, the file stays where it is"
BELONGS = "it belongs under File, below"
"""Where a path goes that somebody typed as a link."""
_READ_FILE = re.compile(r"(.*) · sha256 ([0-9a-f]{64})", re.DOTALL)


def file_text(read: FileRead) -> str:
    """What stands in the field of a file once it was read."""
    return f"{line(read.name)} · sha256 {read.file_hash}"


def is_unread(typed: str) -> bool:
    """Whether a path stands there that nobody has read yet."""
    return bool(typed.strip()) and _READ_FILE.fullmatch(typed.strip()) is None


def file_field(name: str, file_hash: str) -> FormField:
    """The field of a file that is known by its name and hash; both empty for none."""
    known = file_text(FileRead(name, file_hash, 0)) if file_hash else ""
    hint = "its path, then enter: only its name and hash are kept"
    return FormField(FILE, "File", known, hint, read=_file)


def file_said(values: Mapping[str, object]) -> dict[str, object]:
    """What the read values of a form say, with the file's name and hash in place of its field."""
    said = {key: value for key, value in values.items() if key != FILE}
    found = values.get(FILE)
    if isinstance(found, tuple):
        said["file_name"], said["file_hash"] = found
    return said


def link_field(saved: str, section: str = "") -> FormField:
    """The field of a link beside a file; what was saved once stays as it is."""

    def read(typed: str) -> str:
        text = r.line(typed, "the link")
        return text if text == saved else read_link(text, BELONGS)

    hint = "its web address, from https:// on"
    return FormField(LINK, "Link", saved, hint, section=section, read=read)


def _file(typed: str) -> tuple[str, str]:
    """The name and the hash that stand in the field. Raises ValueError for a path."""
    if is_unread(typed):
        raise ValueError(NOT_READ)
    found = _READ_FILE.fullmatch(typed.strip())
    return (r.line(found[1], "the name"), found[2]) if found else ("", "")
