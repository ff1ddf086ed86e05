"""docs.py TREE [--check] - what people and tools read, made from the tables and the schemas.

docs/EVENTS.md      every topic and field          docs/asyncapi.json  topics, AsyncAPI 3.0
docs/DIAGRAMS.md    who reads and writes what      docs/openapi.json   routes, OpenAPI 3.1
docs/ORDERS.md      the saga of an order, from processors/orders/saga.def

--check writes nothing and exits 1 when one of them is stale. Needs no package but Python's own.
"""
import glob
import json
import os
import re
import sys

PATTERNS = {"digit": "^[0-9]+$", "hex": "^[0-9a-f]+$", "sku": "^[A-Za-z0-9._:-]+$", "upper": "^[A-Z]+$",
            "path": "^[a-z0-9-]+(/[a-z0-9-]+)*$",
            "uuid": "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"}
KINDS = {"FACT": "what the outside world did", "EVENT": "what a processor decided",
         "REQUEST": "what one processor asks of another", "STATE": "the latest value of each key",
         "KEYS": "the latest value of each key; what a tombstone took is gone from every disk within a minute",
         "CHANGELOG": "private rows of a task", "DEAD_LETTERS": "records that could not be handled"}
AVRO = "application/vnd.apache.avro+json;version=1.9.0"
CSV = {"type": "string", "description": "RFC 4180 in UTF-8, a header row, at most 100,000 rows of at most 16 KB. Columns, in any order, each once: sku, "
       "and of title, description, brand, category (home/kitchen/mugs), price (12.50) with currency, gtin (several with blanks between), units, threshold at least one. "
       "A cell of nothing says nothing; what a row leaves out stays as it is. Limits are those of OfferStated.",
       "example": "sku,title,price,currency,gtin,units\r\nmug-blue,\"Mug, blue\",14.50,EUR,4006381333931,120\r\nmug-red,,,,,80\r\n"}
DOCUMENTS = "Made by infra/docs.py from schemas/: do not edit; build the target generate."


def table(path, macro, count):
    """The arguments of each MACRO(...) of a .def file."""
    text = re.sub(r"/\*.*?\*/", "", open(path, encoding="utf-8").read(), flags=re.S)
    rows = []
    for line in re.findall(rf"^{macro}\((.*?)\)\s*$", text, flags=re.S | re.M):
        words = [quoted or bare for quoted, bare in re.findall(r'"((?:[^"\\]|\\.)*)"|(-?\w+)', line)]
        if len(words) != count:
            sys.exit(f"{path}: {len(words)} arguments, want {count}: {macro}({line})")
        rows.append(words)
    return rows


class Tree:
    def __init__(self, root):
        schemas = os.path.join(root, "schemas")
        self.topics = json.load(open(os.path.join(schemas, "generated/topics.json"), encoding="utf-8"))
        self.routes = table(os.path.join(schemas, "routes.def"), "ROUTE", 10)
        self.roles = [name for _, name, _ in table(os.path.join(schemas, "roles.def"), "ROLE", 3)]
        self.problems = table(os.path.join(schemas, "problems.def"), "PROBLEM", 4)
        self.files, self.named = {}, {}
        for path in sorted(glob.glob(os.path.join(schemas, "*.avsc"))):
            with open(path, encoding="utf-8") as file:
                self.files[os.path.basename(path)[:-5]] = json.load(file)
        for schema in self.files.values():
            self.collect(schema)
        self.texts = {}
        for path in glob.glob(os.path.join(schemas, "versions/*.avsc")):
            with open(path, encoding="utf-8") as file:
                self.texts[int(os.path.basename(path).split("-")[0])] = json.load(file)

    def collect(self, schema):
        if isinstance(schema, list):
            for branch in schema:
                self.collect(branch)
        elif isinstance(schema, dict):
            if schema.get("type") in ("record", "enum", "fixed"):
                self.named[schema["name"]] = schema
            for field in schema.get("fields", []):
                self.collect(field["type"])
            for part in ("items", "values", "type"):
                if isinstance(schema.get(part), (dict, list)):
                    self.collect(schema[part])

    def resolve(self, kind):
        """(schema, nullable) of a type: names looked up, [null, T] taken apart."""
        nullable = isinstance(kind, list) and "null" in kind
        if isinstance(kind, list):
            rest = [branch for branch in kind if branch != "null"]
            kind = rest[0] if len(rest) == 1 else {"type": "union", "branches": rest}
        if isinstance(kind, str):
            name = kind.split(".")[-1]
            kind = self.named[name] if name in self.named else {"type": kind}
        return kind, nullable


