import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open } from './page.js';

test('leads to the errors of a page first', async () => {
  const page = await open('page.js', { body: '<div data-errors tabindex="-1">wrong</div>' });

  assert.equal(page.focused(), page.find('[data-errors]'));
});

test('looks for something with a stroke, but not while somebody types one', async () => {
  const page = await open('page.js', { body: '<input id="search"><textarea id="text"></textarea><p id="other">x</p>' });

  page.find('#text').focus();
  assert.equal(page.press('#text', '/').defaultPrevented, false);
  assert.equal(page.focused(), page.find('#text'));

  assert.equal(page.press('#other', '/').defaultPrevented, true);
  assert.equal(page.focused(), page.find('#search'));
});

test('closes a menu with Escape and goes back to what opened it', async () => {
  const page = await open('page.js', { body: '<details class="menu" open><summary>menu</summary><a href="/x">x</a></details><p id="other">x</p>' });

  page.press('a', 'Escape');
  assert.equal(page.find('details').open, false);
  assert.equal(page.focused(), page.find('summary'));

  page.find('details').open = true;
  page.find('#other').click();
  assert.equal(page.find('details').open, false);
});

test('unfolds whatever a link leads into, all the way up', async () => {
  const page = await open('page.js', { body: '<a href="#%E7%82%B9">to</a><details id="outer"><details><p id="点">point</p></details></details>' });

  page.find('a').click();

  assert.deepEqual([...page.document.querySelectorAll('details')].map((fold) => fold.open), [true, true]);
});

test('folds nothing on paper, and folds it again afterwards', async () => {
  const page = await open('page.js', { body: '<main><details id="one"></details><details id="two" open></details><details class="menu"></details></main>' });
  const folds = () => [...page.document.querySelectorAll('details')].map((fold) => fold.open);

  page.window.dispatchEvent(new page.window.Event('beforeprint'));
  assert.deepEqual(folds(), [true, true, false]);

  page.window.dispatchEvent(new page.window.Event('afterprint'));
  assert.deepEqual(folds(), [false, true, false]);
});

test('names the file that was chosen', async () => {
  const page = await open('page.js', { body: '<p class="file-box"><input type="file"><span data-file-name>none</span></p>' });
  Object.defineProperty(page.find('input'), 'files', { value: [{ name: 'plan.pdf' }] });

  page.find('input').dispatchEvent(new page.window.Event('change', { bubbles: true }));

  assert.equal(page.text('[data-file-name]'), 'plan.pdf');
});

test('walks through the work list by arrow keys, and stops at its ends', async () => {
  const row = (id) => `<tr><td><a class="button" id="${id}" href="#">open</a></td></tr>`;
  const page = await open('desk.js', { body: `<table class="worklist"><tbody>${row('a')}${row('b')}</tbody></table>` });
  page.find('#a').focus();

  assert.equal(page.press('#a', 'ArrowDown').defaultPrevented, true);
  assert.equal(page.focused(), page.find('#b'));
  assert.equal(page.press('#b', 'ArrowDown').defaultPrevented, false);
  page.press('#b', 'ArrowUp');
  assert.equal(page.focused(), page.find('#a'));
});

test('finds people by all words, those who are folded too, and those with work alone', async () => {
  const page = await open('people.js', {
    body: `<div data-people-filter hidden><input id="words"><input type="checkbox" id="waiting"><p data-people-none hidden>none</p></div>
      <div data-people><section id="park"><ul><li id="li" data-waiting="true">Li Park</li></ul><details><ul><li id="wu">Wu park</li></ul></details></section>
      <section id="office"><ul><li id="sun">Sun office</li></ul></section></div>`,
  });
  const shown = () => [...page.document.querySelectorAll('li')].filter((line) => !line.closest('[hidden]')).map(({ id }) => id);
  assert.equal(page.find('[data-people-filter]').hidden, false);
  assert.deepEqual(shown(), ['li', 'wu', 'sun']);

  page.type('#words', ' PARK wu ');
  assert.deepEqual(shown(), ['wu']);
  assert.equal(page.find('details').open, true);

  page.type('#words', 'nobody');
  assert.equal(page.find('[data-people-none]').hidden, false);

  page.type('#words', '');
  page.choose('#waiting');
  assert.deepEqual(shown(), ['li']);
});
