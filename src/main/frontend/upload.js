// Uploads go piece by piece, start as soon as a file is chosen, and go on after anything: a broken connection by themselves, a restart
// when the same file is chosen again. The list of documents is asked for anew when one is done.
import htmx from 'htmx.org';
import { Upload } from 'tus-js-client';

const PIECE = 8 * 1024 * 1024;
const PATIENCE = [500, 1000, 2000, 4000, 8000, 15000, 30000, 30000, 60000];
const running = new Map();

const list = () => document.getElementById('documents');
const lineOf = (kind) => document.getElementById(`document-${kind}`);
const fingerprintOf = (file) => [file.name, file.size, file.lastModified].join('|').slice(-500);
const fill = (text, ...values) => values.reduce((filled, value, at) => filled.replace(`{${at}}`, value), text);
const readable = (bytes) => {
  const mega = bytes / 1024 / 1024;
  return mega < 1 ? `${Math.round(bytes / 1024)} KB` : mega < 1024 ? `${mega.toFixed(1)} MB` : `${(mega / 1024).toFixed(2)} GB`;
};

// Whoever works by keyboard stays at the line of a file, whatever is drawn anew there.
let held;
const hold = () => {
  held = document.activeElement?.closest('#documents .document')?.id;
};
const regain = () => {
  const line = held && document.activeElement === document.body && document.getElementById(held);
  if (line) {
    line.tabIndex = -1;
    line.focus({ preventScroll: true });
  }
};

const draw = (job) => {
  const line = lineOf(job.kind);
  const box = line?.querySelector('[data-uploading]');
  if (!box) {
    return;
  }
  const goes = job.state === 'sending' || job.state === 'waiting';
  const percent = Math.floor((100 * job.sent) / job.file.size);
  box.hidden = false;
  line.classList.add('busy');
  line.querySelector('form.upload').hidden = true;
  box.querySelector('[data-name]').textContent = job.file.name;
  box.querySelector('[data-percent]').textContent = `${percent}%`;
  box.querySelector('[data-bytes]').textContent = `${readable(job.sent)} / ${readable(job.file.size)}`;
  box.querySelector('progress').value = percent;
  box.querySelector('[data-pause]').hidden = !goes;
  box.querySelector('[data-go]').hidden = goes || job.state === 'judging';
  box.querySelector('[data-stop]').hidden = job.state === 'judging';
  const said = box.querySelector('[data-said]');
  const words = list().dataset[job.state];
  if (said.textContent !== words) {
    said.textContent = words;
  }
  // The server lists it among the unfinished as well.
  const listed = line.querySelector(`[data-unfinished="${CSS.escape(new URL(job.upload.url ?? '/', location.href).pathname)}"]`);
  if (listed) {
    listed.hidden = true;
  }
};

const say = (kind, words) => {
  const problem = lineOf(kind)?.querySelector('.upload-problem');
  if (problem) {
    problem.textContent = words;
  }
};

const refresh = () => htmx.ajax('GET', list().dataset.list, { target: '#documents', swap: 'outerHTML' });

const reasonOf = (response) => {
  if (response.getHeader('HX-Redirect')) {
    return list().dataset.signedOut;
  }
  try {
    return JSON.parse(response.getBody()).detail;
  } catch {
    return list().dataset.failed;
  }
};

// What the server refuses ends the upload; everything else only interrupts it.
const failed = async (job, error) => {
  const response = error.originalResponse;
  const status = response?.getStatus() ?? 0;
  if (status < 400 || status >= 500 || status === 409 || status === 423) {
    job.state = 'broken';
    draw(job);
    return;
  }
  const reason = reasonOf(response);
  running.delete(job.kind);
  if (!response.getHeader('HX-Redirect')) {
    await refresh();
  } else {
    lineOf(job.kind).querySelector('[data-uploading]').hidden = true;
  }
  say(job.kind, reason);
};

const begin = (form, file, url) => {
  const data = new FormData(form);
  const kind = data.get('kind');
  const job = { kind, file, sent: 0, state: 'sending' };
  job.upload = new Upload(file, {
    endpoint: list().dataset.uploads,
    uploadUrl: url ? new URL(url, location.href).href : null,
    chunkSize: PIECE,
    retryDelays: PATIENCE,
    storeFingerprintForResuming: false,
    headers: { 'X-CSRF-TOKEN': data.get('_csrf'), 'HX-Request': 'true', Accept: 'application/problem+json' },
    metadata: {
      filename: file.name, kind, subject: data.get('subject'), task: data.get('task'), fingerprint: fingerprintOf(file),
    },
    onProgress(sent) {
      job.sent = sent;
      job.state = sent === file.size ? 'judging' : 'sending';
      draw(job);
    },
    onShouldRetry(error) {
      const status = error.originalResponse?.getStatus() ?? 0;
      const again = (status < 400 || status >= 500 || status === 409 || status === 423) && navigator.onLine;
      if (again) {
        job.state = 'waiting';
        draw(job);
      }
      return again;
    },
    onSuccess() {
      running.delete(kind);
      refresh();
    },
    onError: (error) => failed(job, error),
  });
  running.set(kind, job);
  say(kind, '');
  hold();
  draw(job);
  // What is hidden while it has the focus loses it with the next frame.
  requestAnimationFrame(() => requestAnimationFrame(regain));
  job.upload.start();
};

const goOn = (job) => {
  job.state = 'sending';
  draw(job);
  job.upload.start();
};

const chosen = (input) => {
  const file = input.files?.[0];
  const form = input.closest?.('.document')?.querySelector('form.upload');
  if (input.type !== 'file' || !file || !form) {
    return;
  }
  const fingerprint = fingerprintOf(file);
  const left = [...form.closest('.document').querySelectorAll('[data-unfinished]')];
  const same = left.find((one) => one.dataset.fingerprint === fingerprint);
  if (input.matches('[data-resume]') && same !== input.closest('[data-unfinished]')) {
    say(form.elements.kind.value, fill(list().dataset.otherFile, input.closest('[data-unfinished]').dataset.name));
    input.value = '';
    return;
  }
  begin(form, file, same?.dataset.unfinished);
};
document.addEventListener('change', ({ target }) => chosen(target));
// Whoever was quicker than this script has chosen a file already.
document.querySelectorAll('.document input[type="file"]').forEach(chosen);

document.addEventListener('click', async (event) => {
  const button = event.target.closest?.('[data-pause], [data-go], [data-stop]');
  const line = button?.closest('.document');
  const job = line && running.get(line.querySelector('form.upload').elements.kind.value);
  if (!job) {
    return;
  }
  if (button.matches('[data-go]')) {
    goOn(job);
    return;
  }
  const stop = button.matches('[data-stop]');
  job.state = 'paused';
  await job.upload.abort(stop).catch(() => {});
  if (stop) {
    running.delete(job.kind);
    refresh();
  } else {
    draw(job);
  }
});

document.addEventListener('htmx:beforeSwap', hold);
document.addEventListener('htmx:afterSwap', () => {
  running.forEach(draw);
  regain();
});
window.addEventListener('online', () => running.forEach((job) => job.state === 'broken' && goOn(job)));
window.addEventListener('beforeunload', (event) => {
  if ([...running.values()].some((job) => job.state === 'sending' || job.state === 'waiting')) {
    event.preventDefault();
  }
});
