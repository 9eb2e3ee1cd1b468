"""Standards of other kinds of offices, in other layouts and formats, with what they say by hand.

The offices are made up. At first sight 199 of 224 fields of the first eight were right, 95 of
105 of the next four, 78 of 82 of the next three and 77 of 108 of the last four (one was no standard
at all, for its headings are questions); what was mended each time are kinds of tables,
titles, columns and sentences, not these documents.
"""

from __future__ import annotations

import pytest

from tests.knowledge.reading.other_offices.clinics import HEALTH_CENTRE, HOSPITAL
from tests.knowledge.reading.other_offices.fourth import (
    LABORATORY,
    LEAFLET,
    QUESTIONS,
    VILLAGE_RULES,
)
from tests.knowledge.reading.other_offices.judging import judge
from tests.knowledge.reading.other_offices.made import Office
from tests.knowledge.reading.other_offices.orders import COUNCIL, ORDER
from tests.knowledge.reading.other_offices.registries import REGISTRY, VILLAGE
from tests.knowledge.reading.other_offices.second import BUS, INSPECTORS, LICENCE, UNIVERSITY
from tests.knowledge.reading.other_offices.tariffs import MUSEUM, VEHICLES
from tests.knowledge.reading.other_offices.third import COURT, STAFF, WATERWORKS

FIRST = (HOSPITAL, HEALTH_CENTRE, REGISTRY, VILLAGE, ORDER, COUNCIL, VEHICLES, MUSEUM)
LATER = (LICENCE, UNIVERSITY, INSPECTORS, BUS, WATERWORKS, STAFF, COURT)
LAST = (VILLAGE_RULES, QUESTIONS, LABORATORY, LEAFLET)
OFFICES = (*FIRST, *LATER, *LAST)


@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office.file)
def test_every_field_is_read_as_a_person_reads_it(office: Office) -> None:
    wrong = {name: (got, wanted) for name, right, got, wanted in judge(office) if not right}
    assert wrong == {}
