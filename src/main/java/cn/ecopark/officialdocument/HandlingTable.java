package cn.ecopark.officialdocument;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseSignatures;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.UndoneSteps;
import cn.ecopark.casefile.UndoneSteps.Undone;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Units;
import cn.ecopark.typesetting.manuscript.Facts;

/** How a case has been handled, step by step, as far as the reader may know it. */
@Component
class HandlingTable {

	private final CaseAccess access;

	private final Opinions opinions;

	private final UndoneSteps undone;

	private final ObjectProvider<CaseSignatures> signatures;

	private final OfficialWords naming;

	HandlingTable(CaseAccess access, Opinions opinions, UndoneSteps undone, ObjectProvider<CaseSignatures> signatures,
			OfficialWords naming) {
		this.access = access;
		this.opinions = opinions;
		this.undone = undone;
		this.signatures = signatures;
		this.naming = naming;
	}

	/** Tells what the Office proposed, and every step that is behind the case. */
	void tell(IssueOrder order, String caseId, Actor reader, Facts told) {
		List<Opinion> readable = this.opinions.of(caseId)
			.stream()
			.filter(opinion -> this.access.mayRead(reader, opinion))
			.toList();
		told.text("proposal",
				readable.stream()
					.filter(opinion -> opinion.author().unitId().equals(Units.OFFICE))
					.map(opinion -> words(opinion, order))
					.findFirst()
					.orElse(this.naming.word("officialdocument.fact.nothing-proposed")));
		List<Opinion> oldestFirst = new ArrayList<>(readable);
		Collections.reverse(oldestFirst);
		told.table("stages", Stream
			.of(oldestFirst.stream().map(opinion -> new Handled(opinion.at(), row(opinion, order))),
					this.undone.of(caseId, reader).stream().map(undone -> new Handled(undone.left(), row(undone))),
					signed(caseId, reader))
			.flatMap(Function.identity())
			.sorted(Comparator.comparing(Handled::at))
			.map(Handled::row)
			.toList());
	}

	/** What several bodies have signed, each with opinion, name and whole date. */
	private Stream<Handled> signed(String caseId, Actor reader) {
		return this.signatures.orderedStream()
			.flatMap(source -> source.of(caseId, reader, Locale.SIMPLIFIED_CHINESE).stream())
			.map(signature -> new Handled(signature.at(), row(signature)));
	}

	/** A row of the table, and when it came about. */
	private record Handled(Instant at, Map<String, String> row) {
	}

	private Map<String, String> row(CaseSignatures.Signature signature) {
		OfficialWords naming = this.naming;
		String opinion = signature.opinion().isBlank() ? signature.choice()
				: signature.choice() + "：" + signature.opinion().replaceAll("。$", "");
		return row(naming.word("officialdocument.fact.signed-in", signature.step(), signature.round()),
				signature.unit(), signature.signer(),
				naming.word("officialdocument.fact.signed-text", opinion, signature.text()), signature.at());
	}

	private Map<String, String> row(Undone undone) {
		return row(undone.stepName(), undone.who(), "",
				this.naming.word(undone.message(), undone.arguments().toArray()), undone.left());
	}

	private Map<String, String> row(Opinion opinion, IssueOrder order) {
		return row(opinion.step().name(), opinion.author().unitName(), opinion.author().personName(),
				words(opinion, order), opinion.at());
	}

	private static Map<String, String> row(String step, String unit, String person, String opinion, Instant at) {
		LocalDate day = LocalDate.ofInstant(at, CaseTime.ZONE);
		Map<String, String> row = new LinkedHashMap<>();
		row.put("step", step);
		row.put("unit", unit);
		row.put("person", person);
		row.put("opinion", opinion);
		row.put("day", "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
		return row;
	}

	private String words(Opinion opinion, IssueOrder order) {
		String outcome = this.naming.outcome(opinion.outcome(), order);
		return opinion.text().isBlank() ? outcome : outcome + "：" + opinion.text();
	}

}
