"""A release deploys without a toolchain: every part is a zip beside its template."""

import pathlib
import sys
import tempfile
import unittest
import zipfile

from stack import RESOURCES, ROOT, load

sys.path.insert(0, str(ROOT / "tools"))
import release  # noqa: E402
import template  # noqa: E402


class Release(unittest.TestCase):
    def test_each_part_is_a_zip_and_nothing_else_changes(self):
        text = template.PATH.read_text()
        names = []
        for name, words, source in release.parts():
            names.append(name)
            text = release.packaged(text, name, words)
        packed = load(text)["Resources"]
        functions = [name for name, one in RESOURCES.items() if one["Type"] == "AWS::Serverless::Function"]
        self.assertEqual(set(names), {*functions, "ConsoleFiles", "SetupFunction"})
        for name, one in RESOURCES.items():
            place = release.PLACES.get(one["Type"])
            if place:
                self.assertEqual(packed[name]["Properties"].pop(place), f"{name}.zip")
                one = {**one, "Properties": {k: v for k, v in one["Properties"].items() if k != place}}
            self.assertEqual(packed[name], one, name)

    def test_the_same_files_make_the_same_zip_and_programs_stay_executable(self):
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place) / "built"
            folder.mkdir()
            (folder / "bootstrap").write_bytes(b"\x7fELF")
            (folder / "bootstrap").chmod(0o755)
            (folder / "notes.txt").write_text("notes")
            files = [pathlib.Path(place) / f"{n}.zip" for n in range(2)]
            for file in files:
                release.pack(folder, file)
                (folder / "notes.txt").touch()
            self.assertEqual(files[0].read_bytes(), files[1].read_bytes())
            modes = {one.filename: one.external_attr >> 16 & 0o777 for one in zipfile.ZipFile(files[0]).infolist()}
            self.assertEqual(modes, {"bootstrap": 0o755, "notes.txt": 0o644})

    def test_the_bill_names_every_crate_of_the_functions_once_with_its_sum(self):
        bill = release.bill_of_materials("0.1.0")
        names = [one["bom-ref"] for one in bill["components"]]
        self.assertEqual(len(names), len(set(names)))
        found = {one["name"]: one for one in bill["components"]}
        for name in ["lambda_runtime", "aws-sdk-dynamodb", "serde_json", "domain"]:
            self.assertIn(name, found)
        # The local platform's database is in no function.
        self.assertNotIn("dynoxide", found)
        for one in bill["components"]:
            self.assertEqual("purl" in one, "hashes" in one, one["name"])


if __name__ == "__main__":
    unittest.main()
