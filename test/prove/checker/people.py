"""People as clients of the shop: they register, read their letters, sign in, and remember what they said."""
import asyncio
import glob
import json
import os
import subprocess
import time

from checker.http import Connection

JSON = ("Content-Type", "application/json")


class Person:
    def __init__(self, number, rng):
        self.number = number
        self.word = f"planted{rng.getrandbits(60):015x}"  # stands in everything of theirs, and nowhere else
        self.email = f"{self.word}@people.example"
        self.password = f"{self.word}-password-0"
        self.name, self.phone = f"Name {self.word}", f"+49{rng.getrandbits(40)} {self.word}"
        self.address = {"lines": [f"1 {self.word} Street"], "postcode": "10115", "city": f"{self.word}burg", "country": "DE"}
        self.person = self.session = self.access = self.refresh = None
        self.cookie = None

    def strings(self):
        return [self.word.encode()]

    def bearer(self):
        return ("Authorization", f"Bearer {self.access}")


class Client:
    """Speaks to each instance by its port. X-Real-IP is what nginx would say: each call is of another address,
    so that limits per address, which are not what is proven here, stay out of the way."""

    def __init__(self, stand, rng):
        self.stand, self.rng = stand, rng
        self.ports = {name: stand.port + offset for name, offset in
                      {"producers": 11, "producers2": 36, "api": 12, "api2": 37}.items()}

    def address(self):
        return ("X-Real-IP", "10." + ".".join(str(self.rng.randrange(1, 250)) for _ in range(3)))

    async def ask(self, instance, method, path, body=None, headers=(), tries=40):
        """One answer; what is busy is asked again."""
        data = b"" if body is None else json.dumps(body).encode()
        for _ in range(tries):
            fields = [self.address(), *headers] + ([JSON] if body is not None else [])
            connection = Connection("127.0.0.1", self.ports[instance])
            try:
                answer = await connection.request(method, path, fields, data, timeout=40)
            finally:
                connection.close()
            if answer.status != 503:
                return answer
            await asyncio.sleep(0.25)
        return answer

    def token_of(self, person, kind):
        done = subprocess.run([os.path.join(self.stand.root, "fy"), "letters", person.email, kind],
                              env=self.stand.env, stdout=subprocess.PIPE, text=True, check=True)
        return done.stdout.strip()

    async def letter(self, person, kind, seconds=20, other_than=None):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            token = await asyncio.to_thread(self.token_of, person, kind)
            if token and token != other_than:
                return token
            await asyncio.sleep(0.2)
        raise RuntimeError(f"no letter ({kind}) within {seconds} s")

    def visitor(self, person):
        return [("Cookie", f"fy_visitor={person.cookie}")] if person.cookie else []

    async def register(self, person):
        answer = await self.ask("producers", "POST", "/v1/accounts",
                                {"email": person.email, "password": person.password}, self.visitor(person))
        if answer.status != 202:
            raise RuntimeError(f"registering answered {answer.status} {answer.body[:200]}")

    async def verify(self, person):
        token = await self.letter(person, "verify")
        answer = await self.ask("producers2", "POST", "/v1/accounts/verify", {"token": token})
        if answer.status != 200:
            raise RuntimeError(f"verifying answered {answer.status} {answer.body[:200]}")

    async def login(self, person, instance="producers", seconds=10):
        """What is verified may be known to one instance a moment later than to another."""
        deadline = time.monotonic() + seconds
        while True:
            answer = await self.ask(instance, "POST", "/v1/login",
                                    {"email": person.email, "password": person.password})
            if answer.status == 200:
                break
            if answer.status != 401 or time.monotonic() > deadline:
                raise RuntimeError(f"signing in answered {answer.status} {answer.body[:200]}")
            await asyncio.sleep(0.3)
        told = answer.json()
        person.person, person.session = told["person"], told["session"]
        person.access, person.refresh = told["access_token"], told["refresh_token"]

    async def say_who(self, person):
        answer = await self.ask("producers", "PUT", "/v1/me", {
            "full_name": person.name, "phone": person.phone, "addresses": [person.address]}, [person.bearer()])
        if answer.status != 202:
            raise RuntimeError(f"PUT /v1/me answered {answer.status} {answer.body[:200]}")
        return answer.headers["fy-position"]

    async def me(self, person, instance="api", after=None):
        headers = [person.bearer()] + ([("Fy-After", after), ("Prefer", "wait=10")] if after else [])
        return await self.ask(instance, "GET", "/v1/me", headers=headers)

    async def is_readable(self, person, instance="api", after=None):
        answer = await self.me(person, instance, after)
        if answer.status != 200:
            return False
        told = answer.json()
        return (told["email"], told["full_name"], told["phone"], told["addresses"]) == \
            (person.email, person.name, person.phone, [person.address])

    async def click(self, person, sku):
        answer = await self.ask("producers", "POST", "/v1/activity", {"item_viewed": {"sku": sku}}, self.visitor(person))
        if answer.status != 202:
            raise RuntimeError(f"POST /v1/activity answered {answer.status} {answer.body[:200]}")
        if not person.cookie:
            person.cookie = answer.headers["set-cookie"].split(";")[0].partition("=")[2]


def files_with(home, needle):
    """Files under `home` that hold these bytes, as they are on the disk now."""
    found = []
    for folder, _, names in os.walk(home):
        for name in names:
            path = os.path.join(folder, name)
            try:
                with open(path, "rb") as file:
                    tail = b""
                    while piece := file.read(1 << 22):
                        if needle in tail + piece:
                            found.append(os.path.relpath(path, home))
                            break
                        tail = piece[-len(needle):]
            except OSError:
                continue  # gone meanwhile, or a socket
    return found


def log_files(home):
    return [path for path in glob.glob(os.path.join(home, "log", "*")) + glob.glob(os.path.join(home, "kafka", "*.log"))
            if os.path.isfile(path)]
