"""reportgen: a resume and a job description in, a personal interview report out.

    resume = report_gen.parse_resume("resume.pdf")
    job = report_gen.parse_job("jd.txt")
    analysis = report_gen.analyze(resume, job)
    report_gen.render(analysis, "report.pdf")

Everything that can go wrong in a way the user can fix raises ``ReportGenError``. Importing this
module is light: parsers and renderers are imported by the function that needs them.
"""

from report_gen.api import analyze, parse_job, parse_resume, render, skill_id
from report_gen.errors import ReportGenError

__version__ = "0.1.0"
__all__ = [
    "Analysis",
    "ReportGenError",
    "__version__",
    "analyze",
    "parse_job",
    "parse_resume",
    "render",
    "skill_id",
]


def __getattr__(name: str) -> object:
    if name == "Analysis":
        from report_gen.analysis import Analysis

        return Analysis
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
