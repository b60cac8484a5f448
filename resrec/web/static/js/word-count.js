/* <word-count for="id" one="{n} word" other="{n} words">: how long a text has become.
   The words come from the page, in its language; without scripts nothing is shown. */
customElements.define("word-count", class extends HTMLElement {
  connectedCallback() {
    this.field = document.getElementById(this.getAttribute("for"));
    this.plural = new Intl.PluralRules(document.documentElement.lang);
    this.field?.addEventListener("input", this);
    this.handleEvent();
  }

  disconnectedCallback() {
    this.field?.removeEventListener("input", this);
  }

  handleEvent() {
    const n = this.field?.value.match(/\S+/g)?.length ?? 0;
    const form = this.getAttribute(this.plural.select(n)) ?? this.getAttribute("other") ?? "{n}";
    this.textContent = form.replace("{n}", n.toLocaleString(document.documentElement.lang));
  }
});
