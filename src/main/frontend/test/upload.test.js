import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, settle } from './page.js';

const MEGA = 1024 * 1024;
const BODY = `<section id="documents" data-list="/cases/1/documents" data-uploads="/uploads" data-signed-out="signed out" data-failed="failed"
    data-other-file="That is not {0}." data-sending="sending" data-judging="judging" data-waiting="waiting" data-broken="broken" data-paused="paused">
  <ul><li class="document" id="document-PLAN">
    <form class="upload"><input type="hidden" name="_csrf" value="t1"><input type="hidden" name="kind" value="PLAN">
      <input type="hidden" name="subject" value="1"><input type="hidden" name="task" value="2"><input type="file" id="choose"></form>
    <div data-uploading hidden><span data-name></span><strong data-percent></strong><span data-bytes></span><progress max="100" value="0"></progress>
      <span data-said></span><button type="button" data-pause>pause</button><button type="button" data-go hidden>go</button><button type="button" data-stop>stop</button></div>
    <div data-unfinished="/uploads/9" data-fingerprint="plan.pdf|10485760|5" data-name="plan.pdf"><input type="file" data-resume id="resume"></div>
    <p class="upload-problem"></p></li></ul></section>`;

const answered = (status, { detail, headers = {} } = {}) => ({
  originalResponse: { getStatus: () => status, getHeader: (name) => headers[name], getBody: () => (detail ? JSON.stringify({ detail }) : 'no json') },
});

const opened = async (before) => {
  const page = await open('upload.js', { body: BODY, before, fakes: { 'tus-js-client': './fakes/upload.js', 'htmx.org': './fakes/htmx.js' } });
  page.give = (input, name = 'plan.pdf', size = 10 * MEGA, lastModified = 5) => {
    const file = { name, size, lastModified };
    Object.defineProperty(page.find(input), 'files', { configurable: true, value: [file] });
    page.find(input).dispatchEvent(new page.window.Event('change', { bubbles: true }));
    return page.window.uploads?.at(-1);
  };
  page.refreshed = () => page.window.parts?.length ?? 0;
  page.problem = () => page.text('.upload-problem');
  return page;
};

test('begins as soon as a file is chosen, with what the server needs to know', async () => {
  const page = await opened();

  const upload = page.give('#choose', 'map.pdf', 3 * MEGA, 1);

  assert.equal(upload.starts, 1);
  assert.equal(upload.url, null);
  assert.equal(upload.options.headers['X-CSRF-TOKEN'], 't1');
  assert.deepEqual({ ...upload.options.metadata }, { filename: 'map.pdf', kind: 'PLAN', subject: '1', task: '2', fingerprint: 'map.pdf|3145728|1' });
});

test('begins with a file that was chosen before the script had arrived', async () => {
  const page = await opened((window) => Object.defineProperty(window.document.querySelector('#choose'), 'files', {
    value: [{ name: 'early.pdf', size: MEGA, lastModified: 2 }],
  }));

  assert.equal(page.window.uploads.length, 1);
  assert.equal(page.window.uploads[0].options.metadata.filename, 'early.pdf');
});

test('draws how far it is, and cannot be stopped any more while the file is judged', async () => {
  const page = await opened();
  const upload = page.give('#choose', 'map.pdf', 4 * MEGA);

  upload.options.onProgress(MEGA);
  assert.equal(page.text('[data-percent]'), '25%');
  assert.equal(page.text('[data-bytes]'), '1.0 MB / 4.0 MB');
  assert.equal(page.text('[data-said]'), 'sending');
  assert.equal(page.find('form.upload').hidden, true);

  upload.options.onProgress(4 * MEGA);
  assert.equal(page.text('[data-said]'), 'judging');
  assert.equal(page.find('[data-stop]').hidden, true);
  assert.equal(page.find('[data-go]').hidden, true);

  upload.options.onSuccess();
  assert.equal(page.refreshed(), 1);
});

test('goes on with the same file where it stopped, wherever it is chosen', async () => {
  const page = await opened();

  assert.equal(page.give('#choose').url, 'http://park.example/uploads/9');
  assert.equal(page.find('[data-unfinished]').hidden, true);
});

test('refuses to go on with another file, and says with which', async () => {
  const page = await opened();

  const upload = page.give('#resume', 'map.pdf');

  assert.equal(upload, undefined);
  assert.equal(page.problem(), 'That is not plan.pdf.');
});

for (const [status, words] of [[413, { detail: 'too large' }], [422, {}]]) {
  test(`ends what the server refuses with ${status}, and says why`, async () => {
    const page = await opened();
    const upload = page.give('#choose');

    upload.options.onError(answered(status, words));
    await settle();

    assert.equal(page.problem(), words.detail ?? 'failed');
    assert.equal(page.refreshed(), 1);
  });
}

test('says that whoever sends is signed out, and keeps the list as it is', async () => {
  const page = await opened();

  page.give('#choose').options.onError(answered(401, { headers: { 'HX-Redirect': '/sign-in' } }));
  await settle();

  assert.equal(page.problem(), 'signed out');
  assert.equal(page.refreshed(), 0);
});

for (const status of [0, 409, 423, 500, 503]) {
  test(`takes ${status || 'a cut line'} for an interruption, and goes on when the line is back`, async () => {
    const page = await opened();
    const upload = page.give('#choose');
    const error = status ? answered(status) : {};
    assert.equal(upload.options.onShouldRetry(error), true);
    assert.equal(page.text('[data-said]'), 'waiting');

    upload.options.onError(error);
    assert.equal(page.text('[data-said]'), 'broken');
    assert.equal(page.find('[data-go]').hidden, false);

    page.window.dispatchEvent(new page.window.Event('online'));
    assert.equal(upload.starts, 2);
    assert.equal(page.text('[data-said]'), 'sending');
  });
}

test('does not try again what was refused', async () => {
  const page = await opened();

  assert.equal(page.give('#choose').options.onShouldRetry(answered(413)), false);
});

test('pauses and goes on at a press, and gives up at another', async () => {
  const page = await opened();
  const upload = page.give('#choose');

  page.find('[data-pause]').click();
  await settle();
  assert.equal(upload.ended.join(), 'false');
  assert.equal(page.text('[data-said]'), 'paused');

  page.find('[data-go]').click();
  assert.equal(upload.starts, 2);

  page.find('[data-stop]').click();
  await settle();
  assert.equal(upload.ended.join(), 'false,true');
  assert.equal(page.refreshed(), 1);
});

test('keeps the keyboard at the line of the file, whatever is drawn anew there', async () => {
  const page = await opened();
  page.find('#choose').focus();
  page.give('#choose');
  page.find('#choose').blur();

  await page.pass(50);

  assert.equal(page.focused(), page.find('#document-PLAN'));
});

test('draws what is under way into a list that came anew', async () => {
  const page = await opened();
  page.give('#choose', 'map.pdf').options.onProgress(5 * MEGA);
  const lines = page.find('ul').innerHTML;

  page.find('#documents ul').innerHTML = lines.replace(/>50%</, '><');
  page.document.dispatchEvent(new page.window.Event('htmx:afterSwap'));

  assert.equal(page.text('[data-percent]'), '50%');
});

test('asks before a page is left while a file is under way, and not after', async () => {
  const page = await opened();
  const leaving = () => {
    const event = new page.window.Event('beforeunload', { cancelable: true });
    page.window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.equal(leaving(), false);

  const upload = page.give('#choose');
  assert.equal(leaving(), true);

  upload.options.onSuccess();
  assert.equal(leaving(), false);
});
