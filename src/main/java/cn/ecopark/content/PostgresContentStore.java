package cn.ecopark.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps content in the database, so that one backup holds a case with its papers. */
@Component
public class PostgresContentStore implements ContentStore {

	static final int PART = 1 << 20;

	private static final String INSERT = """
			INSERT INTO content (sha256, size, parts) VALUES (:sha256, :size, :parts) ON CONFLICT (sha256) DO NOTHING
			""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	PostgresContentStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	private record Kept(UUID parts, long size) {
	}

	@Override
	public Content store(InputStream bytes) throws IOException {
		try {
			Content stored = this.transaction.execute(status -> keep(bytes));
			return Objects.requireNonNull(stored);
		}
		catch (UncheckedIOException unreadable) {
			throw unreadable.getCause();
		}
	}

	private Content keep(InputStream bytes) {
		UUID parts = UUID.randomUUID();
		DigestInputStream digesting = new DigestInputStream(bytes, Sha256.digest());
		long size = keepParts(parts, digesting);
		String sha256 = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
		int added = this.jdbc.sql(INSERT).param("sha256", sha256).param("size", size).param("parts", parts).update();
		if (added == 0) {
			this.jdbc.sql("DELETE FROM content_part WHERE parts = :parts").param("parts", parts).update();
		}
		return new Content(sha256, size);
	}

	private long keepParts(UUID parts, InputStream bytes) {
		long size = 0;
		try {
			byte[] part = bytes.readNBytes(PART);
			for (int number = 0; part.length > 0; number++) {
				this.jdbc.sql("INSERT INTO content_part (parts, number, bytes) VALUES (:parts, :number, :bytes)")
					.param("parts", parts)
					.param("number", number)
					.param("bytes", part)
					.update();
				size += part.length;
				part = bytes.readNBytes(PART);
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return size;
	}

	@Override
	public Optional<Content> find(String sha256) {
		return kept(sha256).map(kept -> new Content(sha256, kept.size()));
	}

	@Override
	public InputStream open(String sha256, long from) {
		Kept kept = kept(sha256).orElseThrow(() -> new ContentMissing(sha256));
		return new PartsInputStream(number -> part(kept.parts(), number), kept.size(), PART, from);
	}

	private Optional<Kept> kept(String sha256) {
		return this.jdbc.sql("SELECT parts, size FROM content WHERE sha256 = :sha256")
			.param("sha256", sha256)
			.query((row, number) -> new Kept(row.getObject("parts", UUID.class), row.getLong("size")))
			.optional();
	}

	private byte[] part(UUID parts, int number) {
		return this.jdbc.sql("SELECT bytes FROM content_part WHERE parts = :parts AND number = :number")
			.param("parts", parts)
			.param("number", number)
			.query((row, index) -> row.getBytes("bytes"))
			.single();
	}

}
