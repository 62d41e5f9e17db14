package cn.ecopark.worklist.web;

import java.util.Map;
import java.util.function.Function;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Decision.MeetingDecision;
import cn.ecopark.worklist.Decision.NoticeDecision;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.web.panel.FormPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/** The panels on which nothing but the fields of their form is entered. */
@Configuration(proxyBeanMethods = false)
class FieldPages {

	@Bean
	PanelPage formPage(FormFields fields) {
		return new FieldPage("form", fields, FormDecision::new);
	}

	@Bean
	PanelPage sheetPage(FormFields fields) {
		return new FieldPage("sheet", fields, FormDecision::new);
	}

	@Bean
	PanelPage meetingPage(FormFields fields) {
		return new FieldPage("meeting", fields, MeetingDecision::new);
	}

	@Bean
	PanelPage noticePage(FormFields fields) {
		return new FieldPage("notice", fields, NoticeDecision::new);
	}

	private record FieldPage(String name, FormFields fields,
			Function<Statement, Decision> decision) implements PanelPage {

		@Override
		public PanelView view(WorkItem item, Actor actor, Entered entered, Map<String, String> problems) {
			return new FormPanel(this.name, this.fields.of(item, entered, problems));
		}

		@Override
		public Decision read(Statement statement, Entered entered) {
			return this.decision.apply(statement);
		}

	}

}
