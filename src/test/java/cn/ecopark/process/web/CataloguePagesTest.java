package cn.ecopark.process.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import cn.ecopark.process.pack.CaseMessage;
import cn.ecopark.process.pack.Effect;
import cn.ecopark.process.pack.GivenByCall;
import cn.ecopark.process.web.CataloguePage.Row;
import cn.ecopark.process.web.CataloguePage.Section;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.shared.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** A word without a text in one of the languages would be an error of the page. */
class CataloguePagesTest {

	@ParameterizedTest
	@ValueSource(strings = { "zh-CN", "en" })
	void tellOfEveryWordInBothLanguages(String language) {
		List<Section> sections = page(language).sections();

		assertThat(sections).extracting(section -> section.rows().stream().map(Row::code).toList())
			.containsExactly(codes(Purpose.values()), Stream.of(Effect.values()).map(Effect::text).toList(),
					Stream.of(GivenByCall.values()).map(given -> given.property("…")).toList(),
					Stream.of(CaseMessage.values()).map(CaseMessage::text).toList(), codes(Meaning.values()),
					codes(Limit.Use.values()), codes(DocumentKind.Use.values()));
		assertThat(sections).allSatisfy(section -> assertThat(section.rows())
			.allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(section.columns())));
		assertThat(sections.get(1).lead()).contains("${issuePaper}");
	}

	@Test
	void sayWhatAStepHasToOfferAndWhereItMayStand() {
		List<Section> sections = page("zh-CN").sections();

		assertThat(row(sections.get(0), "ISSUE").cells()).containsExactly("编号、印发：文号和印发日期", "批次",
				"表单中有 documentNumber, issuedOn；一人办理");
		assertThat(row(sections.get(0), "BALLOT").cells()).last().isEqualTo("可选意见中有 AGREES；逐一办理（多实例）");
		assertThat(row(sections.get(0), "ORDINARY").cells()).endsWith("各种流程图", "一人办理或者逐一办理");
		assertThat(row(sections.get(1), "settleOpinion").cells()).containsExactly("清点签署，判断组长的意见是否成立", "阶段",
				"PANEL_CONCLUSION, PANEL_SIGNATURE", "conclusionResult");
	}

	private static CataloguePage page(String language) {
		ResourceBundleMessageSource words = new ResourceBundleMessageSource();
		words.setBasenames("messages/process", "messages/web");
		words.setDefaultEncoding("UTF-8");
		words.setFallbackToSystemLocale(false);
		return new CataloguePages(new Texts(words)).page(Locale.forLanguageTag(language));
	}

	private static Row row(Section section, String code) {
		return section.rows().stream().filter(row -> row.code().equals(code)).findFirst().orElseThrow();
	}

	private static List<String> codes(Enum<?>[] words) {
		return Stream.of(words).map(Enum::name).toList();
	}

}
