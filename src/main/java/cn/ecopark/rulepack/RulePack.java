package cn.ecopark.rulepack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one legal regime.
 *
 * @param id tenant of its diagrams in the engine, for instance {@code 2015-167}
 * @param procedures its diagrams in the order of the procedure
 * @param lifeStrip stages shown as the life of a park, from application to naming
 * @param ministries who decides jointly, by date
 */
public record RulePack(String id, String title, LocalDate validFrom, Map<String, Procedure> procedures,
		List<String> lifeStrip, Map<String, Limit> limits, Map<String, DocumentKind> documents,
		Map<String, OutcomeKind> outcomes, Map<String, Role> roles, List<DatedMinistries> ministries) {

	/** The bodies of a joint decision from a day on. */
	public record DatedMinistries(LocalDate from, List<String> unitIds) {
	}

	/** A symbolic role of the diagrams; {@code unit} is set where the pack itself names the unit, per kind of case. */
	public record Role(String key, String label, String englishLabel, Map<String, String> unitByCaseKind) {
	}

	/**
	 * @return the limit of that key
	 * @throws UnknownRule when the pack has no such limit
	 */
	public Limit limit(String key) {
		return Optional.ofNullable(this.limits.get(key)).orElseThrow(() -> new UnknownRule(this.id, key));
	}

	/**
	 * @return the paper of that key
	 * @throws UnknownRule when the pack has no such paper
	 */
	public DocumentKind document(String key) {
		return Optional.ofNullable(this.documents.get(key)).orElseThrow(() -> new UnknownRule(this.id, key));
	}

	/**
	 * @return the outcome of that code
	 * @throws UnknownRule when the pack has no such outcome
	 */
	public OutcomeKind outcome(String code) {
		return Optional.ofNullable(this.outcomes.get(code)).orElseThrow(() -> new UnknownRule(this.id, code));
	}

	/** @return name of a stage in Chinese, or its key where the pack does not name it */
	public String stageLabel(String key) {
		Procedure procedure = this.procedures.get(key);
		return procedure == null ? key : procedure.label();
	}

	/** @return the bodies of a joint decision taken on that day, lead body first */
	public List<String> ministriesOn(LocalDate day) {
		return this.ministries.stream()
			.filter(dated -> !dated.from().isAfter(day))
			.reduce((earlier, later) -> later)
			.orElseThrow(() -> new UnknownRule(this.id, "ministries on " + day))
			.unitIds();
	}

	/** A model or command names something that the pack does not have. */
	public static final class UnknownRule extends RuntimeException {

		UnknownRule(String pack, String key) {
			super("Rule pack " + pack + " has no " + key);
		}

	}

}
