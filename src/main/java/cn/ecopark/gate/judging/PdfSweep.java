package cn.ecopark.gate.judging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.encryption.SecurityHandler;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every object of a PDF, one by one and without following any reference: those
 * of all revisions, those in streams of objects, and those no table knows.
 */
final class PdfSweep {

	static final String NESTING = "pdf.nesting";

	static final String TOO_MANY = "pdf.too-many-objects";

	/** A reader remembers each object that is referred to; a new one begins afresh. */
	private static final int OBJECTS_PER_READER = 20_000;

	private final Path path;

	private final PdfOutline outline;

	private final PdfStreams streams;

	private final Findings findings;

	private final @Nullable PdfLock lock;

	private final PdfAddresses addresses = new PdfAddresses();

	private int compressed;

	private @Nullable String encryption;

	private PdfSweep(Path path, PdfOutline outline, PdfStreams streams, @Nullable PdfLock lock, Findings findings) {
		this.path = path;
		this.outline = outline;
		this.streams = streams;
		this.lock = lock;
		this.findings = findings;
	}

	/**
	 * @param lock what opens an encrypted file; null as long as it is not known to be one
	 */
	static void judge(Path path, FileChannel file, PdfOutline outline, @Nullable PdfLock lock, Findings findings)
			throws IOException {
		new PdfSweep(path, outline, new PdfStreams(file, lock, findings), lock, findings).judge();
	}

	private void judge() throws IOException {
		if (this.outline.objects() >= PdfOutline.MOST_OBJECTS) {
			this.findings.add(TOO_MANY);
			return;
		}
		for (int from = 0; from < this.outline.objects(); from += OBJECTS_PER_READER) {
			try (RandomAccessRead source = new RandomAccessReadBufferedFile(this.path)) {
				PdfObjects objects = reader(source, (this.lock != null) ? this.lock.handler() : null);
				int to = Math.min(from + OBJECTS_PER_READER, this.outline.objects());
				for (int index = from; index < to && !isEnough(); index++) {
					Identity identity = new Identity(this.outline.number(index), this.outline.generation(index), true);
					judge(objects, this.outline.object(index), identity);
				}
			}
		}
		try (RandomAccessRead source = new RandomAccessReadBufferedFile(this.path)) {
			PdfObjects objects = reader(source, null);
			for (int index = 0; index < this.outline.trailers().size() && !isEnough(); index++) {
				judge(objects, this.outline.trailers().get(index), Identity.TRAILER);
			}
		}
		this.addresses.judge(this.findings::add);
	}

	/**
	 * Which object it is.
	 *
	 * @param inFile whether it stands in the file itself, so that data may follow it
	 */
	private record Identity(long number, int generation, boolean inFile) {

		static final Identity TRAILER = new Identity(-1, 0, false);

	}

	private PdfObjects reader(RandomAccessRead source, @Nullable SecurityHandler<?> handler) throws IOException {
		return new PdfObjects(source, this.outline::last, handler);
	}

	private void judge(PdfObjects objects, long place, Identity identity) throws IOException {
		COSBase object;
		try {
			object = objects.read(place);
		}
		catch (IOException | RuntimeException broken) {
			judgeBroken(objects, broken);
			return;
		}
		catch (StackOverflowError tooDeep) {
			this.findings.add(NESTING);
			return;
		}
		if (object == null) {
			return;
		}
		Map<COSName, Integer> names = Map.copyOf(objects.names());
		long data = (object instanceof COSDictionary && identity.inFile()) ? objects.data() : -1;
		if (identity.inFile()) {
			object = objects.opened(object, identity.number(), identity.generation());
		}
		PdfDangers.judgeBare(object, this.findings::add);
		this.addresses.see(identity.number(), object);
		Map<COSName, Integer> kept = names.isEmpty() ? Map.of() : new HashMap<>();
		judge(object, data >= 0, kept, 0);
		judgeHidden(names, kept);
		if (object instanceof COSDictionary dictionary) {
			judgeWhole(dictionary, data, identity);
		}
	}

