// Offers names on record while one types into an input whose list stands in this element. Without
// it the input is a plain one, and any name can be written.
const SHORTEST = 2, TYPING = 200;

class KnownNames extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("datalist");
    document.addEventListener("input", ({ target }) => target.list === this.list && this.wait(target));
  }

  wait(field) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.offer(field.value.trim()), TYPING);
  }

  async offer(typed) {
    this.abort?.abort();
    if (typed.length < SHORTEST) return;
    this.abort = new AbortController();
    try {
      const answer = await fetch(`${this.dataset.from}?${new URLSearchParams({ q: typed })}`, { signal: this.abort.signal });
      if (answer.ok) this.show((await answer.json()).names);
    } catch { /* names are a help: without a network one goes on typing */ }
  }

  show(names) {
    this.list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { value: name })));
  }
}

customElements.define("known-names", KnownNames);
