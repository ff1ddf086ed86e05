// account.js - the pages of people: sign in, register, the letters' links, my data.
//
// The address says which (#/sign-in, #/me). A letter's link has its token behind that (#/verify/TOKEN): what
// stands behind # is sent to nobody, and it is taken out of the address as soon as it was read.
import { byId, el, toast } from "./dom.js";
import { field, form } from "./form.js";
import { showMe } from "./me.js";
import * as ours from "./pages.js";
import * as people from "./people.js";
import { showShelf } from "./shelf.js";

let changed = () => {}; // Somebody signed in or out.
let notice = ""; // What the next page begins with.
let before = "#"; // Where somebody was before a page of signing in: they go on there.

export function go(name, words) {
  notice = words || "";
  if (location.hash === `#/${name}`) route(true);
  else location.hash = name ? `#/${name}` : "#";
}

// Instead of the page that was asked for: the back button does not lead there again.
function signInFirst(words) {
  notice = words;
  before = location.hash;
  history.replaceState(null, "", "#/sign-in");
  route(true);
}

function showLink() {
  const link = byId("account-link");
  link.textContent = people.isSignedIn() ? "My data" : "Sign in";
  link.setAttribute("href", people.isSignedIn() ? "#/me" : "#/sign-in");
}

// After somebody signed in or out: `words` say what happened, and `address` where they go on.
function signedChanged(address, words) {
  showLink();
  changed();
  toast(words);
  location.hash = address;
}

// --- Parts ------------------------------------------------------------------------------------------

const email = () => field({ name: "email", label: "E-mail", type: "email", autocomplete: "username",
  required: true, inputmode: "email", autocapitalize: "none", spellcheck: "false" });

const newPassword = (label) => field({ name: "password", label, type: "password", required: true,
  autocomplete: "new-password", choosing: true, hint: "At least 8 characters. A few words are easy to remember." });

const token = (value) => (value ? null : field({ name: "token", label: "Token", required: true,
  autocomplete: "one-time-code", autocapitalize: "none", spellcheck: "false",
  hint: "It stands in the letter." }));

// Whose password it is only the letter says: for whoever keeps passwords, a field that nobody sees.
const keeper = () => el("input", { type: "text", autocomplete: "username", readonly: true, hidden: true });

const link = (name, text) => el("a", { href: `#/${name}` }, text);

const page = (title, ...parts) => [el("h1", { id: "people-title", tabindex: "-1" }, title), ...parts];

// --- Pages ------------------------------------------------------------------------------------------

const signIn = () => page("Sign in",
  form({
    parts: [email(), field({ name: "password", label: "Password", type: "password", required: true,
      autocomplete: "current-password" })],
    action: "Sign in",
    send: async (filled) => {
      await people.signIn(filled.email, filled.password);
      signedChanged(before, "You are signed in.");
    },
  }),
  el("p", { class: "ways" }, link("forgot", "I forgot my password"), link("register", "I am new here")));

const register = () => page("Make an account",
  form({
    parts: [email(), newPassword("Password")],
    action: "Make my account",
    send: async (filled) => {
      await people.register(filled.email, filled.password);
      go("verify", "A letter is on its way. If you have an account already, it says so. " +
        "Open its link, or copy its token to here.");
    },
  }),
  el("p", { class: "ways" }, link("sign-in", "I have an account")));

const verify = (given) => page("Is this e-mail yours?",
  form({
    parts: [token(given)],
    action: "Yes, it is mine",
    send: async (filled) => {
      await people.verify(filled.token ? filled.token.trim() : given);
      go("sign-in", "Your e-mail is verified: you can sign in.");
    },
  }),
  el("p", { class: "ways" }, link("register", "Ask for another letter")));

const forgot = () => page("Forgot your password?",
  el("p", {}, "Say your e-mail, and a letter with a link comes to you."),
  form({
    parts: [email()],
    action: "Send the letter",
    send: async (filled) => {
      await people.askReset(filled.email);
      go("reset", "If there is an account of this e-mail, a letter is on its way. " +
        "Open its link, or copy its token to here.");
    },
  }),
  el("p", { class: "ways" }, link("sign-in", "Back to signing in")));

