package cn.ecopark.signing;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Units;

/**
 * What each body signs with: the key store that is configured for it, in the
 * demonstration else one made for it.
 */
@Component
class SigningKeys {

	private final SigningSettings settings;

	private final Units units;

	private final Optional<DemonstrationKeys> demonstration;

	SigningKeys(SigningSettings settings, Units units, ObjectProvider<DemonstrationKeys> demonstration) {
		this.settings = settings;
		this.units = units;
		this.demonstration = Optional.ofNullable(demonstration.getIfAvailable());
	}

	/**
	 * @return what the body signs with under its name of that day; empty if it has
	 * nothing
	 */
	Optional<SigningKey> of(String unitId, LocalDate day) {
		return this.settings.keyStoreOf(unitId)
			.map(file -> KeyStoreFile.read(file.file(), file.password(), file.alias()))
			.or(() -> this.demonstration.map(made -> made.of(this.units.nameOn(unitId, day))));
	}

}
