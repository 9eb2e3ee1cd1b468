"""When the office works, and what a span of working time means: hours, holidays, arithmetic.

No wording, no database and no clock. Start at `calendar.office_calendar`.
"""
