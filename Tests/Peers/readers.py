"""Reads Daybook's e-mail, feeds and calendar with other implementations: the same words and days must come out.

Usage: readers.py DAYBOOK, in a copy of the sample publication.
"""

import datetime
import email
import email.policy
import json
import pathlib
import struct
import subprocess
import sys
import zlib

import feedparser
import icalendar
import recurring_ical_events

DAYBOOK = sys.argv[1]
WEEKS = {"2024-09-09": "2024-W37", "2024-08-12": "2024-W33", "2023-09-04": "2023-W36"}


def daybook(*arguments):
    return subprocess.run([DAYBOOK, *arguments], check=True, capture_output=True).stdout.decode("utf-8")


def png():
    """A red square, 8 by 8."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\xff\0\0" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def check_message(week, picture=None):
    folder = pathlib.Path("Drafts") / week
    raw = (folder / "newsletter.eml").read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    draft = (folder / "newsletter.md").read_text("utf-8")
    subject = next(line for line in draft.splitlines() if line.startswith("subject: "))[9:].strip('"')
    assert message["Subject"] == subject, (message["Subject"], subject)
    assert message["X-Unsent"] == "1" and message["Date"].datetime and not message.defects
    assert [part.get_content_type() for part in message.iter_parts()][0] == "text/plain"
    plain = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert plain == (folder / "newsletter.txt").read_text("utf-8"), week
    page = message.get_body(("html",)).get_content().replace("\r\n", "\n")
    expected = (folder / "newsletter.html").read_text("utf-8")
    if picture:
        parts = [part for part in message.walk() if part.get_content_maintype() == "image"]
        assert [part.get_content() for part in parts] == [picture]
        name = parts[0]["Content-ID"].strip("<>")
        assert f'src="cid:{name}"' in page and parts[0].get_content_disposition() == "inline"
        page = page.replace(f"cid:{name}", "../../Timelines/images/red.png")
    assert page.rstrip("\n") == expected.rstrip("\n"), week
    assert all(not part.defects for part in message.walk())
    assert all(len(line) <= 998 for line in raw.split(b"\r\n")) and b"\n" not in raw.replace(b"\r\n", b"")


def check_feeds():
    subjects = ["Nuguse runs down Ingebrigtsen in Zurich", None, None]
    seen = []
    for kind, version in [("atom", "atom10"), ("rss", "rss20")]:
        feed = feedparser.parse(daybook("export", "feed", "--format", kind))
        assert not feed.bozo and feed.version == version, feed
        assert feed.feed.title == "The Bell Lap" and len(feed.entries) == 3
        assert feed.entries[0].title == subjects[0]
        # 04:00 in UTC is midnight in New York, in summer.
        assert [tuple(entry.published_parsed)[:4] for entry in feed.entries] == [
            (2024, 9, 9, 4), (2024, 8, 12, 4), (2023, 9, 4, 4)]
        seen.append([(entry.id, entry.title, entry.content[0].value, entry.summary) for entry in feed.entries])
    items = json.loads(daybook("export", "feed", "--format", "json"))["items"]
    assert seen[0] == seen[1]
    assert [entry[:2] for entry in seen[0]] == [(item["id"], item["title"]) for item in items]
    assert [entry[3] for entry in seen[0]] == [item["summary"] for item in items]
    return len(seen) + 1


def check_calendar():
    text = daybook("export", "calendar")
    calendar = icalendar.Calendar.from_ical(text)
    assert all(not event.errors for event in calendar.walk())
    events = calendar.walk("VEVENT")
    days, checked = 366 + 365, 0
    first = datetime.date(2027, 1, 1)
    found = {}
    for event in recurring_ical_events.of(calendar).between(first, first + datetime.timedelta(days=days)):
        found.setdefault(event["DTSTART"].dt, set()).add(str(event["UID"]).split("@")[0])
    pathlib.Path("daybook.yaml").write_text(
        pathlib.Path("daybook.yaml").read_text("utf-8").replace("maxPerDay: 3", "maxPerDay: 99"), "utf-8")
    picks = json.loads(daybook("pick", "--date", str(first), "--days", str(days), "--json"))
    for pick in picks:
        day = datetime.date.fromisoformat(pick["occursOn"])
        assert pick["entry"] in found.get(day, set()), pick
        checked += 1
    return len(events), checked, sum(map(len, found.values()))


def main():
    red = png()
    folder = pathlib.Path("Timelines/images")
    folder.mkdir()
    (folder / "red.png").write_bytes(red)
    pathlib.Path("Timelines/more.md").write_text(
        "## 2023-09-02 — Rødt – “quoted”, and a leap day\n\n![Red](images/red.png \"Photo: A. B.\")\n\n"
        "## 2024-02-29 — A leap day {#leap}\n\n## 2020 — Observed {#observed}\n\nWords.\n\n"
        "- observed: last monday of may\n", "utf-8")
    for date, week in WEEKS.items():
        daybook("draft", "newsletter", "--date", date)
        daybook("approve", f"{week}-newsletter")
        check_message(week, picture=red if week == "2023-W36" else None)
    print(f"Python's email reads {len(WEEKS)} messages as they were written, one with a picture.")
    print(f"feedparser and a JSON parser read the same issues from {check_feeds()} feeds.")
    events, picks, days = check_calendar()
    assert picks > 50
    print(f"icalendar reads {events} events; all {picks} picks of two years are among their {days} days.")


main()
