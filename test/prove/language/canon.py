"""Values in letters that lose nothing: one text for all readers of Avro, so that equal is equal."""
import base64
import struct


def canon(kind, value, known):
    if isinstance(kind, list):
        return "n" if value is None else canon(kind[1], value, known)
    kind = known.get(kind, kind) if isinstance(kind, str) else kind
    word = kind if isinstance(kind, str) else kind["type"]
    if word == "array":
        return "[" + "".join(canon(kind["items"], item, known) + "," for item in value) + "]"
    if word == "map":
        pairs = sorted((key.encode().hex(), canon(kind["values"], item, known)) for key, item in value.items())
        return "{" + "".join(f"{key}:{item}," for key, item in pairs) + "}"
    if word == "record":
        return "(" + "".join(canon(f["type"], value[f["name"]], known) + "," for f in kind["fields"]) + ")"
    if word == "enum":
        return "e" + value
    if word in ("bytes", "fixed"):
        return "b" + (value.encode() if isinstance(value, str) else bytes(value)).hex()
    if word == "string":
        return "s" + (value.encode() if isinstance(value, str) else bytes(value)).hex()
    if word == "boolean":
        return "t" if value else "f"
    if word == "float":
        return "F" + struct.pack(">f", value).hex()
    if word == "double":
        return "D" + struct.pack(">d", value).hex()
    return f"i{value}"


def our_json(kind, value, known):
    """As ./fy put takes it and ./fy tap says it: bytes in base64, no tags of unions."""
    if value is None:
        return None
    if isinstance(kind, list):
        return our_json(kind[1], value, known)
    kind = known.get(kind, kind) if isinstance(kind, str) else kind
    word = kind if isinstance(kind, str) else kind["type"]
    if word == "array":
        return [our_json(kind["items"], item, known) for item in value]
    if word == "map":
        return {key: our_json(kind["values"], item, known) for key, item in value.items()}
    if word == "record":
        return {f["name"]: our_json(f["type"], value[f["name"]], known) for f in kind["fields"]
                if value[f["name"]] is not None or "default" not in f}
    if word in ("bytes", "fixed"):
        return base64.b64encode(value).decode()
    if word == "float":
        return float(f"{value:.9g}")    # As many digits as tell any two floats of 32 bits apart.
    return value
