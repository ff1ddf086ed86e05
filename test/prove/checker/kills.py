"""kill -9 from outside, at seeded shares of a load (Killer) or every few seconds of it (Storm)."""
import collections
import threading
import time


class Storm(threading.Thread):
    """
    Each of `programs` once, in a seeded order, and again. Who is still down is left alone. Where a broker was killed all come back
    before the next kill: on a busy machine it takes as long to boot as there is between two, and nothing would ever be decided.
    """

    def __init__(self, stand, rng, every_s, programs, without=(), first=()):
        super().__init__(daemon=True)
        self.stand, self.rng, self.every_s, self.programs, self.without = stand, rng, every_s, programs, without
        self.first = list(first)  # before all others: a short storm must have had them
        self.killed, self.enough, self.error = collections.Counter(), threading.Event(), None
        self.start()

    def run(self):
        try:
            deck = []
            while not self.enough.wait(self.every_s * self.rng.uniform(.5, 1.5)):
                deck = deck or self.rng.sample(self.programs, len(self.programs))
                program = self.first.pop(0) if self.first else deck.pop()
                if not self.stand.pid(program):
                    continue
                died = self.stand.kill(program)
                self.killed[program] += 1
                if program == "kafka":
                    self.stand.wait_pid("kafka", died)
                    self.stand.wait_ready(600, without=self.without)
        except Exception as error:  # over() tells
            self.error = error

    def over(self):
        """No more kills; what went wrong with them is said now."""
        self.enough.set()
        self.join()
        if self.error is not None:
            raise self.error


class Killer(threading.Thread):
    """Kills what the plan says when the load has come so far, once it answers; some of it a second time, while it starts. Others
    may be away meanwhile."""

    def __init__(self, stand, rng, targets, kills, progress, alive):
        super().__init__(daemon=True)
        self.stand, self.progress, self.alive = stand, progress, alive
        self.plan = [(at, targets[i % len(targets)], rng.random() < .2)
                     for i, at in enumerate(sorted(rng.uniform(.02, .95) for _ in range(kills)))]
        self.killed, self.starting, self.error, self.last = [], 0, None, {}
        self.start()

    def answers(self, program):
        return self.stand.listens(1) if program == "kafka" else self.stand.ready(self.stand.OFFSETS[program])

    def until(self, holds, what, seconds=300):
        deadline = time.monotonic() + seconds
        while not holds():
            if not self.alive():
                raise RuntimeError(f"the load ended before {what}")
            if time.monotonic() > deadline:
                raise RuntimeError(f"{what}: not within {seconds} s")
            time.sleep(0.02)

    def kill(self, program):
        self.last[program] = self.stand.kill(program)
        self.killed.append(program)

    def run(self):
        try:
            for at, program, twice in self.plan:
                self.until(lambda share=at: self.progress() >= share, f"{at:.3f} of the load was posted", 7200)
                self.until(lambda name=program: self.answers(name), f"{program} answered")
                self.kill(program)
                if twice:
                    self.stand.wait_pid(program, self.last[program], 60)
                    self.starting += not self.answers(program)
                    self.kill(program)
            for program in self.last:
                self.until(lambda name=program: self.answers(name), f"{program} answered")
        except RuntimeError as error:
            self.error = error
