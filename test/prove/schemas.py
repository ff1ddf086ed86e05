"""prove schemas: any version reads any other, and our codec is Avro's.

Makes --size random schemas of the language that schemas/ allows, three versions each, compiles our generator's code
for every version as the reader, and sends random values of every version through every reader. Checks, value by value:

  - what our reader says equals the Java reference and fastavro, and where they can the `avro` package and avro-c;
  - what cannot be resolved, or has no place in the reader, is refused by ours and by the Java reference alike;
  - our bytes equal fastavro's, from bytes and from JSON; our JSON says the value; fingerprints are Java's;
  - decoding keeps its memory bound, and hostile changes of good bytes are refused or read, never worse.

Where two Python packages differ from the Java reference they are counted, not followed: Java's word decides.
"""
import argparse
import collections
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import avro.io
import avro.schema
import fastavro

from language.canon import canon, our_json
from language.random_schemas import Schema, definitions, value

STAND = False   # run.sh starts none.
VERSIONS, BATCH, VALUES = 3, 20, 4
FLAGS = ("-std=gnu11 -D_GNU_SOURCE -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -Wall -Wextra -Werror "
         "-Wno-overlength-strings").split()


def say(words):
    print(words, flush=True)


def run(*command, cwd=None):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        say((done.stdout + done.stderr)[-3000:])
        sys.exit(f"failed: {' '.join(command)[:200]}")
    return done.stdout


def pkg(*names):
    return run("pkg-config", "--cflags", "--libs", *names).split()


class Pipe:
    """A program that answers each line with one."""

    def __init__(self, *command, env=None):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        encoding="utf-8", env=env)

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().rstrip("\n")
        if answer == "":
            sys.exit(f"RED: {self.process.args[0]} died of: {line[:400]}")
        return answer

    def close(self):
        self.process.stdin.close()
        if self.process.wait() != 0:
            sys.exit(f"RED: {self.process.args[0]} ended with {self.process.returncode}")


class Builder:
    """The generator of the tree under test, and what it makes, compiled."""

    def __init__(self, root, work):
        self.root, self.work = root, work
        self.generator = f"{work}/fy-generate"
        sources = [f"{root}/schemas/generator/{name}" for name in os.listdir(f"{root}/schemas/generator")
                   if name.endswith(".c")]
        run("gcc", "-std=gnu11", "-D_GNU_SOURCE", "-O1", f"-I{root}", *sources, "-o", self.generator,
            *pkg("avro-c", "jansson", "libsodium"))
        codec = [f"{root}/schemas/codec/{name}" for name in os.listdir(f"{root}/schemas/codec") if name.endswith(".c")]
        self.objects = self.compile([*codec, f"{root}/lib/arena.c", f"{root}/lib/err.c"], f"{work}/codec", [])

    def compile(self, sources, folder, includes):
        os.makedirs(folder, exist_ok=True)

        def one(source):
            target = f"{folder}/{os.path.basename(source)}.o"
            run("nice", "gcc", *FLAGS, *includes, f"-I{self.root}", "-c", source, "-o", target)
            return target

        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(one, sources))

    def write(self, folder, schemas, version):
        os.makedirs(folder, exist_ok=True)
        with open(f"{folder}/topics.def", "w", encoding="utf-8") as out:
            for s in schemas:
                out.write(f'TOPIC({s.name.upper()}, "{s.name}", STATE, "k", {s.name}, "w", "")\n')
        for s in schemas:
            with open(f"{folder}/{s.name}.avsc", "w", encoding="utf-8") as out:
                json.dump(s.texts[version], out)

    def harnesses(self, batch, schemas):
        """One program per version as the reader, and the numbered texts: [version] of schema -> id."""
        base = f"{self.work}/batch{batch}/schemas"
        for version in range(VERSIONS):
            self.write(base, schemas, version)
            run(self.generator, "--backward", base, f"{base}/generated")
        ids = collections.defaultdict(list)
        with open(f"{base}/ids.lock", encoding="ascii") as lock:
            for line in lock:
                number, name, _ = line.split()
                ids[name].append(int(number))
        programs = [self.harness(base, schemas, version) for version in range(VERSIONS)]
        texts = {}
        for name in os.listdir(f"{base}/versions"):
            with open(f"{base}/versions/{name}", encoding="ascii") as text:
                texts[int(name.split("-")[0])] = text.read().strip()
        shutil.rmtree(f"{self.work}/batch{batch}/schemas")
        return programs, ids, texts

    def harness(self, base, schemas, version):
        tree = f"{os.path.dirname(base)}/v{version}"
        shutil.copytree(base, f"{tree}/schemas")
        shutil.rmtree(f"{tree}/schemas/generated")
        self.write(f"{tree}/schemas", schemas, version)
        run(self.generator, "--backward", f"{tree}/schemas", f"{tree}/schemas/generated")
        with open(f"{tree}/own.inc", "w", encoding="ascii") as out:
            out.writelines(f"OWN({s.name})\n" for s in schemas)
        generated = f"{tree}/schemas/generated"
        sources = [f"{generated}/{name}" for name in os.listdir(generated) if name.endswith(".c")]
        objects = self.compile([*sources, f"{self.root}/test/prove/language/harness.c"], f"{tree}/objects",
                               [f"-I{tree}"])
        run("gcc", *FLAGS, *objects, *self.objects, "-o", f"{tree}/harness", *pkg("avro-c"), "-lm")
        return f"{tree}/harness"


