package cn.ecopark.rulepack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what is wrong in one pack and knows on which line each of its entries stands. A
 * contradiction is not told of an entry that could not be read: it would follow from that
 * alone.
 */
public final class PackFindings {

	/** More than that nobody reads; the rest is counted. */
	private static final int SHOWN = 300;

	/** A hostile pack must not fill the memory with findings. */
	private static final int KEPT = 5000;

	/** Deeper than any place that a pack has. */
	private static final int LEVELS = 20;

	private final List<PackFinding> found = new ArrayList<>();

	private final boolean kept;

	private int notKept;

	private final Map<String, Integer> lines = new HashMap<>();

	private final Set<String> unread = new HashSet<>();

	public PackFindings() {
		this(false);
	}

	private PackFindings(boolean kept) {
		this.kept = kept;
	}

	/** Of a release that stands in the database and is never changed any more. */
	static PackFindings ofKeptRelease() {
		return new PackFindings(true);
	}

	/**
	 * @return whether entries are let pass that releases of earlier programs had
	 */
	boolean allowsRetiredKeys() {
		return this.kept;
	}

	/** Remembers where an entry stands. */
	void stands(String file, String place, int line) {
		this.lines.putIfAbsent(path(file, place), line);
	}

	/** A whole file cannot be read. */
	public void unreadable(String file, int line, String key, Object... arguments) {
		this.unread.add(file);
		inFile(file, line, key, arguments);
	}

	/**
	 * An entry cannot be read.
	 * @param entry of which nothing else is told
	 */
	void misread(String file, String entry, int line, String place, String key, Object... arguments) {
		this.unread.add(path(file, entry));
		add(PackFinding.error(file, line, place, key, arguments));
	}

	/** An entry says what cannot be, alone or together with others. */
	public void contradiction(String file, String place, String key, Object... arguments) {
		if (reads(file, place)) {
			add(PackFinding.error(file, line(file, place), place, key, arguments));
		}
	}

	/**
	 * Something about a file as a whole, or about a line of a file that has no entries.
	 */
	public void inFile(String file, int line, String key, Object... arguments) {
		add(PackFinding.error(file, line, "", key, arguments));
	}

	/** What a module has found by itself. */
	public void add(PackFinding finding) {
		if (this.found.size() < KEPT) {
			this.found.add(finding);
		}
		else {
			this.notKept++;
		}
	}

	/**
	 * @return whether the file could be read, entry for entry or not
	 */
	public boolean reads(String file) {
		return !this.unread.contains(file);
	}

	/**
	 * @return whether that entry and all around it could be read
	 */
	public boolean reads(String file, String place) {
		return reads(file) && around(place).stream().noneMatch(entry -> this.unread.contains(path(file, entry)));
	}

	private int line(String file, String place) {
		return around(place).stream()
			.map(entry -> this.lines.get(path(file, entry)))
			.filter(line -> line != null)
			.findFirst()
			.orElse(1);
	}

	/** The place itself, then what it is part of; keys may hold dots themselves. */
	private static List<String> around(String place) {
		List<String> entries = new ArrayList<>(List.of(place));
		for (int dot = place.lastIndexOf('.'); dot > 0
				&& entries.size() < LEVELS; dot = place.lastIndexOf('.', dot - 1)) {
			entries.add(place.substring(0, dot));
		}
		return entries;
	}

	private static String path(String file, String place) {
		return file + "#" + place;
	}

	/** Findings of a drawing stand in the order of its flow already. */
	private static int lineOfData(PackFinding finding) {
		return finding.file().startsWith(PackFiles.DIAGRAMS) ? 0 : finding.line();
	}

	/**
	 * @return errors first, each file from top to bottom; of very many only the first,
	 * and how many there are beside them
	 */
	public List<PackFinding> all() {
		List<PackFinding> sorted = this.found.stream()
			.distinct()
			.sorted(Comparator.comparing(PackFinding::severity)
				.thenComparing(PackFinding::file)
				.thenComparing(PackFindings::lineOfData))
			.toList();
		if (sorted.size() <= SHOWN) {
			return sorted;
		}
		List<PackFinding> shown = new ArrayList<>(sorted.subList(0, SHOWN));
		shown.add(PackFinding.error("", 0, "", "pack.more", sorted.size() - SHOWN + this.notKept));
		return shown;
	}

}
