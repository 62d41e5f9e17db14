package cn.ecopark.expert;

import java.util.Map;

import cn.ecopark.form.InputError;
import cn.ecopark.law.LegalRefusal;

/**
 * Tells what breaks a rule of law where it was entered, beside whatever else is wrong.
 */
final class LegalErrors {

	private LegalErrors() {
	}

	/**
	 * @throws LegalRefusal when no entry could keep the rule
	 */
	static void collect(Map<String, InputError> errors, Runnable rule) {
		try {
			rule.run();
		}
		catch (LegalRefusal refusal) {
			String field = refusal.field();
			if (field == null) {
				throw refusal;
			}
			errors.put(field, new InputError(refusal.wordsKey(), refusal.arguments()));
		}
	}

}
