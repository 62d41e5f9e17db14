// Finds words in the text of a page the way the server does: width, case, spaces and line breaks make no difference, nor do kinds of brackets,
// title marks, dashes, quotes and dots (FoldedText; several dashes are one).

/** So many rectangles of one passage are kept. */
const MOST_PLACES = 200;

/** What each becomes, and what is like it. */
const ALIKE = [
  ['(', '[{\u3010\u3014\u3016\u3018\u301A\u2772\u2768\u276A\u2774\u27E6\u27EE\u2985'],
  [')', ']}\u3011\u3015\u3017\u3019\u301B\u2773\u2769\u276B\u2775\u27E7\u27EF\u2986'],
  ['<', '\u300A\u3008\u00AB\u2039'], ['>', '\u300B\u3009\u00BB\u203A'],
  ['-', '\u2010\u2012\u2013\u2014\u2015\u2212\u2043\u02D7\u2500\u2E3A'],
  ['"', '\u201C\u201D\u201E\u201F\u300C\u300D\u300E\u300F\u301D\u301E\u301F'],
  ["'", '\u2018\u2019\u201A\u201B'], ['\u00B7', '\u2022\u2027\u2219\u22C5\u30FB'],
];
const BECOMES = new Map(ALIKE.flatMap(([one, like]) => [...like].map((other) => [other, one])));

/** The text as it is searched, and for each of its characters where it comes from. */
export function normal(text) {
  let value = '';
  const origins = [];
  for (let at = 0; at < text.length;) {
    const point = String.fromCodePoint(text.codePointAt(at));
    let folded = '';
    for (const character of point.normalize('NFKC').toLowerCase().replace(/[\s\p{Z}\p{C}]/gu, '')) {
      const one = BECOMES.get(character) ?? character;
      folded += one === '-' && (folded || value).endsWith('-') ? '' : one;
    }
    for (let place = 0; place < folded.length; place += 1) {
      origins.push(at);
    }
    value += folded;
    at += point.length;
  }
  return { value, origins };
}

const textOf = (layer) => {
  const nodes = [];
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, from: text.length });
    text += node.data;
  }
  return { nodes, text };
};

const placeIn = (nodes, offset) => {
  const at = nodes.findLastIndex ? nodes.findLastIndex(({ from }) => from <= offset)
    : nodes.length - 1 - [...nodes].reverse().findIndex(({ from }) => from <= offset);
  return { node: nodes[at].node, offset: offset - nodes[at].from };
};

/** Every place of the words in the layer, as ranges; of several words each. */
export function rangesOf(layer, words, most = 200) {
  const { nodes, text } = textOf(layer);
  const page = normal(text);
  const ranges = [];
  for (const word of words) {
    const wanted = normal(word).value;
    for (let at = wanted ? page.value.indexOf(wanted) : -1; at >= 0 && ranges.length < most;
      at = page.value.indexOf(wanted, at + wanted.length)) {
      const range = document.createRange();
      const from = placeIn(nodes, page.origins[at]);
      const last = page.origins[at + wanted.length - 1];
      const to = placeIn(nodes, last);
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, Math.min(to.node.data.length, to.offset + 1));
      ranges.push(range);
    }
  }
  return ranges;
}

/** The rectangles of a range on the leaf, in parts of it; those of one line are one. */
export function placesOf(range, leaf) {
  const box = leaf.getBoundingClientRect();
  const lines = [];
  for (const rect of range.getClientRects()) {
    if (rect.width < 1 || rect.height < 1) {
      continue;
    }
    const line = lines.find((one) => Math.abs(one.top - rect.top) < rect.height / 2 && rect.left - one.right < rect.height * 3
      && one.left - rect.right < rect.height * 3);
    if (line) {
      line.left = Math.min(line.left, rect.left);
      line.right = Math.max(line.right, rect.right);
      line.bottom = Math.max(line.bottom, rect.bottom);
    } else {
      lines.push({ left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
    }
  }
  const part = (value) => Math.min(1, Math.max(0, Math.round(value * 1e5) / 1e5));
  return lines.map((line) => {
    const [left, right] = [line.left, line.right].map((at) => part((at - box.left) / box.width));
    const [top, bottom] = [line.top, line.bottom].map((at) => part((at - box.top) / box.height));
    return { left, top, width: right - left, height: bottom - top };
  }).filter(({ width, height }) => width > 0 && height > 0).slice(0, MOST_PLACES);
}
