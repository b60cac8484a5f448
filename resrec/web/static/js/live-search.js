/* <live-search for="form" part="id">: while one types or picks, the part is fetched anew from the
   form's own address. Without scripts the form is sent by its button and gives the same page. */
customElements.define("live-search", class extends HTMLElement {
  connectedCallback() {
    this.form = document.getElementById(this.getAttribute("for"));
    this.addEventListener("input", this);
    this.addEventListener("change", this);
  }

  handleEvent(event) {
    if (event.target.form !== this.form) return;
    clearTimeout(this.waiting);
    const isWord = event.target.type === "search";
    if (isWord && event.type === "change") return;
    this.waiting = setTimeout(() => this.renew(isWord), isWord ? 300 : 0);
  }

  async renew(isWord) {
    const asked = new URLSearchParams([...new FormData(this.form)].filter(([, value]) => value));
    const address = `${this.form.action}?${asked}`;
    this.abort?.abort();
    this.abort = new AbortController();
    try {
      const answer = await fetch(isWord ? `${address}&typing=1` : address, { signal: this.abort.signal });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.show(page.getElementById(this.getAttribute("part")));
      history.replaceState(null, "", address);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  }

  /* Whoever was at a box or had a list open finds it so again. */
  show(part) {
    const shown = document.getElementById(part.id);
    const at = document.activeElement;
    const open = [...shown.querySelectorAll("details")].map((one) => one.open && one.closest("fieldset").querySelector("legend").textContent);
    shown.replaceWith(part);
    this.querySelector("[role=status]").textContent = part.querySelector("h2").textContent;
    for (const one of part.querySelectorAll("details")) {
      one.open = open.includes(one.closest("fieldset").querySelector("legend").textContent);
    }
    if (at?.value && at.type === "checkbox") {
      part.querySelector(`[name="${at.name}"][value="${CSS.escape(at.value)}"]`)?.focus();
    }
  }
});
