"""Tasks in the chat: started, looked at, moved on by buttons; and what people are told of them.

In private chats only. Dates, rights and reminders are decided in `bot`; here are screens and forms.
"""
