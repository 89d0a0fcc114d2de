"""Weekly issues with Jinja2 and mistune: issues.py TIMELINE COUNT OUTPUT.

Reads the timeline, chooses three anniversaries a day, writes each issue in Markdown and turns it into a page for mail
clients. Prints the seconds of reading and the milliseconds of an issue; writes the issues as lines of JSON.
"""
import datetime
import json
import re
import sys
import time
from collections import defaultdict

import jinja2
import mistune

MONTHS = ("January February March April May June July August September October November December").split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
MILESTONES = {1, 5, 10, 25, 50, 75, *range(100, 5001, 50)}
PUBLICATION = {
    "name": "The Bell Lap",
    "link": "https://example.org/bell-lap",
    "links": [{"title": "Archive", "url": "https://example.org/bell-lap/archive"}],
}

ISSUE = """\
{% if standfirst %}
{{ standfirst }}

{% endif %}
{% if news %}
## News of the week

{% for entry in news %}
### {{ entry.title }}

*{{ entry.day }}*

{{ entry.body }}

{% endfor %}
{% endif %}
{% if days %}
## On this day

{% for day in days %}
### {{ day.day }}

{% for pick in day.picks %}
**{{ pick.entry.title }}**, {{ pick.ago }} ({{ pick.entry.date }})

{{ pick.entry.summary }}

{% endfor %}
{% endfor %}
{% endif %}
{% if quote %}
## Quote of the week

{{ quote.blockquote }}

*{{ quote.entry.title }} ({{ quote.entry.date }})*

{% endif %}
{% if ahead %}
## Coming up

{% for entry in ahead %}
- **{{ entry.day }}**: {{ entry.title }}
{% endfor %}

{% endif %}
---

Thank you for reading. [{{ publication.name }}]({{ publication.link }})\
{% for link in publication.links %} · [{{ link.title }}]({{ link.url }}){% endfor %}
"""


class Styled(mistune.HTMLRenderer):
    """The inline styles that mail clients need."""

    TEXT = "margin:0 0 16px;font-size:17px;line-height:1.55;"
    ASIDE = "margin:0 0 12px;font-size:15px;line-height:1.5;color:#5f6368;"
    LAST = "margin:0;font-size:17px;line-height:1.55;"
    SPEAKER = "margin:0;font-size:15px;line-height:1.5;color:#5f6368;"
    QUOTE = "margin:0 0 16px;padding:4px 0 4px 16px;border-left:3px solid #b3261e;font-style:normal;"
    LIST = "margin:0 0 16px;padding:0 0 0 24px;font-size:17px;line-height:1.55;"
    HEADINGS = {
        1: "margin:32px 0 16px;font-size:28px;line-height:1.25;font-weight:700;",
        2: "margin:36px 0 14px;font-size:22px;line-height:1.3;font-weight:700;",
        3: "margin:28px 0 4px;font-size:18px;line-height:1.35;font-weight:700;",
    }

    def paragraph(self, text):
        if text.startswith("<em>") and text.endswith("</em>") and text.count("<em>") == 1:
            return f'<p class="faint" style="{self.ASIDE}">{text}</p>\n'
        return f'<p class="ink" style="{self.TEXT}">{text}</p>\n'

    def heading(self, text, level, **attrs):
        return f'<h{level} class="ink" style="{self.HEADINGS[level]}">{text}</h{level}>\n'

    def block_quote(self, text):
        before, opening, last = text.rpartition(f'<p class="ink" style="{self.TEXT}">')
        style = ("faint", self.SPEAKER) if last.startswith("—") else ("ink", self.LAST)
        last = f'<p class="{style[0]}" style="{style[1]}">{last}' if opening else last
        return f'<blockquote class="quote" style="{self.QUOTE}">\n{before}{last}</blockquote>\n'

    def list(self, text, ordered, **attrs):
        tag = "ol" if ordered else "ul"
        return f'<{tag} class="ink" style="{self.LIST}">\n{text}</{tag}>\n'

    def list_item(self, text):
        return f'<li style="margin:0 0 6px;">{text}</li>\n'

    def link(self, text, url, title=None):
        style = "color:#0b57d0;text-decoration:underline;"
        return f'<a href="{self.safe_url(url)}" class="link" style="{style}">{text}</a>'

    def thematic_break(self):
        return '<hr class="rule" style="border:0;border-top:1px solid #dadce0;margin:28px 0;">\n'


def written(day):
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def heading_day(day):
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]}"


def years_ago(years):
    return "1 year ago" if years == 1 else f"{years} years ago"


class Entry:
    def __init__(self, id, day, title, blocks, fields):
        self.id, self.title = id, title
        self.civil = day
        self.weight = int(fields.get("weight", 1))
        self.blocks = blocks
        self.date = written(day)
        self.day = heading_day(day)

    @property
    def body(self):
        return "\n\n".join(self.blocks)

    @property
    def summary(self):
        text = next((block for block in self.blocks if not block.startswith(">")), "")
        return "" if text.endswith(":") else text


HEADING = re.compile(r"(\d{4})-(\d\d)-(\d\d) — (.*?) \{#([\w-]+)\}")
FIELD = re.compile(r"- (\w+): (.*)")


def read(path):
    entries = []
    with open(path, encoding="utf-8") as file:
        parts = file.read().split("\n## ")
    for part in parts[1:]:
        heading, *blocks = [block for block in part.strip().split("\n\n")]
        year, month, day, title, id = HEADING.fullmatch(heading).groups()
        fields = dict(FIELD.fullmatch(line).groups() for line in blocks.pop().split("\n"))
        blocks = [block.replace("\n> —", "\n>\n> —") for block in blocks]
        entries.append(Entry(id, datetime.date(int(year), int(month), int(day)), title, blocks, fields))
    return entries


