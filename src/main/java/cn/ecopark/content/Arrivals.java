package cn.ecopark.content;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.content.ContentStore.ArrivalMissing;
import cn.ecopark.content.ContentStore.OffsetMoved;

/**
 * Content on its way in. Every part is written together with the new end and the running
 * digest, on condition that the end has not moved: of two who append at once, one goes on
 * and the other is told.
 */
final class Arrivals {

	private static final String ADVANCE = """
			UPDATE content_arrival SET size = :size, digest = :digest, sha256 = NULL, touched_at = now() WHERE id = :id AND size = :offset
			""";

	private static final String UNTOUCHED = """
			SELECT id FROM content_arrival WHERE touched_at < now() - make_interval(secs => :seconds)
			""";

	private final JdbcClient jdbc;

	private final ContentParts parts;

	private final TransactionTemplate transaction;

	Arrivals(JdbcClient jdbc, ContentParts parts, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.parts = parts;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * How far it is.
	 *
	 * @param size bytes that are kept
	 * @param digest state of the running digest
	 * @param moved how many of the bytes are kept elsewhere
	 * @param objectUpload where that is
	 * @param prepared its digest, once it was prepared
	 */
	record Arrival(UUID id, long size, RunningDigest digest, long moved, @Nullable String objectUpload,
			@Nullable String prepared) {

		/**
		 * @throws IllegalStateException if that takes reading all of it, and nobody has
		 * prepared it
		 */
		String sha256() {
			return this.prepared != null ? this.prepared : this.digest.end();
		}

	}

	/** Told after each part. */
	interface Listener {

		void kept(UUID id) throws IOException;

	}

	UUID begin() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("INSERT INTO content_arrival (id, digest) VALUES (:id, :digest)")
			.param("id", id)
			.param("digest", RunningDigest.begun().state())
			.update();
		return id;
	}

	Arrival get(UUID id) {
		return read("SELECT * FROM content_arrival WHERE id = :id", id);
	}

	/** Until the end of the transaction nothing is appended. */
	Arrival lock(UUID id) {
		return read("SELECT * FROM content_arrival WHERE id = :id FOR UPDATE", id);
	}

	private Arrival read(String sql, UUID id) {
		return this.jdbc.sql(sql)
			.param("id", id)
			.query(Arrivals::arrival)
			.optional()
			.orElseThrow(() -> new ArrivalMissing(id));
	}

	long append(UUID id, long offset, InputStream bytes, Listener listener) throws IOException {
		Arrival arrival = get(id);
		if (arrival.size() != offset) {
			throw new OffsetMoved(id, offset);
		}
		byte[] buffer = new byte[ContentParts.PART];
		long end = offset;
		for (boolean more = true; more;) {
			int room = buffer.length - (int) (end % buffer.length);
			Piece piece = Piece.read(bytes, buffer, room);
			if (piece.count() > 0) {
				keep(arrival, end, buffer, piece.count());
				end += piece.count();
				listener.kept(id);
			}
			IOException failure = piece.failure();
			if (failure != null) {
				throw failure;
			}
			more = piece.count() == room;
		}
		return end;
	}

	private void keep(Arrival arrival, long end, byte[] bytes, int count) {
		arrival.digest().update(bytes, count);
		this.transaction.executeWithoutResult(status -> {
			int advanced = this.jdbc.sql(ADVANCE)
				.param("id", arrival.id())
				.param("offset", end)
				.param("size", end + count)
				.param("digest", arrival.digest().state(), Types.BINARY)
				.update();
			if (advanced == 0) {
				throw new OffsetMoved(arrival.id(), end);
			}
			this.parts.append(arrival.id(), end, bytes, count);
		});
	}

	void prepared(UUID id, String sha256) {
		this.jdbc.sql("UPDATE content_arrival SET sha256 = :sha256 WHERE id = :id")
			.param("id", id)
			.param("sha256", sha256)
			.update();
	}

	/** The parts stay, or are deleted by whoever calls this. */
	void delete(UUID id) {
		this.jdbc.sql("DELETE FROM content_arrival WHERE id = :id").param("id", id).update();
	}

	List<UUID> untouchedFor(Duration duration) {
		return this.jdbc.sql(UNTOUCHED).param("seconds", duration.toSeconds()).query(UUID.class).list();
	}

	private static Arrival arrival(ResultSet row, int number) throws SQLException {
		return new Arrival(row.getObject("id", UUID.class), row.getLong("size"),
				RunningDigest.of(row.getBytes("digest")), row.getLong("moved"), row.getString("object_upload"),
				row.getString("sha256"));
	}

	/** As much as could be read before the end, or before reading failed. */
	private record Piece(int count, @Nullable IOException failure) {

		static Piece read(InputStream bytes, byte[] buffer, int most) {
			int count = 0;
			try {
				while (count < most) {
					int read = bytes.read(buffer, count, most - count);
					if (read < 0) {
						break;
					}
					count += read;
				}
				return new Piece(count, null);
			}
			catch (IOException broken) {
				return new Piece(count, broken);
			}
		}

	}

}