# --- EVENTS.md -------------------------------------------------------------------------------------

def type_words(tree, kind):
    schema, nullable = tree.resolve(kind)
    word = schema["type"]
    if word in ("record", "enum", "fixed"):
        word = f"[{schema['name']}](#{schema['name'].lower()})"
    elif word == "array":
        word = "array of " + type_words(tree, schema["items"])
    elif word == "map":
        word = "map of " + type_words(tree, schema["values"])
    elif word == "union":
        word = " or ".join(type_words(tree, branch) for branch in schema["branches"])
    elif "logicalType" in schema:
        word += f", {schema['logicalType']}"
    return word + (" or null" if nullable else "")


def limit_words(field):
    words = [f"{name.replace('_', ' ')} {field[name]}" for name in
             ("min", "max", "min_bytes", "max_bytes", "min_items", "max_items", "chars") if name in field]
    if "default" in field:
        words.append("default " + json.dumps(field["default"]))
    if field.get("edge"):
        words.append("set by our edge")
    return ", ".join(words)


def record_lines(tree, schema):
    lines = [f"### {schema['name']}", "", schema.get("doc", ""), ""]
    if schema["type"] != "record":
        return lines + [", ".join(f"`{symbol}`" for symbol in schema.get("symbols", [])) or
                        f"{schema.get('size')} bytes", ""]
    lines += ["| field | type | limits | what |", "|---|---|---|---|"]
    for field in schema["fields"]:
        cells = (f"`{field['name']}`", type_words(tree, field["type"]), limit_words(field), field.get("doc", ""))
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return lines + [""]


def retention_words(topic):
    if topic["cleanup_policy"] == "compact":
        return "the latest of each key"
    return "for ever" if topic["retention_ms"] < 0 else f"{topic['retention_ms'] // 86400000} days"


def events(tree):
    lines = ["# Events", "", DOCUMENTS, "",
             "Every topic, who writes and reads it, and every field. Values are Avro in Confluent's wire format (a zero byte, the schema's id "
             "in four bytes, the data); keys are UTF-8 text. How to read them: [READING.md](READING.md).", "",
             "| topic | kind | key | record | written by | read by | kept | subject, id |", "|---|---|---|---|---|---|---|---|"]
    for topic in tree.topics:
        record = tree.files[topic["schema"]]["name"]
        lines.append(f"| `{topic['name']}` | {topic['kind'].lower().replace('_', ' ')} | {topic['key']} | "
                     f"[{record}](#{record.lower()}) | {topic['writer']} | {topic['readers'] or '-'} | "
                     f"{retention_words(topic)} | `{topic['subject']}`, {topic['schema_id']} |")
    used = sorted({topic["kind"] for topic in tree.topics}, key=list(KINDS).index)
    lines += [""] + [f"- **{kind.lower().replace('_', ' ')}**: {KINDS[kind]}" for kind in used] + ["", "## Records", ""]
    for name in sorted(tree.named):
        lines += record_lines(tree, tree.named[name])
    return "\n".join(lines)


# --- AsyncAPI --------------------------------------------------------------------------------------

def message(tree, topic):
    schema = tree.files[topic["schema"]]
    return {"name": schema["name"], "title": schema["doc"], "contentType": "avro/binary",
            "bindings": {"kafka": {"key": {"type": "string", "description": topic["key"]},
                                   "schemaIdLocation": "payload", "schemaIdPayloadEncoding": "confluent",
                                   "bindingVersion": "0.5.0"}},
            "payload": {"schemaFormat": AVRO, "schema": tree.texts[topic["schema_id"]]}}


