package cn.ecopark.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import cn.ecopark.SampleFiles;
import cn.ecopark.gate.Verdict.Finding;

/** Files are judged in another process, which may fail without harm. */
class ProcessGateTest {

	private static final Duration TIME = Duration.ofSeconds(10);

	private static final ProcessGate GATE = new ProcessGate(new GateSettings(1, 1, 100, TIME));

	@TempDir
	private Path folder;

	@AfterAll
	static void close() {
		GATE.close();
	}

	@Test
	void letsTheDocumentsOfOtherTestsPass() throws IOException {
		assertThat(judge("规划.pdf", SampleFiles.pdf("建设规划"))).isEqualTo("PDF []");
		assertThat(judge("报告.docx", SampleFiles.docx("报告"))).isEqualTo("DOCX []");
		assertThat(judge("数据.xlsx", SampleFiles.xlsx())).isEqualTo("XLSX []");
		assertThat(judge("照片.png", SampleFiles.png(8))).isEqualTo("PNG []");
		assertThat(judge("断.pdf", SampleFiles.brokenPdf())).isEqualTo("PDF [damaged]");
		assertThat(judge("程序.pdf", SampleFiles.program())).isEqualTo("null [unknown-type]");
		assertThat(judge("规划.docx", SampleFiles.pdf("建设规划"))).isEqualTo("PDF [misnamed]");
	}

	@Test
	void saysOnWhichPageSomethingIs() throws IOException {
		RawPdf pdf = RawPdf.ofOnePage("", "").with(2, "<</Type/Pages/Kids[3 0 R 10 0 R]/Count 2>>");
		pdf.with(10, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/AA<</O<</S/JavaScript/JS(a)>>>>>>");
		Verdict verdict = GATE.judge(Files.write(this.folder.resolve("file"), pdf.written()), "规划.pdf");

		assertThat(verdict.findings()).containsExactly(new Finding("pdf.script.page", List.of("2")));
	}

	@Test
	void judgesALargeFileInItsTime() throws IOException {
		Path file = large(SampleFiles.largePdf(300L << 20));

		assertThat(GATE.judge(file, "大.pdf").findings()).isEmpty();
	}

	@Test
	void refusesWhatTakesTooLong() throws IOException {
		Path file = large(SampleFiles.largePdf(100L << 20));

		try (ProcessGate impatient = new ProcessGate(new GateSettings(1, 1, 100, Duration.ofMillis(3)))) {
			assertThat(impatient.judge(file, "大.pdf").findings()).extracting(Finding::code).containsExactly("too-slow");
		}
	}

	@Test
	void refusesWhatTakesTooMuchMemoryAndGoesOn() throws IOException {
		byte[] arrays = RawPdf.ofOnePage("", "").with(10, "[" + "[]".repeat(5_000_000) + "]").written();

		try (ProcessGate patient = new ProcessGate(new GateSettings(1, 1, 100, Duration.ofMinutes(1)))) {
			Path small = Files.write(this.folder.resolve("small"), SampleFiles.pdf("建设规划"));
			Path file = Files.write(this.folder.resolve("large"), arrays);

			assertThat(patient.judge(small, "规划.pdf").passes()).isTrue();
			assertThat(patient.judge(file, "大.pdf").findings()).extracting(Finding::code)
				.containsExactly("too-much-memory");
			assertThat(patient.judge(small, "规划.pdf").passes()).isTrue();
		}
	}

	@Test
	void goesOnWhenTheProcessIsGone() throws Exception {
		assertThat(judge("规划.pdf", SampleFiles.pdf("建设规划"))).isEqualTo("PDF []");
		for (ProcessHandle judge : judges()) {
			judge.destroyForcibly();
			judge.onExit().get();
		}

		assertThat(judge("规划.pdf", SampleFiles.pdf("建设规划"))).isEqualTo("PDF []");
	}

	@Test
	void keepsNoMoreProcessesThanMayJudgeAtOnce() throws IOException {
		Path file = Files.write(this.folder.resolve("file"), SampleFiles.pdf("建设规划"));
		Set<ProcessHandle> before = judges();
		try (ProcessGate gate = new ProcessGate(new GateSettings(2, 1, 5, TIME))) {
			List<Verdict> verdicts = IntStream.range(0, 40)
				.parallel()
				.mapToObj((number) -> gate.judge(file, "规划.pdf"))
				.toList();
			Set<ProcessHandle> during = judges();
			during.removeAll(before);

			assertThat(verdicts).allMatch(Verdict::passes);
			assertThat(during).hasSizeLessThanOrEqualTo(2);
		}
		Set<ProcessHandle> after = judges();
		after.removeAll(before);
		assertThat(after).isEmpty();
	}

	/** All places of the one are taken, and the other is judged all the same. */
	@Test
	void letsNeitherThePublicNorTheParksWaitForTheOther() throws Exception {
		Path slow = large(SampleFiles.largePdf(300L << 20));
		Path small = Files.write(this.folder.resolve("small"), SampleFiles.pdf("建设规划"));
		try (ProcessGate gate = new ProcessGate(new GateSettings(1, 1, 100, TIME))) {
			gate.judge(small, "规划.pdf");
			gate.judgeForThePublic(small, "规划.pdf");
			CompletableFuture<Verdict> ofAPark = CompletableFuture.supplyAsync(() -> gate.judge(slow, "大.pdf"));
			assertThat(gate.judgeForThePublic(small, "规划.pdf").passes()).isTrue();
			assertThat(ofAPark).isNotDone();
			assertThat(ofAPark.get().passes()).isTrue();

			CompletableFuture<Verdict> ofThePublic = CompletableFuture
				.supplyAsync(() -> gate.judgeForThePublic(slow, "大.pdf"));
			assertThat(gate.judge(small, "规划.pdf").passes()).isTrue();
			assertThat(ofThePublic).isNotDone();
			assertThat(ofThePublic.get().passes()).isTrue();
		}
	}

	/** Its locks would be kept until the file is judged. */
	@Test
	void judgesNothingInsideATransaction() throws IOException {
		Path file = Files.write(this.folder.resolve("file"), SampleFiles.pdf("建设规划"));
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try (PagePainter painter = new PagePainter()) {
			assertThatIllegalStateException().isThrownBy(() -> GATE.judge(file, "规划.pdf"));
			assertThatIllegalStateException().isThrownBy(() -> GATE.judgeForThePublic(file, "规划.pdf"));
			assertThatIllegalStateException().isThrownBy(() -> painter.draw(file, 1, 100));
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
		assertThat(GATE.judge(file, "规划.pdf").passes()).isTrue();
	}

	@Test
	void blamesNoFileThatIsNotThere() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> GATE.judge(this.folder.resolve("none"), "规划.pdf"));
	}

	private static Set<ProcessHandle> judges() {
		return ProcessHandle.current()
			.children()
			.filter((child) -> child.info().commandLine().orElse("").contains("gate.judging.Judge"))
			.collect(Collectors.toSet());
	}

	private Path large(InputStream content) throws IOException {
		Path file = this.folder.resolve("large");
		try (content) {
			Files.copy(content, file);
		}
		return file;
	}

	private String judge(String name, byte[] bytes) throws IOException {
		Verdict verdict = GATE.judge(Files.write(this.folder.resolve("文件"), bytes), name);
		return verdict.type() + " " + verdict.findings().stream().map(Finding::code).toList();
	}

}