def plain(text):
    """Without logical types: values are compared, not what a language makes of them."""
    if isinstance(text, list):
        return [plain(item) for item in text]
    if isinstance(text, dict):
        return {key: item if key == "default" else plain(item) for key, item in text.items() if key != "logicalType"}
    return text


class Version:
    """One text in every package."""

    def __init__(self, number, text, java):
        self.number = number
        self.json = plain(json.loads(text))
        self.known = definitions(self.json, {})
        self.fast = fastavro.parse_schema(self.json)
        self.apache = avro.schema.parse(json.dumps(self.json))
        self.print = java.ask(f"S {number} {json.dumps(self.json)}")

    def bytes_of(self, datum):
        out = io.BytesIO()
        fastavro.schemaless_writer(out, self.fast, datum)
        return out.getvalue()


class Proof:
    def __init__(self, java):
        self.java, self.counts, self.fails = java, collections.Counter(), []

    def fail(self, words):
        self.counts["failures"] += 1
        if len(self.fails) < 10:
            self.fails.append(words[:1500])

    def python_says(self, package, written, reader, data, expected):
        try:
            source = io.BytesIO(data)
            if package == "fastavro":
                datum = fastavro.schemaless_reader(source, written.fast, reader.fast)
            else:
                datum = avro.io.DatumReader(written.apache, reader.apache).read(avro.io.BinaryDecoder(source))
            said = "ok " + canon(reader.json, datum, reader.known)
        except Exception as problem:  # pylint: disable=broad-except
            said = f"no {type(problem).__name__}: {problem}"
        if said == expected:
            self.counts[f"{package} agrees"] += 1
            return True
        if said.startswith("no") and expected.startswith("no"):
            self.counts[f"{package} refuses too"] += 1
            return True
        self.counts[f"{package} differs from Java"] += 1
        return False

    def resolve(self, name, pipe, written, reader, data):
        framed = (b"\0" + written.number.to_bytes(4, "big") + data).hex()
        ours = pipe.ask(f"D {name} {framed}").split(" ", 4)
        java = self.java.ask(f"R {written.number} {reader.number} {data.hex()}")
        if "cannot be read as this build's" in " ".join(ours) and java.startswith("ok "):
            # Java refuses where it comes to what has no place, ours the version as a whole: never in schemas/ (lint).
            self.counts["versions refused whole, that Java reads while a value avoids the change"] += 1
            if written.number < reader.number:
                self.fail(f"{name}: an older version {written.number} is refused by {reader.number}")
            return
        if " ".join(ours[:2]) != java and not (ours[0] == "no" and java.startswith("no ")):
            self.fail(f"{name} {written.number} as {reader.number}: {data.hex()}\n  ours {' '.join(ours)[:500]}\n"
                      f"  Java {java[:500]}\n  written {json.dumps(written.json)}\n  reader {json.dumps(reader.json)}")
            return
        self.counts["values read and equal to Java" if ours[0] == "ok" else "values refused as by Java"] += 1
        self.counts["  of a newer version" if written.number > reader.number else
                    "  of an older version" if written.number < reader.number else "  of the same version"] += 1
        self.python_says("fastavro", written, reader, data, java)
        self.python_says("avro", written, reader, data, java)
        if ours[0] == "ok" and written is reader:
            self.same(name, ours, reader, data, framed, pipe)

    def same(self, name, ours, version, data, framed, pipe):
        datum = fastavro.schemaless_reader(io.BytesIO(data), version.fast, version.fast)
        said = our_json(version.json, datum, version.known)
        if ours[2] != framed:
            self.fail(f"{name}: our bytes are {ours[2]}, fastavro's {framed}")
        if ours[3] == "same":
            self.counts["avro-c agrees"] += 1
        else:
            self.fail(f"{name} {version.number}: avro-c says \"{ours[3]}\" of {framed}")
        if json.loads(ours[4]) != said:
            self.fail(f"{name}: our JSON is {ours[4]}, the value {said}")
        back = pipe.ask(f"J {name} {json.dumps(said, ensure_ascii=False)}")
        if back != f"ok {framed}":
            self.fail(f"{name}: from JSON {said}: {back}, want {framed}")
        self.counts["JSON out and in"] += 1

    def hostile(self, rng, name, pipe, written, data):
        """Whatever it says is fine, but that it dies or takes more memory than it may."""
        changed = bytearray(data)
        for _ in range(rng.randint(1, 4)):
            if changed and rng.random() < 0.8:
                changed[rng.randrange(len(changed))] = rng.choice([0, 1, 2, 0x7f, 0x80, 0xff, rng.randrange(256)])
            elif changed:
                del changed[rng.randrange(len(changed)):]
        answer = pipe.ask(f"D {name} {(bytes(1) + written.number.to_bytes(4, 'big') + changed).hex()}")
        if "no memory" in answer:
            self.fail(f"{name}: {answer}")
        self.counts["hostile changes survived"] += 1


