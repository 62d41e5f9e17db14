package cn.ecopark.audit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the audit needs outside of the database.
 *
 * @param keyFile the keys of entries and seals; whoever can read it can write entries
 * that pass for genuine
 * @param makeKeyFile whether a missing key file is made, as in a demonstration; otherwise
 * the application does not start without it
 * @param sealEvery pause between two seals, as long as chains grow
 * @param allowOwner whether the application may sign in to PostgreSQL as somebody who can
 * switch the triggers off
 * @param seals where the seals are told
 */
@ConfigurationProperties("ecopark.audit")
record AuditSettings(@DefaultValue("./data/audit-keys.properties") Path keyFile, @Nullable Boolean makeKeyFile,
		@DefaultValue("500ms") Duration sealEvery, @Nullable Boolean allowOwner, @DefaultValue Places seals) {

	/**
	 * Places that the owner of the database cannot write; each may be left out.
	 *
	 * @param file a line of JSON for each seal is appended to it
	 * @param syslog {@code tcp://host:port} or {@code udp://host:port}, RFC 5424
	 * @param endpoint each seal is posted there as JSON
	 * @param endpointToken bearer token for it
	 * @param timeStamp time-stamping authority, RFC 3161 over HTTP
	 * @param timeStampEvery pause between two time stamps
	 * @param patience how long to wait for an answer
	 */
	record Places(@Nullable Path file, @Nullable URI syslog, @Nullable URI endpoint, @Nullable String endpointToken,
			@Nullable URI timeStamp, @DefaultValue("1h") Duration timeStampEvery,
			@DefaultValue("5s") Duration patience) {
	}

}
