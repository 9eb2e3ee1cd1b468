"""From a question and a topic to an answer with its source, a choice, or an honest no."""

from knowledge.finding.answers import Citation, Option, Reply, ReplyKind, Request, Topic
from knowledge.finding.finder import Finder

__all__ = ["Citation", "Finder", "Option", "Reply", "ReplyKind", "Request", "Topic"]
