// What can be drawn: elements that the server takes, and nothing that it refuses. The tools, and all that is in a drawing already, stay.

const KEPT = [/-tool$/, /^tool-separator$/, /^create\.(start-event|end-event|exclusive-gateway|subprocess-expanded)$/];
const APPENDED = /^(connect|delete|replace|append\.(end-event|gateway|text-annotation|timer-intermediate-event))$/;
const INTO = /^replace-with-(user-task|service-task|call-activity|exclusive-gateway|parallel-gateway|none-start|none-end|timer-intermediate-catch|timer-boundary|non-interrupting-timer-boundary|sequence-flow|default-flow)$/;

const TIMER = { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' };
const ADDED = [
  ['user-task', 'activity', 'bpmn-icon-user-task', 'User task', { type: 'bpmn:UserTask' }],
  ['call-activity', 'activity', 'bpmn-icon-call-activity', 'Call activity', { type: 'bpmn:CallActivity' }],
  ['parallel-gateway', 'gateway', 'bpmn-icon-gateway-parallel', 'Parallel gateway', { type: 'bpmn:ParallelGateway' }],
  ['timer', 'event', 'bpmn-icon-intermediate-event-catch-timer', 'Timer intermediate catch event', TIMER],
];
const LOWER = 500;

const only = (entries, wanted) => Object.fromEntries(Object.entries(entries).filter(([id]) => wanted(id)));

/** @returns the entries of the palette that are kept */
export const inPalette = (entries) => only(entries, (id) => KEPT.some((kept) => kept.test(id)));

/** @returns the entries beside an element that are kept */
export const inPad = (entries) => only(entries, (id) => APPENDED.test(id));

/** @returns the kinds that an element may be changed into */
export const inMenu = (entries) => only(entries, (id) => INTO.test(id));

class OfferedElements {
  constructor(palette, contextPad, popupMenu, create, elementFactory, autoPlace, translate) {
    const shape = (options) => elementFactory.createShape(options);
    const dragged = (options) => (event) => create.start(event, shape(options));
    palette.registerProvider(LOWER, {
      getPaletteEntries: () => (entries) => ({
        ...inPalette(entries),
        ...Object.fromEntries(ADDED.map(([id, group, className, title, options]) => [`create.${id}`, {
          group, className, title: translate(title), action: { dragstart: dragged(options), click: dragged(options) },
        }])),
      }),
    });
    contextPad.registerProvider(LOWER, {
      getContextPadEntries: () => (entries) => ({
        // Where any step may follow, that of a person may.
        ...(entries['append.append-task'] ? {
          'append.user-task': {
            group: 'model', className: 'bpmn-icon-user-task', title: translate('User task'),
            action: {
              dragstart: (event, source) => create.start(event, shape({ type: 'bpmn:UserTask' }), { source }),
              click: (event, source) => autoPlace.append(source, shape({ type: 'bpmn:UserTask' })),
            },
          },
        } : {}),
        ...inPad(entries),
      }),
    });
    popupMenu.registerProvider('bpmn-replace', LOWER, {
      getPopupMenuEntries: () => inMenu,
      getPopupMenuHeaderEntries: () => () => ({}),
    });
  }
}
OfferedElements.$inject = ['palette', 'contextPad', 'popupMenu', 'create', 'elementFactory', 'autoPlace', 'translate'];

export const offered = { __init__: ['offeredElements'], offeredElements: ['type', OfferedElements] };
