package cn.ecopark.expert;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.ecopark.organisation.Actor;
import cn.ecopark.web.view.InputField;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.web.Entered;
import cn.ecopark.worklist.web.FormFields;
import cn.ecopark.worklist.web.PanelPage;
import cn.ecopark.worklist.web.panel.ConclusionPanel;
import cn.ecopark.worklist.web.panel.FormPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/** How votes, conclusions and signatures of a panel look on the page of their task. */
@Configuration(proxyBeanMethods = false)
class OpinionPages {

	@Bean
	PanelPage votePage(FormFields fields) {
		return new OpinionPage(PanelPoll.VOTE,
				(item, entered, problems) -> FormPanel.form(fields.of(item, entered, problems)));
	}

	@Bean
	PanelPage signaturePage(OpinionViews views, FormFields fields) {
		return new OpinionPage(SignatureWorkPanel.SIGNATURE,
				(item, entered, problems) -> views.draft(item, fields.of(item, entered, problems)));
	}

	@Bean
	PanelPage conclusionPage(OpinionViews views, PanelSettings settings, FormFields fields) {
		return new OpinionPage(ConclusionWorkPanel.CONCLUSION, (item, entered, problems) -> {
			Set<String> points = settings.opinionPoints(String.valueOf(item.subject().caseId()), item.task().stage())
				.keySet();
			return new ConclusionPanel(views.votes(item), views.unsigned(item),
					marked(fields.of(item, entered, problems), points));
		});
	}

	/**
	 * What the pack asks for is no option, though nothing of it is asked without a
	 * conclusion.
	 */
	private static List<InputField> marked(List<InputField> fields, Set<String> points) {
		return fields.stream()
			.map(field -> new InputField(field.key(), field.type(), field.label(), field.help(),
					field.required() || points.contains(field.key()), field.value(), field.choices(), field.error(),
					field.limits(), field.hide(), marked(field.fields(), points)))
			.toList();
	}

	private interface View {

		PanelView of(WorkItem item, Entered entered, Map<String, String> problems);

	}

	private record OpinionPage(String name, View view) implements PanelPage {

		@Override
		public PanelView view(WorkItem item, Actor actor, Entered entered, Map<String, String> problems) {
			return this.view.of(item, entered, problems);
		}

		@Override
		public Decision read(Statement statement, Entered entered) {
			return new FormDecision(statement);
		}

	}

}
