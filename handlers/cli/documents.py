"""Documents that a command line names, read without a database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.services.reader import read_path
from handlers.cli.errors import CommandError
from handlers.cli.screen import Screen
from knowledge.library import Library, Problem
from knowledge.model import ServiceStandard


def read_documents(paths: Sequence[Path], screen: Screen) -> tuple[ServiceStandard, ...]:
    """Return the standards of exactly these files and folders.

    Raises CommandError where a named file is none, or nothing is found. What is no standard
    inside a folder, and a second document of the same standard, is named and left out.
    """
    library, problems = Library.load(paths, read_path)
    named = {str(path) for path in paths}
    for problem in problems:
        if problem.file in named and problem.key != "duplicate":
            raise CommandError(problem_key(problem), **problem.values)
    name_problems(problems, screen)
    if not library:
        raise CommandError("documents_none", paths=", ".join(map(str, paths)))
    return tuple(library.values())


def name_problems(problems: Iterable[Problem], screen: Screen) -> None:
    """Name on standard error what could not be read, and why, a line each."""
    for problem in problems:
        screen.fail(problem_key(problem), **problem.values)


def problem_key(problem: Problem) -> str:
    """Return the key of the text that explains a problem."""
    return f"document_{problem.key}"
