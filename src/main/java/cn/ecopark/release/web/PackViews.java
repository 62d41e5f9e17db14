package cn.ecopark.release.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.release.PackDifferences;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.shared.Texts;

/** Says what is wrong in a pack, and what it says otherwise than another. */
@Component
public class PackViews {

	private final PackDifferences differences;

	private final ReleaseWords words;

	private final Texts texts;

	PackViews(PackDifferences differences, ReleaseWords words, Texts texts) {
		this.differences = differences;
		this.words = words;
		this.texts = texts;
	}

	/**
	 * @return what such a file is: data, a diagram, a form or a template
	 */
	public String file(String path, Locale locale) {
		return this.words.file(path, locale);
	}

	/**
	 * @param found errors first
	 */
	public List<ReleasePage.Finding> findings(List<PackFinding> found, Locale locale) {
		return found.stream().map(finding -> {
			String place = finding.line() > 0
					? this.texts.in(locale, "release.finding.line", finding.file(), String.valueOf(finding.line()))
					: finding.file();
			return new ReleasePage.Finding(this.words.severity(finding, locale),
					finding.place().isEmpty() ? place : place + " " + finding.place(),
					this.words.finding(finding, locale));
		}).toList();
	}

	/**
	 * @return what the later pack says otherwise, file by file
	 */
	public List<ReleasePage.FileChange> changes(PackFiles earlier, PackFiles later, Locale locale) {
		Map<String, List<ReleasePage.EntryChange>> byFile = new LinkedHashMap<>();
		for (PackDifferences.Difference difference : this.differences.between(earlier, later)) {
			byFile.computeIfAbsent(difference.file(), file -> new ArrayList<>())
				.add(new ReleasePage.EntryChange(this.words.kind(difference.kind(), locale), difference.entry(),
						difference.label(),
						difference.changes()
							.stream()
							.map(change -> new ReleasePage.ValueChange(
									change.property().isEmpty() ? "" : this.words.property(change.property(), locale),
									change.before(), change.after()))
							.toList()));
		}
		return byFile.entrySet()
			.stream()
			.map(file -> new ReleasePage.FileChange(file.getKey(), this.words.file(file.getKey(), locale),
					file.getValue()))
			.toList();
	}

}
