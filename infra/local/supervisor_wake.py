"""supervisor_wake - the supervisor notices at once that a program has died.

Supervisor 4.2 looks at its children once a second: a dead one is collected in one round of its loop and started in
the next, and nothing ends the wait in between, for Python goes on waiting after a signal. Here the signal writes to a
pipe that the loop waits for, and two more rounds follow at once: so a killed program runs again some 10 ms later.

Named in supervisord.conf as an [rpcinterface], which is the one place where supervisord loads code of others.
"""
import os
import signal

ROUNDS = 3  # The one that was woken, one that collects the child, one that starts it anew.


class Wake:
    """Looks like one of supervisord's own sockets."""

    def __init__(self, socket_map):
        self.read_fd, self.write_fd = os.pipe()
        for fd in (self.read_fd, self.write_fd):
            os.set_blocking(fd, False)
            os.set_inheritable(fd, False)
        self.rounds = 0
        signal.set_wakeup_fd(self.write_fd, warn_on_full_buffer=False)
        socket_map[self.read_fd] = self

    def readable(self):
        return True

    def writable(self):
        return False

    def handle_read_event(self):
        if any(byte == signal.SIGCHLD for byte in os.read(self.read_fd, 4096)):
            self.rounds = ROUNDS
        self.rounds -= 1
        if self.rounds > 0:
            os.write(self.write_fd, b"\0")

    def handle_write_event(self):
        pass

    def handle_error(self):
        raise

    def close(self):
        pass


class Nothing:
    """No remote calls come with it."""


def make(supervisord, **_settings):
    Wake(supervisord.options.get_socket_map())
    return Nothing()
