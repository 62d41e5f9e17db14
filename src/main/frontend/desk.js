// Arrow keys go through the work list, so that it can be worked off without a mouse.

const list = document.querySelector('.worklist');

list?.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) {
    return;
  }
  const buttons = [...list.querySelectorAll('tbody .button')];
  const next = buttons[buttons.indexOf(document.activeElement) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
