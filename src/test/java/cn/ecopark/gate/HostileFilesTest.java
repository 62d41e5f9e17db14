package cn.ecopark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

import cn.ecopark.gate.Verdict.Finding;

/**
 * Files made to hurt are refused, each with its reason, by a process with the memory and
 * the time it has in earnest.
 */
class HostileFilesTest {

	private static final List<HostileFile> FILES = new ArrayList<>();

	@TempDir
	private Path folder;

	@BeforeAll
	static void make() throws IOException {
		FILES.addAll(PdfTechniques.all());
		FILES.addAll(PdfBombs.all());
		FILES.addAll(HostileOffice.all());
		FILES.addAll(HostileArchives.all());
		FILES.addAll(HostilePictures.all());
	}

	@AfterAll
	static void forget() {
		FILES.clear();
	}

	@Test
	void refusesEachForItsReason() throws IOException {
		List<String> passed = new ArrayList<>();
		Map<String, Row> table = new TreeMap<>();
		try (ProcessGate gate = new ProcessGate(new GateSettings(1, 1, 500, Duration.ofSeconds(10)))) {
			for (HostileFile file : FILES) {
				Path path = Files.write(this.folder.resolve("file.part"), file.bytes());
				long start = System.nanoTime();
				Verdict verdict = gate.judge(path, file.name());
				Duration taken = Duration.ofNanos(System.nanoTime() - start);
				table.computeIfAbsent(file.technique(), Row::new).add(file, taken);
				if (!isRefused(verdict, file.code())) {
					passed.add(
							file.technique() + " / " + file.disguise() + ": " + verdict + " instead of " + file.code());
				}
			}
		}
		print(FILES.size(), table);

		assertThat(passed).isEmpty();
		assertThat(FILES).hasSizeGreaterThanOrEqualTo(100);
		assertThat(table).hasSizeGreaterThanOrEqualTo(30);
		assertThat(table.values()).allSatisfy((row) -> assertThat(row.longest).isLessThan(Duration.ofSeconds(10)));
	}

	@Test
	void saysEachReasonInBothLanguages() {
		ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
		messages.setBasename("classpath:messages/gate");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);

		assertThat(FILES).allSatisfy((file) -> {
			for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
				String key = "gate.finding." + file.code() + (file.code().equals("pdf.page-size") ? ".page" : "");
				assertThat(messages.getMessage(key, new Object[] { "1", "2" }, locale)).doesNotContain("{");
			}
		});
	}

	private static boolean isRefused(Verdict verdict, String code) {
		return verdict.findings()
			.stream()
			.map(Finding::code)
			.anyMatch((found) -> found.equals(code) || found.equals(code + ".page"));
	}

	private static void print(int count, Map<String, Row> table) {
		System.out.println(table.values().stream().map(Row::toString).collect(Collectors.joining("\n")));
		System.out.printf("%d hostile files, %d techniques%n", count, table.size());
	}

	/** What one technique came to. */
	private static final class Row {

		private final String technique;

		private final List<String> disguises = new ArrayList<>();

		private String code = "";

		private Duration longest = Duration.ZERO;

		Row(String technique) {
			this.technique = technique;
		}

		void add(HostileFile file, Duration taken) {
			this.disguises.add(file.disguise());
			this.code = file.code();
			this.longest = (taken.compareTo(this.longest) > 0) ? taken : this.longest;
		}

		@Override
		public String toString() {
			return "%-44s %3d  %-22s %6d ms".formatted(this.technique, this.disguises.size(), this.code,
					this.longest.toMillis());
		}

	}

}
