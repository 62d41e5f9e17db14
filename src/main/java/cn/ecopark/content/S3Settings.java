package cn.ecopark.content;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the object store is.
 *
 * @param bucket in which contents are kept; needed where {@code ecopark.content.store} is
 * {@code s3}
 * @param prefix of every key, for instance {@code ecopark/}
 * @param endpoint null for that of Amazon in the region
 * @param accessKey null where the surroundings provide the credentials: environment,
 * profile or role
 * @param pathStyle whether the bucket is part of the path and not of the host
 */
@Validated
@ConfigurationProperties("ecopark.content.s3")
record S3Settings(@DefaultValue("") String bucket, @DefaultValue("") String prefix, @Nullable URI endpoint,
		@DefaultValue("us-east-1") String region, @Nullable String accessKey, @Nullable String secretKey,
		@DefaultValue("false") boolean pathStyle) {
}
