package cn.ecopark.typesetting;

import java.util.ArrayList;
import java.util.List;

import cn.ecopark.typesetting.manuscript.Block;
import cn.ecopark.typesetting.manuscript.Block.Aligned;
import cn.ecopark.typesetting.manuscript.Block.NewPage;
import cn.ecopark.typesetting.manuscript.Block.Paragraph;
import cn.ecopark.typesetting.manuscript.Block.Sheet;
import cn.ecopark.typesetting.manuscript.Block.Table;

/** Sets the text of a document (GB/T 9704-2012, 7.3.3). */
final class BlockSetter {

	private static final float WIDTH = Measures.points(Measures.WIDTH);

	private static final float INDENT = Measures.points(2 * Measures.CELL);

	private static final float RIGHT_INDENT = 4 * Measures.CELL;

	private final Flow flow;

	private final Shaper shaper;

	/** Whether headings of the second level have one of the first above them. */
	private boolean underFirst;

	BlockSetter(Flow flow, Shaper shaper) {
		this.flow = flow;
		this.shaper = shaper;
	}

	void add(List<Block> blocks) {
		blocks.forEach(this::add);
	}

	/**
	 * @return how many lines it takes
	 */
	int title(List<String> parts) {
		this.flow.begin(Structure.Role.TITLE);
		List<Line> lines = TitleBreaker.lines(parts, Style.TITLE, this.shaper, WIDTH);
		lines.forEach((line) -> this.flow.addTied(Item.TextLine.centred(line)));
		return lines.size();
	}

	void addressee(String addressee) {
		this.flow.begin(Structure.Role.PARAGRAPH);
		String ended = addressee.endsWith("：") || addressee.endsWith(":")
				? addressee.substring(0, addressee.length() - 1) + "：" : addressee + "：";
		lines(LineBreaker.lines(shaped(ended), 0, WIDTH));
	}

	void indented(String text) {
		this.flow.begin(Structure.Role.PARAGRAPH);
		lines(LineBreaker.lines(shaped(text), INDENT, WIDTH));
	}

	/**
	 * 附件说明 (GB/T 9704-2012, 7.3.4): numbered where there are several, no mark at the end.
	 */
	void attachmentNote(List<String> titles) {
		List<Cluster> label = shaped("附件：");
		float labelWidth = LineBreaker.whole(label).width();
		for (int at = 0; at < titles.size(); at++) {
			this.flow.begin(Structure.Role.PARAGRAPH);
			boolean several = titles.size() > 1;
			List<Cluster> before = new ArrayList<>(at == 0 ? label : List.of());
			before.addAll(several ? shaped((at + 1) + ".") : List.of());
			float indent = INDENT + (at == 0 ? 0 : labelWidth);
			lines(Lines.hanging(before, shaped(titles.get(at)), indent, WIDTH));
		}
	}

	private void add(Block block) {
		if (block instanceof Paragraph paragraph) {
			indented(paragraph.text());
		}
		else if (block instanceof Block.Heading heading) {
			heading(heading);
		}
		else if (block instanceof Aligned aligned) {
			aligned(aligned);
		}
		else if (block instanceof Table table) {
			new TableSetter(this.flow, this.shaper).add(table);
		}
		else if (block instanceof Sheet sheet) {
			new SheetSetter(this.flow, this.shaper).add(sheet);
		}
		else if (block instanceof NewPage) {
			this.flow.add(new Item.PageEnd());
		}
	}

	/** A heading that stands alone is never the last line of a page. */
	private void heading(Block.Heading heading) {
		Style style = switch (heading.level()) {
			case 1 -> Style.FIRST_LEVEL;
			case 2 -> Style.SECOND_LEVEL;
			default -> Style.BODY;
		};
		List<Cluster> clusters = new ArrayList<>(this.shaper.shape(heading.text(), style));
		clusters.addAll(shaped(heading.rest()));
		this.flow.begin(role(heading));
		List<Line> lines = LineBreaker.lines(clusters, INDENT, WIDTH);
		if (heading.rest().isEmpty()) {
			lines.forEach((line) -> this.flow.addTied(Item.TextLine.of(line)));
		}
		else {
			lines(lines);
		}
	}

	/** No level is left out: whoever hears the document goes by them. */
	private Structure.Role role(Block.Heading heading) {
		if (!heading.rest().isEmpty()) {
			return Structure.Role.PARAGRAPH;
		}
		Structure.Role role = heading.level() == 1 || !this.underFirst ? Structure.Role.FIRST_HEADING
				: Structure.Role.SECOND_HEADING;
		this.underFirst = this.underFirst || heading.level() == 1;
		return role;
	}

	private void aligned(Aligned aligned) {
		this.flow.begin(Structure.Role.PARAGRAPH);
		for (Line line : LineBreaker.lines(shaped(aligned.text()), 0, WIDTH)) {
			this.flow.add(switch (aligned.side()) {
				case LEFT -> Item.TextLine.of(line);
				case CENTRE -> Item.TextLine.centred(line);
				case RIGHT -> new Item.TextLine(line,
						Math.max(Measures.LEFT, Measures.RIGHT - RIGHT_INDENT - line.length()), Ink.BLACK);
			});
		}
	}

	private List<Cluster> shaped(String text) {
		return this.shaper.shape(text, Style.BODY);
	}

	private void lines(List<Line> lines) {
		lines.forEach((line) -> this.flow.add(Item.TextLine.of(line)));
	}

}
