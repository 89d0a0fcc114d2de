#!/usr/bin/env python3
"""When cron expressions fire, found by looking at every minute: the peer of Daybook's own search.

Walks over the minutes around every change of the clocks that Python's zoneinfo knows, in every zone of the system's
tzdata, and writes down when each expression fires. Nothing here is shared with Daybook but the rules:

- A fixed time that the clocks skip fires once, in the first minute after the gap. One that they show twice fires at the
  first showing alone. Times that coincide fire together.
- A rule that fires every few minutes (its minutes begin with a star and name more than one) or that names every hour
  fires at each minute whose time on the wall matches, neither more nor less.
- Where day of month and day of week are both restricted, either suffices.

Written to standard output:

    expression N TEXT
    window K FROM TO          the instants FROM..<TO, whose fires follow
    fires N START+STEPxCOUNT  runs of instants in seconds since 1970; the line is left out where there are none
    left-out N                not looked at in this window
    zone NAME K...            the zone's windows
"""

import argparse
import calendar
import datetime
import zoneinfo

MINUTE, DAY = 60, 86_400
FIRST = 1_704_067_200  # 2024-01-01
LAST = 1_924_992_000  # 2031-01-01
QUIET = (1_709_164_800, 1_709_164_800 + 2 * DAY)  # 29 February and 1 March 2024
REACH = 26 * 60  # minutes on either side of a change
WARM_UP = 3 * 1440  # minutes walked before a window, so that it is known which times were shown
WHOLE_SPAN = ["America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"]
EPOCH = datetime.date(1970, 1, 1).toordinal()

EXPRESSIONS = [
    "* * * * *", "*/5 * * * *", "*/15 * * * *", "*/30 * * * *", "7 * * * *", "0 * * * *", "0,30 * * * *",
    "*/15 9-17 * * *", "*/10 0-3 * * *", "* 2 * * *", "*/20 2 * * 0", "*/30 23,0,1 * * *",
    "0 */2 * * *", "0 */6 * * *", "30 1-3 * * *", "0,30 0-4 * * *", "15,45 2 * * *", "59 23 * * *",
    "0 0 * * *", "30 0 * * *", "0 1 * * *", "30 1 * * *", "59 1 * * *", "0 2 * * *", "1 2 * * *", "15 2 * * *",
    "30 2 * * *", "59 2 * * *", "0 3 * * *", "30 3 * * *", "0 4 * * *", "30 23 * * *", "0 7 * * *", "0 12 * * *",
    "0 7 * * 1", "30 18 * * 1-5", "0 9 * * 0#1", "0 2 * * 7", "30 2 * * 0", "0 17 * * 5L", "30 2 * 3,10 0#2",
    "0 8 1 * *", "0 8 15 * *", "30 2 31 * *", "0 0 L * *", "0 6 LW * *", "0 6 15W * *", "0 0 29 2 *",
    "30 1 1,15 * 0", "0 2 */2 * *", "45 2 L-3 * *", "0 3 25-31 3,10 *",
]  # fmt: skip


class Rule:
    """One cron expression, asked about single days and minutes."""

    def __init__(self, text):
        minute, hour, self.month_day, self.month, self.weekday = text.lower().split()
        minutes, hours = numbers(minute, 0, 59), numbers(hour, 0, 23)
        self.clock = {h * 60 + m for h in hours for m in minutes}
        self.follows_elapsed_time = minute[0] == "*" and len(minutes) > 1 or len(hours) == 24
        self.days = {}

    def matches(self, wall):
        """Whether a minute on the wall, counted from 1970-01-01T00:00, matches."""
        if wall % 1440 not in self.clock:
            return False
        day = wall // 1440
        if day not in self.days:
            self.days[day] = self.has_day(datetime.date.fromordinal(EPOCH + day))
        return self.days[day]

    def has_day(self, day):
        if day.month not in numbers(self.month, 1, 12):
            return False
        by_month = any(fits_month_day(item, day) for item in self.month_day.split(","))
        by_week = any(fits_weekday(item, day) for item in self.weekday.split(","))
        if self.month_day == "*" or self.weekday == "*":
            return by_month and by_week
        return by_month or by_week


def numbers(field, low, high):
    result = set()
    for item in field.split(","):
        span, _, step = item.partition("/")
        first, _, last = span.partition("-")
        first, last = (low, high) if span == "*" else (int(first), int(last or first))
        result |= set(range(first, last + 1, int(step or 1)))
    return result


def month_length(day):
    return calendar.monthrange(day.year, day.month)[1]


def nearest_working_day(day, target):
    """The Monday to Friday nearest to a day of the month, inside the month."""
    target = datetime.date(day.year, day.month, target)
    for distance in (0, -1, 1, -2, 2):
        candidate = target + datetime.timedelta(distance)
        if candidate.month == day.month and candidate.weekday() < 5:
            return candidate


