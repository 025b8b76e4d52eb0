"""Stage 0: data packs -> Taxonomy (skills, dimensions, roles, companies, questions, words)."""

from report_gen.taxonomy.load import load_taxonomy
from report_gen.taxonomy.models import Taxonomy

__all__ = ["Taxonomy", "load_taxonomy"]
