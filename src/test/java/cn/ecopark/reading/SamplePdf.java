package cn.ecopark.reading;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Makes PDF files with Chinese text, as a park would hand them in. */
public final class SamplePdf {

	private static final Path[] FONTS = { Path.of("target", "classes", "fonts"),
			Path.of("src", "main", "frontend", "node_modules", "@expo-google-fonts", "noto-sans-sc", "400Regular") };

	private static final float SIZE = 14;

	private static final float LEADING = 24;

	private static final float MARGIN = 72;

	private SamplePdf() {
	}

	/**
	 * @param pages each with its lines; a page without lines is empty, as a scan is to
	 * whoever reads text
	 */
	@SafeVarargs
	public static byte[] of(List<String>... pages) {
		return of(Arrays.asList(pages));
	}

	public static byte[] of(List<List<String>> pages) {
		try (TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBufferedFile(font()));
				PDDocument document = new PDDocument();
				ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			PDType0Font font = PDType0Font.load(document, face, true);
			for (List<String> lines : pages) {
				add(document, font, lines);
			}
			document.save(bytes);
			return bytes.toByteArray();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static void add(PDDocument document, PDType0Font font, List<String> lines) throws IOException {
		PDPage page = new PDPage(PDRectangle.A4);
		document.addPage(page);
		if (lines.isEmpty()) {
			return;
		}
		try (PDPageContentStream content = new PDPageContentStream(document, page)) {
			content.beginText();
			content.setFont(font, SIZE);
			content.setLeading(LEADING);
			content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
			for (String line : lines) {
				content.showText(line);
				content.newLine();
			}
			content.endText();
		}
	}

	private static File font() throws IOException {
		for (Path folder : FONTS) {
			if (Files.isDirectory(folder)) {
				try (Stream<Path> files = Files.walk(folder)) {
					Path found = files.filter(file -> file.getFileName().toString().matches("(?i)NotoSansSC.*\\.ttf"))
						.findFirst()
						.orElse(null);
					if (found != null) {
						return found.toFile();
					}
				}
			}
		}
		throw new IOException("The build has put no Noto Sans SC where tests find it");
	}

}
