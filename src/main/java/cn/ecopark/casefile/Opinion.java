package cn.ecopark.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.ecopark.form.FormVersion;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;

/**
 * What somebody decided or stated in a step.
 *
 * @param dossierId the case, batch or objection it belongs to
 * @param caseId the case, where it is one
 * @param role in which the person acted
 * @param secret whether others see it only when all of the step are in
 * @param form the schema the fields were checked against
 * @param fields what was entered, by field key
 * @param seenDocuments SHA-256 of every document version that lay before the person
 */
public record Opinion(long id, String dossierId, @Nullable String caseId, long workItemId, Step step, Author author,
		String outcome, String text, Audience audience, boolean secret, Instant at, @Nullable FormVersion form,
		Map<String, Object> fields, List<String> seenDocuments) {

	/**
	 * The step in which it was given.
	 *
	 * @param purpose what the step was for
	 */
	public record Step(String stage, String taskKey, String name, Purpose purpose) {
	}

	/** Who gave it, as person and unit were called then. */
	public record Author(String role, long personId, String personName, String unitId, String unitName) {
	}

	/**
	 * @return the key of who may read it, as {@link #readers} has it
	 */
	public String readers() {
		return readers(this.dossierId, this.caseId, this.audience);
	}

	/**
	 * What is said of an objection or in a joint decision stays with those who handle it,
	 * whatever else the step says; {@code docs/who-sees-what.md} has the whole table.
	 * @return the key of who may read what is said there, for words that stand under
	 * {@code casefile.audience}
	 */
	public static String readers(String dossierId, @Nullable String caseId, Audience audience) {
		return audience == Audience.OWN_UNIT || dossierId.equals(caseId) ? audience.name() : "HANDLERS";
	}

	/**
	 * @return whether the step in which it was given was for that
	 */
	public boolean isOf(Purpose purpose) {
		return this.step.purpose() == purpose;
	}

	/**
	 * @return the field as text, empty where it was left out
	 */
	public String field(String key) {
		Object value = this.fields.get(key);
		return value == null ? "" : value instanceof BigDecimal figure ? figure.toPlainString() : value.toString();
	}

}
