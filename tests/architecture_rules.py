"""The rules between the layers, as functions from a parsed file to what breaks them."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.parsed_files import Finding, Source, within

MAX_LINES = 400

PURE_PACKAGES = {"pydantic", "pydantic_core", "annotated_types", "typing_extensions"}
"""What the core may import beside the standard library."""
IMPURE_MODULES = (
    *("textual", "rich", "tinydb", "tomllib", "tomlkit", "orjson", "filelock", "platformdirs"),
    *("random", "secrets", "time", "os", "pathlib", "shutil", "tempfile", "glob"),
    *("asyncio", "subprocess", "threading", "socket", "sqlite3", "urllib", "http", "logging"),
)
"""What the core may not import: screens, formats, files, clocks, chance, other processes."""
UNSEEN_INPUTS = {
    *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today"),
    *("datetime.date.today", "uuid.uuid1", "uuid.uuid4"),
}
"""Values that would have to be handed in, so that the same events always give the same session."""
FILE_METHODS = {"read_text", "write_text", "read_bytes", "write_bytes"}

MARKUP_TEXT = {"Static", "Label"}
MARKUP_LABEL = {"Button", "Checkbox", "RadioButton", "Option", "TabPane", "Collapsible", "Link"}
"""Widgets that take a plain string as markup and, unlike the two above, cannot be told not to."""
LABEL_KEYWORDS = {"content", "label", "prompt", "title", "tooltip", "message"}
MARKUP_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip"}
SAFE_CALLS = {"Content", "Text"}


def forbidden_imports(
    source: Source, forbidden: Iterable[str], but: Iterable[str] = ()
) -> Iterator[Finding]:
    for line, name, _ in source.imports:
        if within(name, forbidden) and not within(name, but):
            yield source.finding(line, f"{source.module} must not import {name}")


def impure_core(source: Source) -> Iterator[Finding]:
    """What would tie the core to a machine: foreign packages, clocks, chance."""
    yield from forbidden_imports(source, IMPURE_MODULES)
    for line, name, _ in source.imports:
        top = name.partition(".")[0]
        if top not in {*sys.stdlib_module_names, *PURE_PACKAGES, "facilitui", *IMPURE_MODULES}:
            yield source.finding(line, f"the core must not import {top}")
    for node in source.nodes:
        if isinstance(node, ast.Attribute | ast.Name) and source.resolve(node) in UNSEEN_INPUTS:
            yield source.finding(node.lineno, f"{source.resolve(node)} must be handed in")


def file_access(source: Source) -> Iterator[Finding]:
    """Opening a file by hand; the storage does that, and command line and bootstrap may."""
    for node in (node for node in source.nodes if isinstance(node, ast.Call)):
        name = source.resolve(node.func)
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name in {"open", "io.open", "os.open"} or method in FILE_METHODS:
            yield source.finding(node.lineno, f"only the storage opens files ({name})")


def screens_together(source: Source) -> Iterator[Finding]:
    """Screens never import each other; the dialogs they ask with are everybody's."""
    parts = source.module.split(".")
    own = [".".join(parts[:3])] if len(parts) > 2 else []
    return forbidden_imports(source, ["facilitui.screens"], [*own, "facilitui.screens.dialogs"])


def unsafe_text(source: Source) -> Iterator[Finding]:
    """Places where somebody's text could be taken as markup."""
    for node in source.nodes:
        if isinstance(node, ast.Assign) and _composed(node.value):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in MARKUP_ATTRIBUTES:
                    yield source.finding(node.lineno, f"{target.attr} takes markup: give a Content")
        elif isinstance(node, ast.Call) and (reason := _unsafe_call(source, node)):
            yield source.finding(node.lineno, reason)


