package cn.ecopark.release;

import java.util.List;

/** Lets tests of other modules compare packs without a database. */
public final class TestDifferences {

	private TestDifferences() {
	}

	public static PackDifferences with(PackEntries diagrams) {
		return new PackDifferences(List.of(new DataEntries(), diagrams));
	}

}
