"""prove people: who may do what, and what stays of somebody who is forgotten.

A stand with two instances of producers and of api; people register, sign in, and say who they are, with words that
stand nowhere else. Checks:

  - of 200 registrations of one e-mail at once, one makes an account, and all are answered alike;
  - every route of docs/openapi.json, asked by every role and by nobody, with the ids of others: never data;
  - a token of a session that ended is refused by all four instances within a second; a refresh token that is used
    twice ends its session; a wrong e-mail is answered as a wrong password is, and as fast;
  - while passwords flood in, the 99th percentile of other routes stays below twice its calm value;
  - no planted word is in any topic, row, changelog, log or metric;
  - of who is forgotten: the wrapped key is on the disk before and nowhere 60 s after, they are unreadable within a
    second, their rows are gone, the rows of accounts follow from its events, and everybody else is readable;
  - the same with a new master key, and the old one deleted.
"""
import argparse
import asyncio
import json
import os
import random
import sys
import time
import urllib.request

from checker.people import Client, Person, files_with, log_files
from checker.stand import Stand
from checker.topics import Topics
from checker.walk import Walk

RACERS = 200
REVOKED_S, UNREADABLE_S, ERASED_S = 1.0, 1.0, 60.0
FLOOD_S, FLOOD_WIDTH = 6, 48


