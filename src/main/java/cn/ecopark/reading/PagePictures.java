package cn.ecopark.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.ecopark.gate.PagePainter;
import cn.ecopark.shared.Sha256;

/**
 * The pictures and painted lines on the pages of a PDF: by what they are told apart, and
 * how a page looks when drawn small.
 */
final class PagePictures implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(PagePictures.class);

	/** Dots across a page. */
	private static final int WIDTH = 720;

	/**
	 * Dots of a picture in colour; a sheet A3 scanned with 300 dots per inch has 17
	 * million.
	 */
	private static final long MOST_DOTS = 36_000_000;

	private static final int DEEPEST = 4;

	/** Of a file without pages: two of them are compared by their words alone. */
	private static final String NO_PAGES = "none";

	/** It could not be told what is on the page: equal to nothing. */
	private static final String NOT_KNOWN = "";

	private final @Nullable PDDocument document;

	private final Map<COSStream, String> digests = new IdentityHashMap<>();

	private final Map<COSStream, String> lines = new IdentityHashMap<>();

	private final Path file;

	private final PagePainter painter;

	private PagePictures(@Nullable PDDocument document, Path file, PagePainter painter) {
		this.document = document;
		this.file = file;
		this.painter = painter;
	}

	/**
	 * @return those of a file whose pages are not known before it is printed
	 */
	static PagePictures none(Path file, PagePainter painter) {
		return new PagePictures(null, file, painter);
	}

	/**
	 * @param painter draws its pages
	 * @throws IOException if it cannot be read
	 */
	static PagePictures of(Path pdf, PagePainter painter) throws IOException {
		try {
			return new PagePictures(Loader.loadPDF(pdf.toFile(), IOUtils.createTempFileOnlyStreamCache()), pdf,
					painter);
		}
		catch (RuntimeException odd) {
			throw new IOException(odd);
		}
	}

	/**
	 * @param number from 1
	 * @param textless whether all that is drawn counts, and not what is beside words
	 * @return equal where pictures and painted lines are equal, as on two pages that have
	 * none; empty if it cannot be told
	 */
	String digest(int number, boolean textless) {
		if (this.document == null) {
			return NO_PAGES;
		}
		try {
			PDPage page = this.document.getPage(number - 1);
			List<String> all = new ArrayList<>();
			for (COSStream object : objects(page)) {
				all.add(isPicture(object) || textless ? digest(object) : lines(object));
			}
			Collections.sort(all);
			all.add(textless ? drawing(page) : PaintedLines.digest(page));
			return String.join(" ", all);
		}
		catch (IOException | RuntimeException | StackOverflowError odd) {
			LOG.info("What page {} shows besides words cannot be told: {}", number, odd.toString());
			return NOT_KNOWN;
		}
	}

	/**
	 * @return null if the page cannot be drawn, or not with all its pictures
	 */
	@Nullable BufferedImage drawn(int number) {
		if (this.document == null) {
			return null;
		}
		try {
			PDPage page = this.document.getPage(number - 1);
			if (!objects(page).stream().filter(PagePictures::isPicture).allMatch(PagePictures::isReadable)) {
				return null;
			}
			return this.painter.draw(this.file, number, WIDTH);
		}
		catch (IOException | RuntimeException | StackOverflowError odd) {
			LOG.info("Page {} cannot be drawn to be compared: {}", number, odd.toString());
			return null;
		}
	}

	/** Pictures, and drawings that the page or its notes take in. */
	private static List<COSStream> objects(PDPage page) {
		Set<COSStream> found = Collections.newSetFromMap(new IdentityHashMap<>());
		COSDictionary resources = page.getResources() == null ? null : page.getResources().getCOSObject();
		collect(resources, found, 0);
		COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
		for (int at = 0; annotations != null && at < annotations.size(); at++) {
			COSDictionary appearance = annotations.getObject(at) instanceof COSDictionary annotation
					? annotation.getCOSDictionary(COSName.AP) : null;
			if (appearance != null && appearance.getDictionaryObject(COSName.N) instanceof COSStream drawing) {
				collect(drawing, found, 0);
			}
		}
		return new ArrayList<>(found);
	}

	private static void collect(COSStream object, Set<COSStream> found, int depth) {
		if (found.add(object) && !isPicture(object)) {
			collect(object.getCOSDictionary(COSName.RESOURCES), found, depth + 1);
		}
	}

	private static void collect(@Nullable COSDictionary resources, Set<COSStream> found, int depth) {
		COSDictionary objects = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
		if (objects == null || depth > DEEPEST) {
			return;
		}
		for (COSName name : objects.keySet()) {
			if (objects.getDictionaryObject(name) instanceof COSStream object) {
				collect(object, found, depth);
			}
		}
	}

	private static boolean isPicture(COSStream object) {
		return COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE));
	}

	/** Pictures beyond all measure are not drawn. */
	private static boolean isReadable(COSStream picture) {
		long dots = picture.getLong(COSName.WIDTH, 0) * picture.getLong(COSName.HEIGHT, 0);
		boolean plain = picture.getInt(COSName.BITS_PER_COMPONENT, 8) == 1
				|| picture.getBoolean(COSName.IMAGE_MASK, false);
		return dots <= (plain ? 8 * MOST_DOTS : MOST_DOTS);
	}

	private String digest(COSStream object) throws IOException {
		String known = this.digests.get(object);
		if (known == null) {
			try (InputStream raw = object.createRawInputStream()) {
				known = digest(raw);
			}
			this.digests.put(object, known);
		}
		return known;
	}

	private String lines(COSStream drawing) throws IOException {
		String known = this.lines.get(drawing);
		if (known == null) {
			known = PaintedLines.digest(new PDFormXObject(drawing));
			this.lines.put(drawing, known);
		}
		return known;
	}

	private static String drawing(PDPage page) throws IOException {
		try (InputStream drawing = page.getContents()) {
			return digest(drawing);
		}
	}

	private static String digest(InputStream bytes) throws IOException {
		MessageDigest digest = Sha256.digest();
		try (DigestInputStream in = new DigestInputStream(bytes, digest)) {
			in.transferTo(OutputStream.nullOutputStream());
		}
		return HexFormat.of().formatHex(digest.digest(), 0, 12);
	}

	@Override
	public void close() throws IOException {
		if (this.document != null) {
			this.document.close();
		}
	}

}