	private void judgeWhole(COSDictionary dictionary, long data, Identity identity) throws IOException {
		if (identity == Identity.TRAILER || COSName.XREF.equals(dictionary.getDictionaryObject(COSName.TYPE))) {
			judgeTrailer(dictionary);
		}
		if (data >= 0) {
			judgeStream(dictionary, data, identity);
		}
	}

	/**
	 * Readers look at one of the trailers or at another: all must say the same about
	 * encryption.
	 */
	private void judgeTrailer(COSDictionary trailer) {
		boolean encrypted = trailer.containsKey(COSName.ENCRYPT);
		if (this.lock == null && encrypted) {
			this.findings.add(PdfDangers.ENCRYPTED);
		}
		else if (this.lock != null && !encrypted && trailer.containsKey(COSName.ROOT)
				|| encrypted && this.encryption != null && !this.encryption.equals(encryption(trailer))) {
			this.findings.add(PdfDangers.MIXED);
		}
		if (encrypted) {
			this.encryption = encryption(trailer);
		}
	}

	private static String encryption(COSDictionary trailer) {
		return (trailer.getItem(COSName.ENCRYPT) instanceof COSObject reference) ? String.valueOf(reference.getKey())
				: String.valueOf(trailer.getItem(COSName.ENCRYPT));
	}

	private void judge(COSBase object, boolean stream, Map<COSName, Integer> kept, int depth) {
		if (object instanceof COSDictionary dictionary) {
			PdfDangers.judge(dictionary, stream, this.findings::add);
			for (Entry<COSName, COSBase> entry : dictionary.entrySet()) {
				judge(entry.getKey(), false, kept, depth + 1);
				judge(entry.getValue(), false, kept, depth + 1);
			}
		}
		else if (object instanceof COSArray array) {
			for (int at = 0; at < array.size(); at++) {
				judge(array.get(at), false, kept, depth + 1);
			}
		}
		else if (object instanceof COSName name && PdfDangers.NAMES.containsKey(name)) {
			kept.merge(name, 1, Integer::sum);
		}
	}

	/**
	 * What was read but is not in the object was lost to another value of the same key.
	 */
	private void judgeHidden(Map<COSName, Integer> read, Map<COSName, Integer> kept) {
		read.forEach((name, times) -> {
			if (times > kept.getOrDefault(name, 0)) {
				this.findings.add(PdfDangers.NAMES.getOrDefault(name, PdfDangers.SCRIPT));
			}
		});
	}

	private void judgeBroken(PdfObjects objects, Exception broken) {
		if (String.valueOf(broken.getMessage()).contains("recursion depth")) {
			this.findings.add(NESTING);
		}
		judgeHidden(objects.names(), Map.of());
	}

	private void judgeStream(COSDictionary stream, long data, Identity identity) throws IOException {
		PdfStreams.Data place = new PdfStreams.Data(data, identity.number(), identity.generation());
		this.streams.judge(stream, place);
		if (stream.containsKey(COSName.N) && stream.containsKey(COSName.FIRST)) {
			for (byte[] bytes : this.streams.objects(stream, place)) {
				if (!isEnough()) {
					judgeCompressed(stream, bytes);
				}
			}
		}
	}

	/** To go on would be what the file was made for. */
	private boolean isEnough() {
		return this.findings.has(PdfStreams.BOMB) || this.findings.has(TOO_MANY);
	}

	private void judgeCompressed(COSDictionary stream, byte[] bytes) throws IOException {
		int first = stream.getInt(COSName.FIRST, 0);
		if (bytes.length == 0 || first <= 0 || first >= bytes.length) {
			return;
		}
		CompressedPlaces places = new CompressedPlaces(bytes, first);
		PdfObjects objects = reader(new RandomAccessReadBuffer(bytes), null);
		while (places.hasNext()) {
			if (++this.compressed > PdfOutline.MOST_OBJECTS) {
				this.findings.add(TOO_MANY);
				return;
			}
			int place = places.next();
			if (place < bytes.length) {
				judge(objects, place, new Identity(places.number(), 0, false));
			}
		}
	}

}