const byToken = (title, action, send, done, ...ways) => (given) => page(title,
  form({
    parts: [given ? keeper() : token(given), newPassword("New password")],
    action,
    send: async (filled) => {
      await send(filled.token ? filled.token.trim() : given, filled.password);
      go("sign-in", done);
    },
  }),
  el("p", { class: "ways" }, ...ways.map(([name, text]) => link(name, text))));

const pages = {
  "sign-in": signIn,
  register,
  verify,
  forgot,
  reset: byToken("Set another password", "Set it", people.reset,
    "Your password is set, and all that was signed in has been signed out.",
    ["forgot", "Ask for another letter"]),
  join: byToken("Join", "Join", people.join, "Welcome: you can sign in."),
};

// --- Which is open ----------------------------------------------------------------------------------

const isOfSomebody = (name) => ["me", "shelf", "work", "desk"].includes(name);
const isWide = (name) => isOfSomebody(name) || ["order", "checkout"].includes(name);

function open(name, parts, moveFocus) {
  const box = byId("people");
  const first = notice ? [el("p", { class: "notice", role: "status" }, notice)] : [];
  notice = "";
  box.replaceChildren(...first, ...parts);
  box.classList.toggle("is-wide", isWide(name));
  box.hidden = false;
  byId("page").classList.add("is-people");
  document.title = `${byId("people-title").textContent} · fy`;
  if (!moveFocus) return;
  window.scrollTo({ top: 0, behavior: "instant" });
  (box.querySelector("form:not(.me *) input") || byId("people-title")).focus({ preventScroll: true });
}

export function close() {
  before = location.hash;
  ours.close();
  byId("people").hidden = true;
  byId("people").replaceChildren();
  byId("page").classList.remove("is-people");
}

// Show what the address says; nothing of ours closes the page of people.
export function route(moveFocus) {
  const match = /^#\/([a-z-]+)(?:\/([A-Za-z0-9._~-]+))?$/u.exec(location.hash);
  const name = match && match[1];
  const isOpenToAll = name && Object.hasOwn(pages, name);
  const found = ours.find(name, match && match[2]);
  ours.close();
  if (isOfSomebody(name) && !people.isSignedIn()) {
    signInFirst("Sign in first.");
    return;
  }
  if (!isOpenToAll) before = location.hash;
  if (found) {
    open(name, page(found.title, el("div", { class: "me", id: "ours" })), moveFocus);
    found.fill(byId("ours"));
    return;
  }
  if (isOpenToAll && match[2]) history.replaceState(null, "", `#/${name}`);
  if (name === "me") {
    open(name, page("My data", el("div", { class: "me", id: "me" })), moveFocus);
    showMe(byId("me"), { signedChanged });
  } else if (name === "shelf") {
    open(name, page("Your products", el("div", { class: "me", id: "shelf" })), moveFocus);
    showShelf(byId("shelf"));
  } else if (isOpenToAll) {
    open(name, pages[name](match[2]), moveFocus);
  } else if (name && name !== "c") { // A collection is the catalogue's.
    open(name, page("Not here", el("p", {}, "There is no such page."),
      el("p", { class: "ways" }, el("a", { href: "#" }, "All products"))), moveFocus);
  } else {
    close();
  }
}

// The shop says that nobody is signed in here any more: what was open may be theirs.
function ended() {
  showLink();
  changed();
  if (!byId("people").hidden && before === location.hash) signInFirst("You were signed out. Sign in again.");
}

// Who is here: asked of the shop, which renews what has run out. `onChange` runs when that changes.
export async function begin(onChange) {
  changed = onChange;
  window.addEventListener("storage", (event) => {
    if (event.key === "fy.signed") showLink(); // Another tab signed in or out.
  });
  showLink();
  if (people.isSignedIn()) await people.me("").catch(() => {}); // The pages say what is wrong.
  people.onEnd(ended);
  showLink();
}
