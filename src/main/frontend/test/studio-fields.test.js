import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { change, fieldsOf, issueOf, join, optionsOf, pairOf, read, split, withKept } from '../studio-fields.js';

const camunda = JSON.parse(readFileSync(new URL('../node_modules/camunda-bpmn-moddle/resources/camunda.json', import.meta.url)));
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="t">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:userTask id="Task_Review" name="审查" camunda:candidateGroups="OFFICE" camunda:formRef="review" camunda:formRefBinding="deployment">
      <bpmn:extensionElements>
        <camunda:inputOutput><camunda:outputParameter name="a">b</camunda:outputParameter></camunda:inputOutput>
        <camunda:properties>
          <camunda:property name="outcomes" value="PASS, FAIL" />
          <camunda:property name="limit" value="review" />
          <camunda:property name="audience" value="PARK" />
        </camunda:properties>
      </bpmn:extensionElements>
      <bpmn:outgoing>F1</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:boundaryEvent id="Event_Over" attachedToRef="Task_Review"><bpmn:timerEventDefinition id="T" /></bpmn:boundaryEvent>
    <bpmn:serviceTask id="Task_Number" camunda:delegateExpression="\${assignCaseNumber}"><bpmn:incoming>F1</bpmn:incoming><bpmn:outgoing>F2</bpmn:outgoing></bpmn:serviceTask>
    <bpmn:exclusiveGateway id="Gateway"><bpmn:incoming>F2</bpmn:incoming><bpmn:outgoing>F3</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:endEvent id="End"><bpmn:incoming>F3</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="F1" sourceRef="Task_Review" targetRef="Task_Number" />
    <bpmn:sequenceFlow id="F2" sourceRef="Task_Number" targetRef="Gateway" />
    <bpmn:sequenceFlow id="F3" sourceRef="Gateway" targetRef="End" />
  </bpmn:process>
</bpmn:definitions>`;
const LISTS = {
  outcomes: [{ value: 'PASS', label: '通过' }, { value: 'SEND_BACK', label: '退回' }], limits: [{ value: 'review', label: '审查期限' }], effects: [{ value: 'assignCaseNumber', label: '编号' }],
};

const opened = async () => {
  const moddle = new BpmnModdle({ camunda });
  const { rootElement, elementsById } = await moddle.fromXML(XML);
  const create = (type, said) => moddle.create(type, said);
  const field = (id, key) => fieldsOf(elementsById[id]).find((one) => one.key === key);
  const set = (id, key, value) => {
    const { part, properties } = change(elementsById[id], field(id, key), value, create);
    Object.entries(properties).forEach(([name, said]) => part.set(name, said));
  };
  return { find: (id) => elementsById[id], field, set, get: (id, key) => read(elementsById[id], field(id, key)), xml: async () => (await moddle.toXML(rootElement, { format: true })).xml };
};

test('reads what a step says, as attribute or property', async () => {
  const { get } = await opened();
  assert.deepEqual(['name', 'who', 'form', 'limit', 'purpose'].map((key) => get('Task_Review', key)), ['审查', 'OFFICE', 'review', 'review', '']);
  assert.equal(get('Task_Number', 'effect'), '${assignCaseNumber}');
});

test('changes one thing, and leaves all others and their order as they are', async () => {
  const { set, xml } = await opened();
  set('Task_Review', 'limit', 'other');
  const after = await xml();
  assert.match(after, /outcomes" value="PASS, FAIL" \/>\s*<camunda:property name="limit" value="other" \/>\s*<camunda:property name="audience" value="PARK"/);
  assert.match(after, /<camunda:outputParameter name="a">b</);
});

test('adds what was not said, and takes away what is emptied', async () => {
  const { get, set, xml } = await opened();
  set('Task_Review', 'purpose', 'CORRECTION');
  set('Task_Review', 'limit', '');
  set('End', 'result', 'PASS');
  assert.equal(get('Task_Review', 'purpose'), 'CORRECTION');
  const after = await xml();
  assert.doesNotMatch(after, /name="limit"/);
  assert.match(after, /<bpmn:endEvent id="End">\s*<bpmn:extensionElements>\s*<camunda:properties>\s*<camunda:property name="result" value="PASS" \/>/);
  set('End', 'result', '');
  assert.doesNotMatch((await xml()).slice((await xml()).indexOf('endEvent')), /extensionElements/);
});

test('a form is that of the same release', async () => {
  const { set, xml } = await opened();
  set('Task_Review', 'form', 'other');
  assert.match(await xml(), /camunda:formRef="other" camunda:formRefBinding="deployment"/);
  set('Task_Review', 'form', '');
  assert.doesNotMatch(await xml(), /formRef/);
});

test('a timer at the border ends with a limit', async () => {
  const { find, field, get, set, xml } = await opened();
  assert.deepEqual(optionsOf(find('Event_Over'), field('Event_Over', 'due'), LISTS), [{ value: '${due_review}', label: '审查期限' }]);
  set('Event_Over', 'due', '${due_review}');
  assert.equal(get('Event_Over', 'due'), '${due_review}');
  assert.match(await xml(), /<bpmn:timeDate xsi:type="bpmn:tFormalExpression">\$\{due_review\}<\/bpmn:timeDate>/);
});

test('a way is taken by what the step before may end with', async () => {
  const { find, field, set, xml } = await opened();
  assert.deepEqual(optionsOf(find('F3'), field('F3', 'condition'), LISTS), [
    { value: "${Task_Review_outcome == 'PASS'}", label: '审查: 通过' }, { value: "${Task_Review_outcome == 'FAIL'}", label: '审查: FAIL' },
  ]);
  set('F3', 'condition', "${Task_Review_outcome == 'PASS'}");
  assert.match(await xml(), /<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\$\{Task_Review_outcome == 'PASS'\}</);
  assert.equal(fieldsOf(find('F1')).length, 1);
});

test('what no list has stays and is shown as such', () => {
  assert.deepEqual(withKept(LISTS.outcomes, ['PASS', 'OLD', ''], '{0} ?'), [...LISTS.outcomes, { value: 'OLD', label: 'OLD ?' }]);
});

test('lists and what is issued are written as the server reads them', () => {
  assert.deepEqual(split(' A, B ,,C'), ['A', 'B', 'C']);
  assert.equal(join(['A', 'B']), 'A,B');
  assert.deepEqual(pairOf('SUBMIT:receipt'), { outcome: 'SUBMIT', document: 'receipt' });
  for (const issue of ['SUBMIT:receipt', '*:receipt', 'receipt']) {
    assert.equal(issueOf(pairOf(issue)), issue);
  }
});
