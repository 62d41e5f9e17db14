import { test } from 'node:test';
import assert from 'node:assert/strict';
import { SIGNS, around, onSide, together, view } from '../changes-marks.js';

const marks = [
  { kind: 'ADDED', before: '', after: 'Task_New' }, { kind: 'REMOVED', before: 'Task_Old', after: '' },
  { kind: 'CHANGED', before: 'Task_1', after: 'Activity_1' }, { kind: 'MOVED', before: 'Task_2', after: 'Task_2' },
];

test('each picture shows its own elements, by the ids that they have in it', () => {
  assert.deepEqual([...onSide(marks, 'before')], [['Task_Old', 'REMOVED'], ['Task_1', 'CHANGED'], ['Task_2', 'MOVED']]);
  assert.deepEqual([...onSide(marks, 'after')], [['Task_New', 'ADDED'], ['Activity_1', 'CHANGED'], ['Task_2', 'MOVED']]);
});

test('every kind has a sign of its own', () => {
  assert.equal(new Set(Object.values(SIGNS)).size, 4);
  marks.forEach(({ kind }) => assert.ok(SIGNS[kind]));
});

test('both pictures are seen as one', () => {
  assert.deepEqual(around({ x: 0, y: 10, width: 100, height: 50 }, { x: -20, y: 20, width: 50, height: 80 }), { x: -20, y: 10, width: 120, height: 90 });
  assert.deepEqual(around({ x: 5, y: 6, width: 7, height: 8 }), { x: 5, y: 6, width: 7, height: 8 });
});

test('what is too large is not drawn too small to be read', () => {
  const large = view({ x: 0, y: 0, width: 5000, height: 400 }, { width: 500, height: 300 }, 0.5);
  assert.equal(500 / large.width, 0.5);
  const small = view({ x: 0, y: 0, width: 200, height: 100 }, { width: 500, height: 300 }, 0.5);
  assert.equal(small.width, 500);
});

test('one picture follows the other and does not answer', () => {
  let move = () => {};
  const canvas = (at) => {
    let box = { x: 0, y: 0, width: 10, height: 10, scale: 1 };
    return { asked: 0, viewbox(to) {
      if (to) {
        this.asked += 1;
        box = { ...to, scale: 1 };
        move(at);
      }
      return box;
    } };
  };
  const canvases = [canvas(0), canvas(1)];
  move = together(canvases);
  canvases[0].viewbox({ x: 7, y: 8, width: 20, height: 20 });
  assert.deepEqual(canvases[1].viewbox(), { x: 7, y: 8, width: 20, height: 20, scale: 1 });
  assert.deepEqual([canvases[0].asked, canvases[1].asked], [1, 1]);
});

test('a picture alone moves alone', () => {
  const alone = { viewbox: () => ({ x: 1, y: 2, width: 3, height: 4 }) };
  together([alone])(0);
});
