// The panel beside the drawing: what the chosen element needs, chosen from the pack.
import { change, fieldsOf, issueOf, join, optionsOf, pairOf, read, split, withKept } from './studio-fields.js';

const PAUSE = 600;

const made = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => (value === true ? node.setAttribute(key, '') : value !== false && node.setAttribute(key, value)));
  node.append(...children);
  return node;
};

const fill = (select, options, value, none) => {
  select.replaceChildren(...(none === null ? options : [{ value: '', label: none }, ...options]).map((one) => {
    const option = made('option', { value: one.value }, one.label);
    option.selected = one.value === value;
    return option;
  }));
};

export class Panel {
  /**
   * @param options.lists what the pack has to choose from, by name
   * @param options.words of the labels, by key of the field
   * @param options.open whether anything can be changed
   */
  constructor(box, viewer, { lists, words, open }) {
    Object.assign(this, { box, viewer, lists, words, open, updates: [] });
    viewer.on('selection.changed', ({ newSelection }) => this.show(newSelection.length === 1 ? newSelection[0] : null));
    viewer.on('commandStack.changed', () => this.update());
    this.show(null);
  }

  /** @param element null for the diagram as a whole */
  show(element) {
    const shown = element?.labelTarget ?? element ?? this.viewer.get('canvas').getRootElement();
    this.element = shown;
    this.type = shown.businessObject.$type;
    this.updates = [];
    const fields = fieldsOf(shown.businessObject);
    const rows = fields.filter(({ rare }) => !rare).map((field) => this.row(field));
    const rare = fields.filter((field) => field.rare);
    if (rare.length) {
      const more = made('details', { class: 'fold', open: rare.some((field) => read(shown.businessObject, field) !== '') },
        made('summary', {}, this.words.more), ...rare.map((field) => this.row(field)));
      rows.push(more);
    }
    const kind = this.type.replace('bpmn:', '');
    this.box.replaceChildren(made('h2', { class: 'section-head' }, this.words[`kind.${kind}`] ?? kind), ...rows);
    this.update();
  }

  /** An element may be gone, be another kind by now, or be taken back. */
  update() {
    const { element } = this;
    const root = this.viewer.get('canvas').getRootElement();
    if (element !== root && this.viewer.get('elementRegistry').get(element.id) !== element) {
      this.show(null);
    } else if (element.businessObject.$type !== this.type) {
      this.show(element);
    } else {
      this.updates.forEach((update) => update(element.businessObject));
    }
  }

  set(field, value) {
    const { element } = this;
    if (value === read(element.businessObject, field)) {
      return;
    }
    const moddle = this.viewer.get('moddle');
    const modeling = this.viewer.get('modeling');
    const { part, properties } = change(element.businessObject, field, value, (type, said) => moddle.create(type, said));
    if (part === element.businessObject) {
      modeling.updateProperties(element, properties);
    } else {
      modeling.updateModdleProperties(element, part, properties);
    }
  }

  row(field) {
    const id = `field-${field.key}`;
    const label = this.words[field.key];
    return { text: () => this.text(field, id, label), choice: () => this.choice(field, id, label), list: () => this.list(field, id, label), pairs: () => this.pairs(field, id, label) }[field.kind]();
  }

  text(field, id, label) {
    const input = made('input', { type: 'text', id, maxlength: 200, autocomplete: 'off', disabled: !this.open });
    let timer;
    const { element } = this;
    const set = () => {
      clearTimeout(timer);
      if (this.element === element) {
        this.set(field, input.value.trim());
      }
    };
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(set, PAUSE);
    });
    input.addEventListener('change', set);
    this.updates.push((model) => {
      const value = read(model, field);
      if (document.activeElement !== input || input.value.trim() === '') {
        input.value = value;
      }
    });
    return made('div', { class: 'field' }, made('label', { class: 'label', for: id }, label), input);
  }

  choice(field, id, label) {
    const select = made('select', { id, disabled: !this.open });
    // A condition or a date may be said in other ways than those offered.
    const kept = field.at === 'condition' || field.at === 'timer' ? '{0}' : this.words.unknown;
    select.addEventListener('change', () => this.set(field, select.value));
    this.updates.push((model) => {
      const value = read(model, field);
      fill(select, withKept(optionsOf(model, field, this.lists), [value], kept), value, this.words.none);
    });
    return made('div', { class: 'field' }, made('label', { class: 'label', for: id }, label), select);
  }

  /** What is chosen, each with a button that takes it away, and a select that adds one. */
  list(field, id, label) {
    const add = made('select', { id, disabled: !this.open });
    return this.several(field, id, label, add, (values, options) => {
      fill(add, options.filter(({ value }) => !values.includes(value)), '', this.words.add);
    }, (value, options) => options.find((one) => one.value === value).label);
  }

  /** What is issued with which outcome. */
  pairs(field, id, label) {
    const add = made('select', { id, disabled: !this.open });
    const outcome = made('select', { 'aria-label': this.words.issuedWith, disabled: !this.open });
    const row = this.several(field, id, label, add, (values, options, model) => {
      const own = optionsOf(model, { from: 'ownOutcomes' }, this.lists);
      fill(outcome, [{ value: '*', label: this.words.anyOutcome }, ...own], own.some(({ value }) => value === outcome.value) ? outcome.value : '', this.words.always);
      fill(add, this.lists[field.from], '', this.words.add);
    }, (value) => {
      const pair = pairOf(value);
      const said = (list, one) => withKept(list, [one], this.words.unknown).find((known) => known.value === one)?.label ?? '';
      const document = said(this.lists[field.from], pair.document);
      return pair.outcome ? `${pair.outcome === '*' ? this.words.anyOutcome : said(this.lists.outcomes, pair.outcome)}: ${document}` : document;
    }, () => issueOf({ outcome: outcome.value, document: add.value }));
    add.before(outcome);
    return row;
  }

  several(field, id, label, add, offer, labelOf, valueOf = () => add.value) {
    const chosen = made('ul', { class: 'chosen' });
    const values = () => split(read(this.element.businessObject, field));
    add.addEventListener('change', () => {
      if (add.value && !values().includes(valueOf())) {
        this.set(field, join([...values(), valueOf()]));
      }
      add.focus();
    });
    this.updates.push((model) => {
      const there = values();
      const options = withKept(optionsOf(model, field, this.lists), there, this.words.unknown);
      chosen.replaceChildren(...there.map((value) => {
        const text = labelOf(value, options);
        const item = made('li', {}, made('span', {}, text));
        if (this.open) {
          const remove = made('button', { type: 'button', class: 'icon-link', 'aria-label': this.words.remove.replace('{0}', text) }, '×');
          remove.addEventListener('click', () => {
            this.set(field, join(values().filter((one) => one !== value)));
            add.focus();
          });
          item.append(remove);
        }
        return item;
      }));
      offer(there, options, model);
    });
    return made('div', { class: 'field' }, made('label', { class: 'label', for: id }, label), chosen, add);
  }
}
