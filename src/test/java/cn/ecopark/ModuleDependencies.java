package cn.ecopark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which modules each module uses, itself or through others, as the names in its classes
 * say. Whether it may use them {@link ArchitectureTest} asks.
 */
final class ModuleDependencies {

	private static final Pattern CLASS = Pattern.compile("cn\\.ecopark\\.([a-z]+)\\..+");

	private static final Pattern MENTIONED = Pattern.compile("cn/ecopark/([a-z]+)/");

	/** What every module may use without saying so. */
	private static final Set<String> SHARED = Set.of("shared", "web");

	private static final Map<String, Set<String>> DIRECT = read();

	private ModuleDependencies() {
	}

	/**
	 * @return the module of the class of that name; empty for one that is in none
	 */
	static Optional<String> moduleOf(String className) {
		return Optional.of(CLASS.matcher(className))
			.filter(Matcher::matches)
			.map(found -> found.group(1))
			.filter(DIRECT::containsKey);
	}

	/**
	 * @return the module and all that it uses
	 */
	static Set<String> of(String module) {
		Set<String> found = new HashSet<>();
		Deque<String> toCome = new ArrayDeque<>(SHARED);
		toCome.add(module);
		while (!toCome.isEmpty()) {
			String next = toCome.remove();
			if (found.add(next)) {
				toCome.addAll(DIRECT.getOrDefault(next, Set.of()));
			}
		}
		return found;
	}

	private static Map<String, Set<String>> read() {
		try {
			Path program = Path.of(EcoparkApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI())
				.resolve("cn/ecopark");
			Map<String, Set<String>> found = new TreeMap<>();
			try (Stream<Path> modules = Files.list(program).filter(Files::isDirectory)) {
				for (Path module : modules.toList()) {
					found.put(module.getFileName().toString(), mentionedIn(module));
				}
			}
			return found;
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		catch (java.net.URISyntaxException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static Set<String> mentionedIn(Path module) throws IOException {
		Set<String> mentioned = new HashSet<>();
		try (Stream<Path> classes = Files.walk(module).filter(file -> file.toString().endsWith(".class"))) {
			for (Path file : classes.toList()) {
				MENTIONED.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
					.results()
					.forEach(found -> mentioned.add(found.group(1)));
			}
		}
		return mentioned;
	}

}
