"""prove clients: any client reads any topic, and what clients write is read here.

On a fresh stand, with the stock clients of test/prove/clients/ (Python confluent-kafka, kafkajs with its registry
client, Java's kafka-clients with Avro alone and with Apicurio's serialisers, DuckDB):

  - what `./fy put` and our programs wrote, in transactions and not, tombstones too, is read by each client record by
    record as `./fy tap` shows it;
  - what each client wrote is shown by `./fy tap`, found by `--key` and `--where`, and the same keys lie in the same
    partitions, whoever wrote them;
  - every command of docs/READING.md is run as it stands there, and reads what there is;
  - the registry's verdicts on compatibility are those of Apache Avro for Java and of Python's avro, on random pairs of
    schemas and on every pair of numbered texts;
  - `./fy schemas publish` fills another registry (a fake one, which refuses what Confluent's would) under our ids.
"""
import argparse
import collections
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

from checker.stand import Stand

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "clients")
TOOLS = (("node", "nodejs"), ("npm", "npm"), ("javac", "default-jdk-headless"), ("mvn", "maven"))
TOPICS = ("collections", "supply", "products")


def say(text):
    print(text, flush=True)


def install(folder):
    """The clients, into a folder of the tools. Returns Java's class path."""
    missing = [package for command, package in TOOLS if shutil.which(command) is None]
    if missing:
        sys.exit(f"these are missing, and the clients need them: apt-get install {' '.join(missing)}")
    stamp = os.path.join(folder, "stamp")
    names = ("requirements.txt", "package.json", "pom.xml", "Topic.java", "Apicurio.java", "Pairs.java", "read_topic.js", "write_topic.js")
    want = "".join(open(os.path.join(FOLDER, name), encoding="utf-8").read() for name in names)
    jars = os.path.join(folder, "jars")
    path = os.pathsep.join([os.path.join(folder, "classes"), os.path.join(jars, "*")])
    if os.path.exists(stamp) and open(stamp, encoding="utf-8").read() == want:
        return path
    say("setting up the clients: Python, JavaScript, Java, DuckDB")
    os.makedirs(folder, exist_ok=True)
    for name in ("package.json", "read_topic.js", "write_topic.js"):
        shutil.copy(os.path.join(FOLDER, name), folder)
    steps = (
        [sys.executable, "-m", "pip", "-q", "install", "-r", os.path.join(FOLDER, "requirements.txt")],
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder],
        ["mvn", "-q", "-f", os.path.join(FOLDER, "pom.xml"), "process-resources", f"-Dlibs={jars}"],
        ["javac", "-cp", os.path.join(jars, "*"), "-d", os.path.join(folder, "classes"),
         *(os.path.join(FOLDER, name) for name in ("Topic.java", "Apicurio.java", "Pairs.java"))])
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(step)} failed:\n{(done.stdout + done.stderr)[-3000:]}")
    with open(stamp, "w", encoding="utf-8") as file:
        file.write(want)
    return path


