import { test } from 'node:test';
import assert from 'node:assert/strict';
import { open, settle } from './page.js';

const URL = '/admin/studio/1/diagrams/a.bpmn';

const drawing = async (answers) => {
  const page = await open('studio-keep.js', { body: '<input type="hidden" name="_csrf" value="t">', answers });
  const states = [];
  const found = [];
  let xml = '<one/>';
  const keeper = new page.script.Keeper({ url: URL, xml: async () => xml, say: (state, words) => states.push(words ? `${state}: ${words}` : state), found: (one) => found.push(one) });
  return { ...page, keeper, states, found, draw: (to) => {
    xml = to;
    keeper.changed();
  } };
};
const saved = (step) => ({ json: { step, findings: [{ words: `of ${step}` }] } });
const refused = (status, problem, detail) => ({ status, json: { type: `/problems/${problem}`, detail } });

test('keeps the drawing a moment after the last change, as the next step', async () => {
  const { keeper, states, found, draw, asks, pass } = await drawing({ [URL]: ({ path }) => saved(Number(path.split('=')[1]) + 1) });
  draw('<two/>');
  await pass(1000);
  draw('<three/>');
  await pass(1000);
  assert.equal(keeper.dirty, true);
  await pass(600);
  draw('<four/>');
  await pass(2000);
  assert.deepEqual(states, ['unsaved', 'unsaved', 'saving', 'saved', 'unsaved', 'saving', 'saved']);
  assert.deepEqual(found.map(([{ words }]) => words), ['of 1', 'of 2']);
  assert.equal(keeper.step, 2);
  assert.equal(keeper.left(), null);
  assert.equal(asks(`${URL}?seen=0`)[0].body, '<three/>');
  assert.equal(asks(`${URL}?seen=1`)[0].body, '<four/>');
});

test('what is drawn while it is being sent is sent afterwards', async () => {
  const { keeper, states, draw, pass } = await drawing({ [URL]: () => {
    if (keeper.version === 1) {
      draw('<later/>');
    }
    return saved(keeper.step + 1);
  } });
  draw('<two/>');
  await pass(1600);
  assert.equal(states.at(-1), 'unsaved');
  await pass(1600);
  assert.equal(states.at(-1), 'saved');
  assert.equal(keeper.step, 2);
});

test('without a connection it stays on this computer and is sent again', async () => {
  let line = false;
  const { keeper, states, draw, pass } = await drawing({ [URL]: () => (line ? saved(1) : new TypeError('no line')) });
  draw('<two/>');
  await pass(1600);
  assert.equal(states.at(-1), 'offline');
  assert.deepEqual({ ...keeper.left() }, { step: 0, xml: '<two/>' });
  line = true;
  await pass(15000);
  assert.equal(states.at(-1), 'saved');
  assert.equal(keeper.left(), null);
});

test('a session that began again takes it with its own token', async () => {
  let token = 'old';
  const { states, draw, pass, find } = await drawing({
    [URL]: () => (token === 'new' ? saved(1) : { status: 403, json: {} }),
    '/session': () => {
      token = 'new';
      return { json: { person: 7, token } };
    },
  });
  draw('<two/>');
  await pass(1600);
  assert.equal(states.at(-1), 'saved');
  assert.equal(find('[name=_csrf]').value, 'new');
});

test('whoever is signed out, or somebody else by now, is told, and it stays', async () => {
  const { keeper, states, draw, pass } = await drawing({ [URL]: { status: 403, json: {} }, '/session': { json: { person: 8, token: 'x' } } });
  draw('<two/>');
  await pass(1600);
  assert.equal(states.at(-1), 'signedOut');
  assert.equal(keeper.left().xml, '<two/>');
});

test('nothing is overwritten: it stops where another step holds', async () => {
  const { keeper, states, draw, asked, pass } = await drawing({ [URL]: refused(409, 'studio.moved-on', 'somebody else') });
  draw('<two/>');
  await pass(1600);
  draw('<three/>');
  await pass(60000);
  assert.equal(states.at(-1), 'moved: somebody else');
  assert.equal(asked.length, 1);
  assert.equal(keeper.left().xml, '<two/>');
});

test('stops where the draft has ended', async () => {
  const { keeper, states, draw, pass } = await drawing({ [URL]: refused(409, 'studio.ended', 'ended') });
  draw('<two/>');
  await pass(1600);
  assert.equal(states.at(-1), 'ended: ended');
  assert.equal(keeper.stopped, true);
});

test('waits as long as somebody else draws', async () => {
  let held = true;
  const { states, draw, pass } = await drawing({ [URL]: () => (held ? refused(409, 'studio.held', 'Li draws') : saved(1)) });
  draw('<two/>');
  await pass(1600);
  assert.equal(states.at(-1), 'held: Li draws');
  held = false;
  await pass(15000);
  await settle();
  assert.equal(states.at(-1), 'saved');
});

test('what the server does not take is told in its words', async () => {
  const { keeper, states, draw, pass } = await drawing({ [URL]: refused(413, 'studio.diagram-too-large', 'too large') });
  draw('<two/>');
  await pass(1600);
  assert.equal(states.at(-1), 'refused: too large');
  assert.equal(keeper.dirty, true);
});
