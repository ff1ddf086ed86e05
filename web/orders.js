// orders.js - what the page says to the shop of carts and orders, and hears of them. Knows no DOM.
//
// Most of it may be asked signed in or as a visitor: who is signed in gets a new token first, where one is
// due, for else the answer would be the visitor's.
import { ask, insist, isNotYet, know, met, randomHex, read, readOwn } from "./shop.js";
import * as people from "./people.js";

const WAIT_S = 8;
const PLACE_TRIES = 5;

async function asked(path, options) {
  await people.renew();
  return people.isSignedIn() ? people.askSigned(path, options) : ask(path, options);
}

const json = (method, body, headers) => ({
  method,
  headers: { "Content-Type": "application/json", ...headers },
  body: JSON.stringify(body),
});

// --- The cart --------------------------------------------------------------------------------------

export async function cart(after, signal) {
  await people.renew();
  return readOwn("/v1/cart", { lines: [] }, after, signal);
}

// Returns the place to read after.
export async function setItem(sku, units) {
  await met();
  const { response } = await insist(() => asked(`/v1/cart/items/${encodeURIComponent(sku)}`, json("PUT", { units })));
  know();
  return response.headers.get("Fy-Position") || "";
}

// --- Placed ----------------------------------------------------------------------------------------

// The same order under the same key, however often it has to be asked: what got lost is not ordered twice.
// Another body is another order; and so is the next try after a refusal.
const draft = { body: null, key: null };
const isAgain = (error) => isNotYet(error) || error.status === 429;

// Resolves to the order's id: decided where that came in time, else its page follows it.
export async function place(order) {
  const body = JSON.stringify(order);
  if (draft.body !== body) Object.assign(draft, { body, key: randomHex(16) });
  const options = json("POST", order, { "Idempotency-Key": draft.key, Prefer: `wait=${WAIT_S}` });
  try {
    const { response, body: answer } = await insist(() => asked("/v1/orders", options), isAgain, PLACE_TRIES);
    know();
    draft.body = null;
    return answer.order || response.headers.get("Location").split("/").pop();
  } catch (error) {
    if (!isAgain(error)) draft.body = null;
    throw error;
  }
}

// --- Read and changed ------------------------------------------------------------------------------

const at = (order, rest = "") => `/v1/orders/${encodeURIComponent(order)}${rest}`;

export const order = (id) => asked(at(id)).then(({ body }) => body);
export const timeline = (id) => asked(at(id, "/timeline")).then(({ body }) => body.events);
export const pathOf = (id) => at(id);
export const list = (after) =>
  asked(`/v1/orders${after ? `?after=${encodeURIComponent(after)}` : ""}`).then(({ body }) => body);

// Resolves when it is done, to the place to read after; throws what the shop refused.
const change = (path, body) =>
  asked(path, json("POST", body, { Prefer: `wait=${WAIT_S}`, "Idempotency-Key": randomHex(16) }))
    .then(({ response }) => response.headers.get("Fy-Position") || "");

// A page of orders as it is behind the place `after`, or as it is by now.
const page = async (path, after) => (after && await read(path, after, undefined, asked)) || (await asked(path)).body;

// Of all, or of one supplier alone.
export const cancel = (id, supplier) => change(at(id, "/cancel"), supplier ? { supplier } : {});
export const sendBack = (id, items) => change(at(id, "/return"), { items });

// --- Work ------------------------------------------------------------------------------------------

const part = (supplier, id, what) => at(id, `/suppliers/${encodeURIComponent(supplier)}/${what}`);

export const toShip = (supplier, after) =>
  page(`/v1/suppliers/${encodeURIComponent(supplier)}/orders?open=1`, after).then((body) => body.orders);
export const statement = (supplier) =>
  asked(`/v1/suppliers/${encodeURIComponent(supplier)}/statement`).then(({ body }) => body);
export const accept = (supplier, id) => change(part(supplier, id, "accept"), {});
export const reject = (supplier, id, reason) => change(part(supplier, id, "reject"), { reason });
export const ship = (supplier, id, parcel) => change(part(supplier, id, "ship"), parcel);
export const deliver = (supplier, id) => change(part(supplier, id, "deliver"), {});

export const all = (from, after) =>
  page(`/v1/operator/orders?limit=50${from ? `&after=${encodeURIComponent(from)}` : ""}`, after);
export const resolve = (id, action, note) => change(at(id, "/resolve"), { action, note });

