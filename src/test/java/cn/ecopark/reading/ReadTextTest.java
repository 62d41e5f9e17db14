package cn.ecopark.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import cn.ecopark.SampleFiles;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.gate.FileType;
import cn.ecopark.reading.ReadingQueue.ClaimEnded;
import cn.ecopark.reading.ReadingQueue.Claimed;
import cn.ecopark.reading.ReadingState.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReadTextTest {

	private final ReadingDesk desk = new ReadingDesk();

	@Test
	void readsEachPageAndNotesThoseWithoutText() {
		DocumentVersion paper = this.desk.read("constructionPlan", 1,
				SamplePdf.of(List.of("第一章 总论", "园区位于长江之滨。"), List.of(), List.of("第二章 现状分析")));

		assertThat(this.desk.texts.pages(paper.sha256())).extracting(PageText::text)
			.map(String::strip)
			.containsExactly("第一章 总论\n园区位于长江之滨。", "", "第二章 现状分析");
		assertThat(this.desk.texts.state(paper.sha256()))
			.hasValue(new ReadingState(paper.sha256(), State.READ, 3, 3, 1, null));
	}

	/** Pages are kept 25 at a time; nothing is left over for the last time. */
	@Test
	void countsAllPagesOfAPaperThatEndsWithALot() {
		DocumentVersion paper = this.desk.read("constructionPlan", 1, pdf(50));

		assertThat(this.desk.texts.state(paper.sha256()))
			.hasValue(new ReadingState(paper.sha256(), State.READ, 50, 50, 0, null));
	}

	@Test
	void readsTheSameContentOnce() {
		byte[] bytes = SamplePdf.of(List.of("总论"));
		this.desk.read("constructionPlan", 1, bytes);
		this.desk.read("supplement", 1, bytes);

		assertThat(this.desk.jdbc.sql("SELECT sum(attempts) FROM paper_text").query(Long.class).single()).isOne();
	}

	@Test
	void goesOnWhereItStoppedWhenTheApplicationEnded() {
		DocumentVersion paper = this.desk.handedIn("constructionPlan", 1, pdf(60), FileType.PDF);
		AtomicInteger asked = new AtomicInteger();
		this.desk.readText.next(() -> asked.incrementAndGet() > 40);

		assertThat(this.desk.texts.state(paper.sha256()))
			.hasValue(new ReadingState(paper.sha256(), State.WAITING, 60, 41, 0, null));

		asked.set(0);
		this.desk.readText.next(() -> asked.incrementAndGet() > 40);

		assertThat(asked).hasValue(19);
		assertThat(this.desk.texts.state(paper.sha256())).get().matches(ReadingState::isRead);
		assertThat(this.desk.texts.pages(paper.sha256())).hasSize(60);
	}

	@Test
	void isTakenByOneWorkerAtATimeAndByAnotherWhenThatOneIsGone() {
		this.desk.handedIn("constructionPlan", 1, pdf(2), FileType.PDF);
		Claimed first = this.desk.queue.claim(Duration.ofMinutes(1)).orElseThrow();

		assertThat(this.desk.queue.claim(Duration.ofMinutes(1))).isEmpty();

		this.desk.jdbc.sql("UPDATE paper_text SET due_at = now() - INTERVAL '1 second'").update();
		Claimed second = this.desk.queue.claim(Duration.ofMinutes(1)).orElseThrow();

		assertThat(second.attempts()).isEqualTo(2);
		assertThatExceptionOfType(ClaimEnded.class)
			.isThrownBy(() -> this.desk.queue.keep(first, List.of(new PageText(1, "迟到")), 2, Duration.ofMinutes(1)));
	}

	@Test
	void saysWhyAFileCannotBeRead() {
		DocumentVersion broken = this.desk.read("constructionPlan", 1, SampleFiles.program());

		assertThat(this.desk.texts.state(broken.sha256())).get()
			.returns(State.UNREADABLE, ReadingState::state)
			.returns("damaged", ReadingState::reason);
	}

	@Test
	void triesAgainSeveralTimesBeforeItGivesUp() {
		DocumentVersion lost = this.desk.handedIn("constructionPlan", 1, pdf(1), FileType.PDF);
		this.desk.lose();
		int tries = 0;
		while (this.desk.readText.next(() -> false)) {
			tries++;
			this.desk.jdbc.sql("UPDATE paper_text SET due_at = now() - INTERVAL '1 second'").update();
		}

		assertThat(tries).isEqualTo(4);
		assertThat(this.desk.texts.state(lost.sha256())).get().returns("failed", ReadingState::reason);
	}

	@Test
	void readsTheSectionsOfAWordFile() throws IOException {
		DocumentVersion paper = this.desk.handedIn("constructionPlan", 1, word("""
				<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
				<w:p><w:r><w:t>第一章</w:t></w:r><w:r><w:t xml:space="preserve"> 总论</w:t></w:r></w:p>
				<w:p><w:r><w:t>正文</w:t><w:br w:type="page"/></w:r></w:p>
				<w:p><w:r><w:t>第二章</w:t></w:r></w:p></w:body></w:document>
				"""), FileType.DOCX);
		this.desk.readAll();

		assertThat(this.desk.texts.pages(paper.sha256())).extracting(page -> page.text().strip())
			.containsExactly("第一章 总论\n正文", "第二章");
	}

	private static byte[] pdf(int pages) {
		return SamplePdf.of(Collections.nCopies(pages, List.of("工业用水重复利用率")));
	}

	private static byte[] word(String body) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("word/document.xml"));
			zip.write(body.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

}
