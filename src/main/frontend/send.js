// A form leaves its page only when it can arrive: with a line, by the same person, with the token of the present session. Otherwise the page
// stays as it is, says why, and the next press goes on.
import { keep, say } from './kept.js';
import { person, session, standing, takeToken, words } from './session.js';

// Milliseconds after which another press is possible, and after which nothing is shown as under way any more.
const RELEASE = 5000;
const LONGEST = 30000;

// Too long a text is told where it is too long, instead of being cut while it is pasted.
const longestOf = (field) => Number(field.dataset.longest);
const over = (field) => field.value.length - longestOf(field);
const count = (field) => {
  let told = field.parentElement.querySelector(':scope > .too-long');
  if (over(field) > 0 && !told) {
    told = field.parentElement.insertBefore(document.createElement('p'), field.nextSibling);
    told.className = 'error too-long';
    told.setAttribute('role', 'status');
  }
  if (told) {
    told.hidden = over(field) <= 0;
    told.textContent = over(field) > 0 ? words.tooLong.replace('{0}', longestOf(field)).replace('{1}', over(field)) : '';
    field.setAttribute('aria-invalid', String(over(field) > 0));
  }
};
const countIn = (root) => root.querySelectorAll('[maxlength]').forEach((field) => {
  field.dataset.longest = field.maxLength;
  field.removeAttribute('maxlength');
});
document.querySelectorAll('form[method="post"]').forEach(countIn);
new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => {
  if (node.nodeType === Node.ELEMENT_NODE && node.closest('form[method="post"]')) {
    countIn(node);
  }
}))).observe(document.body, { childList: true, subtree: true });
document.addEventListener('input', ({ target }) => target.dataset?.longest && count(target));

const hindrance = async (form) => {
  const tooLong = [...form.querySelectorAll('[data-longest]')].find((field) => !field.disabled && over(field) > 0);
  if (tooLong) {
    count(tooLong);
    tooLong.focus();
    return words.tooLongSomewhere;
  }
  if (form.dataset.draftUrl && document.querySelector('.document.busy [data-uploading]:not([hidden])')) {
    return words.uploading;
  }
  const now = await standing();
  if (!now) {
    return words.offline;
  }
  if (now.person !== person) {
    return now.person ? words.otherPerson : words.signedOut;
  }
  takeToken(now.token);
  return null;
};

const stay = (form, reason) => {
  delete form.dataset.sent;
  form.dispatchEvent(new CustomEvent('stayed'));
  if (reason === words.signedOut) {
    // The page itself leads to signing in, and back.
    keep(form, 'failed');
    const link = document.createElement('a');
    link.href = location.pathname + location.search;
    link.textContent = words.signIn;
    say(reason, link);
  } else {
    say(reason);
  }
};

// Issuing a document takes its time; the button says that it is under way.
const rest = (form) => form.querySelector('[aria-busy]')?.removeAttribute('aria-busy');

const release = (form) => {
  if (form.dataset.sent) {
    delete form.dataset.sent;
    form.dispatchEvent(new CustomEvent('stayed'));
  }
};

// What cannot simply be undone is asked about once, with what will happen; not while an answer is lacking, for which it will be refused.
const confirmed = (form) => {
  const chosen = form.querySelector('input[name="outcome"]:checked');
  const dialog = document.querySelector('dialog[data-ask]');
  if (!form.dataset.draftUrl || !chosen?.dataset.asked || !dialog || [...form.elements].some((field) => field.validity?.valueMissing)) {
    return true;
  }
  dialog.querySelector('h2').textContent = form.querySelector('[data-submit-button]').textContent;
  dialog.querySelector('#ask-text').textContent = chosen.dataset.asked;
  dialog.querySelector('[data-ask-then]').textContent = form.querySelector('[data-then]').textContent;
  dialog.querySelector('[data-ask-yes]').textContent = form.querySelector('[data-submit-button]').textContent;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true });
  });
};

// A second press while the first is under way does nothing; the token on the form guards the rest.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.method !== 'post' || form.hasAttribute('hx-post') || event.defaultPrevented || !session || event.submitter?.hasAttribute('data-preview')) {
    return;
  }
  if (form.dataset.going) {
    delete form.dataset.going;
    return;
  }
  event.preventDefault();
  if (form.dataset.sent) {
    return;
  }
  form.dataset.sent = 'true';
  if (!await confirmed(form)) {
    release(form);
    return;
  }
  const reason = await hindrance(form);
  if (reason) {
    stay(form, reason);
    return;
  }
  document.getElementById('problem').replaceChildren();
  keep(form, 'sent');
  form.dispatchEvent(new CustomEvent('going'));
  form.dataset.going = 'true';
  if (form.dataset.draftUrl) {
    event.submitter?.setAttribute('aria-busy', 'true');
    setTimeout(() => rest(form), LONGEST);
  }
  form.requestSubmit(event.submitter?.form === form ? event.submitter : null);
  // Still here: leaving was called off, or the answer was a file.
  setTimeout(() => release(form), RELEASE);
});
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    document.querySelectorAll('form[data-sent]').forEach(release);
    document.querySelectorAll('form[data-task]').forEach(rest);
  }
});

// Enter in a field of one line goes on to the next field; only a button decides.
document.addEventListener('keydown', (event) => {
  const field = event.target;
  const form = field.form;
  if (event.key !== 'Enter' || event.isComposing || !form || form.method !== 'post' || form.hasAttribute('data-enter')
      || !field.matches('input:not([type=submit]):not([type=button]):not([type=file]):not([type=reset])')) {
    return;
  }
  event.preventDefault();
  const fields = [...form.elements].filter((one) => one.matches('input:not([type=hidden]), select, textarea, button') && !one.disabled && one.offsetParent);
  fields[fields.indexOf(field) + 1]?.focus();
});
