package cn.ecopark.typesetting;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.apache.pdfbox.pdmodel.PDDocument;

import cn.ecopark.typesetting.Imprint.SigningBody;
import cn.ecopark.typesetting.manuscript.Block;
import cn.ecopark.typesetting.manuscript.Block.Aligned;
import cn.ecopark.typesetting.manuscript.Block.Side;
import cn.ecopark.typesetting.manuscript.Manuscript;
import cn.ecopark.typesetting.manuscript.Manuscript.Attachment;

/** A document from its head to its last page number. */
final class PageSetting implements Typesetter.Setting {

	private static final String DRAFT = "草稿";

	private final Shaper shaper;

	private final PageForm form;

	private final Manuscript text;

	private final Imprint imprint;

	private final Pages pages;

	private final Structure structure;

	private final Signature signature;

	PageSetting(PDDocument document, Structure structure, Shaper shaper, PageForm form, Manuscript text,
			Imprint imprint) {
		this.structure = structure;
		this.shaper = shaper;
		this.form = form;
		this.text = text;
		this.imprint = imprint;
		this.pages = new Pages(document, structure, Measures.PAGE_WIDTH, Measures.PAGE_HEIGHT);
		this.signature = new Signature(imprint.bodies(), Typesetter.day(imprint.issuedOn()), shaper);
	}

	@Override
	public int draw() throws IOException {
		this.pages.add();
		Head head = head();
		int line = head.draw(this.pages);
		Flow flow = new Flow(this.structure);
		addText(flow);
		float y = flow.draw(this.pages, Measures.lineTop(line));
		for (int at = 0; at < this.text.attachments().size(); at++) {
			y = attachment(at);
		}
		backMatter(y);
		PageNumbers.draw(this.pages, head.numbersFirstPage() ? 1 : 2, this.shaper);
		if (this.imprint.isDraft() && this.form != PageForm.PLAIN) {
			markAsDraft();
		}
		int count = this.pages.count();
		this.pages.close();
		return count;
	}

	@Override
	public List<Composition.SealPlace> seals() {
		return this.signature.seals();
	}

	@Override
	public Optional<Composition.Place> date() {
		return this.signature.date();
	}

	private Head head() {
		List<String> issuers = this.imprint.bodies().stream().map(SigningBody::name).toList();
		if (this.form == PageForm.PLAIN || issuers.isEmpty()) {
			return new Head.None();
		}
		return this.form == PageForm.LETTER ? new LetterHead(issuers.get(0), number(), this.shaper)
				: new DocumentHead(issuers, number(), this.shaper);
	}

	private String number() {
		String number = this.imprint.number();
		if (number != null) {
			return number;
		}
		LocalDate day = this.imprint.issuedOn();
		return "〔" + (day == null ? "年份" : Integer.toString(day.getYear())) + "〕　号";
	}

	private void addText(Flow flow) {
		BlockSetter setter = new BlockSetter(flow, this.shaper);
		setter.title(this.text.title());
		flow.add(Item.Space.LINE);
		if (!this.text.addressee().isEmpty()) {
			setter.addressee(this.text.addressee());
		}
		int signed = handSigned();
		setter.add(this.text.body().subList(0, signed));
		if (!this.text.attachments().isEmpty()) {
			flow.add(Item.Space.LINE);
			setter.attachmentNote(this.text.attachments().stream().map(Attachment::title).toList());
		}
		if (signed < this.text.body().size()) {
			flow.add(Item.Space.LINE);
			flow.tieLast(2);
			setter.add(this.text.body().subList(signed, this.text.body().size()));
		}
		if (!this.imprint.bodies().isEmpty()) {
			this.signature.addTo(flow);
		}
		this.text.notes().forEach((note) -> setter.indented("（" + note + "）"));
	}

	/**
	 * @return where the lines begin that end the text and are signed by hand
	 */
	private int handSigned() {
		List<Block> body = this.text.body();
		int at = body.size();
		while (at > 0 && body.get(at - 1) instanceof Aligned aligned && aligned.side() == Side.RIGHT) {
			at--;
		}
		return at;
	}

	/** 附件 (GB/T 9704-2012, 7.3.7): on a page of its own, its title on the third line. */
	private float attachment(int at) throws IOException {
		Attachment attachment = this.text.attachments().get(at);
		String label = "附件" + (this.text.attachments().size() > 1 ? Integer.toString(at + 1) : "");
		Flow flow = new Flow(this.structure);
		BlockSetter setter = new BlockSetter(flow, this.shaper);
		flow.begin(Structure.Role.PARAGRAPH);
		flow.addTied(Item.TextLine.of(this.shaper.line(label, Style.FIRST_LEVEL)));
		flow.addTied(Item.Space.LINE);
		setter.title(List.of(attachment.title()));
		flow.add(Item.Space.LINE);
		setter.add(attachment.body());
		this.pages.add();
		return flow.draw(this.pages, Measures.TOP);
	}

	private void backMatter(float y) throws IOException {
		Imprint.Printing printing = this.imprint.printing();
		String printed = printing.stated() ? Typesetter.day(printing.on()) + "印发" : "";
		boolean ruled = this.form != PageForm.LETTER;
		BackMatter matter = new BackMatter(
				new BackMatter.Words(this.text.copies(), ruled ? this.text.printer() : "", printed, ruled),
				this.imprint.verification(), ruled || this.pages.count() > 1, this.shaper);
		if (matter.height() > 0 && y + 2 > Measures.BOTTOM - matter.height()) {
			this.pages.add();
		}
		matter.draw(this.pages);
	}

	private void markAsDraft() throws IOException {
		Line mark = this.shaper.line(DRAFT, new Style(Face.HEI, 26, 4));
		for (int page = 1; page <= this.pages.count(); page++) {
			this.pages.canvas(page).text(mark, Measures.RIGHT - mark.length(), 14, Ink.PALE);
		}
	}

}
