"""The command line: arguments -> call -> exit code. Nothing else happens here."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from report_gen.batch_cli import COMMANDS
from report_gen.cli_options import about, common, looks, untrusted
from report_gen.coach_cli import edits_command, read_analysis, schema_command
from report_gen.delivery import (
    FORMATS,
    Look,
    as_json,
    extras,
    put,
    render_all,
    targets_of,
    write_all,
)
from report_gen.diff_cli import diff_command
from report_gen.errors import ExitCode, ReportGenError, UnreadableError, UsageError
from report_gen.terminal import Progress, in_words, last_words, legible, load_beside, tell

if TYPE_CHECKING:
    from report_gen.analysis import Analysis
    from report_gen.options import Options
    from report_gen.taxonomy import Taxonomy

MAIN_COMMAND = "report"


class DefaultToReport(click.Group):
    """``reportgen resume.pdf jd.txt`` works without naming a command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = [MAIN_COMMAND, *args]
        return super().parse_args(ctx, args)


@click.group(cls=DefaultToReport, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reportgen", prog_name="reportgen")
def cli() -> None:
    """A personal interview report from a resume and a job description.

    \b
    reportgen RESUME JD         writes report.pdf
    reportgen COMMAND --help    explains a command
    """


@cli.command(MAIN_COMMAND)
@click.argument("resume")
@click.argument("jd")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("report.pdf"),
    show_default=True,
    help="Where to write; further formats go beside it.",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="Repeatable; default: the output's suffix.",
)
@click.option(
    "--edition", type=click.Choice(("full", "standard", "brief")), default="full", show_default=True
)
@click.option("--ics", type=click.Path(path_type=Path), help="Also write the plan as a calendar.")
@click.option(
    "--cards",
    type=click.Path(path_type=Path),
    help="Also write the questions as flash cards (CSV).",
)
@click.option(
    "--blanks",
    type=click.Path(path_type=Path),
    help="Also write the blanks as a file of questions (answers.yml).",
)
@looks
@about
@untrusted
@common
def report_command(
    resume: str,
    jd: str,
    output: Path,
    formats: tuple[str, ...],
    ics: Path | None,
    cards: Path | None,
    blanks: Path | None,
    **rest: Any,
) -> None:
    """Write the report (the default command).

    RESUME: .pdf .docx .html .md .txt or .json (JSON Resume). JD: .txt .md .html .pdf .docx, or -
    for standard input.
    """
    _write_report(resume, jd, targets_of(output, formats), (ics, cards, blanks), rest)


def _write_report(
    resume: str,
    jd: str,
    targets: dict[str, Path],
    beside: tuple[Path | None, Path | None, Path | None],
    rest: dict[str, Any],
) -> None:
    """``beside``: where to write the calendar, the cards and the blanks, if at all."""
    from report_gen.output import check_writable

    for path in (*targets.values(), *(p for p in beside if p)):
        check_writable(path)
    look = _look(rest)
    run = _begin(rest, pages="pdf" in targets)
    analysis, taxonomy = _analysis(resume, jd, rest, run)
    files, pages, noticed = render_all(analysis, taxonomy, targets, look, run)
    files.update(extras(analysis, *beside))
    _deliver(analysis, files, pages, noticed, rest)


def _look(rest: dict[str, Any]) -> Look:
    """Edition, paper and brand; a brand is read and checked before anything else is done."""
    brand = None
    if rest["theme"] or rest["templates"]:
        from report_gen.branding import read_brand

        brand = read_brand(rest["theme"], rest["templates"])
    return Look(edition=rest["edition"], paper=rest["paper"], brand=brand)


def _deliver(
    analysis: Analysis,
    files: dict[Path, bytes],
    pages: int,
    noticed: list[str],
    rest: dict[str, Any],
) -> None:
    write_all(files)
    if not rest["quiet"] and sys.stdout.isatty():
        tell(analysis, list(files), pages, noticed, verbose=rest["verbose"])
    if rest["show"]:
        from report_gen.viewer import show

        show(next(iter(files)))


@cli.group("parse")
def parse_group() -> None:
    """Show what is understood of one input, as JSON."""


@parse_group.command("resume")
@click.argument("file")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: standard output.")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The date that ends current positions."
)
@untrusted
@common
def parse_resume_command(
    file: str, output: Path | None, today: datetime | None, **rest: Any
) -> None:
    """The resume as JSON Resume 1.0.0; correct it by hand and use it as the input."""
    from report_gen import pipeline
    from report_gen.options import Options

    run = _begin(rest)
    options = Options(today=today.date() if today else date.today())
    data, name = _read(file)
    taxonomy = pipeline.load_packs(rest["packs"], run)
    run.start_reading(taxonomy, data)
    put(as_json(pipeline.read_resume(data, name, taxonomy, options, run).to_json_resume()), output)


