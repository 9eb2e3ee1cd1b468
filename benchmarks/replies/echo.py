"""The yardstick: a bot of python-telegram-bot alone that sends back what it gets.

python -m benchmarks.replies.echo API TOKEN [WEBHOOK_ADDRESS]
"""

from __future__ import annotations

import logging
import sys
from typing import Any, TypeAlias

from telegram import Update
from telegram.ext import Application, CallbackContext, MessageHandler, filters

Context: TypeAlias = CallbackContext[Any, Any, Any, Any]


async def echo(update: Update, _context: Context) -> None:
    """Send the text back."""
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main(api: str, token: str, webhook: str | None = None) -> None:
    """Run until SIGTERM, by polling or, with an address "127.0.0.1:8080", by webhook."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    builder = Application.builder().token(token)
    application = builder.base_url(f"{api}/bot").base_file_url(f"{api}/file/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    if webhook is None:
        application.run_polling(timeout=10)
    else:
        host, port = webhook.split(":")
        url = f"http://{webhook}/echo"
        application.run_webhook(host, int(port), url_path="echo", webhook_url=url)


if __name__ == "__main__":
    main(*sys.argv[1:])
