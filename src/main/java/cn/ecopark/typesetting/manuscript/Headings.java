package cn.ecopark.typesetting.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import cn.ecopark.typesetting.manuscript.Block.Paragraph;

/** Recognises headings by their marks (GB/T 9704-2012, 7.3.3). */
final class Headings {

	private static final List<Pattern> LEVELS = List.of(Pattern.compile("^[一二三四五六七八九十]+、.+"),
			Pattern.compile("^（[一二三四五六七八九十]+）.+"), Pattern.compile("^\\d{1,2}[.．].*\\P{Nd}.*"),
			Pattern.compile("^（\\d{1,2}）.+"));

	/** A first sentence of more characters is no heading. */
	private static final int LONGEST = 30;

	private Headings() {
	}

	/**
	 * A whole line without a full stop is a heading; so is, on the second level, a short
	 * first sentence that more text follows.
	 */
	static Block read(String text) {
		for (int at = 0; at < LEVELS.size(); at++) {
			if (LEVELS.get(at).matcher(text).matches()) {
				return heading(at + 1, text);
			}
		}
		return new Paragraph(text);
	}

	/**
	 * Lines with marks of one level that follow each other are the items of a list, even
	 * where each looks like a heading.
	 * @return the same blocks, such items as paragraphs
	 */
	static List<Block> withItems(List<Block> blocks) {
		List<Block> read = new ArrayList<>();
		for (int at = 0; at < blocks.size(); at++) {
			Block block = blocks.get(at);
			boolean item = block instanceof Block.Heading heading && heading.rest().isEmpty()
					&& (bears(heading.level(), blocks, at - 1) || bears(heading.level(), blocks, at + 1));
			read.add(item ? new Paragraph(((Block.Heading) block).text()) : block);
		}
		return read;
	}

	private static boolean bears(int level, List<Block> blocks, int at) {
		if (at < 0 || at >= blocks.size()) {
			return false;
		}
		Block block = blocks.get(at);
		return block instanceof Block.Heading heading ? heading.level() == level
				: block instanceof Paragraph paragraph && LEVELS.get(level - 1).matcher(paragraph.text()).matches();
	}

	private static Block heading(int level, String text) {
		int stop = text.indexOf('。');
		if (stop < 0 && !text.endsWith("；") && !text.endsWith("：") && text.length() <= LONGEST * 2) {
			return new Block.Heading(level, text, "");
		}
		boolean leads = level == 2 && stop > 0 && stop < LONGEST && stop + 1 < text.length();
		return leads ? new Block.Heading(level, text.substring(0, stop + 1), text.substring(stop + 1))
				: new Paragraph(text);
	}

}
