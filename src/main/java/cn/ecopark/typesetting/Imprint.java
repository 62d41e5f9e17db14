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
 * @param bodies who signs, lead body first; none where experts sign by hand
 * @param verification where a reader can check the document, null where there is no such
 * place
 */
public record Imprint(@Nullable String number, @Nullable LocalDate issuedOn, List<SigningBody> bodies,
		@Nullable Verification verification) {

	public Imprint {
		bodies = List.copyOf(bodies);
	}

	/**
	 * A body that signs.
	 *
	 * @param name what it is called on the date of the document
	 * @param seal null where none is set yet; its place is kept free
	 */
	public record SigningBody(String name, @Nullable SealDrawing seal) {
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

	public static Imprint draft(@Nullable LocalDate issuedOn, List<SigningBody> bodies) {
		return new Imprint(null, issuedOn, bodies, null);
	}

}
