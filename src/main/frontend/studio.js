// Drawing a diagram of a draft.
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import minimap from 'diagram-js-minimap';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import { show } from './studio-findings.js';
import { Keeper } from './studio-keep.js';
import { offered } from './studio-palette.js';
import { Panel } from './studio-panel.js';
import { wordsIn } from './studio-words.js';

const SANS = '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif';

// Pixels that the palette takes.
const BESIDE = 130;

const page = document.querySelector('[data-drawing]');
const words = page.dataset;
const url = words.drawing;
const part = (name) => page.querySelector(`[data-${name}]`);
const conflict = part('conflict');
const open = words.open === 'true';

const viewer = new (open ? Modeler : NavigatedViewer)({
  container: part('canvas'),
  moddleExtensions: { camunda },
  additionalModules: [wordsIn(document.documentElement.lang), ...(open ? [offered, minimap] : [])],
  textRenderer: {
    defaultStyle: { fontFamily: SANS, fontSize: 13, lineHeight: 1.25 },
    externalStyle: { fontFamily: SANS, fontSize: 12, lineHeight: 1.25 },
  },
});
const xml = async () => (await viewer.saveXML({ format: true })).xml;

const say = (state, told) => {
  const lasting = ['moved', 'ended', 'refused'].includes(state);
  part('state').textContent = lasting ? words.unsaved : words[state];
  part('state').dataset.state = state;
  conflict.hidden = !told && !lasting;
  part('conflict-words').textContent = state === 'moved' ? words.moved : told ?? '';
  part('again').hidden = state !== 'moved' && state !== 'ended';
};

// The whole drawing beside the palette, but never so small that it cannot be read.
const overview = () => {
  const canvas = viewer.get('canvas');
  const { inner, outer } = canvas.viewbox();
  const scale = Math.max(0.6, Math.min(1, (outer.width - BESIDE - 30) / inner.width, (outer.height - 60) / inner.height));
  canvas.viewbox({
    x: inner.x - BESIDE / scale, y: inner.y - Math.max(30, (outer.height - inner.height * scale) / 2) / scale,
    width: outer.width / scale, height: outer.height / scale,
  });
};

const choose = (id) => {
  const element = viewer.get('elementRegistry').get(id);
  viewer.get('selection', false)?.select(element);
  viewer.get('canvas').scrollToElement(element, 80);
};
const found = (findings) => show(part('findings'), viewer, findings, words, choose);
const keeper = new Keeper({ url, xml, say, found });

// The palette is told to screen readers alone; everybody else has to guess its signs.
const nameTools = () => page.querySelectorAll('.djs-palette .entry[aria-label]').forEach((entry) => {
  entry.title = entry.getAttribute('aria-label');
});

const watch = () => {
  nameTools();
  viewer.on('commandStack.changed', () => keeper.changed());
  // While a label is typed nothing has changed yet.
  ['keydown', 'pointerdown'].forEach((kind) => page.addEventListener(kind, ({ target }) => {
    if (target.closest?.('.drawing-desk') && (kind === 'keydown' || keeper.dirty)) {
      keeper.hold();
    }
  }));
  document.addEventListener('visibilitychange', () => document.hidden && keeper.save());
  window.addEventListener('beforeunload', (event) => keeper.dirty && event.preventDefault());
};

// What is laid aside here is gone for good, so that it is asked for by its own button.
part('again').addEventListener('click', () => {
  keeper.forget();
  keeper.taken = keeper.version;
  window.location.reload();
});
part('download').addEventListener('click', async () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([await xml()], { type: 'application/xml' }));
  link.download = decodeURIComponent(url.slice(url.lastIndexOf('/') + 1));
  link.click();
  URL.revokeObjectURL(link.href);
});

async function start() {
  const answer = await fetch(`${url}/drawing`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(`drawing answered ${answer.status}`);
  }
  const drawing = await answer.json();
  keeper.step = drawing.step;
  const left = open ? keeper.left() : null;
  await viewer.importXML(left?.xml ?? drawing.xml);
  overview();
  new Panel(part('panel'), viewer, { ...drawing.choices, open });
  found(drawing.findings);
  if (!open) {
    return;
  }
  watch();
  if (left && left.xml !== drawing.xml) {
    keeper.version += 1;
    if (left.step === drawing.step) {
      say('restored');
      keeper.wait(0);
    } else {
      keeper.stop('moved');
    }
  } else {
    keeper.forget();
    say(words.holder === 'true' ? 'held' : 'saved');
  }
}

start().catch((failed) => {
  console.error(failed);
  part('state').textContent = words.failed;
});
