package cn.ecopark.typesetting;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;

import javax.xml.transform.TransformerException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/**
 * Makes a document PDF/A-2u and PDF/UA-1 (ISO 19005-2, ISO 14289-1): metadata, output
 * intent, language. Colours are sRGB (docs/adr/0011).
 */
final class Archive {

	private static final String SRGB = "sRGB IEC61966-2.1";

	private static final String PRODUCER = "ecopark";

	private static final byte[] PROFILE = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	/**
	 * Making one searches the whole class path for an XML library, which takes longer
	 * than all the rest of a document.
	 */
	private static final XmpSerializer SERIALIZER = new XmpSerializer();

	/**
	 * Says that the document can be heard as well (ISO 14289-1, 5), and to PDF/A what
	 * that word means.
	 */
	private static final String TAGGED = """
			<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
			  <pdfuaid:part>1</pdfuaid:part>
			</rdf:Description>
			<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
			    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
			  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
			    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
			    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
			    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
			    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
			      <pdfaProperty:name>part</pdfaProperty:name>
			      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
			      <pdfaProperty:category>internal</pdfaProperty:category>
			      <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
			    </rdf:li></rdf:Seq></pdfaSchema:property>
			  </rdf:li></rdf:Bag></pdfaExtension:schemas>
			</rdf:Description>
			""";

	private static final String END = "</rdf:RDF>";

	private Archive() {
	}

	/**
	 * Says what the document is, in the document itself.
	 * @param made when, in the time of its case
	 */
	static void describe(PDDocument document, String title, String author, ZonedDateTime made) throws IOException {
		Calendar now = GregorianCalendar.from(made.truncatedTo(ChronoUnit.SECONDS));
		document.setVersion(1.7f);
		information(document.getDocumentInformation(), title, author, now);
		document.getDocumentCatalog().setLanguage("zh-CN");
		PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
		preferences.setDisplayDocTitle(true);
		document.getDocumentCatalog().setViewerPreferences(preferences);
		outputIntent(document);
		PDMetadata metadata = new PDMetadata(document);
		metadata.importXMPMetadata(xmp(title, author, now));
		document.getDocumentCatalog().setMetadata(metadata);
	}

	private static void information(PDDocumentInformation information, String title, String author, Calendar now) {
		information.setTitle(title);
		information.setAuthor(author);
		information.setProducer(PRODUCER);
		information.setCreationDate(now);
		information.setModificationDate(now);
	}

	private static void outputIntent(PDDocument document) throws IOException {
		PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(PROFILE));
		intent.setInfo(SRGB);
		intent.setOutputCondition(SRGB);
		intent.setOutputConditionIdentifier(SRGB);
		intent.setRegistryName("http://www.color.org");
		document.getDocumentCatalog().addOutputIntent(intent);
	}

	private static byte[] xmp(String title, String author, Calendar now) throws IOException {
		try {
			XMPMetadata metadata = XMPMetadata.createXMPMetadata();
			var identification = metadata.createAndAddPDFAIdentificationSchema();
			identification.setPart(2);
			identification.setConformance("U");
			var core = metadata.createAndAddDublinCoreSchema();
			core.setTitle(title);
			core.addCreator(author);
			core.addLanguage("zh-CN");
			var basic = metadata.createAndAddXMPBasicSchema();
			basic.setCreateDate(now);
			basic.setModifyDate(now);
			metadata.createAndAddAdobePDFSchema().setProducer(PRODUCER);
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			serialize(metadata, bytes);
			return bytes.toString(StandardCharsets.UTF_8).replace(END, TAGGED + END).getBytes(StandardCharsets.UTF_8);
		}
		catch (BadFieldValueException | TransformerException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/** One document at a time: a serializer is not made for several threads. */
	private static synchronized void serialize(XMPMetadata metadata, ByteArrayOutputStream bytes)
			throws TransformerException {
		SERIALIZER.serialize(metadata, bytes, true);
	}

}
