package cn.ecopark.park;

import org.jspecify.annotations.Nullable;

/**
 * The part of the register that a reader may see; null narrows nothing.
 *
 * @param provinceCode the parks of that province
 * @param cityCode the parks of that city
 * @param unitId the one park of that unit
 */
public record ParkScope(@Nullable String provinceCode, @Nullable String cityCode, @Nullable String unitId) {

	/** All parks. */
	public static final ParkScope ALL = new ParkScope(null, null, null);

	boolean holds(Park park) {
		return (this.provinceCode == null || this.provinceCode.equals(park.provinceCode()))
				&& (this.cityCode == null || this.cityCode.equals(park.cityCode()))
				&& (this.unitId == null || this.unitId.equals(park.unitId()));
	}

}
