package cn.ecopark.park;

import java.util.List;

/**
 * A page of the register, in the order of ids.
 *
 * @param earlier true if others stand before the first of these
 * @param later true if others follow after the last of these
 */
public record FoundParks(List<Park> parks, boolean earlier, boolean later) {

	public FoundParks {
		parks = List.copyOf(parks);
	}

	/**
	 * What to ask for as {@link ParkSearch#before()} to get the page before, 0 if there
	 * is none.
	 */
	public long first() {
		return this.earlier && !this.parks.isEmpty() ? this.parks.get(0).id() : 0;
	}

	/**
	 * What to ask for as {@link ParkSearch#after()} to get the page after, 0 if there is
	 * none.
	 */
	public long last() {
		return this.later && !this.parks.isEmpty() ? this.parks.get(this.parks.size() - 1).id() : 0;
	}

}
