// Header, menus, filters and error summaries.

document.documentElement.classList.add('scripted');

const each = (selector, action, root = document) => root.querySelectorAll(selector).forEach(action);

each('[data-print]', (button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

each('select[data-submit]', (select) => select.addEventListener('change', () => select.form.requestSubmit()));

document.addEventListener('change', ({ target }) => {
  const name = target.closest?.('.file-box')?.querySelector('[data-file-name]');
  if (name && target.files.length) {
    name.textContent = target.files[0].name;
  }
});

const search = document.getElementById('search');
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && search && !event.ctrlKey && !event.metaKey && !event.altKey
      && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && !event.target.isContentEditable) {
    event.preventDefault();
    search.focus();
  }
  if (event.key === 'Escape') {
    each('details.menu[open]', (menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
});

document.addEventListener('click', (event) => {
  each('details.menu[open]', (menu) => {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  });
});

// What is wider than the screen can be scrolled by keyboard; the strip of steps opens at the present one.
each('.steps-strip, .table-box', (strip) => {
  if (strip.scrollWidth > strip.clientWidth) {
    strip.tabIndex = 0;
  }
  const present = strip.querySelector('[aria-current="step"]');
  if (present) {
    strip.scrollLeft = present.offsetLeft - (strip.clientWidth - present.offsetWidth) / 2;
  }
});

const errors = document.querySelector('[data-errors]');
if (errors) {
  errors.focus();
}

// What a link leads to is not left folded, and paper folds nothing.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  let fold = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest('details');
  while (fold) {
    fold.open = true;
    fold = fold.parentElement.closest('details');
  }
});
const printed = [];
window.addEventListener('beforeprint', () => each('main details:not(.menu):not([open])', (fold) => {
  fold.open = true;
  printed.push(fold);
}));
window.addEventListener('afterprint', () => printed.splice(0).forEach((fold) => {
  fold.open = false;
}));
