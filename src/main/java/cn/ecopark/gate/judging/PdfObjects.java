package cn.ecopark.gate.judging;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.COSParser;
import org.apache.pdfbox.pdmodel.encryption.SecurityHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads single objects of a PDF from given places, and notes which names it read: of a
 * key that stands twice in a dictionary only one is left in the object, whereas another
 * program may see the other.
 */
final class PdfObjects extends COSParser {

	private final Places places;

	private final @Nullable SecurityHandler<?> lock;

	private final Map<COSName, Integer> names = new HashMap<>();

	private int depth;

	/** Where the object of a number is. */
	interface Places {

		/**
		 * @return -1 if nowhere
		 */
		long of(long number);

	}

	/**
	 * @param lock what decrypts the objects; null if they are not encrypted
	 */
	PdfObjects(RandomAccessRead source, Places places, @Nullable SecurityHandler<?> lock) throws IOException {
		super(source);
		this.places = places;
		this.lock = lock;
	}

	/**
	 * @return the object there; null if there is none
	 */
	@Nullable COSBase read(long place) throws IOException {
		this.names.clear();
		this.source.seek(place);
		return parseDirObject();
	}

	/**
	 * @return the object as it is when decrypted
	 */
	COSBase opened(COSBase object, long number, int generation) throws IOException {
		return (this.lock != null) ? this.lock.decrypt(object, number, generation) : object;
	}

	/**
	 * @return how often each name was read with the last object, if it is one that
	 * matters
	 */
	Map<COSName, Integer> names() {
		return this.names;
	}

	/**
	 * @return where the data of the stream begin whose dictionary was read last; -1 if it
	 * is no stream
	 */
	long data() throws IOException {
		skipSpaces();
		if (!isString(STREAM_STRING.toCharArray())) {
			return -1;
		}
		this.source.seek(this.source.getPosition() + STREAM_STRING.length());
		skipWhiteSpaces();
		return this.source.getPosition();
	}

	@Override
	protected COSName parseCOSName() throws IOException {
		COSName name = super.parseCOSName();
		if (PdfDangers.NAMES.containsKey(name)) {
			this.names.merge(name, 1, Integer::sum);
		}
		return name;
	}

	@Override
	public @Nullable COSBase dereferenceCOSObject(COSObject reference) throws IOException {
		long place = this.places.of(reference.getKey().getNumber());
		if (place < 0 || this.depth > 8) {
			return null;
		}
		long here = this.source.getPosition();
		this.depth++;
		try {
			this.source.seek(place);
			COSBase object = parseDirObject();
			return (object != null) ? opened(object, reference.getKey().getNumber(), reference.getKey().getGeneration())
					: null;
		}
		finally {
			this.depth--;
			this.source.seek(here);
		}
	}

}
