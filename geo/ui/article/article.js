// An article and its events, side by side: each leads to the other, and a selection in the text gives its code points.
// Streamlit calls draw() anew with every change of the data; what stands on the screen is kept where it did not change.

const FRAME = `
  <nav class="article-events"></nav>
  <div class="article-body">
    <div class="whole" tabindex="0"></div>
    <div class="picked" hidden>
      <span class="picked-said" role="status"></span>
      <button type="button" data-act="passage"></button>
      <button type="button" data-act="missed"></button>
    </div>
  </div>`;
const FLASH = 1200; // milliseconds

export function draw({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".article-root");
  if (!root) {
    root = document.createElement("div");
    root.className = "article-root";
    root.innerHTML = FRAME;
    parentElement.appendChild(root);
    root.reading = new Reading(root);
  }
  root.reading.show(data, setTriggerValue);
  return () => root.reading.end();
}

class Reading {
  constructor(root) {
    this.root = root;
    [this.list, this.whole, this.bar] = [".article-events", ".whole", ".picked"].map((part) => root.querySelector(part));
    this.whole.addEventListener("click", (event) => this.clicked(event));
    this.whole.addEventListener("focus", () => this.focused());
    this.whole.addEventListener("keydown", (event) => this.pressed(event));
    this.list.addEventListener("click", (event) => this.listed(event));
    this.bar.addEventListener("mousedown", (event) => event.preventDefault()); // else the selection goes
    this.bar.addEventListener("click", (event) => this.acted(event));
    this.selecting = () => this.selected();
    this.shown = {};
  }

  end() {
    document.removeEventListener("selectionchange", this.selecting);
  }

  // The data: article, text and events as HTML that the server escaped; the chosen event; words of the interface.
  show(data, send) {
    document.addEventListener("selectionchange", this.selecting); // once, however often it is said
    const before = this.shown;
    this.shown = data;
    this.send = send;
    if (before.events !== data.events) this.list.innerHTML = data.events;
    if (before.text !== data.text) {
      this.whole.innerHTML = data.text;
      if (before.article !== data.article) this.whole.scrollTop = 0;
    }
    this.whole.dir = data.direction;
    this.whole.lang = data.language;
    this.whole.setAttribute("aria-label", data.words.text);
    for (const button of this.bar.querySelectorAll("button")) button.textContent = data.words[button.dataset.act];
    this.bar.querySelector("[data-act=passage]").hidden = !data.open;
    this.highlight(data.chosen);
    if (before.chosen !== data.chosen || before.article !== data.article) this.lead(data.chosen, before.article === data.article);
    this.selected();
  }

  highlight(chosen) {
    this.chosen = chosen;
    for (const piece of this.whole.children) {
      piece.classList.toggle("here", tells(piece.dataset.events, chosen));
      piece.classList.toggle("mine", tells(piece.dataset.marked, chosen));
    }
    for (const row of this.list.querySelectorAll("[data-event]")) {
      row.setAttribute("aria-current", String(row.dataset.event === chosen));
    }
  }

  // Scrolls text and list to the event's first passage and flashes it.
  lead(chosen, smooth) {
    const pieces = [...this.whole.children].filter((piece) => tells(piece.dataset.events, chosen));
    const row = this.list.querySelector("[aria-current=true]");
    if (row) within(this.list, row, smooth);
    if (!pieces.length) return;
    within(this.whole, pieces[0], smooth);
    for (const piece of pieces) {
      piece.classList.remove("flash");
      void piece.offsetWidth; // starts the animation anew
      piece.classList.add("flash");
    }
    clearTimeout(this.flashing);
    this.flashing = setTimeout(() => pieces.forEach((piece) => piece.classList.remove("flash")), FLASH);
  }

  choose(event) {
    if (event !== this.chosen) {
      this.shown = { ...this.shown, chosen: event };
      this.highlight(event);
      this.send("chosen", { event, article: this.shown.article });
    }
    this.lead(event, true);
  }

  listed(click) {
    const row = click.target.closest("[data-event]");
    if (row) this.choose(row.dataset.event);
  }

