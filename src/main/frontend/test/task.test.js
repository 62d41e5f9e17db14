import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, settle } from './page.js';

const task = (more = '', attributes = '') => `<form method="post" action="/tasks/1" data-task data-draft-url="/tasks/1/draft"
    data-draft-failed="not kept" data-draft-signed-out="signed out" ${attributes}>
  <input type="hidden" name="_csrf" value="t1"><p data-others hidden></p>
  <div class="outcome"><input type="radio" name="outcome" value="YES" data-label="Forward" data-previewed="true">
    <p class="outcome-then"><span>to the   Office</span><span>x</span></p></div>
  <div class="outcome"><input type="radio" name="outcome" value="NO" data-label="Send back" data-needs-reason="true"></div>
  <textarea id="opinion" name="opinion" data-count></textarea><span data-counted></span>
  <span data-optional>optional</span><span data-reason-needed hidden>needed</span>
  <div data-phrases hidden><button type="button" class="phrase">Agreed</button></div>
  <button data-submit-button data-submit-with="Submit: ">Submit</button><span data-then></span><button data-preview hidden>Preview</button>
  ${more}<p data-draft-said><span></span><span></span></p></form>`;
const said = (page) => page.find('[data-draft-said]').lastElementChild.textContent;
const kept = { json: { said: 'kept at 10:00', others: [] } };
const opened = (answer, more, others = {}) => open('task.js', { body: task(more), answers: { '/tasks/1/draft': answer, '/session': { json: { person: 7, token: 't2' } } }, ...others });

test('keeps what is typed soon after the last key, and only then', async () => {
  const page = await opened(kept);

  page.type('[name=opinion]', 'a');
  await page.pass(1000);
  page.type('[name=opinion]', 'ab');
  await page.pass(1000);
  assert.equal(page.asks('/tasks/1/draft').length, 0);

  await page.pass(500);
  assert.equal(new URLSearchParams(page.asks('/tasks/1/draft')[0].body).get('opinion'), 'ab');
  assert.equal(said(page), 'kept at 10:00');

  await page.pass(20000);
  assert.equal(page.asks('/tasks/1/draft').length, 1);
});

test('keeps it in the tab while the server fails, and tries again', async () => {
  let down = true;
  const page = await opened(() => (down ? { status: 500 } : kept));

  page.type('[name=opinion]', 'words');
  await page.pass(1500);
  assert.equal(said(page), 'not kept');
  assert.equal(JSON.parse(page.window.sessionStorage.getItem('ecopark.typed')).state, 'failed');

  down = false;
  await page.pass(10000);
  assert.equal(said(page), 'kept at 10:00');
  assert.equal(page.window.sessionStorage.getItem('ecopark.typed'), null);
});

test('waits for the last key again where somebody goes on typing while the server fails', async () => {
  let answer;
  const waiting = new Promise((done) => {
    answer = done;
  });
  const page = await opened(kept);
  const real = page.window.fetch;
  page.window.fetch = () => waiting;
  page.type('[name=opinion]', 'a');
  await page.pass(1500);
  page.type('[name=opinion]', 'ab');
  answer({ ok: false, status: 500, redirected: false, headers: { get: () => null } });
  await settle();
  page.window.fetch = real;

  await page.pass(30000);

  assert.equal(page.asks('/tasks/1/draft').length, 1);
});

test('renews the token where the same person has signed in again', async () => {
  let first = true;
  const page = await opened(() => {
    const answer = first ? { status: 403 } : kept;
    first = false;
    return answer;
  });

  page.type('[name=opinion]', 'words');
  await page.pass(1500);

  assert.deepEqual(page.asks('/tasks/1/draft').map(({ body }) => new URLSearchParams(body).get('_csrf')), ['t1', 't2']);
  assert.equal(said(page), 'kept at 10:00');
});

test('sends nothing under the name of somebody else', async () => {
  const page = await opened({ status: 401 }, '', {
    answers: { '/tasks/1/draft': { status: 401 }, '/session': { json: { person: 8, token: 'his' } } },
  });

  page.type('[name=opinion]', 'words');
  await page.pass(1500);

  assert.equal(page.asks('/tasks/1/draft').length, 1);
  assert.equal(said(page), 'signed out');
  assert.equal(page.find('[name=_csrf]').value, 't1');
});

test('says what the server says of a refusal, and does not insist', async () => {
  const page = await opened({ status: 409, json: { detail: 'somebody else has it' } });

  page.type('[name=opinion]', 'words');
  await page.pass(60000);

  assert.equal(said(page), 'somebody else has it');
  assert.equal(page.asks('/tasks/1/draft').length, 1);
});

