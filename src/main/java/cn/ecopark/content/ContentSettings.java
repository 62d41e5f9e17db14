package cn.ecopark.content;

import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where contents of files are kept.
 *
 * @param store {@code postgres}, or {@code s3} for an object store; those kept in the
 * database before stay readable
 */
@Validated
@ConfigurationProperties("ecopark.content")
record ContentSettings(@DefaultValue("postgres") @Pattern(regexp = "postgres|s3") String store) {
}
