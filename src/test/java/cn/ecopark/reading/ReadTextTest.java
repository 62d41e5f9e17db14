package cn.ecopark.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import cn.ecopark.SampleFiles;
import cn.ecopark.background.WorkByHand;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.gate.FileType;
import cn.ecopark.reading.ReadingState.State;

import static org.assertj.core.api.Assertions.assertThat;

class ReadTextTest {

	private final ReadingDesk desk = new ReadingDesk();

	@Test
	void readsEachPageAndNotesThoseWithoutText() {
		DocumentVersion document = this.desk.read("constructionPlan", 1,
				SamplePdf.of(List.of("第一章 总论", "园区位于长江之滨。"), List.of(), List.of("第二章 现状分析")));

		assertThat(this.desk.texts.pages(document.sha256())).extracting(PageText::text)
			.map(String::strip)
			.containsExactly("第一章 总论\n园区位于长江之滨。", "", "第二章 现状分析");
		assertThat(this.desk.texts.state(document.sha256()))
			.hasValue(new ReadingState(document.sha256(), State.READ, 3, 3, 1, null));
	}

	/** Pages are kept 25 at a time; nothing is left over for the last time. */
	@Test
	void countsAllPagesOfADocumentThatEndsWithALot() {
		DocumentVersion document = this.desk.read("constructionPlan", 1, pdf(50));

		assertThat(this.desk.texts.state(document.sha256()))
			.hasValue(new ReadingState(document.sha256(), State.READ, 50, 50, 0, null));
	}

	@Test
	void isReadByTheWorkersOfANode() {
		DocumentVersion document = this.desk.handedIn("constructionPlan", 1, pdf(30), FileType.PDF);

		this.desk.workersRead();

		assertThat(this.desk.texts.state(document.sha256())).get().matches(ReadingState::isRead);
		assertThat(this.desk.waiting()).isEmpty();
	}

	@Test
	void readsTheSameContentOnce() {
		byte[] bytes = SamplePdf.of(List.of("总论"));
		DocumentVersion document = this.desk.handedIn("constructionPlan", 1, bytes, FileType.PDF);
		this.desk.handedIn("supplement", 1, bytes, FileType.PDF);
		assertThat(this.desk.waiting()).containsExactly(document.sha256());
		this.desk.readAll();

		this.desk.handedIn("supplement", 2, bytes, FileType.PDF);

		assertThat(this.desk.waiting()).as("once it is read").isEmpty();
	}

	@Test
	void asksForNothingThatHasNoText() {
		this.desk.handedIn("supplement", 1, SampleFiles.PNG_HEAD, FileType.PNG);

		assertThat(this.desk.waiting()).isEmpty();
	}

	@Test
	void goesOnWhereItStoppedWhenTheApplicationEnded() {
		DocumentVersion document = this.desk.handedIn("constructionPlan", 1, pdf(60), FileType.PDF);
		AtomicInteger asked = new AtomicInteger();
		this.desk.read(document.sha256(), () -> asked.incrementAndGet() > 40);

		assertThat(this.desk.texts.state(document.sha256()))
			.hasValue(new ReadingState(document.sha256(), State.WAITING, 60, 41, 0, null));
		assertThat(this.desk.waiting()).containsExactly(document.sha256());

		asked.set(0);
		this.desk.read(document.sha256(), () -> asked.incrementAndGet() > 40);

		assertThat(asked).hasValue(19);
		assertThat(this.desk.texts.state(document.sha256())).get().matches(ReadingState::isRead);
		assertThat(this.desk.texts.pages(document.sha256())).hasSize(60);
	}

	/** Reading from a file ends with an interrupt, as if the page were broken. */
	@Test
	void keepsNoPageWhoseReadingWasBrokenOff() {
		DocumentVersion document = this.desk.handedIn("constructionPlan", 1, pdf(60), FileType.PDF);
		AtomicInteger asked = new AtomicInteger();
		this.desk.read(document.sha256(), () -> {
			if (asked.incrementAndGet() == 41) {
				Thread.currentThread().interrupt();
			}
			return asked.get() > 41;
		});
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.desk.texts.state(document.sha256())).get()
			.satisfies(state -> assertThat(state.done()).as("before the interrupt").isLessThanOrEqualTo(41));

		this.desk.readAll();

		assertThat(this.desk.texts.state(document.sha256()))
			.hasValue(new ReadingState(document.sha256(), State.READ, 60, 60, 0, null));
	}

	/** One of them was believed dead. */
	@Test
	void mayBeReadByTwoAtOnce() {
		DocumentVersion document = this.desk.handedIn("constructionPlan", 1, pdf(60), FileType.PDF);
		AtomicInteger asked = new AtomicInteger();
		this.desk.read(document.sha256(), () -> {
			if (asked.incrementAndGet() == 30) {
				AtomicInteger other = new AtomicInteger();
				this.desk.read(document.sha256(), () -> other.incrementAndGet() > 20);
			}
			return false;
		});

		assertThat(this.desk.texts.state(document.sha256()))
			.hasValue(new ReadingState(document.sha256(), State.READ, 60, 60, 0, null));
		assertThat(this.desk.texts.pages(document.sha256())).hasSize(60);
	}

	@Test
	void leavesOffWhatAnotherHasReadMeanwhile() {
		DocumentVersion document = this.desk.handedIn("constructionPlan", 1, pdf(60), FileType.PDF);
		AtomicInteger asked = new AtomicInteger();
		this.desk.read(document.sha256(), () -> {
			if (asked.incrementAndGet() == 10) {
				this.desk.read(document.sha256(), () -> false);
			}
			return false;
		});

		assertThat(asked.get()).isLessThan(60);
		assertThat(this.desk.texts.state(document.sha256())).get().matches(ReadingState::isRead);
		this.desk.readText.giveUp(document.sha256());
		assertThat(this.desk.texts.state(document.sha256())).get().matches(ReadingState::isRead);
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
		while (!this.desk.waiting().isEmpty()) {
			WorkByHand.endPauses(this.desk.jdbc);
			this.desk.workersRead();
			tries++;
		}

		assertThat(tries).isEqualTo(4);
		assertThat(this.desk.texts.state(lost.sha256())).get().returns("failed", ReadingState::reason);
	}

	@Test
	void readsTheSectionsOfAWordFile() throws IOException {
		DocumentVersion document = this.desk.handedIn("constructionPlan", 1, word("""
				<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
				<w:p><w:r><w:t>第一章</w:t></w:r><w:r><w:t xml:space="preserve"> 总论</w:t></w:r></w:p>
				<w:p><w:r><w:t>正文</w:t><w:br w:type="page"/></w:r></w:p>
				<w:p><w:r><w:t>第二章</w:t></w:r></w:p></w:body></w:document>
				"""), FileType.DOCX);
		this.desk.readAll();

		assertThat(this.desk.texts.pages(document.sha256())).extracting(page -> page.text().strip())
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
