// app.js - the page: products, the one that is open, what is recommended and why, history.
//
// The address says which product is open (#/p/SKU), what is searched for (search.js), or which page of
// people (account.js), so links, the back button and the keyboard need nothing of ours.
import * as account from "./account.js";
import * as cart from "./cart.js";
import { byId, el, photo, showState } from "./dom.js";
import { follow } from "./live.js";
import * as people from "./people.js";
import * as picks from "./picks.js";
import * as search from "./search.js";
import * as shop from "./shop.js";
import { money, stockLine as stockWords } from "./words.js";

// --- Words ------------------------------------------------------------------------------------------

const stockLine = (units) => el("span", { class: units <= 5 ? "low" : "soft" }, stockWords(units));

// The picture of a product, or a colour and letters that are always the same for the same SKU.
function picture(item, large) {
  const [image] = item.images || [];
  if (!image) return tile(item.sku, item.title);
  return photo(image, large ? "(max-width: 52rem) 100vw, 40rem" : "(max-width: 40rem) 50vw, 18rem",
    { class: "tile", loading: large ? null : "lazy" });
}

function tile(sku, title) {
  let hash = 0;
  for (const character of sku) hash = (hash * 31 + character.codePointAt(0)) >>> 0;
  const letters = (title || sku).split(/[\s,.:-]+/u).filter(Boolean).slice(0, 2);
  const text = letters.map((word) => Array.from(word)[0].toUpperCase()).join("");
  const element = el("span", { class: "tile", "aria-hidden": "true" }, text);
  element.style.setProperty("--hue", String((hash * 47) % 360));
  return element;
}

const linkTo = (sku) => `#/p/${encodeURIComponent(sku)}`;

// Only the newest question of a kind may answer: an older one is ended.
function newest() {
  let controller = null;
  return () => {
    if (controller) controller.abort();
    controller = new AbortController();
    return controller.signal;
  };
}
const isAbort = (error) => error.name === "AbortError";

// --- The catalogue ----------------------------------------------------------------------------------

const catalogue = { collection: null, search: null, nextAfter: null, openSku: null };

function card(item) {
  const current = item.sku === catalogue.openSku ? "true" : null;
  return el("li", {},
    el("a", { class: "card", href: linkTo(item.sku), "data-sku": item.sku, "aria-current": current },
      picture(item),
      el("span", { class: "card-text" },
        el("span", { class: "card-title" }, item.title),
        item.brand ? el("span", { class: "soft" }, item.brand) : null,
        el("span", { class: "card-foot" },
          el("span", { class: "price" }, money(item.price)), stockLine(item.available_units)))));
}

// Of a search, a collection, or of all.
function pageOf(wanted, after) {
  if (catalogue.search) return search.ask(wanted, after);
  return wanted ? shop.collection(wanted) : shop.products(after);
}

async function loadCatalogue(more) {
  const list = byId("catalogue-list");
  const wanted = catalogue.search || catalogue.collection;
  if (!more) {
    list.replaceChildren();
    showState("catalogue-state", "Fetching the products …");
  }
  byId("catalogue-more").hidden = true;
  try {
    const page = await pageOf(wanted, more ? catalogue.nextAfter : null);
    if (wanted !== (catalogue.search || catalogue.collection)) return; // Another was chosen meanwhile.
    if (catalogue.search && !more) search.show(wanted, page);
    catalogue.nextAfter = page.next_after || null;
    const added = page.products.map(card);
    list.append(...added);
    showState("catalogue-state", list.children.length === 0
      ? catalogue.search ? "Nothing was found. Fewer words, or fewer filters, find more." : "Nothing is on offer here yet. Products appear as soon as a supplier lists them." : "");
    byId("catalogue-more").hidden = !catalogue.nextAfter;
    if (more && added.length > 0) added[0].querySelector("a").focus();
  } catch (error) {
    showState("catalogue-state", `The products could not be fetched. ${error.message}`,
      () => loadCatalogue(more));
  }
}

