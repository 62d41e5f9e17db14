package cn.ecopark.signing;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What each body signs with: the key store that is configured for it, in the
 * demonstration else one made for it.
 */
@Component
class SigningKeys {

	private final SigningSettings settings;

	private final Optional<DemonstrationKeys> demonstration;

	SigningKeys(SigningSettings settings, ObjectProvider<DemonstrationKeys> demonstration) {
		this.settings = settings;
		this.demonstration = Optional.ofNullable(demonstration.getIfAvailable());
	}

	/**
	 * @return what the holder signs with; empty if it has nothing
	 */
	Optional<SigningKey> of(SealHolder holder) {
		return this.settings.keyStoreOf(holder.id())
			.map(file -> KeyStoreFile.read(file.file(), file.password(), file.alias()))
			.or(() -> this.demonstration.map(made -> made.of(holder.name())));
	}

}
