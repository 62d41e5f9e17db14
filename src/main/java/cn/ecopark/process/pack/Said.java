package cn.ecopark.process.pack;

import java.util.Arrays;
import java.util.List;

import org.springframework.context.MessageSourceResolvable;

import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;

/**
 * What a finding names, in the words of whoever reads it: an outcome by its label, a
 * purpose by what it is for. What a pack does not know is named as it was written.
 *
 * @param code what stands in the file
 * @param key of the words in the messages; they are told the arguments
 */
record Said(String code, String key, List<Object> arguments) implements MessageSourceResolvable {

	/** A word of a pack, which has it in both languages. */
	private static final String WORD = "finding.word";

	private static final String AND = "finding.and";

	Said {
		arguments = List.copyOf(arguments);
	}

	static Said of(String code, String key, Object... arguments) {
		return new Said(code, key, Arrays.asList(arguments));
	}

	static Said outcome(RulePack pack, String code) {
		OutcomeKind known = pack.outcomes().get(code);
		return known == null ? word(code, code, code) : word(code, known.label(), known.englishLabel());
	}

	static Said limit(RulePack pack, String code) {
		Limit known = pack.limits().get(code);
		return known == null ? word(code, code, code) : word(code, known.label(), known.englishLabel());
	}

	static Said role(Role role) {
		return word(role.code(), role.label(), role.englishLabel());
	}

	static Said document(RulePack pack, String code) {
		DocumentKind known = pack.documents().get(code);
		return known == null ? word(code, code, code) : word(code, known.label(), known.englishLabel());
	}

	static Said purpose(Purpose purpose) {
		return of(purpose.name(), "finding.purpose." + purpose.name());
	}

	static Said meaning(Meaning meaning) {
		return of(meaning.name(), "catalogue.meaning." + meaning.name());
	}

	static Said effect(Effect effect) {
		return of(effect.text(), "catalogue.effect." + effect.text());
	}

	/** A field that a purpose asks for. */
	static Said field(String key) {
		return of(key, "finding.field." + key.replace("*", ""));
	}

	private static Said word(String code, String chinese, String english) {
		return of(code, WORD, chinese, english);
	}

	/**
	 * @return the one and the other
	 */
	static Object and(Object one, Object other) {
		return of(one + ", " + other, AND, one, other);
	}

	@Override
	public String[] getCodes() {
		return new String[] { this.key };
	}

	@Override
	public Object[] getArguments() {
		return this.arguments.toArray();
	}

	/** What has no words of its own is named as it was written. */
	@Override
	public String getDefaultMessage() {
		return this.code;
	}

	@Override
	public String toString() {
		return this.code;
	}

}
