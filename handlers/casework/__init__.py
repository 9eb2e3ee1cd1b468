"""The officials' desk in Telegram: cards of tickets, what is done with them, lists, saved answers.

Wording is in `handlers/texts/*/casework.j2`; what may be done is decided in `bot.domain`.
"""
