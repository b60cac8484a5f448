// Saves the form inside a few seconds after typing stops, and says so. Without it, "Save draft"
// does the same. One save at a time: each needs the revision that the one before has given.
const PAUSE = 2500;

class AutoSave extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    for (const change of ["input", "change"]) this.form.addEventListener(change, () => this.wait());
    this.form.addEventListener("submit", (event) => this.letFinish(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.typed && this.save());
  }

  wait() {
    this.typed = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  save() {
    if (this.saving) return this.wait();
    if (!this.typed) return;
    this.typed = false;
    this.saving = this.send().finally(() => { this.saving = null; });
  }

  async send() {
    const typed = new FormData(this.form);
    typed.delete("file");
    const body = new URLSearchParams(typed);  // read by the site in a tenth of the time of a form with files
    try {
      const answer = await fetch(this.dataset.to, { method: "POST", body, keepalive: document.hidden });
      const news = this.querySelector("draft-news");
      if (answer.status === 409) return news.ask((await answer.json()).message);
      if (!answer.ok) throw new Error(answer.status);
      const saved = await answer.json();
      if (news.tell(saved)) this.readAt(saved);
      this.say(saved.not_saved);
    } catch {
      this.typed = true;
      this.show("unsaved", true);
    }
  }

  // From now on what is typed is compared with what has just been stored.
  readAt(saved) { for (const name of ["revision", "base"]) this.form.elements[name].value = saved[name]; }

  say(notSaved) {
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: "short", hourCycle: "h23" });
    const words = `${this.dataset.saved.replace("{time}", time)} ${notSaved}`;
    const status = this.querySelector("[data-status]");
    if (status.textContent !== words) status.textContent = words;  // said once a minute at most
    this.show("unsaved", false);
  }

  show(part, shown) { this.querySelector(`[data-${part}]`).hidden = !shown; }

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
