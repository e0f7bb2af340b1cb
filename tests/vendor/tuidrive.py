#!/usr/bin/env python3
# A copy kept as it came, unformatted: exempt from the length, lint, types and no-sleep rules.
"""tuidrive: drive a terminal program from Python, as a person at a terminal would.

The program runs in a real pseudo-terminal of a given size, in its own session and
process group.  A reader thread drains the terminal at once, stamps every chunk with
the monotonic clock and answers the queries a modern terminal answers; the chunks are
fed to a pyte screen only afterwards, in order, so that the (slow) emulator never
disturbs the times.

Needs pyte.  Pillow and DejaVu Sans Mono (Debian: fonts-dejavu-core) only for .png().

    from tuidrive import Tui

    with Tui(["myapp", "--demo"], size=(120, 40), env={"MYAPP_HOME": "home"}) as t:
        t.wait_for("Plan")                 # regex on the screen text, else TuiTimeout
        t.press("n", "ctrl+s", "tab*3")    # key names, a count with *
        t.type("hello")                    # text as typed, key by key
        t.paste("two\\nlines")             # a bracketed paste
        t.click_text("Save")               # an SGR mouse click on the first match
        t.resize(80, 24)                   # TIOCSWINSZ + SIGWINCH
        print(t.screen())                  # what a person would read
        t.png("shot.png")             # what a person would see
        t.kill9()                          # the power cut; then start a new Tui

    with Tui(["myapp"]) as t:
        t.wait_for("hello")                # it came back
        t.press("ctrl+q")
        assert t.wait_exit() == 0
        assert not t.left_on()             # no mode left switched on in the terminal

`python3 tuidrive.py --selftest` tests this module against a tiny curses-free program,
and against Textual and posting where `--textual-python` and `--posting` name them.
"""
from __future__ import annotations

import codecs
import collections
import copy
import fcntl
import json
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time

import pyte
from pyte import modes as _pyte_modes  # noqa: F401  (documents the dependency)

__all__ = ["Tui", "TuiTimeout", "TuiExited", "Tree", "keys_to_bytes", "parse_keys"]

NS = time.monotonic_ns
try:
    import ctypes
    _LIBC = ctypes.CDLL(None)
    _LIBC.prctl                                              # Linux only
except (ImportError, OSError, AttributeError):
    _LIBC = None
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class TuiTimeout(AssertionError):
    """What was waited for did not come; the message holds the screen."""


class TuiExited(TuiTimeout):
    """The program ended while something was waited for."""


# --------------------------------------------------------------------------- keys
_PLAIN = {
    "enter": "\r", "return": "\r", "tab": "\t", "escape": "\x1b", "esc": "\x1b",
    "space": " ", "backspace": "\x7f", "shift+tab": "\x1b[Z", "comma": ",",
    "plus": "+", "minus": "-", "star": "*", "colon": ":", "slash": "/",
}
_CURSOR = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
_TILDE = {"insert": 2, "delete": 3, "pageup": 5, "pagedown": 6, "f5": 15, "f6": 17,
          "f7": 18, "f8": 19, "f9": 20, "f10": 21, "f11": 23, "f12": 24}
_FPQRS = {"f1": "P", "f2": "Q", "f3": "R", "f4": "S"}
_MODS = {"shift": 1, "alt": 2, "ctrl": 4, "super": 8}


def key_to_str(name: str, app_cursor: bool = False, kitty: bool = False) -> str:
    """'ctrl+p', 'shift+up', 'f5', 'a' -> what xterm sends (or kitty's CSI u)."""
    low = name if len(name) == 1 else name.lower()
    if low in _PLAIN and not (kitty and low in ("escape", "esc")):
        return _PLAIN[low]
    if kitty and low in ("escape", "esc"):
        return "\x1b[27u"
    if len(low) == 1:
        return low
    *mods, base = low.split("+") if not low.endswith("++") else [*low[:-2].split("+"), "+"]
    bits = sum(_MODS[m] for m in mods)
    if base in _CURSOR:
        if bits:
            return f"\x1b[1;{bits + 1}{_CURSOR[base]}"
        return f"\x1b{'O' if app_cursor else '['}{_CURSOR[base]}"
    if base in _FPQRS:
        return f"\x1b[1;{bits + 1}{_FPQRS[base]}" if bits else f"\x1bO{_FPQRS[base]}"
    if base in _TILDE:
        return f"\x1b[{_TILDE[base]};{bits + 1}~" if bits else f"\x1b[{_TILDE[base]}~"
    char = _PLAIN.get(base, base)
    if len(char) != 1:
        raise ValueError(f"unknown key {name!r}")
    if kitty and bits & ~1:
        return f"\x1b[{ord(char)};{bits + 1}u"
    if bits & 1:
        char = char.upper()
    if bits & 4:
        if char == " " or char == "@":
            char = "\x00"
        elif char == "\r":
            char = "\r"
        elif char == "/":
            char = "\x1f"
        else:
            char = chr(ord(char.upper()) & 0x1F)
    return "\x1b" + char if bits & 2 else char


def keys_to_bytes(name: str, app_cursor: bool = False, kitty: bool = False) -> bytes:
    return key_to_str(name, app_cursor, kitty).encode()


def parse_keys(script: str) -> list[tuple[str, str]]:
    """'tab,down*3,text:hello,wait:REGEX,sleep:0.5,paste:x,quiet:0.2' -> [(kind, arg)].

    A comma inside an argument is written as \\, ; a key named , is 'comma'.  expect:KEY=REGEX
    is a key and the wait for what it must show.
    """
    out = []
    for part in re.split(r"(?<!\\),", script or ""):
        part = part.replace("\\,", ",")
        if not part:
            continue
        kind, sep, arg = part.partition(":")
        if sep and kind in ("text", "wait", "gone", "sleep", "paste", "quiet", "key", "click",
                            "resize", "signal", "expect"):
            out.append((kind, arg))
        else:
            name, star, count = part.rpartition("*")
            if star and name and count.isdigit():
                out.extend([("key", name)] * int(count))
            else:
                out.append(("key", part))
    return out


