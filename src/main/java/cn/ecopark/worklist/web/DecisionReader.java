package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.FormValues;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.ReadDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;

/** Reads a decision from what the page of a task posts. */
@Component
class DecisionReader implements ReadDecision {

	private final FormSchemas schemas;

	private final PanelPages panels;

	DecisionReader(FormSchemas schemas, PanelPages panels) {
		this.schemas = schemas;
		this.panels = panels;
	}

	@Override
	public Decision read(WorkItem item, Map<String, List<String>> fields) {
		return read(item, Entered.posted(fields));
	}

	Decision read(WorkItem item, Entered entered) {
		FormValues form = item.form() == null ? FormValues.NONE
				: FormReading.of(this.schemas.get(item.form()), entered::form);
		Statement statement = new Statement(entered.outcome(), entered.opinion(), entered.points(entered.outcome()),
				form);
		return this.panels.get(item).read(statement, entered);
	}

}
