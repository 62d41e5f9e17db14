// Reading papers: pages, search, remarks, the outline, and how far the text is read.
import { RemarkCards } from './viewer-remarks.js';
import { Sheets, openPdf, openPicture } from './viewer-sheets.js';
import { placesOf, rangesOf } from './viewer-text.js';

const POLL = 2000;

class Viewer {
  constructor(element) {
    this.element = element;
    this.base = element.dataset.base ?? '';
    this.sheets = new Sheets(this.part('sheets'), (sheet) => this.changed(sheet));
    this.remarks = new RemarkCards(element);
    this.part('sheets').addEventListener('scroll', () => this.scrolled(), { passive: true });
    this.on('previous', () => this.goTo(this.sheets.current - 1));
    this.on('next', () => this.goTo(this.sheets.current + 1));
    this.on('smaller', () => this.sheets.zoom(1 / 1.2));
    this.on('larger', () => this.sheets.zoom(1.2));
    this.on('outline', () => this.showOutline());
    this.on('close', () => this.closeSide());
    this.part('page').addEventListener('change', ({ target }) => this.goTo(parseInt(target.value, 10) || 1));
    this.part('find').addEventListener('submit', (event) => {
      event.preventDefault();
      this.find(this.part('find').elements.q.value);
    });
    this.part('find').elements.q.addEventListener('search', ({ target }) => target.value || this.find(''));
    this.part('side').addEventListener('click', ({ target }) => {
      const to = target.closest('[data-go]');
      if (to) {
        this.goTo(Number(to.dataset.go));
      }
    });
    window.addEventListener('hashchange', () => this.followHash());
  }

  part(name) {
    return this.element.querySelector(`[data-${name}]`);
  }

  on(name, action) {
    this.part(name).addEventListener('click', action);
  }

  async open(address) {
    this.address = address;
    this.element.dataset.state = 'opening';
    this.say(this.element.dataset.loading);
    this.closeSide();
    this.found = [];
    this.words = [];
    try {
      this.info = await this.ask(`${address}/paper`);
      if (this.address !== address) {
        return;
      }
      this.head();
      await this.showPaper(address);
    } catch (failed) {
      if (this.address === address) {
        console.error(failed);
        this.sheets.clear();
        this.state('failed', this.element.dataset.failed);
      }
    }
  }

  async showPaper(address) {
    const url = this.base + this.info.url;
    if (this.info.type === 'none') {
      this.sheets.clear();
      this.state('failed', this.element.dataset.noView);
    } else if (this.info.type === 'text') {
      await this.showText();
    } else {
      const paper = await (this.info.type === 'pdf' ? openPdf(url).promise : openPicture(url));
      if (this.address !== address) {
        paper.destroy();
        return;
      }
      this.remarks.open(this.info, this.sheets);
      await this.sheets.show(paper, this.element.dataset.pageWord);
      this.part('pages').textContent = paper.numPages;
      this.state('open', '');
      this.followHash();
      this.scrolled();
    }
    this.progress();
  }

  /** Of files without pages only the words are shown. */
  async showText() {
    const texts = await this.ask(`${this.address}/text`);
    this.sheets.clear();
    this.part('sheets').replaceChildren(...texts.map((text, at) => {
      const page = document.createElement('pre');
      page.className = 'words';
      page.dataset.page = at + 1;
      page.textContent = text;
      return page;
    }));
    this.state('text', this.element.dataset.textOnly);
  }

  state(state, words) {
    this.element.dataset.state = state;
    this.say(words);
  }

  say(words) {
    this.part('message').textContent = words;
    this.part('message').hidden = !words;
  }

  head() {
    const { info } = this;
    this.part('title').textContent = this.element.dataset.titleWord.replace('{0}', info.title).replace('{1}', info.number);
    this.part('download').href = `${this.base}${info.url}?download`;
    this.part('download').hidden = false;
    const compare = this.part('compare');
    const earlier = info.versions.find(({ number }) => number < info.number) ?? info.versions[0];
    compare.hidden = !earlier;
    if (earlier) {
      compare.href = this.base + earlier.compareUrl;
      compare.querySelector('span').textContent = this.element.dataset.compareWord.replace('{0}', earlier.number);
    }
    this.part('outline').hidden = !info.outline;
    this.part('outline').classList.toggle('lacking', Boolean(info.outline && !info.outline.whole));
    this.part('remark').hidden = !info.task;
    this.read(info.reading);
  }

