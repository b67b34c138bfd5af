// Asks without loading the page anew; without this script the same form simply posts,
// and so it does in a browser too old for what the script needs.
"use strict";

const isCapable = typeof SubmitEvent === "function" && "submitter" in SubmitEvent.prototype
  && "requestSubmit" in HTMLFormElement.prototype && "timeout" in AbortSignal;

if (isCapable) (() => {
  const form = document.getElementById("chat");
  const log = document.getElementById("log");
  const input = document.getElementById("question");
  const send = form.querySelector(".send");
  const texts = form.dataset;
  const TIMEOUT = 20000;
  const SESSION = "jingwu.session";
  const NUMBERS = new Set(["110", "119", "120", "122", "12356", "96110"]);
  let isWaiting = false;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // A page that came with an answer goes on with the session of that answer.
  // A browser may refuse storage; then every question starts a session of its own.
  function session() {
    try { return sessionStorage.getItem(SESSION) || texts.session || null; } catch { return null; }
  }

  function keepSession(value) {
    try { sessionStorage.setItem(SESSION, value); } catch { /* as above */ }
  }

  function dropSession() {
    texts.session = "";
    try { sessionStorage.removeItem(SESSION); } catch { /* as above */ }
  }

  function list(className, nodes) {
    const made = element("ul", className);
    for (const node of nodes) {
      const item = element("li");
      item.append(node);
      made.append(item);
    }
    return made;
  }

  function link(target) {
    const made = element("a", "", target.title);
    made.href = target.url;
    made.rel = "noopener noreferrer";
    made.target = "_blank";
    return made;
  }

  // A box that is ticked stays on this page; it has no name, so that it is never sent.
  function tick(text) {
    const made = element("label");
    const box = element("input");
    box.type = "checkbox";
    made.append(box, " ", element("span", "", text));
    return made;
  }

  function block(part) {
    const made = element("div", part.kind);
    if (part.text) made.append(element(part.kind === "heading" ? "h2" : "p", "", part.text));
    const isTicked = part.kind === "checklist";
    if (part.items.length) made.append(list(isTicked ? "ticks" : "", isTicked ? part.items.map(tick) : part.items));
    if (part.links.length) made.append(list("links", part.links.map(link)));
    return made;
  }

  function choices(offered, language) {
    const made = element("div", "choices");
    made.lang = language;
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", texts.choices);
    for (const { label, choice } of offered) {
      const button = element("button", "", label);
      button.name = "choice";
      button.value = choice;
      made.append(button);
    }
    return made;
  }

  function question(text) {
    const made = element("p", "question");
    made.dir = "auto";
    made.append(element("span", "who", texts.you), text);
    return made;
  }

  function call(number) {
    const made = element("a", "call", number);
    made.href = `tel:${number}`;
    return made;
  }

  function line(text) {
    const made = element("p");
    made.append(...text.split(/(\d+)/).map((piece) => NUMBERS.has(piece) ? call(piece) : piece));
    return made;
  }

  // The emergency card is a bubble of its own, which a screen reader says at once.
  function alarm(part, language) {
    const made = element("div", "answer alert");
    made.setAttribute("role", "alert");
    made.lang = language;
    made.append(...part.text.split("\n").map(line));
    return made;
  }

  function answer(reply, language) {
    const shown = reply.blocks.filter((part) => part.kind === "card").map((part) => alarm(part, language));
    const others = reply.blocks.filter((part) => part.kind !== "card");
    if (others.length) {
      const made = element("article", "answer");
      made.lang = language;
      made.append(...others.map(block));
      shown.push(made);
    }
    if (reply.choices.length) shown.push(choices(reply.choices, language));
    return shown;
  }

  function apology(text) {
    return [element("p", "answer", text)];
  }

  // What was not taken stands in the field again, to be sent once more.
  function giveBack(turn) {
    if (turn.text && !input.value) input.value = turn.text;
  }

  async function ask(turn) {
    const response = await fetch("/api/chat", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept-Language": texts.language },
      body: JSON.stringify({ session: session(), ...turn }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const reply = await response.json();
    if (turn.choice === "forget" && reply.outcome === "guided") dropSession();
    else if (reply.session) keepSession(reply.session);
    if (!response.ok) giveBack(turn);
    if (!reply.blocks) return apology(reply.error || texts.offline);
    return answer(reply, response.headers.get("Content-Language") || texts.language);
  }

  async function take(label, turn) {
    isWaiting = true;
    send.disabled = true;
    const asked = question(label);
    const waiting = element("p", "waiting", texts.waiting);
    if (label) log.append(asked);
    log.append(waiting);
    (label ? asked : waiting).scrollIntoView({ block: "start" });
    const shown = await ask(turn).catch(() => {
      giveBack(turn);
      return apology(texts.offline);
    });
    waiting.replaceWith(...shown);
    (label ? asked : shown[0]).scrollIntoView({ block: "start" });
    isWaiting = false;
    send.disabled = false;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isWaiting) return;
    const pressed = event.submitter;
    const isTyped = !pressed || !pressed.name;
    if (isTyped) {
      const text = input.value;
      input.value = "";
      await take(text.trim(), { text });
    } else if (pressed.name === "example") {
      await take(pressed.textContent, { text: pressed.value });
    } else {
      if (pressed.value === "forget") {
        log.replaceChildren();
        input.value = "";
      }
      const language = (pressed.closest(".choices") || {}).lang || texts.language;
      const label = pressed.value === "forget" ? "" : pressed.textContent;
      await take(label, { choice: pressed.value, language });
    }
    // On a phone the focus opens the keyboard, which would hide the answer to a press.
    if (isTyped || matchMedia("(pointer: fine)").matches) input.focus({ preventScroll: true });
  });

  // Enter also confirms a Chinese character that is still being composed (229 in Safari).
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    form.requestSubmit(send);
  });
})();
