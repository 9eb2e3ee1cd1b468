"""What components are called in English, beside their own names in documents of two languages.

Data, and one look into it: to know a new wording, add it; a plural is known with its singular.
"""

from __future__ import annotations

import re

_WORDINGS = """
requirement|service requirement|terms|terms and conditions|condition|required document
procedure|service procedure|process|flow|service flow|step|how to apply|mechanism
system mechanism and procedure|system mechanisms and procedures
processing time|service time|completion time|time|duration|period|time frame|turnaround time
fee|service fee|cost|service cost|charge|tariff|rate|price|fee and charge
product|service product|output|result|outcome
opening hour|office hour|service hour|working hour|operating hour|business hour|hour
location|place|address|venue|office|service location|where to find us
complaint|complaints and suggestions|feedback|complaint handling|contact|contact us|suggestion
handling of complaints suggestions and feedback|complaints suggestions and feedback
legal basis|legal bases|legal framework|legal reference
facility|facilities|facilities and infrastructure|infrastructure
person in charge|responsible officer|responsible unit|officer in charge|implementer
staff|number of staff|number of personnel|personnel
competence|competency|competencies|staff competence|staff competency|qualification
internal supervision|supervision|monitoring|evaluation|performance evaluation
guarantee|service guarantee|assurance|security and safety|safety|safety and security guarantee
service unit|service provider|provider|unit|user|service user|definition|purpose|scope|background
"""
_WORD = re.compile(r"[a-z]+")


def _key(text: str) -> tuple[str, ...]:
    """Return the words of a text without the ending of a plural."""
    return tuple(word.removesuffix("s") for word in _WORD.findall(text.casefold()))


_KNOWN = frozenset(_key(wording) for wording in _WORDINGS.replace("\n", "|").split("|")) - {()}


def is_english(text: str) -> bool:
    """Whether a text is what English calls a component."""
    return _key(text) in _KNOWN