def asyncapi(tree):
    channels, operations, messages = {}, {}, {}
    for topic in tree.topics:
        name, record = topic["name"], topic["schema"]
        messages[record] = message(tree, topic)
        channels[name] = {
            "address": name, "description": f"{KINDS[topic['kind']]}; key: {topic['key']}".capitalize(),
            "messages": {record: {"$ref": f"#/components/messages/{record}"}},
            "bindings": {"kafka": {"topic": name, "topicConfiguration": {
                "cleanup.policy": [topic["cleanup_policy"]], "retention.ms": topic["retention_ms"]},
                "bindingVersion": "0.5.0"}}}
        for program, action in [(topic["writer"], "send")] + [(reader, "receive") for reader in topic["readers"].split()]:
            operations[f"{program}.{action}.{name}"] = {
                "action": action, "channel": {"$ref": f"#/channels/{name}"}, "tags": [{"name": program}],
                "messages": [{"$ref": f"#/channels/{name}/messages/{record}"}]}
    return {"asyncapi": "3.0.0",
            "info": {"title": "fy dropship: topics", "version": "1.0.0", "description": DOCUMENTS},
            "servers": {"local": {"host": "127.0.0.1:8081", "protocol": "kafka", "description": "./fy up",
                                  "bindings": {"kafka": {"schemaRegistryUrl": "http://127.0.0.1:8080/registry",
                                                         "schemaRegistryVendor": "confluent", "bindingVersion": "0.5.0"}}}},
            "channels": channels, "operations": operations, "components": {"messages": messages}}


# --- OpenAPI ---------------------------------------------------------------------------------------

def json_schema(tree, kind, field):
    """What a client may send of one type; limits are on the field that has it."""
    schema, nullable = tree.resolve(kind)
    word = schema["type"]
    if word == "record":
        made = {"$ref": f"#/components/schemas/{schema['name']}"}
    elif word == "array":
        made = {"type": "array", "items": json_schema(tree, schema["items"], field)}
        made.update({to: field[of] for of, to in (("min_items", "minItems"), ("max_items", "maxItems")) if of in field})
    elif word == "map":
        made = {"type": "object", "additionalProperties": json_schema(tree, schema["values"], field)}
    elif word == "union":
        made = {"oneOf": [json_schema(tree, branch, field) for branch in schema["branches"]]}
    elif word == "enum":
        made = {"type": "string", "enum": schema["symbols"]}
    elif word in ("int", "long"):
        made = {"type": "integer", "format": "int32" if word == "int" else "int64"}
        made.update({to: field[of] for of, to in (("min", "minimum"), ("max", "maximum")) if of in field})
    elif word in ("float", "double", "boolean"):
        made = {"type": "boolean" if word == "boolean" else "number"}
    else:
        made = {"type": "string"}
        made.update({to: field[of] for of, to in (("min_bytes", "minLength"), ("max_bytes", "maxLength")) if of in field})
        if word in ("bytes", "fixed"):
            made["contentEncoding"] = "base64"
            made.pop("maxLength", None)
            made.pop("minLength", None)
        elif "chars" in field:
            made["pattern"] = PATTERNS[field["chars"]]
    return {"anyOf": [made, {"type": "null"}]} if nullable else made


def body_record(tree, schema, into):
    """A record as a client writes it: without what our edge sets."""
    if schema["name"] in into:
        return
    made = into[schema["name"]] = {"type": "object", "description": schema.get("doc", ""), "additionalProperties": False}
    properties, required, choices = {}, [], []
    for field in schema["fields"]:
        if field.get("edge"):
            continue
        inner, nullable = tree.resolve(field["type"])
        if inner["type"] == "array":
            inner = tree.resolve(inner["items"])[0]
        if inner["type"] == "record":
            body_record(tree, inner, into)
        is_choice = schema.get("one_of") and nullable and inner["type"] == "record"
        kind = [branch for branch in field["type"] if branch != "null"][0] if is_choice else field["type"]
        properties[field["name"]] = {**json_schema(tree, kind, field), "description": field.get("doc", "")}
        if is_choice:
            choices.append({"required": [field["name"]]})
        elif "default" not in field:
            required.append(field["name"])
    made["properties"] = properties
    if required:
        made["required"] = required
    if choices:
        made["oneOf"] = choices


