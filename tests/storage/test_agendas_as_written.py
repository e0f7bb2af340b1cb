"""Agendas as people write them: each file in `agendas` becomes what the page beside it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitui.core.agendas_outside.agenda_start import dated
from facilitui.core.agendas_outside.columns import guess
from facilitui.core.agendas_outside.importing import taken
from facilitui.core.agendas_outside.raw_table import Imported
from facilitui.storage.agenda_files import read_agenda

AGENDAS = Path(__file__).parent / "agendas"
WRITTEN = sorted(path for path in AGENDAS.iterdir() if path.suffix != ".taken")
TODAY = date(2026, 11, 22)
"""A day without its year is the next one from here."""


def told(imported: Imported) -> str:
    """All that is taken of an agenda, in lines."""
    known = (("Title", imported.head.title), *imported.head.told)
    lines = [*(f"{name}: {value}" for name, value in known), ""]
    for block in imported.blocks:
        pin = f"{block.pinned_start:%H:%M} " if block.pinned_start else ""
        lead = f", led by {block.lead}" if block.lead else ""
        lines.append(f"{pin}{block.minutes:g} {block.title}{lead}: {block.kind.label}")
        lines += [f"    {line}" for line in block.note.splitlines()]
    lines += [f"skipped {each.line}: {each.reason}" for each in imported.skipped]
    return "\n".join((*lines, *(f"! {each}" for each in imported.told), ""))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_an_agenda_is_taken_as_it_was_meant(path: Path) -> None:
    """Its title, purpose, goals and day; its parts with their minutes, kinds, leads and notes."""
    table = dated(read_agenda(path.name, path.read_bytes()), TODAY)
    expected = path.with_name(f"{path.name}.taken").read_text("utf-8")
    assert told(taken(table, guess(table))) == expected
