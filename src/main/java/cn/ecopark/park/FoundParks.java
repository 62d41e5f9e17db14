package cn.ecopark.park;

import java.util.List;

/**
 * A page of the register.
 *
 * @param more true if others follow after the last of these
 */
public record FoundParks(List<Park> parks, boolean more) {

	public FoundParks {
		parks = List.copyOf(parks);
	}

	/** What to ask for as {@link ParkSearch#after()} to get the next page. */
	public long last() {
		return this.parks.isEmpty() ? 0 : this.parks.get(this.parks.size() - 1).id();
	}

}
