"""What suppliers do beside counting, while everything is killed: scanners that beep, and pictures that are uploaded.

Each says what was acknowledged; what became of it is read from the shop afterwards.
"""
import asyncio
import hashlib
import json
import random
import struct
import threading
import time
import uuid
import zlib

from checker.http import Connection

JSON = ("Content-Type", "application/json")
AGAIN = (408, 429, 500, 502, 503, 504)  # Not answered yes: told again, as a scanner does.
GIVE_UP_S = 180


async def until_taken(connection, method, path, headers, body, also_again=()):
    """Told again under the same key until it is acknowledged. How often it had to be."""
    deadline, tries = time.monotonic() + GIVE_UP_S, 0
    while True:
        try:
            answer = await connection.request(method, path, headers, body, timeout=10)
            if answer.status == 202:
                return answer, tries
            if answer.status not in AGAIN + also_again:
                raise RuntimeError(f"{method} {path}: {answer.status} {answer.body[:300]}")
        except ConnectionError:
            pass
        if time.monotonic() > deadline:
            raise RuntimeError(f"{method} {path}: not taken in {GIVE_UP_S} s")
        tries += 1
        await asyncio.sleep(0.1)


class Job(threading.Thread):
    """One of them, in a thread and a loop of its own; main looks at `error`."""

    def __init__(self):
        super().__init__(daemon=True)
        self.error = None

    def run(self):
        try:
            asyncio.run(self.work())
        except Exception as error:
            self.error = error

    def done(self):
        self.join()
        if self.error is not None:
            raise self.error


class Scanner(Job):
    """
    `per_second` scans of one item each, for `seconds`, each told until it is acknowledged, some of them twice. What cannot be told
    waits in the scanner: of a session no more than 64 numbers may be under way (docs/decisions/0018).
    """

    UNDER_WAY = 48

    def __init__(self, stand, caller, supplier, seed, per_second, seconds):
        super().__init__()
        self.stand, self.caller, self.rng = stand, caller, random.Random(seed)
        self.per_second, self.seconds = per_second, seconds
        self.sku, self.session = f"{supplier}-scanned", f"{random.Random(seed).getrandbits(128):032x}"
        self.gtin = gtin_of(seed)
        self.taken = self.again = self.twice = 0

    async def prepare(self):
        connection = Connection("127.0.0.1", self.stand.port)
        product = {"title": "Pen", "price": {"minor": 100, "currency": "EUR"}, "gtins": [self.gtin]}
        await until_taken(connection, "PUT", f"/v1/products/{self.sku}", [JSON, self.caller], json.dumps(product).encode())
        await until_taken(connection, "PUT", f"/v1/scans/{self.session}", [JSON, self.caller], b'{"mode":"RECEIVE"}')
        await self.scan(connection, 0, (422,))  # The edge's view reads the product a moment later.
        connection.close()

    async def scan(self, connection, number, also_again=()):
        body = json.dumps({"item_scanned": {"n": number, "gtin": self.gtin}}).encode()
        _, tries = await until_taken(connection, "POST", f"/v1/scans/{self.session}", [JSON, self.caller], body, also_again)
        self.again += tries
        self.taken = max(self.taken, number + 1)

    async def work(self):
        connections, tasks, told = [Connection("127.0.0.1", self.stand.port) for _ in range(8)], [], set()
        began, free = time.monotonic(), asyncio.Queue()
        for connection in connections:
            free.put_nowait(connection)

        async def one(number, twice):
            connection = await free.get()
            try:
                await self.scan(connection, number)
                if twice:
                    await self.scan(connection, number)
                    self.twice += 1
            finally:
                free.put_nowait(connection)
                told.add(number)

        oldest = 1

        for number in range(1, self.per_second * self.seconds + 1):
            tasks.append(asyncio.create_task(one(number, self.rng.random() < .1)))
            await asyncio.sleep(max(0, began + number / self.per_second - time.monotonic()))
            while number - oldest >= self.UNDER_WAY:
                await asyncio.sleep(0.01)
                while oldest in told:
                    oldest += 1
        await asyncio.gather(*tasks)
        for connection in connections:
            connection.close()


