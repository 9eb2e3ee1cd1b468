"""Telegram, the command line and all wording: what people meet. The start sits here, on top."""
