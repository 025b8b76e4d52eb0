"""Bullets into speech: taking a resume line apart and saying it in the first person."""