  read(reading) {
    const notes = [reading?.text, this.info.outline && !this.info.outline.whole ? this.info.outline.verdict : null];
    this.part('reading').textContent = notes.filter(Boolean).join('　');
    this.part('reading').hidden = !notes.some(Boolean);
  }

  /** Until the text is read its progress is shown; then the paper is asked for anew, for its outline and remarks. */
  progress() {
    clearTimeout(this.timer);
    const { reading } = this.info;
    if (reading && !reading.finished) {
      this.timer = setTimeout(async () => {
        const { address } = this;
        const [now] = await this.ask(`/documents/reading?id=${this.info.id}`).catch(() => [reading]);
        if (this.address !== address) {
          return;
        }
        this.info.reading = now;
        this.read(now);
        if (now.finished) {
          this.info = await this.ask(`${address}/paper`);
          this.head();
          this.remarks.take(this.info.remarks);
          this.sheets.sheets.filter(({ drawn }) => drawn).forEach((sheet) => this.remarks.draw(sheet));
          if (this.info.type === 'text') {
            await this.showText();
          }
        } else {
          this.progress();
        }
      }, POLL);
    }
  }

  async ask(address) {
    const answer = await fetch(this.base + address, { headers: { Accept: 'application/json' } });
    if (!answer.ok) {
      throw new Error(`${address}: ${answer.status}`);
    }
    return answer.json();
  }

  changed(sheet) {
    this.part('zoom').textContent = `${this.sheets.percent}%`;
    if (sheet) {
      this.remarks.draw(sheet);
      this.mark(sheet);
      if (this.target?.page === sheet.number) {
        this.reach(sheet);
      }
    } else {
      this.sheets.sheets.forEach((one) => this.remarks.draw(one));
    }
  }

  scrolled() {
    const page = this.sheets.current;
    if (document.activeElement !== this.part('page')) {
      this.part('page').value = page;
    }
    this.part('previous').disabled = page <= 1;
    this.part('next').disabled = page >= this.sheets.sheets.length;
  }

  goTo(page, target) {
    this.target = target ? { page, ...target } : null;
    const words = this.element.querySelector(`.words[data-page="${page}"]`);
    words?.scrollIntoView({ block: 'start' });
    const sheet = this.sheets.goTo(page);
    this.part('page').value = sheet?.number ?? page;
    if (sheet?.drawn && sheet.layer && this.target) {
      this.reach(sheet);
    }
  }

  /** Comes to the remark or the words for which the page was opened, once it is drawn. */
  reach(sheet) {
    const { remark } = this.target;
    this.target = null;
    const card = remark && this.element.querySelector(`#remark-${CSS.escape(remark)}`);
    const mark = card ? sheet.pins.querySelector(`[data-to-remark="${CSS.escape(remark)}"]`) : sheet.marks.querySelector('.found');
    if (mark) {
      this.sheets.goTo(sheet.number, mark.offsetTop / sheet.leaf.offsetHeight);
    }
    card?.focus({ preventScroll: true });
  }

