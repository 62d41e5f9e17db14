package cn.ecopark.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.officialdocument.FactSource;
import cn.ecopark.officialdocument.IssueOrder;
import cn.ecopark.officialdocument.OfficialWords;
import cn.ecopark.rulepack.LifeStep;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.typesetting.manuscript.Facts;
import cn.ecopark.worklist.StatedFacts;

/**
 * What a joint document says of the parks it names, and what the Office drafted for it.
 */
@Component
@Order(4)
class BatchFacts implements FactSource {

	private final Batches batches;

	private final BatchItems items;

	private final Cases cases;

	private final JointText text;

	private final JointStandards standards;

	private final OfficialWords naming;

	private final StatedFacts stated;

	private final Opinions opinions;

	BatchFacts(Batches batches, BatchItems items, Cases cases, JointText text, JointStandards standards,
			OfficialWords naming, StatedFacts stated, Opinions opinions) {
		this.opinions = opinions;
		this.batches = batches;
		this.items = items;
		this.cases = cases;
		this.text = text;
		this.standards = standards;
		this.naming = naming;
		this.stated = stated;
	}

	@Override
	public void tell(IssueOrder order, Facts facts) {
		Optional<Batch> batch = this.batches.find(order.place().dossierId());
		if (batch.isPresent()) {
			List<EcoCase> inBatch = this.items.named(batch.get().id())
				.stream()
				.map(item -> this.cases.get(item.caseId()))
				.toList();
			tellParks(inBatch, order, facts);
			tellRecord(inBatch, order, facts);
			this.text.drafted(batch.get().id()).ifPresent(draft -> tellDraft(batch.get().id(), draft, facts));
			order.bodies()
				.stream()
				.findFirst()
				.ifPresent(lead -> facts.text("printer",
						this.naming.unit(lead, order) + this.naming.pack(order).setting("printedBy").value()));
		}
	}

	private void tellParks(List<EcoCase> cases, IssueOrder order, Facts facts) {
		facts.table("parks", cases.stream().map(ecoCase -> row(ecoCase, order)).toList())
			.text("parksTitle", OfficialWords.several(cases.stream().map(ecoCase -> ecoCase.park().name()).toList()))
			.text("standards",
					joined(cases.stream().map(ecoCase -> this.naming.standard(standard(ecoCase, order), order))))
			.text("addressee", joined(cases.stream().map(ecoCase -> this.naming.unit(ecoCase.park().unitId(), order))))
			.text("letters",
					joined(cases.stream()
						.map(ecoCase -> this.naming.kindOf(ecoCase).documents().letterOf(ecoCase.park().name()))))
			.text("copies", joined(cases.stream().map(ecoCase -> this.naming.departments(ecoCase, order))));
	}

	/** Only what is on record for every park is said of all of them. */
	private void tellRecord(List<EcoCase> cases, IssueOrder order, Facts facts) {
		RulePack pack = this.naming.pack(order);
		facts.text("stagesPassed", joined(pack.life()
			.stream()
			.map(LifeStep::stage)
			.filter(stage -> !cases.isEmpty() && cases.stream().allMatch(ecoCase -> hasPassed(ecoCase, stage, pack)))
			.map(pack::stageLabel)));
		if (!cases.isEmpty()
				&& cases.stream().noneMatch(ecoCase -> this.stated.of(ecoCase.id()).lacks("standardMet"))) {
			facts.text("standardMet", this.naming.word("officialdocument.fact.yes"));
		}
	}

	/** The last conclusion of the stage counts; votes are none. */
	private boolean hasPassed(EcoCase ecoCase, String stage, RulePack pack) {
		return this.opinions.of(ecoCase.id())
			.stream()
			.filter(opinion -> opinion.step().stage().equals(stage) && !opinion.secret())
			.map(opinion -> pack.outcome(opinion.outcome()).marks())
			.filter(marks -> marks.passes() || marks.adverse())
			.findFirst()
			.filter(OutcomeKind.Marks::passes)
			.isPresent();
	}

	private Map<String, String> row(EcoCase ecoCase, IssueOrder order) {
		Map<String, String> row = new LinkedHashMap<>();
		row.put("name", ecoCase.park().name());
		row.put("province", this.naming.province(ecoCase.park().provinceCode()));
		row.put("kind", this.naming.word("park.kind." + ecoCase.park().kind()));
		row.put("standard", this.naming.standard(standard(ecoCase, order), order));
		return row;
	}

	private @Nullable String standard(EcoCase ecoCase, IssueOrder order) {
		return this.standards.of(order.place().dossierId(), ecoCase);
	}

	private void tellDraft(String batchId, Opinion draft, Facts facts) {
		facts.list("requirements", draft.field("requirements").lines().filter(line -> !line.isBlank()).toList())
			.text("overview", draft.field("overview"))
			.text("draftTitle", this.text.following(batchId, draft.field("title")))
			.text("introduction", this.text.following(batchId, draft.field("introduction")));
		if (!draft.field("copies").isBlank()) {
			facts.text("copies",
					draft.field("copies").lines().reduce((first, second) -> first + "、" + second).orElse(""));
		}
	}

	private static String joined(Stream<String> words) {
		return String.join("、", words.filter(word -> !word.isBlank()).distinct().toList());
	}

}
