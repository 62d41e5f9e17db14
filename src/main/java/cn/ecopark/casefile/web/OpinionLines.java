package cn.ecopark.casefile.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.OpinionLine;

/** The opinions of a case, batch or objection that a reader may read. */
@Component
class OpinionLines {

	private final Opinions opinions;

	private final CaseAccess access;

	private final Cases cases;

	private final CaseWords words;

	private final Texts texts;

	OpinionLines(Opinions opinions, CaseAccess access, Cases cases, CaseWords words, Texts texts) {
		this.opinions = opinions;
		this.access = access;
		this.cases = cases;
		this.words = words;
		this.texts = texts;
	}

	/**
	 * @return whether somebody who has to do with an objection may read its case as well
	 */
	boolean mayOpen(String caseId, Actor reader) {
		return this.access.mayRead(reader, this.cases.get(caseId));
	}

	/**
	 * @return newest first
	 */
	List<Opinion> readable(String dossierId, Actor reader) {
		return this.opinions.of(dossierId).stream().filter(opinion -> this.access.mayRead(reader, opinion)).toList();
	}

	OpinionLine line(Opinion opinion, RulePack pack, Locale locale) {
		return new OpinionLine(opinion.author().unitName(), opinion.author().personName(), opinion.step().name(),
				this.words.outcome(opinion.outcome(), pack, locale),
				LocalDateTime.ofInstant(opinion.at(), CaseTime.ZONE), opinion.text(),
				this.texts.in(locale, "casefile.audience." + opinion.audience().name()));
	}

}
