package cn.ecopark.journey;

/**
 * A park that stands in no file of the demonstration, and who acts for it.
 *
 * @param code as C07; C applies, A is to be accepted, R is rechecked, V may lose its
 * title
 * @param province how the people of its province begin their sign-in names
 */
record InventedPark(String code, String province, String provinceCode) {

	private static final String[][] PROVINCES = { { "jiangsu", "320000" }, { "zhejiang", "330000" },
			{ "shandong", "370000" }, { "guangdong", "440000" } };

	static InventedPark of(String kind, int number) {
		String[] province = PROVINCES[number % PROVINCES.length];
		return new InventedPark("%s%02d".formatted(kind, number), province[0], province[1]);
	}

	String name() {
		return "虚构园区" + this.code;
	}

	String staff() {
		return Cast.ADDED + this.code.toLowerCase(java.util.Locale.ROOT);
	}

	String ecology() {
		return this.province + ".ecology";
	}

	String commerce() {
		return this.province + ".commerce";
	}

	String science() {
		return this.province + ".science";
	}

}
