"""Alembic's migrations: how the schema of `bot.storage.tables` came to be, step by step."""
