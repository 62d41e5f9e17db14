package cn.ecopark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.ecopark.SamplePapers;

/** Files are judged in another process. */
class ProcessGateTest {

	private static final ProcessGate GATE = new ProcessGate(2, 100);

	@TempDir
	private Path folder;

	@AfterAll
	static void close() {
		GATE.close();
	}

	@Test
	void letsThePapersOfOtherTestsPass() throws IOException {
		assertThat(judge("规划.pdf", SamplePapers.pdf("建设规划"))).isEqualTo("PDF []");
		assertThat(judge("报告.docx", SamplePapers.docx("报告"))).isEqualTo("DOCX []");
		assertThat(judge("数据.xlsx", SamplePapers.xlsx())).isEqualTo("XLSX []");
		assertThat(judge("照片.png", SamplePapers.png(8))).isEqualTo("PNG []");
		assertThat(judge("断.pdf", SamplePapers.brokenPdf())).isEqualTo("PDF [damaged]");
		assertThat(judge("程序.pdf", SamplePapers.program())).isEqualTo("null [unknown-type]");
		assertThat(judge("规划.docx", SamplePapers.pdf("建设规划"))).isEqualTo("PDF [misnamed]");
		assertThat(judge("空.pdf", new byte[0])).isEqualTo("null [empty]");
	}

	@Test
	void judgesALargeFileInItsTime() throws IOException {
		Path file = this.folder.resolve("large.part");
		try (InputStream in = SamplePapers.largePdf(300L << 20)) {
			Files.copy(in, file);
		}
		long start = System.nanoTime();
		Verdict verdict = GATE.judge(file, "大.pdf");
		System.out.println("300 MB: " + (System.nanoTime() - start) / 1000000 + " ms");

		assertThat(verdict.findings()).isEmpty();
	}

	private String judge(String name, byte[] bytes) throws IOException {
		Path file = Files.write(this.folder.resolve("文件.part"), bytes);
		long start = System.nanoTime();
		Verdict verdict = GATE.judge(file, name);
		System.out.println(name + " " + (System.nanoTime() - start) / 1000 + " us");
		return verdict.type() + " " + verdict.findings().stream().map(Verdict.Finding::code).toList();
	}

}
