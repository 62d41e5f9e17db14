package cn.ecopark.wholefile.web;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;
import cn.ecopark.wholefile.CheckReport;
import cn.ecopark.wholefile.Exports;
import cn.ecopark.wholefile.Manifest;

/** Says what a check has found. */
@Component
class CheckPages {

	private static final int SHOWN = 500;

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final Exports exports;

	private final Texts texts;

	CheckPages(Exports exports, Texts texts) {
		this.exports = exports;
		this.texts = texts;
	}

	CheckPage.Result result(CheckReport report) {
		List<CheckReport.Finding> findings = new ArrayList<>(report.faults());
		report.findings()
			.stream()
			.filter(finding -> finding.state() == CheckReport.State.INTACT)
			.forEach(findings::add);
		return new CheckPage.Result(about(report.manifest()), report.isIntact(), findings.size(),
				report.faults().size(), this.exports.hasMade(report.manifestSha256()), report.manifestSha256(),
				findings.stream().limit(SHOWN).map(this::row).toList(), Math.max(findings.size() - SHOWN, 0));
	}

	private String about(Manifest manifest) {
		Manifest.Made made = manifest.made();
		return this.texts.text("wholefile.check.about", manifest.ecoCase().parkName(),
				Objects.requireNonNullElse(manifest.ecoCase().number(), manifest.ecoCase().id()), made.unit(),
				made.person(), MINUTE.format(LocalDateTime.ofInstant(made.at(), CaseTime.ZONE)));
	}

	private CheckPage.Row row(CheckReport.Finding finding) {
		return new CheckPage.Row(finding.path(), new Tag(this.texts.text("wholefile.check.state." + finding.state()),
				finding.state() == CheckReport.State.INTACT ? Tone.GOOD : Tone.BAD));
	}

}
