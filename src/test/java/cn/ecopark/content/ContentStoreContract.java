package cn.ecopark.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.SampleFiles;
import cn.ecopark.TestDatabase;
import cn.ecopark.content.ContentStore.ArrivalMissing;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.content.ContentStore.ContentMissing;
import cn.ecopark.content.ContentStore.OffsetMoved;
import cn.ecopark.shared.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store does, wherever it keeps things. */
abstract class ContentStoreContract {

	private static final long MEBIBYTE = 1 << 20;

	private JdbcClient jdbc;

	private ContentStore store;

	private JdbcTransactionManager transactions;

	@BeforeEach
	void openDatabase() {
		DataSource database = TestDatabase.migrated();
		this.jdbc = JdbcClient.create(database);
		this.transactions = new JdbcTransactionManager(database);
		this.store = store(this.jdbc, this.transactions);
	}

	ContentStore store() {
		return this.store;
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	/**
	 * @return another store beside this one, on the same database
	 */
	PostgresContentStore storeInTheDatabase() {
		return new PostgresContentStore(this.jdbc, this.transactions);
	}

	abstract ContentStore store(JdbcClient jdbc, JdbcTransactionManager transactions);

	/**
	 * @return how many contents are kept, where this store keeps them
	 */
	abstract long kept(JdbcClient jdbc);

	@Test
	void keepsTheSameContentOnce() throws IOException {
		Content first = this.store.store(new ByteArrayInputStream(SampleFiles.pdf("建设规划")));
		Content second = this.store.store(new ByteArrayInputStream(SampleFiles.pdf("建设规划")));

		assertThat(second).isEqualTo(first);
		assertThat(count("content")).isOne();
		assertThat(kept(this.jdbc)).isOne();
		assertThat(this.store.open(first.sha256())).hasBinaryContent(SampleFiles.pdf("建设规划"));
	}

	@Test
	void keepsNothingOfWhatBreaksOff() {
		InputStream breaking = new SequenceInputStream(SampleFiles.largePdf(3 * MEBIBYTE), new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("connection lost");
			}
		});

		assertThatThrownBy(() -> this.store.store(breaking)).isInstanceOf(IOException.class)
			.hasMessage("connection lost");