function chooseCollection(id, title) {
  endSearch();
  catalogue.collection = id;
  byId("catalogue-title").textContent = title;
  for (const chip of byId("collections").children)
    chip.setAttribute("aria-pressed", String((chip.dataset.id || null) === id));
  loadCatalogue(false);
}

function endSearch() {
  if (!catalogue.search) return;
  catalogue.search = null;
  search.hide();
  byId("page").classList.remove("is-search");
  byId("collections").hidden = byId("collections").children.length === 0;
  if (search.wanted()) history.replaceState(null, "", "#");
}

// What the address searches for takes the catalogue's place, until it says something else.
function routeSearch(wanted) {
  catalogue.search = wanted;
  byId("catalogue-title").textContent = search.title(wanted);
  document.title = `${search.title(wanted)} · fy`;
  byId("page").classList.add("is-search");
  byId("collections").hidden = true;
  byId("catalogue").focus();
  loadCatalogue(false);
}

async function loadCollections() {
  const chip = (id, title, heading) =>
    el("button", { class: "chip", type: "button", "data-id": id || "",
      "aria-pressed": String(id === null), onclick: () => chooseCollection(id, heading) }, title);
  try {
    const { collections } = await shop.collections();
    byId("collections").replaceChildren(chip(null, "All", "All products"),
      ...collections.map((one) => chip(one.collection, one.title, one.title)));
    byId("collections").hidden = collections.length === 0 || catalogue.search !== null;
  } catch {
    byId("collections").hidden = true; // A way to narrow the list, not the list itself.
  }
}

function markOpen() {
  for (const link of byId("catalogue-list").querySelectorAll("a"))
    if (link.dataset.sku === catalogue.openSku) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
}

// --- The product that is open -----------------------------------------------------------------------

const nextDetail = newest();
let unfollow = () => {}; // What is told of the product that is open.

const offerLine = (item) => [el("span", { class: "price" }, money(item.price)), " ", stockLine(item.available_units)];

// The words and pictures stay; what can be bought, and for how much, is as it is now.
function followDetail(item) {
  unfollow();
  unfollow = follow(`/v1/products/${encodeURIComponent(item.sku)}`, (now) => {
    const offer = byId("detail-offer");
    const add = byId("detail-add");
    if (catalogue.openSku !== item.sku || !offer) return;
    offer.replaceChildren(...offerLine(now));
    add.disabled = now.available_units <= 0;
    add.textContent = add.disabled ? "Sold out" : "Add to cart";
  }, () => failDetail(item.sku, { status: 404 }));
}

function showDetail(item) {
  const soldOut = item.available_units <= 0;
  const add = el("button", { class: "main-action", id: "detail-add", type: "button", disabled: soldOut,
    onclick: () => cart.add(item.sku, item.title) }, soldOut ? "Sold out" : "Add to cart");
  byId("detail").replaceChildren(
    el("div", { class: "pictures" }, picture(item, true), ...(item.images || []).slice(1).map(
      (image) => photo(image, "(max-width: 52rem) 100vw, 40rem", { loading: "lazy" }))),
    el("div", { class: "detail-text" },
      item.brand ? el("p", { class: "soft" }, item.brand) : null,
      el("h1", { id: "detail-title", tabindex: "-1" }, item.title),
      item.description ? el("p", {}, item.description) : null,
      el("p", { id: "detail-offer" }, ...offerLine(item)),
      add));
  followDetail(item);
}

function failDetail(sku, error) {
  const text = error.status === 404
    ? "This product is not on offer any more." : `This product could not be fetched. ${error.message}`;
  byId("detail").replaceChildren(el("div", { class: "detail-text" },
    el("h1", { id: "detail-title", tabindex: "-1" }, error.status === 404 ? "Not here" : "Sorry"),
    el("p", {}, text),
    error.status === 404 ? null
      : el("button", { class: "quiet", type: "button", onclick: () => openProduct(sku, false) },
        "Try again")));
}

