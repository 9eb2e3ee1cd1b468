"""Loading standards in the chat: a file becomes a draft, a report, and then what all may ask."""
