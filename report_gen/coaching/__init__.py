"""Stage 6: Assessment, Resume, Job, packs -> Coaching (stories, scripts, questions, plan)."""

from report_gen.coaching.draft import draft_plan
from report_gen.coaching.grounding import ground_drafts
from report_gen.coaching.models import Coaching

__all__ = ["Coaching", "draft_plan", "ground_drafts"]
