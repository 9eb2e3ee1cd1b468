"""The office's rules, use cases and database. No Telegram, no wording."""
