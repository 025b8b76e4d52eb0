"""Stage 9, before it: an operator's theme file and template folder -> Brand, checked before use."""

from report_gen.branding.read import read_brand

__all__ = ["read_brand"]
