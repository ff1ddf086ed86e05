"""Task programs as the proof starts and ends them: those under the stand's supervisor, and more of its own."""
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request

from checker.stand import empty


class Program:
    """What both have: a name, a folder of rows, a port that says whether it is ready."""

    def ready(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def wait_ready(self, seconds=180):
        deadline = time.monotonic() + seconds
        while not self.ready():
            if time.monotonic() > deadline:
                raise RuntimeError(f"{self.name} is not ready within {seconds} s{self.last_words()}")
            time.sleep(0.05)

    def metric(self, name):
        """0 while it does not answer."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=2) as answer:
                lines = answer.read().decode().splitlines()
        except (urllib.error.URLError, OSError):
            return 0
        return next((float(line.split()[-1]) for line in lines if line.split(" ")[0].split("{")[0] == name), 0)

    def pause(self):
        os.kill(self.pid(), signal.SIGSTOP)

    def go_on(self):
        os.kill(self.pid(), signal.SIGCONT)

    def wipe(self):
        """Its rows, while it is down. Kafka is kept."""
        if not os.listdir(self.data):
            raise RuntimeError(f"{self.data} was empty: wiping it would prove nothing")
        empty(self.data)


class Supervised(Program):
    """history-1 and stock-1, as ./fy up made them."""

    def __init__(self, stand, program):
        self.stand, self.program, self.name = stand, program, f"{program}-1"
        self.port = stand.port + stand.OFFSETS[program]
        self.data = os.path.join(stand.home, "data", program)

    def pid(self):
        return self.stand.wait_pid(self.program, seconds=60)

    def kill(self, wipe=False):
        """kill -9. Its supervisor starts it again; behind a wipe, we do."""
        pid = self.stand.kill(self.program)
        at_ms = time.time() * 1000
        if wipe:
            self.stand.supervisor("stop", self.program)
            self.wipe()
            self.stand.supervisor("start", self.program)
        self.stand.wait_pid(self.program, pid, 60)
        return at_ms

    def last_words(self):
        with open(os.path.join(self.stand.home, "log", f"{self.program}.log"), encoding="utf-8", errors="replace") as log:
            return ":\n" + log.read()[-1500:]


class Own(Program):
    """A process of the proof's: a probe, or a second instance of one of the shop's."""

    def __init__(self, stand, binary, program, instance, port):
        self.stand, self.program, self.instance, self.port = stand, program, instance, port
        self.name, self.binary, self.process = f"{program}-{instance}", os.path.join(stand.root, "build/release/bin", binary), None
        self.data = os.path.join(stand.home, "data", self.name)
        self.conf = os.path.join(stand.home, "conf", f"{self.name}.conf")
        self.log = os.path.join(stand.home, "log", f"{self.name}.log")
        self.ended = []  # exit codes of what ended by itself
        os.makedirs(self.data, exist_ok=True)
        with open(self.conf, "w", encoding="ascii") as file:
            file.write(f"brokers = {stand.brokers}\nlisten = 127.0.0.1:{port}\ndata = {self.data}\ninstance = {instance}\n")

    def start(self, **more):
        with open(self.log, "a", encoding="utf-8") as log:
            self.process = subprocess.Popen([self.binary, "--conf", self.conf], stdout=log, stderr=subprocess.STDOUT,
                                            env=dict(os.environ, **more))

    def runs(self):
        return self.process is not None and self.process.poll() is None

    def revive(self):
        """A supervisor restarts what ended by itself."""
        if self.process is not None and self.process.poll() is not None:
            self.ended.append(self.process.returncode)
            self.start()

    def pid(self):
        return self.process.pid

    def kill(self, wipe=False, again=True, **more):
        self.process.kill()
        at_ms = time.time() * 1000
        self.process.wait()
        if wipe:
            self.wipe()
        if again:
            self.start(**more)
        else:
            self.process = None
        return at_ms

    def stop(self):
        if self.runs():
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None

    def last_words(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return ":\n" + log.read()[-1500:]
