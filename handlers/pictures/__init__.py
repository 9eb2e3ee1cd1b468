"""Pictures for the chat, drawn with Pillow; their words come from `texts/*/pictures.j2`."""
