// shop.js - what the page says to the shop and hears from it. Knows no DOM.

const WAIT_S = 5;
const NOT_YET_TRIES = 4;
const EVENTS_PER_REQUEST = 20;

// A refusal in words a person can read. `kind` is the name of its problem, `field` whom it is about.
export class Refused extends Error {
  constructor(status, words, problem) {
    super(words);
    this.status = status;
    this.kind = String(problem?.type || "").replace("/problems/", "");
    this.field = problem?.field || null;
  }
}

function words(status, problem) {
  if (problem && typeof problem.detail === "string") return problem.detail;
  if (problem && typeof problem.title === "string") return problem.title;
  return `The shop answered with status ${status}.`;
}

// What is no JSON says nothing; what was ended while it was being read is ended.
function orNothing(error) {
  if (error.name === "AbortError") throw error;
  return null;
}

// Ask the shop. The answer's body is JSON, or, with `as: "blob"`, bytes.
export async function ask(path, { as, ...options } = {}) {
  let response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refused(0, "The shop cannot be reached. Are you online?");
  }
  const isBytes = as === "blob" && response.ok;
  const body = await (isBytes ? response.blob() : response.json().catch(orNothing));
  if (!response.ok) throw new Refused(response.status, words(response.status, body), body);
  return { response, body };
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Worth asking again in a moment: it got lost, the shop is busy, or the page knows a product already that
// whoever writes down does not yet, because it was listed a moment ago.
export const isNotYet = (error) =>
  error instanceof Refused && (error.status === 0 || error.status === 503 || error.kind === "unknown-sku");

// What may be said twice and counts once: said until it is heard, or is refused for good.
export async function insist(asking, isAgain = isNotYet, most = 3) {
  for (let tries = 1; ; tries++) {
    try {
      return await asking();
    } catch (error) {
      if (!isAgain(error) || tries === most) throw error;
    }
    await pause(300 * tries);
  }
}

// Read `path` once it includes the place `after` ("" for: as it is). The server waits for us; a 202
// says that it has not come yet. Returns null when it does not come at all.
export async function read(path, after, signal, asking = ask) {
  const headers = after ? { "Fy-After": after, Prefer: `wait=${WAIT_S}` } : {};
  for (let tries = 0; tries < NOT_YET_TRIES; tries++) {
    const { response, body } = await asking(path, { headers, signal });
    if (response.status === 200) return body;
    await pause(1000 * Number(response.headers.get("Retry-After") || 1));
  }
  return null;
}

export const products = async (after) =>
  (await ask(`/v1/products?limit=60${after ? `&after=${encodeURIComponent(after)}` : ""}`)).body;
export const product = async (sku, signal) =>
  (await ask(`/v1/products/${encodeURIComponent(sku)}`, { signal })).body;
export const search = async (wanted, signal) => (await ask(`/v1/search?${wanted}`, { signal })).body;
export const collections = async () => (await ask("/v1/collections")).body;
export const collection = async (id, after) =>
  (await ask(`/v1/collections/${encodeURIComponent(id)}${after ? `?after=${after}` : ""}`)).body;

// Before the first click there is no cookie, and so nothing that could be known. No script may see the
// cookie; this remembers that one was set, and the shop's 401 says when it has gone.
const KNOWN = "fy.known";
export const SIGNED = "fy.signed"; // The same of being signed in; people.js sets it.

// A cookie was set.
export const know = () => localStorage.setItem(KNOWN, "1");

export async function readOwn(path, nothing, after, signal) {
  if (!localStorage.getItem(KNOWN) && !localStorage.getItem(SIGNED)) return nothing;
  try {
    return await read(path, after, signal);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    localStorage.removeItem(KNOWN);
    return nothing;
  }
}

export const history = (after, signal) =>
  readOwn("/v1/history", { views: [], cart: [] }, after, signal);
export const recommendations = (after, signal) => read("/v1/recommendations?limit=8", after, signal);

// --- Activity --------------------------------------------------------------------------------------

export function randomHex(bytes) {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("");
}

// A session numbers its events, which is how the shop knows a repeat. Reloads go on counting.
const session = {
  id: sessionStorage.getItem("fy.session"),
  n: Number(sessionStorage.getItem("fy.n") || 0),
};

function beginSession() {
  session.id = randomHex(16);
  session.n = 0;
  sessionStorage.setItem("fy.session", session.id);
  sessionStorage.setItem("fy.n", "0");
}

// A duplicated tab is born with a copy of the session's numbers, and its events would be taken for
// repeats. Whoever holds the lock of a session's name counts in it; another begins its own.
const counting = new Promise((resolve) => {
  if (!session.id) beginSession();
  if (!navigator.locks) {
    resolve();
    return;
  }
  const hold = () => {
    resolve();
    return new Promise(() => {});
  };
  navigator.locks
    .request(`fy.session.${session.id}`, { ifAvailable: true }, (lock) => {
      if (lock) return hold();
      beginSession();
      return navigator.locks.request(`fy.session.${session.id}`, hold);
    })
    .catch(resolve);
});

let counts = false; // Whether numbers of this session are ours to give.
counting.then(() => (counts = true));

// What was done and is not known to be written down yet, oldest first. Numbers are given once.
const outbox = new Set();

function numbered(entry) {
  if (!entry.body) {
    const events = entry.events.map((event) => ({ session: session.id, n: session.n++, client_ms: Date.now(), ...event }));
    entry.body = JSON.stringify(events);
    sessionStorage.setItem("fy.n", String(session.n));
  }
  return entry.body;
}

// A page that is left has no time for answers. A beacon goes out all the same, as text/plain because
// nothing else does without asking first; what was under way already is a repeat, which counts once.
function sendOutbox() {
  if (!counts || !navigator.sendBeacon) return;
  for (const entry of outbox) navigator.sendBeacon("/v1/activity", numbered(entry));
}
addEventListener("pagehide", sendOutbox);
addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") sendOutbox();
});

// One request at a time, so that events are written in the order in which they happened.
let lastWrite = Promise.resolve();

// Whom nobody knows yet is known by the answer to their click; what is asked beside it would be another visitor's.
export const met = async () => {
  if (!localStorage.getItem(KNOWN)) await lastWrite;
};

// Write down what was done. Returns the place to read after. What is asked again has the same numbers, which
// the shop counts once.
export function did(...events) {
  const entry = { events: events.slice(0, EVENTS_PER_REQUEST), body: null };
  outbox.add(entry);
  const write = lastWrite.then(async () => {
    await counting;
    const options = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: numbered(entry),
      keepalive: true,
    };
    const { response } = await insist(() => ask("/v1/activity", options));
    know();
    return response.headers.get("Fy-Position") || "";
  });
  lastWrite = write.catch(() => {}).finally(() => outbox.delete(entry));
  return write;
}
