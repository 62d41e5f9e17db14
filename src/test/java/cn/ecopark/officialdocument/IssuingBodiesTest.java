package cn.ecopark.officialdocument;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.ModuleTest;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.officialdocument.Issue.PrintingDay;
import cn.ecopark.officialdocument.SealAndSign.Issuers;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.signing.PdfSignatures;
import cn.ecopark.signing.PlainPdfs;
import cn.ecopark.signing.SealHolder;
import cn.ecopark.signing.SignatureFinding;
import cn.ecopark.typesetting.Imprint;

import static org.assertj.core.api.Assertions.assertThat;

/** What bodies are called, and whose seal stands under them, at each level. */
@ModuleTest
@Import(DocumentStage.class)
@TestPropertySource(properties = { "ecopark.demonstration=true", "ecopark.public-address=https://papers.example.cn" })
class IssuingBodiesTest {

	private static final String OFFICE = "国家生态工业示范园区建设协调领导小组办公室";

	private static final LocalDate DAY = LocalDate.of(2019, 7, 5);

	@Autowired
	IssuingBodies bodies;

	@Autowired
	SealAndSign sealAndSign;

	@Autowired
	CaseTime time;

	@Test
	void aMinistryIssuesAsItselfUnderItsOwnSeal() {
		assertThat(this.bodies.of("MEE", level("ministry"), DAY))
			.isEqualTo(new IssuingBody("MEE", "生态环境部", new SealHolder("MEE", "生态环境部"), null));
	}

	@Test
	void itsGeneralOfficeHasANameAndASealOfItsOwn() {
		assertThat(this.bodies.of("MEE", level("generalOffice"), DAY))
			.isEqualTo(new IssuingBody("MEE", "生态环境部办公厅", new SealHolder("MEE-generalOffice", "生态环境部办公厅"), null));
		assertThat(this.bodies.of("MEE", level("generalOffice"), LocalDate.of(2018, 1, 8)).name())
			.isEqualTo("环境保护部办公厅");
	}

	@Test
	void theLeadingGroupsOfficeKeepsItsNameAndIsSealedByTheDepartmentOfTheDay() {
		assertThat(office(DAY)).isEqualTo(new IssuingBody("OFFICE", OFFICE,
				new SealHolder("MEE-leadingGroupOffice", "生态环境部科技与财务司"), "生态环境部科技与财务司代章"));
		assertThat(office(LocalDate.of(2018, 7, 31)).standIn()).isEqualTo("生态环境部科技标准司代章");
		assertThat(office(LocalDate.of(2018, 8, 1)).standIn()).isEqualTo("生态环境部科技与财务司代章");
	}

	@Test
	void whereNobodyStandsInOnThatDayItSealsByItself() {
		IssueLevel level = new IssueLevel("own", "办公室", "Office", "{body}",
				List.of(new IssueLevel.SubstituteSeal("MEE", "{body}", LocalDate.of(2020, 1, 1), null, "测试", false)),
				"测试", false);

		assertThat(this.bodies.of("OFFICE", level, DAY))
			.isEqualTo(new IssuingBody("OFFICE", OFFICE, new SealHolder("OFFICE", OFFICE), null));
		assertThat(this.bodies.of("OFFICE", level, LocalDate.of(2020, 1, 1)).seal())
			.isEqualTo(new SealHolder("MEE", "生态环境部"));
	}

	@Test
	void aReleaseThatDoesNotSayItGoesOnAsBefore() {
		OfficialDocumentKind old = old("acceptanceNote");

		assertThat(old.issue()).isEqualTo(Issue.UNSAID);
		assertThat(this.bodies.of("OFFICE", old.issue().level(), DAY))
			.isEqualTo(new IssuingBody("OFFICE", OFFICE, new SealHolder("OFFICE", OFFICE), null));
	}

	@Test
	void headingSealAndRegisterCallThemAlikeAndTheirHolderSigns() throws Exception {
		Issuers joint = new Issuers(List.of("MEE", "MOST", "MOFCOM"),
				new Issue(level("generalOffice"), List.of(), PrintingDay.PRINTING, "测试", false), DAY);
		Imprint imprint = this.sealAndSign.imprint(joint, DocumentNumber.of("环办科财函", 2019, 586),
				VerificationCode.next());

		assertThat(imprint.bodies()).extracting(Imprint.SigningBody::name)
			.containsExactly("生态环境部办公厅", "科学技术部办公厅", "商务部办公厅");
		assertThat(this.sealAndSign.named(joint)).extracting(OfficialDocument.Body::name)
			.containsExactly("生态环境部办公厅", "科学技术部办公厅", "商务部办公厅");
		assertThat(this.sealAndSign.named(joint)).extracting(OfficialDocument.Body::unitId)
			.containsExactly("MEE", "MOST", "MOFCOM");
		assertThat(imprint.printing()).isEqualTo(new Imprint.Printing(true, this.time.today()));
		assertThat(imprint.issuedOn()).isEqualTo(DAY);

		Issuers office = new Issuers(List.of("OFFICE"),
				new Issue(level("leadingGroupOffice"), List.of(), PrintingDay.NONE, "测试", false), DAY);
		byte[] signed = this.sealAndSign.sign(PlainPdfs.document(), office, null, VerificationCode.next()).pdf();
		assertThat(PdfSignatures.of(signed)).extracting(SignatureFinding::signer)
			.containsExactly(
					this.bodies.of("OFFICE", level("leadingGroupOffice"), this.time.today()).seal().name() + "（演示）");
		assertThat(this.sealAndSign.draft(office).printing().stated()).isFalse();
	}

	private IssuingBody office(LocalDate day) {
		return this.bodies.of("OFFICE", level("leadingGroupOffice"), day);
	}

	private static IssueLevel level(String key) {
		return OfficialDocumentKindReader.read(ShippedPacks.FIRST, PackFiles.shipped(ShippedPacks.FIRST.pack()))
			.stream()
			.map(OfficialDocumentKind::issue)
			.map(Issue::level)
			.filter(level -> level != null && level.key().equals(key))
			.findFirst()
			.orElseGet(() -> new IssueLevel(key, "办公厅", "General office", "{body}办公厅", List.of(), "测试", false));
	}

	/** As papers stood before there was such an entry. */
	private static OfficialDocumentKind old(String key) {
		Map<String, byte[]> files = new TreeMap<>(PackFiles.shipped(ShippedPacks.FIRST.pack()).all());
		files.computeIfPresent(OfficialDocumentKindReader.FILE,
				(name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
					.replaceAll("(?ms)^levels:.*?(?=^papers:)", "")
					.replaceAll("(?m)^    issuing: .*\n", "")
					.getBytes(StandardCharsets.UTF_8));
		return OfficialDocumentKindReader.read(ShippedPacks.FIRST, PackFiles.of(files))
			.stream()
			.filter(kind -> kind.key().equals(key))
			.findFirst()
			.orElseThrow();
	}

}
