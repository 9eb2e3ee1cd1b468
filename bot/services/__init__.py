"""The use cases, written against the Protocols of `ports`: no SQL, no Telegram, no wording."""
