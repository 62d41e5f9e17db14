package cn.ecopark.operations;

import java.nio.file.Path;
import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The log of requests.
 *
 * @param folder where this node writes a file for each day; without it none is written,
 * and the proxy has to
 * @param keep how long files stay; network logs are kept for at least six months, which
 * are up to 184 days (网络安全法 21)
 */
@Validated
@ConfigurationProperties("ecopark.access-log")
record AccessLogSettings(@Nullable Path folder, @DefaultValue("184d") @DurationMin(days = 184) Duration keep) {
}