def check(proof, rng, schemas, programs, ids, texts):
    env = {**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}
    pipes = [Pipe(program, env=env) for program in programs]
    for schema in schemas:
        versions = [Version(number, texts[number], proof.java) for number in ids[schema.name]]
        # A version that changed nothing has no number of its own.
        numbers = [next(v for v in versions if v.json == plain(with_names(text))) for text in schema.texts]
        for version, pipe in zip(numbers, pipes):
            printed = pipe.ask(f"P {schema.name}")
            proof.counts["fingerprints equal to Java's"] += printed == version.print
            if printed != version.print:
                proof.fail(f"{schema.name}: fingerprint {printed}, Java {version.print}")
        for written in versions:
            for _ in range(VALUES):
                data = written.bytes_of(value(rng, written.json, written.known))
                for reader, pipe in zip(numbers, pipes):
                    proof.resolve(schema.name, pipe, written, reader, data)
                    proof.hostile(rng, schema.name, pipe, written, data)
    for pipe in pipes:
        pipe.close()


def with_names(text):
    """As the generator publishes it: references by their full name, as they are made here."""
    return json.loads(json.dumps(text))


def reference(root, tools):
    libs = f"{tools}/avro-java"
    if not os.path.isdir(libs):
        run("mvn", "-B", "-q", "-f", f"{root}/test/prove/language/pom.xml", "process-resources", f"-Dlibs={libs}")
    classes = tempfile.mkdtemp(prefix="fy-prove-java-")
    path = f"{libs}/*:{classes}"
    run("javac", "-cp", path, "-d", classes, f"{root}/test/prove/language/Reference.java")
    return Pipe("java", "-Xmx256m", "-cp", path, "Reference"), classes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=100, help="schemas, of three versions each")
    options, _ = parser.parse_known_args()
    rng = random.Random(options.seed)
    tools = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(sys.executable))))
    work = tempfile.mkdtemp(prefix="fy-prove-schemas-")
    java, classes = reference(options.root, os.environ.get("FY_TOOLS", tools))
    proof = Proof(java)
    try:
        builder = Builder(options.root, work)
        done = 0
        while done < options.size:
            schemas = [Schema(rng, done + i, VERSIONS) for i in range(min(BATCH, options.size - done))]
            check(proof, rng, schemas, *builder.harnesses(done, schemas))
            done += len(schemas)
            shutil.rmtree(f"{work}/batch{done - len(schemas)}")
            say(f"{done} schemas, {done * VERSIONS} texts: "
                f"{proof.counts['values read and equal to Java']:,} values equal, "
                f"{proof.counts['failures']} failures")
    finally:
        shutil.rmtree(work, ignore_errors=True)
        shutil.rmtree(classes, ignore_errors=True)
    java.close()
    say(f"seed {options.seed}, {options.size} schemas of {VERSIONS} versions, every pair in both directions:")
    for what, count in proof.counts.items():
        say(f"  {count:9,}  {what}")
    for wanted in ("values read and equal to Java", "values refused as by Java", "  of a newer version",
                   "avro-c agrees", "fastavro agrees", "avro agrees", "JSON out and in"):
        if proof.counts[wanted] == 0:
            proof.fail(f"nothing was checked: {wanted}")
    for words in proof.fails:
        say(f"FAIL {words}")
    say("RED" if proof.fails else "GREEN")
    return 1 if proof.fails else 0


if __name__ == "__main__":
    sys.exit(main())