def responses(tree, route, write):
    program, _, _, pattern = route[:4]
    answer = {"description": "Written down, not yet decided", "content": {"application/json": {
        "schema": {"$ref": f"#/components/schemas/{'FeedTaken' if pattern == '/v1/feeds' else 'Accepted'}"}}}, "headers": {
            name: {"description": words, "schema": {"type": "string"}} for name, words in (
                ("Event-Id", "Id of the last event"), ("Fy-Position", "Where it stands: hand it back as Fy-After"),
                ("Location", "Where what comes of it is read"))}}
    if not write:
        kind = "application/vnd.schemaregistry.v1+json" if pattern.startswith("/registry/") else \
            "text/plain" if pattern == "/metrics" else \
            "text/event-stream" if pattern.endswith("/live") else "application/json"
        answer = {"description": "The answer", "content": {kind: {"schema": {}}}}
    made = {"202" if write else "200": answer}
    if pattern.startswith("/registry/"):
        made["default"] = {"description": "Refused", "content": {"application/vnd.schemaregistry.v1+json": {
            "schema": {"$ref": "#/components/schemas/RegistryError"}}}}
    else:
        made["default"] = {"$ref": "#/components/responses/Problem"}
    for status, told in ((401, "NoToken"), (403, "Forbidden")):
        if roles_of(tree, route)[0] and not roles_of(tree, route)[1]:
            made[str(status)] = {"$ref": f"#/components/responses/{told}"}
    if route[5]:
        made["404"] = {"$ref": "#/components/responses/NotTheirs"}
    if route[6] != "0":
        made["429"] = {"$ref": "#/components/responses/TooMany"}
    return made


def roles_of(tree, route):
    """(roles by name, is it open to those who are not signed in?), as lib/gate.h reads the list."""
    words = route[4].split()
    roles = [role for role in tree.roles if role in words or ("supplier" in words and role.startswith("supplier_")) or
             ("person" in words and role != "service")]
    return roles, bool({"anyone", "visitor", "internal"} & set(words))


def security(tree, route):
    roles, is_open = roles_of(tree, route)
    visitor = [{"visitor": []}] if "visitor" in route[4].split() else [{}] if is_open else []
    return visitor + ([{"token": roles}, {"tokenCookie": roles}] if roles else [])


def body_schema(tree, body, words, into):
    """The schema of a body: of a file, or of a record inside it; what the path says is not said again."""
    name, _, inside = body.partition(".")
    schema = tree.files[name]
    if inside:
        [field] = [field for field in schema["fields"] if field["name"] == inside]
        schema = tree.resolve(field["type"])[0]
    body_record(tree, schema, into)
    said = [word for word in words if word in into[schema["name"]]["properties"]]
    if not said:
        return {"$ref": f"#/components/schemas/{schema['name']}"}
    whole = into[schema["name"]]
    return {**whole, "properties": {key: value for key, value in whole["properties"].items() if key not in said},
            "required": [key for key in whole.get("required", []) if key not in said]}


