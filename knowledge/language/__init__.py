"""How people write: normalising, stemming, spelling and word lists, apart from any standard."""
