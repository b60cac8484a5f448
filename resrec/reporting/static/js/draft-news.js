// Tells what others have changed in the same draft, and takes it over into what one has not
// touched. The cursor stays where it is, and a field with the cursor in it as it is.
class DraftNews extends HTMLElement {
  // Gives whether the page now holds all of it; else the next save asks again.
  tell({ news = [], taken = [], gone = [] }) {
    this.ask("");
    this.form = this.closest("form");
    const done = taken.map(([place, words, was]) => this.put(place, words, was));
    for (const row of gone) this.rowsOf(row).show(this.rowsOf(row).find(row.split(":")[1]), false);
    const said = news.map((words) => Object.assign(document.createElement("p"), { textContent: words }));
    if (said.length) this.querySelector("[data-news]").replaceChildren(...said);
    return done.every(Boolean);
  }

  // Both have changed the same.
  ask(message) {
    this.querySelector("[data-message]").textContent = message;
    this.querySelector("[data-conflict]").hidden = !message;
  }

  put(place, words, was) {
    const [line, part] = place.split("/");
    if (line.includes(":")) return this.putIntoRow(line, part, words, was);
    if (part === undefined) return this.fill(this.form.elements[line], words, was);
    if (this.rowsOf(line)) return this.rowsOf(line).putName(words, was);
    for (const box of this.form.querySelectorAll(`[name="${line}"]`)) if (box.value === part) box.checked = Boolean(words);
    return true;
  }

  fill(field, words, was) {
    if (field?.type === "checkbox") field.checked = Boolean(words);
    if (!field || field.type === "checkbox") return true;
    const now = field.value.normalize("NFC").trim();
    if (now !== words && (now !== was || field === document.activeElement)) return false;
    if (now !== words) field.value = words;
    return true;
  }

  putIntoRow(row, name, words, was) {
    const key = row.split(":")[1], rows = this.rowsOf(row), found = rows.find(key) ?? (words && rows.add(key));
    if (!found) return true;
    rows.show(found, true);
    return this.fill(this.form.elements[found.name.replace(/key$/, name)], words, was);
  }

  rowsOf(row) { return this.form.elements[`${row.split(":")[0]}-TOTAL_FORMS`]?.closest("repeating-rows"); }
}

customElements.define("draft-news", DraftNews);
