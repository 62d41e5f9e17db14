package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;

import cn.ecopark.signing.SealHolder;
import cn.ecopark.content.ContentStore;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.DocumentNumbers;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocument.IssuedFile;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.officialdocument.RegisterEntry;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.signing.SignInTurn;
import cn.ecopark.signing.SignInTurn.Signed;

/**
 * The public verifies documents in Chromium, at a desk and on a phone; the Office reads
 * its register; every page is accessible.
 */
class OfficialDocumentBrowserTest extends BrowserJourney {

	private static final List<OfficialDocument.Body> BODIES = List.of(new OfficialDocument.Body("MEE", "生态环境部"),
			new OfficialDocument.Body("MOFCOM", "商务部"), new OfficialDocument.Body("MOST", "科学技术部"));

	private static final LocalDate DAY = LocalDate.of(2018, 1, 2);

	private static final int[] WIDTHS = { 1280, 390 };

	@Autowired
	private OfficialDocuments documents;

	@Autowired
	private DocumentNumbers numbers;

	@Autowired
	private SignInTurn signing;

	@Autowired
	private ContentStore store;

	@Autowired
	private TransactionOperations transaction;

	@Test
	void everybodyVerifiesADocument() throws IOException {
		byte[] file = signed(VerificationCode.next());
		OfficialDocument document = issue(VerificationCode.next(), "关于批准某某园区为国家生态工业示范园区的通知（演示）", file);
		OfficialDocument next = replace(document, "关于批准某某园区为国家生态工业示范园区的通知（更正，演示）");
		VerificationCode own = VerificationCode.next();
		byte[] genuine = signed(own);
		OfficialDocument held = issue(own, "某某园区验收意见（演示）", genuine);
		for (int width : WIDTHS) {
			Page page = visitor(width, 900);
			page.navigate(world().address() + "/verify");
			look(page, "verify-blank-" + width);
			page.locator("#q").fill(held.code().text().toLowerCase(java.util.Locale.ROOT));
			page.locator("form[method=get] button").click();
			says(page, "真实", "verify-code-" + width);
			sends(page, genuine);
			says(page, "真实", "verify-file-" + width);
			genuine[genuine.length / 2] ^= 1;
			sends(page, genuine);
			says(page, "内容被改动", "verify-altered-" + width);
			genuine[genuine.length / 2] ^= 1;
			page.navigate(world().address() + "/verify/" + document.code());
			says(page, "已被替代", "verify-superseded-" + width);
			page.locator(".verdict a[href*='" + next.code() + "']").first().click();
			says(page, "真实", "verify-next-" + width);
			page.navigate(world().address() + "/verify?q=ABCD");
			says(page, "查无此件", "verify-unknown-" + width);
			page.context().close();
		}
	}

	@Test
	void theOfficeReadsItsRegister() throws IOException {
		OfficialDocument aside = issue(VerificationCode.next(), "关于某某园区的通知（作废，演示）", signed(VerificationCode.next()));
		this.documents.annul(aside.code(), "发文程序有误（演示）");
		issue(VerificationCode.next(), "关于某某园区考核验收的通知（演示）", signed(VerificationCode.next()));
		for (int width : WIDTHS) {
			Page page = desk("office.one", width, 900);
			page.navigate(world().address() + "/papers");
			look(page, "papers-" + width);
			page.locator("a[href='/papers/numbers']").click();
			page.locator("select#series").selectOption("示范园办");
			page.locator("#reason").fill("待领导小组会议（演示）");
			page.locator("section.question button").click();
			page.locator(".flash").waitFor();
			look(page, "papers-numbers-" + width);
			assertThat(page.locator("table").innerText()).contains("预留", "待领导小组会议（演示）");
			page.context().close();
		}
	}

	private OfficialDocument issue(VerificationCode code, String title, byte[] file) {
		return Objects.requireNonNull(this.transaction.execute(status -> {
			DocumentNumber number = this.numbers.take("环发", DAY, title, "b-1");
			return this.documents.register(toRegister(code, number, title, file));
		}));
	}

	private OfficialDocument replace(OfficialDocument document, String title) throws IOException {
		VerificationCode code = VerificationCode.next();
		return this.documents.supersede(document.code(), toRegister(code, document.number(), title, signed(code)),
				"附件有误，重印（演示）");
	}

	private RegisterEntry toRegister(VerificationCode code, @org.jspecify.annotations.Nullable DocumentNumber number,
			String title, byte[] file) {
		Content content = this.store.keep(file);
		return new RegisterEntry(code, number, "namingNotice", title, BODIES, DAY, "b-1",
				new IssuedFile(content.sha256(), content.size(), BODIES.size(), ReleaseId.of("2015-167.1"), "test/1",
						null),
				Audience.PUBLIC);
	}

	private byte[] signed(VerificationCode code) throws IOException {
		Signed signed = this.signing.sign(IssuedDocuments.pdf(),
				BODIES.stream().map(body -> new SealHolder(body.unitId(), body.name())).toList(), "印发公文", code.text(),
				Instant.parse("2018-01-02T02:00:00Z"));
		return signed.pdf();
	}

	/**
	 * The verdict on what was asked before is taken off, so that the next one is waited
	 * for.
	 */
	private static void sends(Page page, byte[] file) {
		page.evaluate("() => document.querySelectorAll('.verdict').forEach(earlier => earlier.remove())");
		page.locator("#file").setInputFiles(new FilePayload("公文.pdf", "application/pdf", file));
		page.locator("form[method=post][enctype] button").click();
	}

	private static void says(Page page, String word, String name) {
		PlaywrightAssertions.assertThat(page.locator(".verdict h2")).containsText(word);
		look(page, name);
	}

	private static void look(Page page, String name) {
		picture(page, name);
		isAccessible(page);
		fitsItsWidth(page);
	}

}
