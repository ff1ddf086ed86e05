// picks.js - what is recommended: products and collections with their reasons, what of it was seen, and the switch.
//
// A product counts as seen when half of it was on the screen for a second (the IAB's rule for display advertising). The
// list gave each a credit, which goes back with what was seen or chosen: so nobody counts as shown what was not.
import { byId, el, showState } from "./dom.js";
import * as shop from "./shop.js";

const SEEN_MS = 1000;
const SEEN_PART = 0.5;
const TOGETHER_MS = 400; // What is seen at about the same time is told together.

let page = null; // What app.js lends us: money, picture, linkTo, linkToCollection, newest, isAbort.
let next = null;
const shown = { listId: null, skus: new Set(), chosen: null };

// --- What was seen ----------------------------------------------------------------------------------

const waiting = new Map(); // Element -> timer, while enough of it is on the screen.
let toTell = [];
let telling = 0;

function tell() {
  const byList = new Map();
  telling = 0;
  for (const one of toTell) byList.set(one.listId, [...(byList.get(one.listId) || []), one]);
  toTell = [];
  for (const [listId, items] of byList) {
    const credits = items.map((one) => one.credit);
    const event = { list_id: listId, skus: items.map((one) => one.sku) };
    if (credits.every(Boolean)) event.credits = credits;
    shop.did({ recommendation_shown: event }).catch(() => {});
  }
}

function wasSeen(element, item, listId) {
  observer.unobserve(element);
  waiting.delete(element);
  toTell.push({ listId, sku: item.sku, credit: item.credit });
  if (!telling) telling = setTimeout(tell, TOGETHER_MS);
}

const about = new WeakMap(); // Element -> what it shows.

const observer = new IntersectionObserver((entries) => {
  for (const { target, intersectionRatio } of entries) {
    const visible = intersectionRatio >= SEEN_PART && document.visibilityState === "visible";
    if (visible && !waiting.has(target)) {
      const { item, listId } = about.get(target);
      waiting.set(target, setTimeout(() => wasSeen(target, item, listId), SEEN_MS));
    } else if (!visible) {
      clearTimeout(waiting.get(target));
      waiting.delete(target);
    }
  }
}, { threshold: [0, SEEN_PART] });

function watch(element, item, listId) {
  about.set(element, { item, listId });
  observer.observe(element);
}

function forgetSeen() {
  observer.disconnect();
  for (const timer of waiting.values()) clearTimeout(timer);
  waiting.clear();
}

// A page that is looked at in another tab's shadow is not seen.
document.addEventListener("visibilitychange", () => {
  for (const [element, timer] of waiting) {
    clearTimeout(timer);
    waiting.delete(element);
    observer.unobserve(element);
    observer.observe(element); // It begins anew when somebody is back.
  }
});

// --- The list ---------------------------------------------------------------------------------------

function reason(entry) {
  const { text, sessions } = entry.reason;
  const by = sessions > 1 && entry.reason.because_sku ? `${sessions} shoppers looked at both` : null;
  return el("span", { class: "reason" }, text, by ? el("span", { class: "by" }, ` · ${by}`) : null);
}

function product(item, rank, listId) {
  const choose = () => {
    shown.chosen = { list_id: listId, sku: item.sku, rank };
    if (item.credit) shown.chosen.credit = item.credit;
  };
  const link = el("a", { class: shown.skus.has(item.sku) ? "pick" : "pick is-new", href: page.linkTo(item.sku),
    onclick: choose },
    page.picture(item),
    el("span", { class: "pick-title" }, item.title),
    el("span", { class: "price" }, page.money(item.price)),
    item.exploration
      ? el("span", { class: "reason" }, el("span", { class: "badge" }, "New here"), " few have seen it yet")
      : reason(item));
  if (listId) watch(link, item, listId);
  return el("li", {}, link);
}

function collection(one) {
  return el("li", {},
    el("a", { class: "pick", href: page.linkToCollection(one.collection) },
      el("span", { class: "stack", "aria-hidden": "true" }, String(one.skus.length)),
      el("span", { class: "pick-title" }, one.title),
      el("span", { class: "soft" }, "Collection"),
      reason(one)));
}

function show(list, clickedMs) {
  const products = list.items.filter((entry) => entry.kind === "item");
  let rank = 0;
  forgetSeen();
  byId("recommended-list").replaceChildren(...list.items.map((entry) =>
    entry.kind === "item" ? product(entry, ++rank, list.list_id) : collection(entry)));
  if (list.items.length > 0) showState("recommended-state", "");
  else showState("recommended-state", "Nothing to suggest yet. It takes a few visitors who look around.");
  byId("recommended-title").textContent = list.personal ? "Recommended for you" : "Popular now";

  const pace = byId("recommended-pace");
  pace.hidden = !list.personal || list.items.length === 0 || clickedMs === null;
  if (clickedMs !== null)
    pace.textContent = `Changed ${Math.round(performance.now() - clickedMs)} ms after your click`;
  shown.skus = new Set(products.map((item) => item.sku));
  shown.listId = list.list_id;
}

export async function load(after, clickedMs) {
  const signal = next();
  const list = byId("recommended-list");
  if (list.children.length === 0) showState("recommended-state", "Fetching what fits …");
  list.classList.add("is-late");
  try {
    const answer = await shop.recommendations(after, signal);
    if (answer === null)
      showState("recommended-state", "Your last click is not reflected here yet.", () => load(after, null));
    else show(answer, clickedMs);
  } catch (error) {
    if (page.isAbort(error)) return;
    showState("recommended-state", `What fits could not be fetched. ${error.message}`, () => load(after, null));
  }
  list.classList.remove("is-late");
}

// What of the list was chosen, if this product was; once.
export function takeChosen(sku) {
  const chosen = shown.chosen && shown.chosen.sku === sku ? shown.chosen : null;
  shown.chosen = null;
  return chosen;
}

// --- The switch -------------------------------------------------------------------------------------

// A cookie, because both who writes down and who answers must see it, before anybody signs in.
const OFF = "fy_personal=off";
const isOff = () => document.cookie.split("; ").includes(OFF);

function setPersonal(on) {
  const life = on ? "max-age=0" : "max-age=31536000";
  document.cookie = `${OFF}; path=/; ${life}; SameSite=Lax${location.protocol === "https:" ? "; Secure" : ""}`;
  load("", null);
}

export function begin(lent) {
  page = lent;
  next = page.newest();
  const box = byId("personal");
  box.checked = !isOff();
  box.addEventListener("change", () => setPersonal(box.checked));
}
