// me.js - my data: who I am, my password, where I am signed in, all that is known of me, and its end.
import { el, failed, toast } from "./dom.js";
import { field, form } from "./form.js";
import { pause } from "./shop.js";
import * as people from "./people.js";
import { when } from "./words.js";

const ADDRESSES_MAX = 5;
const LINES_MAX = 6;
const SESSION_TRIES = 4;

const roles = {
  customer: "Customer",
  supplier_owner: "Owner of the supplier",
  supplier_staff: "Staff of the supplier",
  operator: "Operator",
  data: "Analyst",
};

const part = (id, title, ...children) => el("section", { class: "panel", "aria-labelledby": `${id}-title` },
  el("h2", { id: `${id}-title` }, title), ...children);

// --- Who I am ---------------------------------------------------------------------------------------

function addressFields(address, i) {
  const at = `addresses[${i}]`;
  return [
    field({ name: `${at}.lines`, label: "Name, street, number", lines: 3, required: true,
      autocomplete: "street-address", value: address.lines.join("\n"),
      hint: `As on the parcel, up to ${LINES_MAX} lines.` }),
    el("div", { class: "row" },
      field({ name: `${at}.postcode`, label: "Post code", required: true, autocomplete: "postal-code",
        value: address.postcode }),
      field({ name: `${at}.city`, label: "Town", required: true, autocomplete: "address-level2",
        value: address.city }),
      field({ name: `${at}.country`, label: "Country", required: true, autocomplete: "country",
        value: address.country, hint: "As in DE.", size: 4 })),
  ];
}

// Addresses as they stand in the fields, so that one more or one less keeps what was typed.
function addressesOf(filled) {
  const addresses = [];
  for (let i = 0; `addresses[${i}].lines` in filled; i++) {
    const of = (name) => filled[`addresses[${i}].${name}`].trim();
    addresses.push({
      lines: of("lines").split("\n").map((line) => line.trim()).filter(Boolean),
      postcode: of("postcode"),
      city: of("city"),
      country: of("country").toUpperCase(),
    });
  }
  return addresses;
}

const noAddress = () => ({ lines: [], postcode: "", city: "", country: "" });

function addressList(addresses) {
  const box = el("div", { class: "addresses" });
  const typed = () => addressesOf(Object.fromEntries(
    [...box.querySelectorAll("[name]")].map((input) => [input.name, input.value])));
  const draw = (list, focusAt) => {
    const add = el("button", { class: "quiet", type: "button", hidden: list.length >= ADDRESSES_MAX,
      onclick: () => draw([...typed(), noAddress()], list.length) }, "Add an address");
    box.replaceChildren(...list.map((address, i) => el("fieldset", {},
      el("legend", {}, `Address ${i + 1}`), ...addressFields(address, i),
      el("button", { class: "quiet", type: "button", "aria-label": `Take out address ${i + 1}`,
        onclick: () => draw(typed().filter((_, k) => k !== i), i - 1) }, "Take it out"))), add);
    if (focusAt === undefined) return;
    (box.children[focusAt]?.querySelector("textarea") || add).focus();
  };
  draw(addresses);
  return box;
}

function profile(me) {
  return part("profile", "Who you are",
    form({
      parts: [
        field({ name: "full_name", label: "Name", autocomplete: "name", value: me.full_name }),
        field({ name: "phone", label: "Phone", type: "tel", autocomplete: "tel", value: me.phone }),
        addressList(me.addresses)],
      action: "Keep this",
      send: async (filled) => {
        const after = await people.setProfile({
          full_name: filled.full_name.trim() || null,
          phone: filled.phone.trim() || null,
          addresses: addressesOf(filled),
        });
        const kept = await people.me(after);
        toast(kept ? "Kept." : "Written down. It will show in a moment.");
      },
    }));
}

// Whose password it is, for whoever keeps passwords; not a field that is filled in.
const whose = (me) => el("input", { type: "text", autocomplete: "username", value: me.email, readonly: true,
  hidden: true });

function password(me) {
  const element = part("password", "Password",
    form({
      parts: [
        whose(me),
        field({ name: "old_password", label: "Password until now", type: "password", required: true,
          autocomplete: "current-password" }),
        field({ name: "password", label: "New password", type: "password", required: true,
          autocomplete: "new-password", choosing: true, hint: "At least 8 characters." })],
      action: "Change it",
      send: async (filled) => {
        await people.setPassword(filled.old_password, filled.password);
        element.querySelector("form").reset();
        toast("Changed. All that was signed in elsewhere is signed out.");
        await drawSessions(element.parentElement.querySelector(".sessions"), true);
      },
    }));
  return element;
}

