"""Facts in the many words that postings have for them, table by table.

Each row is one way to say it. A row that fails names itself; the tables were written before the
rules were looked at.
"""

from __future__ import annotations

from typing import Any

import report_gen

BODY = """

Responsibilities
- Build ranking models
- Own pipelines in production

Requirements
- Strong Python and SQL
- Experience with Spark
"""

PAY: dict[str, tuple[float | None, float | None, str, str]] = {
    "Pay range: $158,400-262,100": (158400, 262100, "USD", "year"),
    "150-185k USD depending on experience": (150000, 185000, "USD", "year"),
    "The salary range for this role is $150k to $185k.": (150000, 185000, "USD", "year"),
    "Compensation: $165K – $210K • Offers Equity • Offers Bonus": (165000, 210000, "USD", "year"),
    "The base salary range for this full-time position is $161,000-$239,000 + bonus + equity + benefits.": (
        161000,
        239000,
        "USD",
        "year",
    ),
    "Salary: EUR 78.000 per year": (78000, 78000, "EUR", "year"),
    "Jahresgehalt: 65.000 € bis 80.000 €": (65000, 80000, "EUR", "year"),
    "65-80k€ fixed + 10% variable": (65000, 80000, "EUR", "year"),
    "€70k–€90k gross per year": (70000, 90000, "EUR", "year"),
    "Pay: $75.00 - $92.50 per hour": (75, 92.5, "USD", "hour"),
    "$90/hr W2": (90, 90, "USD", "hour"),
    "Rate: up to $110 per hour on C2C": (None, 110, "USD", "hour"),
    "Salary up to £85,000 plus benefits": (None, 85000, "GBP", "year"),
    "£60k - £75k + bonus": (60000, 75000, "GBP", "year"),
    "circa £65,000 per annum": (65000, 65000, "GBP", "year"),
    "CTC: 25-40 LPA": (2500000, 4000000, "INR", "year"),
    "₹30,00,000 - ₹45,00,000 a year": (3000000, 4500000, "INR", "year"),
    "INR 18 to 24 lakhs per annum": (1800000, 2400000, "INR", "year"),
    "CAD $110,000 - $140,000": (110000, 140000, "CAD", "year"),
    "$110,000 - $140,000 CAD": (110000, 140000, "CAD", "year"),
    "C$120,000–C$150,000 per year": (120000, 150000, "CAD", "year"),
    "A$140,000 to A$170,000 plus super": (140000, 170000, "AUD", "year"),
    "CHF 120'000 - 140'000 brutto": (120000, 140000, "CHF", "year"),
    "PLN 22 000 - 30 000 net per month on B2B": (22000, 30000, "PLN", "month"),
    "from 18,000 PLN to 25,000 PLN monthly": (18000, 25000, "PLN", "month"),
    "SEK 55,000 – 65,000 per month": (55000, 65000, "SEK", "month"),
    "OTE $220,000 - $260,000": (220000, 260000, "USD", "year"),
    "$120k base / $180k OTE": (120000, 120000, "USD", "year"),
    "Base pay: USD 142,000.00 - 198,000.00 annually": (142000, 198000, "USD", "year"),
    "The annual salary for this role is between $132,000 and $176,000.": (
        132000,
        176000,
        "USD",
        "year",
    ),
    "Starting at $130,000": (130000, None, "USD", "year"),
    "$155,000+ base, meaningful equity": (155000, None, "USD", "year"),
    "$140,000 — $190,000 USD": (140000, 190000, "USD", "year"),
    "Annual Salary: $405,000 - $485,000 USD": (405000, 485000, "USD", "year"),
    "Zone A: $170,000 - $200,000; Zone B: $150,000 - $180,000": (170000, 200000, "USD", "year"),
    "we pay 90 to 110 thousand euros": (90000, 110000, "EUR", "year"),
    "comp: 180-220k + 0.5-1% equity": (180000, 220000, "USD", "year"),
    "Total compensation up to $350k (base $180k-$220k)": (180000, 220000, "USD", "year"),
    "Hiring range: $98,300 to $142,600 annualized": (98300, 142600, "USD", "year"),
    "$61.54 to $74.52 hourly": (61.54, 74.52, "USD", "hour"),
    "$175,000/yr - $225,000/yr": (175000, 225000, "USD", "year"),
    "S$8,000 - S$12,000 a month": (8000, 12000, "SGD", "month"),
    "AED 25,000 - 32,000 per month tax free": (25000, 32000, "AED", "month"),
    "₪28,000-₪36,000 per month": (28000, 36000, "ILS", "month"),
    "R$ 15.000 a R$ 20.000 por mês": (15000, 20000, "BRL", "month"),
    "Range for this role in Chicago: $150,000-$180,000. In San Francisco: $170,000-$210,000.": (
        150000,
        180000,
        "USD",
        "year",
    ),
    "In San Francisco the range is $170,000-$210,000. In Chicago it is $150,000-$180,000.": (
        150000,
        180000,
        "USD",
        "year",
    ),
}

