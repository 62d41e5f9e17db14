// Editing the template of a paper: placeholders at a click, and beside it the paper as it would be.
import { Sheets, openPdf } from './viewer-sheets.js';

const PAUSE = 700;

const page = document.querySelector('[data-template]');
const form = page.querySelector('.template-form');
const source = form.elements.source;
const box = page.querySelector('[data-sheets]');
const state = page.querySelector('[data-state]');
const faults = page.querySelector('[data-faults]');
const sheets = new Sheets(box, () => {});

let asked = 0;
let timer;

async function preview() {
  asked += 1;
  const mine = asked;
  page.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(page.dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'X-Preview': '1' } });
    const shown = answer.ok ? await openPdf(new Uint8Array(await answer.arrayBuffer())).promise : null;
    const wrong = answer.status === 422 ? await answer.json() : [];
    if (mine !== asked) {
      shown?.destroy();
      return;
    }
    if (shown) {
      const at = box.scrollTop;
      await sheets.show(shown, page.dataset.pageWord);
      box.scrollTop = at;
    }
    say(wrong, shown || wrong.length ? '' : page.dataset.failed);
  } catch (failed) {
    console.error(failed);
    say([], page.dataset.failed);
  } finally {
    if (mine === asked) {
      page.removeAttribute('aria-busy');
    }
  }
}

function say(wrong, word) {
  faults.replaceChildren(...wrong.map((text) => {
    const line = document.createElement('p');
    line.textContent = text;
    return line;
  }));
  faults.hidden = !wrong.length;
  state.textContent = word;
}

function insert(text) {
  const { selectionStart, selectionEnd, value } = source;
  const ownLine = text.includes('\n');
  const before = ownLine && selectionStart > 0 && value[selectionStart - 1] !== '\n' ? '\n' : '';
  source.setRangeText(before + text + (ownLine ? '\n' : ''), selectionStart, selectionEnd, 'end');
  source.focus();
  source.dispatchEvent(new Event('input'));
}

source.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(preview, PAUSE);
});
page.addEventListener('click', ({ target }) => {
  const place = target.closest('[data-insert]');
  if (place) {
    insert(place.dataset.insert);
  }
});
preview();
