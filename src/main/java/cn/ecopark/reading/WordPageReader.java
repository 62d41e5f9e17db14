package cn.ecopark.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the running text of a DOCX file. Such a file knows no pages: what stands between
 * two page or section breaks that its author set counts as one. Notes, comments, heads
 * and feet of pages follow behind.
 */
final class WordPageReader implements PageReader {

	private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

	static {
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
	}

	/**
	 * Bytes of text and mark-up; the gate lets no larger ones through, so more is a
	 * fault.
	 */
	private static final long LARGEST = 256L << 20;

	/** A section may be a whole plan; it is parted between two paragraphs. */
	private static final int LONGEST_PART = 20_000;

	@Override
	public void read(Path file, int from, Pages pages) throws IOException {
		List<String> sections = sections(file);
		pages.count(sections.size());
		for (int number = from; number <= sections.size(); number++) {
			pages.add(PageText.of(number, sections.get(number - 1)));
		}
	}

	private static List<String> sections(Path file) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			String main = WordParts.main(zip);
			List<String> sections = new ArrayList<>(read(zip, main));
			for (String part : WordParts.beside(zip, main)) {
				sections.addAll(read(zip, part));
			}
			return sections.isEmpty() ? List.of("") : sections;
		}
		catch (ZipException | XMLStreamException broken) {
			throw new UnreadableDocument("damaged", broken);
		}
	}

	private static List<String> read(ZipFile zip, String part) throws IOException, XMLStreamException {
		ZipEntry body = zip.getEntry(part);
		if (body == null || body.getSize() > LARGEST) {
			throw new UnreadableDocument("damaged", new ZipException("No body, or too large a one"));
		}
		try (InputStream bytes = zip.getInputStream(body)) {
			return new Body().read(XML.createXMLStreamReader(bytes));
		}
	}

	/** What was read of the body so far. */
	private static final class Body {

		private final List<String> sections = new ArrayList<>();

		private final StringBuilder text = new StringBuilder();

		private boolean inText;

		private boolean sectionEnds;

		/** Depth within what stands for the same once more, for older programs. */
		private int fallback;

		List<String> read(XMLStreamReader xml) throws XMLStreamException {
			while (xml.hasNext()) {
				switch (xml.next()) {
					case XMLStreamConstants.START_ELEMENT -> begin(xml);
					case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
					case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
						if (this.inText && this.fallback == 0) {
							this.text.append(xml.getText());
						}
					}
					default -> {
					}
				}
			}
			breakOff();
			return this.sections;
		}

		private void begin(XMLStreamReader xml) {
			if (this.fallback > 0 || xml.getLocalName().equals("Fallback")) {
				this.fallback++;
				return;
			}
			switch (xml.getLocalName()) {
				case "t" -> this.inText = true;
				case "tab" -> this.text.append('\t');
				case "cr" -> this.text.append('\n');
				case "sectPr" -> this.sectionEnds = true;
				case "br" -> {
					if ("page".equals(xml.getAttributeValue(xml.getNamespaceURI(), "type"))) {
						breakOff();
					}
					else {
						this.text.append('\n');
					}
				}
				default -> {
				}
			}
		}

		private void end(String element) {
			if (this.fallback > 0) {
				this.fallback--;
				return;
			}
			switch (element) {
				case "t" -> this.inText = false;
				case "p" -> {
					this.text.append('\n');
					if (this.sectionEnds || this.text.length() > LONGEST_PART) {
						breakOff();
					}
				}
				case "tc" -> this.text.append('\t');
				default -> {
				}
			}
		}

		private void breakOff() {
			this.sectionEnds = false;
			if (!this.text.toString().isBlank()) {
				this.sections.add(this.text.toString());
			}
			this.text.setLength(0);
		}

	}

}
