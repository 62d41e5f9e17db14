package cn.ecopark.gate;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.ecopark.gate.ScannerSettings.WhenSilent;
import cn.ecopark.gate.Verdict.Finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Shows files to a small server that speaks as ClamAV does. */
class ScannedGateTest {

	private static final Verdict GOOD = new Verdict(FileType.PDF, List.of());

	@TempDir
	private Path folder;

	private ServerSocket scanner;

	private volatile byte[] seen = {};

	private volatile String answer = "stream: OK\0";

	@BeforeEach
	void listen() throws IOException {
		this.scanner = new ServerSocket(0);
		Thread served = new Thread(this::serve);
		served.setDaemon(true);
		served.start();
	}

	@AfterEach
	void close() throws IOException {
		this.scanner.close();
	}

	@Test
	void judgesWhatTheScannerFindsClean() throws IOException {
		byte[] bytes = "建设规划".repeat(40_000).getBytes(StandardCharsets.UTF_8);

		assertThat(gate(WhenSilent.HOLD).judge(file(bytes), "规划.pdf")).isEqualTo(GOOD);
		assertThat(this.seen).isEqualTo(bytes);
		assertThat(gate(WhenSilent.HOLD).judgeForThePublic(file(bytes), "规划.pdf")).isEqualTo(GOOD);
	}

	@Test
	void refusesWhatItFinds() throws IOException {
		this.answer = "stream: Eicar-Test-Signature FOUND\0";

		assertThat(findings(WhenSilent.HOLD)).containsExactly(new Finding("malware", List.of("Eicar-Test-Signature")));
		assertThat(gate(WhenSilent.HOLD).judgeForThePublic(file(new byte[1]), "x").passes()).isFalse();
	}

	@Test
	void refusesWhatIsTooLargeForIt() throws IOException {
		this.answer = "INSTREAM size limit exceeded. ERROR\0";

		assertThat(findings(WhenSilent.HOLD)).containsExactly(new Finding("too-large-to-scan", List.of()));
	}

	@Test
	void letsNothingPassWithoutAnAnswer() throws IOException {
		for (String useless : List.of("", "stream: OK?\0", "PONG\0", "lstat() failed. ERROR\0")) {
			this.answer = useless;
			assertThatThrownBy(() -> findings(WhenSilent.HOLD)).as("'%s'", useless).isInstanceOf(ScannerSilent.class);
			assertThat(findings(WhenSilent.REFUSE)).as("'%s'", useless)
				.containsExactly(new Finding("not-scanned", List.of()));
		}
		this.scanner.close();
		assertThatThrownBy(() -> findings(WhenSilent.HOLD)).isInstanceOf(ScannerSilent.class);
		assertThat(findings(WhenSilent.REFUSE)).containsExactly(new Finding("not-scanned", List.of()));
	}

	@Test
	void waitsForNoScannerWithoutEnd() throws IOException {
		this.answer = "silence";

		assertThat(findings(WhenSilent.REFUSE)).containsExactly(new Finding("not-scanned", List.of()));
	}

	private List<Finding> findings(WhenSilent silent) throws IOException {
		return gate(silent).judge(file(new byte[] { 1, 2, 3 }), "规划.pdf").findings();
	}

	private Gate gate(WhenSilent silent) {
		String address = "localhost:" + this.scanner.getLocalPort();
		return new ScannedGate(new PassingGate(), address, new ScannerSettings(address, Duration.ofSeconds(1), silent));
	}

	private Path file(byte[] bytes) throws IOException {
		return Files.write(this.folder.resolve("file"), bytes);
	}

	private void serve() {
		while (!this.scanner.isClosed()) {
			try (Socket asked = this.scanner.accept()) {
				this.seen = receive(new DataInputStream(asked.getInputStream()));
				if (this.answer.equals("silence")) {
					Thread.sleep(3_000);
				}
				else {
					asked.getOutputStream().write(this.answer.getBytes(StandardCharsets.UTF_8));
				}
			}
			catch (IOException | InterruptedException over) {
				// The next one is served, or the test is over.
			}
		}
	}

	private static byte[] receive(DataInputStream in) throws IOException {
		byte[] command = in.readNBytes("zINSTREAM\0".length());
		assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (int length = in.readInt(); length > 0; length = in.readInt()) {
			all.write(in.readNBytes(length));
		}
		return all.toByteArray();
	}

	private record PassingGate() implements Gate {

		@Override
		public Verdict judge(Path file, String fileName) {
			return GOOD;
		}

		@Override
		public Verdict judgeForThePublic(Path file, String fileName) {
			return GOOD;
		}

	}

}