def _unsafe_call(source: Source, call: ast.Call) -> str:
    func = call.func
    name = func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")
    first = [*call.args[:1], *(k.value for k in call.keywords if k.arg in LABEL_KEYWORDS)]
    literal = any(ast.unparse(keyword) == "markup=False" for keyword in call.keywords)
    if name == "notify" and first and not literal:
        return "notify needs markup=False"
    if name in MARKUP_TEXT and not literal and not all(_safe(source, value) for value in first):
        return f"{name} with a computed text needs markup=False, a Content or a text.py helper"
    if name in MARKUP_LABEL and any(map(_composed, first)):
        return f"{name} takes markup: give it a Content or a text.py helper"
    if name == "from_markup" and any(map(_composed, call.args)):
        return "from_markup takes a literal; hand the texts in as keywords"
    if name == "update" and any(_composed(value) and "[" in ast.unparse(value) for value in first):
        return "update with markup and variables: give it a Content"
    return ""


def _composed(node: ast.expr) -> bool:
    """A string put together from a variable: f-string, +, % or .format."""
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        return any(_composed(side) or _stringy(side) for side in (node.left, node.right))
    func = node.func if isinstance(node, ast.Call) else None
    return isinstance(func, ast.Attribute) and func.attr == "format" and _stringy(func.value)


def _stringy(node: ast.expr) -> bool:
    constant = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return constant or isinstance(node, ast.JoinedStr)


def _safe(source: Source, node: ast.expr) -> bool:
    """A literal, a Content, or what a helper of facilitui.text made."""
    if isinstance(node, ast.IfExp):
        return _safe(source, node.body) and _safe(source, node.orelse)
    if isinstance(node, ast.Call):
        name = source.resolve(node.func)
        return within(name, ["facilitui.text"]) or not SAFE_CALLS.isdisjoint(name.split("."))
    return _stringy(node) and not _composed(node)


def sleeping(source: Source) -> Iterator[Finding]:
    """Tests move the clock; they never wait for it."""
    if not any(word in source.text for word in ("sleep", "pause")):
        return
    for node in (node for node in source.nodes if isinstance(node, ast.Call)):
        name = source.resolve(node.func)
        wait = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else 0
        long = isinstance(wait, int | float) and wait >= 1
        if name == "time.sleep" or (long and name in {"asyncio.sleep", "pilot.pause"}):
            yield source.finding(node.lineno, f"{name} in a test: wait for a state instead")


def too_long(path: str, text: str) -> Iterator[Finding]:
    count = len(text.splitlines())
    if count > MAX_LINES:
        yield Finding(path, count, f"{count} lines; at most {MAX_LINES}")


def loose_styles(source: Source, folder: Path) -> Iterator[Finding]:
    """A screen's style sheet lies beside it and styles nothing but that screen."""
    for owner in (node for node in source.nodes if isinstance(node, ast.ClassDef)):
        for name in (name for statement in owner.body for name in _css_paths(statement)):
            if not (folder / name).is_file():
                yield source.finding(owner.lineno, f"{name} is not beside the screen")
            else:
                sheet = f"{source.path.rpartition('/')[0]}/{name}"
                yield from loose_rules(sheet, (folder / name).read_text("utf-8"), owner.name)


def _css_paths(statement: ast.stmt) -> list[str]:
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return []
    parts = list(ast.walk(statement))
    named = any(isinstance(part, ast.Name) and part.id == "CSS_PATH" for part in parts)
    values = [part.value for part in parts if isinstance(part, ast.Constant) and named]
    return [value for value in values if isinstance(value, str)]


def loose_rules(path: str, text: str, owner: str) -> Iterator[Finding]:
    """Rules at the top of a style sheet whose selector does not begin with its screen's name."""
    blank = re.sub(r"/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m[0]), text, flags=re.DOTALL)
    depth, start = 0, 0
    for match in re.finditer(r"[{};]", blank):
        if match[0] == "{" and depth == 0:
            head = blank[start : match.start()]
            line = blank.count("\n", 0, match.start() - len(head.lstrip())) + 1
            for selector in map(str.strip, head.split(",")):
                if not re.match(rf"{owner}(?![\w-])", selector):
                    yield Finding(path, line, f"{selector} is not within {owner}")
        depth += {"{": 1, "}": -1, ";": 0}[match[0]]
        start = match.end() if depth == 0 else start
