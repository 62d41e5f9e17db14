package cn.ecopark.rulepack;

/** A figure or policy that law or ministry may change. */
public record Setting(String key, String value, String label, String source, boolean confirmed) {

	public int number() {
		return Integer.parseInt(this.value);
	}

}
