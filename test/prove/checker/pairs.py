"""Pairs of Avro schemas, random and the tree's own, and what others say of them.

A pair is a schema and a change of it, or two schemas of their own: with changes alone most differences would be
small ones, with strangers alone nearly all pairs would be incompatible.
"""
import copy
import glob
import json
import os
import subprocess

import avro.compatibility
import avro.schema

PRIMITIVES = ["null", "boolean", "int", "long", "float", "double", "bytes", "string"]
NUMBERS = ["int", "long", "float", "double"]
SYMBOLS = ["RED", "GREEN", "BLUE", "GREY"]
VALUES = {"null": None, "boolean": True, "int": 7, "long": 7, "float": 1.5, "double": 1.5, "bytes": "b", "string": "s"}


class Maker:
    """Random schemas. Names are few, so that two schemas meet in them."""

    def __init__(self, rng):
        self.rng = rng
        self.names = []

    def schema(self):
        self.names = []
        return self.record(3)

    def name(self):
        free = [name for name in ("A", "B", "C", "D", "E", "F", "G", "H") if name not in self.names]
        if not free:
            return None
        self.names.append(self.rng.choice(free))
        return self.names[-1]

    def type(self, depth):
        roll = self.rng.random()
        if depth == 0 or roll < .4:
            return self.rng.choice(PRIMITIVES)
        if roll < .5:
            return {"type": "array", "items": self.type(depth - 1)}
        if roll < .6:
            return {"type": "map", "values": self.type(depth - 1)}
        if roll < .75:
            return self.union(depth - 1)
        if roll < .85 and self.names:
            return self.rng.choice(self.names)
        return self.rng.choice((self.record, self.enum, self.fixed))(depth - 1)

    def union(self, depth):
        branches, seen = [], set()
        for _ in range(self.rng.randint(1, 4)):
            branch = self.type(depth)
            kind = branch if isinstance(branch, str) else None if isinstance(branch, list) else branch.get("type")
            if kind is None or kind in seen:
                continue
            key = branch.get("name") if isinstance(branch, dict) and "name" in branch else kind
            if key not in seen:
                seen.add(key)
                branches.append(branch)
        return branches or ["null"]

    def record(self, depth):
        name = self.name()
        if name is None:
            return "int"
        fields = []
        for field in self.rng.sample(["a", "b", "c", "d", "e"], self.rng.randint(0, 4)):
            made = {"name": field, "type": self.type(depth)}
            if isinstance(made["type"], str) and made["type"] in VALUES and self.rng.random() < .4:
                made["default"] = VALUES[made["type"]]
            if self.rng.random() < .1:
                made["aliases"] = ["z" + field]
            fields.append(made)
        record = {"type": "record", "name": name, "fields": fields}
        if self.rng.random() < .2:
            record["aliases"] = ["Old" + name]
        return record

    def enum(self, _):
        name = self.name()
        if name is None:
            return "string"
        symbols = self.rng.sample(SYMBOLS, self.rng.randint(1, 4))
        made = {"type": "enum", "name": name, "symbols": symbols}
        if self.rng.random() < .3:
            made["default"] = symbols[0]
        return made

    def fixed(self, _):
        name = self.name()
        return "bytes" if name is None else {"type": "fixed", "name": name, "size": self.rng.choice((2, 4))}

    def changed(self, schema):
        """A copy with one to three changes anywhere in it."""
        schema = copy.deepcopy(schema)
        for _ in range(self.rng.randint(1, 3)):
            places = list(self.places(schema))
            self.change(self.rng.choice(places))
        return schema

    def places(self, node):
        if isinstance(node, dict):
            yield node
            for value in node.values():
                yield from self.places(value)
        if isinstance(node, list):
            for value in node:
                yield from self.places(value)

    def change(self, node):
        rng, kind = self.rng, node.get("type")
        if kind == "record" and rng.random() < .5:
            used = {field["name"] for field in node["fields"]}
            new = next(name for name in ("f", "g", "h", "i", "j") if name not in used)
            node["fields"].append({"name": new, "type": "int", **({"default": 1} if rng.random() < .6 else {})})
        elif kind == "record" and node["fields"] and rng.random() < .7:
            node["fields"].pop(rng.randrange(len(node["fields"])))
        elif kind == "enum":
            node["symbols"] = rng.sample(SYMBOLS, rng.randint(1, 4))
            node.pop("default", None)
        elif kind == "fixed":
            node["size"] = rng.choice((2, 4))
        elif kind in NUMBERS and "name" in node:
            node["type"] = rng.choice(NUMBERS)
            node.pop("default", None)
        elif kind in ("string", "bytes") and "name" in node:
            node["type"] = "bytes" if kind == "string" else "string"
        elif "name" in node and "type" in node and kind in PRIMITIVES:
            node["type"] = rng.choice((["null", kind] if kind != "null" else ["null", "int"], "string"))
            node.pop("default", None)
        elif "name" in node and kind not in ("record", "enum", "fixed"):
            node["aliases"], node["name"] = [node["name"]], "y" + node["name"]
        elif "items" in node and isinstance(node["items"], str) and node["items"] in PRIMITIVES:
            node["items"] = rng.choice(PRIMITIVES)
        elif "values" in node and isinstance(node["values"], str) and node["values"] in PRIMITIVES:
            node["values"] = rng.choice(PRIMITIVES)


def random_pairs(rng, count):
    """Texts of `count` pairs; what a change made into no schema is left out, as Python's avro sees it."""
    pairs = []
    while len(pairs) < count:
        maker = Maker(rng)
        one = maker.schema()
        other = maker.changed(one) if rng.random() < .7 else maker.schema()
        texts = [json.dumps(schema) for schema in ((one, other) if rng.random() < .5 else (other, one))]
        try:
            for text in texts:
                avro.schema.parse(text)
        except avro.errors.AvroException:
            continue
        pairs.append(tuple(texts))
    return pairs


def tree_pairs(root):
    """Every pair of numbered texts, in both orders, each with itself too."""
    texts = []
    for path in sorted(glob.glob(os.path.join(root, "schemas/versions/*.avsc"))):
        with open(path, encoding="utf-8") as file:
            texts.append(json.dumps(json.load(file)))
    return [(one, other) for one in texts for other in texts]


def by_python(pairs):
    answers = []
    for reader, writer in pairs:
        result = avro.compatibility.ReaderWriterCompatibilityChecker().get_compatibility(
            avro.schema.parse(reader), avro.schema.parse(writer))
        answers.append("yes" if result.compatibility.name == "compatible" else "no")
    return answers


def by_command(command, pairs):
    lines = "".join(f"{reader}\t{writer}\n" for reader, writer in pairs)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    answers = done.stdout.splitlines()
    if len(answers) != len(pairs):
        raise RuntimeError(f"{command[0]}: {len(answers)} answers to {len(pairs)} pairs")
    return answers
