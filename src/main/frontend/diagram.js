// The diagram of a case with the way gone, drawn over the model itself.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

const CHECK = '<svg class="way-check" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="8"/>'
  + '<path d="M4.2 8.3 7 11l4.8-5.4"/></svg>';

const COLOURS = { gone: '#0B5560', current: '#0B5560', open: '#7B8B91' };
const SANS = '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif';

async function draw(box) {
  const answer = await fetch(box.dataset.diagram, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(`diagram answered ${answer.status}`);
  }
  const way = await answer.json();
  const viewer = new NavigatedViewer({
    container: box.querySelector('.diagram-canvas'),
    textRenderer: {
      defaultStyle: { fontFamily: SANS, fontSize: 13, lineHeight: 1.25 },
      externalStyle: { fontFamily: SANS, fontSize: 11, lineHeight: 1.25 },
    },
  });
  await viewer.importXML(way.xml);
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  const factory = viewer.get('graphicsFactory');
  const gone = new Set([...(way.gone ?? []), ...(way.goneFlows ?? [])]);
  const current = new Set(way.current ?? []);

  elements.forEach((element) => {
    const id = element.labelTarget ? element.labelTarget.id : element.id;
    if (element === canvas.getRootElement()) {
      return;
    }
    const state = current.has(id) ? 'current' : gone.has(id) ? 'gone' : 'open';
    element.di.set('bioc:stroke', COLOURS[state]);
    factory.update(element.waypoints ? 'connection' : 'shape', element, elements.getGraphics(element));
    canvas.addMarker(element.id, `way-${state}`);
  });

  const task = (element) => /Task$|CallActivity|SubProcess/.test(element.type);
  for (const id of gone) {
    const element = elements.get(id);
    if (element && task(element) && !current.has(id)) {
      overlays.add(id, { position: { top: -8, right: 8 }, html: CHECK });
    }
  }
  for (const [id, date] of Object.entries(way.dates ?? {})) {
    const element = elements.get(id);
    if (element && task(element)) {
      const label = document.createElement('span');
      label.className = current.has(id) ? 'way-date way-date-current' : 'way-date';
      label.style.width = `${element.width + 40}px`;
      label.textContent = date;
      overlays.add(id, { position: { top: -26, left: -20 }, html: label });
    }
  }

  // The whole way is shown; the box gets as high as the drawing needs, within reason.
  const canvasBox = box.querySelector('.diagram-canvas');
  const { inner } = canvas.viewbox();
  const wanted = (inner.height + 68) * Math.min(1, canvasBox.clientWidth / (inner.width + 40));
  canvasBox.style.height = `${Math.round(Math.min(560, Math.max(180, wanted)))}px`;
  canvas.resized();
  const fit = () => {
    const { clientWidth, clientHeight } = canvasBox;
    const scale = Math.min(1, clientWidth / (inner.width + 40), clientHeight / (inner.height + 68));
    const [width, height] = [clientWidth / scale, clientHeight / scale];
    canvas.viewbox({ x: inner.x - (width - inner.width) / 2, y: inner.y - 44, width, height });
  };
  fit();
  box.addEventListener('diagram:resize', () => {
    canvas.resized();
    fit();
  });
  window.addEventListener('resize', () => {
    canvas.resized();
    fit();
  });
}

function start(box) {
  draw(box).catch(() => {
    box.querySelector('.diagram-canvas').hidden = true;
    box.querySelector('[data-diagram-failed]').hidden = false;
    box.querySelector('details').open = true;
  });
}

document.querySelectorAll('[data-diagram]').forEach((box) => {
  // On a phone the text stands in front, and the drawing comes when it is asked for.
  let drawn = !window.matchMedia('(max-width: 640px)').matches;
  if (drawn) {
    start(box);
  } else {
    box.querySelector('details').open = true;
  }
  const larger = box.querySelector('[data-diagram-larger]');
  larger.hidden = false;
  larger.addEventListener('click', () => {
    const on = box.classList.toggle('diagram-large');
    larger.setAttribute('aria-pressed', String(on));
    if (drawn) {
      box.dispatchEvent(new Event('diagram:resize'));
    } else {
      drawn = true;
      start(box);
    }
  });
});
