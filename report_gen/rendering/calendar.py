"""The plan as a calendar file (iCalendar, RFC 5545), one all-day entry a task."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from hashlib import sha256

from report_gen.analysis import Analysis


def plan_calendar(analysis: Analysis) -> bytes:
    """Events on the days tasks are due, and the interview; the same analysis gives the same bytes.

    An event keeps its UID when its day or words change, so that importing a new plan moves it
    instead of adding a second one; another posting's plan has other UIDs.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//reportgen//interview plan//EN")
    calendar.add("version", "2.0")
    plan = analysis.coaching.plan
    # RFC 5545 wants a time stamp; the clock's would make every run different.
    stamp = datetime.combine(analysis.options.today, time(), UTC)
    entries = []
    for week in plan.weeks if plan else ():
        for task in week.tasks:
            note = f"{task.hours:g} h. Serves: {task.serves_name}. Done when: {task.proof}"
            entries.append((task.id, task.day or week.end, task.title, note))
    if plan and plan.interview:
        title = f"Interview: {analysis.job.title}".rstrip(": ")
        entries.append(("interview", plan.interview, title, ""))
    job = f"{analysis.job.company}|{analysis.job.title}"
    for id, day, title, note in entries:
        event = Event()
        event.add("uid", sha256(f"{job}|{id}".encode()).hexdigest()[:32] + "@reportgen")
        event.add("dtstamp", stamp)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", title)
        if note:
            event.add("description", note)
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data
