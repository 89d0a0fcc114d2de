"""Looks at newsletters and the archive page in a browser, and holds them against an HTML checker.

Usage: check.py DAYBOOK FOLDER. Screenshots go to FOLDER, for people to look at; what a program can tell is checked here:
tidy finds no error, nothing is wider than the screen, light and dark differ, no picture is missing, nothing is fetched.
"""

import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from PIL import Image, ImageDraw

WIDTHS = [360, 600, 1200]
SCHEMES = {"light": "1", "dark": "0"}
# Chromium opens no window that is narrower, so that a page is shown in a frame of the wanted width.
NARROWEST_WINDOW = 500
TALLEST = 8000

TIMELINE = """---
title: Awkward things
---

## 2024-09-04 — A headline that goes on for so long that no subject line of any mail client would ever show all of it to anybody, and that has a Donaudampfschifffahrtsgesellschaftskapitänsmützenknopfloch in it {#long-title}

The [report](https://example.org/a?b=1&c=2) is out, at https://example.org/an/address/that/is/far/too/long/for/a/narrow/screen/and/has/no/blank/in/it/at/all/index.html, with *emphasis*, **weight** and `code`.

![Two runners side by side on the last bend](images/bend.png "Photo: A. Photographer")

> When people ask me what it was like I tell them that there was no plan at all. We ran, and then we ran faster, and in the end one of us was in front, which happened to be me. I should like to say that I had waited for the bend, but nobody waits for a bend; the bend comes, and there one is, and one runs.
>
> And that, I suppose, is that.
> — A. Runner, in a long talk with somebody who wrote all of it down

- weight: 3

## 2024-09-05 — A table and a list {#table}

| place | runner | club | lap 1 | lap 2 | lap 3 | lap 4 | time | remark |
|---|---|---|---|---|---|---|---|---|
| 1 | Alexandra Longname | Athletics Club of the North | 57.1 | 58.2 | 59.9 | 55.4 | 3:50.60 | personal best |
| 2 | B. Miler | AC | 57.3 | 58.1 | 59.8 | 56.0 | 3:51.20 | |

- one thing
- another, with a [link](https://example.org/x)

## 2024-09-06 — Quotes in a row {#quotes}

The runners talk it over.

> No, and I would not have it otherwise, whatever they say of it afterwards.
> — B. Miler

## 2023-09-10 — A year ago {#year-ago}

Something happened that is remembered.

![A picture of that day](images/bend.png)

## 2024-09-12 — The next meeting {#next}
"""

SETTINGS = """name: The Awkward Letter with a Rather Long Name
link: https://example.org
timeZone: Europe/Oslo
language: en
"""

failures = []


def expect(condition, message):
    if not condition:
        failures.append(message)
        print(f"  FAILED: {message}")


def run(*command, cwd=None):
    return subprocess.run([str(part) for part in command], cwd=cwd, check=True, capture_output=True, text=True)


def make_publications(daybook, repository, scratch):
    """The sample issue and one with everything that is awkward; the pages to look at, by name."""
    sample, awkward = scratch / "sample", scratch / "awkward"
    sample.mkdir()
    shutil.copy(repository / "daybook.yaml", sample)
    for name in ["Timelines", "Templates"]:
        shutil.copytree(repository / name, sample / name)
    (awkward / "Timelines/images").mkdir(parents=True)
    (awkward / "daybook.yaml").write_text(SETTINGS, encoding="utf-8")
    (awkward / "Timelines/awkward.md").write_text(TIMELINE, encoding="utf-8")
    picture = Image.new("RGB", (1200, 700), (46, 92, 72))
    draw = ImageDraw.Draw(picture)
    for lane in range(8):
        draw.arc((100 - lane * 40, 80 - lane * 40, 1100 + lane * 40, 900 + lane * 40), 180, 360, (230, 230, 220), 6)
    picture.save(awkward / "Timelines/images/bend.png")
    pages = {}
    for folder in [sample, awkward]:
        run(daybook, "draft", "newsletter", "--date", "2024-09-09", cwd=folder)
        run(daybook, "approve", "2024-W37-newsletter", cwd=folder)
        run(daybook, "export", "archive", "--output", "archive.html", cwd=folder)
        pages[folder.name] = folder / "Drafts/2024-W37/newsletter.html"
        pages[f"{folder.name}-archive"] = folder / "archive.html"
    return pages


