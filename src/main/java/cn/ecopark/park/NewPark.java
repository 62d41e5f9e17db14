package cn.ecopark.park;

import org.jspecify.annotations.Nullable;

/**
 * A park to be entered in the register, as 意向.
 *
 * @param cityCode of a city of that province; null where it is registered in none
 */
public record NewPark(String name, ParkKind kind, String level, String provinceCode, @Nullable String cityCode) {

	public NewPark {
		if (name.isBlank()) {
			throw new IllegalArgumentException("A park has a name");
		}
	}

	/** A park that is registered in no city. */
	public NewPark(String name, ParkKind kind, String level, String provinceCode) {
		this(name, kind, level, provinceCode, null);
	}

}
