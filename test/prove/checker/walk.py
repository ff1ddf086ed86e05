"""Every route of docs/openapi.json, asked by every role and by nobody, with the ids of others."""
import collections
import json
import os
import re

from checker.people import Person

ROLES = ("customer", "supplier_owner", "supplier_staff", "operator", "data", "service")
STRANGER = "stranger-supplier"  # whose the callers of the walk are; the demo's suppliers have the products


class Walk:
    def __init__(self, proof):
        self.proof, self.client, self.stand = proof, proof.client, proof.stand
        self.counts = collections.Counter()
        with open(os.path.join(proof.arguments.root, "docs/openapi.json"), encoding="utf-8") as file:
            self.paths = json.load(file)["paths"]
        # Ids of somebody else, that are there.
        self.foreign = {"sku": "mug-speckled-blue", "collection": "nothing-here", "supplier": "hollow-oak",
                        "image": "0" * 64, "feed": "0" * 32, "session": "0" * 32, "person": "0" * 32}

    async def prepare(self):
        """A session and a person of another, and a supplier's feed."""
        victim = self.proof.people[3]
        self.foreign["session"], self.foreign["person"] = victim.session, victim.person
        name, value = self.stand.caller("supplier_owner", "walker", "hollow-oak")
        answer = await self.client.ask("producers", "POST", "/v1/feeds", None, [(name, value), ("Content-Type", "text/csv")])
        feed = re.search(r"/v1/feeds/([0-9a-f]{32})", answer.headers.get("location", ""))
        if feed:
            self.foreign["feed"] = feed[1]
        self.foreign["scan"] = f"{self.proof.rng.getrandbits(128):032x}"
        answer = await self.client.ask("producers", "PUT", f"/v1/scans/{self.foreign['scan']}", {"mode": "COUNT"}, [(name, value)])
        if answer.status != 202:
            raise RuntimeError(f"a scan was not opened: {answer.status} {answer.body[:200]}")
        self.callers = {None: []}
        for role in ROLES:
            who = Person(0, self.proof.rng).word[:20]
            self.callers[role] = [self.stand.caller(role, who, STRANGER)]

    def instance(self, tags):
        return "api" if tags == ["api"] else "producers"

    def body(self, operation):
        """Something that is well formed; the roles are looked at before it."""
        content = operation.get("requestBody", {}).get("content")
        return None if content is None else {}

    async def one(self, path, method, operation, role):
        words = re.findall(r"\{(\w+)\}", path)
        url = path
        for word in words:
            foreign = self.foreign["scan"] if path.startswith("/v1/scans/") and word == "session" else self.foreign.get(word, "1")
            url = url.replace("{%s}" % word, foreign)
        answer = await self.client.ask(self.instance(operation["tags"]), method.upper(), url,
                                       self.body(operation), self.callers[role], tries=3)
        allowed = operation.get("x-roles")
        where = f"{method.upper()} {path} by {role or 'nobody'}"
        self.counts[answer.status] += 1
        text = answer.body.decode(errors="replace")
        good, why = True, ""
        if allowed is not None and role is None:
            good, why = answer.status == 401, "must be 401"
        elif allowed is not None and role not in allowed:
            good, why = answer.status in (401, 403), "must be 401 or 403"
        elif operation.get("x-owner") and role != "operator":
            good, why = answer.status in (404, 415, 422, 400) and answer.status == 404, "a foreign id must be 404"
        elif answer.status >= 500:
            good, why = False, "must not fail"
        if any(person.word in text for person in self.proof.people):
            good, why = False, "somebody's data"
        if not good:
            self.proof.check(False, f"{where}: {answer.status} {text[:120]}: {why}")
        return good

    async def run(self):
        await self.prepare()
        asked = good = routes = 0
        for path, operations in self.paths.items():
            if path.startswith("/registry/"):
                continue
            for method, operation in operations.items():
                if not isinstance(operation, dict) or "operationId" not in operation or "internal" in operation["description"][:40]:
                    continue
                routes += 1
                for role in self.callers:
                    asked += 1
                    good += await self.one(path, method, operation, role)
        self.proof.check(good == asked, f"{routes} routes x {len(self.callers)} callers with foreign ids: {good} of {asked} as they must be; "
                         f"answers {dict(sorted(self.counts.items()))}")
        registry = [path for path in self.paths if path.startswith("/registry/")]
        leaked = 0
        for path in registry:
            answer = await self.client.ask("api", "GET", re.sub(r"\{\w+\}", "1", path))
            leaked += any(person.word.encode() in answer.body for person in self.proof.people)
        self.proof.check(leaked == 0, f"{len(registry)} paths of the registry, which is anybody's, say nothing of people")
