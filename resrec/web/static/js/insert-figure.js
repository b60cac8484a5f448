/* <insert-figure for="text" from="figure">: its button puts the chosen figure's name in braces at
   the caret. Without scripts the button asks the server, which puts it behind the words. */
customElements.define("insert-figure", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  handleEvent(event) {
    const text = document.getElementById(this.getAttribute("for"));
    const key = document.getElementById(this.getAttribute("from"))?.value;
    if (!text || !event.target.closest("button")) return;
    event.preventDefault();
    if (!key) return;
    text.focus();
    text.setRangeText(`{${key}}`, text.selectionStart, text.selectionEnd, "end");
  }
});