def operation(tree, route, into):
    program, name, method, pattern, words, owner, per_minute, bytes_max, body, summary = route
    roles, is_open = roles_of(tree, route)
    write = program == "PRODUCERS"
    made = {"operationId": f"{program.lower()}_{name}", "summary": summary.split(";")[0].split("?")[0].strip(" :,"),
            "tags": ["registry" if pattern.startswith("/registry/") else program.lower()],
            "description": f"For {' or '.join(words.split())}. {summary}." +
                           (" Not reachable through nginx." if words == "internal" else "") +
                           (f" The {owner} must be the caller's own." if owner else "") +
                           (f" At most {per_minute} a minute of one address." if per_minute != "0" else ""),
            "security": security(tree, route), "responses": responses(tree, route, write)}
    if roles:
        made["x-roles"] = roles
    if owner:
        made["x-owner"] = owner
    parameters = [{"name": word, "in": "path", "required": True, "schema": {"type": "string"}}
                  for word in re.findall(r"\{(\w+)\}", pattern)]
    query = re.search(r"\?(\S+=\S+)", summary)
    parameters += [{"name": word.split("=")[0], "in": "query", "schema": {"type": "string"}}
                   for word in (query[1].split("&") if query else [])]
    if program == "API" and not pattern.startswith("/registry/"):
        parameters += [{"$ref": "#/components/parameters/FyAfter"}, {"$ref": "#/components/parameters/Prefer"}]
    if write:
        parameters.append({"$ref": "#/components/parameters/IdempotencyKey"})
    if "supplier" in words.split() and "operator" in roles:
        parameters.append({"$ref": "#/components/parameters/FySupplier"})
    if parameters:
        made["parameters"] = parameters
    if "/" in body:
        made["requestBody"] = {"required": True, "description": f"At most {bytes_max} bytes", "content": {
            kind: {"schema": CSV if kind == "text/csv" else {"type": "string", "format": "binary"}} for kind in body.split()}}
    elif body:
        words = re.findall(r"\{(\w+)\}", pattern)
        reference = body_schema(tree, body, words, into)
        several = reference if words and name != "scans" else {"oneOf": [reference, {"type": "array", "items": reference}]}
        made["requestBody"] = {"required": True, "description": f"At most {bytes_max} bytes", "content": {
            "application/json": {"schema": several}}}
    elif int(bytes_max) > 0 and method in ("POST", "PUT"):
        made["requestBody"] = {"description": f"At most {bytes_max} bytes", "content": {
            "application/vnd.schemaregistry.v1+json": {"schema": {"type": "object"}}}}
    return made


def header(name, words):
    return {"name": name, "in": "header", "description": words, "schema": {"type": "string"}}


