// checkout.js - from a cart to an order: where it goes, what pays, and what the shop says.
import { byId, el, failed, toast } from "./dom.js";
import { field, form } from "./form.js";
import * as orders from "./orders.js";
import * as people from "./people.js";
import { money } from "./words.js";

// What the payment provider of this stand takes for cards: words for each of its test tokens.
const CARDS = [
  ["pm_card_visa", "Card ending in 4242"],
  ["pm_card_threeDSecure2Required", "Card that your bank asks about"],
  ["pm_card_chargeDeclinedInsufficientFunds", "Card without money on it"],
];

const totalOf = (lines) => {
  const [first] = lines;
  return { minor: lines.reduce((sum, line) => sum + line.price.minor * line.units, 0),
    currency: first.price.currency };
};

// What can be ordered at once: on offer, and all in the currency of the first.
const orderable = (cart) => {
  const offered = cart.lines.filter((line) => line.price);
  return offered.filter((line) => line.price.currency === offered[0].price.currency);
};

// What stays behind, and why.
function left(cart, lines) {
  const others = cart.lines.filter((line) => !lines.includes(line));
  return others.map((line) => el("p", { class: "low" }, `Not in this order: ${line.title || line.sku}. ${line.price
    ? `It is sold in ${line.price.currency}, and needs an order of its own.` : "It is not on offer any more."}`));
}

const summary = (lines, others) => el("section", { class: "panel", "aria-labelledby": "what-title" },
  el("h2", { id: "what-title" }, "Your order"),
  el("ul", { class: "lines" }, ...lines.map((line) => el("li", { class: "line" },
    el("span", { class: "card-title" }, `${line.units} × ${line.title || line.sku}`),
    el("span", { class: "price" }, money({ ...line.price, minor: line.price.minor * line.units })),
    line.available_units < line.units
      ? el("span", { class: "low" }, line.available_units > 0 ? `Only ${line.available_units} left` : "Sold out")
      : null))),
  el("p", { class: "total" }, el("span", {}, "Together"), el("span", {}, money(totalOf(lines)))), ...others);

const cards = (chosen) => el("fieldset", { class: "choices" },
  el("legend", {}, "Pay with"),
  ...CARDS.map(([token, label]) => el("label", { class: "choice" },
    el("input", { type: "radio", name: "payment_method", value: token, checked: token === chosen }), label)));

// `typed` is what stood in the fields before, where the order has been refused.
function fields(profile, typed) {
  const first = profile?.addresses?.[0] || { lines: [], postcode: "", city: "", country: "" };
  const known = { ...first, lines: first.lines.join("\n"), phone: profile?.phone || "" };
  const value = (name) => typed?.[`address.${name}`] ?? known[name];
  return [
    profile ? null : field({ name: "email", label: "E-mail", type: "email", required: true,
      autocomplete: "email", inputmode: "email", autocapitalize: "none", spellcheck: "false",
      value: typed?.email, hint: "So that we can tell you where it is." }),
    field({ name: "address.lines", label: "Name, street, number", lines: 3, required: true,
      autocomplete: "street-address", value: value("lines"), hint: "As on the parcel." }),
    el("div", { class: "row" },
      field({ name: "address.postcode", label: "Post code", required: true, autocomplete: "postal-code",
        value: value("postcode") }),
      field({ name: "address.city", label: "Town", required: true, autocomplete: "address-level2",
        value: value("city") }),
      field({ name: "address.country", label: "Country", required: true, autocomplete: "country",
        value: value("country"), hint: "As in DE.", size: 4 })),
    field({ name: "address.phone", label: "Phone", autocomplete: "tel", value: value("phone") }),
  ].filter(Boolean);
}

function bodyOf(filled, lines, method) {
  const of = (name) => filled[`address.${name}`].trim();
  const body = {
    lines: lines.map(({ sku, units }) => ({ sku, units })),
    expected_total: totalOf(lines),
    payment_method: method,
    address: {
      lines: of("lines").split("\n").map((line) => line.trim()).filter(Boolean),
      postcode: of("postcode"),
      city: of("city"),
      country: of("country").toUpperCase(),
    },
  };
  if (of("phone")) body.address.phone = of("phone");
  if (filled.email) body.email = filled.email.trim();
  return body;
}

// What was refused, in words that say what to do; the cart is shown as it is now, and what was typed stays.
function explain(error, box, act, typed) {
  if (error.kind === "sold-out" || error.kind === "total-differs") {
    toast(error.kind === "sold-out" ? "Not all of it is there any more: look at your order again."
      : "The price has changed: look at your order again.");
    show(box, act, typed);
    return;
  }
  throw error;
}

async function send(filled, lines, box, act) {
  const method = box.querySelector("[name=payment_method]:checked").value;
  try {
    const placed = await orders.place(bodyOf(filled, lines, method));
    act.placed(placed);
  } catch (error) {
    explain(error, box, act, { ...filled, method });
  }
}

// `act.placed(order)` goes on from there.
export async function show(box, act, typed) {
  try {
    const [kept, profile] = await Promise.all([orders.cart(""),
      people.isSignedIn() ? people.me("").catch(() => null) : null]);
    const cart = kept || { lines: [] };
    const lines = orderable(cart);
    if (lines.length === 0) {
      box.replaceChildren(el("p", { class: "state" },
        cart.lines.length === 0 ? "Your cart is empty." : "Nothing in your cart can be ordered."), ...left(cart, lines),
        el("p", { class: "ways" }, el("a", { href: "#" }, "Look around")));
      return;
    }
    box.replaceChildren(summary(lines, left(cart, lines)),
      el("section", { class: "panel", "aria-labelledby": "where-title" },
        el("h2", { id: "where-title" }, "Where it goes"),
        form({ parts: [...fields(profile, typed), cards(typed?.method || CARDS[0][0])], action: `Order and pay ${money(totalOf(lines))}`,
          send: (filled) => send(filled, lines, box, act) }),
        profile ? null : el("p", { class: "ways" }, el("a", { href: "#/sign-in" }, "I have an account"))));
  } catch (error) {
    box.replaceChildren(failed(`Your cart could not be fetched. ${error.message}`, () => show(box, act, typed)));
  }
  byId("cart").close?.();
}
