// The task page: tabs, outcomes with their points, conditional fields, phrases and counting.
import { forget, keep as keepHere } from './kept.js';
import { renewed } from './session.js';

const MINUTE = 60000;

const each = (selector, action, root = document) => root.querySelectorAll(selector).forEach(action);

each('[data-tabs]', (box) => {
  const tabs = [...box.querySelectorAll('.tabs a')];
  const bodies = tabs.map((tab) => document.getElementById(tab.hash.slice(1)));
  box.querySelector('.tabs').setAttribute('role', 'tablist');

  const show = (index, focus) => {
    tabs.forEach((tab, at) => {
      tab.setAttribute('aria-selected', String(at === index));
      tab.tabIndex = at === index ? 0 : -1;
      bodies[at].hidden = at !== index;
    });
    if (focus) {
      tabs[index].focus();
    }
  };

  tabs.forEach((tab, at) => {
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', bodies[at].id);
    bodies[at].setAttribute('role', 'tabpanel');
    bodies[at].setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', (event) => {
      event.preventDefault();
      history.replaceState(history.state, '', tab.hash);
      show(at);
    });
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        event.preventDefault();
        show((at + step + tabs.length) % tabs.length, true);
      }
    });
  });
  show(Math.max(0, tabs.findIndex((tab) => tab.hash === location.hash)));
  each('[data-tab-link]', (link) => link.addEventListener('click', () =>
    show(bodies.findIndex((body) => body.id === link.dataset.tabLink))));
});

