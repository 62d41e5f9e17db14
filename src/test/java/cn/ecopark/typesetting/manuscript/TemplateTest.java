package cn.ecopark.typesetting.manuscript;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.ecopark.typesetting.manuscript.Block.Heading;
import cn.ecopark.typesetting.manuscript.Block.Paragraph;
import cn.ecopark.typesetting.manuscript.Block.Table;
import cn.ecopark.typesetting.manuscript.DeclaredFact.Column;
import cn.ecopark.typesetting.manuscript.DeclaredFact.Type;
import cn.ecopark.typesetting.manuscript.TemplateFault.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateTest {

	private static final List<DeclaredFact> FACTS = List.of(
			new DeclaredFact("park", "园区", Type.TEXT, List.of(), false, "甲园区"),
			new DeclaredFact("due", "期限", Type.DATE, List.of(), true, ""),
			new DeclaredFact("points", "事项", Type.LIST, List.of(), false, "一\n二"), new DeclaredFact("parks", "名单",
					Type.TABLE, List.of(new Column("name", "名称"), new Column("kind", "类型")), false, "甲|综合类"));

	@Test
	void putsValuesInTheirPlacesByLabelOrName() {
		Manuscript text = fill(
				"标题：关于{{园区}}/的通知\n主送：{{park}}\n\n{{园区}}：\n{{#期限}}\n期限为{{期限}}。\n{{/期限}}\n{{^期限}}\n没有期限。\n{{/期限}}");

		assertThat(text.title()).containsExactly("关于甲园区", "的通知");
		assertThat(text.addressee()).isEqualTo("甲园区");
		assertThat(text.body()).containsExactly(new Paragraph("甲园区："), new Paragraph("没有期限。"));
	}

	@Test
	void repeatsItemsAndRows() {
		Manuscript text = fill(
				"标题：x\n\n{{#事项}}\n{{汉字序号}}、{{本项}}\n{{/事项}}\n【表 1,3】\n| 序号 | 名称 |\n{{#名单}}\n| {{序号}} | {{名称}}（{{类型}}） |\n{{/名单}}");

		assertThat(text.body()).startsWith(new Paragraph("一、一个事项"), new Paragraph("二、另一个事项"));
		assertThat(text.body().get(2)).isEqualTo(new Table(List.of(1, 3), List.of("序号", "名称"),
				List.of(List.of("1", "甲（综合类）"), List.of("2", "乙|丙（行业类）"))));
	}

	@Test
	void neverReadsAValueAsMarkup() {
		Facts facts = values().text("park", "标题：假\n【附件】假\n| a | b |\n> 右\n{{事项}}\n<script>/\uE001|");

		Manuscript text = Template.of("标题：关于{{园区}}的通知\n抄送：{{园区}}\n\n{{园区}}\n【单】\n| 园区 | {{园区}} |").fill(FACTS, facts);

		assertThat(text.title()).hasSize(1);
		assertThat(text.attachments()).isEmpty();
		assertThat(text.body().subList(0, text.body().size() - 1))
			.allSatisfy((block) -> assertThat(block).isInstanceOf(Paragraph.class));
		assertThat(text.body().get(4)).isEqualTo(new Paragraph("{{事项}}"));
		Block.Sheet sheet = (Block.Sheet) text.body().get(text.body().size() - 1);
		assertThat(sheet.rows()).singleElement().satisfies((row) -> assertThat(row).hasSize(2));
	}

	@Test
	void namesWhatIsWrongAndWhere() {
		assertThat(Template.of("标题：x\n{{没有}}\n{{名单}}\n{{#事项}}\n{{{园区}").faults(FACTS)).containsExactly(
				new TemplateFault(Kind.UNKNOWN, 2, "没有"), new TemplateFault(Kind.TABLE_AS_WORDS, 3, "名单"),
				new TemplateFault(Kind.UNPAIRED, 4, "事项"), new TemplateFault(Kind.BRACES, 5, "{{{园区}"));
		assertThat(Template.of("{{本项}}").faults(FACTS)).containsExactly(new TemplateFault(Kind.UNKNOWN, 1, "本项"),
				new TemplateFault(Kind.NO_TITLE, 1, "标题："));
	}

	@Test
	void evaluatesNothing() {
		for (String expression : List.of("{{T(java.lang.Runtime)}}", "{{park.class}}", "{{${park}}}",
				"{{#if park}}{{/if}}", "{{> park}}", "{{&park}}")) {
			assertThat(Template.of("标题：x\n\n" + expression).faults(FACTS)).as(expression).isNotEmpty();
		}
	}

	@Test
	void recognisesHeadingsByTheirMarks() {
		assertThat(Headings.read("一、总体要求")).isEqualTo(new Heading(1, "一、总体要求", ""));
		assertThat(Headings.read("一、同意建设。请抓紧实施。")).isInstanceOf(Paragraph.class);
		assertThat(Headings.read("（二）加强监督。省级部门要督促。")).isEqualTo(new Heading(2, "（二）加强监督。", "省级部门要督促。"));
		assertThat(Headings.read("3.5亿元用于治理。")).isInstanceOf(Paragraph.class);
		assertThat(Headings.read("2019年的工作")).isInstanceOf(Paragraph.class);
	}

	/**
	 * What follows each other with marks of one level is a list, even where a line has no
	 * stop.
	 */
	@Test
	void tellsItemsFromHeadings() {
		List<Block> body = fill("标题：x\n\n一、事项\n（一）补充边界图\n（二）补充数据。\n（三）说明原因\n二、期限\n一个月。").body();

		assertThat(body).containsExactly(new Heading(1, "一、事项", ""), new Paragraph("（一）补充边界图"),
				new Paragraph("（二）补充数据。"), new Paragraph("（三）说明原因"), new Heading(1, "二、期限", ""), new Paragraph("一个月。"));
	}

	@Test
	void countsInChinese() {
		assertThat(List.of(1, 10, 11, 20, 21, 99).stream().map(Filling::chinese)).containsExactly("一", "十", "十一", "二十",
				"二十一", "九十九");
	}

	private static Manuscript fill(String source) {
		return Template.of(source).fill(FACTS, values());
	}

	private static Facts values() {
		return Facts.empty()
			.text("park", "甲园区")
			.list("points", List.of("一个事项", "另一个事项"))
			.table("parks", List.of(Map.of("name", "甲", "kind", "综合类"), Map.of("name", "乙|丙", "kind", "行业类")));
	}

}
