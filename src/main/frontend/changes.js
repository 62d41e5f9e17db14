// The two pictures of each diagram that would be another one, side by side.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './changes-marks.css';
import { SIGNS, around, onSide, together, view } from './changes-marks.js';

const SANS = '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif';

// Smaller than this no label can be read.
const SMALLEST = 0.55;

const mark = (viewer, marks) => {
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  marks.forEach((kind, id) => {
    const element = elements.get(id);
    if (!element || element === canvas.getRootElement()) {
      return;
    }
    const name = kind.toLowerCase();
    canvas.addMarker(id, `change-${name}`);
    const badge = document.createElement('span');
    badge.className = `change-badge change-badge-${name}`;
    badge.textContent = SIGNS[kind];
    const points = element.waypoints;
    const middle = points?.[Math.floor((points.length - 1) / 2)];
    const position = middle ? {
      left: middle.x - Math.min(...points.map(({ x }) => x)) + 4, top: middle.y - Math.min(...points.map(({ y }) => y)) - 9,
    } : { top: -10, left: -10 };
    viewer.get('overlays').add(id, { position, html: badge });
  });
};

const draw = async (container, xml) => {
  if (!xml) {
    container.classList.add('changes-none');
    return null;
  }
  const viewer = new NavigatedViewer({
    container,
    textRenderer: {
      defaultStyle: { fontFamily: SANS, fontSize: 13, lineHeight: 1.25 },
      externalStyle: { fontFamily: SANS, fontSize: 12, lineHeight: 1.25 },
    },
  });
  await viewer.importXML(xml);
  return viewer;
};

const start = async (box) => {
  const answer = await fetch(box.dataset.changes, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(`pictures answered ${answer.status}`);
  }
  const { before, after, marks } = await answer.json();
  const containers = [box.querySelector('[data-before]'), box.querySelector('[data-after]')];
  const viewers = (await Promise.all([draw(containers[0], before), draw(containers[1], after)]));
  ['before', 'after'].forEach((side, at) => viewers[at] && mark(viewers[at], onSide(marks, side)));
  const shown = viewers.filter(Boolean);
  const canvases = shown.map((viewer) => viewer.get('canvas'));
  const move = together(canvases);
  const whole = around(...canvases.map((canvas) => canvas.viewbox().inner));
  const fit = () => {
    const first = containers.find((container) => container.clientWidth);
    if (first) {
      canvases.forEach((canvas) => canvas.resized());
      canvases[0].viewbox(view(whole, { width: first.clientWidth, height: first.clientHeight }, SMALLEST));
      move(0);
    }
  };
  fit();
  shown.forEach((viewer, at) => viewer.on('canvas.viewbox.changed', () => move(at)));
  window.addEventListener('resize', fit);
};

document.querySelectorAll('[data-changes]').forEach((box) => {
  let drawn = false;
  const once = () => {
    if (box.open && !drawn) {
      drawn = true;
      start(box).catch((failed) => {
        console.error(failed);
        box.querySelector('.changes-pair').hidden = true;
        box.querySelector('[data-failed]').hidden = false;
      });
    }
  };
  box.addEventListener('toggle', once);
  once();
});
