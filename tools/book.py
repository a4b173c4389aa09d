#!/usr/bin/env python3
"""The site of docs/ (`make docs`), and the check that its table of contents is whole (`make house`).

`--check`: every page below docs/ stands in docs/SUMMARY.md once, under its own heading, and every link of a page leads
to a file of the repository and, if it names a heading, to a heading that is there. Exit code 1 if not.
`--lay FOLDER`: lays the pages out for mdBook. The README becomes the front page; a folder's README becomes its `index.md`,
to which a link to the folder leads; a link that leaves docs/ loses its address, because the site has no page there.
"""

import os
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SUMMARY = DOCS / "SUMMARY.md"
FRONT = ROOT / "README.md"
# A link or a picture: `[words](address)`. Addresses in code are none.
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)")
ENTRY = re.compile(r"^\s*(?:- )?\[(.+)\]\((.+)\)$", re.M)
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.M | re.S)
OUTSIDE = re.compile(r"^[a-z]+:")


def pages():
    """Every page of the site, the front page first."""
    return [FRONT, *sorted(page for page in DOCS.rglob("*.md") if page != SUMMARY)]


def heading(page):
    return page.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# ").strip()


def anchors(page):
    """The names of a page's headings, as both GitHub and mdBook make them."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in re.findall(r"^#+ (.*?)\s*$", text, re.M)}


def links(text):
    """The links of a text to places of this repository, each a match of LINK."""
    hidden = [(code.start(), code.end()) for code in CODE.finditer(text)]
    for link in LINK.finditer(text):
        # The words of a link may be code; a whole link inside of code is an example.
        if not OUTSIDE.match(link[3]) and not any(a <= link.start() and link.end() <= b for a, b in hidden):
            yield link


def place(page, address):
    """The file or folder of an address in a page, and the heading that it names."""
    path, _, name = address.partition("#")
    return (Path(os.path.normpath(page.parent / path)) if path else page), name


def faults():
    entries = [(title, place(SUMMARY, address)[0]) for title, address in ENTRY.findall(SUMMARY.read_text(encoding="utf-8"))]
    listed = [page for _, page in entries]
    for page in pages():
        if listed.count(page) != 1:
            yield f"{page.relative_to(ROOT)} stands in docs/SUMMARY.md {listed.count(page)} times; give it one line"
    for title, page in entries:
        if not page.is_file():
            yield f"docs/SUMMARY.md: {title} leads nowhere"
        elif re.sub(r"[`*]", "", heading(page)) != title:
            yield f"docs/SUMMARY.md: {title} is the page \"{heading(page)}\"; both carry one title"
    for page in pages():
        for link in links(page.read_text(encoding="utf-8")):
            target, name = place(page, link[3])
            if not target.exists():
                yield f"{page.relative_to(ROOT)}: {link[3]} leads nowhere"
            elif name and target.suffix == ".md" and name not in anchors(target):
                yield f"{page.relative_to(ROOT)}: {link[3]} names a heading that is not there"


def on_site(file):
    """The place of a file below the pages of the site."""
    place = Path() / file.name if file == FRONT else file.relative_to(DOCS)
    return place.with_name("index.md") if place.name == "README.md" else place


def laid(page, text):
    """The text of a page as the site has it."""
    def change(link):
        target, name = place(page, link[3])
        if target.is_dir() and (target / "README.md").is_file():
            target = target / "README.md"
        inside = target == FRONT or target.is_file() and DOCS in target.parents
        if not inside:
            return link[2]
        address = os.path.relpath(on_site(target), on_site(page).parent)
        return f"{link[1]}[{link[2]}]({address}{'#' + name if name else ''})"

    wanted = {link.start() for link in links(text)}
    return LINK.sub(lambda link: change(link) if link.start() in wanted else link[0], text)


def lay(folder):
    shutil.rmtree(folder, ignore_errors=True)
    there = folder / "pages"
    shutil.copytree(DOCS, there, ignore=shutil.ignore_patterns("book.toml", "*.md"))
    shutil.copy(DOCS / "book.toml", folder)
    for page in [SUMMARY, *pages()]:
        copy = there / on_site(page)
        copy.write_text(laid(page, page.read_text(encoding="utf-8")), encoding="utf-8")


def main():
    if sys.argv[1:2] == ["--lay"]:
        lay(Path(sys.argv[2]))
        return 0
    found = list(faults())
    print("\n".join(found) if found else f"{len(pages())} pages in docs/SUMMARY.md, every link leads somewhere")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
