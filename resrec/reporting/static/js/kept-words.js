// Says whether what is typed is saved, and keeps it on this device until it is.
const MOMENT = 300;

class KeptWords extends HTMLElement {
  connectedCallback() {
    [this.form, this.host] = [this.closest("form"), this.closest("auto-save")];
    this.kept = new KeptOnDevice(this.dataset.person, this.dataset.report);
    for (const change of ["input", "change"]) this.form.addEventListener(change, () => this.soon());
    this.form.addEventListener("submit", () => this.keep());
    this.host.addEventListener("saved", ({ detail }) => this.saved(detail));
    this.host.addEventListener("unsaved", ({ detail }) => this.unsaved(detail));
  }

  soon() { clearTimeout(this.timer); this.timer = setTimeout(() => this.host.typed && this.keep(), MOMENT); }
  keep() { return this.kept.keep(this.form.elements.page.value, this.host.words().toString()); }

  saved(notSaved) {
    if (this.host.typed || notSaved) this.keep();
    else this.kept.forget(this.form.elements.page.value);
    this.show("");
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: "short", hourCycle: "h23" });
    const words = `${this.dataset.saved.replace("{time}", time)} ${notSaved}`;
    const status = this.host.querySelector("[data-status]");
    if (status.textContent !== words) status.textContent = words;  // said once a minute at most
  }

  unsaved(status) {
    const isKept = this.keep();
    this.show(!isKept ? "unkept" : [401, 403].includes(status) ? "signed-out" : "unsent");
  }

  show(part) { for (const one of this.children) one.hidden = one.dataset.part !== part; }
}

customElements.define("kept-words", KeptWords);