class Newsletter:
    def __init__(self, entries):
        self.by_day = defaultdict(list)
        self.by_month_and_day = defaultdict(list)
        for entry in entries:
            self.by_day[entry.civil].append(entry)
            self.by_month_and_day[entry.civil.month, entry.civil.day].append(entry)
        text = jinja2.Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
        self.text = text.from_string(ISSUE)
        page = jinja2.Environment(autoescape=True, trim_blocks=True)
        with open(__file__.replace("issues.py", "page.html"), encoding="utf-8") as file:
            self.page = page.from_string(file.read())
        self.html = mistune.create_markdown(renderer=Styled(), plugins=["strikethrough", "table", "url"])

    def picks(self, day):
        entries = list(self.by_month_and_day[day.month, day.day])
        if (day.month, day.day) == (2, 28) and day.year % 4:
            entries += self.by_month_and_day[2, 29]
        candidates = [
            (day.year - entry.civil.year not in MILESTONES, -entry.weight, entry.civil, entry.id, entry)
            for entry in entries
            if entry.civil.year < day.year and entry.weight
        ]
        candidates.sort()
        return [{"entry": pick[4], "years": day.year - pick[2].year, "milestone": not pick[0],
                 "ago": years_ago(day.year - pick[2].year)} for pick in candidates[:3]]

    def issue(self, day):
        week = [day + datetime.timedelta(days=offset) for offset in range(7)]
        news = [entry for offset in range(7, 0, -1) for entry in self.by_day[day - datetime.timedelta(days=offset)]]
        ahead = [entry for each in week for entry in self.by_day[each]]
        days = [{"day": heading_day(each), "picks": self.picks(each)} for each in week]
        picks = [pick for each in days for pick in each["picks"]]
        # sorted() is stable: of equals the youngest news and the earliest pick come first.
        best_news = sorted(reversed(news), key=lambda entry: -entry.weight)
        best_picks = sorted(picks, key=lambda pick: (not pick["milestone"], -pick["entry"].weight))
        quote, news = self.quote(best_news, best_picks, news)
        heads = [(entry.title, "", "") for entry in best_news] + [
            (pick["entry"].title, pick["ago"], f"On this day, {pick['ago']}: ") for pick in best_picks
        ]
        heads = [head for head in heads if len(head[0]) <= 80]
        lead, others, room = heads[0], [], 150
        for head in heads[1:]:
            room -= len(head[0])
            if room < 0:
                break
            others.append(f"{head[0]}, {head[1]}" if head[1] else head[0])
        subject = lead[2] + lead[0]
        preheader = " · ".join(others)
        markdown = self.text.render(
            standfirst=self.standfirst(best_news, best_picks, ahead), news=news, days=days, quote=quote, ahead=ahead,
            publication=PUBLICATION)
        html = self.page.render(
            language="en", subject=subject, preheader=preheader, dates=dates(week[0], week[-1]),
            publication=PUBLICATION, body=jinja2.utils.markupsafe.Markup(self.html(markdown)))
        seen = dict.fromkeys(e.id for e in [*news, *(pick["entry"] for pick in picks), *ahead])
        return {"day": str(day), "subject": subject, "preheader": preheader, "entries": list(seen), "html": html}

    @staticmethod
    def quote(best_news, best_picks, news):
        """The first quote that can stand alone, and the news without it."""
        for entry in best_news:
            if len(entry.blocks) > 1 and entry.blocks[-1].startswith(">") and not entry.blocks[-2].endswith(":"):
                said = entry.blocks[-1]
                shorter = Entry(entry.id, entry.civil, entry.title, entry.blocks[:-1], {"weight": entry.weight})
                return {"blockquote": said, "entry": entry}, [shorter if e is entry else e for e in news]
        for pick in best_picks:
            for block in pick["entry"].blocks:
                if block.startswith(">"):
                    return {"blockquote": block, "entry": pick["entry"]}, news
        return None, news

    @staticmethod
    def standfirst(best_news, best_picks, ahead):
        sentences = []
        if best_news:
            sentences.append(f"The week’s news: **{best_news[0].title}**{others(len(best_news) - 1, ', and', 'story', 'stories')}.")
        if best_picks:
            lead = best_picks[0]
            rest = others(len(best_picks) - 1, ", and to", "anniversary", "anniversaries")
            sentences.append(
                f"In the days ahead we look back to **{lead['entry'].title}**, {lead['ago']}{rest}.")
        if ahead:
            sentences.append(f"Coming up on {WEEKDAYS[ahead[0].civil.weekday()]}: **{ahead[0].title}**.")
        return " ".join(sentences)


def others(number, lead, one, many):
    if number == 0:
        return ""
    if number == 1:
        return f"{lead} one more {one}"
    return f"{lead} {NUMBERS[number] if number < 13 else number} more {many}"


def dates(first, last):
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {written(last)}"
    return f"{written(first)} – {written(last)}"


def main(timeline, count, output):
    began = time.perf_counter()
    newsletter = Newsletter(read(timeline))
    reading = time.perf_counter() - began
    days = [datetime.date(2010, 1, 4) + datetime.timedelta(days=7 * number) for number in range(count)]
    processor = wall = float("inf")
    for _ in range(3):
        began = time.process_time(), time.perf_counter()
        issues = [newsletter.issue(day) for day in days]
        processor = min(processor, time.process_time() - began[0])
        wall = min(wall, time.perf_counter() - began[1])
    with open(output, "w", encoding="utf-8") as file:
        for issue in issues:
            file.write(json.dumps(issue) + "\n")
    print(f"{reading:.4f} {processor * 1000 / count:.4f} {wall * 1000 / count:.4f}")


main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
