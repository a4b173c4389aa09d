#!/usr/bin/env python3
"""Every mutant of the domain against the tests of the rules.

cargo-mutants lists the mutants. This tool builds all of them into one binary, each behind a switch
that the environment sets (MUTANT=<n>), so that nothing is compiled for the single mutant; a run takes
as long as its tests do, and ends at the first test that fails.

    tools/mutants_domain.py --out target/mutants [--shard k/n] [--minutes m] [--only text]

Writes <out>/results.json, prints each mutant that no test noticed, and fails if one of them has no
reason in tools/mutants_domain.txt. Mutants that cannot be built in this way (a constant function, a
chain of `if let`, a value that has no such default) are named in <out>/not_built.txt.
"""

import argparse
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tree_sitter
import tree_sitter_rust

ROOT = Path(__file__).resolve().parent.parent
REASONS = ROOT / "tools/mutants_domain.txt"
RUST = tree_sitter.Parser(tree_sitter.Language(tree_sitter_rust.language()))
WORKSPACE = ["shared/domain", "tests/rules"]
SWITCH = """
/// Whether the mutant with this number is the one that runs.
#[doc(hidden)]
#[must_use]
#[allow(clippy::all, missing_docs)]
pub fn mutant_on(number: u32) -> bool {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::LazyLock;
    static ACTIVE: LazyLock<u32> = LazyLock::new(|| {
        let active: u32 = std::env::var("MUTANT").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
        if active != 0 {
            std::panic::set_hook(Box::new(|_| std::process::exit(101)));
        }
        active
    });
    static REACHED: [AtomicBool; 4096] = [const { AtomicBool::new(false) }; 4096];
    static WATCH: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("MUTANTS_REACHED").ok());
    if let Some(file) = &*WATCH
        && !REACHED[number as usize].swap(true, Ordering::Relaxed)
    {
        use std::io::Write;
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(file).unwrap();
        file.write_all(format!("{number}\n").as_bytes()).unwrap();
    }
    *ACTIVE == number
}
"""


def listed():
    tool = ROOT / ".tools/cargo/bin/cargo-mutants"
    command = [tool, "mutants", "-p", "domain", "--list", "--json"]
    return json.loads(subprocess.check_output(command, cwd=ROOT))


