package cn.ecopark.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Plain paths lead to the very elements that the platform finds. */
class PlainPathsTest {

	private static final List<String> PATHS = List.of("select|insert|update|delete", "/mapper", "/mapper/sql",
			"/mapper/resultMap", "/nothing/sql", "include", "selectKey", "association|collection", "nothing",
			// What is not plain is found as well.
			"*", "//if", "sql[@id]", "@id", "text()", "..", "/");

	private final XPath plain = new PlainPaths().newXPath();

	private final XPath platform = XPathFactory.newDefaultInstance().newXPath();

	@Test
	void leadToWhatThePlatformFinds() throws Exception {
		Resource[] mappings = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:org/camunda/bpm/engine/impl/mapping/entity/T*.xml");
		assertThat(mappings).hasSizeGreaterThan(3);
		for (Resource mapping : mappings) {
			Document document = read(mapping);
			for (String path : PATHS) {
				sameFrom(document, path);
				sameFrom(document.getDocumentElement(), path);
				NodeList elements = document.getDocumentElement().getChildNodes();
				for (int at = 0; at < Math.min(elements.getLength(), 8); at++) {
					if (elements.item(at) instanceof Element element) {
						sameFrom(element, path);
					}
				}
			}
		}
	}

	private void sameFrom(Node node, String path) throws Exception {
		assertThat(all((NodeList) this.plain.evaluate(path, node, XPathConstants.NODESET))).as("%s from %s", path, node)
			.isEqualTo(all((NodeList) this.platform.evaluate(path, node, XPathConstants.NODESET)));
		assertThat((Node) this.plain.evaluate(path, node, XPathConstants.NODE))
			.isSameAs(this.platform.evaluate(path, node, XPathConstants.NODE));
		assertThat(this.plain.evaluate(path, node)).isEqualTo(this.platform.evaluate(path, node));
	}

	private static List<Node> all(NodeList nodes) {
		List<Node> all = new ArrayList<>();
		for (int at = 0; at < nodes.getLength(); at++) {
			all.add(nodes.item(at));
		}
		assertThat(nodes.item(nodes.getLength())).isNull();
		return all;
	}

	private static Document read(Resource resource) throws Exception {
		DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
		builder.setEntityResolver((publicId, systemId) -> new InputSource(InputStream.nullInputStream()));
		try (InputStream stream = resource.getInputStream()) {
			return builder.parse(stream);
		}
		catch (IOException unreadable) {
			throw new IllegalStateException(resource.toString(), unreadable);
		}
	}

}
