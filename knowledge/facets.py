"""What a standard can speak of, and the units of time that it is written in."""

from __future__ import annotations

from enum import StrEnum


class Facet(StrEnum):
    """One thing a standard can speak of: a section, or a numbered item of its scope section."""

    LEGAL_BASIS = "legal_basis"
    BACKGROUND = "background"
    PURPOSE = "purpose"
    SCOPE = "scope"
    UNIT = "unit"
    IMPLEMENTERS = "implementers"
    RESPONSIBLE = "responsible"
    TARGET = "target"
    USERS = "users"
    OUTPUT = "output"
    OUTCOME = "outcome"
    DEFINITIONS = "definitions"
    COMPETENCE = "competence"
    FRAMEWORK = "framework"
    PROCEDURE = "procedure"
    TOTAL_TIME = "total_time"
    REQUIREMENTS = "requirements"
    REQUIREMENTS_IMPLEMENTER = "requirements_implementer"
    REQUIREMENTS_USER = "requirements_user"
    FACILITIES = "facilities"
    COST = "cost"
    PLACE = "place"
    SERVICE_HOURS = "service_hours"
    WARNING = "warning"
    COMPLAINT = "complaint"
    SUPERVISION = "supervision"
    STAFF_COUNT = "staff_count"
    GUARANTEE = "guarantee"
    SAFETY = "safety"
    EVALUATION = "evaluation"
    OTHER = "other"


class TimeUnit(StrEnum):
    """Units of time as the documents write them."""

    MENIT = "menit"
    JAM = "jam"
    HARI = "hari"
    MINGGU = "minggu"
    BULAN = "bulan"
