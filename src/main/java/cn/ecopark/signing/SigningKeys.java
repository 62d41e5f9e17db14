package cn.ecopark.signing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.signing.SigningSettings.KeyStoreSettings;

/**
 * What each body signs with: the key store that is configured for it, in the
 * demonstration else one made for it.
 */
@Component
public class SigningKeys {

	private final SigningSettings settings;

	private final Optional<DemonstrationKeys> demonstration;

	SigningKeys(SigningSettings settings, ObjectProvider<DemonstrationKeys> demonstration) {
		this.settings = settings;
		this.demonstration = Optional.ofNullable(demonstration.getIfAvailable());
	}

	private static SigningKey read(KeyStoreSettings file) {
		return KeyStoreFile.read(file.file(), file.password(), file.alias());
	}

	/** Of a demonstration, outside of one. */
	private boolean worthless(SigningKey key) {
		return this.demonstration.isEmpty() && DemonstrationAuthority.made(key);
	}

	private static SigningKey refuse(SealHolder holder) {
		throw new SigningRefusals.CertificateWorthless(holder.name());
	}

	/**
	 * Whose key store holds a certificate that a demonstration has made, outside of one:
	 * nothing is signed with it. A store that cannot be read is found when it is needed.
	 */
	public List<String> worthless() {
		return this.settings.keystores()
			.entrySet()
			.stream()
			.filter(entry -> Files.isReadable(Path.of(entry.getValue().file())) && worthless(read(entry.getValue())))
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

	/**
	 * @return what the holder signs with; empty if it has nothing
	 * @throws SigningRefusals.CertificateWorthless if a demonstration has made it, and
	 * this is none
	 */
	Optional<SigningKey> of(SealHolder holder) {
		return this.settings.keyStoreOf(holder.id())
			.map(SigningKeys::read)
			.map(key -> worthless(key) ? refuse(holder) : key)
			.or(() -> this.demonstration.map(made -> made.of(holder.name())));
	}

}
