package cn.ecopark.worklist;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.ecopark.form.InputError;
import cn.ecopark.worklist.Decision.FormDecision;

/**
 * The panels that are nothing but their form: plain fields, and the sheet of items. The
 * schema has checked what they take.
 */
@Configuration(proxyBeanMethods = false)
class FieldPanels {

	@Bean
	WorkPanel<FormDecision> formPanel() {
		return new FieldPanel("form");
	}

	@Bean
	WorkPanel<FormDecision> sheetPanel() {
		return new FieldPanel("sheet");
	}

	/** A panel of fields; they are kept with the opinion. */
	private record FieldPanel(String name) implements WorkPanel<FormDecision> {

		@Override
		public Class<FormDecision> takes() {
			return FormDecision.class;
		}

		@Override
		public void check(WorkItem item, FormDecision decision, Map<String, InputError> errors) {
			// the schema is checked for every panel
		}

		@Override
		public void carryOut(WorkItem item, FormDecision decision, Kept kept) {
			// the fields are kept with the opinion
		}

	}

}
