package cn.ecopark.form;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.AfterCommit;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.Sha256;

/** Form schemas by digest. A schema of a digest never changes, so it is parsed once. */
@Component
public class FormSchemas {

	private static final String KEEP = """
			INSERT INTO form_schema (digest, form_id, pack, schema) VALUES (:digest, :form, :pack, :json)
			ON CONFLICT DO NOTHING
			""";

	private final JdbcClient jdbc;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<String, FormSchema> parsed = new ConcurrentHashMap<>();

	/** Digests of those whose rows are committed. */
	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Set<String> kept = ConcurrentHashMap.newKeySet();

	FormSchemas(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Tasks refer to the row, which is written once: what a transaction has written may
	 * still be rolled back with it.
	 * @return the version under which the schema is kept from now on
	 */
	public FormVersion keep(String pack, String formId, String json) {
		String digest = digest(json);
		if (!this.kept.contains(digest)) {
			if (!this.parsed.containsKey(digest)) {
				FormSchema.parse(json);
			}
			this.jdbc.sql(KEEP)
				.param("digest", digest)
				.param("form", formId)
				.param("pack", pack)
				.param("json", json)
				.update();
			AfterCommit.run(() -> this.kept.add(digest));
		}
		return new FormVersion(formId, digest);
	}

	/**
	 * @return whether tasks can refer to that version without its being kept again
	 */
	public boolean isKept(FormVersion version) {
		return this.kept.contains(version.digest());
	}

	/**
	 * @return the schema a task was created with
	 */
	public FormSchema get(FormVersion version) {
		return this.parsed.computeIfAbsent(version.digest(),
				digest -> FormSchema.parse(this.jdbc.sql("SELECT schema FROM form_schema WHERE digest = :digest")
					.param("digest", digest)
					.query(String.class)
					.single()));
	}

	private static String digest(String json) {
		return Sha256.hex(json);
	}

}