  // A click on a passage chooses its event; where several share it, the next of them.
  clicked(click) {
    const events = click.target.closest("[data-events]")?.dataset.events.split(" ") ?? [];
    if (!events.length || !getSelection().isCollapsed) return;
    this.choose(events[(events.indexOf(this.chosen) + 1) % events.length]);
  }

  // With the keyboard, the word at hand is selected: the arrows move it, with Shift they stretch it.
  focused() {
    if (!this.whole.matches(":focus-visible") || this.span()) return;
    const start = this.whole.querySelector(".here") ?? this.whole.firstElementChild;
    if (!start) return;
    getSelection().collapse(start, 0);
    getSelection().modify("extend", "forward", "word");
  }

  pressed(press) {
    const across = { ArrowLeft: "left", ArrowRight: "right" }[press.key];
    const along = { ArrowUp: "backward", ArrowDown: "forward" }[press.key];
    if (press.ctrlKey || press.altKey || press.metaKey || !(across || (along && press.shiftKey))) {
      if (press.key === "Escape") getSelection().removeAllRanges();
      return;
    }
    press.preventDefault();
    const selection = getSelection();
    if (!selection.rangeCount || !this.whole.contains(selection.focusNode)) return this.focused();
    if (along) return selection.modify("extend", along, "line");
    if (!press.shiftKey) selection.collapse(selection.focusNode, selection.focusOffset);
    selection.modify("extend", across, "word");
  }

  selected() {
    const span = this.span();
    this.bar.hidden = !span;
    if (!span) return;
    const length = span.end - span.start, words = this.shown.words;
    this.bar.classList.toggle("long", length > this.shown.longest);
    this.bar.querySelector(".picked-said").textContent = words.picked.replace("{n}", length).replace("{most}", this.shown.longest);
    for (const button of this.bar.querySelectorAll("button")) button.disabled = length > this.shown.longest;
  }

  acted(click) {
    const act = click.target.dataset.act, span = this.span();
    if (!act || !span) return;
    getSelection().removeAllRanges();
    this.send("picked", { act, ...span, article: this.shown.article });
  }

  // The selection as code points of the article, without white space at its ends; null where nothing of it is selected.
  span() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const whole = document.createRange(), range = selection.getRangeAt(0).cloneRange();
    whole.selectNodeContents(this.whole);
    if (range.compareBoundaryPoints(Range.END_TO_START, whole) >= 0 || range.compareBoundaryPoints(Range.START_TO_END, whole) <= 0) return null;
    if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) range.setStart(this.whole, 0);
    if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) range.setEnd(this.whole, this.whole.childNodes.length);
    const text = points(range.cloneContents());
    let start = this.offset(range.startContainer, range.startOffset), end = this.offset(range.endContainer, range.endOffset);
    while (start < end && /\s/u.test(text.at(0))) [start] = [start + 1, text.shift()];
    while (start < end && /\s/u.test(text.at(-1))) [end] = [end - 1, text.pop()];
    return start < end ? { start, end } : null;
  }

  // The code point of the article at a place of the document inside the text.
  offset(node, at) {
    if (node === this.whole) {
      const piece = this.whole.childNodes[at], last = this.whole.lastChild;
      return piece ? Number(piece.dataset.at) : Number(last.dataset.at) + points(last).length;
    }
    let piece = node;
    while (piece.parentNode !== this.whole) piece = piece.parentNode;
    const before = document.createRange();
    before.setStart(piece, 0);
    before.setEnd(node, at);
    return Number(piece.dataset.at) + points(before.cloneContents()).length;
  }
}

// The code points of the article that a node shows. A control character is shown by its number, and is one.
function points(node) {
  if (node.nodeType === Node.TEXT_NODE) return [...node.data];
  if (node.classList?.contains("control")) return ["\u0000"];
  return [...node.childNodes].flatMap(points);
}

function tells(ids, id) {
  return !!id && !!ids && ids.split(" ").includes(id);
}

function within(box, inner, smooth) {
  const [outside, inside] = [box.getBoundingClientRect(), inner.getBoundingClientRect()];
  const behavior = smooth && !matchMedia("(prefers-reduced-motion: reduce)").matches ? "smooth" : "instant";
  box.scrollTo({ top: box.scrollTop + inside.top - outside.top - box.clientHeight / 3, behavior });
}