@parse_group.command("job")
@click.argument("file")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: standard output.")
@untrusted
@common
def parse_job_command(file: str, output: Path | None, **rest: Any) -> None:
    """The job: title, level, pay, and its requirements in its own words."""
    from report_gen import pipeline

    run = _begin(rest)
    data, name = _read(file)
    taxonomy = pipeline.load_packs(rest["packs"], run)
    run.start_reading(taxonomy, data)
    put(as_json(pipeline.read_job(data, name, taxonomy, run).to_dict()), output)


@cli.command("analyze")
@click.argument("resume")
@click.argument("jd")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: standard output.")
@click.option("--explain", is_flag=True, help="Print the score as a sum with its evidence instead.")
@about
@untrusted
@common
def analyze_command(resume: str, jd: str, output: Path | None, explain: bool, **rest: Any) -> None:
    """The whole analysis as JSON, to edit and to render again."""
    run = _begin(rest)
    if output:
        from report_gen.output import check_writable

        check_writable(output)
    analysis, _ = _analysis(resume, jd, rest, run)
    if explain:
        from report_gen.scoring.explain import explain as explain_score

        text = explain_score(analysis.assessment, analysis.matches, analysis.job)
        put(text.rstrip("\n").encode() + b"\n", output)
    else:
        put(as_json(analysis.to_dict()), output)


@cli.command("render")
@click.argument("analysis_file", metavar="ANALYSIS", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("report.pdf"), show_default=True
)
@click.option("--format", "formats", type=click.Choice(FORMATS), multiple=True)
@click.option(
    "--edition", type=click.Choice(("full", "standard", "brief")), default="full", show_default=True
)
@looks
@click.option("--editor", help="Who has edited it: marks the edits, and vouches for their claims.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date of the marks; default: the calendar's.",
)
@untrusted
@common
def render_command(
    analysis_file: Path,
    output: Path,
    formats: tuple[str, ...],
    editor: str | None,
    today: datetime | None,
    **rest: Any,
) -> None:
    """A report from an analysis that a coach has edited."""
    from report_gen import pipeline
    from report_gen.output import check_writable

    targets = targets_of(output, formats)
    for path in targets.values():
        check_writable(path)
    look = _look(rest)
    run = _begin(rest, pages="pdf" in targets)
    analysis = read_analysis(analysis_file, editor, today)
    taxonomy = pipeline.load_packs(rest["packs"], run)
    files, pages, noticed = render_all(analysis, taxonomy, targets, look, run)
    _deliver(analysis, files, pages, noticed, rest)


cli.add_command(edits_command)
cli.add_command(schema_command)
cli.add_command(diff_command)


@cli.command("brief")
@click.argument("resume")
@click.argument("jd")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("brief.pdf"), show_default=True
)
@looks
@about
@untrusted
@common
def brief_command(resume: str, jd: str, output: Path, **rest: Any) -> None:
    """What a coach reads before the first session, on two to four pages."""
    rest["edition"] = "brief"
    _write_report(resume, jd, targets_of(output, ()), (None, None, None), rest)


@cli.command("doctor")
def doctor_command() -> None:
    """What is installed, what is missing and how to get it."""
    from report_gen.doctor import examine

    findings = examine()
    for finding in findings:
        mark = "ok     " if finding.ok else "MISSING" if finding.needed else "NOTICE "
        click.echo(f"{mark} {finding.name}: {finding.detail}")
        if not finding.ok:
            click.echo(f"        {finding.remedy}")
    if not all(finding.ok or not finding.needed for finding in findings):
        raise SystemExit(ExitCode.USAGE)


@cli.group("taxonomy")
def taxonomy_group() -> None:
    """Look at the data packs, or check your own."""


@taxonomy_group.command("check")
@common
def taxonomy_check_command(**rest: Any) -> None:
    """Check the product's packs together with those of --packs."""
    from report_gen import limits
    from report_gen.clock import clock
    from report_gen.packs_cli import check_packs

    with clock(limits.from_environment().analysis_cpu):
        problems = check_packs(rest["packs"], second_reader=True)
    for problem in problems:
        click.echo(legible(problem, 2_000), err=True)
    if problems:
        raise SystemExit(ExitCode.USAGE)
    if not rest["quiet"]:
        click.echo("The data packs are in order.")


