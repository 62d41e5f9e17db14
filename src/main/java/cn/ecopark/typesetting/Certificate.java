package cn.ecopark.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.ecopark.typesetting.Imprint.SigningBody;
import cn.ecopark.typesetting.manuscript.Block.Paragraph;
import cn.ecopark.typesetting.manuscript.Manuscript;

/** 命名证书: one framed page across, without an emblem. */
final class Certificate implements Typesetter.Setting {

	static final float WIDTH = 297;

	static final float HEIGHT = 210;

	private static final float MARGIN = 12;

	private static final float DIAMETER = 42;

	private static final float TEXT_WIDTH = 210;

	private static final float PARK_TOP = 58;

	private static final float PARK_HEIGHT = 13;

	private static final float QR = 16;

	/** Between the characters of the title, points. */
	private static final float TITLE_TRACKING = 14;

	/** Middle of the names of the bodies. */
	private static final float NAMES = 150;

	private final Shaper shaper;

	private final Manuscript text;

	private final Imprint imprint;

	private final Pages pages;

	private List<Composition.SealPlace> seals = List.of();

	private Composition.@Nullable Place date;

	Certificate(Pages pages, Shaper shaper, Manuscript text, Imprint imprint) {
		this.shaper = shaper;
		this.text = text;
		this.imprint = imprint;
		this.pages = pages;
	}

	@Override
	public int draw() throws IOException {
		Canvas canvas = this.pages.add();
		CertificateFrame.draw(canvas, WIDTH, HEIGHT, MARGIN);
		Line title = this.shaper.line(this.text.wholeTitle(), new Style(Face.XIAO_BIAO_SONG, 46, TITLE_TRACKING));
		this.pages.begin(Structure.Role.TITLE);
		canvas.text(title, middle(title) + Measures.millimetres(TITLE_TRACKING) / 2, 29, Ink.RED);
		this.pages.begin(Structure.Role.PARAGRAPH);
		park(canvas);
		canvas.rule((WIDTH - TEXT_WIDTH) / 2, PARK_TOP + PARK_HEIGHT + 2, TEXT_WIDTH, 0.4f, Ink.GOLD);
		this.pages.begin(Structure.Role.PARAGRAPH);
		words(canvas);
		bodies(canvas);
		foot(canvas);
		this.pages.end();
		this.pages.close();
		return 1;
	}

	@Override
	public List<Composition.SealPlace> seals() {
		return this.seals;
	}

	@Override
	public Optional<Composition.Place> date() {
		return Optional.ofNullable(this.date);
	}

	private static float middle(Line line) {
		return (WIDTH - line.length()) / 2;
	}

	/** The park's name in one line, or smaller in two. */
	private void park(Canvas canvas) throws IOException {
		Style style = new Style(Face.XIAO_BIAO_SONG, 30, 0);
		if (this.shaper.line(this.text.addressee(), style).length() > TEXT_WIDTH) {
			style = style.sized(19);
		}
		List<Line> lines = TitleBreaker.lines(List.of(this.text.addressee()), style, this.shaper,
				Measures.points(TEXT_WIDTH));
		float step = style.height() * 1.15f;
		float y = PARK_TOP + PARK_HEIGHT - style.height() - step * (lines.size() - 1);
		for (Line line : lines) {
			canvas.text(line, middle(line), y, Ink.DEEP);
			y += step;
		}
	}

	private void words(Canvas canvas) throws IOException {
		String words = this.text.body()
			.stream()
			.filter(Paragraph.class::isInstance)
			.map((block) -> ((Paragraph) block).text())
			.collect(Collectors.joining());
		float size = 22;
		float y = 84;
		for (Line line : LineBreaker.lines(this.shaper.shape(words, new Style(Face.FANG_SONG, size, 0)), 2 * size,
				Measures.points(TEXT_WIDTH))) {
			canvas.text(line, (WIDTH - TEXT_WIDTH) / 2, y, Ink.BLACK);
			y += 13;
		}
	}

	/** The bodies side by side, their seals over their names. */
	private void bodies(Canvas canvas) throws IOException {
		int count = this.imprint.bodies().size();
		float step = Math.min(72, (WIDTH - 2 * MARGIN - 16) / Math.max(1, count));
		this.seals = new ArrayList<>();
		for (int at = 0; at < count; at++) {
			float x = WIDTH / 2 + (at - (count - 1) / 2f) * step;
			sign(canvas, this.imprint.bodies().get(at), x, Math.min(step - SealRows.GAP, DIAMETER));
		}
		Line day = this.shaper.line(Typesetter.day(this.imprint.issuedOn()), new Style(Face.FANG_SONG, 18, 0));
		this.pages.begin(Structure.Role.PARAGRAPH);
		canvas.text(day, middle(day), NAMES + 25, Ink.BLACK);
		this.date = this.pages.place(middle(day), NAMES + 25, day.length(), day.height());
	}

	private void sign(Canvas canvas, SigningBody body, float x, float free) throws IOException {
		this.pages.begin(Structure.Role.PARAGRAPH);
		List<Line> name = Signature.words(body, this.shaper, Measures.points(free));
		for (int at = 0; at < name.size(); at++) {
			canvas.text(name.get(at), x - name.get(at).length() / 2,
					NAMES - Measures.BODY / 2 + (at - (name.size() - 1) / 2f) * 7, Ink.BLACK);
		}
		float diameter = body.seal() == null ? free : body.seal().diameter();
		if (body.seal() != null) {
			this.pages.begin(Structure.Role.FIGURE, "印章：" + body.name());
			canvas.seal(body.seal(), x, NAMES);
		}
		this.seals.add(new Composition.SealPlace(body.name(),
				this.pages.place(x - diameter / 2, NAMES - diameter / 2, diameter, diameter)));
	}

	private void foot(Canvas canvas) throws IOException {
		Style small = Style.SMALL.sized(11);
		String number = this.imprint.number();
		if (number == null || !number.isEmpty()) {
			Line line = this.shaper.line(number == null ? "草稿" : "文号：" + number, small);
			this.pages.begin(Structure.Role.PARAGRAPH);
			canvas.text(line, MARGIN + 14, HEIGHT - MARGIN - 13.5f, number == null ? Ink.PALE : Ink.BLACK);
		}
		Imprint.Verification verification = this.imprint.verification();
		if (verification != null) {
			BackMatter.squares(canvas, verification.squares(), WIDTH - MARGIN - 11 - QR, HEIGHT - MARGIN - 25, QR);
			Line code = this.shaper.line("核验码：" + verification.code(), Style.SMALL.sized(8));
			this.pages.begin(Structure.Role.PARAGRAPH);
			canvas.text(code, WIDTH - MARGIN - 13 - QR - code.length(), HEIGHT - MARGIN - 12.5f, Ink.BLACK);
		}
	}

}
