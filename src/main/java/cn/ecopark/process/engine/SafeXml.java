package cn.ecopark.process.engine;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.StringReader;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML that nobody vouches for: no document type, no outside entity, no schema from
 * elsewhere.
 */
public final class SafeXml {

	private SafeXml() {
	}

	/**
	 * @return the document, null when it is not well-formed or has a document type
	 */
	public static @Nullable Document parse(String content) {
		return parse(new InputSource(new StringReader(content)));
	}

	/**
	 * @return the document in the encoding it says it has, null when it is not
	 * well-formed or has a document type
	 */
	static @Nullable Document parse(byte[] content) {
		return parse(new InputSource(new ByteArrayInputStream(content)));
	}

	private static @Nullable Document parse(InputSource source) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			factory.setXIncludeAware(false);
			factory.setExpandEntityReferences(false);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			DocumentBuilder builder = factory.newDocumentBuilder();
			builder.setErrorHandler(new DefaultHandler());
			return builder.parse(source);
		}
		catch (SAXException | CharConversionException malformed) {
			return null;
		}
		catch (ParserConfigurationException | IOException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
