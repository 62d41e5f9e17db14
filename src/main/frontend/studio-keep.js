// Keeps a drawing step by step on the server, and on this computer until the server has taken it.
import { person, renewed } from './session.js';

const PAUSE = 1500;
const AGAIN = 15000;
const HOLD = 30000;

const token = () => document.querySelector('input[name="_csrf"]')?.value ?? '';
const send = (address, body) => fetch(address, {
  method: 'POST', body, headers: { Accept: 'application/json', 'Content-Type': 'application/xml', 'X-CSRF-TOKEN': token() },
}).catch(() => null);
const detailOf = (answer) => answer.json().then(({ type, detail }) => ({ type: type ?? '', detail: detail ?? '' }), () => ({ type: '', detail: '' }));

export class Keeper {
  /**
   * @param options.url of the page of the drawing
   * @param options.xml answers the drawing as it is on the screen
   * @param options.say is told the state: 'saved', 'saving', 'unsaved', 'offline', 'signedOut', 'held', 'moved', 'ended' or 'refused', and words of the server
   * @param options.found is told what the server found in what it has taken
   */
  constructor({ url, xml, say, found }) {
    Object.assign(this, { url, xml, say, found, step: 0, version: 0, taken: 0, sending: false, stopped: false, heard: 0 });
    this.place = `ecopark.drawing:${person}:${url}`;
  }

  get dirty() {
    return this.version !== this.taken;
  }

  /** @returns what was not taken last time: its xml and the step it was made to; null without any */
  left() {
    try {
      return JSON.parse(localStorage.getItem(this.place));
    } catch {
      return null;
    }
  }

  forget() {
    localStorage.removeItem(this.place);
  }

  changed() {
    this.version += 1;
    if (!this.stopped) {
      this.say('unsaved');
      this.wait(PAUSE);
    }
  }

  wait(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  /** What is on the screen was made to a step that does not hold any more, or to a draft that has ended: nothing is overwritten. */
  stop(state, words) {
    this.stopped = true;
    this.say(state, words);
  }

  /** Somebody is at it, though nothing has changed yet. */
  async hold() {
    const now = Date.now();
    if (this.stopped || now - this.heard < HOLD) {
      return;
    }
    this.heard = now;
    const answer = await send(`${this.url}/hold`);
    if (answer?.status === 409) {
      this.say('held', (await detailOf(answer)).detail);
    }
  }

  async save() {
    clearTimeout(this.timer);
    if (!this.dirty || this.sending || this.stopped) {
      return;
    }
    this.sending = true;
    const { version } = this;
    try {
      const xml = await this.xml();
      this.keep(xml);
      this.say('saving');
      await this.take(await this.sent(xml), version);
    } finally {
      this.sending = false;
    }
  }

  /** A session that has ended may have begun again in another window. */
  async sent(xml) {
    const address = `${this.url}?seen=${this.step}`;
    const answer = await send(address, xml);
    const lost = answer && (answer.redirected || answer.status === 401 || answer.status === 403);
    return lost && await renewed() ? send(address, xml) : answer;
  }

  keep(xml) {
    try {
      localStorage.setItem(this.place, JSON.stringify({ step: this.step, xml }));
    } catch {
      // Without room it is only less safe.
    }
  }

  async take(answer, version) {
    this.heard = Date.now();
    if (!answer) {
      this.say('offline');
      this.wait(AGAIN);
    } else if (answer.ok && !answer.redirected) {
      const { step, findings } = await answer.json();
      this.step = step;
      this.taken = version;
      this.found(findings);
      if (this.dirty) {
        this.say('unsaved');
        this.wait(PAUSE);
      } else {
        this.forget();
        this.say('saved');
      }
    } else if (answer.redirected || answer.status === 401 || answer.status === 403) {
      this.say('signedOut');
      this.wait(AGAIN);
    } else {
      await this.refused(answer);
    }
  }

  async refused(answer) {
    const { type, detail } = await detailOf(answer);
    if (type.endsWith('studio.held')) {
      this.say('held', detail);
      this.wait(AGAIN);
    } else if (answer.status === 409) {
      this.stop(type.endsWith('studio.moved-on') ? 'moved' : 'ended', detail);
    } else if (answer.status >= 500) {
      this.say('offline');
      this.wait(AGAIN);
    } else {
      this.say('refused', detail);
    }
  }
}
