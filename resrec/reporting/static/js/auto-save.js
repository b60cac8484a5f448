// Saves the form inside a few seconds after typing stops. Without it, "Save draft" does the same.
// One save at a time: each needs the revision that the one before has given. One that fails is
// tried again, ever more slowly, and at once when the network is back.
const PAUSE = 2500, LONGEST_PAUSE = 60_000;

class AutoSave extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    for (const change of ["input", "change"]) this.form.addEventListener(change, () => this.wait(PAUSE));
    this.form.addEventListener("submit", (event) => this.letFinish(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.save());
    window.addEventListener("online", () => this.save());
  }

  wait(pause) {
    this.typed = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  save() {
    if (!this.typed) return;
    if (this.saving) return this.wait(PAUSE);
    this.typed = false;
    this.saving = this.send().finally(() => { this.saving = null; });
  }

  // Read by the site in a tenth of the time of a form with files.
  words() { return new URLSearchParams([...new FormData(this.form)].filter(([, value]) => typeof value === "string")); }
  post(words) { return fetch(this.dataset.to, { method: "POST", body: words, keepalive: document.hidden }); }
  tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail })); }

  async send() {
    const news = this.querySelector("draft-news");
    let answer;
    try {
      answer = await this.post(this.words());
      if (answer.status === 409) return news.ask((await answer.json()).message);
      if (!answer.ok) throw new Error(answer.status);
      const saved = await answer.json();
      if (news.tell(saved)) for (const name of ["revision", "base"]) this.form.elements[name].value = saved[name];
      this.failed = 0;
      this.tell("saved", saved.not_saved);
    } catch {
      this.failed = (this.failed ?? 0) + 1;
      this.wait(Math.min(PAUSE * 2 ** this.failed, LONGEST_PAUSE));
      this.tell("unsaved", answer?.status);
    }
  }

  // A save on its way, or one made while leaving, would make what is being sent an older copy.
  async letFinish(event) {
    clearTimeout(this.timer);
    this.typed = false;
    if (!this.saving) return;
    event.preventDefault();
    await this.saving;
    this.form.requestSubmit(event.submitter);
  }
}

customElements.define("auto-save", AutoSave);
