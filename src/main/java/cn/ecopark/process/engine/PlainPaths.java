package cn.ecopark.process.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathVariableResolver;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Finds elements by plain paths such as {@code select|insert} or {@code /mapper/sql}
 * without more ado; all else is left to the factory of the platform. That one reads the
 * whole document anew for each question, and the descriptions of the engine's statements
 * ask some thousands of questions: it was nearly half of a start.
 */
public final class PlainPaths extends XPathFactory {

	private static final Pattern NAMES = Pattern.compile("[A-Za-z-]+(\\|[A-Za-z-]+)*");

	private static final Pattern FROM_THE_ROOT = Pattern.compile("(/[A-Za-z-]+)+");

	private final XPathFactory platform = XPathFactory.newDefaultInstance();

	@Override
	public boolean isObjectModelSupported(String objectModel) {
		return this.platform.isObjectModelSupported(objectModel);
	}

	@Override
	public void setFeature(String name, boolean value) throws XPathFactoryConfigurationException {
		this.platform.setFeature(name, value);
	}

	@Override
	public boolean getFeature(String name) throws XPathFactoryConfigurationException {
		return this.platform.getFeature(name);
	}

	@Override
	public void setXPathVariableResolver(XPathVariableResolver resolver) {
		this.platform.setXPathVariableResolver(resolver);
	}

	@Override
	public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
		this.platform.setXPathFunctionResolver(resolver);
	}

	@Override
	public XPath newXPath() {
		return new Paths(this.platform.newXPath());
	}

	/**
	 * @return the elements at a plain path from there, in the order of the document; null
	 * where the path is not plain
	 */
	static @Nullable List<Node> elements(String path, Node from) {
		if (NAMES.matcher(path).matches()) {
			return children(from, Set.of(path.split("\\|")));
		}
		if (!FROM_THE_ROOT.matcher(path).matches()) {
			return null;
		}
		List<Node> found = List.of(from instanceof Document document ? document : from.getOwnerDocument());
		for (String name : Arrays.asList(path.substring(1).split("/"))) {
			List<Node> below = new ArrayList<>();
			found.forEach(node -> below.addAll(children(node, Set.of(name))));
			found = below;
		}
		return found;
	}

	private static List<Node> children(Node parent, Set<String> names) {
		List<Node> found = new ArrayList<>();
		for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child.getNodeType() == Node.ELEMENT_NODE && names.contains(child.getNodeName())) {
				found.add(child);
			}
		}
		return found;
	}

	/** Answers what is plain itself. */
	private record Paths(XPath platform) implements XPath {

		@Override
		public @Nullable Object evaluate(String path, Object from, QName wanted) throws XPathExpressionException {
			boolean all = XPathConstants.NODESET.equals(wanted);
			List<Node> found = from instanceof Node node && (all || XPathConstants.NODE.equals(wanted))
					? elements(path, node) : null;
			if (found == null) {
				return this.platform.evaluate(path, from, wanted);
			}
			return all ? new Elements(found) : found.stream().findFirst().orElse(null);
		}

		@Override
		public String evaluate(String path, Object from) throws XPathExpressionException {
			return this.platform.evaluate(path, from);
		}

		@Override
		public Object evaluate(String path, InputSource from, QName wanted) throws XPathExpressionException {
			return this.platform.evaluate(path, from, wanted);
		}

		@Override
		public String evaluate(String path, InputSource from) throws XPathExpressionException {
			return this.platform.evaluate(path, from);
		}

		@Override
		public XPathExpression compile(String path) throws XPathExpressionException {
			return this.platform.compile(path);
		}

		@Override
		public void reset() {
			this.platform.reset();
		}

		@Override
		public void setXPathVariableResolver(XPathVariableResolver resolver) {
			this.platform.setXPathVariableResolver(resolver);
		}

		@Override
		public XPathVariableResolver getXPathVariableResolver() {
			return this.platform.getXPathVariableResolver();
		}

		@Override
		public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
			this.platform.setXPathFunctionResolver(resolver);
		}

		@Override
		public XPathFunctionResolver getXPathFunctionResolver() {
			return this.platform.getXPathFunctionResolver();
		}

		@Override
		public void setNamespaceContext(NamespaceContext context) {
			this.platform.setNamespaceContext(context);
		}

		@Override
		public NamespaceContext getNamespaceContext() {
			return this.platform.getNamespaceContext();
		}

	}

	private record Elements(List<Node> all) implements NodeList {

		@Override
		public @Nullable Node item(int index) {
			return index < this.all.size() ? this.all.get(index) : null;
		}

		@Override
		public int getLength() {
			return this.all.size();
		}

	}

}
