// live.js - a state that the shop tells anew whenever it changes. Knows no DOM.
import { ask } from "./shop.js";

const ASK_MS = 10000; // Where no stream is to be had.

// `tell` gets the state of `path` now and each time that it is another, until the function that is
// returned is called. `gone` is told once, when there is no such thing any more; `asking` is how it is
// asked for where there is no stream: too many are open, or whoever was signed in is no more.
export function follow(path, tell, gone = () => {}, asking = ask) {
  let timer = 0;
  let ended = false;
  const source = new EventSource(`${path}/live`);
  const end = () => {
    ended = true;
    source.close();
    clearTimeout(timer);
  };
  // The browser keeps the newest answer and its ETag: what has not changed costs a 304.
  const poll = async () => {
    try {
      const { body } = await asking(path);
      if (!ended) tell(body);
    } catch (error) {
      if (error.status === 401) end();
      if (!ended && error.status === 404) {
        end();
        gone();
      }
    }
    if (!ended) timer = setTimeout(poll, ASK_MS);
  };

  source.onmessage = ({ data }) => tell(JSON.parse(data));
  source.addEventListener("gone", () => {
    end();
    gone();
  });
  // It connects again by itself, unless it was refused.
  source.onerror = () => {
    if (!ended && source.readyState === EventSource.CLOSED) poll();
  };
  return end;
}
