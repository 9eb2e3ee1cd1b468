"""The office's own words: defined, changed and removed, each with who and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import DomainError
from bot.domain.learning import OfficeTerm
from bot.domain.questions import Question
from bot.services.finding import FinderHolder
from bot.services.learning import terms_of
from bot.services.ports import UnitOfWork
from bot.services.rehearsing import Comparing, Rehearsal, settle
from knowledge.finding.defining import Judgement
from knowledge.finding.finder import Finder
from knowledge.finding.terms import OfficeTerms, key_of


@dataclass(frozen=True, slots=True)
class TermPlan:
    """A term before it is in force: what speaks against it, what it changes and replaces.

    `then` is the finder as it would be.
    """

    short: str
    meaning: str
    judgement: Judgement
    then: Finder
    replaced: OfficeTerm | None = None
    rehearsal: Rehearsal = Rehearsal()

    @property
    def needs_asking(self) -> bool:
        """Tell whether a person should look before it is put in force."""
        return bool(self.judgement.doubts or self.rehearsal.changed or self.replaced)


class Vocabulary:
    """Keeps the office's terms."""

    def __init__(self, finder: FinderHolder) -> None:
        """Judge and rehearse with whatever finder the holder has at the time."""
        self._holder = finder

    async def plan(self, work: UnitOfWork, short: str, meaning: str) -> TermPlan:
        """Find out what a term would do; a refusal is in its judgement."""
        short, meaning = " ".join(short.split()), " ".join(meaning.split())
        known = await work.learning.terms()
        replaced = next((term for term in known if key_of(term.short) == key_of(short)), None)
        if replaced is not None and replaced.meaning == meaning:
            raise DomainError("term.same", short=replaced.short, meaning=meaning)
        others = [term for term in known if term != replaced]
        judgement = self._holder.rehearsal(terms_of(others)).judge(short, meaning)
        now = self._holder.finder
        if judgement.refusal is not None:
            return TermPlan(short, meaning, judgement, now, replaced)
        meanings = {term.short: term.meaning for term in others}
        then = self._holder.rehearsal(OfficeTerms({**meanings, short: meaning}))
        comparing = Comparing(now, then, lambda text: now.heard(text) != then.heard(text))
        rehearsal = await comparing.over(work)
        return TermPlan(short, meaning, judgement, then, replaced, rehearsal)

    async def define(
        self, work: UnitOfWork, plan: TermPlan, by: int | None, now: datetime
    ) -> tuple[Question, ...]:
        """Put a term in force; return the waiting questions that it answers."""
        if plan.judgement.refusal is not None:
            raise DomainError(f"term.{plan.judgement.refusal}", short=plan.short)
        if plan.replaced is not None:
            await work.learning.end_term(plan.replaced.id, by, now)
        await work.learning.add_term(OfficeTerm(0, plan.short, plan.meaning, by, now))
        await settle(work, plan.rehearsal.answered, None)
        return plan.rehearsal.answered

    async def remove(self, work: UnitOfWork, term_id: int, by: int | None, now: datetime) -> None:
        """Take a term out of force; raises DomainError("term.gone") if it is not in force."""
        await work.learning.end_term(term_id, by, now)
