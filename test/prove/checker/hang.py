"""A transaction that hangs: written into a partition that its coordinator has never been told of.

As a broker of before KIP-890 could be left with, by a request that came behind its transaction's end. Kafka 4 refuses it, so its
check is switched off while we write. Raw requests: no client library would do this.
"""
import socket
import struct
import time


def crc32c(data):
    table = crc32c.table
    if not table:
        for n in range(256):
            for _ in range(8):
                n = n >> 1 ^ (0x82F63B78 if n & 1 else 0)
            table.append(n)
    crc = 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ table[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


crc32c.table = []


def varint(number):
    number, out = number << 1 ^ number >> 63, b""
    while number >= 0x80:
        out, number = out + bytes([number & 0x7F | 0x80]), number >> 7
    return out + bytes([number])


def text(value):
    return struct.pack(">h", -1) if value is None else struct.pack(">h", len(value)) + value.encode()


def batch(producer, epoch, sequence, key, value):
    """One record of a transaction, as record batch v2."""
    body = b"\0" + varint(0) + varint(0) + varint(len(key)) + key + varint(len(value)) + value + varint(0)
    record, now = varint(len(body)) + body, int(time.time() * 1000)
    counted = struct.pack(">hiqqqhii", 0x10, 0, now, now, producer, epoch, sequence, 1) + record
    return struct.pack(">qiib", 0, 9 + len(counted), -1, 2) + struct.pack(">I", crc32c(counted)) + counted


class Raw:
    def __init__(self, brokers):
        host, port = brokers.split(":")
        self.socket, self.n = socket.create_connection((host, int(port)), timeout=15), 0

    def ask(self, key, version, body):
        self.n += 1
        request = struct.pack(">hhi", key, version, self.n) + text("prove") + body
        self.socket.sendall(struct.pack(">i", len(request)) + request)
        size = struct.unpack(">i", self.exactly(4))[0]
        return self.exactly(size)[4:]

    def exactly(self, size):
        data = b""
        while len(data) < size:
            more = self.socket.recv(size - len(data))
            if not more:
                raise RuntimeError("the broker closed the connection")
            data += more
        return data

    def producer_of(self, transactional_id):
        """InitProducerId: a number and an epoch, which fence whoever had the id before."""
        for _ in range(100):
            answer = self.ask(22, 1, text(transactional_id) + struct.pack(">i", 60000))
            error, producer, epoch = struct.unpack(">hqh", answer[4:16])
            if error == 0:
                return producer, epoch
            time.sleep(0.1)
        raise RuntimeError(f"no producer for {transactional_id}: error {error}")

    def write(self, transactional_id, topic, partition, record):
        records = struct.pack(">i", len(record)) + record
        answer = self.ask(0, 7, text(transactional_id) + struct.pack(">hii", -1, 10000, 1) + text(topic) + struct.pack(">ii", 1, partition) + records)
        error, offset = struct.unpack(">hq", answer[4 + 2 + len(topic) + 4 + 4:][:10])
        if error != 0:
            raise RuntimeError(f"{topic} {partition}: error {error}")
        return offset


def hang(brokers, transactional_id, topic, partition):
    """Returns the offset it begins at."""
    raw = Raw(brokers)
    producer, epoch = raw.producer_of(transactional_id)
    return raw.write(transactional_id, topic, partition, batch(producer, epoch, 0, b"hang", b"nobody ends this"))