def fits_month_day(item, day):
    if item == "l":
        return day.day == month_length(day)
    if item == "lw":
        return day == nearest_working_day(day, month_length(day))
    if item.startswith("l-"):
        return day.day == month_length(day) - int(item[2:])
    if item.endswith("w"):
        return day == nearest_working_day(day, int(item[:-1]))
    return day.day in numbers(item, 1, 31)


def fits_weekday(item, day):
    weekday = day.isoweekday() % 7
    if item.endswith("l"):
        return weekday == int(item[0]) % 7 and day.day + 7 > month_length(day)
    if "#" in item:
        wanted, count = item.split("#")
        return weekday == int(wanted) % 7 and (day.day + 6) // 7 == int(count)
    return weekday in {number % 7 for number in numbers(item, 0, 7 if item != "*" else 6)}


def offset(zone, instant):
    """Minutes east of UTC."""
    seconds = datetime.datetime.fromtimestamp(instant, zone).utcoffset().total_seconds()
    assert seconds % MINUTE == 0
    return int(seconds) // MINUTE


def changes(zone, last):
    """The instants from 2024 on at which the offset changes."""
    found, step = [], 6 * 3600
    before = offset(zone, FIRST)
    for instant in range(FIRST + step, last + 1, step):
        after = offset(zone, instant)
        if after != before:
            low, high = instant - step, instant
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(zone, middle) == before else (low, middle)
            assert high % MINUTE == 0
            found.append(high)
        before = after
    return found


def walk(zone, start, end):
    """Each minute with the time on the wall, and with the times that are met for the first time or were skipped."""
    seen, previous, minutes = set(), None, []
    for instant in range(start - WARM_UP * MINUTE, end, MINUTE):
        wall = instant // MINUTE + offset(zone, instant)
        skipped = range(previous + 1, wall) if previous is not None else ()
        new = [time for time in (*skipped, wall) if time not in seen]
        seen.update(new)
        previous = wall
        if instant >= start:
            minutes.append((instant, wall, new))
    return minutes


def fires(rule, minutes):
    if rule.follows_elapsed_time:
        return [instant for instant, wall, _ in minutes if rule.matches(wall)]
    return [instant for instant, _, new in minutes if any(rule.matches(time) for time in new)]


def runs(instants):
    """Instants as `START+STEPxCOUNT`, so that a rule for every minute is one short word."""
    words, index = [], 0
    while index < len(instants):
        start = instants[index]
        step = instants[index + 1] - start if index + 1 < len(instants) else 0
        count = 1
        while index + count < len(instants) and instants[index + count] == start + step * count:
            count += 1
        words.append(f"{start}+{step if count > 1 else 0}x{count}")
        index += count
    return words


def windows_of(name, arguments):
    """The spans of time to look at in a zone, each with a key that zones share whose clocks do the same there."""
    zone = zoneinfo.ZoneInfo(name)
    spans = [(change - REACH * MINUTE, change + REACH * MINUTE) for change in changes(zone, arguments.last)]
    for start, end in spans or [QUIET]:
        yield (start, end), (start, end, *(offset(zone, at) for at in range(start - WARM_UP * MINUTE, end, 3600)))
    if arguments.whole_span and name in WHOLE_SPAN:
        yield (FIRST, arguments.last), name


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--zones", help="these zones alone, parted by commas")
    parser.add_argument("--last", type=int, default=LAST, help="an instant behind the last change")
    parser.add_argument("--whole-span", action="store_true", help="all years of some zones, for rules that fire rarely")
    arguments = parser.parse_args()
    zoneinfo.reset_tzpath(["/usr/share/zoneinfo"])
    names = arguments.zones.split(",") if arguments.zones else sorted(zoneinfo.available_timezones())
    rules = [Rule(text) for text in EXPRESSIONS]
    for number, text in enumerate(EXPRESSIONS):
        print("expression", number, text)
    numbers_of_windows = {}
    for name in names:
        window_numbers = []
        for (start, end), key in windows_of(name, arguments):
            if key not in numbers_of_windows:
                numbers_of_windows[key] = len(numbers_of_windows)
                print("window", numbers_of_windows[key], start, end)
                minutes = walk(zoneinfo.ZoneInfo(name), start, end)
                for number, rule in enumerate(rules):
                    if key == name and len(rule.clock) > 24:
                        print("left-out", number)
                    elif words := runs(fires(rule, minutes)):
                        print("fires", number, *words)
            window_numbers.append(numbers_of_windows[key])
        print("zone", name, *window_numbers)


if __name__ == "__main__":
    main()
