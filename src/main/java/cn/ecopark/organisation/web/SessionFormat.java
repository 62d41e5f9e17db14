package cn.ecopark.organisation.web;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.shared.Installation;

/**
 * How sessions are kept. What an earlier version has stored and this one cannot read is
 * as if it had never been stored: one signs in again.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Installation.class)
class SessionFormat {

	private static final String SESSION = "SESSION";

	private static final Logger LOGGER = LoggerFactory.getLogger(SessionFormat.class);

	/**
	 * Said here and not in the configuration, where it could be lost. Where the public
	 * address begins with https no browser ever sends it in the clear, nor takes one that
	 * another host has set.
	 */
	@Bean
	CookieSerializer cookieSerializer(Installation installation) {
		DefaultCookieSerializer cookie = new DefaultCookieSerializer();
		cookie.setCookieName(cookieName(SESSION, installation.isSecure()));
		cookie.setCookiePath("/");
		if (installation.isSecure()) {
			cookie.setUseSecureCookie(true);
		}
		cookie.setUseHttpOnlyCookie(true);
		cookie.setSameSite("Lax");
		return cookie;
	}

	/**
	 * A name with that prefix is only taken by a browser if the cookie came over TLS from
	 * this very host and is for all its paths.
	 */
	static String cookieName(String name, boolean secure) {
		return secure ? "__Host-" + name : name;
	}

	/**
	 * Two requests of one session may set the same attribute at the same moment: the
	 * later one wins, instead of failing after its command was carried out.
	 */
	@Bean
	PostgreSqlJdbcIndexedSessionRepositoryCustomizer attributesAreUpserted() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	/**
	 * The rows of a session are no record: they are written apart from what a request
	 * does, and the audit is not asked about them.
	 */
	@Bean(defaultCandidate = false)
	TransactionOperations springSessionTransactionOperations(DataSource database) {
		TransactionTemplate apart = new TransactionTemplate(new JdbcTransactionManager(database));
		apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return apart;
	}

	/** The name by which Spring Session finds it. */
	@Bean(defaultCandidate = false)
	@SuppressWarnings("NullAway") // a converter may answer null, which its type does not
									// say
	ConversionService springSessionConversionService() {
		DeserializingConverter strict = new DeserializingConverter(SessionFormat.class.getClassLoader());
		GenericConversionService conversion = new GenericConversionService();
		conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
		conversion.addConverter(byte[].class, Object.class, (Converter<byte[], Object>) (bytes) -> read(strict, bytes));
		return conversion;
	}

	private static @Nullable Object read(DeserializingConverter strict, byte[] bytes) {
		try {
			return strict.convert(bytes);
		}
		catch (SerializationFailedException problem) {
			LOGGER.info("A session attribute of an earlier version is dropped: {}", problem.getMessage());
			return null;
		}
	}

}
