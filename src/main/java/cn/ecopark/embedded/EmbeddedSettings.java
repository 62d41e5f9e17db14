package cn.ecopark.embedded;

import java.nio.file.Path;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The database that starts with the application where none is configured.
 *
 * @param dataDirectory where its data stays
 * @param port on which it listens; any free one if 0
 */
@Validated
@ConfigurationProperties("ecopark.embedded")
public record EmbeddedSettings(@DefaultValue("./data/postgres") Path dataDirectory,
		@DefaultValue("0") @Min(0) int port) {
}
