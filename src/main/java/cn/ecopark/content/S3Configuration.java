package cn.ecopark.content;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Content goes to an object store where {@code ecopark.content.store} is {@code s3}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ecopark.content.store", havingValue = "s3")
class S3Configuration {

	@Bean
	S3Objects objects(S3Settings settings) {
		if (settings.bucket().isBlank()) {
			throw new InvalidConfigurationPropertyValueException("ecopark.content.s3.bucket", settings.bucket(),
					"Contents go to an object store, and this names the bucket.");
		}
		return new S3Objects(settings);
	}

	@Bean
	ContentStore contentStore(S3Objects objects, JdbcClient jdbc, PlatformTransactionManager transactions) {
		return new S3ContentStore(objects, jdbc, transactions);
	}

}
