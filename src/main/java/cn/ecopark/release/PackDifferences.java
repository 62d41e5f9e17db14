package cn.ecopark.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.github.difflib.DiffUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackFiles;

/** What one release of a pack says otherwise than another. */
@Component
public class PackDifferences {

	private final List<PackEntries> formats;

	PackDifferences(List<PackEntries> formats) {
		this.formats = formats;
	}

	/** What became of a file or an entry. */
	public enum Kind {

		/** Only the later release has it. */
		ADDED,
		/** Only the earlier release has it. */
		REMOVED,
		/** Both have it and say something else. */
		CHANGED,
		/** Both say the same, written or drawn in another way. */
		REDRAWN

	}

	/**
	 * One difference.
	 *
	 * @param file path in the pack
	 * @param entry what it is about, empty for the whole file
	 * @param label what an official calls it; empty where it has no such name
	 */
	public record Difference(Kind kind, String file, String entry, String label, List<Change> changes) {
	}

	/**
	 * What is said of an entry.
	 *
	 * @param property empty for lines of a text
	 * @param before null where it was not said
	 * @param after null where it is not said any more
	 */
	public record Change(String property, @Nullable String before, @Nullable String after) {
	}

	/**
	 * @return file by file; empty when both are the same
	 */
	public List<Difference> between(PackFiles earlier, PackFiles later) {
		Set<String> paths = new TreeSet<>(earlier.all().keySet());
		paths.addAll(later.all().keySet());
		List<Difference> differences = new ArrayList<>();
		for (String path : paths) {
			byte[] before = earlier.all().get(path);
			byte[] after = later.all().get(path);
			if (before == null || after == null) {
				differences.add(new Difference(before == null ? Kind.ADDED : Kind.REMOVED, path, "", "", List.of()));
			}
			else if (!Arrays.equals(before, after)) {
				differences.addAll(inFile(path, text(before), text(after)));
			}
		}
		return differences;
	}

	private List<Difference> inFile(String path, String before, String after) {
		List<Difference> found = this.formats.stream()
			.filter(format -> format.reads(path))
			.findFirst()
			.map(format -> entries(path, format.of(before), format.of(after)))
			.orElseGet(() -> lines(path, before, after));
		return found.isEmpty() ? List.of(new Difference(Kind.REDRAWN, path, "", "", List.of())) : found;
	}

	private static List<Difference> entries(String path, Map<String, PackEntries.Entry> before,
			Map<String, PackEntries.Entry> after) {
		Set<String> names = new LinkedHashSet<>(before.keySet());
		names.addAll(after.keySet());
		List<Difference> differences = new ArrayList<>();
		for (String name : names) {
			PackEntries.Entry was = before.get(name);
			PackEntries.Entry is = after.get(name);
			if (was == null || is == null) {
				PackEntries.Entry there = was == null ? is : was;
				differences.add(new Difference(was == null ? Kind.ADDED : Kind.REMOVED, path, name,
						there == null ? "" : there.label(), changes(was, is)));
			}
			else if (!was.equals(is)) {
				differences.add(new Difference(Kind.CHANGED, path, name, is.label(), changes(was, is)));
			}
		}
		return differences;
	}

	private static List<Change> changes(PackEntries.@Nullable Entry was, PackEntries.@Nullable Entry is) {
		Map<String, String> before = was == null ? Map.of() : was.values();
		Map<String, String> after = is == null ? Map.of() : is.values();
		Set<String> properties = new LinkedHashSet<>(before.keySet());
		properties.addAll(after.keySet());
		return properties.stream()
			.map(property -> new Change(property, before.get(property), after.get(property)))
			.filter(change -> !java.util.Objects.equals(change.before(), change.after()))
			.toList();
	}

	private static List<Difference> lines(String path, String before, String after) {
		List<Change> changes = DiffUtils.diff(before.lines().toList(), after.lines().toList())
			.getDeltas()
			.stream()
			.map(delta -> new Change("", whole(delta.getSource().getLines()), whole(delta.getTarget().getLines())))
			.toList();
		return changes.isEmpty() ? List.of() : List.of(new Difference(Kind.CHANGED, path, "", "", changes));
	}

	private static @Nullable String whole(List<String> lines) {
		return lines.isEmpty() ? null : String.join("\n", lines);
	}

	private static String text(byte[] content) {
		return new String(content, StandardCharsets.UTF_8);
	}

}
