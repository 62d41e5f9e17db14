package cn.ecopark.park;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;

/**
 * Who may read which part of the register: a park its own entry, a province or city its
 * parks, everybody else all of it.
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

	/**
	 * @return whether the actor may read that park
	 * @throws UnknownPark if there is none of that id
	 */
	public boolean mayRead(Actor actor, long parkId) {
		return mayRead(actor, this.parks.get(parkId));
	}

	/** The search, narrowed to what the actor may read. */
	public ParkSearch within(Actor actor, ParkSearch search) {
		ParkScope scope = scopeOf(actor);
		String province = scope.provinceCode() != null ? scope.provinceCode() : search.provinceCode();
		return new ParkSearch(search.name(), province, search.kind(), search.lifeStatus(), scope, search.sort(),
				search.cursor(), search.size());
	}

	/** The part of the register that the actor may read. */
	public ParkScope scopeOf(Actor actor) {
		return switch (actor.unitLevel()) {
			case PROVINCE -> new ParkScope(ofArea(actor), null, null);
			case CITY -> new ParkScope(null, ofArea(actor), null);
			case PARK -> new ParkScope(null, null, actor.unitId());
			default -> ParkScope.ALL;
		};
	}

	/** Whoever belongs to an area that nobody knows reads nothing. */
	private static String ofArea(Actor actor) {
		return actor.areaCode() == null ? "" : actor.areaCode();
	}

	private boolean mayRead(Actor actor, Park park) {
		return scopeOf(actor).holds(park);
	}

}
