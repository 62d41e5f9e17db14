// Remarks at passages: numbered pins on the page, the same number on the card beside it.
import { renewed, session, standing, words } from './session.js';
import { placesOf, rangesOf } from './viewer-text.js';

const GAP = 8;

export class RemarkCards {
  constructor(viewer) {
    this.viewer = viewer;
    this.template = viewer.querySelector('[data-card]');
    this.formTemplate = viewer.querySelector('[data-remark-form]');
    this.button = viewer.querySelector('[data-remark]');
    this.hint = viewer.querySelector('[data-placing]');
    this.selected = viewer.querySelector('[data-remark-selected]');
    this.button.addEventListener('click', () => this.press());
    document.addEventListener('selectionchange', () => this.offerSelected());
    this.selected.addEventListener('mousedown', (event) => event.preventDefault());
    this.selected.addEventListener('click', () => this.press());
    viewer.addEventListener('click', (event) => this.clicked(event));
    document.addEventListener('visibilitychange', () => this.tryAgain());
    viewer.addEventListener('keydown', (event) => event.key === 'Escape' && this.place(false));
    document.addEventListener('input', () => this.markPoints());
  }

  open(info, sheets) {
    this.info = info;
    this.sheets = sheets;
    this.editing = null;
    this.place(false);
    this.button.hidden = !info.task;
    this.take(info.remarks);
  }

  take(remarks) {
    this.remarks = remarks;
    this.viewer.querySelector('[data-sheets]').classList.toggle('with-cards', remarks.length > 0 || Boolean(this.editing));
  }

  /** Draws the pins and cards of a page again. */
  draw(sheet) {
    const focused = sheet.cards.contains(document.activeElement) ? document.activeElement : null;
    sheet.cards.replaceChildren();
    sheet.marks.querySelectorAll('.passage').forEach((mark) => mark.remove());
    sheet.pins.replaceChildren();
    const cards = this.remarks.filter(({ page }) => page === sheet.number).map((remark) => this.card(remark, sheet));
    if (this.editing?.page === sheet.number && !this.editing.remark) {
      cards.push({ element: this.form(this.editing), places: this.editing.places });
      this.passage(sheet, this.editing.places, 'own');
    }
    cards.sort((one, other) => (one.places[0]?.top ?? 0) - (other.places[0]?.top ?? 0));
    cards.forEach(({ element }) => sheet.cards.append(element));
    focused?.focus({ preventScroll: true });
    this.arrange(sheet, cards);
    this.markPoints();
  }

  /** Beside their passages, one below the other. */
  arrange(sheet, cards) {
    let free = 0;
    const beside = !this.sheets.narrow;
    cards.forEach(({ element, places, line }) => {
      const wanted = (places[0]?.top ?? 0) * sheet.leaf.offsetHeight - GAP;
      const top = Math.max(free, wanted);
      element.style.marginTop = beside ? `${top - free + (free ? GAP : 0)}px` : '';
      free = top + element.offsetHeight + (free ? GAP : 0);
      if (line) {
        line.hidden = !beside;
      }
    });
    sheet.element.style.minHeight = beside && cards.length ? `${free + GAP}px` : '';
  }

  card(remark, sheet) {
    let { places } = remark;
    if (!places.length && !remark.lost && remark.quote && sheet.layer) {
      const [range] = rangesOf(sheet.layer, [remark.quote], 1);
      places = range ? placesOf(range, sheet.leaf) : [];
    }
    const tone = remark.own ? 'own' : 'others';
    const line = remark.lost ? null : this.passage(sheet, places, tone, remark);
    if (this.editing?.remark === remark) {
      return { element: this.form(this.editing), places, line };
    }
    const element = this.template.content.firstElementChild.cloneNode(true);
    const fill = (name, text) => {
      const part = element.querySelector(`[data-fill="${name}"]`);
      part.textContent = text ?? '';
      part.hidden = !text;
    };
    element.classList.add(tone);
    element.id = `remark-${remark.number}`;
    element.dataset.remarkId = remark.id;
    fill('number', remark.number);
    fill('by', remark.by);
    fill('when', `${remark.unit}・${remark.at}`);
    fill('text', remark.text);
    fill('quote', remark.lost ? remark.quote : '');
    fill('standing', remark.standing);
    fill('audience', remark.audienceLabel);
    element.querySelector('[data-changed]').hidden = !remark.changed;
    element.querySelectorAll('[data-mine]').forEach((button) => {
      button.hidden = !remark.mine;
    });
    element.querySelector('[data-point]').hidden = !document.querySelector('[data-points]');
    return { element, places, line };
  }

