package cn.ecopark.gate;

/**
 * A file made to hurt.
 *
 * @param technique how it does
 * @param disguise how that is hidden
 * @param name what it is called
 * @param code of the finding it must be refused with
 */
record HostileFile(String technique, String disguise, String name, byte[] bytes, String code) {

	static final String OPEN = "plain";

	HostileFile(String technique, String name, byte[] bytes, String code) {
		this(technique, OPEN, name, bytes, code);
	}

}
