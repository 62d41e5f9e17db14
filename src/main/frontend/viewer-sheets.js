// The sheets of a paper: each page is drawn when it comes near, and let go of when it is far away.
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

// PDF_PARTS is their folder, by the digest of what is in it.
const parts = new URL(PDF_PARTS, import.meta.url);
pdfjs.GlobalWorkerOptions.workerSrc = new URL('worker.js', parts).href;

const CSS_UNITS = 96 / 72;
const MOST_PIXELS = 16_000_000;
const NEAR = '900px 0px';

/**
 * Opens a PDF, in parts as they are needed where its address is given, or from its bytes. Nothing in it runs: no
 * scripts, no forms, no links.
 */
export function openPdf(source) {
  return pdfjs.getDocument({
    ...(typeof source === 'string' ? { url: source } : { data: source }),
    cMapUrl: new URL('cmaps/', parts).href,
    cMapPacked: true,
    standardFontDataUrl: new URL('standard_fonts/', parts).href,
    wasmUrl: new URL('wasm/', parts).href,
    iccUrl: new URL('iccs/', parts).href,
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: 256 * 1024,
    maxImageSize: 100_000_000,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
}

/** A picture as a paper of one page. */
export async function openPicture(url) {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  const viewport = (scale) => ({ width: picture.naturalWidth * scale, height: picture.naturalHeight * scale, scale });
  return { numPages: 1, getPage: async () => ({ picture, getViewport: ({ scale }) => viewport(scale) }), destroy() {} };
}

export class Sheets {
  constructor(box, changed) {
    this.box = box;
    this.changed = changed;
    this.sheets = [];
    this.scale = 0;
    this.fits = true;
    this.observer = new IntersectionObserver((entries) => entries.forEach((entry) => {
      const sheet = this.sheets[entry.target.dataset.page - 1];
      if (sheet) {
        sheet.near = entry.isIntersecting;
        if (sheet.near) {
          this.draw(sheet);
        } else {
          this.letGo(sheet);
        }
      }
    }), { root: box, rootMargin: NEAR });
    new ResizeObserver(() => {
      this.box.classList.toggle('narrow', this.narrow);
      this.fit();
    }).observe(box);
  }

  async show(paper, pageWord) {
    this.clear();
    this.paper = paper;
    const first = await paper.getPage(1);
    this.usual = first.getViewport({ scale: 1 });
    for (let number = 1; number <= paper.numPages; number += 1) {
      const element = document.createElement('section');
      element.className = 'sheet';
      element.dataset.page = number;
      element.setAttribute('aria-label', pageWord.replace('{0}', number));
      const leaf = element.appendChild(document.createElement('div'));
      leaf.className = 'leaf';
      const marks = leaf.appendChild(document.createElement('div'));
      marks.className = 'marks';
      const pins = leaf.appendChild(document.createElement('div'));
      pins.className = 'pins';
      const cards = element.appendChild(document.createElement('div'));
      cards.className = 'cards';
      this.sheets.push({ number, element, leaf, marks, pins, cards, size: this.usual });
    }
    this.fit(true);
    this.box.replaceChildren(...this.sheets.map(({ element }) => element));
    this.sheets.forEach(({ element }) => this.observer.observe(element));
  }

  clear() {
    this.observer.disconnect();
    this.sheets.forEach((sheet) => this.letGo(sheet));
    this.sheets = [];
    this.paper?.destroy();
    this.paper = null;
    this.box.replaceChildren();
  }

  /** Without room for cards beside the pages they stand below. */
  get narrow() {
    return this.box.clientWidth < 560;
  }

  get percent() {
    return Math.round((this.scale / CSS_UNITS) * 100);
  }

  /** As wide as there is room, unless somebody has chosen a size. */
  fit(again) {
    if (!this.paper || !this.usual || (!this.fits && !again)) {
      return;
    }
    this.fits = true;
    const style = getComputedStyle(this.box);
    const room = this.box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const beside = this.box.classList.contains('with-cards') && !this.narrow ? 232 : 0;
    const scale = Math.min((room - beside) / this.usual.width, 2 * CSS_UNITS);
    if (room > 0 && Math.abs(scale - this.scale) > 0.004) {
      this.resize(scale);
    }
  }

  zoom(factor) {
    this.fits = false;
    this.resize(Math.min(5, Math.max(0.3, this.scale * factor)));
  }

  resize(scale) {
    const at = this.current;
    this.scale = scale;
    this.sheets.forEach((sheet) => {
      this.measure(sheet);
      this.letGo(sheet);
      if (sheet.near) {
        this.draw(sheet);
      }
    });
    if (at > 1) {
      this.goTo(at);
    }
    this.changed();
  }

  measure(sheet) {
    const { style } = sheet.leaf;
    style.width = `${Math.floor(sheet.size.width * this.scale)}px`;
    style.height = `${Math.floor(sheet.size.height * this.scale)}px`;
    style.setProperty('--total-scale-factor', this.scale);
  }

  async draw(sheet) {
    if (sheet.drawn) {
      return;
    }
    const drawing = { cancelled: false };
    sheet.drawn = drawing;
    try {
      const page = await this.paper.getPage(sheet.number);
      if (drawing.cancelled) {
        return;
      }
      sheet.size = page.getViewport({ scale: 1 });
      this.measure(sheet);
      await (page.picture ? this.drawPicture(sheet, page) : this.drawPage(sheet, page, drawing));
      if (!drawing.cancelled) {
        sheet.element.classList.add('drawn');
        this.changed(sheet);
      }
    } catch (failed) {
      if (!drawing.cancelled && failed.name !== 'RenderingCancelledException') {
        sheet.element.classList.add('undrawable');
        console.error(failed);
      }
    }
  }

  drawPicture(sheet, page) {
    sheet.leaf.prepend(page.picture);
    page.picture.alt = sheet.element.getAttribute('aria-label');
  }

  async drawPage(sheet, page, drawing) {
    const viewport = page.getViewport({ scale: this.scale });
    const canvas = document.createElement('canvas');
    const sharp = Math.min(window.devicePixelRatio || 1, 2, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
    canvas.width = Math.floor(viewport.width * sharp);
    canvas.height = Math.floor(viewport.height * sharp);
    drawing.task = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
    await drawing.task.promise;
    if (drawing.cancelled) {
      return;
    }
    sheet.leaf.querySelector('canvas')?.remove();
    sheet.leaf.prepend(canvas);
    const layer = document.createElement('div');
    layer.className = 'textLayer';
    drawing.text = new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
    sheet.leaf.insertBefore(layer, sheet.marks);
    sheet.layer = layer;
    await drawing.text.render();
  }

  letGo(sheet) {
    if (sheet.drawn) {
      sheet.drawn.cancelled = true;
      sheet.drawn.task?.cancel();
      sheet.drawn.text?.cancel();
      sheet.drawn = null;
      sheet.leaf.querySelector('canvas, img')?.remove();
      sheet.layer?.remove();
      sheet.layer = null;
      sheet.element.classList.remove('drawn');
    }
  }

  /** The page in the upper third of what is seen. */
  get current() {
    const line = this.box.scrollTop + this.box.clientHeight / 3;
    let found = 1;
    for (const { element, number } of this.sheets) {
      if (element.offsetTop > line) {
        break;
      }
      found = number;
    }
    return found;
  }

  goTo(number, part = 0) {
    const sheet = this.sheets[Math.min(Math.max(1, number), this.sheets.length) - 1];
    if (sheet) {
      const above = part ? this.box.clientHeight / 4 : 8;
      this.box.scrollTop = sheet.element.offsetTop + part * sheet.leaf.offsetHeight - above;
    }
    return sheet;
  }
}