NO_PAY = (
    "We raised $25M Series B and processed $4 billion last year.",
    "You get a $1,500 learning budget and a $2,000 home office stipend.",
    "A sign-on bonus of $20,000 may be offered.",
    "Salary is competitive.",
    "Pay grade E13, 100% TV-L",
    "Day rate: £550-£650 inside IR35",
)

MODE: dict[str, str | None] = {
    "Remote (US)": "remote",
    "100% remote": "remote",
    "Fully remote, anywhere in the EU": "remote",
    "Work from anywhere": "remote",
    "This is a remote position.": "remote",
    "You can work from home permanently.": "remote",
    "We are a distributed team across 12 time zones.": "remote",
    "remote-first company": "remote",
    "Home-based within the UK": "remote",
    "Location: Anywhere": "remote",
    "Hybrid, 3 days in office": "hybrid",
    "3 days a week in our Chicago office": "hybrid",
    "We're in the office Tuesday to Thursday.": "hybrid",
    "You'll spend two days a week in the office and the rest at home.": "hybrid",
    "flexible working: come in when it makes sense, usually twice a week": "hybrid",
    "Hybrid working (60/40)": "hybrid",
    "Hybrid: no": "onsite",
    "Mode de travail : hybride": "hybrid",
    "Home office up to 3 days per week": "hybrid",
    "Work model: office 2x/week": "hybrid",
    "We expect people in the office at least 50% of the time.": "hybrid",
    "In-office Mon, Wed, Thu; wherever you like otherwise": "hybrid",
    "Employees work a hybrid schedule.": "hybrid",
    "a mixture of office and home working": "hybrid",
    "4 days on-site, 1 day remote": "hybrid",
    "On-site": "onsite",
    "This role is based in our office five days a week.": "onsite",
    "In person in San Francisco": "onsite",
    "We work together in the office, every day.": "onsite",
    "Onsite only, no remote.": "onsite",
    "This is an in-office role.": "onsite",
    "Remote: No": "onsite",
    "Workplace type: On-site": "onsite",
    "No remote work is possible because of the lab.": "onsite",
    "You will support remote teams in India.": None,
    "experience with remote sensing": None,
    "hybrid search and hybrid cloud": None,
    "Office: Chicago": None,
    "We have offices in Chicago and Berlin.": None,
    "Must be able to commute to Chicago twice a week": "hybrid",
    "Location: remote or Chicago": "remote",
    "Chicago or remote": "remote",
    "WFH 2 days": "hybrid",
    "Telecommuting allowed": "remote",
    "Work from our Chicago HQ 4 days/week": "hybrid",
    "Virtual position": "remote",
    "Full-time, in the office Monday through Friday": "onsite",
    "remote friendly": "remote",
    "we're hybrid: 2 anchor days": "hybrid",
}

