#!/usr/bin/env python3
"""Packs a release (`make release`): dist/switchboard-<version>/ with what `sam build` has built.

Whoever has it needs AWS's SAM CLI and no toolchain: `sam deploy --guided --template template.yaml` in that folder. The
zips have no times in them, so that the same build makes the same bytes.
"""

import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib
import uuid
import zipfile

import template

ROOT = pathlib.Path(__file__).resolve().parents[1]
BUILT = ROOT / ".aws-sam" / "build"
# The built parts, by the places in the template that name them.
PLACES = {"AWS::Serverless::Function": "CodeUri", "AWS::Serverless::LayerVersion": "ContentUri", "AWS::Lambda::Function": "Code"}


def pack(folder, file):
    """A zip of a folder. Programs stay executable."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for path in sorted(one for one in folder.rglob("*") if one.is_file() and "__pycache__" not in one.parts):
            name = zipfile.ZipInfo(path.relative_to(folder).as_posix(), (1980, 1, 1, 0, 0, 0))
            name.external_attr = (0o755 if path.stat().st_mode & 0o100 else 0o644) << 16
            name.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(name, path.read_bytes())


def parts():
    """Each part: its logical id, the words of the template that name its source, the folder with its files."""
    for name, one in template.load()["Resources"].items():
        place = PLACES.get(one["Type"])
        if place and isinstance(one["Properties"].get(place), str):
            source = one["Properties"][place]
            # The function for set-up is not built: it is packed as it stands.
            built = BUILT / name
            yield name, f"{place}: {source}", built if built.is_dir() else ROOT / "infra" / source


def packaged(text, name, words):
    """The template with the zip of a part in the place of its source."""
    start = text.index(f"\n  {name}:\n")
    at = text.index(words, start)
    return text[:at] + words.split(":")[0] + f": {name}.zip" + text[at + len(words):]


def bill_of_materials(version):
    """The crates in the functions, in CycloneDX 1.5: what Cargo.lock and cargo say, and nothing that they do not."""
    asked = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", "aarch64-unknown-linux-gnu"]
    cargo = json.loads(subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout)
    known = {one["id"]: one for one in cargo["packages"]}
    edges = {one["id"]: one["deps"] for one in cargo["resolve"]["nodes"]}
    functions = [one["id"] for one in cargo["packages"] if "/functions/" in one["manifest_path"] and one["id"] in cargo["workspace_members"]]
    used, todo = set(), list(functions)
    while todo:
        one = todo.pop()
        if one not in used:
            used.add(one)
            todo += [of["pkg"] for of in edges[one] if any(kind["kind"] is None for kind in of["dep_kinds"])]
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    sums = {(one["name"], one["version"]): one.get("checksum") for one in lock}
    components = []
    for one in sorted((known[of] for of in used), key=lambda of: (of["name"], of["version"])):
        component = {"type": "library", "name": one["name"], "version": one["version"], "bom-ref": f"{one['name']}@{one['version']}"}
        if one["source"]:
            component["purl"] = f"pkg:cargo/{one['name']}@{one['version']}"
        if one["license"]:
            component["licenses"] = [{"expression": one["license"].replace("/", " OR ")}]
        if sums.get((one["name"], one["version"])):
            component["hashes"] = [{"alg": "SHA-256", "content": sums[one["name"], one["version"]]}]
        components.append(component)
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'switchboard' + version + json.dumps(components))}",
        "metadata": {"component": {"type": "application", "name": "switchboard", "version": version}},
        "components": components,
    }


def main():
    if not BUILT.is_dir():
        sys.exit("release: nothing is built; run `sam build` first")
    version = re.search(r'^version = "(.+)"$', (ROOT / "Cargo.toml").read_text(), re.M)[1]
    folder = ROOT / "dist" / f"switchboard-{version}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    text = template.PATH.read_text()
    for name, words, source in parts():
        pack(source, folder / f"{name}.zip")
        text = packaged(text, name, words)
    (folder / "template.yaml").write_text(text)
    (folder / "sbom.cdx.json").write_text(json.dumps(bill_of_materials(version), indent=1) + "\n")
    sums = [(hashlib.sha256(file.read_bytes()).hexdigest(), file.name) for file in sorted(folder.iterdir())]
    (folder / "SHA256SUMS").write_text("".join(f"{digest}  {name}\n" for digest, name in sums))
    print(f"{folder.relative_to(ROOT)}: {len(sums) + 1} files, {sum(file.stat().st_size for file in folder.iterdir()) / 1e6:.1f} MB")
    print("Deploy it without a toolchain: sam deploy --guided --template template.yaml --resolve-s3 --capabilities CAPABILITY_IAM")


if __name__ == "__main__":
    main()