def check_markup(name, page):
    found = subprocess.run(["tidy", "-q", "-e", "-utf8", page], capture_output=True, text=True).stderr
    errors = [line for line in found.splitlines() if " - Error: " in line]
    expect(not errors, f"{name}: tidy: {errors}")
    # What mail clients need and HTML 5 has no more: tables for layout.
    known = "cellpadding|cellspacing|border|width|align"
    others = [
        line for line in found.splitlines()
        if " - Warning: " in line and not re.search(rf'attribute "({known})" not allowed for HTML5', line)
    ]
    expect(not others, f"{name}: tidy: {others}")
    text = page.read_text(encoding="utf-8")
    expect("<script" not in text, f"{name}: a script")
    fetched = re.findall(r'(?:src|url\()\s*=?\s*"?(https?:[^")]*)', text) + re.findall(r"<link[^>]*>|@import", text)
    expect(not fetched, f"{name}: fetches {fetched}")


def wrapped(page, width, height, scratch):
    wrapper = scratch / "wrapper.html"
    wrapper.write_text(f"""<!DOCTYPE html><html style="color-scheme: light dark"><body style="margin:0;overflow:hidden">
<iframe src="{page.as_uri()}" style="border:0;width:{width}px;height:{height}px" onload="measure(this)"></iframe>
<script>
function measure(frame) {{
  const page = frame.contentDocument, view = frame.contentWindow;
  const inner = page.querySelector('.sheet') || page.body;
  document.documentElement.dataset.result = JSON.stringify({{
    width: view.innerWidth, scroll: page.documentElement.scrollWidth, height: page.documentElement.scrollHeight,
    dark: view.matchMedia('(prefers-color-scheme: dark)').matches,
    background: view.getComputedStyle(page.body).backgroundColor,
    ink: view.getComputedStyle(page.querySelector('.ink') || page.body).color,
    sheet: inner.getBoundingClientRect().width,
    broken: [...page.images].filter(image => !image.complete || image.naturalWidth === 0).map(image => image.src),
  }});
}}
</script></body></html>""", encoding="utf-8")
    return wrapper


def chromium(scratch, scheme, width, height, *more):
    return run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--allow-file-access-from-files",
        "--disable-background-networking", f"--user-data-dir={scratch / 'profile'}",
        f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}",
        f"--window-size={max(width, NARROWEST_WINDOW)},{height}", *more).stdout


def look(name, page, width, scheme, scratch, folder):
    wrapper = wrapped(page, width, 800, scratch)
    dom = chromium(scratch, scheme, width, 800, "--dump-dom", wrapper.as_uri())
    result = json.loads(html.unescape(re.search(r'data-result="([^"]*)"', dom).group(1)))
    at = f"{name} at {width} px, {scheme}"
    expect(result["width"] == width, f"{at}: the frame has {result['width']} px")
    expect(result["scroll"] <= width, f"{at}: the page is {result['scroll']} px wide")
    expect(result["dark"] == (scheme == "dark"), f"{at}: the browser shows the other scheme")
    expect(not result["broken"], f"{at}: pictures are missing: {result['broken']}")
    if not name.endswith("-archive"):
        expect(result["sheet"] <= 600, f"{at}: the sheet is {result['sheet']} px wide")
    height = min(result["height"], TALLEST)
    wrapper = wrapped(page, width, height, scratch)
    shot = folder / f"{name}-{width}-{scheme}.png"
    chromium(scratch, scheme, width, height, f"--screenshot={shot}", wrapper.as_uri())
    image = Image.open(shot).convert("RGB").crop((0, 0, width, height))
    image.save(shot)
    expect(len(image.getcolors(1 << 24)) > 20, f"{at}: the screenshot is blank")
    return result


def luminance(color):
    red, green, blue = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    high, low = sorted([luminance(first), luminance(second)], reverse=True)
    return (high + 0.05) / (low + 0.05)


def main():
    daybook, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    repository = pathlib.Path(__file__).resolve().parent.parent.parent
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        pages = make_publications(daybook, repository, scratch)
        for name, page in pages.items():
            print(name)
            check_markup(name, page)
            for width in WIDTHS:
                seen = {scheme: look(name, page, width, scheme, scratch, folder) for scheme in SCHEMES}
                light, dark = seen["light"]["background"], seen["dark"]["background"]
                expect(luminance(light) > 0.8 and luminance(dark) < 0.1, f"{name}: background {light} and {dark}")
                for scheme, result in seen.items():
                    # 7 is what WCAG 2.2 wants at its strictest (1.4.6).
                    ratio = contrast(result["ink"], result["background"])
                    expect(ratio >= 7, f"{name}, {scheme}: a contrast of {ratio:.1f}")
    shots = len(list(folder.glob("*.png")))
    print(f"{len(pages)} pages, {shots} screenshots in {folder}, {len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
