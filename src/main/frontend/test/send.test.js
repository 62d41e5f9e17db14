import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, settle } from './page.js';

const BODY = `<form method="post" action="/cases/1/withdraw">
  <input type="hidden" name="_csrf" value="t1">
  <input name="title"><textarea name="reason" maxlength="5"></textarea><input name="hidden" hidden><input name="last">
  <button id="send">Send</button></form>`;
const TASK = `<form method="post" action="/tasks/1" data-draft-url="/tasks/1/draft">
  <input type="hidden" name="_csrf" value="t1"><textarea name="opinion"></textarea>
  <input type="radio" name="outcome" value="YES" checked data-asked="It ends the case."><span data-then>closed</span>
  <button id="send" data-submit-button>Refuse</button></form>
  <dialog data-ask><h2></h2><p id="ask-text"></p><p data-ask-then></p><button data-ask-yes></button></dialog>`;
const SAME = { json: { person: 7, token: 't2' } };

const opened = async (session, body = BODY) => {
  const answer = { now: session };
  const page = await open('send.js', { body, answers: { '/session': () => answer.now } });
  page.left = 0;
  page.window.addEventListener('submit', (event) => {
    page.left += event.defaultPrevented ? 0 : 1;
    event.preventDefault();
  });
  page.session = (now) => {
    answer.now = now;
  };
  page.send = async () => {
    page.find('form').requestSubmit(page.find('#send'));
    await settle();
  };
  return page;
};

test('leaves the page with the token of the present session, and keeps what was typed', async () => {
  const page = await opened(SAME);
  page.find('[name=title]').value = 'words';

  await page.send();

  assert.equal(page.left, 1);
  assert.equal(page.find('[name=_csrf]').value, 't2');
  assert.equal(JSON.parse(page.window.sessionStorage.getItem('ecopark.typed')).state, 'sent');
});

test('stays without a line, and goes at the next press', async () => {
  const page = await opened(new TypeError('offline'));

  await page.send();
  assert.equal(page.left, 0);
  assert.equal(page.text('#problem'), 'no line');

  page.session(SAME);
  await page.send();
  assert.equal(page.left, 1);
  assert.equal(page.text('#problem'), '');
});

test('stays where somebody else has signed in, and keeps the token of nobody else', async () => {
  const page = await opened({ json: { person: 8, token: 'his' } });

  await page.send();

  assert.equal(page.left, 0);
  assert.equal(page.text('#problem'), 'other person');
  assert.equal(page.find('[name=_csrf]').value, 't1');
});

test('leads whoever is signed out to signing in, with what was typed kept', async () => {
  const page = await opened({ json: { person: 0, token: 'none' } });
  page.find('[name=title]').value = 'words';

  await page.send();

  assert.equal(page.left, 0);
  assert.equal(page.text('#problem'), 'signed out sign in');
  assert.equal(page.find('#problem a').getAttribute('href'), '/tasks/1');
  assert.equal(JSON.parse(page.window.sessionStorage.getItem('ecopark.typed')).state, 'failed');
});

test('takes an answer for none that is a fault', async () => {
  const page = await opened({ status: 503, json: { person: 7, token: 't2' } });

  await page.send();

  assert.equal(page.text('#problem'), 'no line');
});

test('sends once however often the button is pressed, until five seconds have passed', async () => {
  const page = await opened(SAME);

  page.find('form').requestSubmit(page.find('#send'));
  page.find('form').requestSubmit(page.find('#send'));
  await settle();
  assert.equal(page.left, 1);

  await page.send();
  assert.equal(page.left, 1);

  await page.pass(5000);
  await page.send();
  assert.equal(page.left, 2);
});

test('tells too long a text at its field, cuts nothing and asks nobody', async () => {
  const page = await opened(SAME);
  page.type('[name=reason]', '1234567');

  await page.send();

  assert.equal(page.find('[name=reason]').value, '1234567');
  assert.equal(page.text('.too-long'), '5 at most, 2 too many');
  assert.equal(page.find('[name=reason]').getAttribute('aria-invalid'), 'true');
  assert.equal(page.text('#problem'), 'too long');
  assert.equal(page.focused(), page.find('[name=reason]'));
  assert.equal(page.asked.length, 0);

  page.type('[name=reason]', '12345');
  assert.equal(page.find('.too-long').hidden, true);
  await page.send();
  assert.equal(page.left, 1);
});

test('counts in fields that come later, too', async () => {
  const page = await opened(SAME);
  page.find('form').insertAdjacentHTML('beforeend', '<p><textarea name="more" maxlength="3"></textarea></p>');
  await settle();

  page.type('[name=more]', '1234');

  assert.equal(page.text('.too-long'), '3 at most, 1 too many');
});

test('asks once before what cannot be undone', async () => {
  const page = await opened(SAME, TASK);

  await page.send();
  assert.equal(page.find('dialog').open, true);
  assert.equal(page.text('#ask-text'), 'It ends the case.');
  assert.equal(page.text('[data-ask-yes]'), 'Refuse');
  assert.equal(page.text('[data-ask-then]'), 'closed');
  page.find('dialog').close('no');
  await settle();
  assert.equal(page.left, 0);

  await page.send();
  page.find('dialog').close('yes');
  await settle();
  assert.equal(page.left, 1);
});

test('takes a dialog that is only closed for no', async () => {
  const page = await opened(SAME, TASK);
  page.find('dialog').returnValue = 'yes';

  await page.send();
  page.find('dialog').close();
  await settle();

  assert.equal(page.left, 0);
});

test('does not ask before the server has refused for want of an answer', async () => {
  const page = await opened(SAME, TASK);
  page.find('[name=opinion]').required = true;
  page.find('form').noValidate = true;

  await page.send();

  assert.equal(page.find('dialog').open, false);
  assert.equal(page.left, 1);
});

test('waits for files that are under way', async () => {
  const body = `${TASK}<ul><li class="document busy"><div data-uploading></div></li></ul>`.replace(/data-asked="[^"]*"/, '');
  const page = await opened(SAME, body);

  await page.send();
  assert.equal(page.text('#problem'), 'still uploading');

  page.find('.document [data-uploading]').hidden = true;
  await page.send();
  assert.equal(page.left, 1);
});

test('goes on to the next field with Enter, past hidden ones, and decides nothing', async () => {
  const page = await opened(SAME);
  page.find('[name=title]').focus();

  assert.equal(page.press('[name=title]', 'Enter').defaultPrevented, true);
  assert.equal(page.focused(), page.find('[name=reason]'));
  assert.equal(page.press('[name=reason]', 'Enter').defaultPrevented, false);

  page.press('[name=hidden]', 'Enter');
  page.find('[name=last]').focus();
  page.press('[name=last]', 'Enter');
  assert.equal(page.focused(), page.find('#send'));
});

test('lets forms alone on pages without a session', async () => {
  const page = await open('send.js', { body: BODY, person: null });
  let prevented = null;
  page.window.addEventListener('submit', (event) => {
    prevented = event.defaultPrevented;
    event.preventDefault();
  });

  page.find('form').requestSubmit(page.find('#send'));

  assert.equal(prevented, false);
});
