package cn.ecopark.worklist;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.web.panel.FormPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/**
 * The panels that are nothing but their form: plain fields, and the sheet of items. The
 * schema has checked what they take.
 */
@Configuration(proxyBeanMethods = false)
class FieldPanels {

	@Bean
	WorkPanel formPanel(FormSchemas schemas) {
		return new FieldPanel("form", schemas);
	}

	@Bean
	WorkPanel sheetPanel(FormSchemas schemas) {
		return new FieldPanel("sheet", schemas);
	}

	/** A panel of fields; they are kept with the opinion. */
	private record FieldPanel(String name, FormSchemas schemas) implements WorkPanel {

		@Override
		public PanelView view(WorkItem item, Actor actor, Submission entered, Map<String, String> problems) {
			return new FormPanel(this.name, this.schemas.fields(item, entered, problems));
		}

		@Override
		public void check(WorkItem item, Submission submission, Map<String, FieldError> errors) {
			// the schema is checked for every panel
		}

		@Override
		public void carryOut(WorkItem item, Submission submission, Decision decision) {
			// the fields are kept with the opinion
		}

	}

}
