// What this device keeps of drafts: one entry a person, report and page, each {at, words}. A device
// that is full or keeps nothing is no error.
const LONGEST = 30 * 24 * 3600 * 1000;

class KeptOnDevice {
  constructor(person, report) { Object.assign(this, { all: `draft:${person}:`, prefix: `draft:${person}:${report}:` }); }

  // Gives whether it is kept.
  keep(page, words) {
    try {
      localStorage.setItem(this.prefix + page, JSON.stringify({ at: Date.now(), words }));
      return true;
    } catch { return false; }
  }

  forget(page) { try { localStorage.removeItem(this.prefix + page); } catch { /* nothing is kept */ } }

  // Gives those of the report, the oldest first; what is older than a month is forgotten.
  entries() {
    try {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(this.all));
      const read = names.map((name) => ({ name, ...JSON.parse(localStorage.getItem(name)) }));
      for (const { name, at } of read) if (Date.now() - at > LONGEST) localStorage.removeItem(name);
      return read.filter(({ name }) => name.startsWith(this.prefix)).sort((one, other) => one.at - other.at)
        .map(({ name, ...entry }) => ({ page: name.slice(this.prefix.length), ...entry }));
    } catch { return []; }
  }
}

// A report that was handed in has all its words.
customElements.define("sent-words", class extends HTMLElement {
  connectedCallback() {
    const kept = new KeptOnDevice(this.dataset.person, this.dataset.report);
    for (const { page } of kept.entries()) kept.forget(page);
  }
});
