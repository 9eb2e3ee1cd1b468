"""How finding and routing bear an office with a thousand standards."""
