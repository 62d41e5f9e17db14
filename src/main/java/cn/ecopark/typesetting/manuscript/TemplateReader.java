package cn.ecopark.typesetting.manuscript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import cn.ecopark.typesetting.manuscript.Node.Placeholder;

/**
 * Reads the source of a template; a tag of a section that stands alone takes its line
 * along.
 */
final class TemplateReader {

	private static final Pattern TAG = Pattern
		.compile("(?m)^[ \\t]*\\{\\{([#^/])([^{}\\n]+)\\}\\}[ \\t]*(?:\\n|\\z)|\\{\\{([#^/]?)([^{}\\n]+)\\}\\}");

	private final String source;

	private final List<TemplateFault> faults = new ArrayList<>();

	private final Deque<Node.Section> open = new ArrayDeque<>();

	private final List<Node> nodes = new ArrayList<>();

	private TemplateReader(String source) {
		this.source = source.replace("\r\n", "\n").replace('\r', '\n');
	}

	/** The parts of a template, and what is wrong with how they are put together. */
	record Read(List<Node> nodes, List<TemplateFault> faults) {
	}

	static Read read(String source) {
		TemplateReader reader = new TemplateReader(source);
		reader.run();
		return new Read(reader.nodes, reader.faults);
	}

	private void run() {
		Matcher tag = TAG.matcher(this.source);
		int at = 0;
		while (tag.find()) {
			words(at, tag.start());
			boolean alone = tag.group(2) != null;
			tag(alone ? tag.group(1) : tag.group(3), (alone ? tag.group(2) : tag.group(4)).strip(), line(tag.start()));
			at = tag.end();
		}
		words(at, this.source.length());
		this.open.forEach((section) -> fault(TemplateFault.Kind.UNPAIRED, section.line(), section.name()));
	}

	private void words(int from, int to) {
		String words = this.source.substring(from, to);
		int braces = Math.max(words.indexOf("{{"), words.indexOf("}}"));
		if (braces >= 0) {
			fault(TemplateFault.Kind.BRACES, line(from + braces),
					words.substring(braces, Math.min(words.length(), braces + 12)));
		}
		if (!words.isEmpty()) {
			add(new Node.Words(words));
		}
	}

	private void tag(String mark, String name, int line) {
		switch (mark) {
			case "#", "^" -> this.open.push(new Node.Section(name, mark.equals("^"), line, new ArrayList<>()));
			case "/" -> close(name, line);
			default -> add(new Placeholder(name, line));
		}
	}

	private void close(String name, int line) {
		if (this.open.isEmpty() || !this.open.peek().name().equals(name)) {
			fault(TemplateFault.Kind.UNPAIRED, line, name);
			return;
		}
		Node.Section section = this.open.pop();
		add(section);
	}

	private void add(Node node) {
		(this.open.isEmpty() ? this.nodes : this.open.peek().nodes()).add(node);
	}

	private int line(int at) {
		return 1 + (int) this.source.substring(0, at).chars().filter((character) -> character == '\n').count();
	}

	private void fault(TemplateFault.Kind kind, int line, String word) {
		this.faults.add(new TemplateFault(kind, line, word));
	}

}
