package cn.ecopark.form;

import java.util.List;

/**
 * What is wrong with a form, at its field.
 *
 * @param field key of the field, or id of a component without key; empty for the form as
 * a whole
 * @param key what kind of fault it is
 * @param arguments what its words name
 */
public record FormFault(String field, String key, List<Object> arguments) {

	static FormFault at(String field, String key, Object... arguments) {
		return new FormFault(field, key, List.of(arguments));
	}

}
