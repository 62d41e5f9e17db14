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

import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.casefile.CaseSignatures;
import cn.ecopark.casefile.CaseSignatures.Signature;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.UndoneSteps;
import cn.ecopark.casefile.UndoneSteps.Undone;
import cn.ecopark.officialdocument.IssueOrder.Place;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.manuscript.Facts;

/** 审批单: how a case has been handled so far, on one sheet, for whoever handles it. */
@Component
public class ApprovalSheet {

	private final CaseAccess access;

	private final Opinions opinions;

	private final Composer composer;

	private final Sources facts;

	private final CaseTime time;

	private final UndoneSteps undone;

	private final ObjectProvider<CaseSignatures> signatures;

	ApprovalSheet(CaseAccess access, Opinions opinions, Composer composer, Sources facts, CaseTime time,
			UndoneSteps undone, ObjectProvider<CaseSignatures> signatures) {
		this.signatures = signatures;
		this.access = access;
		this.opinions = opinions;
		this.composer = composer;
		this.facts = facts;
		this.time = time;
		this.undone = undone;
	}

	/** Where it learns what it says. */
	@Component
	record Sources(ObjectProvider<FactSource> sources, ObjectProvider<CaseOfficialDocuments> documents,
			OfficialWords naming, RulePacks packs) {
	}

	/**
	 * @return the sheet as PDF, with the opinions that this reader may read
	 * @throws cn.ecopark.casefile.CaseRefusals.CaseNotFound when there is no such case
	 * @throws NotYourCase when it is of another province or panel, or the reader is the
	 * park, for whom the sheet is not
	 */
	public byte[] of(String caseId, Actor reader) {
		EcoCase ecoCase = this.access.read(reader, caseId);
		if (reader.unitKind() == UnitKind.PARK) {
			throw new NotYourCase();
		}
		String kind = this.facts.packs().get(ecoCase.release()).document(DocumentKind.Use.APPROVAL_SHEET).key();
		IssueOrder order = new IssueOrder(ecoCase.release(), kind,
				new Place(caseId, caseId, "", 0, Units.OFFICE, Subject.ofCase(caseId)), null, List.of(),
				this.time.today(), null, told -> {
				});
		Facts told = Facts.empty();
		this.facts.sources().orderedStream().forEach(source -> source.tell(order, told));
		tellConclusion(order, ecoCase, reader, told);
		tellHandling(order, caseId, reader, told);
		return this.composer.compose(kind, ecoCase.release(), told, new Imprint("", this.time.today(), List.of(), null))
			.pdf();
	}

	/** What the case has ended with, and the document that says so. */
	private void tellConclusion(IssueOrder order, EcoCase ecoCase, Actor reader, Facts told) {
		String result = ecoCase.result();
		if (result == null) {
			return;
		}
		String label = this.facts.naming().outcome(result, order);
		told.text("conclusion",
				this.facts.documents()
					.orderedStream()
					.flatMap(source -> source.of(ecoCase.id(), reader).stream())
					.filter(document -> document.number() != null
							&& document.standing() == CaseOfficialDocuments.Standing.HOLDS)
					.max(Comparator.comparing(CaseOfficialDocuments.Issued::on))
					.map(document -> this.facts.naming()
						.word("officialdocument.fact.concluded", label, document.title(),
								String.valueOf(document.number()), Facts.day(document.on())))
					.orElse(label));
	}

	private void tellHandling(IssueOrder order, String caseId, Actor reader, Facts told) {
		List<Opinion> readable = this.opinions.of(caseId)
			.stream()
			.filter(opinion -> this.access.mayRead(reader, opinion))
			.toList();
		told.text("proposal",
				readable.stream()
					.filter(opinion -> opinion.author().unitId().equals(Units.OFFICE))
					.map(opinion -> words(opinion, order))
					.findFirst()
					.orElse(this.facts.naming().word("officialdocument.fact.nothing-proposed")));
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

	private Map<String, String> row(Signature signature) {
		OfficialWords naming = this.facts.naming();
		String opinion = signature.opinion().isBlank() ? signature.choice()
				: signature.choice() + "：" + signature.opinion().replaceAll("。$", "");
		return row(naming.word("officialdocument.fact.signed-in", signature.step(), signature.round()),
				signature.unit(), signature.signer(),
				naming.word("officialdocument.fact.signed-text", opinion, signature.text()), signature.at());
	}

	private Map<String, String> row(Undone undone) {
		return row(undone.stepName(), undone.who(), "",
				this.facts.naming().word(undone.message(), undone.arguments().toArray()), undone.left());
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
		String outcome = this.facts.naming().outcome(opinion.outcome(), order);
		return opinion.text().isBlank() ? outcome : outcome + "：" + opinion.text();
	}

}
