// Words marked in a passage become a statement. Without this script the form for them does.
customElements.define("quote-passage", class extends HTMLElement {
  connectedCallback() {
    this.words = this.querySelector(".words");
    this.button = this.querySelector("[data-selected]");
    if (!this.button) return;
    this.watch = () => this.look();
    document.addEventListener("selectionchange", this.watch);
    this.button.addEventListener("click", () => this.chosen && this.send());
  }

  disconnectedCallback() {
    document.removeEventListener("selectionchange", this.watch);
  }

  // Remember what is marked in this passage: pressing a button may unmark it.
  look() {
    const selection = document.getSelection();
    const range = selection.rangeCount && selection.getRangeAt(0);
    const exact = selection.toString().trim();
    const inside = range && exact && this.words.contains(range.commonAncestorContainer);
    if (inside) this.chosen = { exact, near: this.offset(range) };
    else if (document.activeElement !== this.button) this.chosen = null;
    this.button.hidden = !this.chosen;
  }

  // Characters from the start of the passage, counted as the server counts them.
  offset(range) {
    const before = document.createRange();
    before.setStart(this.words, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return [...before.toString()].length;
  }

  // The one form of the page, as the button for the whole passage sends it, but with these words
  // and, where they were dropped, with what they become.
  send({ words = this.chosen, target = "" } = {}) {
    const whole = this.querySelector("[form]");
    const fields = whole.form.elements;
    if (words) {
      fields.whole.value = "";
      fields.exact.value = words.exact;
      fields.near.value = words.near;
    }
    fields.target.value = target;
    whole.form.requestSubmit(whole);
    whole.form.reset();
  }
});
