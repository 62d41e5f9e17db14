// What the modeler says in Chinese: the words of its community, and those that these lack.
import community from 'bpmn-js-i18n/translations/zn.js';

const OWN = {
  'User task': '办理步骤',
  'Call activity': '转入其他流程的步骤',
  'Service task': '系统动作',
  'Exclusive gateway': '判断',
  'Parallel gateway': '并行网关',
  'Timer intermediate catch event': '等到某日',
  'Append timer intermediate catch event': '添加：等到某日',
  'Timer boundary event': '到期（收回这一步）',
  'Timer boundary event (non-interrupting)': '到期（这一步继续）',
  'Create start event': '开始',
  'Create end event': '结束',
  'Create gateway': '判断',
  'Create expanded sub-process': '子流程',
  'Append end event': '添加：结束',
  'Append gateway': '添加：判断',
  'Add text annotation': '添加：标注',
  'Connect to other element': '连到另一个图形',
  'Connect using association': '用虚线连到标注',
  'Connect using sequence/message flow or association': '连到另一个图形',
  'Change element': '改变类型',
  'Change type': '改变类型',
  'Activate hand tool': '移动画面',
  'Activate lasso tool': '框选',
  'Activate create/remove space tool': '拉开或者收拢',
  'Activate global connect tool': '画连线',
  Delete: '删除',
  'Start event': '开始',
  'End event': '结束',
  'Default flow': '默认连线',
  'Sequence flow': '连线',
  'Open minimap': '打开全图',
  'Close minimap': '收起全图',
  'Search in diagram': '在图中查找',
  Search: '查找',
  'Align elements': '对齐',
};

/** @returns what is said in that language; as it is where there are no words for it */
export const say = (chinese, template, replacements = {}) => ((chinese && (OWN[template] ?? community[template])) || template)
  .replace(/\{([^}]+)\}/g, (whole, key) => replacements[key] ?? whole);

export const wordsIn = (language) => ({ translate: ['value', (template, replacements) => say(language.startsWith('zh'), template, replacements)] });
