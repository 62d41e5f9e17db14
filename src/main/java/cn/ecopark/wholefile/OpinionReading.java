package cn.ecopark.wholefile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Disclosure;
import cn.ecopark.casefile.FormAnswers;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.wholefile.CaseData.AnswerData;
import cn.ecopark.wholefile.CaseData.Named;
import cn.ecopark.wholefile.CaseData.OpinionData;

/** The opinions of a dossier that a reader may read. */
@Component
class OpinionReading {

	private final Opinions opinions;

	private final CaseAccess access;

	private final FormAnswers answers;

	private final Labels labels;

	OpinionReading(Opinions opinions, CaseAccess access, FormAnswers answers, Labels labels) {
		this.answers = answers;
		this.opinions = opinions;
		this.access = access;
		this.labels = labels;
	}

	/**
	 * @return the earliest first
	 */
	List<Opinion> of(String dossierId, Actor reader) {
		return this.opinions.of(dossierId)
			.stream()
			.filter(opinion -> this.access.mayRead(reader, opinion))
			.sorted(Comparator.comparing(Opinion::id))
			.toList();
	}

	/**
	 * @param fields those of the form that may be told
	 */
	OpinionData data(Opinion opinion, RulePack pack, Actor reader, Predicate<String> fields) {
		boolean whole = Disclosure.ofAnswers(reader, opinion);
		return new OpinionData(opinion.id(), this.labels.stage(pack, opinion.step().stage()), opinion.step().taskKey(),
				opinion.step().name(), this.labels.role(pack, opinion.author().role()), opinion.author().personName(),
				new Named(opinion.author().unitId(), opinion.author().unitName()),
				this.labels.outcome(pack, opinion.outcome()), opinion.text(),
				this.labels.code("casefile.audience.", opinion.readers()), opinion.at(),
				whole ? told(opinion, fields) : null, whole ? answers(opinion, fields) : List.of(),
				whole ? opinion.seenDocuments() : null);
	}

	private List<AnswerData> answers(Opinion opinion, Predicate<String> fields) {
		return this.answers.of(opinion, ArchiveWords.LOCALE)
			.stream()
			.filter(answer -> fields.test(answer.key()))
			.map(answer -> new AnswerData(answer.group(), answer.label(), answer.value()))
			.toList();
	}

	private static @Nullable Map<String, Object> told(Opinion opinion, Predicate<String> fields) {
		Map<String, Object> told = new TreeMap<>(opinion.fields());
		told.keySet().removeIf(fields.negate());
		return told.isEmpty() ? null : told;
	}

}
