// Adds and removes rows in place. Without it, the same buttons send the form and get the page
// back with a row more or less.
class RepeatingRows extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.name === "add") this.act(event, () => this.add());
      if (button?.name === "remove") this.act(event, () => this.remove_(button));
    });
  }

  act(event, change) {
    event.preventDefault();
    change();
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  add() {
    const total = this.querySelector('input[name$="-TOTAL_FORMS"]');
    const rows = this.querySelector("[data-rows]");
    const shown = rows.querySelectorAll("[data-row]:not([hidden])").length;
    const made = document.createElement("template");
    made.innerHTML = this.querySelector("template").innerHTML
      .replaceAll("__prefix__", total.value).replaceAll("__number__", shown + 1);
    const row = made.content.querySelector("[data-row]");
    const key = crypto.getRandomValues(new Uint32Array(1))[0].toString(16).padStart(8, "0");
    row.querySelector('input[name$="-key"]').value = key;
    rows.append(row);
    total.value = Number(total.value) + 1;
    row.querySelector("input:not([type=hidden]), select, textarea").focus();
  }

  // The row stays in the form, marked and out of sight: saving takes it away.
  remove_(button) {
    const row = button.closest("[data-row]");
    row.querySelector('input[name$="-DELETE"]').value = "on";
    row.hidden = true;
    this.querySelector('button[name="add"]').focus();
  }
}

customElements.define("repeating-rows", RepeatingRows);
