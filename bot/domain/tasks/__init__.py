"""Tasks: procedures that somebody has started, step by step to their end.

Pure: what a task is, whose turn it is, who is reminded when, who may do what.
"""
