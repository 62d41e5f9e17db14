package cn.ecopark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.ecopark.SampleFiles;

/** Files of many programs, faulty ones among them, pass. */
class BenignFilesTest {

	private static final ProcessGate GATE = new ProcessGate(new GateSettings(1, 1, 500, Duration.ofSeconds(10)));

	private final Map<String, Integer> producers = new TreeMap<>();

	private final List<String> refused = new ArrayList<>();

	private Duration taken = Duration.ZERO;

	private Duration longest = Duration.ZERO;

	@TempDir
	private Path folder;

	@AfterAll
	static void close() {
		GATE.close();
	}

	@Test
	void letsPdfFilesOfManyProducersPass() throws IOException, URISyntaxException {
		judgeAll("PDFBox", BoxPdfs.all());
		judgeAll("OpenPDF", OpenPdfs.all());
		judgeAll("with faults", OddPdfs.all());
		judgeSamples(".pdf");

		int count = this.producers.values().stream().mapToInt(Integer::intValue).sum();
		System.out.println(this.producers);
		System.out.printf("%d harmless PDF files of %d producers, %d ms each, at most %d ms%n", count,
				this.producers.size(), this.taken.toMillis() / count, this.longest.toMillis());
		assertThat(this.refused).isEmpty();
		assertThat(count).isGreaterThanOrEqualTo(200);
		assertThat(this.producers).hasSizeGreaterThanOrEqualTo(15);
	}

	@Test
	void letsOfficeFilesAndPicturesPass() throws IOException, URISyntaxException {
		judgeSamples(".docx");
		judgeSamples(".xlsx");
		judge("pictures", "PNG.png", SampleFiles.png(300));
		judge("pictures", "JPEG.jpg", Jpegs.ofSize(20, 20));
		judge("pictures", "with preview.jpeg", PdfBombs.joined(Jpegs.ofSize(20, 20), Jpegs.ofSize(8, 8)));
		judge("pictures", "of a phone.JPG", PdfBombs.joined(Jpegs.ofSize(20, 20), new byte[900]));
		judge("Office", "table behind a diagram.docx", OfficeSample.text()
			.content("word/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")
			.part("word/charts/chart1.xml", "<c/>")
			.relation("word/charts/chart1.xml", "package", "../embeddings/a.xlsx", false)
			.part("word/embeddings/a.xlsx", OfficeSample.sheet().written())
			.written());
		judge("Office", "template of the own disk.docx",
				OfficeSample.text()
					.relation("word/settings.xml", "attachedTemplate", "file:///C:\\Users\\a\\Templates\\a.dotx", true)
					.written());
		judge("Office", "addresses.docx",
				OfficeSample.text()
					.related("hyperlink", "https://www.example.cn/a?b#c", true)
					.related("hyperlink", "mailto:a@example.cn", true)
					.related("hyperlink", "附件.docx", true)
					.related("hyperlink", "file:///D:\\规划\\附件.docx", true)
					.written());
		judge("Office", "fields.docx",
				OfficeSample
					.text("<w:fldSimple w:instr=' PAGE '/><w:fldSimple w:instr='DATE \\@ \"yyyy\"'/>",
							"<w:fldChar w:fldCharType='begin'/><w:instrText> HYPERLINK \"a\" </w:instrText>",
							"<w:fldChar w:fldCharType='separate'/><w:t>DDE</w:t><w:fldChar w:fldCharType='end'/>")
					.written());

		System.out.println(this.producers);
		assertThat(this.refused).isEmpty();
	}

	private void judgeSamples(String ending) throws IOException, URISyntaxException {
		Path samples = Path.of(Objects.requireNonNull(getClass().getResource("/gate/benign")).toURI());
		try (Stream<Path> files = Files.walk(samples)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(ending)).sorted().toList()) {
				judge(String.valueOf(samples.relativize(file).getName(0)), file);
			}
		}
	}

	private void judgeAll(String producer, Map<String, byte[]> files) throws IOException {
		for (Map.Entry<String, byte[]> file : files.entrySet()) {
			judge(producer, file.getKey() + ".pdf", file.getValue());
		}
	}

	private void judge(String producer, String name, byte[] bytes) throws IOException {
		judge(producer, Files.write(this.folder.resolve(name), bytes));
	}

	private void judge(String producer, Path file) {
		this.producers.merge(producer, 1, Integer::sum);
		long start = System.nanoTime();
		Verdict verdict = GATE.judge(file, file.getFileName().toString());
		Duration time = Duration.ofNanos(System.nanoTime() - start);
		this.taken = this.taken.plus(time);
		this.longest = (time.compareTo(this.longest) > 0) ? time : this.longest;
		if (!verdict.passes()) {
			this.refused.add(producer + "/" + file.getFileName() + ": " + verdict);
		}
	}

}
