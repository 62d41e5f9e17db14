// Uploads start as soon as a file is chosen, show their progress, and refresh the list of documents.
import htmx from 'htmx.org';

const formOf = (event) => event.target.closest?.('form.upload');

document.addEventListener('change', (event) => {
  const form = formOf(event);
  if (form && event.target.type === 'file' && event.target.files.length) {
    const line = form.closest('.documents');
    line.querySelector('.upload-problem').textContent = '';
    form.querySelector('.upload-progress').hidden = false;
    htmx.trigger(form, 'submit');
  }
});

document.addEventListener('htmx:xhr:progress', (event) => {
  const form = formOf(event);
  if (form && event.detail.lengthComputable) {
    form.querySelector('.upload-progress').value = (100 * event.detail.loaded) / event.detail.total;
  }
});

// A refusal is said beside the list, and the file can be chosen anew.
document.addEventListener('htmx:beforeSwap', (event) => {
  const form = event.detail.requestConfig?.elt;
  if (form?.matches?.('form.upload') && event.detail.xhr.status >= 400) {
    event.detail.shouldSwap = false;
    const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
    const problem = answer.querySelector('[data-problem]') ?? answer.querySelector('h1') ?? answer.body;
    const box = form.closest('.documents').querySelector('.upload-problem');
    box.textContent = problem.textContent.trim();
    form.reset();
    form.querySelector('.upload-progress').hidden = true;
  }
});
