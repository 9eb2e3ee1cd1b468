"""Complaints as whoever complains sees them: the form, the receipt, what became of it.

Officials' cards and what they do with them are in `handlers.casework`.
"""
