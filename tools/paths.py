#!/usr/bin/env python3
"""Checks that every path in backticks in the documents exists in the tree.

A document may shorten a path: `domain/…`, `app/…`, `store/…`, `protocol/…` and `channels/…` are
`shared/<name>/src/…`; `it/…`, `rules/…`, `e2e/…` and the folders of the console stand for themselves;
a test's path may leave `tests/it/` out (`offer/one.rs`); a file's name alone must name some file.
`{a,b}` names several paths, `<noun>` and `*` any folder or file. Exit code 1 if a path is missing.
"""

import fnmatch
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ["docs/features.md", "docs/architecture.md", "docs/decisions/*.md", "CONTRIBUTING.md", "README.md"]
SHORT = {name: f"shared/{name}/src" for name in ("domain", "app", "store", "protocol", "channels")}
# The folders below which a document may name a path, in this order; the last step looks for the name anywhere.
BELOW = ("", "tests/", "tests/it/", "console/", "console/src/", "console/src/i18n/", "infra/")
ENDINGS = "rs ts vue mjs ftl py sh md json toml txt yaml html css".split()
# Not in the repository: results of the build, folders of the bucket, packages of npm.
ELSEWHERE = ("assets/", "target/", ".tools/", "data/", "incoming/", "files/", "@")
PATH = re.compile(r"^[\w.-][\w./{},<>*-]*$")


def tree():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    files = {name for name in listed.stdout.splitlines() if (ROOT / name).is_file()}
    return files | {str(folder) for name in files for folder in Path(name).parents}


def is_path(words):
    """Whether words in backticks name a file or folder: no address, no type of content, no code."""
    if not PATH.match(words) or words.startswith(ELSEWHERE):
        return False
    return "/" in words and not re.match(r"^(image|video|audio|text|application)/", words) or words.rsplit(".", 1)[-1].strip("}") in ENDINGS and "." in words[1:]


def each(path):
    """`{a,b}.rs` as `a.rs` and `b.rs`."""
    found = re.match(r"^(.*?)\{([^{}]*)\}(.*)$", path)
    if not found:
        return [path]
    return [one for part in found[2].split(",") for one in each(found[1] + part + found[3])]


def exists(path, names):
    path = re.sub(r"<\w+>", "*", path.rstrip("/"))
    first, _, rest = path.partition("/")
    if first in SHORT and rest:
        tries = [f"{SHORT[first]}/{rest}", path]
    else:
        tries = [below + path for below in BELOW]
    if any(fnmatch.filter(names, one) if "*" in one else one in names for one in tries):
        return True
    return "/" not in path and any(name.endswith("/" + path) for name in names)


def main():
    names, count, missing = tree(), 0, []
    for document in sorted(file for pattern in DOCUMENTS for file in ROOT.glob(pattern)):
        fenced = False
        for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
            fenced ^= line.lstrip().startswith("```")
            for words in [] if fenced else re.findall(r"`([^`]+)`", line):
                for path in each(words) if is_path(words) else []:
                    count += 1
                    if not exists(path, names):
                        missing.append(f"{document.relative_to(ROOT)}:{number}: `{path}` is not in the tree; write the file's present path, or remove it")
    print("\n".join(missing) if missing else f"{count} paths, all there")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
