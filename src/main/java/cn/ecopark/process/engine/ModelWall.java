package cn.ecopark.process.engine;

import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** The second wall: refuses, while the engine parses it, a diagram with anything that could run foreign code. */
public final class ModelWall extends AbstractBpmnParseListener {

	private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("class", "expression", "resultVariable",
			"resource", "type", "topic");

	private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("scriptTask", "script", "connector", "field",
			"sendTask", "businessRuleTask", "failedJobRetryTimeCycle", "list", "map", "formData",
			"executionListener");

	@Override
	public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
		walk(root);
	}

	private static void walk(Element element) {
		String name = element.getTagName();
		if (FORBIDDEN_ELEMENTS.contains(name)) {
			throw new ProcessEngineException("Not allowed in models: " + name);
		}
		if ("conditionExpression".equals(name) && element.attribute("language") != null) {
			throw new ProcessEngineException("Not allowed in models: language " + element.attribute("language"));
		}
		for (String forbidden : FORBIDDEN_ATTRIBUTES) {
			if (element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, forbidden) != null) {
				throw new ProcessEngineException("Not allowed in models: camunda:" + forbidden);
			}
		}
		if (element.attribute("scriptFormat") != null) {
			throw new ProcessEngineException("Not allowed in models: scriptFormat");
		}
		String problem = ExpressionGrammar.problemOf(element.getText());
		if (problem != null) {
			throw new ProcessEngineException("Expression not allowed: " + problem.strip());
		}
		for (Element child : element.elements()) {
			walk(child);
		}
	}

}
