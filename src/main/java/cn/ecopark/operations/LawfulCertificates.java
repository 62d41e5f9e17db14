package cn.ecopark.operations;

import org.springframework.stereotype.Component;

import cn.ecopark.signing.SigningKeys;

/**
 * Refuses to start where official documents would be signed with what a demonstration has
 * made.
 */
@Component
class LawfulCertificates {

	/**
	 * @throws SettingsFailure when there is such a certificate
	 */
	LawfulCertificates(SigningKeys keys) {
		keys.worthless().stream().findFirst().ifPresent(unit -> {
			throw new SettingsFailure("worthless-certificate", unit);
		});
	}

}
