package cn.ecopark.process;

/** Ids of process definitions, as the engine writes them: {@code key:version:id}. */
final class Definitions {

	private Definitions() {
	}

	/**
	 * @return the process id of the model
	 */
	static String keyOf(String definitionId) {
		int colon = definitionId.indexOf(':');
		return colon < 0 ? definitionId : definitionId.substring(0, colon);
	}

}
