package cn.ecopark.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.util.unit.DataSize;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.SampleFiles;
import cn.ecopark.TestDatabase;
import cn.ecopark.TestRegister;
import cn.ecopark.audit.AuditActor;
import cn.ecopark.audit.Subject;
import cn.ecopark.background.Attempt.LeftOff;
import cn.ecopark.background.WorkByHand;
import cn.ecopark.content.ContentStore;
import cn.ecopark.content.PostgresContentStore;
import cn.ecopark.content.WorkingCopies;
import cn.ecopark.dossier.DocumentRefusals.DocumentBeingChecked;
import cn.ecopark.dossier.DocumentRefusals.DocumentNotFound;
import cn.ecopark.dossier.DocumentRefusals.DocumentRefused;
import cn.ecopark.dossier.DocumentRefusals.EmptyFile;
import cn.ecopark.dossier.DocumentRefusals.FileTooLarge;
import cn.ecopark.dossier.DocumentRefusals.KindNotTaken;
import cn.ecopark.dossier.DocumentRefusals.NotYourDocument;
import cn.ecopark.dossier.DocumentRefusals.TypeNotAccepted;
import cn.ecopark.dossier.DocumentRefusals.WrongDossier;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.dossier.HandInDocument.Incoming;
import cn.ecopark.gate.FileType;
import cn.ecopark.gate.Gate;
import cn.ecopark.gate.Verdict;
import cn.ecopark.gate.Verdict.Finding;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.shared.RareMatters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class HandInDocumentTest {

	private static final String CASE = "case-1";

	private static final long TASK = 7;

	private static final Actor PARK = new Actor(1, "园区经办", "PARK-1", ShippedKinds.PARK, "320000",
			Set.of(MemberRole.STAFF));

	private static final Actor COLLEAGUE = new Actor(4, "园区同事", "PARK-1", ShippedKinds.PARK, "320000",
			Set.of(MemberRole.STAFF));

	private static final Actor PROVINCE = new Actor(2, "省厅经办", "320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY,
			"320000", Set.of(MemberRole.STAFF));

	private static final Actor STRANGER = new Actor(3, "外省经办", "330000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY,
			"330000", Set.of(MemberRole.STAFF));

	private AnnotationConfigApplicationContext context;

	private HandInDocument handInDocument;

	private Documents documents;

	private Audience audience = Audience.AUTHORITIES;

	private Duration patience = Duration.ofMinutes(1);

	private final CountDownLatch mayJudge = new CountDownLatch(1);

	private final AtomicInteger breakdowns = new AtomicInteger();

	private final AtomicInteger judging = new AtomicInteger();

	@BeforeEach
	void start() {
		start(TestDatabase.migrated());
	}

	private void restartWithPatience(Duration wanted) {
		DataSource database = this.context.getBean(DataSource.class);
		this.context.close();
		this.patience = wanted;
		start(database);
	}

	private void start(DataSource database) {
		TestRegister register = new TestRegister(JdbcClient.create(database)).unit("PARK-1", "PARK");
		List.of(PARK, COLLEAGUE, PROVINCE, STRANGER).forEach(actor -> register.person(actor.personId()));
		register.task(TASK, CASE, "PARK-1");
		this.context = new AnnotationConfigApplicationContext();
		this.context.registerBean(DataSource.class, () -> database);
		this.context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
		TestPropertyValues
			.of("ecopark.audit.key-file=target/audit-keys.properties", "ecopark.audit.make-key-file=true",
					"ecopark.audit.allow-owner=true")
			.applyTo(this.context);
		this.context.registerBean(PlatformTransactionManager.class, () -> {
			JdbcTransactionManager transactions = new JdbcTransactionManager(database);
			this.context.getBeanProvider(TransactionExecutionListener.class).forEach(transactions::addListener);
			return transactions;
		});
		this.context.registerBean(AuditActor.class, () -> () -> Optional.empty());
		this.context.registerBean(HandInSteps.class, Steps::new);
		this.context.registerBean(DossierAccess.class, ReadByItsProvince::new);
		this.context.getBeanFactory().setConversionService(new ApplicationConversionService());
		this.context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
		this.context.registerBean(Gate.class, Judge::new);
		this.context.registerBean(UploadLimits.class, () -> new UploadLimits(DataSize.ofMegabytes(100),
				Duration.ofDays(7), this.patience, Duration.ofMinutes(10)));
		this.context.registerBean(RulePacks.class, ShippedPacks::packs);
		this.context.register(PostgresContentStore.class, WorkingCopies.class, RareMatters.class, JdbcDocuments.class,
				UncheckedDocuments.class, TakenDocuments.class, DocumentJudge.class, HandInDocument.class,
				Passed.class);
		ClassPathBeanDefinitionScanner lowerModules = new ClassPathBeanDefinitionScanner(this.context);
		lowerModules.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.web\\..*")));
		lowerModules.scan("cn.ecopark.calendar", "cn.ecopark.audit", "cn.ecopark.background");
		this.context.refresh();
		this.handInDocument = this.context.getBean(HandInDocument.class);
		this.documents = this.context.getBean(Documents.class);
	}

	@AfterEach
	void stop() {
		this.mayJudge.countDown();
		this.context.close();
	}

	/**
	 * Takes all but what is called hostile; is slow or breaks down over what is called
	 * so.
	 */
	private Verdict judge(Path file, String name) {
		this.judging.incrementAndGet();
		try {
			if (name.startsWith("慢")) {
				this.mayJudge.await();
			}
			if (name.startsWith("坏") && this.breakdowns.getAndIncrement() < 3) {
				throw new IllegalStateException("The judge is out");
			}
			List<Finding> findings = name.startsWith("有害") ? List.of(new Finding("script", List.of("3"))) : List.of();
			return new Verdict(FileType.ofMediaType(type(name)).orElse(null), findings);
		}
		catch (InterruptedException stopped) {
			throw new IllegalStateException(stopped);
		}
	}

	private static String type(String name) {
		return Arrays.stream(FileType.values())
			.filter(type -> name.toLowerCase(Locale.ROOT).endsWith("." + type.name().toLowerCase(Locale.ROOT)))
			.map(FileType::mediaType)
			.findFirst()
			.orElseThrow();
	}

	@Test
	void numbersTheVersionsOfAKind() throws IOException {
		DocumentVersion first = handIn("constructionPlan", "规划.pdf", SampleFiles.pdf("一"), "s1");
		DocumentVersion second = handIn("constructionPlan", "规划（修改）.pdf", SampleFiles.pdf("二"), "s2");
		DocumentVersion other = handIn("supplement", "照片.png", png(), "s3");

		assertThat(List.of(first.number(), second.number(), other.number())).containsExactly(1, 2, 1);
		assertThat(this.documents.versions(CASE, PARK)).containsExactly(second, first, other);
		assertThat(this.documents.kindsOf(CASE, TASK)).containsExactly("constructionPlan", "supplement");
	}

	@Test
	void keepsADoublePostOnce() throws IOException {
		DocumentVersion first = handIn("supplement", "说明.pdf", SampleFiles.pdf("说明"), "s1");
		DocumentVersion again = handIn("supplement", "说明.pdf", SampleFiles.pdf("说明"), "s1");
		DocumentVersion anew = handIn("supplement", "说明.pdf", SampleFiles.pdf("说明"), "s2");

		assertThat(again).isEqualTo(first);
		assertThat(anew.number()).isEqualTo(2);
		assertThat(count("content")).isOne();
		assertThat(count("audit_entry WHERE action = 'document.handed-in'")).isEqualTo(2);
	}

	@Test
	void hidesDraftsFromOthersUntilTheTaskIsDone() throws IOException {
		DocumentVersion draft = handIn("constructionPlan", "规划.pdf", SampleFiles.pdf("一"), "s1");

		assertThat(draft.draft()).isTrue();
		assertThat(this.documents.versions(CASE, PROVINCE)).isEmpty();
		assertThat(this.documents.kindsOf(CASE, TASK + 1)).isEmpty();
		assertThat(this.documents.ofStep(CASE, TASK + 1).digests()).isEmpty();
		assertThatExceptionOfType(DocumentNotFound.class).isThrownBy(() -> this.documents.get(draft.id(), PROVINCE));

		this.documents.submit(TASK, PARK);

		assertThat(this.documents.get(draft.id(), PROVINCE).draft()).isFalse();
		assertThat(this.documents.versions(CASE, PROVINCE)).hasSize(1);
		assertThat(this.documents.kindsOf(CASE, TASK + 1)).containsExactly("constructionPlan");
		assertThat(this.documents.ofStep(CASE, TASK + 1).digests()).containsExactly(draft.sha256());
	}

	@Test
	void keepsNothingOfARefusedDocumentButNameAndReason() throws IOException {
		DocumentVersion good = handIn("constructionPlan", "规划.pdf", SampleFiles.pdf("一"), "s1");
		DocumentVersion bad = handIn("constructionPlan", "有害规划（新）.pdf", SampleFiles.pdf("新"), "s2");

		assertThat(this.documents.versions(CASE, PARK)).containsExactly(good);
		assertThat(this.documents.unsettled(TASK, PARK)).singleElement().satisfies(refused -> {
			assertThat(refused.refused()).isTrue();
			assertThat(refused.fileName()).isEqualTo("有害规划（新）.pdf");
			assertThat(refused.findings()).containsExactly(new Finding("script", List.of("3")));
		});
		assertThatExceptionOfType(DocumentRefused.class).isThrownBy(() -> this.documents.get(bad.id(), PARK));
		assertThat(this.context.getBean(ContentStore.class).find(bad.sha256())).isEmpty();
		assertThat(this.context.getBean(Passed.class).versions).containsExactly(good.id());
		assertThat(this.context.getBean(JdbcClient.class)
			.sql("SELECT details FROM audit_entry WHERE action = 'document.refused'")
			.query(String.class)
			.single()).contains("\"findings\":[\"script\"]", bad.sha256());
	}

	@Test
	void countsOnlyVersionsThatPassed() throws IOException {
		handIn("constructionPlan", "规划.pdf", SampleFiles.pdf("一"), "s1");
		handIn("constructionPlan", "有害规划.pdf", SampleFiles.pdf("二"), "s2");
		handIn("constructionPlan", "有害规划（又一）.pdf", SampleFiles.pdf("三"), "s3");

		assertThat(handIn("constructionPlan", "规划（改）.pdf", SampleFiles.pdf("四"), "s4").number()).isEqualTo(2);
		assertThat(this.documents.unsettled(TASK, PARK)).isEmpty();
	}

	@Test
	void keepsWhatARefusedDocumentHeldForOthersThatHoldTheSame() throws IOException {
		DocumentVersion good = handIn("constructionPlan", "规划.pdf", SampleFiles.pdf("一"), "s1");
		DocumentVersion bad = handIn("supplement", "有害.pdf", SampleFiles.pdf("一"), "s2");

		assertThatExceptionOfType(DocumentRefused.class).isThrownBy(() -> this.documents.get(bad.id(), PARK));
		assertThat(this.context.getBean(ContentStore.class).open(good.sha256())).hasBinaryContent(SampleFiles.pdf("一"));
	}

	@Test
	void letsNobodyElseOpenWhatIsBeingChecked() throws IOException {
		restartWithPatience(Duration.ZERO);
		DocumentVersion slow = handIn("constructionPlan", "慢规划.pdf", SampleFiles.pdf("新"), "s1");

		assertThat(this.documents.get(slow.id(), PARK)).isEqualTo(slow);
		assertThatExceptionOfType(DocumentBeingChecked.class)
			.isThrownBy(() -> this.documents.get(slow.id(), COLLEAGUE));
		assertThatExceptionOfType(DocumentNotFound.class).isThrownBy(() -> this.documents.get(slow.id(), PROVINCE));
		assertThat(this.documents.versions(CASE, PARK)).isEmpty();
		assertThat(this.documents.kindsOf(CASE, TASK)).isEmpty();
		assertThat(this.documents.ofStep(CASE, TASK).beingChecked()).containsExactly("constructionPlan");
		assertThat(this.documents.unsettled(TASK, COLLEAGUE)).singleElement()
			.satisfies(document -> assertThat(document.own() || document.refused()).isFalse());
		this.documents.submit(TASK, PARK);
		assertThat(this.documents.newest(CASE, "constructionPlan")).isEmpty();
	}

	@Test
	void takesUpWhatAnotherProcessLeftUnjudged() throws IOException {
		restartWithPatience(Duration.ZERO);
		DocumentVersion slow = handIn("constructionPlan", "慢规划.pdf", SampleFiles.pdf("新"), "s1");
		DataSource database = this.context.getBean(DataSource.class);
		this.context.close();
		this.mayJudge.countDown();

		start(database);

		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(this.documents.versions(CASE, PARK)).containsExactly(slow));
		assertThat(this.context.getBean(Passed.class).versions).containsExactly(slow.id());
	}

	@Test
	void givesADocumentBackThatCannotBeJudged() throws IOException {
		handIn("constructionPlan", "坏规划.pdf", SampleFiles.pdf("新"), "s1");
		JdbcClient jdbc = this.context.getBean(JdbcClient.class);

		assertThat(this.documents.ofStep(CASE, TASK).beingChecked()).containsExactly("constructionPlan");
		await().atMost(Duration.ofMinutes(1)).until(() -> {
			WorkByHand.endPauses(jdbc);
			return WorkByHand.waiting(jdbc) == 0;
		});

		assertThat(this.breakdowns).hasValue(3);
		assertThat(this.documents.unsettled(TASK, PARK)).singleElement()
			.satisfies(given -> assertThat(given.findings()).extracting(Finding::code).containsExactly("not-judged"));
	}

	@Test
	void locksNothingWhileAFileIsJudged() throws IOException {
		restartWithPatience(Duration.ZERO);
		DocumentVersion slow = handIn("constructionPlan", "慢规划.pdf", SampleFiles.pdf("新"), "s1");
		await().atMost(Duration.ofMinutes(1)).until(() -> this.judging.get() == 1);
		JdbcClient jdbc = this.context.getBean(JdbcClient.class);

		assertThat(jdbc.sql("SELECT id FROM document_version FOR UPDATE NOWAIT").query(Long.class).list())
			.containsExactly(slow.id());
		assertThat(jdbc.sql("""
				SELECT count(*) FROM pg_stat_activity
				 WHERE datname = current_database() AND state LIKE 'idle in transaction%'
				""").query(Long.class).single()).isZero();
	}

	/** One of them was believed dead: the first decides, the second finds it decided. */
	@Test
	void isDecidedOnceWhenTwoHaveJudgedIt() throws Exception {
		restartWithPatience(Duration.ZERO);
		DocumentVersion slow = handIn("constructionPlan", "慢规划.pdf", SampleFiles.pdf("新"), "s1");
		await().atMost(Duration.ofMinutes(1)).until(() -> this.judging.get() == 1);
		DocumentJudge judge = this.context.getBean(DocumentJudge.class);
		Thread other = new Thread(() -> {
			try {
				judge.carryOut(String.valueOf(slow.id()), () -> false);
			}
			catch (IOException failed) {
				throw new IllegalStateException(failed);
			}
		});
		other.start();
		await().atMost(Duration.ofMinutes(1)).until(() -> this.judging.get() == 2);

		this.mayJudge.countDown();
		other.join();
		JdbcClient jdbc = this.context.getBean(JdbcClient.class);
		await().atMost(Duration.ofMinutes(1)).until(() -> WorkByHand.waiting(jdbc) == 0);
		judge.giveUp(String.valueOf(slow.id()));

		assertThat(this.context.getBean(Passed.class).versions).containsExactly(slow.id());
		assertThat(this.documents.versions(CASE, PARK)).containsExactly(slow);
	}

	/** The process that judges may have ended together with the node. */
	@Test
	void refusesNothingWhileTheNodeEnds() throws Exception {
		restartWithPatience(Duration.ZERO);
		this.context.getBeansOfType(SmartLifecycle.class).values().forEach(SmartLifecycle::stop);
		DocumentVersion bad = handIn("constructionPlan", "有害.pdf", SampleFiles.pdf("新"), "s1");
		DocumentVersion good = handIn("supplement", "说明.pdf", SampleFiles.pdf("说明"), "s2");
		DocumentJudge judge = this.context.getBean(DocumentJudge.class);

		assertThatExceptionOfType(LeftOff.class).isThrownBy(() -> judge.carryOut(String.valueOf(bad.id()), () -> true));
		judge.carryOut(String.valueOf(good.id()), () -> true);

		assertThat(this.documents.ofStep(CASE, TASK).beingChecked()).containsExactly("constructionPlan");
		assertThat(this.documents.versions(CASE, PARK)).containsExactly(good);
	}

	@Test
	void takesARefusedDocumentOffTheListOnRequestOrWhenItIsReplaced() throws IOException {
		DocumentVersion first = handIn("constructionPlan", "有害规划.pdf", SampleFiles.pdf("新 1"), "s1");
		this.documents.dropRefused(first.id(), PARK);
		assertThat(this.documents.unsettled(TASK, PARK)).isEmpty();

		handIn("constructionPlan", "有害规划.pdf", SampleFiles.pdf("新 2"), "s2");
		DocumentVersion good = handIn("constructionPlan", "规划.pdf", SampleFiles.pdf("三"), "s3");
		assertThat(this.documents.unsettled(TASK, PARK)).isEmpty();
		assertThatExceptionOfType(DocumentNotFound.class).isThrownBy(() -> this.documents.dropRefused(good.id(), PARK));
	}

	@Test
	void refusesReadersOfOtherDossiers() throws IOException {
		DocumentVersion document = handIn("constructionPlan", "规划.pdf", SampleFiles.pdf("一"), "s1");
		this.documents.submit(TASK, PARK);

		assertThat(this.documents.versions(CASE, STRANGER)).isEmpty();
		assertThatExceptionOfType(NotYourDocument.class).isThrownBy(() -> this.documents.get(document.id(), STRANGER));
	}

	@Test
	void keepsWorkingDocumentsOfAuthoritiesFromThePark() throws IOException {
		DocumentVersion report = this.handInDocument.handIn(document("constructionPlan", "预审.pdf", "s1"),
				new ByteArrayInputStream(SampleFiles.pdf("预审")), PROVINCE);
		this.audience = Audience.PARK;
		DocumentVersion letter = this.handInDocument.handIn(document("supplement", "意见.pdf", "s2"),
				new ByteArrayInputStream(SampleFiles.pdf("意见")), PROVINCE);
		this.documents.submit(TASK, PROVINCE);

		assertThat(this.documents.versions(CASE, PARK)).extracting(DocumentVersion::id).containsExactly(letter.id());
		assertThatExceptionOfType(NotYourDocument.class).isThrownBy(() -> this.documents.get(report.id(), PARK));
	}

	/** There is one check of what a file holds, that of the gate. */
	@Test
	void leavesItToTheGateWhatAFileHolds() throws IOException {
		DocumentVersion text = handIn("supplement", "报告.DOCX", SampleFiles.program(), "s1");

		assertThat(text.mediaType()).endsWith("wordprocessingml.document");
		assertThat(this.judging).hasValue(1);
	}

	@Test
	void refusesWhatIsNotFitToBeKept() {
		assertThatExceptionOfType(TypeNotAccepted.class)
			.isThrownBy(() -> handIn("supplement", "规划.exe", SampleFiles.pdf("一"), "s2"));
		assertThatExceptionOfType(TypeNotAccepted.class)
			.isThrownBy(() -> handIn("supplement", "规划", SampleFiles.pdf("一"), "s3"));
		assertThatExceptionOfType(EmptyFile.class).isThrownBy(() -> handIn("supplement", "规划.pdf", new byte[0], "s4"));
		assertThatExceptionOfType(FileTooLarge.class).isThrownBy(() -> this.handInDocument
			.handIn(document("supplement", "规划.pdf", "s6"), SampleFiles.largePdf((100L << 20) + 1), PARK));

		assertThat(count("content")).isZero();
		assertThat(count("document_version")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "signedScan", "noSuchKind", "regionalEiaApproval|regionalEiaContract", "inventedKind" })
	void refusesKindsTheStepDoesNotTake(String kind) {
		assertThatExceptionOfType(KindNotTaken.class)
			.isThrownBy(() -> handIn(kind, "规划.pdf", SampleFiles.pdf("一"), "s1"));
	}

	@Test
	void refusesTypesThePackDoesNotAcceptForTheKind() {
		assertThatExceptionOfType(TypeNotAccepted.class)
			.isThrownBy(() -> handIn("constructionPlan", "规划.png", png(), "s1"))
			.satisfies(refusal -> assertThat(refusal.arguments()).containsExactly("建设规划", "PDF, DOCX"));
	}

	@Test
	void takesEitherOfTwoAlternatives() throws IOException {
		handIn("regionalEiaApproval", "批复.pdf", SampleFiles.pdf("批复"), "s1");
		handIn("regionalEiaContract", "合同.pdf", SampleFiles.pdf("合同"), "s2");

		assertThat(this.documents.kindsOf(CASE, TASK)).containsExactly("regionalEiaApproval", "regionalEiaContract");
	}

	@Test
	void refusesADocumentForAnotherDossier() {
		Incoming document = new Incoming("case-2", "supplement", "规划.pdf", TASK, "s1");

		assertThatExceptionOfType(WrongDossier.class)
			.isThrownBy(() -> this.handInDocument.handIn(document, InputStream.nullInputStream(), PARK));
	}

	@Test
	void takesTheNameOfAFileWithoutItsPath() {
		assertThat(FileName.of("C:\\资料\\..\\规划.pdf").value()).isEqualTo("规划.pdf");
		assertThat(FileName.of("../../etc/规划\r\n.pdf").value()).isEqualTo("规划.pdf");
		assertThat(FileName.of("规划\u202Efdp.exe").ending()).isEqualTo("exe");
		assertThat(FileName.of("长".repeat(300) + ".pdf").value()).hasSize(200).endsWith("长.pdf");
	}

	private DocumentVersion handIn(String kind, String name, byte[] bytes, String submission) throws IOException {
		return this.handInDocument.handIn(document(kind, name, submission), new ByteArrayInputStream(bytes), PARK);
	}

	private static Incoming document(String kind, String name, String submission) {
		return new Incoming(CASE, kind, name, TASK, submission);
	}

	private static byte[] png() {
		byte[] bytes = Arrays.copyOf(SampleFiles.PNG_HEAD, 32);
		System.arraycopy("IEND".getBytes(StandardCharsets.US_ASCII), 0, bytes, 20, 4);
		return bytes;
	}

	private long count(String table) {
		return this.context.getBean(JdbcClient.class).sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	/** One open task that takes a plan, one of two certificates and supplements. */
	private final class Steps implements HandInSteps {

		@Override
		public HandInStep requireOpen(long workItemId, Actor actor) {
			return lockOpen(workItemId, actor);
		}

		@Override
		public HandInStep lockOpen(long workItemId, Actor actor) {
			return get(workItemId);
		}

		@Override
		public HandInStep get(long workItemId) {
			return new HandInStep(workItemId, CASE, ShippedPacks.FIRST,
					List.of("constructionPlan", "regionalEiaApproval|regionalEiaContract"),
					List.of("supplement", "inventedKind"), HandInDocumentTest.this.audience, Subject.ofCase(CASE));
		}

	}

	/** Notes which documents have passed. */
	static final class Passed {

		private final List<Long> versions = new CopyOnWriteArrayList<>();

		@EventListener
		void on(DocumentHandedIn document) {
			this.versions.add(document.versionId());
		}

	}

	/** The park and its province read the case. */
	private static final class ReadByItsProvince implements DossierAccess {

		@Override
		public ReleaseId release(String dossierId) {
			return ShippedPacks.FIRST;
		}

		@Override
		public boolean knows(String dossierId) {
			return dossierId.equals(CASE);
		}

		@Override
		public boolean mayRead(Actor actor, String dossierId) {
			return "320000".equals(actor.areaCode());
		}

	}

	private final class Judge implements Gate {

		@Override
		public Verdict judge(Path file, String fileName) {
			return HandInDocumentTest.this.judge(file, fileName);
		}

		@Override
		public Verdict judgeForThePublic(Path file, String fileName) {
			throw new AssertionError("What is handed in is not the public's");
		}

	}

}
