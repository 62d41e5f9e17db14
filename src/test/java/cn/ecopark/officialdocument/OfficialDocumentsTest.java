package cn.ecopark.officialdocument;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import org.springframework.modulith.test.PublishedEvents;
import cn.ecopark.ModuleTest;
import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.officialdocument.NumberRefusals.FirstNumberFixed;
import cn.ecopark.officialdocument.NumberRefusals.NotYourRegister;
import cn.ecopark.officialdocument.NumberRefusals.NumberNotVoidable;
import cn.ecopark.officialdocument.NumberRefusals.NumberReasonMissing;
import cn.ecopark.officialdocument.OfficialDocument.IssuedFile;
import cn.ecopark.officialdocument.OfficialDocument.State;
import cn.ecopark.officialdocument.RegisterRefusals.NumberNotForDocument;
import cn.ecopark.officialdocument.RegisterRefusals.OfficialDocumentPutAside;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@ModuleTest
@Import(DocumentStage.class)
class OfficialDocumentsTest {

	private static final LocalDate DAY = LocalDate.of(2017, 3, 1);

	@Autowired
	OfficialDocuments documents;

	@Autowired
	DocumentNumbers numbers;

	@Autowired
	KeepNumbers keep;

	@Autowired
	TransactionOperations transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Audit audit;

	final Actor office = new Actor(1, "周明远", "OFFICE", ShippedKinds.OFFICE, null, java.util.Set.of(MemberRole.STAFF));

	final Actor administrator = new Actor(2, "管理员", "ADMINISTRATION", ShippedKinds.ADMINISTRATION, null,
			java.util.Set.of(MemberRole.SYSTEM_ADMIN));

	@Nullable DocumentNumber taken;

	@BeforeEach
	void takeANumber() {
		this.taken = this.transaction.execute(status -> this.numbers.take("环发", DAY, "通知", "b-1"));
	}

	@Test
	void keepsADocumentWithItsBodiesAsTheyAreNamed() {
		OfficialDocument document = this.documents.register(document(this.taken));

		assertThat(document.bodyNames()).containsExactly("生态环境部", "商务部");
		assertThat(this.documents.byCode(document.code())).contains(document);
		assertThat(this.documents.byDigest(document.file().sha256())).contains(document);
		assertThat(this.documents.byNumber(number())).containsExactly(document);
		assertThat(this.documents.ofDossier(document.dossierId())).containsExactly(document);
		assertThat(entries(document)).containsExactly("paper.registered");
	}

	@Test
	void tellsOtherModulesWhatBecomesOfDocuments(PublishedEvents events) {
		OfficialDocument first = this.documents.register(document(this.taken));
		OfficialDocument second = this.documents.supersede(first.code(), document(this.taken), "附件有误，重印");
		this.documents.annul(second.code(), "发文程序有误");

		assertThat(events.ofType(OfficialDocumentIssued.class)).extracting(OfficialDocumentIssued::code)
			.containsExactly(first.code().text(), second.code().text());
		assertThat(events.ofType(OfficialDocumentSuperseded.class))
			.extracting(OfficialDocumentSuperseded::code, OfficialDocumentSuperseded::replacedBy)
			.containsExactly(tuple(first.code().text(), second.code().text()));
		assertThat(events.ofType(OfficialDocumentVoided.class))
			.extracting(OfficialDocumentVoided::code, OfficialDocumentVoided::reason)
			.containsExactly(tuple(second.code().text(), "发文程序有误"));
	}

	@Test
	void putsADocumentAsideForAnotherOfTheSameNumber() {
		OfficialDocument first = this.documents.register(document(this.taken));

		OfficialDocument second = this.documents.supersede(first.code(), document(this.taken), "附件有误，重印");

		OfficialDocument aside = this.documents.byCode(first.code()).orElseThrow();
		assertThat(aside.standing().state()).isEqualTo(State.SUPERSEDED);
		assertThat(aside.standing().replacedBy()).isEqualTo(second.code());
		assertThat(this.documents.byNumber(number())).extracting(OfficialDocument::code)
			.containsExactly(second.code(), first.code());
		assertThat(entries(first)).contains("paper.superseded");
		assertThatThrownBy(() -> this.documents.annul(first.code(), "再作废一次"))
			.isInstanceOf(OfficialDocumentPutAside.class);
	}

