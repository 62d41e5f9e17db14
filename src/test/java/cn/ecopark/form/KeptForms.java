package cn.ecopark.form;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms for tests outside of the module. */
public final class KeptForms {

	private KeptForms() {
	}

	public static FormSchemas in(JdbcClient jdbc) {
		return new FormSchemas(jdbc);
	}

}
