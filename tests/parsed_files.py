"""The project's Python files, parsed: what they import, and the full names of what they use.

They are read and never imported, so that a file which cannot be imported is judged too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}"


class Source:
    """One parsed Python file of the project, known by its path from the root."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        parts = path.removesuffix(".py").split("/")
        self.package = ".".join(parts[:-1])
        self.module = self.package if parts[-1] == "__init__" else ".".join(parts)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Everything that the file says."""
        return list(ast.walk(ast.parse(self.text, self.path)))

    @cached_property
    def imports(self) -> list[tuple[int, str, str]]:
        """(line, full name of what is imported, the name it gets here or an empty string)."""
        return list(self._imports())

    @cached_property
    def aliases(self) -> dict[str, str]:
        """What the names that are imported stand for."""
        return {alias: target for _, target, alias in self.imports if alias}

    def finding(self, line: int, reason: str) -> Finding:
        return Finding(self.path, line, reason)

    def _imports(self) -> Iterator[tuple[int, str, str]]:
        for node in self.nodes:
            if isinstance(node, ast.Import):
                for name in node.names:
                    yield node.lineno, name.name, name.asname or ""
            elif isinstance(node, ast.ImportFrom):
                parents = self.package.split(".")
                start = parents[: len(parents) - node.level + 1] if node.level else []
                for name in node.names:
                    full = ".".join(filter(None, [*start, node.module, name.name]))
                    yield node.lineno, full, name.asname or name.name
            elif isinstance(node, ast.Call) and node.args:
                called, first = dotted(node.func).split(".")[-1], node.args[0]
                text = first.value if isinstance(first, ast.Constant) else None
                if called in {"import_module", "__import__"} and isinstance(text, str):
                    yield node.lineno, text, ""

    def resolve(self, node: ast.AST) -> str:
        """The full dotted name behind an expression, as far as the imports tell it."""
        head, dot, rest = dotted(node).partition(".")
        return self.aliases.get(head, head) + dot + rest


def dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def within(name: str, roots: Iterable[str]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in roots)


def sources(*folders: str, root: Path = ROOT) -> list[Source]:
    """Every Python file below these folders, the vendored copies left out."""
    return [
        _source(path, root)
        for folder in folders
        for path in sorted(root.glob(folder if folder.endswith(".py") else f"{folder}/**/*.py"))
        if "tests/vendor/" not in path.as_posix()
    ]


@cache
def _source(path: Path, root: Path) -> Source:
    return Source(path.relative_to(root).as_posix(), path.read_text("utf-8"))
