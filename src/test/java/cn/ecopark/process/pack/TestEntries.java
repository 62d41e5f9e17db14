package cn.ecopark.process.pack;

import cn.ecopark.release.PackEntries;

/** Lets tests of other modules take diagrams apart. */
public final class TestEntries {

	private TestEntries() {
	}

	public static PackEntries ofDiagrams() {
		return new DiagramEntries();
	}

}
