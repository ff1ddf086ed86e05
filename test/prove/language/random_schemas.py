"""Random schemas of the allowed language, in versions, and random values of them. Shares no code with the generator."""
import copy
import struct

DOC = "A field."
NUMBERS = ["int", "long", "float", "double"]
PRIMITIVES = ["boolean", *NUMBERS, "string", "bytes"]
LETTERS = ["a", "Z", "0", " ", "\"", "\\", "/", "\n", "\x7f", "\u00fc", "\u20ac", "\U0001f600", "null", "é"]


class Schema:
    """One schema in versions: texts[0] is the oldest."""

    def __init__(self, rng, number, versions):
        self.rng, self.prefix, self.names = rng, f"S{number}", 0
        self.name = f"s{number}"
        self.fixed_names = set()    # Records that a default spells out: they change no more.
        root = {"type": "record", "name": self.prefix, "namespace": "fy", "doc": "A schema.", "fields": []}
        self.open = [root["name"]]
        root["fields"] = [self.field(f"f{i}", 3) for i in range(rng.randint(2, 7))]
        self.texts = [root]
        while len(self.texts) < versions:
            self.texts.append(self.evolved(copy.deepcopy(self.texts[-1])))

    def named(self, kind):
        self.names += 1
        return f"{self.prefix}{kind}{self.names}"

    def field(self, name, depth):
        rng = self.rng
        field = {"name": name, "type": self.type(depth), "doc": DOC}
        if rng.random() < 0.3:
            field["type"] = ["null", field["type"]]
            if rng.random() < 0.7:
                field["default"] = None
        return field

    def type(self, depth, container=True):
        """Types that may stand behind a null and in a container."""
        rng = self.rng
        choice = rng.random()
        if depth == 0 or choice < 0.5:
            if rng.random() < 0.1:
                return {"type": "string", "logicalType": "uuid"}
            if rng.random() < 0.1:
                return {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}
            return rng.choice(PRIMITIVES)
        if choice < 0.58:
            symbols = [f"V{i}" for i in range(rng.randint(1, 6))]
            return {"type": "enum", "name": self.named("Enum"), "doc": DOC, "symbols": symbols,
                    "default": rng.choice(symbols)}
        if choice < 0.64:
            return {"type": "fixed", "name": self.named("Fixed"), "size": rng.randint(1, 9), "doc": DOC}
        if choice < 0.74 or not container:
            return self.record(depth)
        if choice < 0.78 and depth < 3:
            return rng.choice([{"type": "array", "items": f"fy.{rng.choice(self.open)}"},
                               {"type": "map", "values": f"fy.{rng.choice(self.open)}"}])
        inside = self.type(depth - 1)
        if rng.random() < 0.3:
            inside = ["null", inside]
        return {"type": "array", "items": inside} if rng.random() < 0.5 else {"type": "map", "values": inside}

    def record(self, depth):
        name = self.named("Record")
        self.open.append(name)
        fields = [self.field(f"g{i}", depth - 1) for i in range(self.rng.randint(1, 4))]
        if self.rng.random() < 0.3:
            fields.append({"name": "inner", "type": ["null", f"fy.{self.rng.choice(self.open)}"], "default": None,
                           "doc": DOC})
        self.open.remove(name)
        return {"type": "record", "name": name, "doc": DOC, "fields": fields}

    def evolved(self, text):
        """Changes that let the newer text read the older: the older may or may not read the newer."""
        rng = self.rng
        for record in [r for r in records(text) if r["name"] not in self.fixed_names]:
            for field in list(record["fields"]):
                choice = rng.random()
                if choice < 0.15:
                    field["type"] = self.promoted(field["type"])
                    if field.get("default") is not None:  # Text that bytes cannot say is no default of bytes.
                        field["default"] = self.default(field["type"])
                elif choice < 0.20 and isinstance(field["type"], str) and "default" not in field:
                    # A container stays what it is: our rules let none become nullable.
                    field["type"] = ["null", field["type"]]
                elif choice < 0.25 and field["type"] in PRIMITIVES and len(record["fields"]) > 1:
                    record["fields"].remove(field)
                elif choice < 0.30 and len(field["name"]) < 12:
                    field["aliases"] = [*field.get("aliases", []), field["name"]]
                    field["name"] += "_"  + rng.choice("xyz")
                elif choice < 0.33:
                    rng.shuffle(record["fields"])
            for field in list(record["fields"]):
                kind = field["type"][1] if isinstance(field["type"], list) else field["type"]
                if isinstance(kind, dict) and kind["type"] == "enum" and kind["name"] not in self.fixed_names and rng.random() < 0.5:
                    kind["symbols"] = [*kind["symbols"], f"W{len(kind['symbols'])}_{rng.randint(0, 9)}"]
                    kind["symbols"] = list(dict.fromkeys(kind["symbols"]))
                    rng.shuffle(kind["symbols"])
                    if rng.random() < 0.3 and len(kind["symbols"]) > 1:
                        kind["symbols"].pop()
                        kind["default"] = kind["symbols"][0]
                        if "default" in field and field["default"] is not None:
                            field["default"] = kind["default"]
            if rng.random() < 0.7:
                self.add_field(text, record)
        return text

    def promoted(self, kind):
        if isinstance(kind, list):
            return ["null", self.promoted(kind[1])]
        if isinstance(kind, dict) and kind["type"] in ("array", "map"):
            inside = "items" if kind["type"] == "array" else "values"
            return {**kind, inside: self.promoted(kind[inside])}
        if kind in NUMBERS[:-1]:
            return self.rng.choice(NUMBERS[NUMBERS.index(kind) + 1:])
        return {"string": "bytes", "bytes": "string"}.get(kind, kind) if isinstance(kind, str) else kind

    def add_field(self, text, record):
        self.names += 1
        self.open = []
        field = {"name": f"n{self.names}", "type": self.plain_type(2), "doc": DOC}
        if self.rng.random() < 0.25:
            field["type"], field["default"] = ["null", field["type"]], None
        else:
            field["default"] = self.default(field["type"])
        if field["default"] == {} and isinstance(field["type"], dict) and field["type"]["type"] == "record":
            return
        if field["default"] is not None:
            self.fixed_names |= {name[3:] for name in definitions(field["type"], {})}
        record["fields"].insert(self.rng.randint(0, len(record["fields"])), field)

    def plain_type(self, depth):
        """Types without recursion, whose defaults end."""
        self.open = [self.prefix]
        while True:
            found = self.type(depth)
            if f"fy.{self.prefix}" not in str(found):
                return found

    def default(self, kind):
        """As Avro writes it: bytes as characters to U+00FF; the first branch of a union."""
        rng = self.rng
        if isinstance(kind, list):
            return None
        word = kind if isinstance(kind, str) else kind["type"]
        if word == "array":
            return [self.default(kind["items"]) for _ in range(rng.randint(0, 3))]
        if word == "map":
            return {f"k{i}": self.default(kind["values"]) for i in range(rng.randint(0, 3))}
        if word == "record":
            return {f["name"]: self.default(f["type"]) for f in kind["fields"]}
        if word == "enum":
            return rng.choice(kind["symbols"])
        if word == "fixed":
            return "".join(chr(rng.randint(1, 255)) for _ in range(kind["size"]))
        if word == "bytes":
            return "".join(chr(rng.randint(1, 127)) for _ in range(rng.randint(0, 5)))
        return {"boolean": rng.random() < 0.5, "int": rng.randint(-2**31, 2**31 - 1),
                "long": rng.randint(-2**63, 2**63 - 1), "float": rng.randint(-999, 999) / 8,
                "double": rng.uniform(-1e9, 1e9), "string": text(rng)}[word]