// What is typed is kept soon after the last key, and when the page is left. What was submitted is a draft no longer.
const keepDrafts = (form) => {
  const said = form.querySelector('[data-draft-said]');
  const soon = 1500;
  const later = 10000;
  let timer;
  const after = (pause, action) => {
    clearTimeout(timer);
    timer = setTimeout(action, pause);
  };
  let changed = false;
  let submitted = false;
  const others = form.querySelector('[data-others]');
  const tellOthers = (lines) => {
    const told = lines.join(' ');
    if (others.textContent !== told) {
      others.textContent = told;
    }
    others.hidden = !told;
  };
  const send = (leaving) => fetch(form.dataset.draftUrl, {
    method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' }, keepalive: leaving,
  }).catch(() => null);
  const keep = async (leaving) => {
    clearTimeout(timer);
    if (!changed || submitted) {
      return;
    }
    changed = false;
    let answer = await send(leaving);
    const isRefused = () => answer?.status === 401 || answer?.status === 403;
    if (!leaving && isRefused() && await renewed()) {
      answer = await send(false);
    }
    const signedOut = answer?.status === 401;
    const words = answer?.headers.get('Content-Type')?.includes('json') ? await answer.json() : {};
    const kept = answer?.ok && words.said;
    said.classList.toggle('kept', Boolean(kept));
    if (kept) {
      forget();
      tellOthers(words.others);
    } else if (!answer || signedOut || answer.status >= 500) {
      keepHere(form, 'failed');
    }
    said.lastElementChild.textContent = kept || (signedOut ? form.dataset.draftSignedOut : words.detail ?? form.dataset.draftFailed);
    // Signed out, it is tried again when the window comes back.
    changed ||= !kept && (!answer || signedOut || answer.status >= 500);
    if (!answer || answer.status >= 500) {
      after(later, keep);
    }
  };
  const typed = () => {
    changed = true;
    after(soon, keep);
  };
  form.addEventListener('input', typed);
  form.addEventListener('change', typed);
  // What was refused is kept as well; loading the page again asks for it instead of sending it once more.
  if (document.querySelector('.errors')) {
    history.replaceState(history.state, '', location.href);
    typed();
  }
  form.addEventListener('click', (event) => event.target.closest('[data-drop-point]') && typed());
  form.addEventListener('going', () => {
    submitted = true;
    clearTimeout(timer);
  });
  form.addEventListener('stayed', () => {
    if (submitted) {
      submitted = false;
      typed();
    }
  });
  // Whoever reads without typing learns of colleagues, too; whoever has gone away from the screen is not kept signed in by it.
  let active = false;
  ['pointermove', 'keydown', 'scroll'].forEach((kind) => document.addEventListener(kind, () => {
    active = true;
  }, { passive: true, capture: true }));
  setInterval(async () => {
    if (!active || document.hidden || submitted) {
      return;
    }
    active = false;
    const body = new URLSearchParams({ _csrf: form.elements._csrf.value });
    const answer = await fetch(form.dataset.othersUrl, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(() => null);
    if (answer?.ok) {
      tellOthers(await answer.json());
    }
  }, MINUTE);
  window.addEventListener('pagehide', () => keep(true));
  document.addEventListener('visibilitychange', () => keep(document.hidden));
};

each('form[data-task]', (form) => {
  const submit = form.querySelector('[data-submit-button]');
  const then = form.querySelector('[data-then]');
  const preview = form.querySelector('[data-preview]');
  const plain = submit.textContent;

  // What is decided against somebody needs its reason: the box of the opinion says so as soon as that is chosen.
  const askForReason = (needed) => {
    const opinion = form.querySelector('#opinion');
    const optional = form.querySelector('[data-optional]');
    const reason = form.querySelector('[data-reason-needed]');
    if (reason && optional) {
      opinion.required = needed;
      optional.hidden = needed;
      reason.hidden = !needed;
    }
  };

  const chooseOutcome = () => {
    each('.outcome', (card) => {
      const radio = card.querySelector('input[name="outcome"]');
      card.classList.toggle('chosen', radio.checked);
      if (radio.checked) {
        submit.textContent = radio.dataset.label.startsWith(plain) ? radio.dataset.label : submit.dataset.submitWith + radio.dataset.label;
        const next = card.querySelector('.outcome-then > span:first-child');
        then.textContent = next ? next.textContent.replace(/\s+/g, ' ').trim() : '';
        askForReason(radio.dataset.needsReason === 'true');
        if (preview) {
          preview.hidden = radio.dataset.previewed !== 'true';
        }
      }
    }, form);
  };
  form.addEventListener('change', (event) => {
    if (event.target.name === 'outcome') {
      chooseOutcome();
    }
  });
  chooseOutcome();

  each('[data-points]', (points) => {
    const rows = points.querySelector('ol');
    const add = points.querySelector('[data-add-point]');
    const template = points.querySelector('template');
    const offerDrop = () => each('[data-drop-point]', (button) => {
      button.hidden = rows.children.length < 2;
    }, rows);
    if (rows.children.length > 1 && !rows.lastElementChild.querySelector('textarea').value) {
      rows.lastElementChild.remove();
    }
    add.hidden = false;
    add.addEventListener('click', () => {
      rows.append(template.content.cloneNode(true));
      offerDrop();
      rows.lastElementChild.querySelector('select, textarea').focus();
    });
    rows.addEventListener('click', (event) => {
      const drop = event.target.closest('[data-drop-point]');
      if (drop) {
        drop.closest('.point-row').remove();
        offerDrop();
        add.focus();
      }
    });
    offerDrop();
  });

  // Hidden fields are not posted.
  const conditional = [...form.querySelectorAll('[data-hide-field]')];
  const valueOf = (name) => {
    const inputs = [...form.querySelectorAll(`[name="${CSS.escape(`f.${name}`)}"]`)];
    const chosen = inputs.find((input) => !/^(radio|checkbox)$/.test(input.type) || input.checked);
    return chosen ? chosen.value : '';
  };
  const decideHiding = () => conditional.forEach((field) => {
    const equal = valueOf(field.dataset.hideField) === field.dataset.hideValue;
    field.hidden = equal === (field.dataset.hideEqual === 'true');
    each('input, select, textarea', (input) => {
      input.disabled = field.hidden;
    }, field);
  });
  if (conditional.length) {
    form.addEventListener('input', decideHiding);
    form.addEventListener('change', decideHiding);
    decideHiding();
  }

  // A date that stands between others offers only days between them.
  const dates = [...form.querySelectorAll('input[type="date"][data-not-before], input[type="date"][data-not-after]')];
  const bounds = dates.map((date) => ({ first: date.min, last: date.max }));
  const days = (names) => (names ?? '').split(' ')
    .map((name) => (name ? form.querySelector(`input[name="${CSS.escape(name)}"]:not(:disabled)`)?.value : '')).filter(Boolean).sort();
  // A bound that is set anew, even to what it was, throws away a date of which only a part is typed.
  const bound = (date, side, day) => {
    if (date[side] !== day) {
      date[side] = day;
    }
  };
  const boundDates = () => dates.forEach((date, at) => {
    bound(date, 'min', [bounds[at].first, ...days(date.dataset.notBefore)].sort().at(-1));
    bound(date, 'max', [bounds[at].last, ...days(date.dataset.notAfter)].filter(Boolean).sort().at(0) ?? '');
  });
  if (dates.length) {
    form.addEventListener('input', boundDates);
    form.addEventListener('change', boundDates);
    boundDates();
  }

  const opinion = form.querySelector('[data-count]');
  const counted = form.querySelector('[data-counted]');
  const count = () => {
    counted.textContent = String(opinion.value.length);
  };
  opinion?.addEventListener('input', count);
  each('[data-phrases]', (phrases) => {
    phrases.hidden = false;
    phrases.addEventListener('click', (event) => {
      const phrase = event.target.closest('.phrase');
      if (phrase) {
        const gap = opinion.value && !/[。；\s]$/.test(opinion.value) ? '。' : '';
        opinion.setRangeText(gap + phrase.textContent, opinion.value.length, opinion.value.length, 'end');
        opinion.dispatchEvent(new Event('input', { bubbles: true }));
        opinion.focus();
      }
    });
  }, form);

  keepDrafts(form);

  // A reason is asked for wherever the first choice, agreement, is not taken.
  each('.ballot', (ballot) => {
    const radios = [...ballot.querySelectorAll('input[type="radio"]')];
    const decide = () => ballot.classList.toggle('reasoned', radios.some((radio, at) => radio.checked && at > 0));
    ballot.addEventListener('change', decide);
    decide();
  });
  each('[data-choose-all]', (button) => {
    button.hidden = false;
    button.addEventListener('click', () => each(`.ballot input[value="${CSS.escape(button.dataset.chooseAll)}"]`, (radio) => {
      radio.checked = true;
      radio.dispatchEvent(new Event('change', { bubbles: true }));
    }, form));
  }, form);
});
