package cn.ecopark.content;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.content.Arrivals.Arrival;
import cn.ecopark.shared.AfterCommit;
import cn.ecopark.shared.OutsideTransactions;

/**
 * Keeps content in an object store; the database knows which there is. What arrives waits
 * in the database only until a block of it is complete. Content that was kept in the
 * database before stays readable.
 */
final class S3ContentStore implements ContentStore {

	private final ContentRows rows;

	private final ContentParts parts;

	private final Arrivals arrivals;

	private final S3Blocks blocks;

	private final S3Objects objects;

	private final MadeContents made;

	private final TransactionTemplate transaction;

	private final IntactContents intact = new IntactContents();

	S3ContentStore(S3Objects objects, JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.objects = objects;
		this.rows = new ContentRows(jdbc, transactions);
		this.parts = new ContentParts(jdbc);
		this.arrivals = new Arrivals(jdbc, this.parts, transactions);
		this.made = new MadeContents(this.rows, this.parts);
		this.transaction = new TransactionTemplate(transactions);
		this.blocks = new S3Blocks(objects, jdbc, this.parts, this.transaction);
	}

	@Override
	public Content store(InputStream bytes) throws IOException {
		UUID id = begin();
		try {
			append(id, 0, bytes);
			prepare(id);
			return finish(id);
		}
		catch (IOException | RuntimeException failed) {
			discard(id);
			throw failed;
		}
	}

	@Override
	public Content keep(byte[] made) {
		return this.made.keep(made);
	}

	@Override
	public Optional<Content> find(String sha256) {
		return this.rows.find(sha256).map(row -> new Content(sha256, row.size()));
	}

	@Override
	public InputStream open(String sha256, long from) {
		ContentRows.Row row = row(sha256);
		return this.intact.open(sha256, row.size(), from, source(sha256, row));
	}

	@Override
	public void ensureIntact(String sha256) {
		ContentRows.Row row = row(sha256);
		this.intact.ensure(sha256, row.size(), source(sha256, row));
	}

	@Override
	public void digestAgain(String sha256) {
		ContentRows.Row row = row(sha256);
		this.intact.check(sha256, row.size(), source(sha256, row));
	}

	private ContentRows.Row row(String sha256) {
		return this.rows.find(sha256).orElseThrow(() -> new ContentMissing(sha256));
	}

	private IntactContents.Source source(String sha256, ContentRows.Row row) {
		UUID id = row.parts();
		return id != null ? (from) -> this.parts.open(id, row.size(), from)
				: (from) -> new LazyInputStream(start -> this.objects.open(name(sha256, row), start), row.size(), from);
	}

	@Override
	public boolean remove(String sha256) {
		return this.rows.remove(sha256, row -> removeBytes(sha256, row));
	}

	@Override
	public boolean removeUnused(String sha256, Duration kept) {
		return this.rows.removeUnused(sha256, kept, row -> removeBytes(sha256, row));
	}

	private void removeBytes(String sha256, ContentRows.Row row) {
		if (row.parts() != null) {
			this.parts.delete(row.parts());
		}
		else {
			AfterCommit.run(() -> this.objects.delete(name(sha256, row)));
		}
	}

	/** Those kept before are under their digest alone. */
	private static String name(String sha256, ContentRows.Row row) {
		String object = row.object();
		return object != null ? object : sha256;
	}

	@Override
	public UUID begin() {
		return this.arrivals.begin();
	}

	@Override
	public long arrived(UUID id) {
		return this.arrivals.get(id).size();
	}

	@Override
	public long append(UUID id, long offset, InputStream bytes) throws IOException {
		OutsideTransactions.require("Bytes of a content are received");
		return this.arrivals.append(id, offset, bytes, kept -> this.blocks.move(this.arrivals.get(kept)));
	}

	/** Under a name of its own, so that nobody who removes the same is concerned. */
	@Override
	public void prepare(UUID id) throws IOException {
		OutsideTransactions.require("An object is made");
		Arrival arrival = this.arrivals.get(id);
		if (arrival.prepared() == null) {
			String sha256 = arrival.digest().isLost() ? digest(arrival) : arrival.digest().end();
			this.blocks.assemble(arrival, name(sha256, id));
			this.arrivals.prepared(id, sha256);
		}
	}

	/** Only a complete object can be read. */
	private String digest(Arrival arrival) throws IOException {
		String temporary = S3Blocks.key(arrival.id());
		this.blocks.assemble(arrival, temporary);
		try (InputStream all = new LazyInputStream(start -> this.objects.open(temporary, start), arrival.size(), 0)) {
			return RunningDigest.of(all);
		}
	}

	private static String name(String sha256, UUID arrival) {
		return sha256 + "." + arrival;
	}

	@Override
	public Content finish(UUID id) {
		return Objects.requireNonNull(this.transaction.execute(status -> {
			Arrival arrival = this.arrivals.lock(id);
			String sha256 = arrival.prepared();
			if (sha256 == null) {
				throw new IllegalStateException("There is no object of " + id);
			}
			String name = name(sha256, id);
			if (!this.rows.keepElsewhere(sha256, arrival.size(), name)) {
				AfterCommit.run(() -> this.objects.delete(name));
			}
			forget(arrival);
			return new Content(sha256, arrival.size());
		}));
	}

	private void forget(Arrival arrival) {
		this.blocks.discard(arrival);
		this.parts.delete(arrival.id());
		this.arrivals.delete(arrival.id());
	}

	@Override
	public void discard(UUID id) {
		this.transaction.executeWithoutResult(status -> {
			try {
				Arrival arrival = this.arrivals.lock(id);
				forget(arrival);
				if (arrival.prepared() != null || !arrival.digest().isLost()) {
					String name = name(arrival.sha256(), id);
					AfterCommit.run(() -> this.objects.delete(name));
				}
			}
			catch (ArrivalMissing before) {
				// There is nothing to forget.
			}
		});
	}

	@Override
	public void discardUntouchedFor(Duration duration) {
		this.arrivals.untouchedFor(duration).forEach(this::discard);
	}

}