class Source:
    """One file, and the mutants in it."""

    def __init__(self, path, mutants):
        self.text = (ROOT / path).read_bytes()
        self.lines = [0]
        for line in self.text.split(b"\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)
        self.tree = RUST.parse(self.text)
        self.mutants = mutants
        self.guards = collections.defaultdict(list)  # node id -> its mutants
        self.nodes = {}
        self.skipped = []
        for mutant in mutants:
            node = self.place(mutant)
            if node is None:
                self.skipped.append(mutant)
            else:
                self.guards[node.id].append(mutant)
                self.nodes[node.id] = node

    def offset(self, at):
        start = self.lines[at["line"] - 1]
        line = self.text[start : self.lines[at["line"]] - 1].decode()
        return start + len(line[: at["column"] - 1].encode())

    def place(self, mutant):
        """The node that the mutant changes, if a switch can stand there."""
        start, end = self.offset(mutant["span"]["start"]), self.offset(mutant["span"]["end"])
        node = self.tree.root_node.descendant_for_byte_range(start, end)
        up = node
        while up is not None and up.type not in ("function_item", "source_file"):
            # A constant's value, a pattern, a chain of `if let`: no call can stand there.
            if up.type in ("const_item", "static_item", "let_chain", "macro_invocation", "match_pattern") and up is not node.parent:
                if up.type == "let_chain" and node.type in ("&&", "||") and node.parent.type == "let_chain":
                    return None
                if up.type in ("const_item", "static_item", "macro_invocation"):
                    return None
            up = up.parent
        genre = mutant["genre"]
        if genre == "FnValue":
            while node and not (node.type == "block" and node.parent.type == "function_item"):
                node = node.parent
            return node
        if genre == "BinaryOperator":
            while node and node.type not in ("binary_expression", "compound_assignment_expr"):
                if node.type in ("let_chain", "block", "match_pattern"):
                    return None
                node = node.parent
            return node
        if genre == "UnaryOperator":
            while node and node.type != "unary_expression":
                if node.type == "block":
                    return None
                node = node.parent
            return node
        if genre == "MatchArm":
            while node and node.type != "match_arm":
                node = node.parent
            return node
        if genre == "MatchArmGuard":
            while node and node.type != "match_pattern":
                node = node.parent
            return node
        return None

    def raw(self, node):
        return self.text[node.start_byte : node.end_byte].decode()

    def render(self, node, dropped):
        """The text of a node, with the switches of all mutants inside."""
        mutants = [m for m in self.guards.get(node.id, []) if m["number"] not in dropped]
        kids = self.inside(node, dropped)
        if not mutants:
            return kids
        on = lambda m: f"crate::mutant_on({m['number']})"
        if node.type == "block":
            switches = "".join(f"if {on(m)} {{ return {m['replacement']}; }} " for m in mutants)
            if mutants[0]["function"]["return_type"] == "":
                switches = "".join(f"if {on(m)} {{ return; }} " for m in mutants)
            return "{ " + switches + kids[1:]
        if node.type in ("binary_expression", "compound_assignment_expr"):
            left = node.child_by_field_name("left")
            right = node.child_by_field_name("right")
            text = ""
            for m in mutants:
                changed = f"{self.raw(left)} {m['replacement']} {self.raw(right)}"
                text += f"if {on(m)} {{ {changed} }} else "
            return f"({text}{{ {kids} }})"
        if node.type == "unary_expression":
            operand = self.text[node.children[0].end_byte : node.end_byte].decode()
            text = "".join(f"if {on(m)} {{ {operand} }} else " for m in mutants)
            return f"({text}{{ {kids} }})"
        if node.type == "match_arm":
            pattern = node.child_by_field_name("pattern")
            inner = self.render(pattern, dropped)
            rest = kids[kids.index(inner) + len(inner) :]
            head = kids[: kids.index(inner)]
            condition = pattern.child_by_field_name("condition")
            off = " && ".join(f"!{on(m)}" for m in mutants)
            if condition is not None:
                cut = inner.index(" if ")
                return f"{head}{inner[:cut]} if {off} && ({inner[cut + 4 :]}){rest}"
            return f"{head}{inner} if {off}{rest}"
        if node.type == "match_pattern":
            condition = node.child_by_field_name("condition")
            plain = self.render(condition, dropped)
            cut = kids.rindex(plain)
            text = plain
            for m in mutants:
                if m["replacement"] == "true":
                    text = f"crate::mutant_on({m['number']}) || ({text})"
                else:
                    text = f"!crate::mutant_on({m['number']}) && ({text})"
            return f"{kids[:cut]}{text}{kids[cut + len(plain) :]}"
        raise AssertionError(node.type)

    def inside(self, node, dropped):
        text, at = "", node.start_byte
        for child in node.children:
            text += self.text[at : child.start_byte].decode() + self.render(child, dropped)
            at = child.end_byte
        return text + self.text[at : node.end_byte].decode()

    def switched(self, dropped):
        root = self.tree.root_node
        before = self.text[: root.start_byte].decode()
        return before + self.render(root, dropped) + self.text[root.end_byte :].decode()


def laid_out(out, sources, dropped):
    """Writes the workspace with the switches; returns the lines of each mutant's switches."""
    tree = out / "tree"
    for folder in WORKSPACE:
        shutil.copytree(ROOT / folder, tree / folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs", tree / "docs", dirs_exist_ok=True)
    for name in ("Cargo.lock", "rust-toolchain.toml"):
        shutil.copy(ROOT / name, tree / name)
    manifest = (ROOT / "Cargo.toml").read_text()
    manifest = re.sub(r"(?s)members = \[.*?\]\n", f"members = {json.dumps(WORKSPACE)}\n", manifest, count=1)
    manifest = re.sub(r"(?s)(#[^\n]*\n)?default-members = \[.*?\]\n", "", manifest)
    manifest = re.sub(r"(?s)\[workspace\.lints.*?(?=\n\[(?!workspace\.lints)|\Z)", "", manifest)
    manifest += "\n[workspace.lints.rust]\nunused = \"allow\"\n"
    (tree / "Cargo.toml").write_text(manifest)
    where = {}
    for path, source in sources.items():
        text = source.switched(dropped)
        text = re.sub(r"#!?\[(expect|deny|forbid)\([^\]]*\)\]\n?", "", text)
        # A switch is no constant: functions that hold one are none.
        kept, at = [], 0
        for piece in re.finditer(r"\bconst fn\b(?=[^;{]*\{[^}]*mutant_on)", text):
            kept.append(text[at : piece.start()] + "fn")
            at = piece.end()
        text = "".join(kept) + text[at:]
        if path.endswith("domain/src/lib.rs"):
            text += SWITCH
        (tree / path).write_text(text)
        for number, line in enumerate(text.split("\n"), 1):
            for found in re.findall(r"mutant_on\((\d+)\)", line):
                where.setdefault((path, number), set()).add(int(found))
    return where


def blamed(out, mutants, error):
    """The mutants of the function that an error without a switch in sight is about."""
    called = re.search(r"non-const (?:associated )?function `(?:[\w<>]+::)*?(?:(\w+)::)?(\w+)`", error["message"])
    if called:
        owner, name = called.groups()
        full = f"{owner}::{name}" if owner and owner[0].isupper() else name
        return {m["number"] for m in mutants if re.fullmatch(rf"(.*::)?{full}", (m["function"] or {}).get("function_name", ""))}
    for span in error["spans"] if "non-exhaustive" in error["message"] else []:
        lines = (out / "tree" / span["file_name"]).read_text().split("\n")[span["line_start"] - 1 :]
        indent = len(lines[0]) - len(lines[0].lstrip())
        found = set()
        for line in lines:
            found |= {int(n) for n in re.findall(r"if !crate::mutant_on\((\d+)\)", line)}
            if line.startswith(" " * indent + "}"):
                return found
    for span in error["spans"]:
        lines = (out / "tree" / span["file_name"]).read_text().split("\n") if "/" in span["file_name"] else []
        for line in reversed(lines[: span["line_end"]]):
            if "{ return" in line and "mutant_on(" in line:
                return {int(n) for n in re.findall(r"mutant_on\((\d+)\)\s*\{ return", line)}
    return set()


def built(out, sources, mutants):
    """Builds the tests, dropping mutants that the compiler refuses; returns (binaries, dropped)."""
    dropped = set()
    for _ in range(25):
        where = laid_out(out, sources, dropped)
        command = ["cargo", "test", "--no-run", "--offline", "--message-format=json", "-p", "domain", "-p", "rules", "--lib", "--tests"]
        env = {**os.environ, "CARGO_TARGET_DIR": str(out / "target"), "RUSTFLAGS": "-A warnings"}
        done = subprocess.run(command, cwd=out / "tree", env=env, capture_output=True, text=True)
        binaries, refused, unknown = [], set(), []
        for line in done.stdout.splitlines():
            message = json.loads(line)
            if message.get("executable") and message.get("profile", {}).get("test"):
                binaries.append(message["executable"])
            if message.get("reason") != "compiler-message" or message["message"]["level"] != "error":
                continue
            spans = message["message"]["spans"] + [s for c in message["message"]["children"] for s in c["spans"]]
            hit = set()
            for span in spans:
                for number in range(span["line_start"], span["line_end"] + 1):
                    hit |= where.get((span["file_name"], number), set())
                if len(hit) > 40:
                    break
            # The compiler's own span names the switch, where it can.
            exact = {
                int(n)
                for span in spans
                for piece in span["text"]
                for n in re.findall(r"mutant_on\((\d+)\)", piece["text"][piece["highlight_start"] - 1 : piece["highlight_end"] - 1])
            }
            near = {
                int(n)
                for span in spans
                for piece in span["text"]
                for n in re.findall(r"mutant_on\((\d+)\)", piece["text"][: piece["highlight_end"] - 1])[-1:]
            }
            found = exact or near or hit or blamed(out, mutants, message["message"])
            refused |= found
            if not found and spans:
                unknown.append(message["message"]["rendered"])
        if done.returncode == 0:
            return binaries, dropped
        if not refused - dropped:
            sys.exit("\n".join(unknown)[:4000] or done.stderr[-4000:])
        dropped |= refused
        print(f"{len(dropped)} mutants cannot be built", flush=True)
    sys.exit("the tree with the switches does not build")


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--out", default=str(ROOT / "target/mutants"))
    ask.add_argument("--shard", default="0/1", help="k/n: every n-th mutant, from the k-th")
    ask.add_argument("--minutes", type=float, default=0, help="the time after which no further mutant begins")
    ask.add_argument("--only", default="", help="mutants whose name holds this text")
    ask.add_argument("--deep", action="store_true", help="the exhaustive models, too: minutes for each mutant that is left")
    ask.add_argument("--again", action="store_true", help="only mutants that the last run did not see caught")
    ask.add_argument("--jobs", type=int, default=os.cpu_count())
    asked = ask.parse_args()
    out = Path(asked.out)
    out.mkdir(parents=True, exist_ok=True)
    mutants = listed()
    for number, mutant in enumerate(mutants, 1):
        mutant["number"] = number
    by_file = collections.defaultdict(list)
    for mutant in mutants:
        by_file[mutant["file"]].append(mutant)
    for path in subprocess.check_output(["git", "ls-files", "shared/domain/src"], cwd=ROOT, text=True).split():
        by_file.setdefault(path, [])
    sources = {path: Source(path, found) for path, found in by_file.items()}
    binaries, dropped = built(out, sources, mutants)
    dropped |= {m["number"] for s in sources.values() for m in s.skipped}
    (out / "not_built.txt").write_text("".join(m["name"] + "\n" for m in mutants if m["number"] in dropped))
    # The quick binaries first; the exhaustive models last.
    binaries.sort(key=lambda b: ("exhaustive" in b, b))
    if not asked.deep:
        binaries = [b for b in binaries if "exhaustive" not in b]
    reached_file = out / "reached"
    reached_file.unlink(missing_ok=True)
    folder = {b: out / "tree" / ("shared/domain" if "domain-" in b else "tests/rules") for b in binaries}
    began = time.time()
    for binary in binaries:
        env = {**os.environ, "MUTANTS_REACHED": str(reached_file)}
        done = subprocess.run([binary, "-q"], cwd=folder[binary], env=env, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"the tests fail without any mutant:\n{done.stdout[-3000:]}")
    reached = {int(n) for n in reached_file.read_text().split()}
    print(f"{len(mutants)} mutants, {len(dropped)} not built, {len(reached)} reached; one run {time.time() - began:.0f} s", flush=True)
    index, count = (int(n) for n in asked.shard.split("/"))
    todo = [m for m in mutants if m["number"] not in dropped and asked.only in m["name"]][index::count]
    before = json.loads((out / "results.json").read_text()) if asked.again else {}
    if asked.again:
        todo = [m for m in todo if before.get(m["name"]) != "caught"]
    end = time.time() + asked.minutes * 60 if asked.minutes else float("inf")
    # Names of mutants that are no more, because their line has moved, are left behind.
    results = {m["name"]: before[m["name"]] for m in mutants if m["name"] in before}

    def judge(mutant):
        if mutant["number"] not in reached:
            return "never reached"
        if time.time() > end:
            return "not run"
        for binary in binaries:
            env = {**os.environ, "MUTANT": str(mutant["number"]), "PROPTEST_CASES": "64"}
            try:
                limit = 240 if "exhaustive" in binary else 60
                done = subprocess.run([binary, "-q", "--test-threads=1" if asked.jobs > 1 else "-q"], cwd=folder[binary], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=limit)
            except subprocess.TimeoutExpired:
                return "caught"
            if done.returncode:
                return "caught"
        return "missed"

    with ThreadPoolExecutor(asked.jobs) as pool:
        for mutant, result in zip(todo, pool.map(judge, todo)):
            results[mutant["name"]] = result
            if result in ("missed", "never reached"):
                print(f"{result}: {mutant['name']}", flush=True)
            (out / "results.json").write_text(json.dumps(results, indent=1))
    print(collections.Counter(results.values()))
    reasons = [line.split(" # ")[0].strip() for line in REASONS.read_text().splitlines() if line and not line.startswith("#")] if REASONS.exists() else []
    plain = lambda name: re.sub(r":\d+:\d+:", ":", name)
    left = [n for n, r in results.items() if r in ("missed", "never reached") and plain(n) not in reasons]
    print(f"{len(left)} without a reason in {REASONS.relative_to(ROOT)}")
    sys.exit(1 if left else 0)


main()
