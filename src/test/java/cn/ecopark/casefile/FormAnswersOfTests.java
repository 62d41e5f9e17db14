package cn.ecopark.casefile;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.form.FormSchemas;
import cn.ecopark.form.FormVersion;
import cn.ecopark.form.KeptForms;
import cn.ecopark.shared.Texts;

/** The answers of forms that a test has made up. */
public record FormAnswersOfTests(FormSchemas schemas, FormAnswers answers) {

	public static FormAnswersOfTests of(JdbcClient jdbc, Texts texts) {
		FormSchemas schemas = KeptForms.in(jdbc);
		return new FormAnswersOfTests(schemas, new FormAnswers(schemas, texts));
	}

	public FormVersion keep(String json) {
		return this.schemas.keep("2015-167", "apply", json);
	}

}
