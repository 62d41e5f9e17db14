package cn.ecopark.gate.judging;

import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/** Reads one part of an office file from its beginning to its end. */
final class OfficeXml {

	static final String DEFINITIONS = "office.definitions";

	static final String FIELD = "office.field";

	static final String FORMULA = "office.formula";

	static final String BOMB = "office.bomb";

	private static final int DEEPEST = 400;

	private static final int LONGEST_FORMULA = 32 * 1024;

	private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");

	private static final Pattern FETCHING = Pattern
		.compile("(?i)(?<![A-Za-z0-9_])(WEBSERVICE|RTD|CALL|REGISTER|REGISTER\\.ID|EXEC|IMAGE|FILTERXML)\\s*\\(");

	/** Fractions of equations, and places of tables that a diagram shows. */
	private static final Pattern OTHER_FORMULAS = Pattern
		.compile("http.*/(officeDocument/2006/math|officeDocument/math|drawingml/2006/chart|drawingml/chart)");

	private static final XMLInputFactory FACTORY = factory();

	private final String part;

	private final Findings findings;

	private final OfficeFields fields = new OfficeFields();

	private final StringBuilder text = new StringBuilder();

	private @Nullable String collecting;

	/** Is told each element. */
	interface Reader {

		void element(String name, XMLStreamReader xml);

	}

	/** Is told each piece of text. */
	interface Words {

		void characters(XMLStreamReader xml);

	}

	OfficeXml(String part, Findings findings) {
		this.part = part;
		this.findings = findings;
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
		return factory;
	}

	/**
	 * @param reader is told the elements as well
	 * @param words is told the text as well
	 * @throws XMLStreamException if it cannot be read to its end
	 */
	void read(InputStream in, Reader reader, Words words) throws XMLStreamException {
		XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
		int depth = 0;
		while (xml.hasNext()) {
			switch (xml.next()) {
				case XMLStreamConstants.DTD -> {
					this.findings.add(DEFINITIONS, this.part);
					return;
				}
				case XMLStreamConstants.START_ELEMENT -> {
					if (++depth > DEEPEST) {
						this.findings.add(BOMB);
						return;
					}
					start(xml);
					reader.element(xml.getLocalName(), xml);
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
					text(xml);
					words.characters(xml);
				}
				case XMLStreamConstants.END_ELEMENT -> {
					depth--;
					end(xml.getLocalName());
				}
				default -> {
				}
			}
		}
	}

	private void start(XMLStreamReader xml) {
		switch (xml.getLocalName()) {
			case "f" -> {
				if (!OTHER_FORMULAS.matcher(String.valueOf(xml.getNamespaceURI())).matches()) {
					collect("f");
				}
			}
			case "instrText", "delInstrText", "formula", "formula1", "formula2" -> collect(xml.getLocalName());
			case "definedName" -> {
				judgeDefinedName(xml);
				collect("definedName");
			}
			case "fldSimple" -> judge(FIELD, OfficeFields.isFetching(attribute(xml, "instr")), attribute(xml, "instr"));
			case "fldChar" -> judgeMark(attribute(xml, "fldCharType"));
			case "ddeLink", "oleLink" -> this.findings.add(FIELD, this.part, xml.getLocalName());
			case "imagedata", "fill", "stroke" ->
				judge(OfficeLinks.EXTERNAL, Addresses.isOutside(attribute(xml, "src")), attribute(xml, "src"));
			default -> {
			}
		}
	}

	private void collect(String element) {
		this.collecting = element;
		this.text.setLength(0);
	}

	private void text(XMLStreamReader xml) {
		if (this.collecting != null && this.text.length() < LONGEST_FORMULA) {
			this.text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
		}
	}

	private void end(String element) {
		if (!element.equals(this.collecting)) {
			return;
		}
		this.collecting = null;
		String said = this.text.toString();
		if (element.endsWith("nstrText")) {
			judge(FIELD, this.fields.say(said), said);
		}
		else {
			String plain = QUOTED.matcher(said).replaceAll("");
			judge(FORMULA, plain.indexOf('|') >= 0 || FETCHING.matcher(plain).find(), said);
		}
	}

	private void judgeMark(String type) {
		if (type.equals("begin")) {
			this.fields.begin();
		}
		else {
			judge(FIELD, this.fields.end(type.equals("end")), type);
		}
	}

	private void judgeDefinedName(XMLStreamReader xml) {
		String name = attribute(xml, "name").toLowerCase(Locale.ROOT).replace("_xlnm.", "");
		boolean macro = attribute(xml, "xlm").matches("1|true") || attribute(xml, "vbProcedure").matches("1|true")
				|| name.startsWith("auto_open") || name.startsWith("auto_close");
		judge(OfficeLinks.MACROS, macro, name);
	}

	private void judge(String code, boolean dangerous, String what) {
		if (dangerous) {
			this.findings.add(code, this.part, what.strip());
		}
	}

	static String attribute(XMLStreamReader xml, String name) {
		for (int at = 0; at < xml.getAttributeCount(); at++) {
			if (xml.getAttributeLocalName(at).equals(name)) {
				return xml.getAttributeValue(at);
			}
		}
		return "";
	}

}
