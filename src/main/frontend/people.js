// Finds somebody among the people of the demonstration without asking the server.

const filter = document.querySelector('[data-people-filter]');

if (filter) {
  const [words, waiting] = filter.querySelectorAll('input');
  const none = filter.querySelector('[data-people-none]');
  const groups = [...document.querySelectorAll('[data-people] section')];

  const apply = () => {
    const wanted = words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let any = false;
    groups.forEach((group) => {
      let shown = false;
      group.querySelectorAll('li').forEach((line) => {
        const text = line.textContent.toLowerCase();
        line.hidden = !wanted.every((word) => text.includes(word)) || (waiting.checked && line.dataset.waiting !== 'true');
        shown = shown || !line.hidden;
      });
      group.hidden = !shown;
      // Whoever is looked for by name is found among those who are folded, too.
      group.querySelectorAll('details').forEach((folded) => {
        folded.open = wanted.length > 0;
        folded.hidden = waiting.checked;
      });
      any = any || shown;
    });
    none.hidden = any;
  };

  filter.hidden = false;
  words.addEventListener('input', apply);
  waiting.addEventListener('change', apply);
  apply();
}
