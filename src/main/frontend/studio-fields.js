// What the panel asks of each kind of element, how it stands in the model, and how it is changed there. Nothing here touches the page.

const PROPERTIES = 'camunda:Properties';

/** Each field: how it is asked (text, choice, list, pairs), where it stands, and the list of the pack that it is chosen from. */
const property = (key, kind, from, rare = false) => ({ key, kind, at: 'property', from, rare });
const attribute = (key, kind, name, from, more = {}) => ({ key, kind, at: 'attribute', name, from, rare: false, ...more });

const NAME = attribute('name', 'text', 'name');

const FIELDS = {
  'bpmn:UserTask': [
    NAME,
    attribute('who', 'choice', 'camunda:candidateGroups', 'roles'),
    property('purpose', 'choice', 'purposes'),
    property('verb', 'text'),
    property('outcomes', 'list', 'outcomes'),
    property('limit', 'choice', 'limits'),
    attribute('form', 'choice', 'camunda:formRef', 'forms', { beside: { 'camunda:formRefBinding': 'deployment' } }),
    property('documents', 'list', 'handedIn'),
    property('optionalDocuments', 'list', 'handedIn'),
    property('issues', 'pairs', 'made'),
    property('audience', 'choice', 'audiences'),
    property('points', 'list', 'ownOutcomes', true),
    property('choices', 'list', 'outcomes', true),
    property('silence', 'choice', 'silences', true),
    property('signatures', 'choice', 'signatures', true),
    property('secret', 'choice', 'yesOrNo', true),
    property('batch', 'choice', 'batches', true),
  ],
  'bpmn:ServiceTask': [NAME, attribute('effect', 'choice', 'camunda:delegateExpression', 'effects'), property('issues', 'pairs', 'made')],
  'bpmn:CallActivity': [NAME, attribute('calls', 'choice', 'calledElement', 'diagrams', { beside: { 'camunda:calledElementBinding': 'deployment' } })],
  'bpmn:EndEvent': [NAME, property('result', 'choice', 'outcomes')],
};

const timerOf = (model) => model.get('eventDefinitions')?.find(({ $type }) => $type === 'bpmn:TimerEventDefinition');

/** @returns the fields of an element, by what it is in the model */
export const fieldsOf = (model) => {
  const { $type } = model;
  if (FIELDS[$type]) {
    return FIELDS[$type];
  }
  if (/CatchEvent$|BoundaryEvent$/.test($type) && timerOf(model)) {
    return [NAME, { key: 'due', kind: 'choice', at: 'timer', from: 'dues', rare: false }];
  }
  if ($type === 'bpmn:SequenceFlow' && model.sourceRef?.$type === 'bpmn:ExclusiveGateway') {
    return [NAME, { key: 'condition', kind: 'choice', at: 'condition', from: 'conditions', rare: false }];
  }
  return /TextAnnotation$|Association$/.test($type) ? [] : [NAME];
};

const propertiesOf = (model) => (model.get('extensionElements')?.get('values') ?? [])
  .filter(({ $type }) => $type === PROPERTIES).flatMap((properties) => properties.get('values') ?? []);

/** @returns what the element says in that field; empty where it says nothing */
export const read = (model, field) => {
  if (field.at === 'property') {
    return propertiesOf(model).find(({ name }) => name === field.key)?.value ?? '';
  }
  if (field.at === 'timer') {
    return timerOf(model)?.get('timeDate')?.body ?? '';
  }
  return (field.at === 'condition' ? model.get('conditionExpression')?.body : model.get(field.name)) ?? '';
};

