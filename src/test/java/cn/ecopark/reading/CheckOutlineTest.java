package cn.ecopark.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.reading.CheckOutline.Comparison;
import cn.ecopark.reading.CheckOutline.Finding;
import cn.ecopark.rulepack.PlanOutline;
import cn.ecopark.rulepack.PlanOutlines;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

class CheckOutlineTest {

	private final PlanOutline outline;

	CheckOutlineTest() throws IOException {
		this.outline = new PlanOutlines(ShippedPacks.packs()).of(ShippedPacks.FIRST, "constructionPlan").orElseThrow();
	}

	@Test
	void tellsOnWhichPageEachChapterBegins() {
		Comparison comparison = compare("建设规划\n苏州某园区",
				"目录\n第一章 总则 ………… 1\n第二章 园区概况及现状评价 …… 9\n第三章 总体设计 …… 20\n第八章 保障措施 …… 80", "第一章 总则\n1.1 规划背景",
				"第二章　园区概况及现状评价\n园区位于长江之滨，总体设计见后。", "三、建设的必要性与可行性分析\n", "4 生态工业园区建设总体设计\n4.1 指导思想", "第五章 主导产业生态化发展规划",
				"6.3 固体废物综合利用规划", "第七章 重点支撑项目\n", "第八章 规划实施的保障措施", "附件1：企业名单");

		assertThat(comparison.findings()).extracting(finding -> finding.chapter().key() + " " + finding.page())
			.containsExactly("general 3", "present 4", "necessity 5", "design 6", "industries 7", "resources 8",
					"projects 9", "safeguards 10", "annexes 11");
		assertThat(comparison.findings().get(1).heading()).isEqualTo("第二章　园区概况及现状评价");
	}

	@Test
	void pointsOutWhatIsMissing() {
		Comparison comparison = compare("第一章 总论", "第二章 园区概况与现状分析\n本章说明保障措施的必要性。", "第三章 总体设计\n附件说明如下。");

		assertThat(comparison.missing()).extracting(finding -> finding.chapter().key())
			.containsExactly("necessity", "industries", "resources", "projects", "safeguards", "annexes");
		assertThat(comparison.missing()).extracting(Finding::heading).containsOnlyNulls();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1总论", "Ⅰ 总论", "VIII. 总论", "VIII、总论", "壹、总论", "一、总论", "第\n一\n章\n总\n论", "1.总论" })
	void knowsAChapterByEachWayOfNumbering(String heading) {
		assertThat(compare("前言", heading + "\n园区位于长江之滨。").findings().get(0).page()).isEqualTo(2);
	}

	@Test
	void takesNeitherContentsNorRowsOfTablesForChapters() {
		assertThat(compare("目录\n第一章 总论 1\n第二章 园区概况与现状分析 9\n第八章 保障措施 80").missing()).hasSize(9);
		assertThat(compare("表1 工作分工\n1 总论\n2 保障措施\n3 重点支撑项目\n完").missing()).hasSize(9);
	}

	@Test
	void saysThatTheOutlineIsNotConfirmed() {
		assertThat(this.outline.confirmed()).isFalse();
		assertThat(this.outline.source()).contains("HJ/T 409-2007");
		assertThat(this.outline.chapters()).noneMatch(PlanOutline.Chapter::confirmed);
	}

	private Comparison compare(String... texts) {
		List<PageText> pages = new ArrayList<>();
		for (String text : texts) {
			pages.add(new PageText(pages.size() + 1, text));
		}
		return CheckOutline.compare(this.outline, pages);
	}

}
