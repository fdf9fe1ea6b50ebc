"""Load the source of a submission as a module, and the course's shared modules when it asks for them."""

from __future__ import annotations

import importlib.util
import linecache
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType


class SharedFinder:
    """Imports the course's shared modules by name, always the course's copy, never one beside a submission."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = {path.stem: path for path in paths if path.suffix == ".py"}

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The import system's question."""
        found = self._paths.get(name)
        return importlib.util.spec_from_file_location(name, found) if found else None


def share(paths: Sequence[Path]) -> None:
    """Make the shared modules importable in this process, before anything on `sys.path`."""
    sys.meta_path.insert(0, SharedFinder(paths))


def new_module(file: str, source: str) -> ModuleType:
    """An empty module for this source, registered under the file's stem, its lines known to tracebacks."""
    name = file.removesuffix(".py")
    module = ModuleType(name)
    module.__file__ = file
    sys.modules[name] = module
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    return module


def run(module: ModuleType, source: str) -> None:
    """Compile and run the source as the module's body. Whatever that raises is the learner's."""
    assert module.__file__ is not None
    code = compile(source, module.__file__, "exec", dont_inherit=True)
    exec(code, module.__dict__)
