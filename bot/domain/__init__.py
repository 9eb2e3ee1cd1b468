"""The office's rules as frozen data and pure functions: no database, no clock, no Telegram."""
