"""Standards of other offices, in their formats, and what people ask about them.

Each folder in `offices/` is a set of documents with its questions, written by somebody who had
not seen the program. `standard` and `standards` of a question are the names of the files without
their endings; all documents of a set are loaded together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.library import Library

from .expectations import Expectation, folded
from .judging import Reply, kind_faults, stray_faults, text_faults

OFFICE_SETS = tuple(sorted(p for p in (Path(__file__).parent / "offices").iterdir() if p.is_dir()))
#: Of each set: the share of right replies, and the most that may come from another standard.
_GATES = {
    "first": (0.98, 0),
    "second": (0.97, 0),
    "third": (0.94, 0),
    "fourth": (0.95, 1),
    "fifth": (0.93, 0),
    "sixth": (0.91, 0),
    "seventh": (0.83, 0),
    "eighth": (0.87, 0),
    "ninth": (0.92, 0),
    "tenth": (0.86, 1),
    "eleventh": (0.9, 0),
    "twelfth": (0.88, 1),
    "thirteenth": (0.82, 0),
    "fourteenth": (0.83, 1),
    "fifteenth": (0.76, 3),
    "sixteenth": (0.87, 1),
    "seventeenth": (0.84, 0),
    "eighteenth": (0.82, 0),
    "nineteenth": (0.86, 0),
    "twentieth": (0.86, 1),
    "twentyfirst": (0.84, 1),
    "twentysecond": (0.81, 1),
    "twentythird": (0.8, 1),
    "twentyfourth": (0.8, 1),
    "twentyfifth": (0.77, 2),
    "twentysixth": (0.85, 0),
    "twentyseventh": (0.87, 2),
    "twentyeighth": (0.86, 0),
    "twentyninth": (0.86, 0),
    "thirtieth": (0.84, 2),
    "thirtyfirst": (0.82, 1),
    "thirtysecond": (0.76, 1),
    "thirtythird": (0.76, 1),
    "thirtyfourth": (0.84, 0),
    "thirtyfifth": (0.75, 4),
    "thirtysixth": (0.75, 1),
}
_REFUSALS = 0.95  # of the questions that must be refused
#: The same in sets that are new to us, until their misses are mended.
_NEW_REFUSALS = {"seventh": 0.7, "eighth": 0.75, "ninth": 0.86, "tenth": 0.75}
_NEW_REFUSALS |= {"eleventh": 0.75, "twelfth": 0.82, "thirteenth": 0.76, "fourteenth": 0.68}
_NEW_REFUSALS |= {"fifteenth": 0.56, "sixteenth": 0.59, "seventeenth": 0.69, "eighteenth": 0.68}
_NEW_REFUSALS |= {"nineteenth": 0.74, "twentieth": 0.49, "twentyfirst": 0.68, "twentysecond": 0.53}
_NEW_REFUSALS |= {
    "twentythird": 0.74,
    "twentyfourth": 0.4,
    "twentyfifth": 0.99,
    "twentysixth": 0.68,
}
_NEW_REFUSALS |= {"twentyseventh": 0.6, "twentyeighth": 0.44, "twentyninth": 0.68}
_NEW_REFUSALS |= {"thirtieth": 0.7, "thirtyfirst": 0.44, "thirtysecond": 0.7, "thirtythird": 0.5}
_NEW_REFUSALS |= {"thirtyfourth": 0.35, "thirtyfifth": 0.8, "thirtysixth": 0.32}

#: Questions beside those of a set that stand far from its words, or that nothing in it answers.
FAR = "far.jsonl"
_FAR_GATES = 0.54, 0.79  # shares of answers and of refusals that are right
#: Questions in English beside those of a set, some of which nothing in it answers.
ENGLISH = "english.jsonl"
_ENGLISH_GATES = 0.95, 0.7

Titles = Mapping[str, Collection[str]]  # name of a file -> the titles that it holds


@dataclass(frozen=True, slots=True)
class OfficeJudgement:
    """A question, its reply and all that is wrong; `strayed`: answered from another standard.

    `office_set` is the name of the set that it stands in.
    """

    question: Expectation
    reply: Reply
    faults: tuple[str, ...]
    strayed: bool
    office_set: str = "first"

    @property
    def is_refusal(self) -> bool:
        """Whether the question must not be answered from the standards."""
        return not {"answer", "choice"} & set(self.question.kind)


@dataclass(frozen=True, slots=True)
class OfficeFigures:
    """What one run over the questions about other offices came to; shares between 0 and 1."""

    judgements: tuple[OfficeJudgement, ...]

    @property
    def right(self) -> float:
        """Share of all questions with a right reply."""
        return _share(self.judgements)

    @property
    def refusals(self) -> float:
        """Share of the questions outside the standards that were not answered."""
        return _share([one for one in self.judgements if one.is_refusal])

    @property
    def unsourced(self) -> int:
        """Number of answers whose text names none of their sources."""
        return sum(
            one.reply.kind == "answer" and not one.reply.shows_source for one in self.judgements
        )

    @property
    def strayed(self) -> int:
        """Number of answers from another standard than the one asked about."""
        return sum(one.strayed for one in self.judgements)

    def of(self, office_set: str) -> OfficeFigures:
        """Return the figures of one set alone."""
        return OfficeFigures(tuple(j for j in self.judgements if j.office_set == office_set))

    @property
    def answers(self) -> float:
        """Share of the questions that the standards answer with a right reply."""
        return _share(tuple(one for one in self.judgements if not one.is_refusal))

    @property
    def passes_far(self) -> bool:
        """Whether a run over the far questions is at or above its gates."""
        answers, refusals = _FAR_GATES
        return self.answers >= answers and self.refusals >= refusals and not self.unsourced

    @property
    def passes_english(self) -> bool:
        """Whether a run over the questions in English is at or above its gates."""
        answers, refusals = _ENGLISH_GATES
        return self.answers >= answers and self.refusals >= refusals and not self.unsourced

    @property
    def passes(self) -> bool:
        """Whether the run is at or above all gates."""
        enough = all(
            self.of(name).right >= right and self.of(name).strayed <= strayed
            for name, (right, strayed) in _GATES.items()
        )
        older = tuple(j for j in self.judgements if j.office_set not in _NEW_REFUSALS)
        refused = OfficeFigures(older).refusals >= _REFUSALS and all(
            self.of(name).refusals >= share for name, share in _NEW_REFUSALS.items()
        )
        return enough and refused and not self.unsourced


def documents_of(folder: Path) -> list[Path]:
    """Return the documents of a set: all but its questions and complaints."""
    return sorted(file for file in folder.iterdir() if file.suffix != ".jsonl")


def titles_of(files: Sequence[Path]) -> Titles:
    """Return the titles of the standards that each file holds; ValueError for an unread file."""
    found: dict[str, set[str]] = {}
    for file in files:
        library, problems = Library.load([file])
        if problems or not library:
            raise ValueError(f"{file.name} is not read")
        found[file.stem] = {folded(standard.title) for standard in library.values()}
    return found


def judge_office(question: Expectation, reply: Reply, titles: Titles) -> OfficeJudgement:
    """Compare a reply with what was expected of it."""
    text = folded(reply.text)
    faults = kind_faults(question, reply) + stray_faults(question, text)
    if reply.kind != "choice":
        faults += text_faults(question, text)
    cited = {folded(title) for title, _ in reply.sources}
    missing = [key for key in question.standards if not cited & set(titles[key])]
    strayed = reply.kind == "answer" and bool(missing)
    if strayed:
        faults.append(f"no source in {', '.join(missing)}")
    return OfficeJudgement(question, reply, tuple(faults), strayed)


def office_table(figures: OfficeFigures) -> str:
    """Return right, total and per cent by document and facet, and the overall figures."""
    lines: list[str] = []
    for title, name in (("office", "standard"), ("facet", "facet")):
        lines += [*_block(title, name, figures.judgements), ""]
    lines += [f"{name + ' set':<20}{figures.of(name).right:.1%}" for name in _GATES]
    right = sum(not one.faults for one in figures.judgements)
    return "\n".join(
        [
            *lines,
            f"offices right       {right} of {len(figures.judgements)} ({figures.right:.1%})",
            f"correct refusals    {figures.refusals:.1%}",
            f"without source      {figures.unsourced}",
            f"other standard      {figures.strayed}",
            f"gate                {'passed' if figures.passes else 'NOT passed'}",
        ]
    )


def far_table(figures: OfficeFigures) -> str:
    """Return what came of the far questions, as two lines."""
    answers, refusals = _FAR_GATES
    return (
        f"asked in far words  {figures.answers:.1%} answered rightly (gate {answers:.0%})\n"
        f"not said at all     {figures.refusals:.1%} refused (gate {refusals:.0%})"
    )


def english_table(figures: OfficeFigures) -> str:
    """Return what came of the questions in English, as one line."""
    right, refused = figures.answers, figures.refusals
    return f"asked in English    {right:.1%} answered rightly, {refused:.1%} refused"


def office_misses(figures: OfficeFigures, limit: int) -> str:
    """Return the first `limit` wrong replies with text, expectation and reply."""
    wrong = [one for one in figures.judgements if one.faults]
    return "\n".join(line for one in wrong[:limit] for line in _miss(one))


def _block(title: str, name: str, judgements: Iterable[OfficeJudgement]) -> Iterator[str]:
    groups: dict[str, list[OfficeJudgement]] = defaultdict(list)
    for one in judgements:
        groups[getattr(one.question, name) or "-"].append(one)
    yield f"{title:<30}right  total      %"
    for group, ones in sorted(groups.items()):
        right = sum(not one.faults for one in ones)
        yield f"{group:<28}{right:>7}{len(ones):>7}{_share(ones):>7.1%}"


def _miss(judgement: OfficeJudgement) -> Iterator[str]:
    question, reply = judgement.question, judgement.reply
    yield f"--- {question.id} [{question.chat}] {question.facet} {question.standard or '-'}"
    yield f"asked:  {question.text}"
    yield f"wrong:  {'; '.join(judgement.faults)}"
    yield f"got:    {reply.kind} " + reply.text.replace("\n", "\n        ")


def _share(judgements: Sequence[OfficeJudgement]) -> float:
    """Return the share without faults; 1 for none."""
    right = sum(not one.faults for one in judgements)
    return right / len(judgements) if judgements else 1.0
