"""Looks for the title of every entry: same_pages.py TIMELINE FOLDER OURS. Prints how many stand on both sides.

A site generator has a page for each in FOLDER; OURS holds a post of each, and issues that have each as an item.
"""
import glob
import html
import re
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    entries = re.findall(r"^## \S+ — (.*?) \{#([\w-]+)\}$", file.read(), flags=re.MULTILINE)


def text(path):
    with open(path, encoding="utf-8") as file:
        return html.unescape(file.read())


headings = [
    re.sub(r"<[^>]*>", "", heading).strip()
    for path in glob.glob(f"{sys.argv[3]}/*.html")
    for heading in re.findall(r"<h3.*?</h3>", text(path), flags=re.DOTALL)
]
# The titles of two entries may be the same.
assert sorted(title for title, _ in entries) == sorted(headings), (len(entries), len(headings))
for title, id in entries:
    assert title in text(f"{sys.argv[3]}/{id}.md"), (id, title)
    if sys.argv[2]:
        assert f"<h3>{title}</h3>" in text(f"{sys.argv[2]}/entries/{id}/index.html"), (id, title)
print(len(entries))