YEARS: dict[str, float | None] = {
    "5+ years of experience": 5,
    "5 or more years' experience": 5,
    "at least five years in data engineering": 5,
    "Minimum 3 yrs of exp. with Python": 3,
    "3-5 years of industry experience": 3,
    "three to five years of Python": 3,
    "8+ overall years of experience": 8,
    "You have 4+ YOE": 4,
    "a minimum of seven (7) years of relevant experience": 7,
    "10+ yrs. in backend development": 10,
    "over 6 years of experience": 6,
    "more than two years of professional ML experience": 2,
    "Bachelor's with 5 years, Master's with 3 years, or PhD with 0 years of experience": 5,
    "PhD, or MS plus 3 years of experience": 3,
    "2+ years building ML systems": 2,
    "five-plus years of product work": 5,
    "experience: 4 years": 4,
    "Experience of 6 to 9 years": 6,
    "6 - 9 yrs exp": 6,
    "several years of experience with Kafka": None,
    "our company is 10 years old": None,
    "a 3 year contract": None,
    "the last 2 years": None,
    "you are at least 18 years old": None,
    "a couple of years of Go": 2,
    "a few years of experience": None,
    "≥ 4 years of experience in NLP": 4,
    "> 5 years of hands-on SQL": 5,
    "5 yrs+ of Java": 5,
    "Years of experience: 7": 7,
    "mindestens 3 Jahre Berufserfahrung": 3,
    "three years' worth of shipping software": 3,
    "8-10+ years of engineering": 8,
    "a decade of building distributed systems": 10,
    "half a decade of SQL": 5,
    "18 months of experience with LLMs": 1.5,
    "1-2 years of experience": 1,
    "15+ years of experience, 5 of them in leadership": 15,
    "experience (5+ years) with Kubernetes": 5,
    "Python (4 years), SQL (2 years)": 4,
    "5 years in a similar role": 5,
    "minimum 5 years software engineering": 5,
    "a track record of 6+ years": 6,
    "four years doing applied research": 4,
    "Five years. Python. Spark.": 5,
}

LEVEL: dict[str, str | None] = {
    "Senior Data Engineer": "senior",
    "Sr. Data Engineer": "senior",
    "Sr Machine Learning Engineer": "senior",
    "Staff Software Engineer": "staff",
    "Principal Applied Scientist": "principal",
    "Machine Learning Engineer II": "mid",
    "MLE II": "mid",
    "MLE III": "senior",
    "Software Engineer III": "senior",
    "Data Scientist I": "junior",
    "Software Development Engineer II": "mid",
    "Software Engineer, L5": "senior",
    "Software Engineer (L4)": "mid",
    "Data Scientist (IC4)": "senior",
    "Software Engineer IC5": "staff",
    "Lead Data Scientist": "senior",
    "Tech Lead, Data Platform": "senior",
    "Junior Data Analyst": "junior",
    "Associate Data Scientist": "junior",
    "Associate Product Manager": "junior",
    "Graduate Software Engineer": "junior",
    "New Grad Machine Learning Engineer": "junior",
    "Machine Learning Intern": "intern",
    "Data Science Internship, Summer 2026": "intern",
    "Working Student Data Engineering": "intern",
    "Engineering Manager, ML Platform": "manager",
    "Director of Data Science": "manager",
    "Head of Machine Learning": "manager",
    "Manager, Data Engineering": "manager",
    "Data Science Manager": "manager",
    "Product Manager": None,
    "Technical Program Manager": None,
    "Senior Product Manager": "senior",
    "Group Product Manager": "manager",
    "Principal Product Manager": "principal",
    "Member of Technical Staff": None,
    "Senior Member of Technical Staff": "senior",
    "Machine Learning Engineer": None,
    "Mid-Level Backend Engineer": "mid",
    "Intermediate Data Engineer": "mid",
    "Distinguished Engineer": "principal",
    "Senior Staff Engineer": "principal",
    "VP of Engineering": "manager",
    "Software Engineer - Early Career": "junior",
    "Entry Level Data Engineer": "junior",
    "Founding Engineer": None,
    "Data Engineer (mid/senior)": "mid",
    "Senior Manager, Machine Learning": "manager",
    "Team Lead Data Engineering": "senior",
    "Applied Scientist II": "mid",
    "Sr. Manager, Technical Program Management": "manager",
    "Data Engineer 3": "senior",
    "Data Engineer 2": "mid",
    "Staff Product Manager": "staff",
    "Lead Machine Learning Engineer": "senior",
    "Experienced Data Engineer": "senior",
    "SDE III": "senior",
    "E5 Software Engineer": "senior",
}

