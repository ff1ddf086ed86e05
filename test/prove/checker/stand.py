"""The stand as an outsider sees it: commands of `./fy`, processes by pid, folders on disk."""
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request


def empty(folder):
    """What is in it goes; the folder stays its program's own."""
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)


class Stand:
    OFFSETS = {"kafka": 1, "producers": 11, "api": 12, "producers2": 36, "stock": 21, "history": 22, "recommend": 23,
               "accounts": 24, "orders": 25, "payments": 26, "exposure": 27, "pspsim": 28}
    WAITED = ("producers", "api", "stock", "history", "recommend", "accounts", "orders", "payments", "exposure")

    def __init__(self, root, home, port):
        self.root, self.home, self.port = root, home, port
        self.base = f"http://127.0.0.1:{port}"
        self.brokers = f"127.0.0.1:{port + 1}"
        self.env = dict(os.environ, FY_HOME=home, FY_PORT=str(port))

    def fy(self, *words, quiet=True):
        done = subprocess.run([os.path.join(self.root, "fy"), *words], env=self.env, cwd=self.root,
                              stdout=subprocess.PIPE if quiet else None, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"./fy {' '.join(words)} failed:\n{(done.stdout or '')[-4000:]}")
        return done.stdout

    def caller(self, role="supplier_owner", who="prove", supplier="prove"):
        """A head line of somebody who may, for a day."""
        of = ["--supplier", supplier] if role.startswith("supplier_") else []
        name, _, value = self.fy("token", role, who, *of, "--minutes", "1440", "--header").strip().partition(": ")
        return name, value

    def supervisor(self, *words):
        return subprocess.run(["supervisorctl", "-c", os.path.join(self.home, "supervisord.conf"), *words],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout

    def set_conf(self, program, **items):
        """Settings of a program, which is restarted; the next ./fy up writes its own again."""
        path = os.path.join(self.home, "conf", f"{program}.conf")
        with open(path, encoding="utf-8") as file:
            lines = [line for line in file if line.partition("=")[0].strip() not in items]
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(lines + [f"{name} = {value}\n" for name, value in items.items()])
        self.supervisor("restart", program)

    def pid(self, program):
        text = self.supervisor("pid", program).strip()
        return int(text) if text.isdigit() else 0

    def wait_pid(self, program, other_than=0, seconds=30):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            pid = self.pid(program)
            if pid not in (0, other_than):
                return pid
            time.sleep(0.1)
        raise RuntimeError(f"{program} did not come back within {seconds} s")

    def kill(self, program):
        """kill -9 from outside. Returns the pid that died."""
        pid = self.wait_pid(program)
        os.kill(pid, signal.SIGKILL)
        return pid

    def kill_and_wipe(self, program):
        """kill -9, then its rows are gone before it starts again. Kafka is kept."""
        pid = self.kill(program)
        self.supervisor("stop", program)
        folder = os.path.join(self.home, "data", program)
        if not os.listdir(folder):
            raise RuntimeError(f"{folder} was empty: wiping it would prove nothing")
        empty(folder)
        self.supervisor("start", program)
        return pid

    def ready(self, port_offset):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port + port_offset}/healthz", timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def listens(self, port_offset):
        try:
            socket.create_connection(("127.0.0.1", self.port + port_offset), timeout=2).close()
            return True
        except OSError:
            return False

    def wait_ready(self, seconds=120, without=()):
        """Every program of this stand, by its own port; `without` those that a proof has stopped."""
        deadline = time.monotonic() + seconds
        left = {self.OFFSETS[name] for name in self.WAITED
                if name not in without and os.path.exists(os.path.join(self.home, "conf", f"{name}.conf"))}
        while left:
            left = {offset for offset in left if not self.ready(offset)}
            if left and time.monotonic() > deadline:
                raise RuntimeError(f"not ready within {seconds} s: ports {sorted(self.port + o for o in left)}")
            if left:
                time.sleep(0.2)
