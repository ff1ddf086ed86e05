"""How long buyers waited for their answer once all was calm again; and what happened meanwhile to those who waited longest."""
import time

TRACED = 3


class Waits:
    def __init__(self, attempts, calm):
        """`calm`: since when nobody is killed and the provider behaves (monotonic seconds)."""
        self.waited = sorted(((one.ended - max(one.began, calm), one) for one in attempts if one.ended is not None and one.ended > calm),
                             key=lambda pair: pair[0])
        self.calm_ms = (time.time() - time.monotonic() + calm) * 1000

    def share(self, of):
        """Of all that were answered in the calm, the share `of` waited no longer, in seconds."""
        return self.waited[min(len(self.waited) - 1, int(len(self.waited) * of))][0] if self.waited else 0.0

    def say(self):
        return (f"answered in the calm: {len(self.waited)}, waited p50 {self.share(.5):.1f} s, p99 {self.share(.99):.1f} s, "
                f"longest {self.share(1):.1f} s")

    def traces(self, topics, seconds):
        """What raw topics say of the slowest that waited longer than `seconds`: lines of text, times from the calm on."""
        slow = {one.order: waited for waited, one in self.waited[-TRACED:] if waited > seconds}
        told = []
        if not slow:
            return []
        for topic in ("order-requests", "orders", "stock-requests", "stock-replies", "payment-requests", "payment-reports", "webhooks"):
            for _, _, append_ms, key, value in topics.read(topic):
                order = value.get("order") or value.get("hold", "")[:32] if isinstance(value, dict) else None
                if order not in slow:
                    continue
                parts = {name: part for name, part in value.items() if isinstance(part, dict) and name not in ("envelope", "standing")}
                words = ", ".join(f"{name} {brief(part)}" for name, part in parts.items()) or brief(value)
                told.append((order, append_ms, f"  {(append_ms - self.calm_ms) / 1000:8.2f} s {topic}: {words}"))
        lines = []
        for order, waited in slow.items():
            lines.append(f"order {order} waited {waited:.1f} s:")
            lines += [text for name, _, text in sorted(told) if name == order]
        return lines


def brief(part):
    return " ".join(f"{name}={value}" for name, value in part.items()
                    if isinstance(value, (int, str)) and name not in ("url", "hold", "order"))[:160]
