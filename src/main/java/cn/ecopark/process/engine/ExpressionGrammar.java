package cn.ecopark.process.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of expressions in models: {@code ${…}} with variables, literals,
 * comparison, boolean and arithmetic operators and parentheses. No call, no property, no
 * index, no deferred {@code #{…}}, no text around.
 */
public final class ExpressionGrammar {

	private static final Pattern TOKEN = Pattern.compile(
			"""
					\\s+|'[^'\\\\]*'|"[^"\\\\]*"|\\d+(?:\\.\\d+)?|[A-Za-z_][A-Za-z0-9_]*|==|!=|<=|>=|&&|\\|\\||[<>!()+\\-*/%?:]""");

	/**
	 * No condition needs more; nesting without end would exhaust the stack of who parses
	 * it.
	 */
	private static final int LONGEST = 500;

	private static final Builder PARSER = new Builder();

	private static final Set<String> WORDS = Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "true",
			"false", "null", "empty", "div", "mod");

	private ExpressionGrammar() {
	}

	/**
	 * @return why the text is not allowed, or null when it is; a text without expression
	 * is always allowed
	 */
	public static @Nullable String problemOf(String text) {
		if (!text.contains("${") && !text.contains("#{")) {
			return null;
		}
		String stripped = text.strip();
		if (!stripped.startsWith("${") || !stripped.endsWith("}") || stripped.length() > LONGEST) {
			return text;
		}
		return tokens(stripped.substring(2, stripped.length() - 1)) == null || !parses(stripped) ? text : null;
	}

	private static boolean parses(String expression) {
		try {
			PARSER.build(expression);
			return true;
		}
		catch (TreeBuilderException malformed) {
			return false;
		}
	}

	/**
	 * @return the names the expression reads, empty for a plain text or one that is not
	 * allowed
	 */
	public static List<String> namesIn(String text) {
		String stripped = text.strip();
		if (problemOf(text) != null || !stripped.startsWith("${")) {
			return List.of();
		}
		List<String> tokens = tokens(stripped.substring(2, stripped.length() - 1));
		return tokens == null ? List.of()
				: tokens.stream().filter(token -> token.matches("[A-Za-z_]\\w*") && !WORDS.contains(token)).toList();
	}

	private static @Nullable List<String> tokens(String body) {
		List<String> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(body);
		int position = 0;
		while (position < body.length()) {
			if (!matcher.find(position) || matcher.start() != position) {
				return null;
			}
			String token = matcher.group();
			position = matcher.end();
			if (token.isBlank()) {
				continue;
			}
			boolean call = "(".equals(token) && !tokens.isEmpty() && isName(tokens.get(tokens.size() - 1));
			if (call) {
				return null;
			}
			tokens.add(token);
		}
		return tokens.isEmpty() ? null : tokens;
	}

	private static boolean isName(String token) {
		return token.matches("[A-Za-z_]\\w*") && !WORDS.contains(token) || ")".equals(token);
	}

}