test('takes what was submitted for a draft no longer, until it turns out to have stayed', async () => {
  const page = await opened(kept);
  page.type('[name=opinion]', 'words');
  page.find('form').dispatchEvent(new page.window.CustomEvent('going'));
  await page.pass(5000);
  page.window.dispatchEvent(new page.window.Event('pagehide'));
  assert.equal(page.asks('/tasks/1/draft').length, 0);

  page.find('form').dispatchEvent(new page.window.CustomEvent('stayed'));
  await page.pass(1500);
  assert.equal(page.asks('/tasks/1/draft').length, 1);
});

test('tells of colleagues at the same task', async () => {
  const page = await opened({ json: { said: 'kept', others: ['Li is here.', 'Wang is here.'] } });

  page.type('[name=opinion]', 'words');
  await page.pass(1500);

  assert.equal(page.text('[data-others]'), 'Li is here. Wang is here.');
  assert.equal(page.find('[data-others]').hidden, false);
});

test('says with each outcome what the button does, what follows, and whether a reason is needed', async () => {
  const page = await opened(kept);
  assert.equal(page.text('[data-submit-button]'), 'Submit');

  page.choose('[value=YES]');
  assert.equal(page.text('[data-submit-button]'), 'Submit: Forward');
  assert.equal(page.text('[data-then]'), 'to the Office');
  assert.equal(page.find('[data-preview]').hidden, false);
  assert.equal(page.find('#opinion').required, false);

  page.choose('[value=NO]');
  assert.equal(page.text('[data-submit-button]'), 'Submit: Send back');
  assert.equal(page.text('[data-then]'), '');
  assert.equal(page.find('[data-preview]').hidden, true);
  assert.equal(page.find('#opinion').required, true);
  assert.equal(page.find('[data-reason-needed]').hidden, false);
  assert.equal(page.find('[data-optional]').hidden, true);
});

test('adds and drops points, and the focus goes along', async () => {
  const row = '<li class="point-row"><textarea name="point"></textarea><button type="button" data-drop-point>drop</button></li>';
  const page = await opened(kept, `<div data-points><ol>${row}</ol><template>${row}</template><button type="button" data-add-point hidden>add</button></div>`);
  const rows = () => page.document.querySelectorAll('ol .point-row');
  assert.equal(page.find('[data-add-point]').hidden, false);
  assert.equal(page.find('ol [data-drop-point]').hidden, true);

  page.find('[data-add-point]').click();
  assert.equal(rows().length, 2);
  assert.equal(page.focused(), rows()[1].querySelector('textarea'));
  assert.equal(page.find('ol [data-drop-point]').hidden, false);

  rows()[0].querySelector('[data-drop-point]').click();
  assert.equal(rows().length, 1);
  assert.equal(page.focused(), page.find('[data-add-point]'));
  assert.equal(page.find('ol [data-drop-point]').hidden, true);
});

test('posts no field that is hidden for what was chosen', async () => {
  const page = await opened(kept, `<select name="f.form"><option value="new">new</option><option value="old">old</option></select>
    <div data-hide-field="form" data-hide-value="new" data-hide-equal="true"><input name="f.since"></div>`);
  assert.equal(page.find('[name="f.since"]').disabled, true);
  assert.equal(page.find('[data-hide-field]').hidden, true);

  page.find('select').value = 'old';
  page.find('select').dispatchEvent(new page.window.Event('change', { bubbles: true }));

  assert.equal(page.find('[name="f.since"]').disabled, false);
  assert.equal(page.find('[data-hide-field]').hidden, false);
});

test('offers only days between those that a date stands between', async () => {
  const page = await opened(kept, `<input type="date" name="first" min="2018-01-01" data-not-after="second third">
    <input type="date" name="second" value="2018-05-02"><input type="date" name="third" value="2018-04-01" data-not-before="first">`);

  assert.equal(page.find('[name=first]').max, '2018-04-01');
  page.type('[name=first]', '2018-03-03');
  assert.equal(page.find('[name=third]').min, '2018-03-03');
  assert.equal(page.find('[name=first]').min, '2018-01-01');
});

test('puts a phrase behind what is there, as a sentence of its own', async () => {
  const page = await opened(kept);
  page.type('#opinion', '材料齐全');

  page.find('.phrase').click();

  assert.equal(page.find('#opinion').value, '材料齐全。Agreed');
  assert.equal(page.text('[data-counted]'), '11');
  assert.equal(page.focused(), page.find('#opinion'));
});

test('walks through tabs by arrow keys, round at the ends', async () => {
  const page = await open('task.js', {
    body: '<div data-tabs><div class="tabs"><a href="#one" id="tab-one">1</a><a href="#two" id="tab-two">2</a></div><div id="one">one</div><div id="two">two</div></div>',
    address: 'http://park.example/tasks/1#two',
  });
  assert.equal(page.find('#one').hidden, true);
  assert.equal(page.find('#tab-two').getAttribute('aria-selected'), 'true');

  page.press('#tab-two', 'ArrowRight');

  assert.equal(page.focused(), page.find('#tab-one'));
  assert.equal(page.find('#two').hidden, true);
  assert.equal(page.find('#tab-two').tabIndex, -1);
});
