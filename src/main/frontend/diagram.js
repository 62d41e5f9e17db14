// The diagram of a case with the way gone, drawn over the model itself.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

const CHECK = '<svg class="way-check" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="8"/>'
  + '<path d="M4.2 8.3 7 11l4.8-5.4"/></svg>';

// The viewer in each box, which gives way to the next.
const viewers = new Map();

const COLOURS = { gone: '#0B5560', current: '#0B5560', open: '#7B8B91', mark: '#56666C' };
// Pixels: no label is ever drawn smaller, and what is read below the drawing is not pushed away.
const SMALLEST = 12;
const HIGHEST = 400;
const SANS = '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif';

// One diagram at a time: the whole procedure first, then the stages that the case has come to.
function choose(box, drawings, shown) {
  const bar = box.querySelector('[data-diagram-drawings]');
  bar.hidden = drawings.length < 2;
  bar.replaceChildren(...drawings.map(({ process, name }, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = name;
    button.setAttribute('aria-pressed', String(process === shown || (!shown && at === 0)));
    button.addEventListener('click', () => start(box, process));
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
}

async function draw(box, process) {
  const url = new URL(box.dataset.diagram, window.location.href);
  if (process) {
    url.searchParams.set('process', process);
  }
  const answer = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(`diagram answered ${answer.status}`);
  }
  const way = await answer.json();
  viewers.get(box)?.destroy();
  const viewer = new NavigatedViewer({
    container: box.querySelector('.diagram-canvas'),
    textRenderer: {
      defaultStyle: { fontFamily: SANS, fontSize: 13, lineHeight: 1.25 },
      externalStyle: { fontFamily: SANS, fontSize: SMALLEST, lineHeight: 1.25 },
    },
  });
  viewers.set(box, viewer);
  await viewer.importXML(way.xml);
  choose(box, way.drawings ?? [], process);
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  const factory = viewer.get('graphicsFactory');
  const gone = new Set([...(way.gone ?? []), ...(way.goneFlows ?? [])]);
  const current = new Set(way.current ?? []);

  const annotates = (element) => element.type === 'bpmn:TextAnnotation';
  elements.forEach((element) => {
    const id = element.labelTarget ? element.labelTarget.id : element.id;
    if (element === canvas.getRootElement()) {
      return;
    }
    const state = current.has(id) ? 'current' : gone.has(id) ? 'gone' : 'open';
    element.di.set('bioc:stroke', annotates(element) ? COLOURS.mark : COLOURS[state]);
    factory.update(element.waypoints ? 'connection' : 'shape', element, elements.getGraphics(element));
    if (!annotates(element)) {
      canvas.addMarker(element.id, `way-${state}`);
    }
  });

  // How high the mark is that stands right above a step and says who has it.
  const markAbove = (element) => {
    const mark = elements.get(`Mark_${element.id}`);
    return mark && mark.y < element.y && mark.y + mark.height > element.y - 26 ? mark.height : 0;
  };
  const task = (element) => /Task$|CallActivity|SubProcess/.test(element.type);
  for (const id of gone) {
    const element = elements.get(id);
    if (element && task(element) && !current.has(id)) {
      overlays.add(id, { position: markAbove(element) ? { top: 3, right: 19 } : { top: -8, right: 8 }, html: CHECK });
    }
  }
  for (const [id, date] of Object.entries(way.dates ?? {})) {
    const element = elements.get(id);
    if (element && task(element)) {
      const label = document.createElement('span');
      label.className = current.has(id) ? 'way-date way-date-current' : 'way-date';
      label.style.width = `${element.width + 40}px`;
      const words = document.createElement('span');
      words.textContent = date;
      label.append(words);
      overlays.add(id, { position: { top: -26 - markAbove(element), left: -20 }, html: label });
    }
  }

  // A part that the case has come to opens from the step that stands for it.
  const entered = new Map((way.drawings ?? []).map((drawing) => [drawing.process, drawing.name]));
  elements.filter((element) => element.type === 'bpmn:CallActivity').forEach((element) => {
    const part = element.businessObject.calledElement;
    if (entered.has(part)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'way-enter';
      button.textContent = '+';
      button.title = box.dataset.diagramOpen.replace('{0}', entered.get(part));
      button.setAttribute('aria-label', button.title);
      button.addEventListener('click', () => start(box, part));
      overlays.add(element.id, { position: { bottom: 24, left: element.width / 2 - 12 }, html: button });
    }
  });

  // Labels stay legible: what does not fit is moved to, from where the case is now. The whole is shown on request and in print.
  const canvasBox = box.querySelector('.diagram-canvas');
  const whole = box.querySelector('[data-diagram-whole]');
  const { inner } = canvas.viewbox();
  const fits = () => Math.min(1, canvasBox.clientWidth / (inner.width + 40));
  const size = () => {
    const all = whole.getAttribute('aria-pressed') === 'true';
    const wanted = (inner.height + 68) * (all ? fits() : 1);
    canvasBox.style.height = `${Math.round(Math.min(all ? 560 : HIGHEST, Math.max(180, wanted)))}px`;
    canvas.resized();
  };
  const overview = () => {
    const { clientWidth, clientHeight } = canvasBox;
    const scale = Math.min(fits(), clientHeight / (inner.height + 68));
    const [width, height] = [clientWidth / scale, clientHeight / scale];
    canvas.viewbox({ x: inner.x - (width - inner.width) / 2, y: inner.y - 44, width, height });
  };
  const here = elements.get([...current][0] ?? [...gone].pop());
  const within = (middle, length, from, all) => (length >= all ? from - (length - all) / 2
    : Math.min(Math.max(middle - length / 2, from), from + all - length));
  const legible = () => {
    const { clientWidth: width, clientHeight: height } = canvasBox;
    const middle = here?.width ? here : inner;
    canvas.viewbox({
      x: within(middle.x + middle.width / 2, width, inner.x - 20, inner.width + 40),
      y: within(middle.y + middle.height / 2, height, inner.y - 44, inner.height + 68), width, height,
    });
  };
  const fit = () => {
    if (!canvasBox.clientWidth) {
      return;
    }
    size();
    whole.hidden = fits() === 1 && inner.height + 68 <= HIGHEST;
    (whole.getAttribute('aria-pressed') === 'true' ? overview : legible)();
  };
  fit();
  const refit = (event) => {
    if (viewers.get(box) === viewer) {
      fit();
      if (event.type === 'beforeprint') {
        overview();
      }
    }
  };
  box.addEventListener('diagram:resize', refit);
  ['resize', 'beforeprint', 'afterprint'].forEach((kind) => window.addEventListener(kind, refit));
}

function start(box, process) {
  draw(box, process).catch(() => {
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
  const whole = box.querySelector('[data-diagram-whole]');
  whole.addEventListener('click', () => {
    whole.setAttribute('aria-pressed', String(whole.getAttribute('aria-pressed') !== 'true'));
    box.dispatchEvent(new Event('diagram:resize'));
  });
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
