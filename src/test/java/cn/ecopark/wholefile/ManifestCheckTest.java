package cn.ecopark.wholefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.ecopark.wholefile.CheckReport.Finding;
import cn.ecopark.wholefile.CheckReport.State;
import cn.ecopark.wholefile.NotAWholeFile.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ManifestCheckTest {

	private static final String PLAN = "01 申报/建设规划/第1版 规划🌱.pdf";

	private static final String LETTER = "01 申报/申报函/第1版 函.pdf";

	@TempDir
	private Path folder;

	private Map<String, byte[]> entries = new LinkedHashMap<>();

	private ManifestFile manifest;

	@BeforeEach
	void aWholeFile() throws IOException {
		List<Piece> pieces = List.of(piece(PLAN, "规划"), piece(LETTER, "函"));
		this.manifest = ManifestFile.of(new Manifest(Manifest.FORMAT, Manifest.VERSION, new Manifest.Tool("t", "1"),
				new Manifest.Made(Instant.EPOCH, Instant.EPOCH, 1, "张三", "OFFICE", "办公室", ""),
				new Manifest.CaseMeta("c", "creation", null, "园区", "320000", "2015-167", "OPEN", null),
				pieces.stream().map(Piece::entry).toList()));
		try (OutputStream out = Files.newOutputStream(zip())) {
			new WholeFileZip(this.manifest, pieces).writeTo(out);
		}
		this.entries = unpacked();
	}

	/** Manifests that are out there call documents papers. */
	@Test
	void keepsTheNamesThatManifestsHave() throws IOException {
		Manifest.Entry handedIn = new Manifest.Entry("a", EntryKind.DOCUMENT, "材料", "application/pdf", 1, "0",
				new Manifest.DocumentMeta(1, "c", "constructionPlan", "application", 1, "规划.pdf", "张三", "PARK-1",
						Instant.EPOCH));
		Manifest.Entry issued = new Manifest.Entry("b", EntryKind.OFFICIAL_DOCUMENT, "通知", "application/pdf", 1, "0",
				null);
		ManifestFile file = ManifestFile
			.of(new Manifest(Manifest.FORMAT, Manifest.VERSION, this.manifest.manifest().tool(),
					this.manifest.manifest().made(), this.manifest.manifest().ecoCase(), List.of(handedIn, issued)));

		assertThat(new String(file.bytes(), StandardCharsets.UTF_8).replace(" ", "")).contains("\"kind\":\"PAPER\"",
				"\"kind\":\"ISSUED_PAPER\"", "\"paper\":{");
		assertThat(ManifestFile.read(file.bytes()).manifest().entries()).containsExactly(handedIn, issued);
	}

	@Test
	void findsAllIntact() throws IOException {
		CheckReport report = check();

		assertThat(report.isIntact()).isTrue();
		assertThat(report.findings()).extracting(Finding::path).containsExactly(PLAN, LETTER);
		assertThat(report.manifestSha256()).isEqualTo(this.manifest.sha256());
		assertThat(report.manifest()).isEqualTo(this.manifest.manifest());
	}

	@Test
	void findsAChangedByte() throws IOException {
		this.entries.put(PLAN, "规刬".getBytes(StandardCharsets.UTF_8));

		assertThat(checkRewritten().faults()).containsExactly(new Finding(PLAN, State.CHANGED));
	}

	@Test
	void findsWhatIsMissingAndWhatIsExtra() throws IOException {
		this.entries.remove(LETTER);
		this.entries.put("夹带.exe", new byte[10]);

		CheckReport report = checkRewritten();

		assertThat(report.findings()).containsExactly(new Finding(PLAN, State.INTACT),
				new Finding(LETTER, State.MISSING), new Finding("夹带.exe", State.EXTRA));
	}

	@Test
	void unpacksNoMoreThanIsListed() throws IOException {
		this.entries.put(PLAN, new byte[64 << 20]);
		rewrite();

		assertThat(Files.size(zip())).isLessThan(1 << 20);
		assertThat(new ManifestCheck(1 << 20).check(zip().toFile()).faults())
			.containsExactly(new Finding(PLAN, State.CHANGED));
	}

	@Test
	void refusesAManifestThatListsABomb() throws IOException {
		String text = new String(this.manifest.bytes(), StandardCharsets.UTF_8);
		this.entries.put(Manifest.PATH,
				text.replace("\"size\" : 6", "\"size\" : " + Long.MAX_VALUE).getBytes(StandardCharsets.UTF_8));

		rewrite();
		refuses(Fault.TOO_LARGE);
	}

	@Test
	void refusesWhatIsNoWholeFile() throws IOException {
		Files.write(zip(), new byte[100]);
		refuses(Fault.NO_ZIP);
		this.entries.remove(Manifest.PATH);
		rewrite();
		refuses(Fault.NO_MANIFEST);
		for (String odd : new String[] { "", "{", "[]", "null", "{\"format\":\"cn.ecopark.whole-file\"}",
				"{\"format\":\"cn.ecopark.whole-file\",\"formatVersion\":1,\"entries\":[{}]}",
				"{\"format\":\"cn.ecopark.whole-file\",\"formatVersion\":1,\"entries\":[null]}",
				"[".repeat(100_000) }) {
			this.entries.put(Manifest.PATH, odd.getBytes(StandardCharsets.UTF_8));
			rewrite();
			refuses(Fault.MANIFEST_UNREADABLE);
		}
		String text = new String(this.manifest.bytes(), StandardCharsets.UTF_8);
		this.entries.put(Manifest.PATH,
				text.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2").getBytes(StandardCharsets.UTF_8));
		rewrite();
		refuses(Fault.OTHER_FORMAT);
	}

	@Test
	void passesOnlyWhatUnpacksToTheSame() throws IOException {
		byte[] whole = Files.readAllBytes(zip());
		int found = 0;
		for (int at = 0; at < whole.length; at++) {
			byte[] changed = whole.clone();
			changed[at] ^= 0x20;
			Files.write(zip(), changed);
			if (passes()) {
				// A date or a flag of the container.
				assertThat(unpacked()).as("byte " + at)
					.hasSameSizeAs(this.entries)
					.allSatisfy((path, bytes) -> assertThat(bytes).isEqualTo(this.entries.get(path)));
			}
			else {
				found++;
			}
		}

		assertThat(found).isGreaterThan(this.manifest.bytes().length / 4);
	}

	@Test
	void tellsOnTheCommandLineAndEndsWithAStatus() throws IOException {
		String file = zip().toString();

		assertThat(command("--manifest-check", file)).startsWith("0").contains("[完好] " + PLAN, "核对通过");
		assertThat(command("--manifest-check=" + file)).startsWith("0");
		assertThat(command("--manifest-check", file, "--manifest-sha256=" + this.manifest.sha256())).startsWith("0");
		assertThat(command("--manifest-check", file, "--manifest-sha256=" + "0".repeat(64))).startsWith("1");
		assertThat(command("--manifest-check")).startsWith("1").contains("用法");
		assertThat(command("--manifest-check", "none.zip")).startsWith("1");
		this.entries.remove(LETTER);
		this.entries.put("夹带\u001b[31m", new byte[1]);
		rewrite();
		assertThat(command("--manifest-check", file)).startsWith("1")
			.contains("[缺失] " + LETTER, "[清单外] 夹带?[31m", "核对未通过");
		Files.write(zip(), new byte[3]);
		assertThat(command("--manifest-check", file)).startsWith("1").contains("不是完整的 ZIP");
	}

	@Test
	void endsWithoutAnEndWhenAContentIsDamaged() {
		Piece listed = piece(PLAN, "规划");
		Piece damaged = new Piece(listed.entry(), piece(PLAN, "规刬").bytes());
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		assertThatExceptionOfType(WholeFileZip.ContentDamaged.class)
			.isThrownBy(() -> new WholeFileZip(this.manifest, List.of(damaged)).writeTo(out));
		assertThat(new String(out.toByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("PK\u0005\u0006");
	}

	private Map<String, byte[]> unpacked() throws IOException {
		Map<String, byte[]> unpacked = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(zip().toFile())) {
			zip.stream().forEach(entry -> unpacked.put(entry.getName(), bytes(zip, entry)));
		}
		return unpacked;
	}

	private boolean passes() throws IOException {
		try {
			CheckReport report = check();
			return report.isIntact() && report.manifestSha256().equals(this.manifest.sha256());
		}
		catch (NotAWholeFile refused) {
			return false;
		}
	}

	private String command(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThat(ManifestCheckCommand.isAsked(arguments)).isTrue();
		int status = new ManifestCheckCommand(new PrintStream(out, true, StandardCharsets.UTF_8)).run(arguments);
		return status + out.toString(StandardCharsets.UTF_8);
	}

	private void refuses(Fault fault) {
		assertThatExceptionOfType(NotAWholeFile.class)
			.isThrownBy(() -> new ManifestCheck(1 << 30).check(zip().toFile()))
			.satisfies(refusal -> assertThat(refusal.fault()).isEqualTo(fault));
	}

	private CheckReport checkRewritten() throws IOException {
		rewrite();
		return check();
	}

	private CheckReport check() throws IOException {
		return new ManifestCheck(1 << 30).check(zip().toFile());
	}

	private void rewrite() throws IOException {
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip()))) {
			for (Map.Entry<String, byte[]> entry : this.entries.entrySet()) {
				out.putNextEntry(new ZipEntry(entry.getKey()));
				out.write(entry.getValue());
			}
		}
	}

	private Path zip() {
		return this.folder.resolve("整卷.zip");
	}

	private static byte[] bytes(ZipFile zip, ZipEntry entry) {
		try {
			return zip.getInputStream(entry).readAllBytes();
		}
		catch (IOException impossible) {
			throw new java.io.UncheckedIOException(impossible);
		}
	}

	private static Piece piece(String path, String content) {
		return Piece.written(path, EntryKind.DOCUMENT, "材料", "application/pdf",
				content.getBytes(StandardCharsets.UTF_8));
	}

}
