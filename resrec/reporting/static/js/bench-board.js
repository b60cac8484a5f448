// Passages are dragged into the account, statements to another place, or moved by Alt and an arrow.
// Every one of these sends a form that is also there as buttons.
customElements.define("bench-board", class extends HTMLElement {
  connectedCallback() {
    if (!this.querySelector("#arrange")) return;
    this.querySelectorAll(".grip, [data-with-script]").forEach((one) => { one.hidden = false; });
    ["dragstart", "dragover", "drop", "dragend", "keydown"].forEach((kind) => this.addEventListener(kind, this));
    this.pane = this.querySelector(".account");
    addEventListener("pagehide", () => sessionStorage.setItem("bench", `${scrollY} ${this.pane.scrollTop}`));
    addEventListener("load", () => this.comeBack());
  }

  // After a press each side stands as it was read; what the address names is in sight on its own.
  comeBack() {
    const place = location.hash && document.getElementById(location.hash.slice(1));
    const [left, right] = (sessionStorage.getItem("bench") ?? "").split(" ").map(Number);
    const isBack = document.referrer.split(/[?#]/)[0] === location.href.split(/[?#]/)[0];
    if (isBack && right !== undefined && this.pane.scrollHeight > this.pane.clientHeight) {
      if (this.pane.contains(place)) scrollTo(0, left);
      this.pane.scrollTop = right;
    }
    if (!place) return;
    place.focus({ preventScroll: true });
    if (!place.matches("section")) place.scrollIntoView({ block: "nearest" });
  }

  handleEvent(event) { this[event.type](event); }

  // A grip takes the whole; marked words of a passage are taken as they are.
  dragstart(event) {
    const at = event.target.nodeType === 1 ? event.target : event.target.parentElement;
    const byGrip = at.matches(".grip");
    this.held = at.closest(byGrip ? "quote-passage, .bench-statement" : "quote-passage");
    if (!this.held) return;
    this.words = byGrip ? null : this.held.chosen;
    if (byGrip) event.dataTransfer.setData("text/plain", this.held.id);
    event.dataTransfer.effectAllowed = "copyMove";
  }

  dragover(event) {
    const list = this.held && event.target.closest?.(".bench-statements");
    this.mark(list && (event.target.closest(".bench-statement") || list));
    if (list) event.preventDefault();
  }

  dragend() { this.mark(this.held = null); }

  mark(place) {
    this.querySelector(".drop-here")?.classList.remove("drop-here");
    place?.classList.add("drop-here");
  }

  drop(event) {
    event.preventDefault();
    const section = event.target.closest(".bench-statements").dataset.section;
    const key = event.target.closest(".bench-statement")?.dataset.key ?? "";
    const isPassage = this.held.matches("quote-passage");
    if (isPassage) return this.held.send({ words: this.words, target: key || section });
    const form = this.querySelector("#arrange");
    form.action = this.held.dataset.move;
    form.elements.section.value = section;
    form.elements.before.value = key;
    form.requestSubmit();
  }

  keydown(event) {
    const to = event.altKey && { ArrowUp: "up", ArrowDown: "down" }[event.key];
    const button = to && event.target.closest(".bench-statement")?.querySelector(`[name=to][value=${to}]`);
    if (!button || event.target.matches("textarea, select")) return;
    event.preventDefault();
    button.form.requestSubmit(button);
  }
});