@taxonomy_group.command("show")
@click.argument("name")
@common
def taxonomy_show_command(name: str, **rest: Any) -> None:
    """Show what is known of a skill, a company, a role or a question."""
    from report_gen import pipeline
    from report_gen.packs_cli import show

    click.echo(show(name, pipeline.load_packs(rest["packs"])))


for _command in COMMANDS:
    cli.add_command(_command)


def _analysis(
    resume: str, jd: str, rest: dict[str, Any], run: Progress
) -> tuple[Analysis, Taxonomy]:
    from report_gen import pipeline

    if resume == "-" and jd == "-":
        raise UsageError(
            "two_standard_inputs",
            "Both inputs can't come from standard input.",
            "Give the resume as a file.",
        )
    options = _options(rest)
    old = None
    if rest["edits"]:
        old = read_analysis(rest["edits"], rest["editor"], rest["today"])
        options = replace(options, answers={**old.options.answers, **options.answers})
    resume_data, resume_name = _read(resume)
    job_data, job_name = _read(jd)
    taxonomy = pipeline.load_packs(rest["packs"], run)
    run.start_reading(taxonomy, resume_data, job_data)
    load_beside("report_gen.analysis", "report_gen.report")
    parsed = pipeline.read_resume(resume_data, resume_name, taxonomy, options, run)
    job = pipeline.read_job(job_data, job_name, taxonomy, run)
    return pipeline.make_analysis(parsed, job, taxonomy, options, run, edits=old), taxonomy


def _begin(rest: dict[str, Any], *, pages: bool = False) -> Progress:
    """The runner of a command that opens documents; ``pages``: it will lay out a PDF."""
    from report_gen import limits
    from report_gen.clock import clock

    gc.set_threshold(*limits.COLLECTING)
    context = click.get_current_context()
    stated = context.with_resource(limits.use(limits.from_environment(rest["limit"])))
    run = Progress(quiet=rest["quiet"], verbose=rest["verbose"])
    context.with_resource(clock(stated.analysis_cpu))
    context.call_on_close(run.contain(stated, notice=not rest["allow_unsandboxed"], pages=pages))
    return run


def _options(rest: dict[str, Any]) -> Options:
    from report_gen.options import Options

    answers: dict[str, str] = {}
    if rest["answers"]:
        from report_gen.coaching.answers import read_answers
        from report_gen.inputs import read_bytes

        try:
            data = read_bytes(rest["answers"])
        except UnreadableError as error:
            if error.code != "empty_file":
                raise
            raise UsageError(
                "empty_answers",
                f"The answers file {rest['answers']} is empty.",
                "Start from the answers.yml a run wrote for you, or leave out --answers.",
            ) from None
        answers = read_answers(data)
    today = rest["today"].date() if rest["today"] else date.today()
    interview = rest["interview_date"].date() if rest["interview_date"] else None
    if interview and interview <= today:
        raise UsageError(
            "interview_in_the_past",
            f"The interview date {interview} is not after {today}.",
            "Give a later --interview-date, or leave it out.",
        )
    return Options(
        today=today,
        interview_date=interview,
        hours_per_week=rest["hours_per_week"],
        company=rest["company"],
        role=rest["role"],
        level=rest["level"],
        answers=answers,
    )


def _read(name: str) -> tuple[bytes, str]:
    if name == "-":
        from report_gen.inputs import read_stream

        return read_stream(sys.stdin.buffer, "Standard input"), "standard-input.txt"
    from report_gen.inputs import name_of, read_bytes

    path = Path(name)
    return read_bytes(path), name_of(path)


def main() -> NoReturn:
    """The console script: turns every outcome into an exit code of ``ExitCode``."""
    try:
        cli.main(standalone_mode=False)
        code = ExitCode.OK
    except ReportGenError as error:
        click.echo(f"reportgen: {in_words(error)}", err=True)
        code = error.exit_code
    except click.exceptions.Abort:
        code = ExitCode.INTERRUPTED
    except click.ClickException as error:
        error.show()
        code = ExitCode.USAGE
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe (head, less) left early. Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.OK
    except SystemExit as stop:
        code = ExitCode(stop.code) if isinstance(stop.code, int) else ExitCode.OK
    except Exception as error:
        code, said = last_words(error)
        click.echo(f"reportgen: {said}", err=True)
    sys.exit(int(code))


if __name__ == "__main__":
    main()