const withProperty = (model, name, value, create) => {
  const before = model.get('extensionElements')?.get('values') ?? [];
  const properties = propertiesOf(model);
  const mine = value === '' ? [] : [create('camunda:Property', { name, value })];
  const at = properties.findIndex((one) => one.name === name);
  const values = at < 0 ? [...properties, ...mine] : [...properties.slice(0, at), ...mine, ...properties.slice(at + 1)];
  const others = before.filter(({ $type }) => $type !== PROPERTIES);
  const all = values.length ? [create(PROPERTIES, { values }), ...others] : others;
  return { extensionElements: all.length ? create('bpmn:ExtensionElements', { values: all }) : undefined };
};

/**
 * @param create makes an element of the model of that type
 * @returns the part of the model to be changed, and what it says from now on; everything else that it says stays
 */
export const change = (model, field, value, create) => {
  const expression = value === '' ? undefined : create('bpmn:FormalExpression', { body: value });
  if (field.at === 'property') {
    return { part: model, properties: withProperty(model, field.key, value, create) };
  }
  if (field.at === 'timer') {
    return { part: timerOf(model), properties: { timeDate: expression } };
  }
  if (field.at === 'condition') {
    return { part: model, properties: { conditionExpression: expression } };
  }
  const beside = Object.fromEntries(Object.entries(field.beside ?? {}).map(([name, said]) => [name, value === '' ? undefined : said]));
  return { part: model, properties: { [field.name]: value === '' && field.key !== 'name' ? undefined : value, ...beside } };
};

export const split = (text) => text.split(',').map((one) => one.trim()).filter(Boolean);
export const join = (values) => values.join(',');

// The nearest steps before from which a case comes here, with nobody's word in between.
const FARTHEST = 6;
const askedBefore = (flow) => {
  const asked = [];
  const seen = new Set();
  let open = [flow.sourceRef];
  for (let back = 0; back < FARTHEST && open.length; back += 1) {
    const before = open.flatMap((step) => (step.$type === 'bpmn:BoundaryEvent' ? [step.attachedToRef] : (step.get('incoming') ?? []).map(({ sourceRef }) => sourceRef)))
      .filter((step) => step && !seen.has(step));
    before.forEach((step) => seen.add(step));
    asked.push(...before.filter(({ $type }) => $type === 'bpmn:UserTask'));
    open = before.filter(({ $type }) => $type !== 'bpmn:UserTask');
  }
  return asked;
};

const outcomesOf = (task) => split(read(task, { at: 'property', key: 'outcomes' }));
const labelOf = (list, value) => list?.find((one) => one.value === value)?.label ?? value;

/** @returns what the field can be, from the lists of the pack and from what the diagram itself says */
export const optionsOf = (model, field, lists) => {
  if (field.from === 'ownOutcomes') {
    return outcomesOf(model).map((value) => ({ value, label: labelOf(lists.outcomes, value) }));
  }
  if (field.from === 'conditions') {
    return askedBefore(model).flatMap((task) => outcomesOf(task).map((code) => ({
      value: `\${${task.id}_outcome == '${code}'}`, label: `${task.name ?? task.id}: ${labelOf(lists.outcomes, code)}`,
    })));
  }
  if (field.from === 'dues') {
    return lists.limits.map(({ value, label }) => ({ value: `\${due_${value}}`, label }));
  }
  if (field.from === 'effects') {
    return lists.effects.map(({ value, label }) => ({ value: `\${${value}}`, label }));
  }
  return lists[field.from] ?? [];
};

/** @returns the options, with each value that is there and on no list: it stays, and is shown as what it is */
export const withKept = (options, values, unknown) => [
  ...options, ...values.filter((value) => value !== '' && !options.some((one) => one.value === value))
    .map((value) => ({ value, label: unknown.replace('{0}', value) })),
];

/** @returns outcome and document of what is issued; the outcome is empty where it goes with every one */
export const pairOf = (issue) => {
  const at = issue.indexOf(':');
  return at < 0 ? { outcome: '', document: issue } : { outcome: issue.slice(0, at), document: issue.slice(at + 1) };
};
export const issueOf = ({ outcome, document }) => (outcome ? `${outcome}:${document}` : document);
