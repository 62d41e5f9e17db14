package cn.ecopark.wholefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.ecopark.SampleFiles;
import cn.ecopark.shared.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two thousand documents pass through a small heap: another JVM writes them with 32 MB.
 */
class StreamingTest {

	private static final int DOCUMENTS = 2000;

	private static final long SIZE = 512 * 1024;

	@Test
	void writesTwoThousandDocumentsInASmallHeap() throws Exception {
		Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx32m", "-cp", System.getProperty("java.class.path"), StreamingTest.class.getName())
			.redirectErrorStream(true)
			.start();

		String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(writer.waitFor()).as(said).isZero();
		assertThat(Long.parseLong(said.strip())).isGreaterThan(DOCUMENTS * SIZE);
	}

	/** Writes the ZIP to nowhere and tells how long it would be. */
	public static void main(String[] arguments) throws IOException {
		String digest = digest();
		List<Piece> pieces = new ArrayList<>();
		SafePaths paths = new SafePaths();
		for (int number = 1; number <= DOCUMENTS; number++) {
			Manifest.DocumentMeta document = new Manifest.DocumentMeta(number, "c", "supplement", "application", number,
					"规划.pdf", "张三", "PARK-1", Instant.EPOCH);
			pieces.add(new Piece(new Manifest.Entry(paths.path("01 申报", "补充材料", "规划.pdf"), EntryKind.DOCUMENT, "补充材料",
					"application/pdf", SIZE, digest, document), () -> SampleFiles.largePdf(SIZE)));
		}
		ManifestFile manifest = ManifestFile
			.of(new Manifest(Manifest.FORMAT, Manifest.VERSION, new Manifest.Tool("t", "1"),
					new Manifest.Made(Instant.EPOCH, Instant.EPOCH, 1, "张三", "OFFICE", "办公室", ""),
					new Manifest.CaseMeta("c", "creation", null, "园区", "320000", "2015-167", "OPEN", null),
					pieces.stream().map(Piece::entry).toList()));
		Counting out = new Counting();
		new WholeFileZip(manifest, pieces).writeTo(out);
		System.out.println(out.count);
	}

	private static String digest() throws IOException {
		MessageDigest digest = Sha256.digest();
		try (InputStream in = SampleFiles.largePdf(SIZE)) {
			digest.update(in.readAllBytes());
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static final class Counting extends OutputStream {

		private long count;

		@Override
		public void write(int one) {
			this.count++;
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			this.count += length;
		}

	}

}