		assertThat(count("content_part")).isZero();
		assertThat(count("content_arrival")).isZero();
		assertThat(kept(this.jdbc)).isZero();
	}

	@Test
	void keepsWhatACommandMadeWithTheCommand() throws IOException {
		byte[] made = SampleFiles.largePdf(MEBIBYTE + 17).readAllBytes();
		TransactionTemplate transaction = new TransactionTemplate(this.transactions);
		transaction.executeWithoutResult(status -> {
			this.store.keep(made);
			status.setRollbackOnly();
		});
		assertThat(count("content") + count("content_part")).isZero();

		Content content = transaction.execute(status -> this.store.keep(made));

		assertThat(content).isEqualTo(new Content(Sha256.hex(made), made.length)).isEqualTo(this.store.keep(made));
		assertThat(this.store.open(content.sha256())).hasBinaryContent(made);
		assertThat(count("content_part")).isEqualTo(2);
	}

	@Test
	void receivesNothingInsideATransaction() {
		InputStream bytes = new ByteArrayInputStream(SampleFiles.pdf("建设规划"));

		assertThatThrownBy(() -> new TransactionTemplate(this.transactions).execute(status -> {
			try {
				return this.store.store(bytes);
			}
			catch (IOException impossible) {
				throw new UncheckedIOException(impossible);
			}
		})).isInstanceOf(IllegalStateException.class).hasMessageEndingWith("inside a transaction");
		assertThat(count("content_arrival")).isZero();
	}

	@Test
	void readsFromAnyPlaceOn() throws IOException {
		byte[] whole = SampleFiles.largePdf(3 * MEBIBYTE + 17).readAllBytes();
		Content content = this.store.store(new ByteArrayInputStream(whole));

		for (int from : new int[] { 0, 5, (int) MEBIBYTE - 1, (int) MEBIBYTE, (int) (3 * MEBIBYTE), whole.length }) {
			assertThat(this.store.open(content.sha256(), from)).as("from %s", from)
				.hasBinaryContent(Arrays.copyOfRange(whole, from, whole.length));
			try (InputStream skipping = this.store.open(content.sha256())) {
				skipping.skipNBytes(from);
				assertThat(skipping.readNBytes(7)).as("skipped to %s", from)
					.isEqualTo(Arrays.copyOfRange(whole, from, Math.min(from + 7, whole.length)));
			}
		}
	}

	@Test
	void goesOnWhereSomethingBrokeOff() throws IOException {
		byte[] whole = SampleFiles.largePdf(19 * MEBIBYTE + 17).readAllBytes();
		UUID id = this.store.begin();
		long offset = 0;

		for (int until : new int[] { 100, (int) MEBIBYTE, (int) (9 * MEBIBYTE) + 5, whole.length }) {
			long from = offset;
			InputStream breaking = breakingAfter(Arrays.copyOfRange(whole, (int) from, until));
			assertThatThrownBy(() -> this.store.append(id, from, breaking)).isInstanceOf(IOException.class);
			offset = this.store.arrived(id);
			assertThat(offset).isEqualTo(until);
		}
		Content content = finish(id);

		assertThat(content.sha256()).isEqualTo(sha256(whole));
		assertThat(this.store.open(content.sha256())).hasBinaryContent(whole);
		assertThatThrownBy(() -> this.store.arrived(id)).isInstanceOf(ArrivalMissing.class);
		assertThat(count("content_arrival")).isZero();
		assertThat(kept(this.jdbc)).isOne();
	}

	@Test
	void knowsTheDigestAlthoughItsStateWasLost() throws IOException {
		byte[] whole = SampleFiles.largePdf(10 * MEBIBYTE).readAllBytes();
		UUID id = this.store.begin();
		this.store.append(id, 0, new ByteArrayInputStream(whole, 0, (int) (9 * MEBIBYTE)));
		this.jdbc.sql("UPDATE content_arrival SET digest = NULL").update();
		this.store.append(id, 9 * MEBIBYTE, new ByteArrayInputStream(whole, (int) (9 * MEBIBYTE), (int) MEBIBYTE));

		Content content = finish(id);

		assertThat(content.sha256()).isEqualTo(sha256(whole));
		assertThat(this.store.open(content.sha256())).hasBinaryContent(whole);
		assertThat(kept(this.jdbc)).isOne();
	}

	@Test
	void finishesAgainAfterATransactionThatFailed() throws IOException {
		byte[] whole = SampleFiles.largePdf(9 * MEBIBYTE).readAllBytes();
		UUID id = this.store.begin();
		this.store.append(id, 0, new ByteArrayInputStream(whole));
		this.store.prepare(id);
		assertThatThrownBy(
				() -> new TransactionTemplate(this.transactions).executeWithoutResult(status -> finishAndFail(id)))
			.hasMessage("afterwards");

		Content content = this.store.finish(id);

		assertThat(this.store.open(content.sha256())).hasBinaryContent(whole);
		assertThat(kept(this.jdbc)).isOne();
	}

	private void finishAndFail(UUID id) {
		this.store.finish(id);
		throw new IllegalStateException("afterwards");
	}

	/** All that takes long is over before the transaction. */
	@Test
	void finishesInATransactionWhatWasPrepared() throws IOException {
		byte[] whole = SampleFiles.largePdf(9 * MEBIBYTE).readAllBytes();
		UUID id = this.store.begin();
		this.store.append(id, 0, new ByteArrayInputStream(whole));
		this.store.prepare(id);

		Content content = new TransactionTemplate(this.transactions).execute(status -> this.store.finish(id));

		assertThat(this.store.open(content.sha256())).hasBinaryContent(whole);
	}

	@Test
	void forgetsWhatWasPreparedAndIsNotWanted() throws IOException {
		UUID id = this.store.begin();
		this.store.append(id, 0, SampleFiles.largePdf(9 * MEBIBYTE));
		this.store.prepare(id);

		this.store.discard(id);

		assertThat(count("content_arrival") + count("content_part")).isZero();
		assertThat(kept(this.jdbc)).isZero();
	}

	private Content finish(UUID id) throws IOException {
		this.store.prepare(id);
		return this.store.finish(id);
	}

	@Test
	void keepsOnceWhatArrivesTwice() throws IOException {
		byte[] whole = SampleFiles.largePdf(9 * MEBIBYTE).readAllBytes();
		Content first = this.store.store(new ByteArrayInputStream(whole));
		UUID id = this.store.begin();
		this.store.append(id, 0, new ByteArrayInputStream(whole));

		assertThat(finish(id)).isEqualTo(first);
		assertThat(kept(this.jdbc)).isOne();
		assertThat(this.store.open(first.sha256())).hasBinaryContent(whole);
	}

	@Test
	void letsOneOfTwoWhoAppendAtOnceGoOn() throws Exception {
		byte[] piece = SampleFiles.largePdf(2 * MEBIBYTE).readAllBytes();
		UUID id = this.store.begin();
		CyclicBarrier together = new CyclicBarrier(2);
		Callable<Boolean> append = () -> {
			together.await();
			try {
				return this.store.append(id, 0, new ByteArrayInputStream(piece)) == piece.length;
			}
			catch (OffsetMoved moved) {
				return false;
			}
		};
		ExecutorService two = Executors.newFixedThreadPool(2);
		try {
			Future<Boolean> one = two.submit(append);
			Future<Boolean> other = two.submit(append);

			// Both may be told to look again, when each has written a part; never do both
			// go on.
			assertThat(List.of(one.get(), other.get())).contains(false);
		}
		finally {
			two.shutdown();
		}
		long offset = this.store.arrived(id);
		this.store.append(id, offset, new ByteArrayInputStream(piece, (int) offset, piece.length - (int) offset));
		assertThat(finish(id).sha256()).isEqualTo(sha256(piece));
	}

	@Test
	void refusesWhatDoesNotBelongAtTheEnd() throws IOException {
		UUID id = this.store.begin();
		this.store.append(id, 0, new ByteArrayInputStream(new byte[5]));

		assertThatThrownBy(() -> this.store.append(id, 4, new ByteArrayInputStream(new byte[5])))
			.isInstanceOf(OffsetMoved.class);
		assertThat(this.store.arrived(id)).isEqualTo(5);
	}

	@Test
	void keepsNothingOfWhatIsDiscardedOrAbandoned() throws IOException {
		UUID discarded = this.store.begin();
		this.store.append(discarded, 0, SampleFiles.largePdf(9 * MEBIBYTE));
		this.store.discard(discarded);
		this.store.discard(discarded);
		UUID abandoned = this.store.begin();
		this.store.append(abandoned, 0, SampleFiles.largePdf(9 * MEBIBYTE));
		this.store.discardUntouchedFor(Duration.ofDays(7));
		assertThat(this.store.arrived(abandoned)).isEqualTo(9 * MEBIBYTE);
		this.jdbc.sql("UPDATE content_arrival SET touched_at = now() - interval '8 days'").update();
		this.store.discardUntouchedFor(Duration.ofDays(7));

		assertThat(count("content_arrival")).isZero();
		assertThat(count("content_part")).isZero();
		assertThat(kept(this.jdbc)).isZero();
	}

	@Test
	void removesContentThatNothingRefersTo() throws IOException {
		Content content = this.store.store(SampleFiles.largePdf(MEBIBYTE));
		this.jdbc.sql("CREATE TABLE reference (sha256 TEXT REFERENCES content (sha256))").update();
		this.jdbc.sql("INSERT INTO reference VALUES (:sha256)").param("sha256", content.sha256()).update();

		assertThat(this.store.remove(content.sha256())).isFalse();
		assertThat(this.store.open(content.sha256()).readAllBytes()).hasSize((int) MEBIBYTE);
		this.jdbc.sql("DELETE FROM reference").update();
		assertThat(this.store.remove(content.sha256())).isTrue();
		assertThat(this.store.find(content.sha256())).isEmpty();
		assertThat(kept(this.jdbc)).isZero();
	}

	@Test
	void keepsNothingAsWell() throws IOException {
		Content nothing = this.store.store(InputStream.nullInputStream());

		assertThat(nothing.size()).isZero();
		assertThat(this.store.open(nothing.sha256()).readAllBytes()).isEmpty();
	}

	private static InputStream breakingAfter(byte[] bytes) {
		return new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("connection lost");
			}
		});
	}

	private static String sha256(byte[] bytes) {
		return HexFormat.of().formatHex(Sha256.digest().digest(bytes));
	}

	@Test
	void holdsNoMoreThanAFewPartsInMemory() throws IOException {
		long size = 40 * MEBIBYTE;
		WatchedHeap sent = new WatchedHeap(SampleFiles.largePdf(size));

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
			if (this.sinceLook > 28 * MEBIBYTE) {
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

	@Test
	void handsOutNothingThatWasExchanged() throws IOException {
		byte[] bytes = new byte[3 << 20];
		Arrays.fill(bytes, (byte) 'a');
		Content content = this.store.store(new ByteArrayInputStream(bytes));
		this.store.ensureIntact(content.sha256());

		bytes[bytes.length - 1] = 'b';
		exchange(content.sha256(), bytes);

		assertThatThrownBy(() -> this.store.ensureIntact(content.sha256())).isInstanceOf(ContentAltered.class);
		assertThatThrownBy(() -> this.store.open(content.sha256())).isInstanceOf(ContentAltered.class);
		assertThatThrownBy(() -> this.store.digestAgain(content.sha256())).isInstanceOf(ContentAltered.class);
	}

	/** Too large to be digested for each piece of it, it is compared part by part. */
	@Test
	void breaksOffWhenAPartIsExchangedMeanwhile() throws IOException {
		byte[] bytes = new byte[6 << 20];
		Arrays.fill(bytes, (byte) 'a');
		Content content = this.store.store(new ByteArrayInputStream(bytes));
		try (InputStream reading = this.store.open(content.sha256())) {
			reading.readNBytes(2 << 20);
			bytes[5 << 20] = 'b';
			exchange(content.sha256(), bytes);
		}

		try (InputStream first = this.store.open(content.sha256())) {
			assertThat(first.readNBytes(5 << 20)).containsOnly('a');
			assertThatThrownBy(first::read).isInstanceOf(ContentAltered.class);
		}
		assertThatThrownBy(() -> this.store.open(content.sha256(), 5 << 20)).isInstanceOf(ContentAltered.class);
	}

	/** As whoever may write where this store keeps things. */
	abstract void exchange(String sha256, byte[] bytes);

}
