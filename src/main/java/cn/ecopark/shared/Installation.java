package cn.ecopark.shared;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What this installation is.
 *
 * @param demonstration whether its people, cases and keys are invented; never in
 * production
 * @param publicAddress address under which the public reaches it; QR codes of official
 * documents lead there
 * @param otherHosts names by which it may be asked for as well, for instance inside of a
 * ministry
 * @param demoPassword with which the invented people of a demonstration sign in
 */
@Validated
@ConfigurationProperties("ecopark")
public record Installation(@DefaultValue("false") boolean demonstration, @Nullable String publicAddress,
		@DefaultValue List<String> otherHosts, @DefaultValue("demo-only-2018") String demoPassword) {

	private static final String SECURE = "https";

	/** Whether the public reaches it over TLS alone. */
	public boolean isSecure() {
		return this.publicAddress != null && SECURE.equalsIgnoreCase(URI.create(this.publicAddress).getScheme());
	}

	/** The name in the public address; empty where none is set. */
	public Optional<String> host() {
		return Optional.ofNullable(this.publicAddress).map(URI::create).map(URI::getHost);
	}

}