  passage(sheet, places, tone, remark) {
    places.forEach((place) => {
      const mark = sheet.marks.appendChild(document.createElement('div'));
      mark.className = `passage ${tone}`;
      Object.assign(mark.style, { left: `${place.left * 100}%`, top: `${place.top * 100}%`, width: `${place.width * 100}%`,
        height: `${place.height * 100}%` });
    });
    const last = places[places.length - 1];
    if (!last || !remark) {
      return null;
    }
    const pin = sheet.pins.appendChild(document.createElement('a'));
    pin.className = `pin ${tone}`;
    pin.href = `#remark-${remark.number}`;
    pin.textContent = remark.number;
    pin.dataset.toRemark = remark.number;
    Object.assign(pin.style, { left: `${Math.min(1, last.left + last.width) * 100}%`, top: `${last.top * 100}%` });
    const line = sheet.pins.appendChild(document.createElement('div'));
    line.className = `hairline ${tone}`;
    Object.assign(line.style, { left: `${Math.min(1, places[0].left + places[0].width) * 100}%`,
      top: `${(places[0].top + places[0].height / 2) * 100}%` });
    return line;
  }

  /** One and the same for as long as it is written in, however often the page is drawn. */
  form(editing) {
    if (editing.form) {
      return editing.form;
    }
    const form = this.formTemplate.content.firstElementChild.cloneNode(true);
    editing.form = form;
    form.elements.text.value = editing.remark?.text ?? '';
    form.elements.audience.replaceChildren(...this.info.audiences.map(({ value, label }) => new Option(label, value, false,
      value === editing.remark?.audience)));
    form.querySelector('[data-fill="quote"]').textContent = editing.quote ?? '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.save(form, editing);
    });
    form.querySelector('[data-cancel]').addEventListener('click', () => this.edit(null));
    return form;
  }

  edit(editing) {
    const before = this.editing;
    this.editing = editing;
    this.take(this.remarks);
    this.sheets.fit(this.sheets.fits);
    this.sheets.sheets.filter(({ number }) => [before, editing].some((one) => one && (one.page ?? one.remark.page) === number))
      .forEach((sheet) => this.draw(sheet));
    this.viewer.querySelector('.cards form textarea')?.focus();
  }

  async save(form, editing) {
    const { remark, page, places, quote } = editing;
    const fields = new URLSearchParams({ text: form.elements.text.value, audience: form.elements.audience.value });
    if (!remark) {
      // The same words sent twice are one remark.
      if (editing.sent !== fields.toString()) {
        editing.sent = fields.toString();
        editing.once = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
      }
      fields.append('once', editing.once);
      Object.entries({ page, places: JSON.stringify(places), quote: quote ?? '', task: this.info.task })
        .forEach(([name, value]) => fields.append(name, value));
    }
    await this.send(remark ? `/${remark.id}` : '', fields, form.querySelector('[data-problem]'), () => this.editing === editing && this.save(form, editing));
  }

  /** @param again what is done when the window comes back and nothing could be sent before */
  async send(path, fields, problem, again) {
    this.waiting = null;
    if (!await renewed()) {
      // Signed out, it is sent when the window comes back and its person is signed in again.
      const now = await standing();
      problem.textContent = !now ? words.offline : now.person ? words.otherPerson : this.viewer.dataset.signedOut;
      if (now && !now.person) {
        const link = problem.appendChild(document.createElement('a'));
        link.href = session.content.replace(/session$/, 'sign-in');
        link.target = '_blank';
        link.textContent = this.viewer.dataset.signIn;
      }
      problem.hidden = false;
      this.waiting = again;
      return;
    }
    fields.set('_csrf', this.viewer.querySelector('[data-token] input[name="_csrf"]')?.value ?? '');
    const base = this.viewer.dataset.base ?? '';
    const answer = await fetch(`${base}${this.info.url}/remarks${path}`, { method: 'POST', body: fields, headers: { Accept: 'application/json' } })
      .catch(() => null);
    if (!answer?.ok) {
      const detail = await answer?.json().then((said) => said.detail, () => null);
      problem.textContent = detail ?? this.viewer.dataset.failed;
      problem.hidden = false;
      return;
    }
    const known = new Set(this.remarks.map(({ id }) => id));
    this.editing = null;
    this.take(await answer.json());
    this.sheets.fit(this.sheets.fits);
    this.sheets.sheets.filter(({ drawn }) => drawn).forEach((sheet) => this.draw(sheet));
    const added = this.remarks.find(({ id }) => !known.has(id));
    if (added) {
      this.viewer.querySelector(`#remark-${added.number}`)?.focus();
    }
  }

  tryAgain() {
    if (this.waiting && !document.hidden) {
      this.waiting();
    }
  }

  press() {
    const selection = document.getSelection();
    const leaf = this.selectedLeaf(selection);
    if (leaf) {
      const range = selection.getRangeAt(0);
      this.edit({ page: Number(leaf.parentElement.dataset.page), places: placesOf(range, leaf), quote: selection.toString().trim().slice(0, 2000) });
      selection.removeAllRanges();
      this.place(false);
    } else if (this.placing) {
      this.place(false);
      this.edit({ page: this.sheets.current, places: [{ left: 0.04, top: 0.03, width: 0.03, height: 0.015 }] });
    } else {
      this.place(true);
    }
  }

  place(placing) {
    this.placing = placing;
    this.button.setAttribute('aria-pressed', String(placing));
    this.hint.hidden = !placing;
    this.viewer.classList.toggle('placing', placing);
  }

  selectedLeaf(selection) {
    if (!this.info?.task || !selection.rangeCount || selection.isCollapsed || !selection.toString().trim()) {
      return null;
    }
    const leafOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('.leaf');
    const range = selection.getRangeAt(0);
    const leaf = leafOf(range.startContainer);
    return leaf && this.viewer.contains(leaf) && leaf === leafOf(range.endContainer) ? leaf : null;
  }

  offerSelected() {
    const selection = document.getSelection();
    const leaf = this.selectedLeaf(selection);
    this.selected.hidden = !leaf;
    if (leaf) {
      const rects = selection.getRangeAt(0).getClientRects();
      const last = rects[rects.length - 1];
      const box = this.viewer.getBoundingClientRect();
      Object.assign(this.selected.style, { left: `${Math.max(8, Math.min(last.right - box.left, box.width - 150))}px`, top: `${last.bottom - box.top + 6}px` });
    }
  }

  clicked(event) {
    const card = event.target.closest('[data-remark-id]');
    const remark = card && this.remarks.find(({ id }) => String(id) === card.dataset.remarkId);
    const pin = event.target.closest('[data-to-remark]');
    if (pin) {
      event.preventDefault();
      this.viewer.querySelector(`#remark-${pin.dataset.toRemark}`)?.focus();
    } else if (remark && event.target.closest('[data-change]')) {
      this.edit({ remark });
    } else if (remark && event.target.closest('[data-remove]')) {
      this.remove(remark, event.target.closest('[data-remove]'), card);
    } else if (remark && event.target.closest('[data-point]')) {
      this.makePoint(remark);
    } else if (this.placing) {
      const leaf = event.target.closest('.leaf');
      if (leaf && document.getSelection().isCollapsed) {
        const box = leaf.getBoundingClientRect();
        const part = (value) => Math.round(Math.min(0.96, Math.max(0, value)) * 1e5) / 1e5;
        this.place(false);
        this.edit({ page: Number(leaf.parentElement.dataset.page), places: [{ left: part((event.clientX - box.left) / box.width - 0.015),
          top: part((event.clientY - box.top) / box.height - 0.0075), width: 0.03, height: 0.015 }] });
      }
    }
  }

  remove(remark, button, card) {
    if (!button.dataset.sure) {
      button.dataset.sure = 'true';
      button.textContent = button.dataset.ask;
      return;
    }
    this.send(`/${remark.id}/remove`, new URLSearchParams(), card.querySelector('[data-problem]'));
  }

  /** Fills a row of the points to be corrected, and chooses the outcome that asks for them. */
  makePoint(remark) {
    const box = document.querySelector('[data-points]');
    if (!box || this.isPoint(remark)) {
      return;
    }
    const radio = box.closest('.outcome').querySelector('input[name="outcome"]');
    radio.checked = true;
    radio.dispatchEvent(new Event('change', { bubbles: true }));
    let row = [...box.querySelectorAll('.point-row')].find((one) => !one.querySelector('textarea').value.trim());
    if (!row) {
      box.querySelector('[data-add-point]').click();
      row = box.querySelector('ol').lastElementChild;
    }
    const select = row.querySelector('select');
    const target = [...select.options].find(({ value }) => value === `document:${this.info.kind}`);
    if (target) {
      select.value = target.value;
    }
    const text = row.querySelector('textarea');
    text.value = remark.point.slice(0, text.maxLength > 0 ? text.maxLength : 1000);
    text.dispatchEvent(new Event('input', { bubbles: true }));
    row.scrollIntoView({ block: 'nearest' });
    this.markPoints();
  }

  isPoint(remark) {
    return [...document.querySelectorAll('[data-points] textarea')].some(({ value }) => value.includes(remark.point.slice(0, 40)));
  }

  markPoints() {
    this.viewer.querySelectorAll('[data-remark-id]').forEach((card) => {
      const remark = this.remarks.find(({ id }) => String(id) === card.dataset.remarkId);
      const is = Boolean(remark) && this.isPoint(remark);
      card.querySelector('[data-is-point]').hidden = !is;
      const button = card.querySelector('[data-point]');
      button.hidden = is || !document.querySelector('[data-points]');
    });
  }
}
