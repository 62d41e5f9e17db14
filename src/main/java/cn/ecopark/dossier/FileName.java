package cn.ecopark.dossier;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The name under which a file is kept and offered: no path, nothing invisible, not too
 * long.
 */
record FileName(String value) {

	private static final int LONGEST = 200;

	static FileName of(String given) {
		String name = Normalizer
			.normalize(given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1),
					Normalizer.Form.NFC)
			.replaceAll("[\\t\\x0B\\x{85}]", " ")
			// Control characters, and those that turn the direction of writing and so
			// hide an ending. Characters younger than this Java are kept: they may be
			// of somebody's name.
			.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{IsNoncharacter_Code_Point}]", "")
			.replaceAll("\\p{Co}", "_")
			.replaceAll("[<>:\"|?*]", "_")
			.replaceAll("[\\s\\p{Z}]+", " ")
			.strip();
		return new FileName(shortened(name));
	}

	/**
	 * @return the ending in lower case, without its dot; empty if there is none
	 */
	String ending() {
		int dot = this.value.lastIndexOf('.');
		return dot < 0 ? "" : this.value.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

	private static String shortened(String name) {
		if (name.codePointCount(0, name.length()) <= LONGEST) {
			return name;
		}
		int dot = name.lastIndexOf('.');
		String ending = dot >= 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
		return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
	}

}
