package cn.ecopark.process.engine;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML that nobody vouches for: within bounds, in UTF-8, without document type,
 * outside entity or schema from elsewhere. Comments, processing instructions and borders
 * of CDATA are gone: text that they interrupt is one text, as the engine will read it.
 */
public final class SafeXml {

	/** Bytes; the largest shipped diagram has 45,000. */
	public static final int LARGEST = 2_000_000;

	/**
	 * Elements with those of the picture; the largest shipped diagram has about 1,000.
	 */
	public static final int MOST_ELEMENTS = 10_000;

	/** A diagram nests some ten deep. */
	public static final int DEEPEST = 60;

	private static final String LINE = "line";

	private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]*)");

	private SafeXml() {
	}

	/**
	 * @throws UnreadableModel when the file exceeds a bound or is no plain XML in UTF-8
	 */
	public static Document read(byte[] content) throws UnreadableModel {
		if (content.length > LARGEST) {
			throw new UnreadableModel(UnreadableModel.Reason.TOO_LARGE, 0, String.valueOf(LARGEST / 1_000));
		}
		String text = text(content);
		Matcher declared = DECLARED.matcher(text.substring(0, Math.min(text.length(), 300)));
		if (declared.find() && !isUtf8(declared.group(1))) {
			throw new UnreadableModel(UnreadableModel.Reason.ENCODING, 1, declared.group(1).strip());
		}
		Reading reading = new Reading();
		try {
			parser().parse(new InputSource(new StringReader(text)), reading);
			return reading.document;
		}
		catch (OutOfBounds exceeded) {
			throw new UnreadableModel(exceeded.reason, reading.line(), exceeded.bound);
		}
		catch (SAXException malformed) {
			String message = String.valueOf(malformed.getMessage());
			throw new UnreadableModel(
					message.contains("DOCTYPE") ? UnreadableModel.Reason.DOCUMENT_TYPE : UnreadableModel.Reason.NO_XML,
					malformed instanceof SAXParseException at ? Math.max(at.getLineNumber(), 0) : 0, "");
		}
		catch (IOException | ParserConfigurationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/**
	 * @return the line in which the element begins, counted from 1
	 */
	public static int lineOf(Element element) {
		return element.getUserData(LINE) instanceof Integer line ? line : 0;
	}

	/**
	 * @return the element's own text as a whole, wherever elements stand in between
	 */
	public static String textOf(Element element) {
		StringBuilder text = new StringBuilder();
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child.getNodeType() == Node.TEXT_NODE) {
				text.append(child.getNodeValue());
			}
		}
		return text.toString();
	}

	private static String text(byte[] content) throws UnreadableModel {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
			if (text.indexOf('\0') >= 0) {
				throw new UnreadableModel(UnreadableModel.Reason.ENCODING, 0, "UTF-16");
			}
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException otherEncoding) {
			Matcher declared = DECLARED
				.matcher(new String(content, 0, Math.min(content.length, 300), StandardCharsets.ISO_8859_1));
			throw new UnreadableModel(UnreadableModel.Reason.ENCODING, 0,
					declared.find() && !isUtf8(declared.group(1)) ? declared.group(1).strip() : "?");
		}
	}

	private static boolean isUtf8(String encoding) {
		return "utf-8".equals(encoding.strip().toLowerCase(Locale.ROOT));
	}

	private static SAXParser parser() throws ParserConfigurationException, SAXException {
		SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
		factory.setNamespaceAware(true);
		factory.setXIncludeAware(false);
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
		factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
		factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
		SAXParser parser = factory.newSAXParser();
		parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
		return parser;
	}

	/** Stops the parser where a bound is exceeded. */
	private static final class OutOfBounds extends SAXException {

		private final UnreadableModel.Reason reason;

		private final String bound;

		OutOfBounds(UnreadableModel.Reason reason, int bound) {
			super(reason.name());
			this.reason = reason;
			this.bound = String.valueOf(bound);
		}

	}

	/** Builds the document element by element, and counts while it does. */
	private static final class Reading extends DefaultHandler {

		private final Document document;

		private final Deque<Element> open = new ArrayDeque<>();

		private final StringBuilder text = new StringBuilder();

		private @Nullable Locator locator;

		private int elements;

		Reading() {
			try {
				this.document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
			}
			catch (ParserConfigurationException impossible) {
				throw new IllegalStateException(impossible);
			}
		}

		@Override
		public void setDocumentLocator(Locator where) {
			this.locator = where;
		}

		@Override
		public void startElement(String uri, String localName, String name, Attributes attributes) throws OutOfBounds {
			this.elements++;
			if (this.elements > MOST_ELEMENTS) {
				throw new OutOfBounds(UnreadableModel.Reason.TOO_MANY_ELEMENTS, MOST_ELEMENTS);
			}
			if (this.open.size() >= DEEPEST) {
				throw new OutOfBounds(UnreadableModel.Reason.TOO_DEEP, DEEPEST);
			}
			Element element = this.document.createElementNS(uri.isEmpty() ? null : uri, name);
			element.setUserData(LINE, line(), null);
			for (int index = 0; index < attributes.getLength(); index++) {
				element.setAttributeNS(namespace(attributes, index), attributes.getQName(index),
						attributes.getValue(index));
			}
			closeText();
			if (this.open.isEmpty()) {
				this.document.appendChild(element);
			}
			else {
				this.open.peek().appendChild(element);
			}
			this.open.push(element);
		}

		private static @Nullable String namespace(Attributes attributes, int index) {
			String name = attributes.getQName(index);
			if ("xmlns".equals(name) || name.startsWith("xmlns:")) {
				return XMLConstants.XMLNS_ATTRIBUTE_NS_URI;
			}
			return attributes.getURI(index).isEmpty() ? null : attributes.getURI(index);
		}

		@Override
		public void characters(char[] characters, int start, int length) {
			this.text.append(characters, start, length);
		}

		@Override
		public void endElement(String uri, String localName, String name) {
			closeText();
			this.open.pop();
		}

		@Override
		public void fatalError(SAXParseException malformed) throws SAXException {
			throw malformed;
		}

		private void closeText() {
			if (!this.text.isEmpty()) {
				this.open.element().appendChild(this.document.createTextNode(this.text.toString()));
				this.text.setLength(0);
			}
		}

		private int line() {
			return this.locator == null ? 0 : Math.max(this.locator.getLineNumber(), 0);
		}

	}

}
