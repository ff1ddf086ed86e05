// people.js - what the page says to the shop about people, and that they stay signed in. Knows no DOM.
//
// The tokens are in cookies that no script sees. The short one lasts some minutes: when the shop says
// that there is none, the long one gets the next pair, once, and the question is asked again.
import { ask, pause, randomHex, read, Refused, SIGNED } from "./shop.js";

const REFRESHED = "fy.refreshed"; // When this browser got its tokens last, ms.
const UNTIL = "fy.until"; // When the short one ends, ms.
const EARLY_MS = 60000;
const REFRESH_TRIES = 3;

let ended = () => {}; // Whoever was signed in is so no more, and has not said so.
export const onEnd = (tell) => (ended = tell);

export const isSignedIn = () => localStorage.getItem(SIGNED) !== null;

function signedIn({ body }) {
  localStorage.setItem(SIGNED, "1");
  localStorage.setItem(REFRESHED, String(Date.now()));
  localStorage.setItem(UNTIL, String(Date.now() + 1000 * body.expires_in));
}

function signedOut() {
  localStorage.removeItem(SIGNED);
  localStorage.removeItem(REFRESHED);
  localStorage.removeItem(UNTIL);
}

const json = (method, body) => ({
  method,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

// --- Signed in -------------------------------------------------------------------------------------

// A refresh token counts once, and tabs share it: one of them asks at a time. The same question
// asked again (its key says so) gets the same answer; keepalive lets the cookies come when the page is left.
async function refresh(askedMs) {
  if (Number(localStorage.getItem(REFRESHED)) > askedMs) return; // Another tab did.
  const options = { ...json("POST", {}), keepalive: true };
  options.headers["Idempotency-Key"] = randomHex(16);
  for (let tries = 1; ; tries++) {
    try {
      signedIn(await ask("/v1/refresh", options));
      return;
    } catch (error) {
      if (error.status === 401) {
        signedOut();
        ended();
      }
      const again = error.status === 0 || error.status === 503;
      if (!again || tries === REFRESH_TRIES) throw error;
      await pause(300 * tries);
    }
  }
}

function refreshAlone(askedMs) {
  if (!navigator.locks) return refresh(askedMs);
  return navigator.locks.request("fy.refresh", () => refresh(askedMs));
}

// Before a question that visitors may ask too: it would be answered as theirs, not refused.
export async function renew() {
  const nowMs = Date.now();
  if (!isSignedIn() || nowMs < Number(localStorage.getItem(UNTIL)) - EARLY_MS) return;
  await refreshAlone(nowMs).catch(() => {}); // The answer is the visitor's then.
}

export async function askSigned(path, options) {
  const askedMs = Date.now();
  try {
    return await ask(path, options);
  } catch (error) {
    if (!(error instanceof Refused) || error.kind !== "no-token") throw error;
    await refreshAlone(askedMs);
    return ask(path, options);
  }
}

export async function signIn(email, password) {
  signedIn(await ask("/v1/login", json("POST", { email, password })));
}

export async function signOut() {
  try {
    await askSigned("/v1/logout", { method: "POST" });
  } catch (error) {
    if (error.status !== 401) throw error; // It has ended already.
  }
  signedOut();
}

export const me = (after) => read("/v1/me", after, undefined, askSigned);
export const sessions = async () => (await askSigned("/v1/me/sessions")).body.sessions;
export const exported = async () => (await askSigned("/v1/me/export", { as: "blob" })).body;

// Returns the place to read after.
export async function setProfile(profile) {
  const { response } = await askSigned("/v1/me", json("PUT", profile));
  return response.headers.get("Fy-Position") || "";
}

export const setPassword = (old_password, password) =>
  askSigned("/v1/me/password", json("PUT", { old_password, password }));

export const endSession = (session) =>
  askSigned(`/v1/me/sessions/${encodeURIComponent(session)}`, { method: "DELETE" });

export async function endAllSessions() {
  await askSigned("/v1/me/sessions", { method: "DELETE" });
  signedOut();
}

export async function forget(password) {
  await askSigned("/v1/me", json("DELETE", { password }));
  signedOut();
}

// --- Not signed in ---------------------------------------------------------------------------------

export const register = (email, password) => ask("/v1/accounts", json("POST", { email, password }));
export const verify = (token) => ask("/v1/accounts/verify", json("POST", { token }));
export const askReset = (email) => ask("/v1/password-resets", json("POST", { email }));
export const reset = (token, password) =>
  ask("/v1/password-resets/done", json("POST", { token, password }));
export const join = (token, password) =>
  ask("/v1/invitations/accept", json("POST", { token, password }));
