import { test } from 'node:test';
import assert from 'node:assert/strict';
import { inMenu, inPad, inPalette } from '../studio-palette.js';
import { say } from '../studio-words.js';

const entries = (...ids) => Object.fromEntries(ids.map((id) => [id, {}]));

test('the palette has what the server takes', () => {
  assert.deepEqual(Object.keys(inPalette(entries('hand-tool', 'tool-separator', 'create.start-event', 'create.intermediate-event', 'create.task', 'create.data-object',
    'create.participant-expanded', 'create.group', 'create.end-event'))), ['hand-tool', 'tool-separator', 'create.start-event', 'create.end-event']);
});

test('beside an element stands no step without a kind', () => {
  assert.deepEqual(Object.keys(inPad(entries('append.append-task', 'append.end-event', 'append.intermediate-event', 'append.receive-task', 'delete', 'replace'))),
    ['append.end-event', 'delete', 'replace']);
});

test('nothing is changed into a script', () => {
  assert.deepEqual(Object.keys(inMenu(entries('replace-with-script-task', 'replace-with-user-task', 'replace-with-business-rule-task', 'replace-with-conditional-flow',
    'replace-with-timer-boundary', 'replace-with-message-start', 'replace-with-none-end'))), ['replace-with-user-task', 'replace-with-timer-boundary', 'replace-with-none-end']);
});

test('says it in Chinese where there are words, and as it is where there are none', () => {
  assert.equal(say(true, 'User task'), '办理步骤');
  assert.equal(say(true, 'no words for {what}', { what: 'this' }), 'no words for this');
  assert.equal(say(false, 'User task'), 'User task');
});