async function openProduct(sku, moveFocus) {
  const signal = nextDetail();
  catalogue.openSku = sku;
  markOpen();
  try {
    const item = await shop.product(sku, signal);
    showDetail(item);
  } catch (error) {
    if (isAbort(error)) return;
    failDetail(sku, error);
  }
  byId("detail").hidden = false;
  document.title = `${byId("detail-title").textContent} · fy`;
  if (moveFocus) {
    byId("detail-title").focus({ preventScroll: true });
    window.scrollTo({ top: 0, behavior: "instant" });
  }
}

function closeProduct() {
  nextDetail();
  unfollow();
  catalogue.openSku = null;
  byId("detail").hidden = true;
  document.title = "fy";
  markOpen();
}

// --- History ----------------------------------------------------------------------------------------

const nextHistory = newest();

function showHistory(history) {
  const seen = new Map();
  for (const view of history.views)
    if (!seen.has(view.sku) && view.title) seen.set(view.sku, view.title);
  byId("history").hidden = seen.size === 0;
  byId("history-list").replaceChildren(...[...seen].slice(0, 12).map(([sku, title]) =>
    el("li", {}, el("a", { class: "seen", href: linkTo(sku) }, tile(sku, title),
      el("span", {}, title)))));
}

async function loadHistory(after) {
  const signal = nextHistory();
  try {
    await people.renew();
    const history = await shop.history(after, signal);
    if (history === null) return false;
    showHistory(history);
    return true;
  } catch (error) {
    if (isAbort(error)) return true;
    byId("history").hidden = true; // What was looked at is nice to have.
    return false;
  }
}

// --- From a click to what follows -------------------------------------------------------------------

// The address changed: show the product, write the view down, and read what follows from it.
async function route(moveFocus) {
  const match = /^#\/p\/(.+)$/u.exec(location.hash);
  if (!match) {
    const wanted = search.wanted();
    closeProduct();
    account.route(moveFocus);
    if (wanted) routeSearch(wanted);
    else if (catalogue.search && !location.hash.startsWith("#/")) chooseCollection(null, "All products");
    return;
  }
  account.close();
  const clickedMs = performance.now();
  let sku;
  try {
    sku = decodeURIComponent(match[1]);
  } catch {
    closeProduct();
    return;
  }
  const chosen = picks.takeChosen(sku);
  openProduct(sku, moveFocus);

  try {
    const view = { item_viewed: { sku } };
    const after = await shop.did(...(chosen ? [{ recommendation_clicked: chosen }, view] : [view]));
    picks.load(after, clickedMs);
    loadHistory(after);
  } catch (error) {
    if (error.status === 422) return; // Not listed: the open product says so already.
    showState("recommended-state", `Your click could not be written down. ${error.message}`,
      () => route(false));
  }
}

// Somebody signed in or out: what is shown of the past may be another's now.
function refreshOwn() {
  picks.load("", null);
  loadHistory("");
  cart.load("");
}

// A collection that was recommended is the catalogue, narrowed.
function openCollection(id, title) {
  chooseCollection(id, title);
  byId("catalogue").focus();
}

async function start() {
  cart.begin();
  search.begin({ money, linkTo, newest, isAbort });
  picks.begin({ money, picture, linkTo, openCollection, newest, isAbort });
  byId("catalogue-more").addEventListener("click", () => loadCatalogue(true));
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // The address is the open product's.
    byId("catalogue").focus();
  });
  window.addEventListener("hashchange", () => route(true));

  if (!search.wanted()) loadCatalogue(false);
  loadCollections();
  await account.begin(refreshOwn);
  await route(false);
  if (!/^#\/p\//u.test(location.hash)) refreshOwn();
  else cart.load("");
}

start();
