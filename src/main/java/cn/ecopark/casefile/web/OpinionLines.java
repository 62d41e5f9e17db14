package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.TakenBackOpinions;
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

	private final Hands hands;

	private final TakenBackOpinions takenBack;

	OpinionLines(Opinions opinions, CaseAccess access, Cases cases, CaseWords words, Texts texts, Hands hands,
			TakenBackOpinions takenBack) {
		this.takenBack = takenBack;
		this.hands = hands;
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

	List<OpinionLine> lines(List<Opinion> readable, Actor reader, RulePack pack, Locale locale) {
		Map<Long, List<String>> hands = this.hands.of(readable, reader, locale);
		return readable.stream()
			.map(opinion -> line(opinion, hands.getOrDefault(opinion.workItemId(), List.of()), pack, locale))
			.toList();
	}

	/**
	 * @return what was said in the case and taken back, as far as it could be read when
	 * it counted; newest first
	 */
	List<OpinionLine> takenBack(String caseId, Actor reader, RulePack pack, Locale locale) {
		return this.takenBack.of(caseId).stream().flatMap(fallen -> {
			Opinion opinion = this.opinions.get(fallen.opinionId());
			String how = this.texts.in(locale, "casefile.opinion.taken-back",
					LocalDate.ofInstant(fallen.at(), CaseTime.ZONE).toString(), fallen.reason());
			OpinionLine line = line(opinion, List.of(), pack, locale);
			return this.access.mayRead(reader, opinion)
					? Stream
						.of(line.fallen(this.texts.in(locale, "casefile.opinion.fallen", line.result().label()), how))
					: Stream.empty();
		}).toList();
	}

	private OpinionLine line(Opinion opinion, List<String> hands, RulePack pack, Locale locale) {
		return new OpinionLine(opinion.author().unitName(), opinion.author().personName(), opinion.step().name(),
				this.words.outcome(opinion.outcome(), pack, locale),
				LocalDateTime.ofInstant(opinion.at(), CaseTime.ZONE), opinion.text(),
				this.texts.in(locale, "casefile.audience." + opinion.readers()), hands);
	}

}
