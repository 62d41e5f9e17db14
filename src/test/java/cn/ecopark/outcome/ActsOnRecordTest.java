package cn.ecopark.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.batch.Hindrances;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.CaseResult;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * A park stands where one body puts it, by a letter that holds and rests on what was said
 * before.
 */
class ActsOnRecordTest {

	private static final String CASE = "case";

	private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

	private final OfficialDocuments documents = mock(OfficialDocuments.class);

	private final Hindrances hindrances = mock(Hindrances.class);

	private final Cases cases = mock(Cases.class);

	private final RulePacks packs = ShippedPacks.packs();

	private final RulePack pack = this.packs.get(ShippedPacks.SECOND);

	private final CaseResult end = this.pack.results()
		.stream()
		.filter(result -> !result.act().joint())
		.findFirst()
		.orElseThrow();

	private final String letter = this.end.act().name();

	private final EcoCase creation = opened(this.end.process());

	private final ActsOnRecord acts = new ActsOnRecord(this.cases, this.packs, mock(BatchFlow.class), this.documents,
			this.hindrances);

	@BeforeEach
	void nothingIsHindered() {
		when(this.hindrances.among(any(), any())).thenReturn(Map.of());
		when(this.cases.get(CASE)).thenReturn(this.creation);
	}

	@Test
	void citesTheLetterThatHolds() {
		issued(letter(this.letter, "生态园省审〔2026〕1号", OfficialDocument.State.ISSUED));

		ActsOnRecord.Cited cited = this.acts.require(this.creation, Optional.of(this.end));

		assertThat(cited.number()).isEqualTo("生态园省审〔2026〕1号");
		assertThat(cited.issuedOn()).isEqualTo(DAY);
		assertThat(cited.joint()).isEmpty();
		assertThat(this.acts.decidedBy(CASE)).contains("生态园省审〔2026〕1号");
	}

	@Test
	void knowsNoActWithoutALetter() {
		issued();

		refused("effect-without-paper");
		assertThat(this.acts.decidedBy(CASE)).isEmpty();
	}

	@Test
	void takesNoOtherLetterForIt() {
		issued(letter("submissionReceipt", "生态园省审〔2026〕1号", OfficialDocument.State.ISSUED));

		refused("effect-without-paper");
		assertThat(this.acts.decidedBy(CASE)).isEmpty();
	}

	@Test
	void takesNoneThatWasPutAside() {
		issued(letter(this.letter, "生态园省审〔2026〕1号", OfficialDocument.State.VOIDED));

		refused("effect-without-paper");
		assertThat(this.acts.decidedBy(CASE)).isEmpty();
	}

	@Test
	void takesNoneWithoutANumber() {
		issued(letter(this.letter, null, OfficialDocument.State.ISSUED));

		refused("effect-without-paper");
	}

	@Test
	void asksWhatTheLetterRestsOn() {
		issued(letter(this.letter, "生态园省审〔2026〕1号", OfficialDocument.State.ISSUED));
		when(this.hindrances.among(eq(this.letter), any()))
			.thenReturn(Map.of(CASE, LegalRefusal.ofProcedure("not-on-record", "某园区", "省级同意的意见")));

		refused("not-on-record");
	}

	@Test
	void decidesNothingInACaseThatIsDecidedJointly() {
		when(this.cases.get(CASE)).thenReturn(opened("award"));
		issued(letter(this.letter, "生态园省审〔2026〕1号", OfficialDocument.State.ISSUED));

		assertThat(this.acts.decidedBy(CASE)).isEmpty();
	}

	private void refused(String rule) {
		assertThatThrownBy(() -> this.acts.require(this.creation, Optional.of(this.end)))
			.isInstanceOfSatisfying(LegalRefusal.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

	private void issued(OfficialDocument... all) {
		when(this.documents.ofDossier(CASE)).thenReturn(List.of(all));
	}

	private static OfficialDocument letter(String kind, @Nullable String number, OfficialDocument.State state) {
		return new OfficialDocument(VerificationCode.next(), number == null ? null : DocumentNumber.of(number), kind,
				"函", List.of(), DAY, CASE,
				new OfficialDocument.IssuedFile("", 1, 0, new ReleaseId("2026-4", 1), "", null), Audience.PARK,
				new OfficialDocument.Standing(state, "", null));
	}

	private static EcoCase opened(String process) {
		return new EcoCase(CASE, process, ShippedPacks.SECOND,
				new EcoCase.ParkOfCase(1, "某园区", "COMPREHENSIVE", "PARK-1", "320000", null), null, null,
				CaseStatus.OPEN, null, null, Instant.EPOCH, null, null, null, 0);
	}

}
