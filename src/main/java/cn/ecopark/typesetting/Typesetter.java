package cn.ecopark.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

import cn.ecopark.typesetting.Imprint.SigningBody;
import cn.ecopark.typesetting.manuscript.Manuscript;

/** Sets a manuscript as a document, or plain pages into one. */
public final class Typesetter {

	static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

	private static final String NO_DAY = "　　年　月　日";

	private final Fonts fonts;

	private final Supplier<ZonedDateTime> time;

	/**
	 * @param time when documents say that they were made: that of the cases they belong
	 * to, not the machine's
	 */
	public Typesetter(Fonts fonts, Supplier<ZonedDateTime> time) {
		this.fonts = fonts;
		this.time = time;
	}

	/**
	 * A document as it was set.
	 *
	 * @param pdf PDF/A-2u
	 * @param missing characters that no font has
	 */
	public record Sheets(byte[] pdf, int pages, List<Composition.SealPlace> seals, Optional<Composition.Place> date,
			List<String> missing) {
	}

	/**
	 * @return plain pages at the end of that document, in the same fonts
	 */
	public PlainPages plainPages(PDDocument document) {
		return new PlainPages(document, new Shaper(this.fonts));
	}

	/**
	 * @return the characters of a text that no font has
	 */
	public List<Undrawable> undrawable(String text) {
		return Undrawable.in(text, this.fonts);
	}

	public Sheets set(PageForm form, Manuscript text, Imprint imprint) {
		Shaper shaper = new Shaper(this.fonts);
		try (PDDocument document = new PDDocument()) {
			Archive.describe(document, text.wholeTitle(),
					imprint.bodies().stream().map(SigningBody::name).collect(Collectors.joining("、")), this.time.get());
			Structure structure = new Structure(document);
			Setting setting = form == PageForm.CERTIFICATE
					? new Certificate(new Pages(document, structure, Certificate.WIDTH, Certificate.HEIGHT), shaper,
							text, imprint)
					: new PageSetting(document, structure, shaper, form, text, imprint);
			int pages = setting.draw();
			structure.close();
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return new Sheets(bytes.toByteArray(), pages, setting.seals(), setting.date(),
					List.copyOf(shaper.missing()));
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

	/** One way to lay a document out. */
	interface Setting {

		/**
		 * @return how many pages there are
		 */
		int draw() throws IOException;

		List<Composition.SealPlace> seals();

		Optional<Composition.Place> date();

	}

	/**
	 * @param day null where it is not known yet
	 */
	static String day(@Nullable LocalDate day) {
		return day == null ? NO_DAY : DAY.format(day);
	}

}
