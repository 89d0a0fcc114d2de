"""Holds two files of issues against each other: same_issues.py OURS THEIRS. Prints how many say the same."""
import html
import json
import re
import sys


def words(page):
    page = re.sub(r"<style>.*?</style>", " ", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", " ", page)).split()


def issues(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


ours, theirs = issues(sys.argv[1]), issues(sys.argv[2])
assert len(ours) == len(theirs) > 0, (len(ours), len(theirs))
for one, other in zip(ours, theirs):
    for key in ("day", "subject", "preheader", "entries"):
        assert one[key] == other[key], (one["day"], key, one[key], other[key])
    left, right = words(one["html"]), words(other["html"])
    for index, (word, its) in enumerate(zip(left, right)):
        assert word == its, (one["day"], left[index - 3 : index + 4], right[index - 3 : index + 4])
    assert len(left) == len(right) > 100, one["day"]
print(len(ours))
