"""Complaints and tasks while the bot is killed again and again: nothing lost or doubled."""
