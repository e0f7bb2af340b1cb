"""A data file that nobody can read, or that is hostile, is a problem in plain words like others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitui.core.errors import InputProblems
from facilitui.core.plans.plan import Plan
from facilitui.storage.disk import Disk
from tests.storage.faults import plan_problems, problems_of, read_model


def test_what_a_file_says_is_harmless_in_a_sentence(tmp_path: Path) -> None:
    """Its text is repeated on one line, cut, without terminal controls; pydantic says nothing."""
    title = "\\u001b]0;x\\u0007\\u202e[@click=app.quit]" + "y" * 400
    found = plan_problems(tmp_path, f'mode = "{title}"\n"\\u001b[2J" = 1\ntitle = "{title}"\n')
    assert len(found) == 3
    for sentence in found:
        assert sentence.isprintable() and "\u202e" not in sentence
        assert len(sentence) < 180
        assert "pydantic" not in sentence and "http" not in sentence and "Input" not in sentence


def test_the_file_is_named_harmlessly(tmp_path: Path) -> None:
    """A file's own name reaches no terminal unharmed."""
    path = tmp_path / "a\x1b[2J\nb.toml"
    path.write_text("x", encoding="utf-8")
    assert str(problems_of(path)[0]).isprintable()


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    """A folder, a pipe, a dangling link, too large a file, no UTF-8, and no permission."""
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "link.toml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "big.toml").write_bytes(b"#" * 2_000_001)
    (tmp_path / "latin.toml").write_bytes('title = "a"\npurpose = "caf\xe9"\n'.encode("latin-1"))
    (tmp_path / "deep.toml").write_text("a = " + "[" * 50_000, encoding="utf-8")
    reasons = {
        "folder": "1:1: is a folder; a TOML file is expected here",
        "pipe": "1:1: is not a file; a TOML file is expected here",
        "link": "1:1: is a link to a file that is not there",
        "big": "1:1: is larger than 2 MB; no plan or data file needs so much",
        "latin": "2:15: is not UTF-8 text from here on; save it as UTF-8",
        "deep": "1:1: is nested too deeply to be read",
    }
    for name, expected in reasons.items():
        (found,) = problems_of(tmp_path / f"{name}.toml")
        assert f"{found.line}:{found.column}: {found.reason}" == expected

    class Closed(Disk):
        def read(self, path: Path) -> bytes:
            raise PermissionError(13, "Permission denied")

    (tmp_path / "closed.toml").write_text("", encoding="utf-8")
    with pytest.raises(InputProblems, match="cannot be read: permission denied"):
        read_model(Closed(), tmp_path / "closed.toml", Plan)


def test_numbers_beyond_measure_are_refused(tmp_path: Path) -> None:
    """A number of thousands of digits is a fault like any other."""
    for number in ("9" * 5000, "0x" + "f" * 5000):
        (found,) = plan_problems(tmp_path, f'title = "x"\nminutes = {number}\n')
        assert len(found) < 120


def test_faults_without_end_are_counted(tmp_path: Path) -> None:
    """A file of nothing but faults is told in fifty sentences and a number."""
    found = plan_problems(tmp_path, "".join(f"key{n} = {n}\n" for n in range(1000)))
    assert len(found) == 51
    assert found[-1].endswith("and 950 more faults in this file")
