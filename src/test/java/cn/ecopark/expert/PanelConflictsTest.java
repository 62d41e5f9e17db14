package cn.ecopark.expert;

import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;

import static org.assertj.core.api.Assertions.assertThat;

/** An expert on the panel works for a unit that is to take part in the case. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class PanelConflictsTest {

	@Autowired
	Scene scene;

	@Autowired
	Panels panels;

	@Autowired
	PanelConflicts conflicts;

	@Autowired
	CaseFlow flow;

	@Autowired
	Cases cases;

	@Test
	void namesWhoWorksForTheUnit() {
		this.scene.itIs("2018-01-15T10:00");
		EcoCase opened = this.scene.openCase();
		this.flow.submitted(opened.id());
		this.flow.enteredStage(opened.id(), "plan-review");
		long ofTheInstitute = this.scene.expert("张某", "环境保护部南京环境科学研究所大气室");
		long ofAUniversity = this.scene.expert("李某", "某大学");
		this.panels.form(opened.id(), "plan-review", Set.of(ofTheInstitute, ofAUniversity), ofAUniversity);
		this.panels.answer(opened.id(), "plan-review", ofAUniversity, true);
		EcoCase ecoCase = this.cases.get(opened.id());

		assertThat(this.conflicts.against(ecoCase, "NIES")).containsExactly("张某");
		assertThat(this.conflicts.against(ecoCase, "CRAES")).isEmpty();

		this.flow.enteredStage(opened.id(), "construction-approval");
		assertThat(this.conflicts.against(this.cases.get(opened.id()), "NIES")).isEmpty();
	}

}
