"""Dated plans: a standard's procedure, a start and some answers become steps with deadlines.

Pure and derived: nothing is stored here. Start at `planner.plan_of`.
"""