def run(command, text=None, env=None):
    done = subprocess.run(command, input=text, capture_output=True, text=True, env=env, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command[:4])}... failed:\n{(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def plain(value):
    """Without nulls, as tap leaves them out."""
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items() if member is not None}
    if isinstance(value, list):
        return [plain(member) for member in value]
    return value


class Clients:
    def __init__(self, stand, tools, classpath):
        self.stand, self.fails = stand, []
        self.fy_path = os.path.join(stand.root, "fy")
        self.place = [stand.brokers, f"{stand.base}/registry"]
        self.readers = {"python": [sys.executable, os.path.join(FOLDER, "read_topic.py")],
                        "javascript": ["node", os.path.join(tools, "read_topic.js")],
                        "java": ["java", "-cp", classpath, "Topic", "read"],
                        "apicurio": ["java", "-cp", classpath, "Apicurio", "read"]}
        self.writers = {"python": [sys.executable, os.path.join(FOLDER, "write_topic.py")],
                        "javascript": ["node", os.path.join(tools, "write_topic.js")],
                        "java": ["java", "-cp", classpath, "Topic", "write"],
                        "apicurio": ["java", "-cp", classpath, "Apicurio", "write"]}

    def check(self, good, words):
        if not good:
            self.fails.append(words)

    def tap(self, *words):
        lines = run([self.fy_path, "tap", *words], env=self.stand.env).splitlines()
        return [json.loads(line) for line in lines]

    def put(self, topic, records):
        lines = "".join(json.dumps({"key": key, "value": value}) + "\n" for key, value in records)
        said = run([self.fy_path, "put", topic], lines, env=self.stand.env)
        self.check(f"{len(records)} records written to {topic}" in said, f"put {topic}: {said}")

    def tapped(self, topic):
        """What cannot be decoded stands there by its error: no client reads the same."""
        return {(line["partition"], line["offset"]): (line["key"], line["value"] if "value" in line else line["error"])
                for line in self.tap(topic)}

    def compare(self, topic):
        want = self.tapped(topic)
        tombstones = sum(value is None for _, value in want.values())
        counts = []
        for name, command in self.readers.items():
            lines = [json.loads(line) for line in run([*command, *self.place, topic]).splitlines()]
            got = {(line["partition"], line["offset"]): (line["key"], plain(line["value"])) for line in lines}
            same = sum(got.get(place) == record for place, record in want.items())
            counts.append(f"{name} {same:,} of {len(want):,}")
            self.check(len(lines) == len(got) == same == len(want) > 0,
                       f"{topic}: {name} read {len(lines)}, {same} as tap shows them, of {len(want)}")
            wrong = next(((place, got.get(place), record) for place, record in want.items()
                          if got.get(place) != record), None)
            if wrong:
                self.fails.append(f"{topic} {wrong[0]}: {name} has {wrong[1]}, tap {wrong[2]}")
        say(f"{topic}: {len(want):,} records, {tombstones:,} tombstones; the same by {', '.join(counts)}")
        return want


def collection(rng, key, writer):
    return {"envelope": {"event_id": f"{rng.getrandbits(32):08x}-0000-8000-8000-{rng.getrandbits(48):012x}",
                         "cause_id": None, "root": "clients", "actor": f"service:{writer}",
                         "event_ms": rng.randrange(1 << 41), "writer": None, "seq": None},
            "collection": key, "title": rng.choice(("Tea", "Käse & Brot", "日本", "\"quoted\" \\ /")) + f" by {writer}",
            "skus": [f"c-{rng.randrange(1000)}" for _ in range(rng.randrange(5))]}


def ours_to_theirs(clients, rng, size):
    """put and our programs write, every client reads."""
    clients.put("collections", [(f"mix-{n}", collection(rng, f"mix-{n}", "put")) for n in range(size)])
    clients.put("supply", [(f"c-{n}", {"sku": f"c-{n}", "supplier": "clients", "product_listed": {
        "title": f"Item {n}", "price": {"minor": rng.randrange(1, 1 << 30), "currency": "EUR"}}}) for n in range(size)])
    deadline = time.monotonic() + 60
    while len({line["key"] for line in clients.tap("products", "--where", "supplier=clients")}) < size:
        if time.monotonic() > deadline:
            raise RuntimeError("products did not follow supply within 60 s")
    clients.put("products", [(f"c-{n}", None) for n in range(0, size, 7)])
    for topic in TOPICS:
        clients.compare(topic)
    gaps = [line for line in clients.tap("products", "--offsets") if "gap" in line]
    say(f"products: {len(gaps)} gaps of transaction markers, named by tap --offsets")
    clients.check(gaps, "products are written in transactions, and tap shows no gap")


def theirs_to_ours(clients, rng, size):
    """Every client writes the same keys, tap reads."""
    sent = {}
    for name, command in clients.writers.items():
        values = {f"mix-{n}": collection(rng, f"mix-{n}", name) for n in range(size)}
        line = "{}\t{}\n" if name in ("java", "apicurio") else '{{"key":"{}","value":{}}}\n'
        said = run([*command, *clients.place, "collections"],
                   "".join(line.format(key, json.dumps(value)) for key, value in values.items()))
        clients.check(said.strip() == str(size), f"{name} wrote {said.strip()}, not {size}")
        sent[name] = values
    records = clients.compare("collections")
    partitions = collections.defaultdict(set)
    for (partition, _), (key, _) in records.items():
        partitions[key].add(partition)
    split = [key for key, found in partitions.items() if len(found) != 1]
    clients.check(not split, f"keys in more than one partition: {split[:5]}")
    for name, values in sent.items():
        shown = {line["key"]: line["value"] for line in
                 clients.tap("collections", "--where", f"envelope.actor=service:{name}", "--from", "-1h")}
        same = sum(shown.get(key) == plain(value) for key, value in values.items())
        clients.check(same == size == len(shown), f"tap shows {same} of {size} records that {name} wrote")
        key = rng.choice(list(values))
        by_key = clients.tap("collections", "--key", key)
        clients.check(len(by_key) == 1 + len(sent),
                      f"tap --key {key}: {len(by_key)} records, not one of each writer and of put")
        say(f"written by {name}: {size:,}; tap --where shows {same:,} of them as they were sent; "
            f"tap --key {key}: {len(by_key)}")
    say(f"partitions: {len(partitions):,} keys, each in one partition, whoever wrote it: {len(partitions) - len(split):,}")


def in_sql(clients):
    question = ("select value.supplier, count(*), sum(value.product_listed.price.minor)::bigint from records "
                "where value.product_listed is not null group by 1 order by 1")
    answer = run([sys.executable, os.path.join(FOLDER, "query_topic.py"), *clients.place, "supply", question])
    got = [json.loads(line) for line in answer.splitlines()]
    sums = collections.defaultdict(lambda: [0, 0])
    for _, value in clients.tapped("supply").values():
        if "product_listed" in value:
            sums[value["supplier"]][0] += 1
            sums[value["supplier"]][1] += value["product_listed"]["price"]["minor"]
    want = [[supplier, *both] for supplier, both in sorted(sums.items())]
    clients.check(got == want and got, f"SQL says {got}, the records {want}")
    say(f"SQL over supply: {got}; recounted {'the same' if got == want else want}")


def recipes_of(page):
    """Commands of the fenced blocks, with what goes on over several lines in one."""
    blocks = re.findall(r"^```\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.replace("\\\n", " ").splitlines() if line.strip()]


def by_the_page(clients, tools):
    """Every command of docs/READING.md as it stands there, but for the addresses, in a folder like a tree's."""
    with open(os.path.join(clients.stand.root, "docs/READING.md"), encoding="utf-8") as file:
        recipes = recipes_of(file.read())
    want, read = len(clients.tap("products")), 0
    environment = dict(clients.stand.env, PATH=os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"])
    with tempfile.TemporaryDirectory() as folder:
        for name in os.listdir(clients.stand.root):
            if not name.startswith("."):
                os.symlink(os.path.join(clients.stand.root, name), os.path.join(folder, name))
        for name in ("read_topic.js", "node_modules", "package.json"):
            os.symlink(os.path.join(tools, name), os.path.join(folder, name))
        for recipe in recipes:
            command = recipe.replace("127.0.0.1:8081", clients.place[0]).replace("http://127.0.0.1:8080/registry",
                                                                                clients.place[1])
            done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=folder, env=environment,
                                  capture_output=True, text=True, timeout=300, check=False)
            clients.check(done.returncode == 0, f"docs/READING.md: {recipe}: {(done.stdout + done.stderr)[-500:]}")
            if recipe.endswith("/registry products"):
                read += 1
                lines = len(done.stdout.splitlines())
                clients.check(lines == want > 0, f"docs/READING.md: {recipe}: {lines} records of {want}")
    clients.check(read == len(clients.readers), f"docs/READING.md reads products {read} times, not by every client")
    say(f"docs/READING.md: {len(recipes)} commands run as they stand there, {read} of them read all {want:,} products")


def compatibility(clients, rng, count, classpath):
    from checker import pairs  # Needs what install() brings.
    ours = [os.path.join(clients.stand.root, "build/release/bin/prove.avro_pairs")]
    build = ["cmake", "--build", "--preset", "release", "--target", "prove.avro_pairs", "fy-generate"]
    subprocess.run(build, cwd=clients.stand.root, check=True, stdout=subprocess.DEVNULL)
    for name, chosen in (("numbered texts", pairs.tree_pairs(clients.stand.root)),
                         ("random schemas", pairs.random_pairs(rng, count))):
        answers = pairs.by_command(ours, chosen)
        java = pairs.by_command(["java", "-cp", classpath, "Pairs"], chosen)
        python = pairs.by_python(chosen)
        same = sum(a == b == c for a, b, c in zip(answers, java, python))
        say(f"compatibility of {name}: {len(chosen):,} pairs, {answers.count('yes'):,} compatible; "
            f"ours, Java's and Python's verdict the same: {same:,}")
        clients.check(same == len(chosen) and answers.count("yes") and answers.count("no"),
                      f"{len(chosen) - same} verdicts on {name} differ, or all are one")


def publish(clients):
    from checker.fake_registry import FakeRegistry
    registry = FakeRegistry()
    run([clients.fy_path, "schemas", "publish", registry.url], env=clients.stand.env)
    again = run([clients.fy_path, "schemas", "publish", registry.url], env=clients.stand.env)
    with open(os.path.join(clients.stand.root, "schemas/generated/topics.json"), encoding="utf-8") as file:
        topics = json.load(file)
    right = sum(topic["schema_id"] in registry.subjects.get(topic["subject"], {}).values() for topic in topics)
    clients.check(right == len(topics) == len(registry.subjects), f"{right} of {len(topics)} subjects have our ids")
    clients.check(not registry.breaches and not registry.modes, f"refused: {registry.breaches}; modes left: {registry.modes}")
    clients.check(set(registry.levels.values()) == {"FULL_TRANSITIVE"}, f"levels: {registry.levels}")
    clients.check(again.startswith("0 versions written"), f"published again: {again}")
    registry.close()
    say(f"published into a fake registry: {right} of {len(topics)} subjects under our ids, {len(registry.requests)} "
        f"requests, {len(registry.breaches)} refused; again: {again.strip()}")


def main():
    parser = argparse.ArgumentParser(prog="./fy prove clients", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="decides records and schemas")
    parser.add_argument("--size", type=int, default=500, help="records of each writer; ten times as many pairs of schemas")
    for name in ("--root", "--home", "--data"):
        parser.add_argument(name, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.size < 1:
        parser.error("--size must be at least 1: checking nothing proves nothing")
    tools = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(sys.executable)))), "clients")
    classpath = install(tools)
    stand = Stand(options.root, options.home, options.port)
    stand.wait_ready()
    clients, rng = Clients(stand, tools, classpath), random.Random(options.seed)
    for step, *more in ((ours_to_theirs, rng, options.size), (theirs_to_ours, rng, options.size), (in_sql,),
                        (by_the_page, tools), (compatibility, rng, options.size * 10, classpath), (publish,)):
        try:
            step(clients, *more)
        except (RuntimeError, KeyError, TypeError) as problem:  # A client that fails is a finding, and others follow.
            clients.fails.append(f"{step.__name__} ended early: {type(problem).__name__}: {str(problem)[-400:]}")
    for fail in clients.fails[:20]:
        say(f"FAIL {fail[:600]}")
    say(f"seed {options.seed}, size {options.size}, {len(clients.fails)} failures")
    say("RED" if clients.fails else "GREEN")
    return 1 if clients.fails else 0


sys.exit(main())
