// search.js - the search box with what it suggests while one types, and facets beside what was found.
//
// The address says what is searched for, #/search?q=mug&brand=Weft, so links and the back button work;
// each facet is a link to the same search with one more filter, or one less.
import { byId, el } from "./dom.js";
import * as shop from "./shop.js";

const SUGGESTED = 6;
const SHOWN = 24;
const TYPING_MS = 120; // Between two letters of somebody who types.
const FILTERS = ["category", "supplier", "brand", "price_min", "price_max", "in_stock"];
const FACET_VALUES = 8;

let page = null; // What the page lends: { money, linkTo, newest, isAbort }.
let nextSuggestion = null;
let typing = 0;

const list = () => byId("search-list");
const input = () => byId("search-q");

const addressOf = (wanted) => `#/search?${wanted}`;

// --- Suggestions ------------------------------------------------------------------------------------

const options = () => [...list().querySelectorAll("[role=option]")];

function choose(option) {
  for (const one of options()) one.setAttribute("aria-selected", String(one === option));
  if (option) input().setAttribute("aria-activedescendant", option.id);
  else input().removeAttribute("aria-activedescendant");
}

function close() {
  clearTimeout(typing);
  nextSuggestion();
  list().hidden = true;
  list().replaceChildren();
  input().setAttribute("aria-expanded", "false");
  choose(null);
}

function suggest(found) {
  list().replaceChildren(...found.products.map((item, at) =>
    el("li", { role: "option", id: `search-option-${at}`, "aria-selected": "false" },
      el("a", { href: page.linkTo(item.sku), tabindex: "-1", onclick: close },
        el("span", {}, item.title), el("span", { class: "price" }, page.money(item.price))))));
  list().hidden = found.products.length === 0;
  input().setAttribute("aria-expanded", String(found.products.length > 0));
}

async function askForSuggestions() {
  const q = input().value.trim();
  if (!q) {
    close();
    return;
  }
  try {
    suggest(await shop.search(new URLSearchParams({ q: input().value, limit: SUGGESTED }), nextSuggestion()));
  } catch (error) {
    if (!page.isAbort(error)) close(); // What Enter finds will say what is wrong.
  }
}

function typed() {
  clearTimeout(typing);
  typing = setTimeout(askForSuggestions, TYPING_MS);
}

function pressed(event) {
  const all = options();
  const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  if (event.key === "Escape") {
    close();
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length > 0) {
    const step = event.key === "ArrowDown" ? 1 : -1;
    choose(all[at < 0 && step < 0 ? all.length - 1 : (at + step + all.length) % all.length]);
    event.preventDefault();
  } else if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    all[at].querySelector("a").click();
  }
}

function submitted(event) {
  event.preventDefault();
  close();
  const q = input().value.trim();
  location.hash = q ? addressOf(new URLSearchParams({ q })) : "#";
}

// --- What is searched for ---------------------------------------------------------------------------

// Of the address: null when it is none of a search.
export function wanted() {
  const match = /^#\/search\?(.*)$/u.exec(location.hash);
  if (!match) return null;
  const given = new URLSearchParams(match[1]);
  const kept = new URLSearchParams();
  for (const name of ["q", ...FILTERS])
    if (given.get(name)) kept.set(name, given.get(name));
  return kept;
}

export function title(search) {
  return search.get("q") ? `Results for “${search.get("q")}”` : "Results";
}

export async function ask(search, after) {
  const asked = new URLSearchParams(search);
  if (asked.get("q")) asked.set("q", `${asked.get("q")} `); // The last word is finished.
  asked.set("limit", SHOWN);
  if (after) asked.set("after", after);
  const found = await shop.search(asked);
  if (found.total === 0 && search.get("q")) { // Or was it not?
    asked.set("q", search.get("q"));
    return shop.search(asked);
  }
  return found;
}

// --- What was found ---------------------------------------------------------------------------------

// The same search with `changes`; null takes a filter out.
function linkTo(search, changes) {
  const other = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes))
    if (value === null) other.delete(name);
    else other.set(name, value);
  return addressOf(other);
}

function facetLink(search, changes, isOn, text, count) {
  const off = Object.fromEntries(Object.keys(changes).map((name) => [name, null]));
  return el("a", { class: "chip facet", href: linkTo(search, isOn ? off : changes),
    "aria-current": isOn ? "true" : null },
    text, count === null ? null : el("span", { class: "soft" }, ` ${count}`));
}

function group(label, links) {
  if (links.length === 0) return null;
  return el("div", { class: "facet-group", role: "group", "aria-label": label },
    el("span", { class: "soft" }, label), ...links);
}

function byName(search, name, values, words) {
  const chosen = search.get(name);
  const links = values.slice(0, FACET_VALUES).map((one) =>
    facetLink(search, { [name]: one.value }, one.value === chosen, words(one.value), one.count));
  if (chosen && !values.slice(0, FACET_VALUES).some((one) => one.value === chosen))
    links.unshift(facetLink(search, { [name]: chosen }, true, words(chosen), null));
  return links;
}

function priceLinks(search, facets, currency) {
  return facets.price.map((range) => {
    const bounds = { price_min: String(range.min), price_max: range.max === null ? null : String(range.max) };
    const from = page.money({ minor: range.min, currency });
    const words = range.max === null ? `from ${from}`
      : `${from} – ${page.money({ minor: range.max + 1, currency })}`;
    const isOn = search.get("price_min") === bounds.price_min && search.get("price_max") === bounds.price_max;
    return facetLink(search, bounds, isOn, words, range.count);
  });
}

// "home/kitchen/mugs" stands under "home/kitchen": its last part is enough.
const lastPart = (path) => path.split("/").pop().replaceAll("-", " ");

function changeWords(changes) {
  return changes.map(({ word, as }) => (as === null
    ? `“${word}” was left out: nothing has all the words.`
    : `Nothing has “${word}”; here is “${as}”.`)).join(" ");
}

export function show(search, found) {
  const { facets, currency } = found;
  const isInStock = search.get("in_stock") === "1";
  byId("search-facets").replaceChildren(...[
    el("p", { class: "soft" }, `${found.approximate ? "About " : ""}${found.total} found. ${changeWords(found.changes)}`),
    group("Category", byName(search, "category", facets.category, lastPart)),
    group("Brand", byName(search, "brand", facets.brand, (name) => name)),
    group("From", byName(search, "supplier", facets.supplier, (name) => name)),
    group("Price", priceLinks(search, facets, currency)),
    group("Stock", isInStock || facets.in_stock > 0
      ? [facetLink(search, { in_stock: "1" }, isInStock, "In stock", facets.in_stock)] : []),
  ].filter(Boolean));
  byId("search-facets").hidden = false;
  shop.did({ searched: { results: Math.min(found.total, 1000000),
    filters: FILTERS.filter((name) => search.has(name)) } }).catch(() => {});
}

// The box says what the page shows, unless somebody is typing in it.
export function fill(search) {
  if (document.activeElement !== input()) input().value = search?.get("q") || "";
}

export function hide() {
  byId("search-facets").hidden = true;
  byId("search-facets").replaceChildren();
}

export function begin(lent) {
  page = lent;
  nextSuggestion = page.newest();
  byId("search").addEventListener("submit", submitted);
  input().addEventListener("input", typed);
  input().addEventListener("keydown", pressed);
  byId("search").addEventListener("focusout", (event) => {
    if (!byId("search").contains(event.relatedTarget)) close();
  });
}
