package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import cn.ecopark.SampleFiles;
import cn.ecopark.shared.Sha256;

/**
 * A file as large as the heap of the server, more than half of which the server itself
 * needs, is uploaded over three disasters: the connection breaks, the server is killed,
 * the server is killed with its database.
 */
@Tag("crash")
class UploadCrashTest {

	/**
	 * The least that the server starts with, in MiB: 125 of them are in use when it has
	 * deployed its packs.
	 */
	private static final int LEAST_HEAP = 208;

	/** In MiB; 1024 with {@code -Dtest.upload=1024}, which takes longer. */
	private static final int MIB = Integer.getInteger("test.upload", LEAST_HEAP);

	private static final long SIZE = (long) MIB << 20;

	private static final String HEAP = "-Xmx" + Math.max(LEAST_HEAP, MIB / 2) + "m";

	@TempDir
	private Path folder;

	private ServerProcess server;

	private World world;

	@BeforeEach
	void begin() {
		this.server = new ServerProcess(this.folder, HEAP);
		this.server.start();
		this.world = new World(this.server::address);
	}

	@AfterEach
	void end() {
		this.server.stop();
	}

	@Test
	void completesALargeFileCutThreeTimes(TestReporter report) throws IOException {
		Party park = this.world.as("taizhou.staff");
		park.starts(CreationSteps.TAIZHOU, "creation");
		String task = park.find(CreationSteps.TAIZHOU, "提交申报");
		Instant start = Instant.now();
		TusUpload upload = TusUpload.begin(park.browser(), park.browser().open(task).expect(200).page(), "建设规划.pdf",
				SIZE);

		long afterCut = interrupt(upload, 0, SIZE / 4, () -> {
			throw new UncheckedIOException(new IOException("the line is cut"));
		});
		long afterDeath = interrupt(upload, afterCut, SIZE / 2, () -> {
			this.server.diesAlone();
			this.server.start();
		});
		assertThat(park.browser().open(task).expect(200).page().select("[data-unfinished]").text())
			.contains("继续上传（已传 " + 100 * afterDeath / SIZE + "%）");
		long afterPowerCut = interrupt(upload, afterDeath, 3 * SIZE / 4, () -> {
			this.server.diesWithItsDatabase();
			this.server.start();
		});
		HttpResponse<Void> last = upload.send(afterPowerCut, SampleFiles.largePdf(SIZE));
		assertThat(last.statusCode()).isEqualTo(204);
		assertThat(last.headers().firstValueAsLong("Upload-Offset")).hasValue(SIZE);
		report.publishEntry("uploaded in seconds", String.valueOf(Duration.between(start, Instant.now()).toSeconds()));

		await().atMost(Duration.ofMinutes(5))
			.pollInterval(Duration.ofSeconds(1))
			.until(() -> document(park, task) != null);
		report.publishEntry("judged after seconds", String.valueOf(Duration.between(start, Instant.now()).toSeconds()));
		assertThat(digest(park, document(park, task))).isEqualTo(digest(SampleFiles.largePdf(SIZE)));
	}

	/**
	 * @return where to go on after something has happened on the way
	 */
	private long interrupt(TusUpload upload, long offset, long at, Runnable disaster) throws IOException {
		Interrupted file = new Interrupted(SampleFiles.largePdf(SIZE), at - offset, disaster);
		try {
			int status = upload.send(offset, file).statusCode();
			if (status == 409) {
				// The server was still keeping what had come before the last disaster.
				return interrupt(upload, upload.kept(), at, disaster);
			}
		}
		catch (IOException expected) {
			// That is what happens to the sender, at once: the server is still starting.
		}
		file.awaitEndOfDisaster();
		long kept = settled(upload);
		assertThat(kept).as("kept of %s sent", at).isGreaterThan(offset + (at - offset) / 2).isLessThanOrEqualTo(at);
		return kept;
	}

	/** What was on the line when it was cut is still being kept. */
	private long settled(TusUpload upload) throws IOException {
		AtomicLong last = new AtomicLong(-1);
		await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(500)).until(() -> {
			long now = upload.kept();
			return last.getAndSet(now) == now;
		});
		return last.get();
	}

	private static @Nullable String document(Party park, String task) {
		Element link = park.browser().open(task).expect(200).page().selectFirst("#documents a.document-name");
		return link == null ? null : link.absUrl("href");
	}

	private static String digest(Party park, @Nullable String document) throws IOException {
		return digest(park.browser()
			.ask(document + "?download", HttpRequest.Builder::GET, BodyHandlers.ofInputStream())
			.body());
	}

	private static String digest(InputStream bytes) throws IOException {
		try (DigestInputStream digesting = new DigestInputStream(bytes, Sha256.digest())) {
			digesting.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
		}
	}

	/** Something happens after so many bytes. */
	private static final class Interrupted extends FilterInputStream {

		private final Runnable disaster;

		private final CountDownLatch over = new CountDownLatch(1);

		private long left;

		Interrupted(InputStream bytes, long at, Runnable disaster) {
			super(bytes);
			this.left = at;
			this.disaster = disaster;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (this.left <= 0) {
				try {
					this.disaster.run();
				}
				catch (UncheckedIOException cut) {
					throw cut.getCause();
				}
				finally {
					this.over.countDown();
				}
				throw new IOException("Nobody listens any more");
			}
			int count = super.read(target, offset, (int) Math.min(length, this.left));
			this.left -= Math.max(count, 0);
			return count;
		}

		/** The disaster happens on the thread that reads, not on the one that sends. */
		void awaitEndOfDisaster() {
			try {
				assertThat(this.over.await(3, TimeUnit.MINUTES)).as("The disaster has happened").isTrue();
			}
			catch (InterruptedException interrupted) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(interrupted);
			}
		}

	}

}