ROLE: dict[str, str] = {
    "Applied Scientist": "ds",
    "Research Scientist": "ds",
    "Research Engineer": "mle",
    "Analytics Engineer": "de",
    "Data Platform Engineer": "de",
    "Growth Product Manager": "pm",
    "Growth PM": "pm",
    "Delivery Program Manager": "tpm",
    "ML Platform Engineer": "mle",
    "Machine Learning Platform Engineer": "mle",
    "MLOps Engineer": "mle",
    "Software Engineer, ML Platform": "swe",
    "Software Engineer, Machine Learning": "swe",
    "Software Engineer, Data Infrastructure": "swe",
    "Backend Engineer": "swe",
    "Full Stack Developer": "swe",
    "Site Reliability Engineer": "swe",
    "Data Analyst": "ds",
    "Product Analyst": "ds",
    "Business Intelligence Engineer": "de",
    "Decision Scientist": "ds",
    "AI Engineer": "mle",
    "GenAI Engineer": "mle",
    "Prompt Engineer": "mle",
    "Computer Vision Engineer": "mle",
    "Machine Learning Scientist": "ds",
    "Machine Learning Researcher": "mle",
    "Quantitative Researcher": "ds",
    "Technical Product Manager": "pm",
    "Technical Product Manager, Machine Learning": "pm",
    "AI Product Manager": "pm",
    "Product Owner": "pm",
    "Project Manager": "tpm",
    "Engineering Program Manager": "tpm",
    "Scrum Master": "tpm",
    "Data Architect": "de",
    "Database Engineer": "de",
    "ETL Developer": "de",
    "Forward Deployed Engineer": "swe",
    "Solutions Architect": "swe",
    "Member of Technical Staff": "mle",
    "Experimentation Scientist": "ds",
    "Data Science Engineer": "ds",
    "Staff Engineer, Recommendations": "mle",
    "Perception Engineer": "mle",
    "Data Scientist, Machine Learning": "ds",
    "Data Engineer, ML Features": "de",
    "Deep Learning Compiler Engineer": "mle",
    "Recommender Systems Engineer": "mle",
    "Statistician": "ds",
    "Big Data Developer": "de",
    "Ingénieur machine learning": "mle",
    "Product Lead, Search": "pm",
    "Program Lead, AI Safety": "tpm",
    "Marketing Data Scientist": "ds",
    "Technical Lead, Data Engineering": "de",
}


def read(
    header: str = "", tail: str = "", title: str = "Machine Learning Engineer"
) -> dict[str, Any]:
    text = f"{title}\nAcme Corp\nChicago, IL\n{header}{BODY}\n{tail}\n"
    return report_gen.parse_job(text=text).to_dict()


def test_pay_in_all_its_forms() -> None:
    wrong = {}
    for text, wanted in PAY.items():
        pay = read(header=text)["compensation"] or {}
        got = tuple(pay.get(key) for key in ("min", "max", "currency", "period"))
        if got != wanted:
            wrong[text] = got
    assert not wrong


def test_money_that_is_no_pay() -> None:
    assert not {text for text in NO_PAY if read(tail=text)["compensation"]}


def test_the_place_of_work_in_a_sentence() -> None:
    got = {text: read(tail=f"About the role\n{text}")["remote"] for text in MODE}
    assert got == MODE


def test_the_place_of_work_in_the_header() -> None:
    short = {text: mode for text, mode in MODE.items() if len(text) < 60}
    assert {text: read(header=text)["remote"] for text in short} == short


def test_years() -> None:
    def years(text: str) -> float | None:
        lines = f"- {text}\n- Strong SQL\n- Good communication\n"
        job = report_gen.parse_job(text=f"Data Engineer\nAcme Corp\n\nRequirements\n{lines}")
        return job.min_years

    assert {text: years(text) for text in YEARS} == YEARS


def test_levels_of_titles() -> None:
    assert {title: read(title=title)["level"] for title in LEVEL} == LEVEL


def test_roles_of_titles() -> None:
    assert {title: read(title=title)["role"] for title in ROLE} == ROLE


def test_titles_are_kept_whole_beside_employer_and_place() -> None:
    for title in (*LEVEL, *ROLE):
        job = read(title=title)
        assert job["company"] == "Acme Corp", title
        assert job["location"] == "Chicago, IL", title
        assert (job["title"] or "").lower() in title.lower(), title
