"""Files made to do harm, and what becomes of them. ``scripts/hostile.py`` runs them all."""