def gtin_of(seed):
    digits = f"{random.Random(seed).randrange(10 ** 12):012d}"
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return digits + str(-total % 10)


def png(rng, width, height):
    """A picture of soft stripes, every one another."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    colours = [rng.randrange(256) for _ in range(6)]
    rows = b"".join(b"\0" + bytes((colours[c] + colours[c + 3] * (x + y) // 64) & 255 for x in range(width) for c in range(3))
                    for y in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


class Uploads(Job):
    """Pictures of one supplier's products, one after the other, each told until it is acknowledged."""

    def __init__(self, stand, caller, skus, seed, count):
        super().__init__()
        self.stand, self.caller, self.skus, self.rng, self.count = stand, caller, skus, random.Random(seed), count
        self.kept, self.again = [], 0  # (sku, url, bytes, width)
        self.enough = threading.Event()

    async def work(self):
        connection = Connection("127.0.0.1", self.stand.port)
        for number in range(self.count):
            width = self.rng.choice((90, 320, 500))
            picture = png(self.rng, width, 60)
            sku = self.skus[number % len(self.skus)]
            headers = [("Content-Type", "image/png"), self.caller, ("Idempotency-Key", str(uuid.UUID(int=self.rng.getrandbits(128))))]
            answer, tries = await until_taken(connection, "POST", f"/v1/products/{sku}/images", headers, picture)
            self.again += tries
            self.kept.append((sku, picture, width))
            if self.enough.is_set():
                break
            await asyncio.sleep(self.rng.uniform(.2, .6))
        connection.close()


def url_of(picture):
    digest = hashlib.blake2b(picture, digest_size=32).hexdigest()
    return f"/images/{digest[:2]}/{digest}.png"


async def read(connection, path):
    deadline = time.monotonic() + GIVE_UP_S
    while True:
        try:
            return await connection.request("GET", path)
        except ConnectionError:
            if time.monotonic() > deadline:
                raise
            await asyncio.sleep(0.1)


def widths_of(width):
    return [each for each in (320, 640, 1280) if each < width] + [min(width, 1280)]


BEGINS = {"avif": (4, b"ftypavif"), "webp": (8, b"WEBP"), "jpg": (0, b"\xff\xd8\xff")}


async def check_copies(connection, url, width, fails, deadline):
    """Every copy, in its own format, told to stay; until it is made it is the picture."""
    found = 0
    for name in (f"{each}.{kind}" for each in widths_of(width) for kind in BEGINS):
        at, begin = BEGINS[name.split(".")[1]]
        while True:
            answer = await read(connection, url[:-len(".png")] + "/" + name)
            stays = "immutable" in answer.headers.get("cache-control", "")
            if stays or time.monotonic() > deadline:
                break
            if answer.status != 200 or answer.body[:4] != b"\x89PNG":
                fails.append(f"{url}, {name}: before it is made there is {answer.status}, not the picture")
                return found
            await asyncio.sleep(0.3)
        if answer.status != 200 or not stays or answer.body[at:at + len(begin)] != begin:
            fails.append(f"{url}: copy {name} is {answer.status} {answer.headers.get('content-type')}, made: {stays}")
        found += 1
    return found


async def check_pictures(stand, kept, fails):
    """Each picture as it was sent, under its hash, shown with its product; and its copies. How many of both."""
    connection, copies, deadline = Connection("127.0.0.1", stand.port), 0, time.monotonic() + GIVE_UP_S
    for sku, picture, width in kept:
        url = url_of(picture)
        answer = await read(connection, url)
        if answer.status != 200 or answer.body != picture:
            fails.append(f"{url} of {sku}: {answer.status}, {len(answer.body)} bytes of {len(picture)}")
            continue
        shown = await read(connection, f"/v1/products/{sku}")
        if url not in [image["url"] for image in json.loads(shown.body).get("images", [])]:
            fails.append(f"{sku} does not show {url}")
        copies += await check_copies(connection, url, width, fails, deadline)
    connection.close()
    return len(kept), copies