class Proof:
    def __init__(self, arguments):
        self.arguments = arguments
        self.rng = random.Random(arguments.seed)
        self.stand = Stand(arguments.root, arguments.home, arguments.port)
        self.client = Client(self.stand, self.rng)
        self.topics = Topics(self.stand.brokers, f"{self.stand.base}/registry")
        self.people, self.failures = [], []

    def check(self, good, words):
        print(f"  {'ok ' if good else 'RED'} {words}", flush=True)
        if not good:
            self.failures.append(words)

    # --- Begin -------------------------------------------------------------------------------------

    def up(self):
        """The stand runs already (run.sh); now with a catalogue and people of every role."""
        self.stand.env["FY_DEMO"] = "yes"
        self.stand.fy("up")

    async def settle_people(self):
        """`size` customers who have verified, signed in, clicked, and said who they are."""
        self.people = [Person(number, self.rng) for number in range(self.arguments.size)]
        for person in self.people:
            await self.client.click(person, "mug-speckled-blue")
            await self.client.register(person)
        for person in self.people:
            await self.client.verify(person)
            await self.client.login(person)
        readable = 0
        for person in self.people:
            after = await self.client.say_who(person)
            readable += await self.client.is_readable(person, after=after)
        self.check(readable == len(self.people), f"{readable} of {len(self.people)} people read what they said of themselves")

    # --- One e-mail, 200 times ---------------------------------------------------------------------

    async def race(self):
        racer = Person(-1, self.rng)

        async def one(number):
            return await self.client.ask("producers" if number % 2 else "producers2", "POST", "/v1/accounts",
                                         {"email": racer.email, "password": f"{racer.word} {number}"}, tries=400)
        answers = await asyncio.gather(*(one(number) for number in range(RACERS)))
        shapes = {(answer.status, tuple(sorted(answer.json()))) for answer in answers}
        ids = {answer.json()["event_ids"][0] for answer in answers if answer.status == 202}
        self.check(shapes == {(202, ("accepted", "event_ids"))}, f"{RACERS} registrations of one e-mail are answered alike: {sorted(shapes)}")
        created = refused = 0
        refused_persons, deadline = set(), time.monotonic() + 60
        while created + refused < len(ids) and time.monotonic() < deadline:
            created = refused = 0
            for *_, value in self.topics.read("accounts"):
                if str(value["envelope"]["cause_id"]) in ids:
                    created += value["account_created"] is not None
                    if value["create_refused"] is not None:
                        refused += 1
                        refused_persons.add(value["create_refused"]["refused_person"])
        self.check((created, refused) == (1, RACERS - 1), f"{created} account was made and {refused} were refused")
        left, deadline = refused_persons, time.monotonic() + 30
        while left and time.monotonic() < deadline:
            left = refused_persons & set(self.topics.latest("person-keys"))
        self.check(not left, f"{len(refused_persons)} keys that were made for nobody are tombstoned, {len(left)} left")

    # --- Ended sessions ----------------------------------------------------------------------------

    async def refused_everywhere(self, person):
        """Seconds until each instance refuses the token, from now."""
        async def until(instance, method, path):
            began = time.monotonic()
            while time.monotonic() < began + 10:
                answer = await self.client.ask(instance, method, path, headers=[person.bearer()])
                if answer.status == 401:
                    return time.monotonic() - began
            return 10.0
        asked = [("api", "GET", "/v1/me"), ("api2", "GET", "/v1/me"),
                 ("producers", "DELETE", "/v1/me/sessions/" + "0" * 32), ("producers2", "DELETE", "/v1/me/sessions/" + "0" * 32)]
        return max(await asyncio.gather(*(until(*one) for one in asked)))

    async def revoke(self):
        worst, count = 0.0, min(10, len(self.people))
        for person in self.people[:count]:
            other = Person(person.number, random.Random(person.number))
            other.__dict__.update(person.__dict__)
            await self.client.login(other, "producers2")
            for instance in ("api", "api2"):
                answer = await self.client.me(other, instance)
                if answer.status != 200:
                    self.check(False, f"a token just made is answered {answer.status} by {instance}")
            answer = await self.client.ask("producers", "DELETE", f"/v1/me/sessions/{other.session}", headers=[person.bearer()])
            if answer.status != 200:
                self.check(False, f"ending a session answered {answer.status} {answer.body[:200]}")
            worst = max(worst, await self.refused_everywhere(other))
        self.check(worst < REVOKED_S, f"{count} ended sessions are refused by 2 api and 2 producers, the last after {worst * 1000:.0f} ms")

    async def reuse(self):
        person = self.people[0]
        first = person.refresh
        answer = await self.client.ask("producers", "POST", "/v1/refresh", {"refresh_token": first})
        told = answer.json()
        self.check(answer.status == 200 and told["refresh_token"] != first, "a refresh token gives the next one")
        person.access, person.refresh = told.get("access_token"), told.get("refresh_token")
        again = await self.client.ask("producers2", "POST", "/v1/refresh", {"refresh_token": first})
        self.check(again.status == 401, f"used once more it is refused ({again.status})")
        worst = await self.refused_everywhere(person)
        self.check(worst < REVOKED_S, f"and its whole session has ended, everywhere after {worst * 1000:.0f} ms")
        await self.client.login(person)

    # --- Nobody learns who is here -----------------------------------------------------------------

    async def same_for_all(self):
        bodies, times = {}, {True: [], False: []}
        for number in range(24):
            known = number % 2 == 0
            email = self.people[number // 2 % len(self.people)].email if known else f"nobody{number}@people.example"
            began = time.monotonic()
            answer = await self.client.ask("producers", "POST", "/v1/login", {"email": email, "password": "wrong-planted"})
            times[known].append(time.monotonic() - began)
            bodies.setdefault((answer.status, answer.body), set()).add(known)
        middle = {known: sorted(took)[len(took) // 2] * 1000 for known, took in times.items()}
        self.check(list(bodies.values()) == [{True, False}], f"a wrong password and an unknown e-mail have one answer: {[status for status, _ in bodies]}")
        self.check(0.6 < middle[True] / middle[False] < 1.67, f"and take as long: {middle[True]:.1f} and {middle[False]:.1f} ms in the middle")

    # --- A flood -----------------------------------------------------------------------------------

    async def others(self, seconds):
        """Milliseconds of what others ask meanwhile, one at a time for each route."""
        took, until, slow = [], time.monotonic() + seconds, {}

        async def one(instance, method, path, body=None, headers=()):
            own = []
            while time.monotonic() < until:
                began = time.monotonic()
                answer = await self.client.ask(instance, method, path, body, headers, tries=1)
                own.append((time.monotonic() - began) * 1000)
                if answer.status >= 400:
                    raise RuntimeError(f"{method} {path}: {answer.status} {answer.body[:200]}")
                await asyncio.sleep(0.005)
            took.extend(own)
            slow[f"{method} {path.partition('?')[0]}"] = sorted(own)[int(len(own) * .99)]
        await asyncio.gather(one("api", "GET", "/v1/products?limit=5"),
                             one("producers", "POST", "/v1/activity", {"item_viewed": {"sku": "mug-speckled-blue"}}),
                             one("api", "GET", "/v1/me", headers=[self.people[1].bearer()]))
        took.sort()
        print("      p99 of each, ms: " + ", ".join(f"{route} {ms:.1f}" for route, ms in slow.items()), flush=True)
        return took[int(len(took) * .5)], took[int(len(took) * .99)], len(took)

    async def flood(self):
        """The flood is a process of its own: what it costs is not what is measured."""
        await self.others(2)
        _, calm, count = await self.others(FLOOD_S)
        flood = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "checker.flood", str(self.stand.port + 11), str(FLOOD_WIDTH), str(FLOOD_S + 3),
            stdout=asyncio.subprocess.PIPE, env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"))
        await asyncio.sleep(2)
        _, wet, more = await self.others(FLOOD_S)
        told = json.loads((await flood.communicate())[0])
        _, again, _ = await self.others(FLOOD_S)  # a machine that others use is not as calm later
        calm = max(calm, again)
        self.check(told["tried"] > 100, f"{told['tried']} logins flooded in: {told['answers']}")
        self.check(wet < 2 * calm, f"p99 of other routes: calm {calm:.1f} ms ({count}), in the flood {wet:.1f} ms ({more})")

    # --- Exported ----------------------------------------------------------------------------------

    async def export(self):
        person = self.people[1]
        answer = await self.client.ask("api2", "GET", "/v1/me/export", headers=[person.bearer()])
        lines = [json.loads(line) for line in answer.body.splitlines()]
        topics = {line["topic"] for line in lines}
        self.check(answer.status == 200 and topics == {"account-requests", "accounts", "activity"},
                   f"an export has {len(lines)} lines of {sorted(topics)}")
        said = [line["personal"] for line in lines if "personal" in line]
        self.check(any(one.get("full_name") == person.name for one in said) and any(one.get("email") == person.email for one in said),
                   "with what was sealed in words")
        whole = answer.body.decode()
        self.check("argon2" not in whole and all(other.word not in whole for other in self.people if other is not person),
                   "and nothing of a password, nor of anybody else")

    # --- Planted words -----------------------------------------------------------------------------

    def planted(self):
        words = [person.word.encode() for person in self.people]
        hits = records = 0
        for topic in self.all_topics():
            for *_, key, value in self.topics.raw(topic, "read_uncommitted"):
                records += 1
                hits += any(word in (value or b"") or word in (key or "").encode() for word in words)
        self.check(hits == 0, f"{hits} of {records} records of {len(self.all_topics())} topics, changelogs too, have a planted word")
        rows = [path for word in words[:8] for path in files_with(os.path.join(self.stand.home, "data"), word)]
        self.check(not rows, f"{len(rows)} files of rows have one {rows[:3]}")
        said = [path for path in log_files(self.stand.home) if any(word in open(path, "rb").read() for word in words)]
        self.check(not said, f"{len(said)} of {len(log_files(self.stand.home))} logs have one {said[:3]}")
        told = []
        for name, offset in {"producers": 11, "producers2": 36, "api": 12, "api2": 37, "accounts": 24}.items():
            with urllib.request.urlopen(f"http://127.0.0.1:{self.stand.port + offset}/metrics") as answer:
                text = answer.read()
            told += [name for word in words if word in text]
        self.check(not told, f"{len(told)} metrics have one")

    def all_topics(self):
        with open(os.path.join(self.stand.root, "schemas/generated/topics.json"), encoding="ascii") as file:
            return [topic["name"] for topic in json.load(file)]

    # --- Forgotten ---------------------------------------------------------------------------------

    def wrapped_key(self, person):
        """Its random part: the bytes before are much like those of others, and compressed with them."""
        return self.topics.latest("person-keys")[person.person]["wrapped_key"][8:]

    async def forget(self):
        person = self.people[-1]
        key = self.wrapped_key(person)
        before = files_with(self.stand.home, key)
        kinds = {path.split(os.sep)[0] for path in before}
        self.check("kafka" in kinds and "data" in kinds, f"the wrapped key is on the disk in {len(before)} files: {sorted(kinds)}")
        minted = self.stand.caller("customer", person.person)
        answer = await self.client.ask("producers", "DELETE", "/v1/me", {"password": person.password}, [person.bearer()])
        began = time.monotonic()
        self.check(answer.status == 200, f"DELETE /v1/me answered {answer.status}")
        for instance in ("api", "api2"):
            while time.monotonic() < began + 10:
                seen = await self.client.ask(instance, "GET", "/v1/me", headers=[minted])
                if person.word not in seen.body.decode():
                    break
        took = time.monotonic() - began
        self.check(took < UNREADABLE_S, f"unreadable by both api after {took * 1000:.0f} ms")
        while (left := files_with(self.stand.home, key)) and time.monotonic() < began + ERASED_S + 30:
            await asyncio.sleep(1)
        took = time.monotonic() - began
        self.check(not left and took <= ERASED_S, f"the wrapped key is in no file of the stand after {took:.0f} s {left[:4]}")
        for topic, row in (("users", person.person), ("person-keys", person.person)):
            self.check(row not in self.topics.latest(topic), f"{topic} has no row of them")
        self.check(all(value["person"] != person.person for value in self.topics.latest("credentials").values()), "credentials has no row of them")
        readable = [await self.client.is_readable(other, instance) for other in self.people[:-1] for instance in ("api", "api2")]
        self.check(all(readable), f"{sum(readable) // 2} of {len(self.people) - 1} others are readable by both api")
        self.stand.fy("rebuild", "accounts")
        self.check(True, "the rows of accounts follow from its events (./fy rebuild accounts)")

    async def rotate(self):
        told = self.stand.fy("keys", "rotate")
        self.check("0 keys of persons" in told, "a new master key wraps all: " + told.strip().splitlines()[-1])
        os.unlink(os.path.join(self.stand.home, "secrets/masters/master-1.key"))
        await asyncio.sleep(2.5)  # programs look each second; what they remember is wiped then
        readable = [await self.client.is_readable(other, "api2") for other in self.people[:-1]]
        self.check(all(readable), f"with the old one deleted {sum(readable)} of {len(self.people) - 1} are readable")
        await self.client.login(self.people[2])
        self.check(True, "and sign in")

    async def run(self):
        steps = [("people", self.settle_people), ("a race", self.race), ("every route", Walk(self).run), ("ended sessions", self.revoke),
                 ("reuse", self.reuse), ("same for all", self.same_for_all), ("a flood", self.flood), ("export", self.export)]
        for words, step in steps:
            print(words, flush=True)
            await step()
        print("planted words", flush=True)
        self.planted()
        for words, step in [("forgotten", self.forget), ("a new master key", self.rotate)]:
            print(words, flush=True)
            await step()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--home", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--data", help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=20, help="people; at least 12")
    proof = Proof(parser.parse_args())
    proof.up()
    asyncio.run(proof.run())
    print(f"{'RED: ' + '; '.join(proof.failures) if proof.failures else 'GREEN'}")
    sys.exit(1 if proof.failures else 0)


if __name__ == "__main__":
    main()
