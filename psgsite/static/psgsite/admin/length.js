// Says how long a summary is while it is written. Without it, the help text says what is best.
(() => {
  const BEST = { id_summary: 200, id_search_description: 160 };
  const PAUSE = 1000; // milliseconds without a key, before it is read out

  const message = (count, best) => {
    const written = `${count} ${count === 1 ? "character" : "characters"}`;
    return count > best
      ? `${written}: ${count - best} more than is best.`
      : `${written}: up to ${best} is best.`;
  };

  const guide = (field, best) => {
    const shown = document.createElement("p");
    shown.className = "help psg-length";
    shown.setAttribute("aria-hidden", "true");
    const spoken = document.createElement("p");
    spoken.className = "w-sr-only";
    spoken.setAttribute("role", "status");
    field.after(shown, spoken);

    let waiting;
    const show = () => {
      shown.textContent = message([...field.value.trim()].length, best);
    };
    field.addEventListener("input", () => {
      show();
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        spoken.textContent = shown.textContent;
      }, PAUSE);
    });
    show();
  };

  for (const [id, best] of Object.entries(BEST)) {
    const field = document.getElementById(id);
    if (field) guide(field, best);
  }
})();
