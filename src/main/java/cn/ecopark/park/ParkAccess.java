package cn.ecopark.park;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitKind;

/**
 * Who may read which part of the register: a park its own entry, a province its parks,
 * everybody else all of it.
 */
@Component
public class ParkAccess {

	private final Parks parks;

	ParkAccess(Parks parks) {
		this.parks = parks;
	}

	/**
	 * The park, if the actor may read it.
	 * @throws UnknownPark if there is none of that id
	 * @throws NotYourPark if it is another's
	 */
	public Park read(Actor actor, long parkId) {
		Park park = this.parks.get(parkId);
		if (!mayRead(actor, park)) {
			throw new NotYourPark();
		}
		return park;
	}

	/** The search, narrowed to what the actor may read. */
	public ParkSearch within(Actor actor, ParkSearch search) {
		String province = provinceOf(actor) != null ? provinceOf(actor) : search.provinceCode();
		return new ParkSearch(search.name(), province, search.kind(), search.lifeStatus(), unitOf(actor),
				search.cursor(), search.size());
	}

	/** The one province whose parks the actor may read, null: of all. */
	public @Nullable String provinceOf(Actor actor) {
		return actor.unitKind().isProvincial() ? actor.provinceCode() : null;
	}

	/** The unit whose one park the actor may read, null: of all. */
	public @Nullable String unitOf(Actor actor) {
		return actor.unitKind() == UnitKind.PARK ? actor.unitId() : null;
	}

	private boolean mayRead(Actor actor, Park park) {
		String province = provinceOf(actor);
		String unit = unitOf(actor);
		return (province == null || province.equals(park.provinceCode()))
				&& (unit == null || unit.equals(park.unitId()));
	}

}
