// One page in a browser without a screen: its markup, one script of ours as the build bundles it, a server that a test plays, and a clock
// that only a test moves on.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { JSDOM, VirtualConsole } from 'jsdom';

const bundles = new Map();

const bundle = async (script, fakes) => {
  const name = `${script} ${JSON.stringify(fakes)}`;
  if (!bundles.has(name)) {
    const { outputFiles: [{ text }] } = await build({
      entryPoints: [fileURLToPath(new URL(`../${script}`, import.meta.url))],
      alias: Object.fromEntries(Object.entries(fakes).map(([real, fake]) => [real, fileURLToPath(new URL(fake, import.meta.url))])),
      bundle: true, write: false, format: 'iife', globalName: 'script', logLevel: 'error',
    });
    bundles.set(name, text);
  }
  return bundles.get(name);
};

/** Lets everything happen that waits for nothing but its turn. */
export const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise((done) => {
      setImmediate(done);
    });
  }
};

const clockOf = (window) => {
  const waiting = new Map();
  let now = 0;
  let last = 0;
  const wait = (action, pause, every) => {
    last += 1;
    waiting.set(last, { action, at: now + pause, every });
    return last;
  };
  window.setTimeout = (action, pause = 0) => wait(action, pause, null);
  window.setInterval = (action, pause) => wait(action, pause, pause);
  window.clearTimeout = (one) => waiting.delete(one);
  window.clearInterval = window.clearTimeout;
  window.requestAnimationFrame = (action) => wait(action, 16, null);
  return async (pause) => {
    const end = now + pause;
    for (;;) {
      const [first] = [...waiting].filter(([, { at }]) => at <= end).sort(([, one], [, other]) => one.at - other.at);
      if (!first) {
        break;
      }
      const [id, timer] = first;
      now = timer.at;
      if (timer.every === null) {
        waiting.delete(id);
      } else {
        timer.at += timer.every;
      }
      timer.action();
      await settle();
    }
    now = end;
  };
};

// What this browser lacks of those that people have.
const complete = (window) => {
  window.CSS = { escape: (text) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) };
  window.HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  window.HTMLDialogElement.prototype.close = function close(answer) {
    this.returnValue = answer ?? this.returnValue;
    this.open = false;
    this.dispatchEvent(new window.Event('close'));
  };
  Object.defineProperty(window.HTMLElement.prototype, 'offsetParent', {
    get() {
      return this.closest('[hidden]') ? null : this.parentElement;
    },
  });
};

/**
 * @param options.body markup of the page
 * @param options.person who was signed in as the page was made; without it the page is one without a session
 * @param options.answers what the server says to a path: a function of the request, or an Error for no line
 * @param options.kept what an earlier page of this tab left behind
 * @param options.before what happens on the page before the script has arrived
 * @param options.navigation how the page was come to: 'navigate', 'reload' or 'back_forward'
 */
export const open = async (script, {
  body, person = 7, answers = {}, kept = {}, navigation = 'navigate', address = 'http://park.example/tasks/1', fakes = {}, before = () => {},
}) => {
  const head = person === null ? '' : `<meta name="session" content="/session" data-person="${person}" data-offline="no line"
    data-signed-out="signed out" data-sign-in="sign in" data-other-person="other person" data-uploading="still uploading"
    data-too-long="{0} at most, {1} too many" data-too-long-somewhere="too long" data-typed="what was typed" data-back="back"
    data-restored="restored" data-unsent="unsent">`;
  const { window } = new JSDOM(`<!DOCTYPE html><html><head>${head}</head><body><div id="problem"></div>${body}</body></html>`, {
    url: address, runScripts: 'outside-only', pretendToBeVisual: true, virtualConsole: new VirtualConsole(),
  });
  const asked = [];
  complete(window);
  const pass = clockOf(window);
  window.performance.getEntriesByType = () => [{ type: navigation, redirectCount: 0 }];
  Object.entries(kept).forEach(([key, value]) => window.sessionStorage.setItem(key, value));
  window.fetch = async (path, options = {}) => {
    const request = { path: String(path), method: options.method ?? 'GET', body: options.body?.toString() };
    asked.push(request);
    const said = answers[request.path.split('?')[0]];
    const answer = typeof said === 'function' ? said(request) : said;
    if (!answer || answer instanceof Error) {
      throw answer ?? new TypeError(`nothing answers ${request.path}`);
    }
    const { status = 200, json, redirected = false } = answer;
    return {
      status, redirected, ok: status >= 200 && status < 300, json: async () => json,
      headers: { get: (name) => (name === 'Content-Type' && json ? 'application/json' : null) },
    };
  };
  before(window);
  window.eval(`${await bundle(script, fakes)}\nwindow.script = script;`);
  await settle();
  const find = (selector) => window.document.querySelector(selector);
  return {
    window, document: window.document, find, asked, pass, script: window.script,
    text: (selector) => find(selector)?.textContent.replace(/\s+/g, ' ').trim(),
    focused: () => window.document.activeElement,
    type: (selector, value) => {
      find(selector).value = value;
      find(selector).dispatchEvent(new window.Event('input', { bubbles: true }));
    },
    choose: (selector) => {
      find(selector).checked = true;
      find(selector).dispatchEvent(new window.Event('change', { bubbles: true }));
    },
    press: (selector, key) => {
      const event = new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      find(selector).dispatchEvent(event);
      return event;
    },
    asks: (path) => asked.filter((request) => request.path === path),
  };
};
