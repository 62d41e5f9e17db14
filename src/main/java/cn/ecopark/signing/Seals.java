package cn.ecopark.signing;

import java.nio.file.Path;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Units;
import cn.ecopark.shared.Installation;
import cn.ecopark.signing.SigningRefusals.NoSeal;
import cn.ecopark.signing.seal.RoundSeal;
import cn.ecopark.signing.seal.SealFile;
import cn.ecopark.typesetting.SealDrawing;

/**
 * The seal of each body: the one that is configured for it; in the demonstration else a
 * drawing that says what it is.
 */
@Component
public class Seals {

	private static final String WORTHLESS = "演示专用";

	private final SigningSettings settings;

	private final Units units;

	private final boolean demonstration;

	Seals(SigningSettings settings, Units units, Installation installation) {
		this.settings = settings;
		this.units = units;
		this.demonstration = installation.demonstration();
	}

	/**
	 * @return empty only where documents may go out without seal
	 * @throws NoSeal when none is configured and documents need one
	 */
	public Optional<SealDrawing> of(SealHolder holder) {
		float diameter = diameter(holder.id());
		Optional<SealDrawing> given = this.settings.sealOf(holder.id()).map(name -> file(name, diameter));
		if (given.isPresent()) {
			return given;
		}
		if (this.demonstration) {
			return Optional.of(new RoundSeal(holder.name(), WORTHLESS, diameter));
		}
		if (!this.settings.withoutSeal()) {
			throw new NoSeal(holder.name());
		}
		return Optional.empty();
	}

	/** Its own, else that of its level, else that of all (国发〔1999〕25号, 3, 6 and 13). */
	private float diameter(String unitId) {
		return this.settings.sealDiameterOf(unitId)
			.or(() -> this.units.find(unitId).flatMap(unit -> this.settings.sealDiameterOf(unit.level().name())))
			.orElse(this.settings.sealDiameter());
	}

	private SealDrawing file(String name, float diameter) {
		String folder = this.settings.sealFolder();
		return new SealFile(folder == null ? Path.of(name) : Path.of(folder).resolve(name), diameter);
	}

}
