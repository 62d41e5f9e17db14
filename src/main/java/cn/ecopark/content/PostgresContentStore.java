package cn.ecopark.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.content.Arrivals.Arrival;
import cn.ecopark.shared.OutsideTransactions;
import cn.ecopark.shared.Sha256;

/** Keeps content in the database, so that one backup holds a case with its documents. */
@Component
@ConditionalOnProperty(name = "ecopark.content.store", havingValue = "postgres", matchIfMissing = true)
public class PostgresContentStore implements ContentStore {

	private final ContentRows rows;

	private final ContentParts parts;

	private final Arrivals arrivals;

	private final MadeContents made;

	private final TransactionTemplate transaction;

	private final IntactContents intact = new IntactContents();

	PostgresContentStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.rows = new ContentRows(jdbc, transactions);
		this.parts = new ContentParts(jdbc);
		this.arrivals = new Arrivals(jdbc, this.parts, transactions);
		this.made = new MadeContents(this.rows, this.parts);
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public Content store(InputStream bytes) throws IOException {
		OutsideTransactions.require("A content is received");
		byte[] first = bytes.readNBytes(ContentParts.PART);
		if (first.length < ContentParts.PART) {
			return find(Sha256.hex(first))
				.orElseGet(() -> Objects.requireNonNull(this.transaction.execute(status -> keep(first))));
		}
		UUID id = begin();
		try {
			append(id, 0, new SequenceInputStream(new ByteArrayInputStream(first), bytes));
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
		if (id == null) {
			throw new ContentMissing(sha256 + " in the database: it was kept in an object store");
		}
		return (from) -> this.parts.open(id, row.size(), from);
	}

	@Override
	public boolean remove(String sha256) {
		return this.rows.remove(sha256, this::removeBytes);
	}

	@Override
	public boolean removeUnused(String sha256, Duration kept) {
		return this.rows.removeUnused(sha256, kept, this::removeBytes);
	}

	private void removeBytes(ContentRows.Row row) {
		if (row.parts() != null) {
			this.parts.delete(row.parts());
		}
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
		return this.arrivals.append(id, offset, bytes, kept -> {
		});
	}

	/** The running digest is known but for one whose state was lost. */
	@Override
	public void prepare(UUID id) throws IOException {
		OutsideTransactions.require("A content that has arrived is read");
		Arrival arrival = this.arrivals.get(id);
		if (arrival.digest().isLost() && arrival.prepared() == null) {
			try (InputStream all = this.parts.open(id, arrival.size(), 0)) {
				this.arrivals.prepared(id, RunningDigest.of(all));
			}
		}
	}

	@Override
	public Content finish(UUID id) {
		return Objects.requireNonNull(this.transaction.execute(status -> {
			Arrival arrival = this.arrivals.lock(id);
			String sha256 = arrival.sha256();
			if (!this.rows.keep(sha256, arrival.size(), id)) {
				this.parts.delete(id);
			}
			this.arrivals.delete(id);
			return new Content(sha256, arrival.size());
		}));
	}

	@Override
	public void discard(UUID id) {
		this.transaction.executeWithoutResult(status -> {
			this.arrivals.delete(id);
			if (this.rows.noneHas(id)) {
				this.parts.delete(id);
			}
		});
	}

	@Override
	public void discardUntouchedFor(Duration duration) {
		this.arrivals.untouchedFor(duration).forEach(this::discard);
	}

}
