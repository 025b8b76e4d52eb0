"""Resumes and postings whose words fit nowhere, through the whole pipeline: nothing is cut off, runs
out of its box or leaves a page empty."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from report_gen import analyze, parse_job, parse_resume
from report_gen.rendering.boxes import find_violations
from report_gen.rendering.pdf import lay_out
from report_gen.report import compose_report
from report_gen.taxonomy import Taxonomy

TODAY = date(2026, 3, 2)
TITLE = "Principal Distinguished Machine Learning Infrastructure and Data Platform Engineer II"
EMPLOYER = (
    "The Associated Royal Provincial Institute for the Advancement of Applied Computational "
    "Statistics, Distributed Measurement, Agricultural Forecasting and Neighbouring Disciplines "
    "of the Northern and Eastern Counties GmbH"
)
SKILLS = (
    "Python SQL Java Go C++ Scala Rust Kotlin TypeScript R PyTorch TensorFlow scikit-learn XGBoost "
    "LightGBM Spark Flink Kafka Airflow dbt Snowflake BigQuery Redshift PostgreSQL MySQL MongoDB Redis "
    "Elasticsearch Docker Kubernetes Terraform AWS GCP Azure MLflow Kubeflow Ray FAISS Tableau Looker"
)  # fmt: skip
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = "https://git.example.com/" + "a-very-long-path-segment/" * 9 + "readme.html"
LINES = [
    "Built the ranking service in Python and Kafka for 40 shops; click rate rose from 2.1% to 3.4%.",
    "Moved 120 batch jobs to Airflow on Kubernetes, which cut the nightly run from 7 hours to 2.",
    "Led three engineers through the rewrite of the feature store on Spark and Redis.",
]


def person(name: str, employer: str, title: str, lines: list[str]) -> dict[str, Any]:
    return {
        "basics": {"name": name, "label": title, "email": "someone@example.org"},
        "work": [
            {"name": employer, "position": title, "startDate": "2021-02", "highlights": lines},
            {
                "name": f"{employer} (before)",
                "position": f"Junior {title}",
                "startDate": "2017-01",
                "endDate": "2021-01",
                "highlights": LINES[:2],
            },
        ],
        "skills": [{"name": "All of them", "keywords": SKILLS.split()}],
    }


PEOPLE = {
    "long": person("Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh III", EMPLOYER, TITLE, LINES),
    "unbroken": person("Ng", LONG_WORD, TITLE, [f"Built {LONG_WORD} in Python, see {ADDRESS} for it.", *LINES]),
    "other scripts": person("محمد عبد الله 山田太郎", "株式会社日本人工知能総合技術研究開発機構横浜事業所", TITLE, [
        *LINES,
        "بنيت خدمة الترتيب بلغة Python لعدد 40 متجرا",
        "推薦システムをPythonで再構築し、クリック率を2.1%から3.4%に改善した。",
    ]),
}  # fmt: skip
POSTING = f"""{TITLE}
{EMPLOYER}
Menlo Park, CA

What you'll do
- Own ranking services in production, from the {LONG_WORD} to the pager
- Build pipelines with Spark, Kafka and Airflow

Requirements
- 5+ years of experience in machine learning engineering
- Strong Python and SQL; {", ".join(SKILLS.split()[:18])}
- Experience with Kubernetes, Docker and Terraform
- Published at NeurIPS, ICML or {LONG_WORD}
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("who", "paper"), [("long", "letter"), ("unbroken", "a4"), ("other scripts", "letter")]
)
def test_no_word_is_cut_off_or_leaves_its_box(
    who: str, paper: str, tmp_path: Path, taxonomy: Taxonomy
) -> None:
    resume, job = tmp_path / "resume.json", tmp_path / "job.txt"
    resume.write_text(json.dumps(PEOPLE[who]), encoding="utf-8")
    job.write_text(POSTING, encoding="utf-8")
    analysis = analyze(parse_resume(resume, today=TODAY), parse_job(job), today=TODAY)
    document = lay_out(compose_report(analysis, taxonomy, "full"), paper)
    assert len(document.pages) >= 50
    assert find_violations(document) == []