def records(kind):
    """Every record defined in a text, outermost first."""
    if isinstance(kind, list):
        for branch in kind:
            yield from records(branch)
    elif isinstance(kind, dict):
        if kind["type"] == "record":
            yield kind
            for field in kind["fields"]:
                yield from records(field["type"])
        elif kind["type"] in ("array", "map"):
            yield from records(kind.get("items", kind.get("values")))


def definitions(kind, found):
    """Full name -> definition."""
    if isinstance(kind, list):
        for branch in kind:
            definitions(branch, found)
    elif isinstance(kind, dict):
        if "name" in kind:
            found["fy." + kind["name"]] = kind
        for inside in [f["type"] for f in kind.get("fields", [])] + [kind[k] for k in ("items", "values") if k in kind]:
            definitions(inside, found)
    return found


def text(rng):
    return "".join(rng.choice(LETTERS) for _ in range(rng.choice([0, 1, 3, 8])))


def whole(rng, bits):
    edge = [0, -1, 1, -2**(bits - 1), 2**(bits - 1) - 1, 63, 64, -64, -65]
    return rng.choice(edge) if rng.random() < 0.4 else rng.getrandbits(rng.randint(1, bits)) - 2**(bits - 1) \
        if rng.random() < 0.1 else rng.randint(-2**rng.randint(1, bits - 1), 2**rng.randint(1, bits - 1) - 1)


def value(rng, kind, known, depth=6):
    """A value of a text as Python has it; `known` is definitions()."""
    if isinstance(kind, list):
        return None if depth <= 0 or rng.random() < 0.35 else value(rng, kind[1], known, depth - 1)
    kind = known.get(kind, kind) if isinstance(kind, str) else kind
    word = kind if isinstance(kind, str) else kind["type"]
    count = rng.randint(0, 3) if depth > 0 else 0
    if word == "array":
        return [value(rng, kind["items"], known, depth - 1) for _ in range(count)]
    if word == "map":
        return {f"{i}{text(rng)}": value(rng, kind["values"], known, depth - 1) for i in range(count)}
    if word == "record":
        return {f["name"]: value(rng, f["type"], known, depth - 1) for f in kind["fields"]}
    if word == "enum":
        return rng.choice(kind["symbols"])
    if word == "fixed":
        return rng.randbytes(kind["size"])
    if word == "bytes":
        return text(rng).encode()   # Bytes that may be promoted to a string are text.
    if word == "float":
        return struct.unpack("<f", struct.pack("<f", rng.choice([0.0, -0.0, 1.5, rng.uniform(-1e30, 1e30)])))[0]
    if word == "double":
        return rng.choice([0.0, -0.0, 5e-324, 1.7976931348623157e308, rng.uniform(-1e9, 1e9)])
    if word == "boolean":
        return rng.random() < 0.5
    return text(rng) if word == "string" else whole(rng, 32 if word == "int" else 64)
