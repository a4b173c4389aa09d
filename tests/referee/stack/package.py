"""Packages the template as `sam package` does: each function's zip in a bucket, its address in the template."""

import hashlib
import io
import json
import os
import pathlib
import subprocess
import zipfile

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

from .differences import DIFFERENCES
from .emulator import REGION

ROOT = pathlib.Path(__file__).resolve().parents[3]
TEMPLATE = ROOT / "infra" / "template.yaml"
BUCKET = "referee-artifacts"


def zip_of(binary):
    """The zip of a function: the one that `make lambda` built, or the development build's program in a zip."""
    built = ROOT / "target" / "lambda-host" / binary / "bootstrap.zip"
    if os.environ.get("REFEREE_ZIPS") == "release":
        if not built.exists():
            raise SystemExit(f"{built} is missing: run `make lambda`")
        return built.read_bytes()
    program = ROOT / "target" / "debug" / binary
    if not program.exists():
        raise SystemExit(f"{program} is missing: `make referee-stack` builds it")
    stripped = program.with_suffix(".referee")
    subprocess.run(["strip", "-o", stripped, program], check=True)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        entry = zipfile.ZipInfo("bootstrap")
        entry.external_attr = 0o755 << 16
        archive.writestr(entry, stripped.read_bytes())
    stripped.unlink()
    return packed.getvalue()


class Policies:
    """Managed policies by name, as SAM's command line hands them to its transform."""

    def load(self):
        return {}


def package(emulator):
    """The template as the emulator gets it, its zips uploaded."""
    os.environ.setdefault("AWS_DEFAULT_REGION", REGION)
    template = yaml_parse(TEMPLATE.read_text())
    s3 = emulator.client("s3")
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    for name, resource in template["Resources"].items():
        if resource["Type"] == "AWS::Serverless::Function" and "BuildProperties" in resource.get("Metadata", {}):
            content = zip_of(resource["Metadata"]["BuildProperties"]["Binary"])
            key = f"{hashlib.sha256(content).hexdigest()[:32]}.zip"
            s3.put_object(Bucket=BUCKET, Key=key, Body=content)
            resource["Properties"]["CodeUri"] = f"s3://{BUCKET}/{key}"
        elif resource["Type"] == "AWS::Serverless::LayerVersion":
            # The console's files, in a stack that hosts none here; only the transform asks for the address.
            resource["Properties"]["ContentUri"] = f"s3://{BUCKET}/console.zip"
    template = transform(template, {}, Policies())
    for difference in DIFFERENCES:
        difference.change(template, emulator)
    s3.put_object(Bucket=BUCKET, Key="packaged.json", Body=json.dumps(template, default=str).encode())
    return template
