package cn.ecopark.rulepack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a YAML file of a pack into entries that know their lines. Every value is the text
 * that was written, whether it looks like a number, a date or {@code NO}; what it has to
 * be is said by whoever asks for it. Anchors, tags and a second document are refused.
 */
public final class PackYaml {

	/** The deepest entry of a pack has five levels. */
	private static final int DEPTH = 10;

	private final String file;

	private final PackFindings findings;

	private boolean plain = true;

	private PackYaml(String file, PackFindings findings) {
		this.file = file;
		this.findings = findings;
	}

	/**
	 * @return what is read from the file; empty where there is none, or where it cannot
	 * be read at all, which is a finding
	 */
	public static <T> Optional<T> read(PackFiles files, String file, PackFindings findings,
			Function<PackEntry, T> read) {
		return PackText.read(files, file, findings).flatMap(text -> new PackYaml(file, findings).root(text, read));
	}

	/**
	 * @return the entries of a file as they are written: mappings, lists and texts; empty
	 * where the file cannot be read
	 */
	public static Optional<Map<String, Object>> plain(String text) {
		PackYaml yaml = new PackYaml("", new PackFindings());
		Node node = yaml.composed(text);
		if (node != null) {
			yaml.inspect(node);
		}
		return node instanceof MappingNode mapping && yaml.plain ? Optional.of(plain(mapping)) : Optional.empty();
	}

	private static Map<String, Object> plain(MappingNode mapping) {
		Map<String, Object> entries = new LinkedHashMap<>();
		mapping.getValue().forEach(entry -> entries.put(written(entry.getKeyNode()), plain(entry.getValueNode())));
		return entries;
	}

	private static Object plain(Node node) {
		if (node instanceof MappingNode mapping) {
			return plain(mapping);
		}
		return node instanceof SequenceNode sequence ? sequence.getValue().stream().map(PackYaml::plain).toList()
				: written(node);
	}

	private static String written(Node node) {
		return node instanceof ScalarNode scalar ? scalar.getValue() : "";
	}

	private <T> Optional<T> root(String text, Function<PackEntry, T> read) {
		Node node = composed(text);
		if (node != null) {
			inspect(node);
		}
		if (node instanceof MappingNode mapping && this.plain) {
			return Optional.of(PackEntry.root(this.file, mapping, this.findings, read));
		}
		if (this.findings.reads(this.file)) {
			this.findings.unreadable(this.file, 1, "pack.noEntries");
		}
		return Optional.empty();
	}

	private @Nullable Node composed(String text) {
		LoaderOptions options = new LoaderOptions();
		options.setNestingDepthLimit(DEPTH);
		try {
			return new Composer(new ParserImpl(new StreamReader(text), options), new EverythingIsText(), options)
				.getSingleNode();
		}
		catch (MarkedYAMLException malformed) {
			this.findings.unreadable(this.file, line(malformed), reason(String.valueOf(malformed.getProblem())));
		}
		catch (YAMLException tooDeep) {
			this.findings.unreadable(this.file, 1, "pack.tooDeep", DEPTH);
		}
		return null;
	}

	/** Where a quote or bracket was opened, rather than where its end was missed. */
	private static int line(MarkedYAMLException malformed) {
		String context = String.valueOf(malformed.getContext());
		boolean opened = context.contains("scanning") || context.contains("flow");
		Mark mark = opened && malformed.getContextMark() != null ? malformed.getContextMark()
				: malformed.getProblemMark();
		return mark == null ? 1 : mark.getLine() + 1;
	}

	private static String reason(String problem) {
		if (problem.contains("another document")) {
			return "pack.severalDocuments";
		}
		if (problem.contains("alias")) {
			return "pack.anchor";
		}
		if (problem.contains("tag")) {
			return "pack.tag";
		}
		return problem.contains("TAB") ? "pack.tab" : "pack.malformed";
	}

	private void inspect(Node node) {
		if (node.getAnchor() != null) {
			refuse(node, "pack.anchor");
			return;
		}
		if (!node.getTag().equals(usual(node))) {
			refuse(node, "pack.tag");
		}
		if (node instanceof MappingNode mapping) {
			for (NodeTuple entry : mapping.getValue()) {
				inspect(entry.getKeyNode());
				inspect(entry.getValueNode());
			}
		}
		if (node instanceof SequenceNode sequence) {
			sequence.getValue().forEach(this::inspect);
		}
	}

	private void refuse(Node node, String key) {
		this.plain = false;
		this.findings.unreadable(this.file, node.getStartMark().getLine() + 1, key);
	}

	private static Tag usual(Node node) {
		return switch (node.getNodeId()) {
			case mapping -> Tag.MAP;
			case sequence -> Tag.SEQ;
			default -> Tag.STR;
		};
	}

	/** No value is anything else than its text. */
	private static final class EverythingIsText extends Resolver {

		@Override
		protected void addImplicitResolvers() {
		}

	}

}