	@Test
	void voidsANumberWithItsDocument() {
		OfficialDocument document = this.documents.register(document(this.taken));
		assertThatThrownBy(() -> this.keep.annul(number(), "不用了", this.office)).isInstanceOf(NumberNotVoidable.class);

		this.documents.annul(document.code(), "发文程序有误");

		assertThat(this.documents.byCode(document.code()).orElseThrow().standing().state()).isEqualTo(State.VOIDED);
		assertThat(this.numbers.get(number()).state()).isEqualTo(TakenNumber.State.VOIDED);
		assertThatThrownBy(() -> this.documents.register(document(this.taken)))
			.isInstanceOf(NumberNotForDocument.class);
	}

	@Test
	void refusesANumberThatStandsOnAnotherDocument() {
		this.documents.register(document(this.taken));

		assertThatThrownBy(() -> this.documents.register(document(this.taken)))
			.isInstanceOf(NumberNotForDocument.class);
	}

	@Test
	void changesNothingThatWasIssued() {
		OfficialDocument document = this.documents.register(document(this.taken));
		this.documents.annul(document.code(), "发文程序有误");

		for (String change : List.of("UPDATE official_paper SET title = '别的'", "DELETE FROM official_paper_body",
				"DELETE FROM official_paper", "TRUNCATE official_paper CASCADE",
				"UPDATE official_paper_body SET name = '别的'",
				"UPDATE official_paper SET state = 'ISSUED', state_reason = '', state_at = NULL")) {
			assertThatThrownBy(() -> this.jdbc.sql(change).update()).as(change).isInstanceOf(DataAccessException.class);
		}
	}

	@Test
	void letsTheOfficeReserveAndVoidWithAReason() {
		DocumentNumber reserved = this.keep.reserve("科财函", "待领导小组会议", this.office);

		assertThat(this.numbers.get(reserved).state()).isEqualTo(TakenNumber.State.RESERVED);
		assertThatThrownBy(() -> this.documents.register(document(reserved))).isInstanceOf(NumberNotForDocument.class);
		this.keep.annul(reserved, "会议取消", this.office);
		assertThat(this.numbers.get(reserved)).extracting(TakenNumber::state, TakenNumber::voidReason)
			.containsExactly(TakenNumber.State.VOIDED, "会议取消");
		assertThatThrownBy(() -> this.keep.annul(reserved, "再作废", this.office)).isInstanceOf(NumberNotVoidable.class);
		assertThatThrownBy(() -> this.keep.reserve("科财函", " ", this.office)).isInstanceOf(NumberReasonMissing.class);
		assertThatThrownBy(() -> this.keep.reserve("科财函", "试一试", this.administrator))
			.isInstanceOf(NotYourRegister.class);
	}

	@Test
	void letsTheAdministratorSayOnceWhereTheCountBegins() {
		this.keep.beginAt("环办", 2016, 60, this.administrator);

		assertThatThrownBy(() -> this.keep.beginAt("环办", 2016, 61, this.administrator))
			.isInstanceOf(FirstNumberFixed.class);
		assertThatThrownBy(() -> this.keep.beginAt("环发", DAY.getYear(), 60, this.administrator))
			.isInstanceOf(FirstNumberFixed.class);
		assertThatThrownBy(() -> this.keep.beginAt("环办", 2015, 60, this.office)).isInstanceOf(NotYourRegister.class);
	}

	private DocumentNumber number() {
		return java.util.Objects.requireNonNull(this.taken);
	}

	private List<String> entries(OfficialDocument document) {
		return this.audit.entries(new Subject("paper:" + document.code().text()), Long.MAX_VALUE, 10)
			.stream()
			.map(AuditEntry::action)
			.toList();
	}

	static RegisterEntry document(@Nullable DocumentNumber number) {
		String digest = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
		return new RegisterEntry(VerificationCode.next(), number, "naming-notice", "关于批准的通知",
				List.of(new OfficialDocument.Body("MEE", "生态环境部"), new OfficialDocument.Body("MOFCOM", "商务部")), DAY,
				"b-" + digest.substring(0, 8),
				new IssuedFile(digest, 1000, 2, ReleaseId.of("2015-167.1"), "naming-notice/1", null), Audience.PUBLIC);
	}

}
