package cn.ecopark.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are judged in another process. */
class ProcessGateTest {

	@TempDir
	private Path folder;

	@Test
	void judgesInAnotherProcess() throws IOException {
		Path file = Files.write(this.folder.resolve("规划.part"), "MZ program".getBytes(StandardCharsets.US_ASCII));

		try (ProcessGate gate = new ProcessGate(1, 100)) {
			long start = System.nanoTime();
			for (int i = 0; i < 5; i++) {
				Verdict verdict = gate.judge(file, "规划.pdf");
				System.out.println((System.nanoTime() - start) / 1000000.0);
				assertThat(verdict.findings()).extracting(Verdict.Finding::code).containsExactly("unknown-type");
			}
		}
	}

}
