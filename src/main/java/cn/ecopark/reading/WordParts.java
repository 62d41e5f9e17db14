package cn.ecopark.reading;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parts of a DOCX file that hold text, found by the relations between them. */
final class WordParts {

	/** Last words of the types of relations to what is read beside the text. */
	private static final Set<String> BESIDE = Set.of("footnotes", "endnotes", "comments", "header", "footer");

	private static final String MAIN = "word/document.xml";

	private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

	static {
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
	}

	private WordParts() {
	}

	/** A relation to another part. */
	private record Relation(String kind, String part) {
	}

	static String main(ZipFile zip) throws IOException, XMLStreamException {
		return relations(zip, "").stream()
			.filter(relation -> relation.kind().equals("officeDocument"))
			.map(Relation::part)
			.findFirst()
			.orElse(MAIN);
	}

	/**
	 * @return the parts with notes, comments, heads and feet of pages, in that order
	 */
	static List<String> beside(ZipFile zip, String main) throws IOException, XMLStreamException {
		return relations(zip, main).stream()
			.filter(relation -> BESIDE.contains(relation.kind()) && zip.getEntry(relation.part()) != null)
			.map(Relation::part)
			.distinct()
			.sorted()
			.toList();
	}

	private static List<Relation> relations(ZipFile zip, String source) throws IOException, XMLStreamException {
		String folder = source.substring(0, source.lastIndexOf('/') + 1);
		ZipEntry entry = zip.getEntry(folder + "_rels/" + source.substring(folder.length()) + ".rels");
		List<Relation> relations = new ArrayList<>();
		if (entry == null) {
			return relations;
		}
		try (InputStream in = zip.getInputStream(entry)) {
			XMLStreamReader xml = XML.createXMLStreamReader(in);
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")
						&& !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
					String type = String.valueOf(xml.getAttributeValue(null, "Type"));
					relations.add(new Relation(type.substring(type.lastIndexOf('/') + 1),
							resolved(folder, String.valueOf(xml.getAttributeValue(null, "Target")))));
				}
			}
		}
		return relations;
	}

	private static String resolved(String folder, String target) {
		try {
			return URI.create("/" + folder).resolve(target).getPath().substring(1);
		}
		catch (IllegalArgumentException odd) {
			return folder + target;
		}
	}

}
