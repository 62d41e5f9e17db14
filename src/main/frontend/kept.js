// What was typed on a page and sent stays in this tab until the server has taken it: text for copying, and fields to fill in again.
// It is the text of one person; whoever else signs in here never sees it.

import { person, session, words } from './session.js';

const KEY = 'ecopark.typed';
const TYPED = 'input:not([type=hidden]):not([type=password]):not([type=file]):not([type=submit]):not([type=button]), select, textarea';

const pathOf = (address) => new URL(address, location.href).pathname;
const here = () => location.pathname + location.search;
const isText = (field) => field.matches('textarea, input:not([type=radio]):not([type=checkbox])');
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.matches(TYPED) && !field.disabled);
const labelOf = (field) => (field.labels?.[0]?.querySelector('.label, span') ?? field.labels?.[0])?.textContent.trim()
  || field.getAttribute('aria-label') || '';

export const read = () => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    if (kept && kept.person && person && kept.person !== person) {
      sessionStorage.removeItem(KEY);
      return null;
    }
    return kept;
  } catch {
    return null;
  }
};

const write = (kept) => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without room it is only less safe.
  }
};

export const forget = () => sessionStorage.removeItem(KEY);

/** @param state 'sent' until the answer is there, 'failed' once it is known not to have arrived */
export const keep = (form, state) => {
  const fields = fieldsOf(form);
  if (form.querySelector('input[type=password]') || !fields.some((field) => isText(field) && field.value.trim())) {
    return;
  }
  const before = read();
  // A page that is itself the answer to a form cannot be opened; the page of that form can.
  const page = before && document.querySelector('[data-errors]') && pathOf(before.action) === location.pathname ? before.page : here();
  write({
    state, person, page, action: pathOf(form.action),
    draft: form.dataset.draftUrl ? new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString() : null,
    fields: fields.map((field) => ({
      name: field.name, value: field.value, label: labelOf(field), text: isText(field) && field.type !== 'date',
      checked: field.matches('[type=radio], [type=checkbox]') ? field.checked : null,
    })),
  });
};

const fail = (kept) => {
  kept.state = 'failed';
  write(kept);
};

const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
};

/** All that was typed, for copying, and the way back to where it can be sent. */
const show = (kept, box) => {
  const part = element('section', '', { class: 'unsent', 'data-typed': '' });
  part.append(element('h2', words.typed));
  if (kept.page !== here()) {
    const back = element('p', '');
    back.append(element('a', words.back, { href: kept.page, class: 'button main', 'data-typed-back': '' }));
    part.append(back);
  }
  kept.fields.filter(({ text, value }) => text && value.trim()).forEach(({ label, value }) => {
    const line = element('label', '', { class: 'field' });
    const area = element('textarea', '', { rows: 3, readonly: '' });
    area.value = value;
    line.append(element('span', label, { class: 'label' }), area);
    part.append(line);
  });
  box.append(part);
};

const fill = (form, kept) => {
  const seen = {};
  kept.fields.forEach(({ name, value, checked }) => {
    const all = fieldsOf(form).filter((field) => field.name === name);
    if (checked !== null) {
      all.filter((field) => field.value === value && field.checked !== checked).forEach((field) => {
        field.checked = checked;
      });
      return;
    }
    const at = seen[name] ?? 0;
    seen[name] = at + 1;
    if (all[at]) {
      all[at].value = value;
    }
  });
  form.dispatchEvent(new Event('input', { bubbles: true }));
  form.dispatchEvent(new Event('change', { bubbles: true }));
};

export const say = (text, link) => {
  const box = document.getElementById('problem');
  const part = element('div', '', { class: 'errors', 'data-stayed': '' });
  const line = element('p', text);
  if (link) {
    line.append(' ', link);
  }
  part.append(line);
  box.replaceChildren(part);
};

// Rows of a task page come and go; the server fills them from a draft.
const restoreTask = async (form, kept) => {
  const fields = new URLSearchParams(kept.draft);
  fields.set('_csrf', form.elements._csrf.value);
  const answer = await fetch(form.dataset.draftUrl, { method: 'POST', body: fields, headers: { Accept: 'application/json' } }).catch(() => null);
  if (answer?.ok) {
    forget();
    location.reload();
  } else {
    show(kept, document.getElementById('problem'));
  }
};

const arrive = () => {
  const kept = read();
  if (!kept) {
    return;
  }
  const [navigation] = performance.getEntriesByType('navigation');
  const again = navigation && /reload|back_forward/.test(navigation.type) && !navigation.redirectCount;
  const refused = document.querySelector('main.problem');
  const signIn = document.querySelector('[data-kept-note]');
  if (refused || signIn) {
    fail(kept);
    if (refused) {
      show(kept, document.querySelector('.problem-box') ?? refused);
    } else {
      signIn.hidden = false;
    }
    return;
  }
  if (document.querySelector('[data-errors]') || (kept.state === 'sent' && !again)) {
    forget();
    return;
  }
  const form = [...document.forms].find((one) => one.method === 'post' && pathOf(one.action) === kept.action);
  if (form && kept.draft) {
    restoreTask(form, kept);
  } else if (form) {
    form.closest('details')?.setAttribute('open', '');
    fill(form, kept);
    forget();
    say(words.restored);
  } else if (kept.page === here()) {
    show(kept, document.getElementById('problem'));
    forget();
  } else {
    say(words.unsent, element('a', words.back, { href: kept.page }));
  }
};

if (session) {
  arrive();
}
