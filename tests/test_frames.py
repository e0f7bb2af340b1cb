"""What a key finds is drawn soon after its letter."""

from __future__ import annotations

import os
import subprocess
import sys

ASKED = """
import os, sys
from argparse import Namespace
from facilitui.cli import screens as cli_screens

class Terminal:
    isatty = lambda self: True
    flush = lambda self: None

def look(home):
    loaded, frames = "textual.constants" in sys.modules, os.environ.get("TEXTUAL_FPS")
    os._exit(0 if not loaded and frames == sys.argv[1] else 1)

sys.stdin = sys.stdout = Terminal()
cli_screens.Wiring = look
cli_screens.open_screen(Namespace(home=sys.argv[2], command=None))
"""


def test_frames_are_asked_for_before_textual_reads_how_many(tmp_path: object) -> None:
    """Twice as many as its own; somebody's own figure goes before."""
    for own, frames in ((None, "120"), ("30", "30")):
        env = {key: value for key, value in os.environ.items() if key != "TEXTUAL_FPS"}
        env |= {"TEXTUAL_FPS": own} if own else {}
        command = [sys.executable, "-c", ASKED, frames, str(tmp_path)]
        assert subprocess.run(command, env=env, check=False).returncode == 0