def openapi(tree):
    paths = {}
    schemas = {
        "Accepted": {"type": "object", "required": ["accepted", "event_ids"], "properties": {
            "accepted": {"type": "integer"}, "event_ids": {"type": "array", "items": {"type": "string"}}}},
        "FeedTaken": {"type": "object", "required": ["feed", "rows", "accepted", "refused"], "properties": {
            "feed": {"type": "string"}, "rows": {"type": "integer"}, "accepted": {"type": "integer"}, "refused": {"type": "integer"}}},
        "Problem": {"type": "object", "required": ["type", "title", "status"], "properties": {
            "type": {"type": "string", "enum": [f"/problems/{name}" for _, name, _, _ in tree.problems]},
            "title": {"type": "string", "enum": [title for _, _, _, title in tree.problems]},
            "status": {"type": "integer", "enum": sorted({int(status) for _, _, status, _ in tree.problems})},
            "detail": {"type": "string"}}},
        "RegistryError": {"type": "object", "required": ["error_code", "message"], "properties": {
            "error_code": {"type": "integer"}, "message": {"type": "string"}}},
    }
    for route in tree.routes:
        paths.setdefault(route[3], {})[route[2].lower()] = operation(tree, route, schemas)
    listed = "\n".join(f"- {status} `/problems/{name}`: {title}" for _, name, status, title in
                       sorted(tree.problems, key=lambda problem: (problem[2], problem[1])))
    return {"openapi": "3.1.0",
            "info": {"title": "fy dropship", "version": "1.0.0", "description": f"{DOCUMENTS}\n\nProblems:\n\n{listed}"},
            "servers": [{"url": "http://127.0.0.1:8080", "description": "./fy up"}],
            "tags": [{"name": name} for name in ("producers", "api", "registry", "every")],
            "paths": paths,
            "components": {"schemas": schemas,
                           "responses": {name: {"description": words, "content": {
                               "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}} for name, words in (
                                   ("Problem", "Refused, and why (RFC 9457)"),
                                   ("NoToken", "No access token, or one that does not count: WWW-Authenticate"),
                                   ("Forbidden", "The caller's role may not"),
                                   ("NotTheirs", "There is none, or it is somebody else's: which of the two is not said"),
                                   ("TooMany", "Too often: Retry-After says when to ask again"))},
                           "parameters": {
                               "FyAfter": header("Fy-After", "The Fy-Position of a write that the answer must include"),
                               "Prefer": header("Prefer", "wait=N: wait up to N seconds for Fy-After, else 202"),
                               "IdempotencyKey": header("Idempotency-Key", "One key is one write, however often it is sent"),
                               "FySupplier": header("Fy-Supplier", "For which supplier an operator acts; whoever else sends it must name their own")},
                           "securitySchemes": {
                               "visitor": {"type": "apiKey", "in": "cookie", "name": "fy_visitor"},
                               "token": {"type": "http", "scheme": "bearer", "bearerFormat": "PASETO v4.local", "description":
                                         "15 minutes each, for one of the named roles"},
                               "tokenCookie": {"type": "apiKey", "in": "cookie", "name": "fy_token", "description":
                                               "The same token in a browser; it changes something for our own pages only"}}}}


# --- Pictures --------------------------------------------------------------------------------------

def word(name):
    return re.sub(r"\W", "_", name)


def topology(tree):
    lines = ["flowchart LR", "  outside([browser, supplier]) -- HTTP --> producers", "  api -- HTTP --> reader([browser, app])"]
    programs = sorted({topic["writer"] for topic in tree.topics} |
                      {reader for topic in tree.topics for reader in topic["readers"].split()})
    lines += [f"  {word(program)}[{program}]" for program in programs]
    for topic in tree.topics:
        own = topic["kind"] in ("CHANGELOG", "DEAD_LETTERS")
        name = "t_" + word(topic["name"])
        lines.append(f"  {name}[({topic['name']})]")
        lines.append(f"  {word(topic['writer'])} {'-.->' if own else '-->'} {name}")
        lines += [f"  {name} {'-.->' if own else '-->'} {word(reader)}" for reader in topic["readers"].split()]
    return lines


def entity(tree, schema, lines, seen):
    """A record with its plain fields; the records in it, and the products it names."""
    if schema["name"] in seen:
        return
    seen.add(schema["name"])
    plain, edges = [], []
    for field in schema["fields"]:
        inner, nullable = tree.resolve(field["type"])
        many = inner["type"] == "array"
        if many:
            inner = tree.resolve(inner["items"])[0]
        if inner["type"] == "record":
            edges.append(f"  {schema['name']} ||--{'o{' if many else 'o|' if nullable else '||'} {inner['name']} : {field['name']}")
            entity(tree, inner, lines, seen)
            continue
        plain.append(f"    {inner['type']}{'_list' if many else ''} {field['name']}")
        if field.get("sku") or field["name"] in ("sku", "because_sku", "current_sku"):
            edges.append(f"  {schema['name']} }}o--{'o{' if many else '||'} SKU : {field['name']}")
    lines += [f"  {schema['name']} {{"] + plain + ["  }"] + edges


def entities(tree):
    lines, seen = ["erDiagram"], set()
    for topic in tree.topics:
        if topic["kind"] in ("CHANGELOG", "DEAD_LETTERS"):
            continue
        schema = tree.files[topic["schema"]]
        entity(tree, schema, lines, seen)
        lines.append(f"  {word(topic['key'])} ||--{'o|' if topic['cleanup_policy'] == 'compact' else 'o{'} "
                     f"{schema['name']} : \"key of {topic['name']}\"")
    return lines


def diagrams(tree):
    return "\n".join(["# Pictures", "", DOCUMENTS, "", "## Which program writes and reads what", "",
                      "Dotted: a program's own. Each topic has one writer.", "", "```mermaid", *topology(tree), "```", "",
                      "## What records hold, and what they are about", "",
                      "One per key of a state topic, many of a fact or an event.", "", "```mermaid", *entities(tree), "```", ""])


SAGA_STATES = ["NONE", "HOLDING", "PAYING", "ACTION_REQUIRED", "COMMITTING", "CAPTURING", "CONFIRMED", "CLOSED",
               "REFUSED", "CANCELLED"]


def saga(root):
    """The rows of processors/orders/saga.def, in order: ("INPUT" | "ON" | "NEVER", states, strings)."""
    text = open(os.path.join(root, "processors/orders/saga.def"), encoding="utf-8").read()
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    rows = []
    for macro, inside in re.findall(r'^(INPUT|ON|NEVER)\(((?:[^"()]|"[^"]*")*)\)', text, flags=re.M):
        bare = re.sub(r'"[^"]*"', '""', inside)
        parts = [part.strip() for part in bare.split(",")]
        states = [state.strip() for state in parts[1].split("|")] if macro != "INPUT" else []
        if [state for state in states if state not in SAGA_STATES]:
            sys.exit(f"processors/orders/saga.def: a state of no name in {macro}({inside})")
        rows.append((macro, parts[0], states, re.findall(r'"([^"]*)"', inside)))
    return rows


def saga_arrows(rows):
    """Which input leads from which state to which other one; one arrow for all inputs of a pair."""
    arrows = {}
    for macro, name, states, words in rows:
        for state in states if macro == "ON" else []:
            for after in words[0].split():
                if after != "=":
                    arrows.setdefault((state, after), []).append(name.lower().replace("_", " "))
    point = {"NONE": "[*]"}
    return [f"  {point.get(one, one)} --> {point.get(two, two)} : {', '.join(names)}"
            for (one, two), names in arrows.items()]


def saga_table(rows):
    """A section per source, a line per input and what comes of it in which states."""
    lines, source = [], None
    for macro, name, states, words in rows:
        if macro == "INPUT":
            if words[0] != source:
                source = words[0]
                lines += ["", f"### From {'the clock' if source == 'time' else f'`{source}`'}", "",
                          "| input | in | comes of it | then (= as it was) |", "|---|---|---|---|"]
            lines.append(f"| **{name}** | | {words[1]} | |")
        elif macro == "ON":
            lines.append(f"| | {', '.join(states)} | {words[1]} | {words[0]} |")
        else:
            lines.append(f"| | {', '.join(states)} | *never*: {words[0]} | |")
    return lines


def orders(root):
    rows = saga(root)
    inputs = sum(macro == "INPUT" for macro, *_ in rows)
    ruled = sum(len(states) for macro, _, states, _ in rows if macro == "ON")
    return "\n".join([
        "# The saga of an order", "", "Made by infra/docs.py from processors/orders/saga.def: do not edit; build the target generate.", "",
        f"{len(SAGA_STATES)} states, {inputs} inputs: {len(SAGA_STATES) * inputs} pairs, of which {ruled} have a rule; the others cannot be, and say why. "
        "What a state means: `OrderStanding` in EVENTS.md. NEEDS_OPERATOR is a mark laid over a state; the saga goes on beneath it.", "",
        "```mermaid", "stateDiagram-v2", *saga_arrows(rows), "```", "", "## The table", *saga_table(rows), ""])


def main():
    root = sys.argv[1]
    tree = Tree(root)
    made = {"EVENTS.md": events(tree), "DIAGRAMS.md": diagrams(tree), "ORDERS.md": orders(root),
            "asyncapi.json": json.dumps(asyncapi(tree), indent=1, ensure_ascii=False) + "\n",
            "openapi.json": json.dumps(openapi(tree), indent=1, ensure_ascii=False) + "\n"}
    stale = []
    for name, text in made.items():
        path = os.path.join(root, "docs", name)
        there = open(path, encoding="utf-8").read() if os.path.exists(path) else None
        if there != text:
            stale.append(name)
            if "--check" not in sys.argv:
                open(path, "w", encoding="utf-8").write(text)
    if stale and "--check" in sys.argv:
        sys.exit("stale: " + " ".join(f"docs/{name}" for name in stale) +
                 "; build the target `generate` and commit what it makes")


main()
