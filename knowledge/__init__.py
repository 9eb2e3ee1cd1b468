"""What service standards say: documents, model, index and answers with sources.

Pure and synchronous: no Telegram, no database, no clock.
"""
