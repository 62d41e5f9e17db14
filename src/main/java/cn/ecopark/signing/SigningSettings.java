package cn.ecopark.signing;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a ministry gives to seal and sign with.
 *
 * @param sealFolder where the drawings of seals are; null where there are none
 * @param seals file in that folder, PNG or PDF of one page, by id of the holder
 * @param sealDiameter millimetres of a seal, where nothing else is set
 * @param sealDiameters millimetres, by id of the holder or by level of units
 * @param withoutSeal whether documents may go out without the seal of a body that has
 * none here
 * @param keystores PKCS#12 by id of the holder
 * @param withoutSignature whether documents may go out without the signature of a body
 * that has no key store here
 */
@ConfigurationProperties("ecopark.signing")
record SigningSettings(@Nullable String sealFolder, @DefaultValue Map<String, String> seals,
		@DefaultValue("42") float sealDiameter, @DefaultValue Map<String, Float> sealDiameters, boolean withoutSeal,
		@DefaultValue Map<String, KeyStoreSettings> keystores, boolean withoutSignature) {

	/**
	 * @param file path of the PKCS#12 file
	 * @param alias of the entry that signs; null where there is only one
	 */
	record KeyStoreSettings(String file, String password, @Nullable String alias) {
	}

	Optional<String> sealOf(String holder) {
		return of(this.seals, holder);
	}

	Optional<Float> sealDiameterOf(String holderOrLevel) {
		return of(this.sealDiameters, holderOrLevel);
	}

	Optional<KeyStoreSettings> keyStoreOf(String holder) {
		return of(this.keystores, holder);
	}

	/** Environment variables write ids in small letters. */
	private static <T> Optional<T> of(Map<String, T> settings, String holder) {
		return settings.entrySet()
			.stream()
			.filter(entry -> entry.getKey().equalsIgnoreCase(holder))
			.map(Map.Entry::getValue)
			.findFirst();
	}

}
