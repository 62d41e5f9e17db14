package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.ecopark.reading.PagePair.Change;
import cn.ecopark.reading.PagePair.Passage;

import static org.assertj.core.api.Assertions.assertThat;

class CompareVersionsTest {

	private static final String WATER = "园区工业用水重复利用率为百分之八十一点六，高于规定的限值。企业自备水井六口，取水许可证见附件。";

	private static final String WASTE = "一般工业固体废物综合利用率为百分之九十二。危险废物全部交有资质的单位处置。";

	private static final String ENERGY = "单位工业增加值综合能耗逐年下降，煤炭占比低于三成。余热由三家企业相互供给。";

	private final List<PagePair> pairs = new ArrayList<>();

	@Test
	void marksTheWordsThatDiffer() {
		int passages = compare(List.of(WATER, WASTE), List.of(WATER.replace("六口", "八口"), WASTE));

		assertThat(passages).isOne();
		assertThat(this.pairs).extracting(PagePair::change).containsExactly(Change.CHANGED, Change.SAME);
		assertThat(this.pairs.get(0).leftText()).filteredOn(Passage::changed)
			.extracting(Passage::text)
			.containsExactly("六");
		assertThat(this.pairs.get(0).rightText()).filteredOn(Passage::changed)
			.extracting(Passage::text)
			.containsExactly("八");
	}

	@Test
	void alignsPagesAroundNewAndRemovedOnes() {
		compare(List.of(WATER, WASTE), List.of(WATER, ENERGY, WASTE));
		compare(List.of(WATER, ENERGY, WASTE), List.of(WATER, WASTE));

		assertThat(this.pairs).extracting(PagePair::change)
			.containsExactly(Change.SAME, Change.INSERTED, Change.SAME, Change.SAME, Change.REMOVED, Change.SAME);
		assertThat(this.pairs).extracting(PagePair::left).containsExactly(1, null, 2, 1, 2, 3);
		assertThat(this.pairs).extracting(PagePair::right).containsExactly(1, 2, 3, 1, null, 2);
	}

	@Test
	void seesThatAPageWasMoved() {
		compare(List.of(WATER, WASTE, ENERGY), List.of(ENERGY, WATER, WASTE));

		assertThat(this.pairs).extracting(PagePair::change).containsExactly(Change.MOVED, Change.SAME, Change.SAME);
		assertThat(this.pairs.get(0).rightText()).noneMatch(Passage::changed);
	}

	@Test
	void takesNoNoteOfNewLineAndPageBreaks() {
		int passages = compare(
				List.of("规划文本（送审稿）\n" + WATER + WASTE.substring(0, 12) + "\n— 1 —\n",
						WASTE.substring(12) + ENERGY + "\n— 2 —\n"),
				List.of(WATER.substring(0, 20) + "\n" + WATER.substring(20) + "\n第 1 页",
						WASTE + ENERGY.substring(0, 9) + "\n" + ENERGY.substring(9) + "\n第 2 页"));

		assertThat(this.pairs.get(1).change()).isEqualTo(Change.SAME);
		assertThat(this.pairs.get(0).leftText()).filteredOn(Passage::changed)
			.extracting(passage -> passage.text().strip())
			.containsExactly("规划文本（送审稿）");
		assertThat(passages).isOne();
	}

	@Test
	void comparesDocumentsWithoutTextWithoutComplaint() {
		compare(List.of("", WATER), List.of(WATER));

		assertThat(this.pairs).extracting(PagePair::change).containsExactly(Change.REMOVED, Change.SAME);
	}

	private int compare(List<String> left, List<String> right) {
		TextComparison.Found found = TextComparison.of(pages(left), List.of(), pages(right), List.of());
		this.pairs.addAll(found.pairs());
		return found.passages();
	}

	private static List<PageText> pages(List<String> texts) {
		List<PageText> pages = new ArrayList<>();
		texts.forEach(text -> pages.add(new PageText(pages.size() + 1, text)));
		return pages;
	}

}
