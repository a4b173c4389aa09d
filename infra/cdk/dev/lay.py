"""Lays out a release for the tests, as tools/release.py does, with empty zips: build/release."""

import pathlib
import shutil
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tools"))
import release  # noqa: E402
import template  # noqa: E402

there = ROOT / "infra" / "cdk" / "build" / "release"
shutil.rmtree(there, ignore_errors=True)
there.mkdir(parents=True)
text = template.PATH.read_text()
for name, words, _ in release.parts():
    text = release.packaged(text, name, words)
    with zipfile.ZipFile(there / f"{name}.zip", "w") as zipped:
        zipped.writestr(zipfile.ZipInfo("name"), name)
(there / "template.yaml").write_text(text)
