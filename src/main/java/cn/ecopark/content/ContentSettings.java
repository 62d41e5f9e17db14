package cn.ecopark.content;

import java.time.Duration;

import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where contents of files are kept.
 *
 * @param store {@code postgres}, or {@code s3} for an object store; those kept in the
 * database before stay readable
 * @param keepUnused how long a content is kept that nothing in the database refers to;
 * whoever keeps a content refers to it within seconds
 */
@Validated
@ConfigurationProperties("ecopark.content")
record ContentSettings(@DefaultValue("postgres") @Pattern(regexp = "postgres|s3") String store,
		@DefaultValue("7d") @DurationMin(days = 1) Duration keepUnused) {
}