// --- Where I am signed in ---------------------------------------------------------------------------

function sessionLine(session) {
  const line = el("li", {},
    el("div", {},
      el("p", { class: "card-title" }, session.label || "Somewhere"),
      el("p", { class: "soft" }, `Since ${when(session.created_ms)}`),
      session.refreshed_ms > session.created_ms
        ? el("p", { class: "soft" }, `Last seen ${when(session.refreshed_ms)}`) : null),
    session.current ? el("span", { class: "here" }, "This browser")
      : el("button", { class: "quiet", type: "button",
        "aria-label": `Sign out there: ${session.label}, since ${when(session.created_ms)}`,
        onclick: () => endOne(session, line) }, "Sign out there"));
  return line;
}

async function endOne(session, line) {
  try {
    await people.endSession(session.session);
    line.closest("section")?.querySelector("h2").focus();
    line.remove();
    toast("Signed out there.");
  } catch (error) {
    toast(`Not signed out there. ${error.message}`);
  }
}

// A session that was opened, and those that have just ended, show a moment later.
async function drawSessions(list, alone) {
  try {
    let sessions = await people.sessions();
    const isLate = () => sessions &&
      (!sessions.some((one) => one.current) || (alone && sessions.length > 1));
    for (let tries = 1; tries < SESSION_TRIES && isLate(); tries++) {
      await pause(200 * tries);
      sessions = await people.sessions();
    }
    if (sessions) list.replaceChildren(...sessions
      .sort((a, b) => b.current - a.current || b.refreshed_ms - a.refreshed_ms)
      .map((session) => sessionLine(session)));
  } catch (error) {
    list.replaceChildren(el("li", {}, failed(`This could not be fetched. ${error.message}`, () => drawSessions(list, alone))));
  }
}

function sessions(act) {
  const list = el("ul", { class: "sessions" });
  const element = part("sessions", "Where you are signed in", list,
    form({
      parts: [],
      look: "quiet",
      action: "Sign out everywhere",
      send: async () => {
        await people.endAllSessions();
        act.signedChanged("", "Signed out everywhere, here too.");
      },
    }));
  element.querySelector("h2").tabIndex = -1;
  drawSessions(list, false);
  return element;
}

// --- All of it, and the end -------------------------------------------------------------------------

function save(blob) {
  const url = URL.createObjectURL(blob);
  const link = el("a", { href: url, download: "my-data.ndjson" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

const download = () => part("export", "All that is known of you",
  el("p", { class: "soft" }, "Every event about you that was ever written down, as a file: a line of JSON each."),
  form({
    parts: [],
    look: "quiet",
    action: "Download it",
    send: async () => save(await people.exported()),
  }));

const forget = (me, act) => part("forget", "Forget me",
  el("p", { class: "soft" }, "What makes you known, your name, e-mail and addresses, cannot be read by anybody " +
    "any more, and you are signed out everywhere. Nothing brings it back."),
  form({
    parts: [whose(me), field({ name: "password", label: "Your password, to be sure", type: "password", required: true,
      autocomplete: "current-password" })],
    action: "Forget me for ever",
    look: "main-action danger",
    send: async (filled) => {
      await people.forget(filled.password);
      act.signedChanged("", "You are forgotten.");
    },
  }));

const who = (me, act) => part("who", me.full_name || me.email || "You",
  el("p", { class: "soft" }, [me.full_name && me.email, roles[me.role] || me.role, me.supplier]
    .filter(Boolean).join(" · ")),
  me.supplier ? el("p", {}, el("a", { href: "#/shelf" }, "Your products, alerts and feeds")) : null,
  me.supplier ? el("p", {}, el("a", { href: "#/work" }, "What is to be sent")) : null,
  me.role === "operator" ? el("p", {}, el("a", { href: "#/desk" }, "All orders, and those that need you")) : null,
  el("p", {}, el("a", { href: "#/orders" }, "Your orders")),
  form({
    parts: [],
    look: "quiet",
    action: "Sign out",
    send: async () => {
      await people.signOut();
      act.signedChanged("", "You are signed out.");
    },
  }));

// Fill `box`. `act`: { signedChanged(address, words) }.
export async function showMe(box, act) {
  box.replaceChildren(el("p", { class: "state", role: "status" }, "Fetching your data …"));
  try {
    const me = await people.me("");
    box.replaceChildren(who(me, act), profile(me), sessions(act), password(me), download(),
      forget(me, act));
  } catch (error) {
    box.replaceChildren(failed(`Your data could not be fetched. ${error.message}`, () => showMe(box, act)));
  }
}
