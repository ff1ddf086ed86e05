// form.js - forms whose refusals stand at their field. The shop decides; only an empty field is seen here.
import { el } from "./dom.js";

const PASSWORD_BYTES_LEAST = 8; // As in schemas/people_body.avsc.
let forms = 0;

// "password: 1 bytes, at least 8" at the field itself: "1 bytes, at least 8."
function words(error, name) {
  const text = error.message.startsWith(`${name}: `) ? error.message.slice(name.length + 2) : error.message;
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
}

function unmasker(input) {
  return el("button", { class: "unmask", type: "button", "aria-pressed": "false", "aria-label": "Show the password",
    onclick: ({ currentTarget }) => {
      const shown = input.type === "password";
      input.type = shown ? "text" : "password";
      currentTarget.setAttribute("aria-pressed", String(shown));
      currentTarget.textContent = shown ? "Hide" : "Show";
    } }, "Show");
}

// A labelled field. `name` is the path of what it fills in the body, as the shop names it in refusals.
export function field({ name, label, hint, lines, value, choosing, ...attributes }) {
  const id = `f${++forms}`;
  const common = { id, name, "aria-describedby": `${id}-hint ${id}-error`, ...attributes };
  const input = lines
    ? el("textarea", { ...common, rows: lines })
    : el("input", { type: "text", ...common });
  input.value = value || "";
  if (choosing) input.dataset.choosing = "";
  const box = attributes.type === "password" ? el("div", { class: "masked" }, input, unmasker(input)) : input;
  const optional = attributes.required ? null : el("span", { class: "soft" }, " (if you like)");
  return el("div", { class: "field" },
    el("label", { for: id }, label, optional), box,
    hint ? el("p", { class: "hint", id: `${id}-hint` }, hint) : null,
    el("p", { class: "field-error", id: `${id}-error`, hidden: true }));
}

function mark(form, input, text) {
  const line = form.querySelector(`#${CSS.escape(input.id)}-error`);
  line.textContent = text;
  line.hidden = !text;
  if (text) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

const inputsOf = (form) => [...form.querySelectorAll("input[name]:not([type=radio]), textarea[name]")];

// What a field is wrong with before anybody is asked.
function wrongWith(input) {
  if (input.required && !input.value.trim()) return "Please fill this in.";
  if ("choosing" in input.dataset && new TextEncoder().encode(input.value).length < PASSWORD_BYTES_LEAST)
    return `At least ${PASSWORD_BYTES_LEAST} characters, please.`;
  return "";
}

function showRefusal(form, error) {
  const at = inputsOf(form).find((input) => input.name === error.field ||
    error.field?.startsWith(`${input.name}[`));
  if (at) {
    mark(form, at, words(error, error.field));
    at.focus();
    return;
  }
  const box = form.querySelector(".form-error");
  box.textContent = words(error, error.field);
  box.hidden = false;
}

async function submit(form, send) {
  const button = form.querySelector("[type=submit]");
  const inputs = inputsOf(form);
  form.querySelector(".form-error").hidden = true;
  for (const input of inputs) mark(form, input, wrongWith(input));
  const first = inputs.find((input) => input.getAttribute("aria-invalid"));
  if (first) {
    first.focus();
    return;
  }
  const values = Object.fromEntries(inputs.map((input) => [input.name, input.value]));
  button.setAttribute("aria-disabled", "true"); // Keeps the focus, unlike disabled.
  try {
    await send(values);
  } catch (error) {
    showRefusal(form, error);
  }
  button.removeAttribute("aria-disabled");
}

// A form of `parts`; `send` gets what was filled in by name, and throws what the shop refused.
export function form({ parts, action, send, look = "main-action" }) {
  const element = el("form", { class: "form", novalidate: true, method: "post",
    onsubmit: (event) => {
      event.preventDefault();
      if (!element.querySelector("[type=submit][aria-disabled]")) submit(element, send);
    } },
  ...parts,
  el("p", { class: "form-error", role: "alert", hidden: true }),
  el("button", { class: look, type: "submit" }, action));
  return element;
}
