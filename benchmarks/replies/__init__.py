"""How fast the whole bot replies, beside a bare python-telegram-bot that only echoes."""
