package cn.ecopark.typesetting.manuscript;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a document, ready to be set.
 *
 * @param title its parts; a line may be broken between them
 * @param addressee 主送机关, empty for none
 * @param notes 附注
 * @param copies 抄送机关, empty for none
 * @param printer 印发机关, empty for none
 */
public record Manuscript(List<String> title, String addressee, List<Block> body, List<Attachment> attachments,
		List<String> notes, String copies, String printer) {

	/** 附件: begins on a page of its own. */
	public record Attachment(String title, List<Block> body) {
	}

	/**
	 * @return the title in one piece
	 */
	public String wholeTitle() {
		return String.join("", this.title);
	}

	/**
	 * @return the text it begins with; empty where it begins with something else
	 */
	public String firstParagraph() {
		return this.body.isEmpty() || !(this.body.get(0) instanceof Block.Paragraph paragraph) ? "" : paragraph.text();
	}

	/**
	 * @return the same text after a paragraph of those words
	 */
	public Manuscript openedBy(String words) {
		List<Block> opened = new ArrayList<>(this.body);
		opened.add(0, new Block.Paragraph(words));
		return new Manuscript(this.title, this.addressee, opened, this.attachments, this.notes, this.copies,
				this.printer);
	}

}
