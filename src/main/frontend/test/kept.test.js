import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, settle } from './page.js';

const FORM = `<form method="post" action="/cases/1/withdraw">
  <input type="hidden" name="_csrf" value="t1">
  <label>Reason <textarea name="reason"></textarea></label>
  <label>Note <input name="note"></label><label>Note <input name="note"></label>
  <label><input type="radio" name="kind" value="A">A</label><label><input type="radio" name="kind" value="B">B</label>
  <button>Send</button></form>`;
const TYPED = 'ecopark.typed';

const left = (changes = {}) => ({
  [TYPED]: JSON.stringify({
    state: 'failed', person: 7, page: '/tasks/1', action: '/cases/1/withdraw', draft: null,
    fields: [
      { name: 'reason', value: 'because', label: 'Reason', text: true, checked: null },
      { name: 'note', value: 'first', label: 'Note', text: true, checked: null },
      { name: 'note', value: 'second', label: 'Note', text: true, checked: null },
      { name: 'kind', value: 'A', label: 'A', text: false, checked: false },
      { name: 'kind', value: 'B', label: 'B', text: false, checked: true },
    ], ...changes,
  }),
});
const stored = (page) => JSON.parse(page.window.sessionStorage.getItem(TYPED));

test('keeps what was typed in a form, with its label and the page', async () => {
  const page = await open('kept.js', { body: FORM });
  page.find('[name=reason]').value = 'because';

  page.script.keep(page.find('form'), 'sent');

  assert.equal(stored(page).page, '/tasks/1');
  assert.equal(stored(page).action, '/cases/1/withdraw');
  assert.deepEqual(stored(page).fields[0], { name: 'reason', value: 'because', label: 'Reason', text: true, checked: null });
  assert.ok(stored(page).fields.every(({ name }) => name !== '_csrf'));
});

test('keeps no form with a password, and none in which nothing was typed', async () => {
  const page = await open('kept.js', { body: `${FORM}<form id="sign-in" method="post"><input name="name" value="li"><input type="password" name="p" value="x"></form>` });

  page.script.keep(page.find('#sign-in'), 'sent');
  page.script.keep(page.find('form'), 'sent');

  assert.equal(stored(page), null);
});

test('fills a form in again after it has not arrived, equal names in their order', async () => {
  const page = await open('kept.js', { body: `<details>${FORM}</details>`, kept: left() });

  assert.equal(page.find('[name=reason]').value, 'because');
  assert.deepEqual([...page.document.querySelectorAll('[name=note]')].map(({ value }) => value), ['first', 'second']);
  assert.ok(page.find('[name=kind][value=B]').checked);
  assert.ok(!page.find('[name=kind][value=A]').checked);
  assert.ok(page.find('details').open);
  assert.equal(page.text('[data-stayed]'), 'restored');
  assert.equal(stored(page), null);
});

test('forgets what has arrived', async () => {
  const page = await open('kept.js', { body: FORM, kept: left({ state: 'sent' }) });

  assert.equal(page.find('[name=reason]').value, '');
  assert.equal(stored(page), null);
});

test('fills in again what was under way as the page was loaded anew', async () => {
  const page = await open('kept.js', { body: FORM, kept: left({ state: 'sent' }), navigation: 'reload' });

  assert.equal(page.find('[name=reason]').value, 'because');
});

test('leaves to the server what it has answered with errors', async () => {
  const page = await open('kept.js', { body: `<div data-errors></div>${FORM}`, kept: left() });

  assert.equal(page.find('[name=reason]').value, '');
  assert.equal(stored(page), null);
});

test('shows nobody the text of another', async () => {
  const page = await open('kept.js', { body: FORM, person: 8, kept: left() });

  assert.equal(page.find('[name=reason]').value, '');
  assert.equal(page.document.body.textContent.includes('because'), false);
  assert.equal(stored(page), null);
});

test('lays text out for copying where the page cannot be shown, with the way back', async () => {
  const page = await open('kept.js', { body: '<main class="problem"><div class="problem-box"></div></main>', address: 'http://park.example/cases/1/withdraw', kept: left() });

  assert.deepEqual([...page.document.querySelectorAll('[data-typed] textarea')].map(({ value }) => value), ['because', 'first', 'second']);
  assert.equal(page.find('[data-typed-back]').getAttribute('href'), '/tasks/1');
  assert.equal(stored(page).state, 'failed');
});

test('says elsewhere that something was not sent, and leads to it', async () => {
  const page = await open('kept.js', { body: '<main></main>', address: 'http://park.example/desk', kept: left() });

  assert.equal(page.text('[data-stayed] p'), 'unsent back');
  assert.equal(page.find('[data-stayed] a').getAttribute('href'), '/tasks/1');
  assert.notEqual(stored(page), null);
});

test('tells whoever signs in that text is kept', async () => {
  const page = await open('kept.js', { body: '<p data-kept-note hidden>kept</p>', person: 0, kept: left() });

  assert.equal(page.find('[data-kept-note]').hidden, false);
  assert.notEqual(stored(page), null);
});

test('gives the rows of a task back as a draft, with the token of the present session', async () => {
  const body = FORM.replace('<form', '<form data-draft-url="/tasks/1/draft"');
  const draft = { draft: 'reason=because&_csrf=old' };

  const taken = await open('kept.js', { body, kept: left(draft), answers: { '/tasks/1/draft': {} } });
  await settle();
  assert.equal(taken.asked[0].body, 'reason=because&_csrf=t1');
  assert.equal(stored(taken), null);

  const refused = await open('kept.js', { body, kept: left(draft), answers: { '/tasks/1/draft': { status: 409 } } });
  await settle();
  assert.equal(refused.find('#problem textarea').value, 'because');
  assert.notEqual(stored(refused), null);
});

test('bears a tab whose store is broken', async () => {
  const page = await open('kept.js', { body: FORM, kept: { [TYPED]: '{' } });

  assert.equal(page.script.read(), null);
});
