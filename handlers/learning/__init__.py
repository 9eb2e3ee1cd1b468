"""/istilah and /pertanyaan: how an office teaches the bot its words and its answers."""
