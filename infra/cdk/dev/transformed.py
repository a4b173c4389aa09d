"""SAM makes the same resources of the synthesized template as of our own: the places of the zips aside, nothing differs."""

import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE.parent / "tests"))
from samtranslator.translator.transform import transform  # noqa: E402
from stack import PARAMETERS, Policies, transformed  # noqa: E402


def bare(template):
    """Resources without the places of zips; a layer's logical id, in which SAM puts a sum of its place, without it."""
    text = re.sub(r"\b(ConsoleFiles)[0-9a-f]{10}\b", r"\1", json.dumps(template["Resources"], default=str))
    # The one prop that the tests' app gives.
    resources = json.loads(text.replace('{"Ref": "AdminEmail"}', '"ada@example.com"'))
    for one in resources.values():
        places = {"AWS::Lambda::Function": "Code", "AWS::Lambda::LayerVersion": "Content"}
        if one["Type"] in places:
            place = one["Properties"].pop(places[one["Type"]])
            assert place if isinstance(place, str) else {"S3Bucket", "S3Key"} == set(place), place
        if "DependsOn" in one:
            one["DependsOn"] = sorted([one["DependsOn"]] if isinstance(one["DependsOn"], str) else one["DependsOn"])
    return resources


def main():
    synthesized = json.loads((HERE / "build" / "synthesized.json").read_text())
    defaults = {name: one.get("Default", "") for name, one in PARAMETERS.items()}
    theirs, ours = bare(transform(synthesized, defaults, Policies())), bare(transformed())
    differ = [name for name in sorted({*theirs, *ours}) if theirs.get(name) != ours.get(name)]
    if differ:
        sys.exit("SAM makes something else of the synthesized template: " + ", ".join(differ))
    print(f"infra/cdk: {len(ours)} resources after SAM's transform, the same as from infra/template.yaml")


if __name__ == "__main__":
    main()
