package cn.ecopark.content;

import java.io.InputStream;
import java.util.Arrays;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of 1 MiB, numbered from 0; the last of a content may be shorter. They go by an id
 * of their own, since the digest is known only when the last one is.
 */
final class ContentParts {

	static final int PART = 1 << 20;

	private static final String INSERT = """
			INSERT INTO content_part (parts, number, bytes) VALUES (:parts, :number, :bytes)
			""";

	private static final String LENGTHEN = """
			UPDATE content_part SET bytes = bytes || :bytes WHERE parts = :parts AND number = :number
			""";

	private final JdbcClient jdbc;

	ContentParts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param position end of what is kept
	 * @param count how many of the bytes, no more than the part at that position has room
	 * for
	 * @throws IllegalStateException when the part is missing that they belong to: they
	 * would be lost
	 */
	void append(UUID parts, long position, byte[] bytes, int count) {
		int rows = this.jdbc.sql(position % PART == 0 ? INSERT : LENGTHEN)
			.param("parts", parts)
			.param("number", (int) (position / PART))
			.param("bytes", count == bytes.length ? bytes : Arrays.copyOf(bytes, count))
			.update();
		if (rows == 0) {
			throw new IllegalStateException("No part " + position / PART + " of " + parts);
		}
	}

	byte[] get(UUID parts, int number) {
		return this.jdbc.sql("SELECT bytes FROM content_part WHERE parts = :parts AND number = :number")
			.param("parts", parts)
			.param("number", number)
			.query((row, index) -> row.getBytes("bytes"))
			.single();
	}

	InputStream open(UUID parts, long size, long from) {
		return new PartsInputStream(number -> get(parts, number), size, PART, from);
	}

	void delete(UUID parts) {
		this.jdbc.sql("DELETE FROM content_part WHERE parts = :parts").param("parts", parts).update();
	}

	/**
	 * @param before first part that stays
	 */
	void delete(UUID parts, int before) {
		this.jdbc.sql("DELETE FROM content_part WHERE parts = :parts AND number < :before")
			.param("parts", parts)
			.param("before", before)
			.update();
	}

}
