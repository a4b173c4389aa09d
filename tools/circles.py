#!/usr/bin/env python3
"""Finds circles of imports among the modules of each Rust crate.

A module is a file. A file and the folder of the same name beside it (`offer.rs`, `offer/…`) count as
one: the folder only makes the file shorter. An import counts for the module that defines the named
item, through any number of re-exports.

    tools/circles.py              prints the circles; fails if there are any
    tools/circles.py --edges app  prints which module imports which, in the crate `app`
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRATES = sorted(p.parent for p in ROOT.glob("*/*/src/lib.rs") if "target" not in p.parts)


def without_tests(text):
    text = re.sub(r"//[^\n]*", "", text)
    text = re.sub(r'"(?:\\.|[^"\\])*"', '""', text)
    at = text.find("#[cfg(test)]\nmod tests")
    return text if at < 0 else text[:at]


def leaves(tree, prefix=()):
    """`a::{b, c::D as E}` → [((a, b), b), ((a, c, D), E)]"""
    tree = tree.strip()
    opened = tree.find("{")
    if opened < 0:
        path, _, name = tree.partition(" as ")
        parts = prefix + tuple(s.strip() for s in path.split("::"))
        if parts[-1] == "self":
            parts = parts[:-1]
        yield parts, name.strip() or parts[-1]
        return
    head = tuple(s.strip() for s in tree[:opened].split("::") if s.strip())
    depth, part = 0, ""
    for c in tree[opened + 1 : tree.rindex("}")]:
        depth += (c == "{") - (c == "}")
        if c == "," and depth == 0:
            yield from leaves(part, prefix + head)
            part = ""
        else:
            part += c
    if part.strip():
        yield from leaves(part, prefix + head)


class Crate:
    def __init__(self, src):
        self.name = src.parent.name
        self.text, self.uses, self.exports = {}, {}, {}
        for path in sorted(src.rglob("*.rs")):
            parts = path.relative_to(src).with_suffix("").parts
            if parts[0] in ("bin", "main") or "tests" in parts[-1]:
                continue
            module = () if parts == ("lib",) else parts[:-1] if parts[-1] == "mod" else parts
            self.text[module] = without_tests(path.read_text())
        for module, text in self.text.items():
            found = re.findall(r"^\s*((?:pub(?:\([a-z]+\))? )?)use ([^;]+);", text, re.M)
            self.uses[module] = [(p, n, bool(v)) for v, t in found for p, n in leaves(re.sub(r"\s+", " ", t))]
            self.exports[module] = {n: p for p, n, public in self.uses[module] if public}

    def absolute(self, module, path):
        """The path from the crate's root, or nothing for another crate's."""
        if path[0] == "crate":
            return path[1:]
        here = module
        if path[0] == "self":
            return here + path[1:]
        up = 0
        while up < len(path) and path[up] == "super":
            here, up = here[:-1], up + 1
        if up:
            return here + path[up:]
        return module + path if module + path[:1] in self.text else None

    def home(self, path, seen=()):
        """The module that defines what a path names."""
        module = ()
        for at, name in enumerate(path):
            if module + (name,) in self.text:
                module += (name,)
                continue
            target = self.exports.get(module, {}).get(name)
            if target and (module, name) not in seen:
                full = self.absolute(module, target)
                if full is not None:
                    return self.home(full + path[at + 1 :], seen + ((module, name),))
            return module
        return module

    def unit(self, module):
        """A file and its folder are one."""
        while len(module) > 1 and module[:-1] in self.text and self.is_file(module[:-1]):
            module = module[:-1]
        return module

    def is_file(self, module):
        return (ROOT_OF[self.name] / "src" / ("/".join(module) + ".rs")).exists()

    def edges(self):
        edges = {}
        for module, text in self.text.items():
            wanted = {p for p, _, _ in self.uses[module]}
            wanted |= {tuple(m.split("::")) for m in re.findall(r"\b(?:crate|super)(?:::\w+)+", re.sub(r"\buse [^;]+;", "", text))}
            # A re-export is not the module's own import.
            handed = {p for p, _, public in self.uses[module] if public}
            for path in wanted - handed:
                full = self.absolute(module, path)
                if full is None:
                    continue
                a, b = self.unit(module), self.unit(self.home(full))
                if a != b and b != ():
                    edges.setdefault(a, {}).setdefault(b, path)
        return edges


ROOT_OF = {src.parent.name: src.parent for src in CRATES}


def circles(edges):
    index, low, stack, on, found = {}, {}, [], set(), []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        on.add(node)
        for other in edges.get(node, {}):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in on:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            group = []
            while not group or group[-1] != node:
                group.append(stack.pop())
                on.discard(group[-1])
            if len(group) > 1:
                found.append(sorted(group))

    for node in list(edges):
        if node not in index:
            visit(node)
    return found


def main():
    sys.setrecursionlimit(10_000)
    asked = sys.argv[2] if sys.argv[1:2] == ["--edges"] else None
    count = wrong = 0
    for src in CRATES:
        crate = Crate(src)
        count += len(crate.text)
        edges = crate.edges()
        if asked == crate.name:
            for a in sorted(edges):
                print("::".join(a) or "(root)", "→", ", ".join(sorted("::".join(b) for b in edges[a])))
            return 0
        for group in circles(edges):
            wrong += 1
            print(f"{crate.name}: a circle of imports: " + ", ".join("::".join(m) or "(root)" for m in group))
            for a in group:
                for b, path in edges.get(a, {}).items():
                    if b in group:
                        print(f"    {'::'.join(a)} imports {'::'.join(path)}")
    if not wrong:
        print(f"{count} modules of Rust, no circle of imports")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