# --------------------------------------------------------------------- terminal
_TOKEN = re.compile(
    r"\x1b(?:"
    r"\[([<=>?]?)([0-9;:]*)([ -/]*)([@-~])"              # CSI
    r"|\]([^\x07\x1b]*)(?:\x07|\x1b\\)"                  # OSC
    r"|[PX^_][^\x1b]*\x1b\\"                             # DCS SOS PM APC
    r")")
# what may be the beginning of such a thing at the end of a chunk
_PARTIAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[PX^_][^\x1b]*\x1b?|[()#%])?\Z")

_QUERY = re.compile(
    rb"\x1b\[(?:(?P<ask>\??[\d;]*)\$p|(?P<dsr>\??[56])n|(?P<da>[>=]?0?)c|>(?P<ver>0?)q"
    rb"|(?P<size>1[4689])t|\?(?P<kitty>)u)"
    rb"|\x1b\](?P<osc>1[0-2]);\?(?:\x07|\x1b\\)|\x1bP\+q(?P<cap>[0-9A-Fa-f;]*)\x1b\\"
    rb"|\x1b_G(?P<gfx>[^\x1b]*)\x1b\\")

_MODE_NAMES = {1: "application cursor keys", 9: "mouse", 1000: "mouse", 1002: "mouse drag",
               1003: "mouse any", 1004: "focus events", 1005: "mouse utf8",
               1006: "mouse sgr", 1015: "mouse urxvt", 1016: "mouse pixels",
               1047: "alternate screen", 1049: "alternate screen", 47: "alternate screen",
               2004: "bracketed paste", 2026: "synchronized output",
               2048: "in-band resize"}


class _Screen(pyte.Screen):
    """pyte's screen, with what ncurses' and Textual's output need beside."""

    def __init__(self, cols, rows):
        self.private = set()
        self.kitty_stack = 0
        self.title_now = ""
        self.clipboard = None
        self.notices = []
        self.bells = 0
        self.last = " "
        self._saved = None
        super().__init__(cols, rows)

    def draw(self, data):
        if data:
            self.last = data[-1]
        super().draw(data)

    def repeat(self, count=1, **_):
        self.draw(self.last * max(1, count or 1))

    def scroll_up(self, count=1, **_):
        top, bottom = self.margins or (0, self.lines - 1)
        keep = self.cursor.y, self.cursor.x
        for _i in range(min(count or 1, self.lines)):
            self.cursor.y = bottom
            self.index()
        self.cursor.y, self.cursor.x = keep

    def scroll_down(self, count=1, **_):
        top, bottom = self.margins or (0, self.lines - 1)
        keep = self.cursor.y, self.cursor.x
        for _i in range(min(count or 1, self.lines)):
            self.cursor.y = top
            self.reverse_index()
        self.cursor.y, self.cursor.x = keep

    def back_tab(self, count=1, **_):
        for _i in range(count or 1):
            self.cursor.x = max(0, (self.cursor.x - 1) // 8 * 8)

    def bell(self, *_a):
        self.bells += 1

    def report_device_attributes(self, *a, **k):   # the reader thread answers
        pass

    def report_device_status(self, *a, **k):
        pass

    def set_mode(self, *modes, **kw):
        if kw.get("private"):
            for mode in modes:
                if mode in (47, 1047, 1049) and not self.private & {47, 1047, 1049}:
                    self._saved = (copy.deepcopy(dict(self.buffer)), self.cursor.x, self.cursor.y)
                    self.private.add(mode)
                    super().erase_in_display(2)
                self.private.add(mode)
        super().set_mode(*modes, **kw)

    def reset_mode(self, *modes, **kw):
        if kw.get("private"):
            for mode in modes:
                if mode in (47, 1047, 1049) and self._saved and self.private & {47, 1047, 1049}:
                    rows, x, y = self._saved
                    self.buffer.clear()
                    self.buffer.update(rows)
                    self.cursor.x, self.cursor.y = x, min(y, self.lines - 1)
                    self.dirty.update(range(self.lines))
                    self._saved = None
                    self.private -= {47, 1047, 1049}
                self.private.discard(mode)
        super().reset_mode(*modes, **kw)


class _Stream(pyte.Stream):
    csi = {**pyte.Stream.csi, "b": "repeat", "S": "scroll_up", "T": "scroll_down",
           "Z": "back_tab", "`": "cursor_to_column"}
    events = frozenset([*pyte.Stream.events, "repeat", "scroll_up", "scroll_down", "back_tab"])


class Terminal:
    """bytes in, cells out; keeps the modes, title, clipboard and notices."""

    def __init__(self, cols, rows):
        self.screen = _Screen(cols, rows)
        self.stream = _Stream(self.screen)
        self.stream.use_utf8 = False       # text comes decoded; honour ESC ( 0 line drawing
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._tail = ""

    def feed(self, data: bytes):
        text = self._tail + self._decode(data)
        self._tail = ""
        cut = text.rfind("\x1b", max(0, len(text) - 4096))
        if cut >= 0 and cut == len(text) - 2 and text[cut + 1] == "\\":
            cut = text.rfind("\x1b", 0, cut)        # an ST: does its opener stand complete?
            cut = -1 if cut < 0 or _TOKEN.match(text, cut) else cut
        if cut >= 0 and not _TOKEN.match(text, cut):
            prev = text.rfind("\x1b", 0, cut)
            if cut == len(text) - 1 and prev >= 0 and text[prev + 1:prev + 2] in tuple("]PX^_") \
                    and not _TOKEN.match(text, prev):
                cut = prev
            if _PARTIAL.match(text, cut):
                text, self._tail = text[:cut], text[cut:]
        try:
            self.stream.feed(_TOKEN.sub(self._token, text))
        except Exception as error:          # an emulator's slip must not end a test run
            self.screen.notices.append(f"emulator: {error!r}")

    def _token(self, match):
        marker, params, mid, final, osc = match.groups()
        if final:
            if mid or marker in ("<", "=", ">"):
                if final == "u":
                    self.screen.kitty_stack += {">": 1, "<": -1}.get(marker, 0)
                return ""
            if marker == "?" and final in "un":
                return ""
            if final in "tnc":
                return ""
            if final == "m" and ":" in params:
                params = re.sub(r"([34]8):2:[^:;]*:(\d+):(\d+):(\d+)", r"\1;2;\2;\3;\4", params)
                params = re.sub(r"([34]8):5:(\d+)", r"\1;5;\2", params)
                params = re.sub(r"58[:\d]*", "", params)
                params = re.sub(r"(\d+):[\d:]+", r"\1", params)
                return f"\x1b[{params}m"
            return match.group()
        if osc is not None:
            code, _, rest = osc.partition(";")
            if code in ("0", "2"):
                self.screen.title_now = rest
            elif code == "52":
                import base64
                try:
                    self.screen.clipboard = base64.b64decode(rest.partition(";")[2]).decode()
                except ValueError:
                    pass
            elif code in ("9", "777", "99"):
                self.screen.notices.append(rest)
        return ""

    # -- what is on it
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def rows(self) -> list:
        screen = self.screen
        cols = range(screen.columns)
        return [tuple(screen.buffer[y][x] for x in cols) for y in range(screen.lines)]


# ------------------------------------------------------------------ process tree
def _stat(pid):
    with open(f"/proc/{pid}/stat", "rb") as handle:
        return handle.read().rpartition(b")")[2].split()


class Tree:
    """A process, its descendants, and whoever else is in its session."""

    def __init__(self, pid):
        self.pid = pid

    def pids(self):
        parents, session = {}, []
        for name in os.listdir("/proc"):
            if name.isdigit():
                try:
                    f = _stat(name)
                except (OSError, IndexError):
                    continue
                parents.setdefault(int(f[1]), []).append(int(name))
                if int(f[3]) == self.pid:
                    session.append(int(name))
        found, queue = [], [self.pid]
        while queue:
            pid = queue.pop()
            if pid not in found:
                found.append(pid)
                queue += parents.get(pid, [])
        return [p for p in dict.fromkeys(found + session) if os.path.exists(f"/proc/{p}")]

    def usage(self) -> dict:
        """cpu_s (own, threads, and reaped children), rss/hwm/pss MB, processes, threads."""
        cpu = rss = hwm = pss = threads = count = 0
        fds = 0
        for pid in self.pids():
            try:
                f = _stat(pid)
                if f[0] in (b"Z", b"X"):
                    cpu += sum(int(f[i]) for i in (11, 12, 13, 14)) / TICKS
                    continue
                count += 1
                ran = 0
                for task in os.listdir(f"/proc/{pid}/task"):
                    with open(f"/proc/{pid}/task/{task}/schedstat") as handle:
                        ran += int(handle.read().split()[0])
                own = (int(f[11]) + int(f[12])) / TICKS
                cpu += max(ran / 1e9, own - 2 / TICKS) if ran else own
                cpu += (int(f[13]) + int(f[14])) / TICKS
                threads += int(f[17])
                with open(f"/proc/{pid}/status") as handle:
                    status = dict(line.split(":", 1) for line in handle if ":" in line)
                rss += int(status.get("VmRSS", "0").split()[0]) / 1024
                hwm += int(status.get("VmHWM", "0").split()[0]) / 1024
                try:
                    with open(f"/proc/{pid}/smaps_rollup") as handle:
                        pss += next(int(x.split()[1]) for x in handle if x.startswith("Pss:")) / 1024
                except (OSError, StopIteration):
                    pass
                fds += len(os.listdir(f"/proc/{pid}/fd"))
            except (OSError, IndexError, ValueError):
                continue
        return {"cpu_s": round(cpu, 4), "rss_mb": round(rss, 2), "hwm_mb": round(hwm, 2),
                "pss_mb": round(pss, 2), "processes": count, "threads": threads, "fds": fds}


def system_busy_s() -> float:
    """CPU seconds that all of the machine has used (all cores; for the foreign load)."""
    with open("/proc/stat") as handle:
        f = [int(x) for x in handle.readline().split()[1:]]
    return (sum(f[:3]) + sum(f[5:8])) / TICKS


# ----------------------------------------------------------------------- the thing
class Tui:
    """One program in one pseudo-terminal.  See the module's docstring."""

    def __init__(self, cmd, size=(120, 40), env=None, cwd=None, clean_env=False,
                 answer=True, sync=True, kitty=False, inband=False, background=(0x10, 0x10, 0x10),
                 timeout=10.0, settle=0.15, outlive=False):
        """cmd: a list, or a string for the shell.  env: additions (None removes one).

        answer: answer terminal queries at all.  sync: say that mode 2026 (synchronized
        output) is known.  kitty: speak the kitty keyboard protocol.  inband: say that
        mode 2048 (in-band resize) is known.  timeout: default for the wait_* methods.
        outlive: may go on when this process dies (else the kernel kills it).
        """
        self.cmd = ["/bin/sh", "-c", cmd] if isinstance(cmd, str) else list(map(str, cmd))
        self.size = tuple(size)
        self.env_add, self.cwd, self.clean_env = dict(env or {}), cwd, clean_env
        self.answer, self.sync, self.kitty, self.inband, self.outlive = answer, sync, kitty, inband, outlive
        self.background, self.timeout, self.settle = background, timeout, settle
        self.term = Terminal(*self.size)
        self.chunks: list[tuple[int, bytes]] = []    # (monotonic ns, bytes), as they came
        self.sent: list[tuple[int, bytes]] = []
        self.fed = 0
        self.bytes_out = 0
        self.status = None                            # wait status, once it ended
        self.rusage = None
        self.pid = None
        self.queries = collections.Counter()
        self._lock = threading.Lock()
        self._feed_lock = threading.RLock()
        self._news = threading.Condition(self._lock)
        self._tail = b""
        self._eof = False

    # -- life
    def start(self) -> "Tui":
        cols, rows = self.size
        master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, rows * 16, cols * 8))
        env = {} if self.clean_env else dict(os.environ)
        for name in ("LINES", "COLUMNS", "TMUX", "STY", "NO_COLOR", "TERM_PROGRAM", "CI"):
            env.pop(name, None)
        env.setdefault("PATH", os.defpath)
        env.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8", LC_ALL="C.UTF-8")
        for name, value in self.env_add.items():
            if value is None:
                env.pop(name, None)
            else:
                env[name] = str(value)
        self.termios_before = termios.tcgetattr(slave)
        self.master = master

        def own_tty():
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGTSTP):
                signal.signal(number, signal.SIG_DFL)       # as a terminal starts it, even under nohup
            if _LIBC is not None and not self.outlive:
                _LIBC.prctl(1, int(signal.SIGKILL), 0, 0, 0)     # PR_SET_PDEATHSIG: no orphans of ours

        self._busy0 = system_busy_s()
        self._self0 = time.process_time()
        self._cpu_end = 0.0
        self.t0 = NS()
        self._proc = subprocess.Popen(self.cmd, stdin=slave, stdout=slave, stderr=slave,
                                      close_fds=True, start_new_session=True, cwd=self.cwd,
                                      env=env, preexec_fn=own_tty)
        self.pid = self._proc.pid
        self.tree = Tree(self.pid)
        os.close(slave)
        self._wake_r, self._wake_w = os.pipe()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        return self

    __enter__ = start

    def __exit__(self, *_exc):
        self.close()

    def _read(self):
        master = self.master
        poll = select.poll()
        poll.register(master, select.POLLIN)
        poll.register(self._wake_r, select.POLLIN)
        while True:
            ready = poll.poll()
            if any(fd == self._wake_r for fd, _ in ready):
                break
            try:
                data = os.read(master, 65536)
            except OSError:
                data = b""
            now = NS()
            if not data:
                break
            with self._news:
                self.chunks.append((now, data))
                self.bytes_out += len(data)
                self._news.notify_all()
            if self.answer and (b"\x1b" in data or self._tail):
                self._answer(data)
        with self._news:
            self._eof = True
            self._news.notify_all()

    def _answer(self, data):
        buf = self._tail + data
        end = 0
        for m in _QUERY.finditer(buf):
            end = m.end()
            reply = self._reply(m)
            if reply:
                try:
                    os.write(self.master, reply)
                except OSError:
                    pass
        cut = buf.rfind(b"\x1b", max(end, len(buf) - 64))
        self._tail = buf[cut:] if cut >= end and not _QUERY.match(buf, cut) \
            and not re.match(rb"\x1b\[[0-?]*[ -/]*[@-~]", buf[cut:]) else b""

    def _reply(self, m):
        kind = m.lastgroup
        self.queries[m.group().decode("latin-1").replace("\x1b", "ESC")] += 1
        value = m.group(kind).decode("latin-1") if kind else ""
        cols, rows = self.size
        if kind == "ask":
            mode = int(value.strip("?") or 0)
            known = {2026: self.sync, 2048: self.inband}.get(mode, mode in _MODE_NAMES or mode in (7, 25))
            return f"\x1b[?{mode};{2 if known else 0}$y".encode()
        if kind == "dsr":
            if value.endswith("5"):
                return b"\x1b[0n"
            self.pump()
            c = self.term.screen.cursor
            return f"\x1b[{'?' if '?' in value else ''}{c.y + 1};{c.x + 1}R".encode()
        if kind == "da":
            return b"\x1b[>41;388;0c" if ">" in value else b"" if "=" in value else b"\x1b[?64;1;22c"
        if kind == "ver":
            return b"\x1bP>|tuidrive(1)\x1b\\"
        if kind == "size":
            return {"14": f"\x1b[4;{rows * 16};{cols * 8}t", "16": "\x1b[6;16;8t",
                    "18": f"\x1b[8;{rows};{cols}t", "19": f"\x1b[9;{rows};{cols}t"}[value].encode()
        if kind == "kitty":
            return b"\x1b[?0u" if self.kitty else None
        if kind == "osc":
            r, g, b = self.background if value == "11" else (0xE0, 0xE0, 0xE0)
            return f"\x1b]{value};rgb:{r:02x}{r:02x}/{g:02x}{g:02x}/{b:02x}{b:02x}\x1b\\".encode()
        if kind == "cap":
            return b"\x1bP0+r\x1b\\"
        return None

    # -- sending
    def send(self, data: bytes) -> int:
        """Raw bytes to the program; gives the time (monotonic ns) just before."""
        now = NS()
        self.sent.append((now, data))
        view = memoryview(data)
        while view:
            try:
                done = os.write(self.master, view[:1024])
            except OSError:
                raise TuiExited(f"{self.cmd}: the program is gone\n{self._last_words()}")
            view = view[done:]
        return now

    def press(self, *names, gap=0.0):
        """Keys by name: 'a', 'enter', 'ctrl+p', 'shift+up', 'f1', 'down*5'."""
        for _kind, name in [k for n in names for k in (parse_keys(n) if "*" in n and len(n) > 1 else [("key", n)])]:
            self.send(keys_to_bytes(name, 1 in self.term.screen.private, self.kitty))
            if gap:
                time.sleep(gap)
        return self

    def type(self, text, gap=0.002):
        """Text, one character at a time (a newline is Enter)."""
        for char in text:
            self.send(b"\r" if char == "\n" else char.encode())
            if gap:
                time.sleep(gap)
        return self

    def paste(self, text):
        self.pump()
        data = text.encode()
        self.send(b"\x1b[200~" + data + b"\x1b[201~" if 2004 in self.term.screen.private
                  else data.replace(b"\n", b"\r"))
        return self

    def click(self, x, y, button=0, release=True):
        """A mouse click on cell (x, y), 0-based; SGR encoding."""
        self.send(f"\x1b[<{button};{x + 1};{y + 1}M".encode())
        if release:
            self.send(f"\x1b[<{button};{x + 1};{y + 1}m".encode())
        return self

    def click_text(self, regex, timeout=None):
        self.wait_for(regex, timeout)
        x, y = self.find(regex)
        return self.click(x, y)

    def wheel(self, x, y, down=True, times=1):
        for _ in range(times):
            self.send(f"\x1b[<{65 if down else 64};{x + 1};{y + 1}M".encode())
        return self

    def focus(self, gained=True):
        self.send(b"\x1b[I" if gained else b"\x1b[O")
        return self

    def resize(self, cols, rows):
        self.pump()
        self.size = (cols, rows)
        with self._feed_lock:
            self.term.screen.resize(rows, cols)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, rows * 16, cols * 8))
        if self.inband and 2048 in self.term.screen.private:
            self.send(f"\x1b[48;{rows};{cols};{rows * 16};{cols * 8}t".encode())
        return self

    def play(self, script, timeout=None):
        """A key script as parse_keys() knows it."""
        for kind, arg in parse_keys(script):
            if kind == "key":
                self.press(arg)
            elif kind == "text":
                self.type(arg)
            elif kind == "paste":
                self.paste(arg)
            elif kind == "wait":
                self.wait_for(arg, timeout)
            elif kind == "gone":
                self.wait_gone(arg, timeout)
            elif kind == "sleep":
                time.sleep(float(arg))
            elif kind == "quiet":
                self.wait_quiet(float(arg or self.settle))
            elif kind == "expect":
                name, _, regex = arg.partition("=")
                self.press(name).wait_for(regex, timeout)
            elif kind == "click":
                self.click_text(arg, timeout)
            elif kind == "resize":
                self.resize(*map(int, arg.split("x")))
            elif kind == "signal":
                self.signal(getattr(signal, arg))
        return self

    # -- looking
    def pump(self, until=None):
        """Feed the emulator what has come; until: stop after this many chunks."""
        with self._feed_lock:
            end = len(self.chunks) if until is None else min(until, len(self.chunks))
            while self.fed < end:
                self.term.feed(self.chunks[self.fed][1])
                self.fed += 1
        return self

    def screen(self) -> str:
        """The screen's text, trailing spaces off."""
        self.pump()
        return self.term.text()

    def line(self, y) -> str:
        self.pump()
        return self.term.screen.display[y].rstrip()

    def cell(self, x, y):
        """A pyte Char: data, fg, bg, bold, italics, underscore, strikethrough, reverse."""
        self.pump()
        return self.term.screen.buffer[y][x]

    @property
    def cursor(self):
        self.pump()
        c = self.term.screen.cursor
        return c.x, c.y, not c.hidden

    @property
    def title(self):
        self.pump()
        return self.term.screen.title_now

    @property
    def clipboard(self):
        self.pump()
        return self.term.screen.clipboard

    def find(self, regex):
        """(x, y) of the first match on one line, or None."""
        self.pump()
        for y, text in enumerate(self.term.screen.display):
            m = re.search(regex, text)
            if m:
                x, seen = 0, 0
                while seen < m.start() and x < self.size[0]:
                    seen += len(self.term.screen.buffer[y][x].data)
                    x += 1
                return x, y
        return None

    def raw(self) -> bytes:
        return b"".join(data for _t, data in self.chunks)

    # -- waiting
    def _wait_chunk(self, have, deadline):
        """True when there are more than `have` chunks, False at the deadline or the end."""
        with self._news:
            while len(self.chunks) <= have and not self._eof:
                left = (deadline - NS()) / 1e9
                if left <= 0:
                    return False
                self._news.wait(left)
            return len(self.chunks) > have

    def wait_quiet(self, quiet=None, timeout=None):
        """Until nothing came for `quiet` seconds: the last chunk's time; None if it never was."""
        quiet = self.settle if quiet is None else quiet
        start = NS()
        deadline = start + int((self.timeout if timeout is None else timeout) * 1e9)
        while True:
            have = len(self.chunks)
            last = max(self.chunks[-1][0] if have else self.t0, start if not have else 0)
            until = last + int(quiet * 1e9)
            if NS() >= until or self._eof:
                return last
            if NS() >= deadline:
                return None
            self._wait_chunk(have, min(until, deadline))

    def _match(self, regex, present, timeout):
        pattern = re.compile(regex, re.M)
        deadline = NS() + int((self.timeout if timeout is None else timeout) * 1e9)
        hit = pattern.search(self.screen_of_fed()) is not None
        while hit != present:
            if self.fed < len(self.chunks):
                self.pump(self.fed + 1)
                hit = pattern.search(self.screen_of_fed()) is not None
                continue
            if not self._wait_chunk(self.fed, deadline) and self.fed >= len(self.chunks):
                kind = TuiExited if self._eof else TuiTimeout
                raise kind(f"{' '.join(self.cmd)}: {regex!r} {'did not come' if present else 'stayed'}"
                           f"{' (the program ended)' if self._eof else ''}\n{self._last_words()}")
        return self.chunks[self.fed - 1][0] if self.fed else NS()

    def screen_of_fed(self):
        with self._feed_lock:
            return self.term.text()

    def wait_for(self, regex, timeout=None) -> int:
        """Until the screen's text matches; gives the time (monotonic ns) of that chunk."""
        return self._match(regex, True, timeout)

    def wait_gone(self, regex, timeout=None) -> int:
        return self._match(regex, False, timeout)

    def wait_exit(self, timeout=None):
        """Until the program ends: its exit code (negative: the signal)."""
        deadline = NS() + int((self.timeout if timeout is None else timeout) * 1e9)
        while not self._reap():
            if NS() > deadline:
                raise TuiTimeout(f"{' '.join(self.cmd)}: did not end\n{self._last_words()}")
            time.sleep(0.002)
        self.wait_eof()
        return self.exit_code

    def wait_eof(self, timeout=1.0):
        with self._news:
            if not self._eof:
                self._news.wait_for(lambda: self._eof, timeout)
        self.pump()

    def _last_words(self):
        rule = "-" * self.size[0]
        return f"{rule}\n{self.screen()}\n{rule}"

    # -- measuring
    def key_latency(self, data: bytes, settle=None, timeout=2.0, region=None) -> dict:
        """Send one key; when did the screen first change, and last change (settled)?

        Times in ms from just before the write.  region: (x, y, w, h) to look at only.
        calm is False when the program never stopped drawing: then the times say little.
        """
        settle = self.settle if settle is None else settle
        calm = self.wait_quiet(settle, timeout=3.0) is not None
        self.pump()
        before = self._look(region)
        start_chunk = len(self.chunks)
        t = self.send(data)
        first = last = None
        size = 0
        deadline = t + int(timeout * 1e9)
        while True:
            have = len(self.chunks)
            if self._wait_chunk(have, min(deadline, NS() + int(settle * 1e9))):
                if NS() < deadline:
                    continue
            for i in range(self.fed, len(self.chunks)):
                self.pump(i + 1)
                size += len(self.chunks[i][1])
                now = self._look(region)
                if self.chunks[i][0] < t:              # on its way before the key
                    before = now
                if now != before:
                    last = self.chunks[i][0]
                    first = first or last
                    before = now
            if first is not None or NS() >= deadline or self._eof:
                break
        ms = lambda x: None if x is None else round((x - t) / 1e6, 3)  # noqa: E731
        return {"first_ms": ms(first), "settled_ms": ms(last), "bytes": size,
                "chunks": len(self.chunks) - start_chunk, "calm": calm}

    def _look(self, region):
        rows = self.term.rows()
        if region:
            x, y, w, h = region
            return [row[x:x + w] for row in rows[y:y + h]]
        return rows

    def usage(self) -> dict:
        usage = self.tree.usage()
        self._cpu_end = max(self._cpu_end, usage["cpu_s"])
        return usage

    def foreign_load(self) -> float:
        """Cores that others kept busy since the start (all busy, less ours and the tree's)."""
        took = (NS() - self.t0) / 1e9
        ours = time.process_time() - self._self0
        tree = max(self._cpu_end, self.rusage.ru_utime + self.rusage.ru_stime if self.rusage else 0)
        return round(max(0.0, system_busy_s() - self._busy0 - ours - tree) / took, 2)

    # -- ending
    @property
    def exit_code(self):
        return None if self.status is None else os.waitstatus_to_exitcode(self.status)

    def alive(self):
        return not self._reap()

    def _reap(self):
        if self.status is None:
            try:
                pid, status, usage = os.wait4(self.pid, os.WNOHANG)
            except ChildProcessError:
                pid, status, usage = self.pid, 0, None
            if pid:
                self.status, self.rusage = status, usage
                self._proc.returncode = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def signal(self, number):
        """A signal to the program's own process group."""
        if not self._reap():
            try:
                os.killpg(self.pid, number)
            except ProcessLookupError:
                pass
        return self

    def kill9(self):
        """The power cut: SIGKILL to the whole process group, and the wait for its end."""
        self.signal(signal.SIGKILL)
        self.wait_exit(5)
        return self

    def hang_up(self):
        """The terminal window closes: the master side goes, the kernel sends SIGHUP."""
        self._stop_reader()
        os.close(self.master)
        self.master = -1
        return self

    def _stop_reader(self):
        if self._thread.is_alive():
            os.write(self._wake_w, b"x")
            self._thread.join(2)

    def close(self, grace=2.0):
        """SIGTERM, then SIGKILL, to this program's own session only."""
        if self.pid is None or self.master is None:
            return
        members = [p for p in self.tree.pids() if self._in_session(p)]
        if not self._reap():
            self.signal(signal.SIGTERM)
            deadline = NS() + int(grace * 1e9)
            while not self._reap() and NS() < deadline:
                time.sleep(0.01)
            self.signal(signal.SIGKILL)
            deadline = NS() + int(2e9)
            while not self._reap() and NS() < deadline:
                time.sleep(0.005)
        for pid in members:                      # those that made groups of their own
            if pid != self.pid and self._in_session(pid):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
        self.wait_eof(0.5)
        self._stop_reader()
        for fd in (self.master, self._wake_r, self._wake_w):
            if fd >= 0:
                os.close(fd)
        self.master = None

    def _in_session(self, pid):
        try:
            return int(_stat(pid)[3]) == self.pid
        except (OSError, IndexError):
            return False

    def left_on(self) -> list:
        """What the program left switched on in the terminal (empty: it cleaned up)."""
        self.pump()
        screen = self.term.screen
        left = sorted({_MODE_NAMES[m] for m in screen.private if m in _MODE_NAMES})
        if screen.cursor.hidden:
            left.append("cursor hidden")
        if screen.kitty_stack > 0:
            left.append("kitty keyboard")
        if self.master is not None and self.master >= 0:
            try:
                now = termios.tcgetattr(self.master)
                for index, name in ((0, "iflag"), (1, "oflag"), (3, "lflag")):
                    if now[index] != self.termios_before[index]:
                        left.append(f"termios {name}")
            except termios.error:
                pass
        return left

    # -- keeping
    def cast(self, path):
        """The whole session as an asciinema v2 recording."""
        with open(path, "w") as out:
            out.write(json.dumps({"version": 2, "width": self.size[0], "height": self.size[1]}) + "\n")
            decode = codecs.getincrementaldecoder("utf-8")("replace").decode
            for t, data in self.chunks:
                out.write(json.dumps([round((t - self.t0) / 1e9, 6), "o", decode(data)]) + "\n")

    def png(self, path, scale=16):
        """The screen as a picture: colours, bold, reverse, the cursor."""
        self.pump()
        render_png(self.term.screen, path, scale)
        return path


