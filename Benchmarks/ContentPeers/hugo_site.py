"""Writes a Hugo site with one page for each entry of a timeline: hugo_site.py TIMELINE FOLDER."""
import json
import os
import re
import sys

HEADING = re.compile(r"(\S+) — (.*?) \{#([\w-]+)\}")
FIELD = re.compile(r"- (\w+): (.*)")
CONFIG = {
    "baseURL": "https://example.org/",
    "title": "The Bell Lap",
    # Nothing but the pages.
    "disableKinds": ["home", "section", "taxonomy", "term", "RSS", "sitemap", "404", "robotsTXT"],
}

folder = sys.argv[2]
os.makedirs(f"{folder}/content/entries")
os.makedirs(f"{folder}/layouts/_default")
with open(f"{folder}/config.json", "w", encoding="utf-8") as file:
    json.dump(CONFIG, file)
with open(os.path.join(os.path.dirname(__file__), "page.html"), encoding="utf-8") as file:
    page = file.read()
for ours, hugos in [
    ("{{language}}", "{{ .Site.Language.Lang }}"),
    ("{{subject}}", "{{ .Title }}"),
    ("{% if preheader %}", "{{ with .Params.tags }}"),
    ("{{preheader}}", "{{ delimit . \" · \" }}"),
    ("{% endif %}", "{{ end }}"),
    ("{{publication.name}}", "{{ .Site.Title }}"),
    ("{{dates}}", '{{ .Date.Format "2 January 2006" }}'),
    ("{{body}}", "<h3>{{ .Title }}</h3>\n{{ .Content }}"),
]:
    page = page.replace(ours, hugos)
with open(f"{folder}/layouts/_default/single.html", "w", encoding="utf-8") as file:
    file.write(page)
with open(sys.argv[1], encoding="utf-8") as file:
    parts = file.read().split("\n## ")
for part in parts[1:]:
    heading, *blocks = part.strip().split("\n\n")
    day, title, id = HEADING.fullmatch(heading).groups()
    fields = dict(FIELD.fullmatch(line).groups() for line in blocks.pop().split("\n"))
    matter = {"title": title, "date": day, "tags": fields["tags"].split(", "), "people": fields["people"].split(", ")}
    with open(f"{folder}/content/entries/{id}.md", "w", encoding="utf-8") as file:
        file.write(json.dumps(matter, ensure_ascii=False) + "\n\n" + "\n\n".join(blocks) + "\n")
