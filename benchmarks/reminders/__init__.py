"""How long a look for due reminders takes, with many tasks under way."""