  followHash() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    const remark = wanted.get('remark');
    const noted = remark && this.info?.remarks.find(({ number }) => String(number) === remark);
    const page = Number(wanted.get('page')) || noted?.page;
    if (page && this.info) {
      if (wanted.get('find')) {
        this.part('find').elements.q.value = wanted.get('find');
        this.find(wanted.get('find'), page);
      }
      this.goTo(page, { remark });
    }
  }

  async find(query, page) {
    this.words = query.split(/[\s\p{Z}]+/u).filter(Boolean);
    this.sheets.sheets.filter(({ layer }) => layer).forEach((sheet) => this.mark(sheet));
    if (!this.words.length) {
      this.closeSide();
      return;
    }
    const result = await this.ask(`${this.address}/find?q=${encodeURIComponent(query)}`);
    const words = result.hits.length ? this.element.dataset.found.replace('{0}', result.count).replace('{1}', result.hits.length)
      : this.element.dataset.notFound.replace('{0}', query);
    this.side(words, result.partly ? this.element.dataset.partly : '', result.hits.map((hit) => {
      const snippet = document.createElement('span');
      hit.snippet.forEach(({ text, marked }) => {
        const piece = snippet.appendChild(document.createElement(marked ? 'mark' : 'span'));
        piece.textContent = text;
      });
      return { page: hit.page, label: this.element.dataset.pageWord.replace('{0}', hit.page), words: snippet };
    }));
    if (!page && result.hits.length) {
      this.goTo(result.hits[0].page, {});
    }
  }

  mark(sheet) {
    sheet.marks.querySelectorAll('.found').forEach((mark) => mark.remove());
    if (!sheet.layer || !this.words.length) {
      return;
    }
    rangesOf(sheet.layer, this.words).flatMap((range) => placesOf(range, sheet.leaf)).forEach((place) => {
      const mark = sheet.marks.appendChild(document.createElement('div'));
      mark.className = 'found';
      Object.assign(mark.style, { left: `${place.left * 100}%`, top: `${place.top * 100}%`, width: `${place.width * 100}%`,
        height: `${place.height * 100}%` });
    });
  }

  showOutline() {
    const { outline } = this.info;
    this.side(outline.verdict, [outline.source, outline.note].filter(Boolean).join('。'), outline.chapters.map((chapter) => {
      const words = document.createElement('span');
      words.textContent = chapter.found;
      return { page: chapter.page, label: chapter.label, words };
    }));
  }

  side(title, note, entries) {
    const side = this.part('side');
    side.querySelector('[data-side-title]').textContent = title;
    side.querySelector('[data-side-note]').textContent = note;
    side.querySelector('ol').replaceChildren(...entries.map(({ page, label, words }) => {
      const line = document.createElement('li');
      const to = line.appendChild(document.createElement(page ? 'button' : 'div'));
      if (page) {
        to.type = 'button';
        to.dataset.go = page;
      } else {
        to.className = 'lacking';
      }
      const name = to.appendChild(document.createElement('strong'));
      name.textContent = label;
      to.append(words);
      return line;
    }));
    side.hidden = false;
    side.scrollTop = 0;
  }

  closeSide() {
    this.part('side').hidden = true;
  }
}

// Beside a list of papers the viewer shows what is chosen there; without room for it, papers open on their own page.
const element = document.querySelector('[data-viewer]');
const viewer = element && new Viewer(element);
const markShown = (address) => document.querySelectorAll('.document').forEach((line) => {
  const links = [...line.querySelectorAll('[data-view]')];
  line.classList.toggle('shown', links.some((link) => link.dataset.view === address));
  line.querySelectorAll('.version[data-view]').forEach((link) => {
    if (link.dataset.view === address) {
      link.setAttribute('aria-current', 'true');
    } else {
      link.removeAttribute('aria-current');
    }
  });
});
const open = (address) => {
  markShown(address);
  viewer.open(address);
};
if (viewer && element.dataset.open) {
  open(element.dataset.open);
}
document.addEventListener('click', (event) => {
  const link = event.target.closest('.document [data-view]');
  if (!link || !viewer || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  if (element.offsetParent) {
    open(link.dataset.view);
  } else {
    location.href = `${viewer.base}${link.dataset.view}/view`;
  }
});

// How far each paper of the list is read, and how many remarks it has.
const followReading = async () => {
  const lines = new Map([...document.querySelectorAll('.document')].flatMap((line) => {
    const id = /\/documents\/(\d+)/.exec(line.querySelector('a.document-name')?.getAttribute('href'));
    return id ? [[id[1], line]] : [];
  }));
  if (!element || !lines.size) {
    return;
  }
  const address = `${viewer.base}/documents/reading?${[...lines.keys()].map((id) => `id=${id}`).join('&')}`;
  const readings = await fetch(address, { headers: { Accept: 'application/json' } }).then((answer) => (answer.ok ? answer.json() : []), () => []);
  readings.forEach(({ id, text, remarks }) => {
    const line = lines.get(String(id));
    const note = line.querySelector('.document-reading') ?? line.querySelector('.document-body > .meta')?.appendChild(document.createElement('span'));
    if (note) {
      note.className = 'document-reading';
      note.textContent = [text, remarks].filter(Boolean).join('・');
    }
  });
  if (readings.some(({ finished }) => !finished)) {
    setTimeout(followReading, POLL);
  }
};
followReading();
document.addEventListener('htmx:afterSettle', (event) => event.target.closest?.('.documents, .materials-list') && followReading());
