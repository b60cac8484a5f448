// Offers back what this device has kept of a draft from another page: one that lost the network,
// was closed or signed out. It is sent as the save that it was to be, so that it never writes over
// what others have stored since.
const NOT_WORDS = ["csrfmiddlewaretoken", "revision", "base", "page"];

class OfferedWords extends HTMLElement {
  connectedCallback() {
    [this.form, this.host] = [this.closest("form"), this.closest("auto-save")];
    this.kept = new KeptOnDevice(this.dataset.person, this.dataset.report);
    this.addEventListener("click", ({ target }) => target.type === "button" && this[target.value]());
    this.offer();
  }

  // What the page says anyhow is not worth a question.
  offer() {
    const here = this.said(this.host.words());
    const others = this.kept.entries().filter(({ page }) => page !== this.form.elements.page.value);
    for (const { page, words } of others) if (this.said(new URLSearchParams(words)) === here) this.kept.forget(page);
    this.offered = others.find(({ words }) => this.said(new URLSearchParams(words)) !== here);
    this.hidden = !this.offered;
    if (!this.offered) return;
    const time = new Date(this.offered.at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    this.querySelector("[data-when]").textContent = this.dataset.when.replace("{time}", time);
  }

  said(words) { return JSON.stringify([...words].filter(([name, said]) => said && !NOT_WORDS.includes(name) && !name.endsWith("-key")).sort()); }

  throwAway() {
    this.kept.forget(this.offered.page);
    this.offer();
  }

  async bringBack() {
    const words = new URLSearchParams(this.offered.words), token = this.form.elements.csrfmiddlewaretoken;
    words.set(token.name, token.value);
    const answer = await this.host.post(words).catch(() => ({ status: 0 }));
    if (![200, 409].includes(answer.status)) return this.host.tell("unsaved", answer.status);
    if (answer.status === 409 || (await answer.json()).not_saved) return this.decide(words);
    this.kept.forget(this.offered.page);
    location.assign(this.form.action);
  }

  // Something is to be chosen or put right: the site shows it.
  decide(words) {
    const form = Object.assign(document.createElement("form"), { method: "post", action: this.form.action, hidden: true });
    for (const [name, value] of words) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    document.body.append(form);
    form.submit();
  }
}

customElements.define("offered-words", OfferedWords);
