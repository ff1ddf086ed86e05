// app.js - the page: products, the one that is open, what is recommended and why, history.
//
// The address says which product is open (#/p/SKU), which collection is shown (#/c/ID), what is searched for
// (search.js), or which page of people (account.js), so links, the back button and the keyboard need nothing of ours.
import * as account from "./account.js";
import * as cart from "./cart.js";
import { byId, el, photo, showState } from "./dom.js";
import { follow } from "./live.js";
import { drawWhere } from "./parts.js";
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
const linkToCollection = (id) => `#/c/${encodeURIComponent(id)}`;

// What the address names behind "#/p/" or "#/c/"; null: nothing.
function named(kind) {
  const match = new RegExp(`^#/${kind}/(.+)$`, "u").exec(location.hash);
  try {
    return match && decodeURIComponent(match[1]);
  } catch {
    return null;
  }
}

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
  return wanted ? shop.collection(wanted, after) : shop.products(after);
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
    else if (catalogue.collection) nameCatalogue(page.title);
    catalogue.nextAfter = page.next_after || null;
    const added = page.products.map(card);
    list.append(...added);
    showState("catalogue-state", list.children.length === 0
      ? catalogue.search ? "Nothing was found. Fewer words, or fewer filters, find more." : "Nothing is on offer here yet. Products appear as soon as a supplier lists them." : "");
    byId("catalogue-more").hidden = !catalogue.nextAfter;
    if (more && added.length > 0) added[0].querySelector("a").focus();
  } catch (error) {
    if (wanted !== (catalogue.search || catalogue.collection)) return;
    if (error.status === 404) {
      nameCatalogue("Not here");
      showState("catalogue-state", "There is no such collection any more.");
    } else showState("catalogue-state", `The products could not be fetched. ${error.message}`, () => loadCatalogue(more));
  }
}

// The page is of the catalogue, unless a product is open over it.
function nameCatalogue(title) {
  byId("catalogue-title").textContent = title;
  if (!catalogue.openSku) document.title = `${title} · fy`;
}

function markChips() {
  for (const chip of byId("collections").children)
    if ((chip.dataset.id || null) === catalogue.collection) chip.setAttribute("aria-current", "true");
    else chip.removeAttribute("aria-current");
}

function chooseCollection(id) {
  endSearch();
  catalogue.collection = id;
  byId("catalogue-title").textContent = id ? "A collection" : "All products";
  markChips();
  loadCatalogue(false);
}

function endSearch() {
  if (!catalogue.search) return;
  catalogue.search = null;
  search.hide();
  byId("page").classList.remove("is-search");
  byId("collections").hidden = byId("collections").children.length === 0;
}

// What the address searches for takes the catalogue's place, until it says something else.
function routeSearch(wanted) {
  catalogue.search = wanted;
  nameCatalogue(search.title(wanted));
  byId("page").classList.add("is-search");
  byId("collections").hidden = true;
  byId("catalogue").focus();
  loadCatalogue(false);
}

// A search, a collection or all; what is shown already stays as it is.
function routeCatalogue(moveFocus) {
  const wanted = search.wanted();
  const id = named("c");
  search.fill(wanted);
  if (wanted) routeSearch(wanted);
  else if (!id && location.hash.startsWith("#/")) return; // A page of people: the catalogue waits behind it.
  else if (catalogue.search || id !== catalogue.collection) chooseCollection(id);
  if (id && moveFocus) byId("catalogue").focus();
}

async function loadCollections() {
  const chip = (id, title) => el("a", { class: "chip", href: id ? linkToCollection(id) : "#", "data-id": id }, title);
  try {
    const collections = (await shop.collections()).collections.filter((one) => one.product_count > 0);
    byId("collections").replaceChildren(chip(null, "All"), ...collections.map((one) => chip(one.collection, one.title)));
    markChips();
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

// The product's place among others: links to the collections it is in.
function drawCollections(box, { collections }) {
  const links = collections.map((one) => el("a", { href: linkToCollection(one.collection) }, one.title));
  drawWhere(box, collections, links.flatMap((link, at) => [at === 0 ? "In " : ", ", link]));
  return box;
}

// The words and pictures stay; what can be bought, for how much, and in which collections is as it is now.
function followDetail(item) {
  unfollow();
  unfollow = follow(`/v1/products/${encodeURIComponent(item.sku)}`, (now) => {
    const offer = byId("detail-offer");
    const add = byId("detail-add");
    if (catalogue.openSku !== item.sku || !offer) return;
    offer.replaceChildren(...offerLine(now));
    drawCollections(byId("detail-collections"), now);
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
      add,
      drawCollections(el("p", { class: "soft", id: "detail-collections" }), item)));
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
  const sku = named("p");
  if (!sku) {
    closeProduct();
    account.route(moveFocus);
    routeCatalogue(moveFocus);
    return;
  }
  account.close();
  const clickedMs = performance.now();
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
  cart.loadAnother();
}

async function start() {
  cart.begin();
  search.begin({ money, linkTo, newest, isAbort });
  picks.begin({ money, picture, linkTo, linkToCollection, newest, isAbort });
  byId("catalogue-more").addEventListener("click", () => loadCatalogue(true));
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // The address is the open product's.
    byId("catalogue").focus();
  });
  window.addEventListener("hashchange", () => route(true));

  if (!search.wanted() && !named("c")) loadCatalogue(false);
  loadCollections();
  await account.begin(refreshOwn);
  await route(false);
  cart.load("");
  if (named("p")) return; // The click has asked for the rest.
  picks.load("", null);
  loadHistory("");
}

start();
