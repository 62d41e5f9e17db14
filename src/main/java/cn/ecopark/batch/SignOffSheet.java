package cn.ecopark.batch;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.officialdocument.Composer;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.typesetting.Imprint;
import cn.ecopark.typesetting.manuscript.Facts;

/**
 * 发文稿纸: who drafted a joint document and who signed it, each with opinion, name, whole
 * date and the text that was signed (公文处理工作条例 22). Made when it is asked for.
 */
@Component
public class SignOffSheet {

	private final BatchAccess access;

	private final BatchItems items;

	private final JointDecisions decisions;

	private final JointText text;

	private final SignOffTable table;

	private final Composer composer;

	private final CaseTime time;

	private final RulePacks packs;

	SignOffSheet(BatchAccess access, BatchItems items, JointDecisions decisions, JointText text, SignOffTable table,
			Composer composer, CaseTime time, RulePacks packs) {
		this.packs = packs;
		this.access = access;
		this.items = items;
		this.decisions = decisions;
		this.text = text;
		this.table = table;
		this.composer = composer;
		this.time = time;
	}

	/**
	 * @return the sheet as PDF, with the signatures that this reader may read
	 * @throws BatchRefusals.BatchNotFound when there is no such batch
	 * @throws BatchRefusals.NotYourBatch when the reader may not read it
	 */
	public byte[] of(String batchId, Actor reader) {
		Batch batch = this.access.read(reader, batchId);
		Map<String, String> parks = this.items.of(batchId)
			.stream()
			.collect(Collectors.toMap(BatchItem::caseId, item -> item.park().name(), (one, other) -> one,
					LinkedHashMap::new));
		Facts facts = Facts.empty()
			.text("jointMatter", batch.title())
			.list("jointParks", List.copyOf(parks.values()))
			.table("signatures", this.table.rows(batch, reader, parks));
		this.text.drafted(batchId).ifPresent(draft -> tell(batchId, draft, facts));
		this.decisions.ofBatch(batchId)
			.ifPresent(document -> facts.text("jointNumber", document.number())
				.date("jointIssuedOn", document.issuedOn()));
		return this.composer
			.composeForReading(this.packs.get(batch.release()).document(DocumentKind.Use.SIGN_OFF_SHEET).key(),
					batch.release(), facts, new Imprint("", this.time.today(), List.of(), null))
			.pdf();
	}

	private void tell(String batchId, Opinion draft, Facts facts) {
		facts.text("draftTitle", this.text.following(batchId, draft.field("title")))
			.text("drafter", draft.author().unitName() + " " + draft.author().personName())
			.date("draftedOn", LocalDate.ofInstant(draft.at(), CaseTime.ZONE));
	}

}