# ---------------------------------------------------------------------------- png
_ANSI = {"black": "000000", "red": "cd3131", "green": "0dbc79", "brown": "e5e510", "blue": "2472c8",
         "magenta": "bc3fbc", "cyan": "11a8cd", "white": "e5e5e5", "brightblack": "666666",
         "brightred": "f14c4c", "brightgreen": "23d18b", "brightbrown": "f5f543",
         "brightyellow": "f5f543", "brightblue": "3b8eea", "brightmagenta": "d670d6",
         "bfightmagenta": "d670d6", "brightcyan": "29b8db", "brightwhite": "ffffff"}
_FONT_DIRS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu", "/usr/share/fonts/TTF")


def _rgb(name, default):
    if name == "default":
        return default
    value = _ANSI.get(name, name)
    try:
        return tuple(int(value[i:i + 2], 16) for i in (0, 2, 4))
    except ValueError:
        return default


def _shape(draw, code, x, y, w, h, fg):
    """Block elements and braille by hand, so that they join; True when drawn."""
    if 0x2580 <= code <= 0x259F:
        if code == 0x2580:
            boxes = [(0, 0, 8, 4)]
        elif code <= 0x2588:
            boxes = [(0, 8 - (code - 0x2580), 8, 8)]
        elif code <= 0x258F:
            boxes = [(0, 0, 0x2590 - code, 8)]
        elif code == 0x2590:
            boxes = [(4, 0, 8, 8)]
        elif code <= 0x2593:
            level = (code - 0x2590) / 4
            step = {0.25: 4, 0.5: 2, 0.75: 1}[level]
            for py in range(y, y + h):
                for px in range(x, x + w):
                    if (step == 1 and (px + py) % 4) or (step > 1 and (px + py * (step // 2)) % step == 0):
                        draw.point((px, py), fg)
            return True
        elif code == 0x2594:
            boxes = [(0, 0, 8, 1)]
        elif code == 0x2595:
            boxes = [(7, 0, 8, 8)]
        else:
            bits = {0x2596: 4, 0x2597: 8, 0x2598: 1, 0x2599: 13, 0x259A: 9, 0x259B: 7,
                    0x259C: 11, 0x259D: 2, 0x259E: 6, 0x259F: 14}[code]
            boxes = [b for i, b in enumerate([(0, 0, 4, 4), (4, 0, 8, 4), (0, 4, 4, 8), (4, 4, 8, 8)])
                     if bits >> i & 1]
        for a, b, c, d in boxes:
            draw.rectangle((x + w * a // 8, y + h * b // 8, x + w * c // 8 - 1, y + h * d // 8 - 1), fill=fg)
        return True
    if 0x2800 <= code <= 0x28FF:
        dots = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
        r = max(1, w // 8)
        for i, (cx, cy) in enumerate(dots):
            if (code - 0x2800) >> i & 1:
                px, py = x + w * (2 * cx + 1) // 4, y + h * (2 * cy + 1) // 8
                draw.ellipse((px - r, py - r, px + r, py + r), fill=fg)
        return True
    if code in (0x2500, 0x2501, 0x2502, 0x2503):
        t = max(1, w // (8 if code & 1 == 0 else 4))
        if code < 0x2502:
            draw.rectangle((x, y + h // 2 - t // 2, x + w - 1, y + h // 2 - t // 2 + t - 1), fill=fg)
        else:
            draw.rectangle((x + w // 2 - t // 2, y, x + w // 2 - t // 2 + t - 1, y + h - 1), fill=fg)
        return True
    return False


def render_png(screen, path, scale=16, fg_default=(0xD8, 0xD8, 0xD8), bg_default=(0x10, 0x10, 0x10)):
    from PIL import Image, ImageDraw, ImageFont
    base = next((d for d in _FONT_DIRS if os.path.exists(f"{d}/DejaVuSansMono.ttf")), None)
    if base is None:
        raise RuntimeError("DejaVuSansMono.ttf not found: apt-get install fonts-dejavu-core")
    mono = ImageFont.truetype(f"{base}/DejaVuSansMono.ttf", scale)
    bold = ImageFont.truetype(f"{base}/DejaVuSansMono-Bold.ttf", scale)
    sans = ImageFont.truetype(f"{base}/DejaVuSans.ttf", scale - 2) if os.path.exists(f"{base}/DejaVuSans.ttf") else mono
    missing = bytes(mono.getmask("\U0010fffd"))
    w = round(mono.getlength("M"))
    ascent, descent = mono.getmetrics()
    h = ascent + descent
    image = Image.new("RGB", (w * screen.columns, h * screen.lines), bg_default)
    draw = ImageDraw.Draw(image)
    for y in range(screen.lines):
        row = screen.buffer[y]
        for x in range(screen.columns):
            char = row[x]
            fg, bg = _rgb(char.fg, fg_default), _rgb(char.bg, bg_default)
            if char.reverse:
                fg, bg = bg, fg
            if not screen.cursor.hidden and (x, y) == (screen.cursor.x, screen.cursor.y):
                fg, bg = bg, fg
            wide = 2 if x + 1 < screen.columns and row[x + 1].data == "" and char.data else 1
            if char.data == "":
                continue
            px, py = x * w, y * h
            if bg != bg_default:
                draw.rectangle((px, py, px + w * wide - 1, py + h - 1), fill=bg)
            if char.data.strip():
                if not _shape(draw, ord(char.data[0]), px, py, w, h, fg):
                    font = bold if char.bold else mono
                    if ord(char.data[0]) > 0x2000 and bytes(font.getmask(char.data[0])) == missing:
                        font = sans
                    draw.text((px, py), char.data, font=font, fill=fg)
            if char.underscore:
                draw.line((px, py + ascent + 1, px + w * wide - 1, py + ascent + 1), fill=fg)
            if char.strikethrough:
                draw.line((px, py + h // 2, px + w * wide - 1, py + h // 2), fill=fg)
    image.save(path)


# ----------------------------------------------------------------------- self-test
_TINY = r"""
import sys, tty, os, termios, signal
old = termios.tcgetattr(0); tty.setraw(0)
w = lambda s: (sys.stdout.write(s), sys.stdout.flush())
w('\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[2J\x1b[H\x1b[1;31mTiny\x1b[0m ready\x1b]2;tiny title\x07\x1b]52;c;aGVsbG8=\x07')
w('\x1b[3;1H\x1b(0lqk\x1b(B\x1b[4;1Hx\x1b[5b\x1b[>4;2m\x1b[5;1Hplain\x1b[6n')
signal.signal(signal.SIGWINCH, lambda *a: w('\x1b[8;1Hsize %dx%d' % os.get_terminal_size(0)))
n = 0
while True:
    try:
        k = os.read(0, 100)
    except InterruptedError:
        continue
    if k == b'q':
        break
    n += 1
    w('\x1b[6;1H\x1b[K%d %r' % (n, k))
w('\x1b[?2004l\x1b[?25h\x1b[?1049l'); termios.tcsetattr(0, termios.TCSANOW, old); print('bye')
"""

_TEXTUAL = r"""
from textual.app import App
from textual.widgets import Header, Footer, Input, Label
class Tiny(App):
    BINDINGS = [("f2", "hello", "Hello"), ("ctrl+q", "quit", "Quit")]
    def compose(self):
        yield Header(); yield Input(placeholder="name"); yield Label("nothing yet", id="l"); yield Footer()
    def on_input_changed(self, e): self.query_one("#l").update("typed " + e.value)
    def on_resize(self, e): self.sub_title = f"{e.size.width}x{e.size.height}"
    def action_hello(self): self.notify("hello there")
Tiny().run()
"""


def selftest(python=None, posting=None):
    passed = failed = 0

    def check(name, ok, seen=""):
        nonlocal passed, failed
        passed, failed = passed + bool(ok), failed + (not ok)
        print(f"{'ok  ' if ok else 'FAIL'} {name}{'' if ok else f': {seen!r}'}")

    with Tui([sys.executable, "-c", _TINY], size=(60, 12)) as t:
        t.wait_for("ready")
        t.wait_quiet()
        check("text", t.line(0) == "Tiny ready", t.line(0))
        check("colour and bold", t.cell(0, 0).fg == "red" and t.cell(0, 0).bold, t.cell(0, 0))
        check("title", t.title == "tiny title", t.title)
        check("clipboard", t.clipboard == "hello", t.clipboard)
        check("line drawing", t.line(2) == "┌─┐", t.line(2))
        check("REP", t.line(3) == "xxxxxx", t.line(3))
        check("CSI > m is not SGR", not t.cell(0, 4).underscore, t.cell(0, 4))
        check("cursor report", "R'" in t.line(5), t.line(5))
        t.press("ctrl+p")
        t.wait_for(r"b'\\x10'")
        t.press("up")
        t.wait_for(r"\[A'")
        t.paste("a b")
        t.wait_for(r"200~a b")
        lat = t.key_latency(b"z")
        check("key latency", lat["first_ms"] is not None and lat["first_ms"] < 500, lat)
        t.resize(80, 20)
        t.wait_for("size 80x20")
        check("modes seen", {"alternate screen", "bracketed paste", "cursor hidden"} <= set(t.left_on()), t.left_on())
        t.png(_scratch("selftest.png")) if _has("PIL") else None
        use = t.usage()
        check("usage", use["rss_mb"] > 2 and use["processes"] == 1, use)
        t.press("q")
        check("exit code", t.wait_exit() == 0, t.exit_code)
        check("left nothing on", t.left_on() == [], t.left_on())
        check("main screen came back", "bye" in t.screen() and "Tiny" not in t.screen(), t.screen())
    with Tui([sys.executable, "-c", _TINY + "\n"], size=(60, 12)) as t:
        t.wait_for("ready")
        t.kill9()
        check("kill -9", t.exit_code == -signal.SIGKILL, t.exit_code)
        check("what kill -9 leaves on", "alternate screen" in t.left_on(), t.left_on())
        try:
            t.wait_for("never", 0.2)
            check("a wait that fails raises", False)
        except TuiExited as error:
            check("a wait that fails raises", "Tiny" in str(error), error)
    with Tui("trap '' TERM; sleep 60 & sleep 61", size=(40, 5)) as t:
        time.sleep(0.2)
        pids = t.tree.pids()
        t.close(grace=0.3)
        time.sleep(0.1)
        check("teardown ends the whole session", len(pids) >= 2 and not any(
            os.path.exists(f"/proc/{p}") and _stat(p)[0] != b"Z" for p in pids), pids)
    chunked = Terminal(20, 3)
    for byte in "\x1b]52;c;aGk=\x1b\\\x1b[38:2::1:2:3mé\x1b[0m\x1bP+q\x1b\\ok\x1b_Gx\x1b\\!".encode():
        chunked.feed(bytes([byte]))
    check("byte by byte", chunked.text().startswith("éok!") and chunked.screen.clipboard == "hi"
          and chunked.screen.buffer[0][0].fg == "010203", (chunked.text(), chunked.screen.clipboard, chunked.screen.buffer[0][0]))
    if python:
        with Tui([python, "-c", _TEXTUAL], size=(100, 30)) as t:
            t.wait_for("nothing yet", 20)
            t.type("abc")
            t.wait_for("typed abc")
            t.press("f2")
            t.wait_for("hello there")
            t.resize(70, 20)
            t.wait_for("70x20")
            if _has("PIL"):
                t.png(_scratch("textual.png"))
            check("textual: queries answered", any("2026" in q for q in t.queries), t.queries)
            check("textual: modes", "alternate screen" in t.left_on(), t.left_on())
            t.press("ctrl+q")
            check("textual: exit code", t.wait_exit() == 0, t.exit_code)
            check("textual: left nothing on", t.left_on() == [], t.left_on())
    if posting:
        with Tui([posting], size=(120, 40), timeout=30, env={"HOME": _scratch("home")}) as t:
            t.wait_for("Collection")
            t.wait_quiet()
            t.press("ctrl+p")
            t.wait_for("Search for commands|Command")
            if _has("PIL"):
                t.png(_scratch("posting.png"))
            t.press("escape")
            t.press("ctrl+c")
            check("posting: exit", t.wait_exit(10) == 0, t.exit_code)
            check("posting: left nothing on", t.left_on() == [], t.left_on())
    print(f"{passed} passed, {failed} failed")
    return failed == 0


def _scratch(name):
    """A path in the temporary folder for what the self-test leaves to look at."""
    import tempfile
    return os.path.join(tempfile.gettempdir(), "tuidrive-" + name)


def _has(module):
    import importlib.util
    return importlib.util.find_spec(module) is not None


if __name__ == "__main__":
    import argparse
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0],
                                     epilog="Everything else is for import: help(tuidrive.Tui).")
    parser.add_argument("--selftest", action="store_true", help="test this module and leave")
    parser.add_argument("--textual-python", help="a Python that has Textual, for the self-test")
    parser.add_argument("--posting", help="posting's path, for the self-test")
    options = parser.parse_args()
    if not options.selftest:
        parser.error("nothing to do: --selftest, or import me")
    sys.exit(0 if selftest(options.textual_python, options.posting) else 1)
