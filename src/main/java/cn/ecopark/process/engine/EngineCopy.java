package cn.ecopark.process.engine;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What the engine gets to see of a diagram that was judged: only what runs, and the
 * timers of its limits. The engine knows elements by their local name alone and would
 * fetch the schemas a diagram names, so that pictures, drawing and extensions of others
 * are not left to its good will.
 */
final class EngineCopy {

	private EngineCopy() {
	}

	/**
	 * Takes from the document what is only drawn, and adds what its limits stand for.
	 * @return what is left, as XML in UTF-8
	 */
	static byte[] of(Document judged) {
		strip(judged.getDocumentElement());
		LimitTimers.addTo(judged);
		ByteArrayOutputStream copy = new ByteArrayOutputStream();
		try {
			TransformerFactory factory = TransformerFactory.newDefaultInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.newTransformer().transform(new DOMSource(judged), new StreamResult(copy));
		}
		catch (TransformerException impossible) {
			throw new IllegalStateException(impossible);
		}
		return copy.toByteArray();
	}

	private static void strip(Element element) {
		NamedNodeMap attributes = element.getAttributes();
		for (int index = attributes.getLength() - 1; index >= 0; index--) {
			Attr attribute = (Attr) attributes.item(index);
			if (ModelVocabulary.isOnlyRemark(attribute)) {
				element.removeAttributeNode(attribute);
			}
		}
		List<Element> children = new ArrayList<>();
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element childElement) {
				children.add(childElement);
			}
		}
		for (Element child : children) {
			if (ModelVocabulary.isOnlyDrawn(child)) {
				element.removeChild(child);
			}
			else {
				strip(child);
			}
		}
	}

}
