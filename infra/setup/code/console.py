"""The console's files: from the layer into the bucket, with the cache rules of each, and config.json beside them."""

import datetime
import json
import mimetypes
import os

import boto3

FILES = "/opt/console"
# Pages that are open in a browser may still load the files of an earlier release.
KEPT = datetime.timedelta(days=7)
TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


def work(change, properties):
    """Makes the bucket hold this release; empties it before it goes."""
    bucket = properties["Bucket"]
    s3 = boto3.client("s3")
    if change == "Delete":
        remove(s3, bucket, names(s3, bucket))
        return
    files = release(FILES)
    # Pages come last: they name files that must be there by then.
    for name in sorted(files, key=is_page):
        with open(files[name], "rb") as file:
            put(s3, bucket, name, file.read())
    put(s3, bucket, "config.json", json.dumps(config(properties["Config"])).encode())
    old = datetime.datetime.now(datetime.timezone.utc) - KEPT
    remove(s3, bucket, {name: at for name, at in names(s3, bucket).items() if name not in files and name != "config.json" and at < old})


def config(given):
    """The configuration, which the console reads before anything else; infra/local/src/server.rs answers it on one machine."""
    return {
        "issuer": given["issuer"],
        "clientId": given["clientId"],
        "demo": False,
        "invitations": False,
        "sandbox": False,
        "version": given["version"],
    }


def release(folder):
    """The files of a release: their names in the bucket, and their places here."""
    found = {}
    for place, _, files in os.walk(folder):
        for file in files:
            path = os.path.join(place, file)
            found[os.path.relpath(path, folder).replace(os.sep, "/")] = path
    if "index.html" not in found:
        raise RuntimeError(f"there is no index.html among the {len(found)} files of the console; build it again")
    return found


def is_page(name):
    return name.endswith(".html")


def kept(name):
    """How long browsers and CloudFront may keep a file."""
    if is_page(name) or name == "config.json":
        return "no-store"
    if name.startswith("assets/"):
        return "public, max-age=31536000, immutable"
    return "public, max-age=300"


def kind(name):
    """The media type of a file."""
    ending = os.path.splitext(name)[1]
    found = TYPES.get(ending) or mimetypes.types_map.get(ending) or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith("text/") else found


def put(s3, bucket, name, body):
    s3.put_object(Bucket=bucket, Key=name, Body=body, ContentType=kind(name), CacheControl=kept(name))


def names(s3, bucket):
    """The files in a bucket, and the times at which they came."""
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    return {item["Key"]: item["LastModified"] for page in pages for item in page.get("Contents", [])}


def remove(s3, bucket, gone):
    gone = [{"Key": name} for name in gone]
    for start in range(0, len(gone), 1000):
        answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": gone[start : start + 1000], "Quiet": True})
        if answer.get("Errors"):
            raise RuntimeError(f"{len(answer['Errors'])} files of the console could not be removed")
