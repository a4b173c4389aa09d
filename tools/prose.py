#!/usr/bin/env python3
"""Finds sentences in comments and documents that have a relative clause as their subject (docs/style.md).

The count may only fall: `tools/prose.txt` holds the count of each part of the tree. `--list` prints the
sentences, `--update` writes the counts anew after a rewrite.
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEPT = ROOT / "tools/prose.txt"
SUBJECT = re.compile(r"(?:^|(?<=[.:!?] ))(?:Who|What|Whose|Whom|Whoever|Whatever|Of whom|Of what|Of which|Whichever)\b[^.?!]*[.!]")
COMMENT = {
    ".rs": re.compile(r"^\s*(?://[/!]?) ?(.*)$"),
    ".ts": re.compile(r"^\s*(?:/\*\*|\*|//) ?(.*?)(?:\*/)?$"),
    ".vue": re.compile(r"^\s*(?:/\*\*|\*|//|<!--) ?(.*?)(?:\*/|-->)?$"),
    ".mjs": re.compile(r"^\s*(?:/\*\*|\*|//) ?(.*?)(?:\*/)?$"),
    ".py": re.compile(r'^\s*(?:#|""") ?(.*?)(?:""")?$'),
    ".sh": re.compile(r"^\s*# ?(.*)$"),
}
# The titles in docs/SUMMARY.md are those of the pages.
GENERATED = ("console/src/contract/", "examples/typescript/src/generated/", "docs/protocol/", "docs/SUMMARY.md")


def paragraphs(path):
    """Comments of a file, or the text of a document, each run of lines as one text with its first line's number."""
    pattern = COMMENT.get(path.suffix)
    text, began = [], 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = pattern.match(line) if pattern else re.match(r"^(?!\s*[|`#<])(?:\s*[-*\d.]+ )?(.*)$", line)
        words = found.group(1).strip() if found else ""
        if words:
            began = began if text else number
            text.append(words)
        elif text:
            yield began, " ".join(text)
            text = []
    if text:
        yield began, " ".join(text)


def part(name):
    """The part of the tree that a file belongs to: two folders deep."""
    folders = name.split("/")[:-1]
    return "/".join(folders[:2]) or "."


def main():
    names = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    counts = {}
    for name in names.stdout.split():
        path = ROOT / name
        if name.startswith(GENERATED) or path.suffix not in {*COMMENT, ".md"} or not path.is_file():
            continue
        for line, text in paragraphs(path):
            for sentence in SUBJECT.findall(text):
                counts[part(name)] = counts.get(part(name), 0) + 1
                if "--list" in sys.argv:
                    print(f"{name}:{line}: {sentence}")
    if "--list" in sys.argv:
        return 0
    if "--update" in sys.argv:
        KEPT.write_text("".join(f"{n} {where}\n" for where, n in sorted(counts.items())), encoding="utf-8")
        return 0
    kept = {where: int(n) for n, where in (line.split(" ", 1) for line in KEPT.read_text(encoding="utf-8").splitlines())}
    more = {where: n for where, n in counts.items() if n > kept.get(where, 0)}
    for where, n in sorted(more.items()):
        print(f"{where}: {n} sentences have no noun as their subject, {kept.get(where, 0)} had none before; see docs/style.md and tools/prose.py --list")
    return 1 if more else 0


sys.exit(main())
