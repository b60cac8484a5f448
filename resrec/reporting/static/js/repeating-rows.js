// Adds and removes rows in place. Without it, the same buttons send the form and get the page
// back with a row more or less. A row is found by the input that holds its key.
class RepeatingRows extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.name === "add") this.act(event, () => this.begin());
      if (button?.name === "remove") this.act(event, () => this.show(button, false) && this.querySelector('button[name="add"]').focus());
    });
  }

  act(event, change) {
    event.preventDefault();
    change();
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  begin() {
    const key = crypto.getRandomValues(new Uint32Array(1))[0].toString(16).padStart(8, "0");
    this.add(key).closest("[data-row]").querySelector("input:not([type=hidden]), select, textarea").focus();
  }

  add(key) {
    const total = this.querySelector('input[name$="-TOTAL_FORMS"]');
    const rows = this.querySelector("[data-rows]");
    const shown = rows.querySelectorAll("[data-row]:not([hidden])").length;
    const made = document.createElement("template");
    made.innerHTML = this.querySelector("template").innerHTML
      .replaceAll("__prefix__", total.value).replaceAll("__number__", shown + 1);
    rows.append(made.content.querySelector("[data-row]"));
    total.value = Number(total.value) + 1;
    const input = rows.lastElementChild.querySelector('input[name$="-key"]');
    input.value = key;
    return input;
  }

  find(key) { return [...this.querySelectorAll('input[name$="-key"]')].find((one) => one.value === key); }

  // A row that is gone stays in the form, marked and out of sight: saving takes it away.
  show(field, shown) {
    const row = field?.closest("[data-row]");
    if (row) row.querySelector('input[name$="-DELETE"]').value = shown ? "" : "on";
    if (row) row.hidden = !shown;
    return true;
  }

  // Names a body or a country, or with no words takes the name that was there away.
  putName(words, was) {
    const shown = [...this.querySelectorAll('[data-row]:not([hidden]) input[name$="-name"]')];
    const at = (name) => shown.find((one) => one.value.trim() === name);
    if (!words) return this.show(at(was), false);
    const field = at(words) ?? at("") ?? this.add(crypto.randomUUID().slice(0, 8)).closest("[data-row]").querySelector('input[name$="-name"]');
    field.value = words;
    return true;
  }
}

customElements.define("repeating-rows", RepeatingRows);
