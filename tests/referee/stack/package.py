"""Packages the template as `sam package` does: each function's zip in a bucket, its address in the template."""

import contextlib
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


def zip_of_folder(folder):
    """A folder's files in a zip: the code of the set-up function, and the layer around the console."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                archive.write(file, file.relative_to(folder))
    return packed.getvalue()


class Policies:
    """Managed policies by name, as SAM's command line hands them to its transform."""

    def load(self):
        return {}


def package(emulator, text=None, zipped=zip_of):
    """A template as the emulator gets it, its zips uploaded: today's, if no text is given."""
    os.environ.setdefault("AWS_DEFAULT_REGION", REGION)
    template = yaml_parse(text or TEMPLATE.read_text())
    s3 = emulator.client("s3")
    with contextlib.suppress(s3.exceptions.BucketAlreadyOwnedByYou):
        s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})

    def upload(content):
        key = f"{hashlib.sha256(content).hexdigest()[:32]}.zip"
        s3.put_object(Bucket=BUCKET, Key=key, Body=content)
        return key

    for resource in template["Resources"].values():
        properties = resource.get("Properties", {})
        match resource["Type"]:
            case "AWS::Serverless::Function":
                properties["CodeUri"] = f"s3://{BUCKET}/{upload(zipped(resource['Metadata']['BuildProperties']['Binary']))}"
            case "AWS::Serverless::LayerVersion":
                folder = TEMPLATE.parent / properties["ContentUri"]
                properties["ContentUri"] = f"s3://{BUCKET}/{upload(zip_of_folder(folder))}"
            case "AWS::Lambda::Function":
                folder = TEMPLATE.parent / properties["Code"]
                properties["Code"] = {"S3Bucket": BUCKET, "S3Key": upload(zip_of_folder(folder))}
    template = transform(template, {}, Policies())
    for difference in DIFFERENCES:
        difference.change(template, emulator)
    s3.put_object(Bucket=BUCKET, Key="packaged.json", Body=json.dumps(template, default=str).encode())
    return template
