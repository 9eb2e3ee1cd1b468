"""The office's rules in the chat: /pengaturan for admins, /libur with the calendar for everybody.

`screens` and `calendar` show, each form has a module of its own, `presses` says what buttons do.
"""
