package cn.ecopark.law;

import java.util.Collection;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.ecopark.shared.Refusal;

/**
 * A rule of law forbids the command. Its words are in the messages under
 * {@code problem.law.<rule>}.
 */
public final class LegalRefusal extends Refusal {

	private final String rule;

	private final @Nullable String field;

	private LegalRefusal(String rule, @Nullable String field, Object... arguments) {
		super("law." + rule, arguments);
		this.rule = rule;
		this.field = field;
	}

	/**
	 * What was entered there is not lawful; another entry may be.
	 * @param rule name of the rule, for instance {@code issued-before-last-ballot}
	 * @param field name of the input on the page, for instance {@code f.issuedOn}
	 * @param arguments what the words name
	 */
	public static LegalRefusal atField(String rule, String field, Object... arguments) {
		return new LegalRefusal(rule, field, arguments);
	}

	/**
	 * Something that must come before is missing on record, whatever is entered now: a
	 * step was left out, or has not ended yet.
	 * @param rule name of the rule, for instance {@code ballots-missing}
	 * @param arguments what the words name
	 */
	public static LegalRefusal ofProcedure(String rule, Object... arguments) {
		return new LegalRefusal(rule, null, arguments);
	}

	/**
	 * Keeps the rule, and says what breaks it at another input of that name.
	 * @param field where the rule looks for the entry
	 * @param input where it was entered on this page
	 */
	public static void atInput(String field, String input, Runnable rule) {
		try {
			rule.run();
		}
		catch (LegalRefusal broken) {
			throw field.equals(broken.field) ? atField(broken.rule, input, broken.arguments()) : broken;
		}
	}

	/**
	 * @param refusals at least one
	 * @return one that says what all of them say
	 */
	public static LegalRefusal together(Collection<LegalRefusal> refusals) {
		return refusals.stream().reduce((one, other) -> ofProcedure("both", one, other)).orElseThrow();
	}

	/**
	 * @param rule throws when it is broken
	 * @return why it is broken; empty when it is kept
	 */
	public static Optional<LegalRefusal> of(Runnable rule) {
		try {
			rule.run();
			return Optional.empty();
		}
		catch (LegalRefusal broken) {
			return Optional.of(broken);
		}
	}

	public String rule() {
		return this.rule;
	}

	/**
	 * @return the input whose entry breaks the rule; {@code null} where no entry could
	 * keep it
	 */
	public @Nullable String field() {
		return this.field;
	}

}
