package cn.ecopark.typesetting;

import java.time.LocalDate;
import java.util.List;

import com.google.zxing.common.BitMatrix;
import org.jspecify.annotations.Nullable;

/**
 * What makes a text a document of somebody: number, date, bodies and proof.
 *
 * @param number 发文字号, null of a draft, empty of a document that bears none
 * @param issuedOn 成文日期, null of a draft that has none yet
 * @param printing 印发日期, as it stands in the 版记
 * @param bodies who signs, lead body first; none where experts sign by hand
 * @param verification where a reader can check the document, null where there is no such
 * place
 */
public record Imprint(@Nullable String number, @Nullable LocalDate issuedOn, Printing printing,
		List<SigningBody> bodies, @Nullable Verification verification) {

	public Imprint {
		bodies = List.copyOf(bodies);
	}

	/** Printed on the day of issue. */
	public Imprint(@Nullable String number, @Nullable LocalDate issuedOn, List<SigningBody> bodies,
			@Nullable Verification verification) {
		this(number, issuedOn, new Printing(true, issuedOn), bodies, verification);
	}

	/**
	 * 印发日期 (GB/T 9704-2012, 7.4.4).
	 *
	 * @param stated whether it stands there beside who prints
	 * @param on null where the day is not known yet
	 */
	public record Printing(boolean stated, @Nullable LocalDate on) {
	}

	/**
	 * A body that signs.
	 *
	 * @param name what it is called on the date of the document
	 * @param seal null where none is set yet; its place is kept free
	 * @param standIn 代章: what stands in brackets under the name where the seal is not its
	 * own; null where it is
	 */
	public record SigningBody(String name, @Nullable SealDrawing seal, @Nullable String standIn) {

		/** A body under its own seal. */
		public SigningBody(String name, @Nullable SealDrawing seal) {
			this(name, seal, null);
		}

	}

	/**
	 * Where a document is checked.
	 *
	 * @param address as printed
	 * @param code as printed
	 * @param squares the QR code
	 */
	public record Verification(String address, String code, BitMatrix squares) {
	}

	/**
	 * @return whether the document has no number yet and is therefore marked 草稿
	 */
	public boolean isDraft() {
		return this.number == null;
	}

	/** Of a document that goes out by nobody yet, printed on the day of issue. */
	public static Imprint draft(@Nullable LocalDate issuedOn, List<SigningBody> bodies) {
		return new Imprint(null, issuedOn, bodies, null);
	}

}
