package cn.ecopark.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.content.Arrivals.Arrival;
import cn.ecopark.shared.AfterCommit;

/**
 * What has arrived goes on to the object store in blocks of 8 MiB, of which a last one
 * may be shorter: stores take no smaller ones. A block leaves the database when the
 * object store has it.
 */
final class S3Blocks {

	private static final int PARTS = 8;

	static final int BLOCK = PARTS * ContentParts.PART;

	private static final String MOVED = """
			UPDATE content_arrival SET moved = moved + :size WHERE id = :id AND moved = :from
			""";

	private static final String NOTE = """
			INSERT INTO content_arrival_block (arrival, number, etag) VALUES (:id, :number, :tag)
			ON CONFLICT (arrival, number) DO UPDATE SET etag = EXCLUDED.etag
			""";

	private static final String BEGIN = """
			UPDATE content_arrival SET object_upload = coalesce(object_upload, :upload) WHERE id = :id RETURNING object_upload
			""";

	private static final String TAGS = """
			SELECT etag FROM content_arrival_block WHERE arrival = :id ORDER BY number
			""";

	private final S3Objects objects;

	private final JdbcClient jdbc;

	private final ContentParts parts;

	private final TransactionTemplate transaction;

	S3Blocks(S3Objects objects, JdbcClient jdbc, ContentParts parts, TransactionTemplate transaction) {
		this.objects = objects;
		this.jdbc = jdbc;
		this.parts = parts;
		this.transaction = transaction;
	}

	/** Where it is until its digest is known. */
	static String key(UUID arrival) {
		return "arriving/" + arrival;
	}

	/** Moves the blocks that are complete. */
	void move(Arrival arrival) {
		long from = arrival.moved();
		for (; arrival.size() - from >= BLOCK; from += BLOCK) {
			move(arrival, from, BLOCK);
		}
	}

	private void move(Arrival arrival, long from, int size) {
		String upload = upload(arrival);
		int number = (int) (from / BLOCK) + 1;
		String tag = this.objects.put(key(arrival.id()), upload, number, read(arrival, from, size));
		this.transaction.executeWithoutResult(status -> {
			int moved = this.jdbc.sql(MOVED).param("id", arrival.id()).param("from", from).param("size", size).update();
			if (moved > 0) {
				this.jdbc.sql(NOTE).param("id", arrival.id()).param("number", number).param("tag", tag).update();
				this.parts.delete(arrival.id(), number * PARTS);
			}
		});
	}

	private String upload(Arrival arrival) {
		String known = arrival.objectUpload();
		if (known != null) {
			return known;
		}
		String begun = this.objects.begin(key(arrival.id()));
		String agreed = this.jdbc.sql(BEGIN)
			.param("id", arrival.id())
			.param("upload", begun)
			.query(String.class)
			.single();
		if (!begun.equals(agreed)) {
			this.objects.abort(key(arrival.id()), begun);
		}
		return agreed;
	}

	/**
	 * Makes an object of all that has arrived, if an attempt whose transaction failed has
	 * not.
	 */
	void assemble(Arrival arrival, String key) {
		if (this.objects.has(key, arrival.size())) {
			return;
		}
		if (arrival.objectUpload() == null) {
			this.objects.put(key, read(arrival, 0, (int) arrival.size()));
			return;
		}
		String temporary = key(arrival.id());
		if (!this.objects.has(temporary, arrival.size())) {
			int left = (int) (arrival.size() - arrival.moved());
			if (left > 0) {
				move(arrival, arrival.moved(), left);
			}
			this.objects.complete(temporary, arrival.objectUpload(), tags(arrival.id()));
		}
		if (!key.equals(temporary)) {
			this.objects.copy(temporary, key);
		}
	}

	private List<String> tags(UUID id) {
		return this.jdbc.sql(TAGS).param("id", id).query(String.class).list();
	}

	private byte[] read(Arrival arrival, long from, int size) {
		try (InputStream bytes = this.parts.open(arrival.id(), arrival.size(), from)) {
			return bytes.readNBytes(size);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/**
	 * Removes what of it is in the object store under no digest, once the transaction
	 * cannot fail any more.
	 */
	void discard(Arrival arrival) {
		AfterCommit.run(() -> discardNow(arrival));
	}

	private void discardNow(Arrival arrival) {
		String upload = arrival.objectUpload();
		if (upload != null) {
			this.objects.abort(key(arrival.id()), upload);
		}
		if (upload != null || arrival.digest().isLost()) {
			this.objects.delete(key(arrival.id()));
		}
	}

}
