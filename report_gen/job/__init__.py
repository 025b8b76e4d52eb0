"""Stage 3: Document, Taxonomy -> Job (requirements verbatim, with kind, skills, years)."""

from report_gen.job.models import Compensation, Degree, Ignored, Job, Requirement
from report_gen.job.parser import parse_job
from report_gen.job.serialise import from_dict

__all__ = ["Compensation", "Degree", "Ignored", "Job", "Requirement", "from_dict", "parse_job"]
