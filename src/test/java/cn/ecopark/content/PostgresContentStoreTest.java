package cn.ecopark.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.HexFormat;

import javax.sql.DataSource;

import cn.ecopark.SamplePapers;
import cn.ecopark.TestDatabase;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.content.ContentStore.ContentMissing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresContentStoreTest {

	private static final long MEBIBYTE = 1 << 20;

	private JdbcClient jdbc;

	private ContentStore store;

	@BeforeEach
	void openDatabase() {
		DataSource database = TestDatabase.migrated();
		this.jdbc = JdbcClient.create(database);
		this.store = new PostgresContentStore(this.jdbc, new JdbcTransactionManager(database));
	}

	@Test
	void keepsTheSameContentOnce() throws IOException {
		Content first = this.store.store(new ByteArrayInputStream(SamplePapers.pdf("建设规划")));
		Content second = this.store.store(new ByteArrayInputStream(SamplePapers.pdf("建设规划")));

		assertThat(second).isEqualTo(first);
		assertThat(count("content")).isOne();
		assertThat(count("content_part")).isOne();
		assertThat(this.store.open(first.sha256())).hasBinaryContent(SamplePapers.pdf("建设规划"));
	}

	@Test
	void keepsNothingOfWhatBreaksOff() {
		InputStream breaking = new SequenceInputStream(SamplePapers.largePdf(3 * MEBIBYTE), new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("connection lost");
			}
		});

		assertThatThrownBy(() -> this.store.store(breaking)).isInstanceOf(IOException.class)
			.hasMessage("connection lost");

		assertThat(count("content_part")).isZero();
	}

	@Test
	void readsFromAnyPlaceOn() throws IOException {
		byte[] whole = SamplePapers.largePdf(3 * MEBIBYTE + 17).readAllBytes();
		Content content = this.store.store(new ByteArrayInputStream(whole));

		for (int from : new int[] { 0, 5, (int) MEBIBYTE - 1, (int) MEBIBYTE, (int) (3 * MEBIBYTE), whole.length }) {
			assertThat(this.store.open(content.sha256(), from)).as("from %s", from)
				.hasBinaryContent(Arrays.copyOfRange(whole, from, whole.length));
		}
		assertThat(count("content_part")).isEqualTo(4);
	}

	@Test
	void holdsNoMoreThanAFewPartsInMemory() throws IOException {
		long size = 60 * MEBIBYTE;
		WatchedHeap sent = new WatchedHeap(SamplePapers.largePdf(size));

		Content content = this.store.store(sent);
		WatchedHeap read = new WatchedHeap(this.store.open(content.sha256()));
		long length = read.transferTo(OutputStream.nullOutputStream());

		assertThat(length).isEqualTo(size).isEqualTo(content.size());
		assertThat(read.sha256()).isEqualTo(sent.sha256()).isEqualTo(content.sha256());
		assertThat(sent.growth()).as("heap while storing").isLessThan(16 * MEBIBYTE);
		assertThat(read.growth()).as("heap while reading").isLessThan(16 * MEBIBYTE);
	}

	@Test
	void saysThatContentIsMissing() {
		String digest = HexFormat.of().formatHex(Sha256.digest().digest("nothing".getBytes(StandardCharsets.UTF_8)));

		assertThat(this.store.find(digest)).isEmpty();
		assertThatThrownBy(() -> this.store.open(digest)).isInstanceOf(ContentMissing.class);
	}

	private long count(String table) {
		return this.jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	/** Looks now and then at what the heap holds on to while a stream goes by. */
	private static final class WatchedHeap extends DigestInputStream {

		private final long before = held();

		private long most = this.before;

		private long sinceLook;

		WatchedHeap(InputStream stream) {
			super(stream, Sha256.digest());
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int count = super.read(target, offset, length);
			this.sinceLook += count;
			if (this.sinceLook > 10 * MEBIBYTE) {
				this.sinceLook = 0;
				this.most = Math.max(this.most, held());
			}
			return count;
		}

		long growth() {
			return this.most - this.before;
		}

		String sha256() {
			return HexFormat.of().formatHex(getMessageDigest().digest());
		}

		private static long held() {
			System.gc();
			return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
		}

	}

}
