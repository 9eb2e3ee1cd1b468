"""Ask every question through `pandu ask --json`, route every complaint, and print the tables.

The questions are those about the shipped standards, and those about standards of other offices.

python -m tests.evaluation.run [--questions PATH...] [--complaints PATH...] [--misses N]
                               [--json FILE]
Exit status 1 below the gate, 2 where the set or the command cannot be used.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from knowledge.library import Library
from knowledge.routing.router import Router

from .complaint_expectations import COMPLAINTS, load_complaints
from .complaint_judging import (
    ComplaintFigures,
    complaint_misses,
    complaint_table,
    measure_complaints,
)
from .expectations import DOCUMENTS, QUESTIONS, Expectation, load
from .judging import Reply, judge
from .office_complaints import (
    OfficeRoutes,
    load_office_complaints,
    office_route_misses,
    office_route_table,
    route_offices,
)
from .office_judging import (
    ENGLISH,
    FAR,
    OFFICE_SETS,
    OfficeFigures,
    documents_of,
    english_table,
    far_table,
    judge_office,
    office_misses,
    office_table,
    titles_of,
)
from .table import Figures, misses, table

_ROOT = Path(__file__).parents[2]
_TIME_LIMIT = 300  # seconds for the whole set


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the set, print the table and the misses; return the exit status."""
    options = _options(arguments)
    try:
        figures = measure(load(options.questions))
        offices = measure_offices()
        far = measure_far()
        english = measure_english()
        routed = measure_routes(options.complaints)
        office_routes = measure_office_routes()
    except (OSError, ValueError, RuntimeError) as fault:
        print(f"evaluation: {fault}", file=sys.stderr)
        return 2
    print(f"{table(figures)}\n\n{office_table(offices)}\n\n{far_table(far)}\n")
    print(f"{english_table(english)}\n")
    print(f"{complaint_table(routed)}\n\n{office_route_table(office_routes)}")
    if options.misses:
        print(misses(figures.judgements, options.misses))
        print(office_misses(offices, options.misses))
        print(complaint_misses(routed, options.misses))
        print(office_route_misses(office_routes, options.misses))
    if options.json:
        _save(figures, options.json)
    passed = all(one.passes for one in (figures, offices, routed, office_routes))
    return 0 if passed and far.passes_far and english.passes_english else 1


def measure(questions: Sequence[Expectation]) -> Figures:
    """Ask all questions about the shipped standards in one `pandu ask --json`; judge the replies.

    Raises ValueError without questions, RuntimeError where the command fails or does not
    answer line by line.
    """
    replies = zip(questions, map(Reply.of, asked(questions, [DOCUMENTS])), strict=True)
    return Figures(tuple(judge(question, reply) for question, reply in replies))


def measure_offices(
    folders: Sequence[Path] = OFFICE_SETS, file: str = "questions.jsonl"
) -> OfficeFigures:
    """Ask all questions about the standards of other offices, a set at a time; as `measure`."""
    judged = []
    for folder in folders:
        questions = load([folder / file])
        documents = documents_of(folder)
        titles = titles_of(documents)
        replies = zip(questions, asked(questions, documents), strict=True)
        judged += [
            replace(judge_office(q, Reply.of(raw), titles), office_set=folder.name)
            for q, raw in replies
        ]
    return OfficeFigures(tuple(judged))


def measure_far() -> OfficeFigures:
    """Ask what stands far from the words of the standards, or is not said in them at all."""
    return measure_offices([folder for folder in OFFICE_SETS if (folder / FAR).exists()], FAR)


def measure_english() -> OfficeFigures:
    """Ask in English what the standards of some sets say, or do not say."""
    return measure_offices(
        [folder for folder in OFFICE_SETS if (folder / ENGLISH).exists()], ENGLISH
    )


def measure_office_routes(folders: Sequence[Path] = OFFICE_SETS) -> OfficeRoutes:
    """Route the complaints of each set by its own standards and judge the routes."""
    routed = []
    for folder in folders:
        library, _ = Library.load(documents_of(folder))
        complaints = load_office_complaints(folder / "complaints.jsonl")
        found = route_offices(complaints, Router(library.values()))
        routed += [replace(one, office_set=folder.name) for one in found]
    return OfficeRoutes(tuple(routed))


def asked(questions: Sequence[Expectation], standards: Sequence[Path]) -> list[dict[str, Any]]:
    """Return the replies of the real command, one a question, in their order."""
    if not questions:
        raise ValueError("no questions found")
    lines = [json.dumps({"id": q.id, "chat": q.chat, "text": q.text}) for q in questions]
    raw = [json.loads(line) for line in _ask("\n".join(lines) + "\n", standards)]
    if [reply["id"] for reply in raw] != [q.id for q in questions]:
        raise RuntimeError("the replies are not one a question, in the order of the questions")
    return raw


def measure_routes(paths: Sequence[Path]) -> ComplaintFigures:
    """Route all complaints by the shipped standards and judge the routes."""
    standards, _ = Library.load([DOCUMENTS])
    return measure_complaints(load_complaints(paths), Router(standards.values()))


def _ask(text: str, standards: Sequence[Path]) -> list[str]:
    """Return the output lines of the real command for the input lines."""
    ask = [sys.executable, "-m", "handlers", "ask", "--json", "--standards"]
    command = [*ask, *map(str, standards)]
    done = subprocess.run(  # noqa: S603 - our own command, no shell
        command, input=text, capture_output=True, encoding="utf-8", cwd=_ROOT, timeout=_TIME_LIMIT
    )
    if done.returncode:
        raise RuntimeError(f"pandu ask ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout.splitlines()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--questions", nargs="+", type=Path, default=[QUESTIONS], metavar="PATH")
    parser.add_argument("--complaints", nargs="+", type=Path, default=[COMPLAINTS], metavar="PATH")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N wrong replies")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything to a file")
    return parser.parse_args(arguments)


def _save(figures: Figures, file: Path) -> None:
    """Write the figures and all judgements as JSON."""
    names = ("right", "refusals", "unsourced", "wrong_standard", "loose_figures")
    summary = {name: getattr(figures, name) for name in (*names, "median_ms", "p99_ms", "passes")}
    judged = [asdict(judgement) for judgement in figures.judgements]
    text = json.dumps({**summary, "judgements": judged}, ensure_ascii=False, indent=1)
    file.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
