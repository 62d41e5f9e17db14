// What the server's check has found: a list, and a mark at each element of the drawing.

const TYPE = 'finding';

const element = (name, text, className) => {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className ?? '';
  return made;
};

/** @returns the worst of each element that a finding is about, by its id, with the words of all */
export const byElement = (findings) => {
  const found = new Map();
  findings.forEach(({ error, words, elements }) => elements.forEach((id) => {
    const before = found.get(id);
    found.set(id, { error: error || Boolean(before?.error), words: before ? [...before.words, words] : [words] });
  }));
  return found;
};

const mark = (viewer, findings) => {
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  overlays.remove({ type: TYPE });
  elements.forEach(({ id }) => ['finding-error', 'finding-warning'].filter((name) => canvas.hasMarker(id, name))
    .forEach((name) => canvas.removeMarker(id, name)));
  byElement(findings).forEach(({ error, words }, id) => {
    const shown = elements.get(id);
    if (!shown || shown === canvas.getRootElement()) {
      return;
    }
    canvas.addMarker(id, error ? 'finding-error' : 'finding-warning');
    const badge = element('span', '!', error ? 'finding-badge' : 'finding-badge finding-advice');
    badge.title = words.join('\n');
    const middle = shown.waypoints?.[Math.floor((shown.waypoints.length - 1) / 2)];
    const position = middle ? { left: middle.x - Math.min(...shown.waypoints.map(({ x }) => x)), top: middle.y - Math.min(...shown.waypoints.map(({ y }) => y)) }
      : { top: -9, left: -9 };
    overlays.add(id, TYPE, { position, html: badge });
  });
};

/**
 * @param words.sound where nothing was found; words.error, words.warning: how bad it is; words.elsewhere: in another diagram {0}
 * @param choose is told the id of the element that a reader wants to see
 */
export const show = (list, viewer, findings, words, choose) => {
  const elements = viewer.get('elementRegistry');
  list.replaceChildren(...findings.map(({ error, words: said, elements: ids, in: diagram }) => {
    const item = document.createElement('li');
    const level = element('span', error ? words.error : words.warning, `tag ${error ? 'tone-bad' : 'tone-warn'}`);
    const place = diagram ? `${words.elsewhere.replace('{0}', diagram)}: ` : '';
    const there = ids.find((id) => elements.get(id));
    if (there) {
      const link = element('button', said, 'link');
      link.type = 'button';
      link.addEventListener('click', () => choose(there));
      item.append(level, ' ', link);
    } else {
      item.append(level, ' ', element('span', place + said));
    }
    return item;
  }));
  if (!findings.length) {
    list.append(element('li', words.sound, 'meta'));
  }
  mark(viewer, findings);
};
