// What every page may use. All of it only enhances: each page works without.
import htmx from 'htmx.org';
import './page.js';
import './kept.js';
import './send.js';
import './desk.js';
import './people.js';
import './task.js';

Object.assign(htmx.config, {
  allowEval: false,
  includeIndicatorStyles: false,
  historyCacheSize: 0,
  selfRequestsOnly: true,
  // Answers that refuse are shown too: form errors in place, everything else in the alert region.
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '422', swap: true },
    { code: '[45]..', swap: true, error: true, target: '#problem', swapOverride: 'innerHTML' },
  ],
});

// Uploading is fetched by pages where something can be handed in.
htmx.onLoad((part) => {
  if (part.matches?.('form.upload') || part.querySelector?.('form.upload')) {
    import('./upload.js');
  }
});
