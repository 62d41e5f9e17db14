package cn.ecopark.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Moments on their way into columns of the database and out of them. */
public final class JdbcTime {

	private JdbcTime() {
	}

	/**
	 * @return what a parameter of the type {@code timestamptz} takes
	 */
	public static OffsetDateTime of(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * @return what a parameter of the type {@code timestamptz} takes that may be null
	 */
	public static @Nullable OffsetDateTime ofNullable(@Nullable Instant instant) {
		return instant == null ? null : of(instant);
	}

	/**
	 * @return the moment in a column that is never null
	 */
	public static Instant instant(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(nullable(row, column), column);
	}

	/**
	 * @return the moment in a column that may be null
	 */
	public static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return value == null ? null : value.toInstant();
	}

}
