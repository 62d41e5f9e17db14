package cn.ecopark.park.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.FileNote;

/**
 * 突发环境事件: {@code GET /parks/{id}/emergencies}; {@code POST} there with {@code occurred},
 * {@code level}, {@code text} and {@code measures}, and below it with the number of one,
 * with {@code kind} instead of {@code occurred}.
 *
 * @param first what stands in the form for a new one; null for who does not report
 * @param sources where the levels are laid down
 */
public record EmergencyPage(String id, String name, List<Line> emergencies, @Nullable Entry first, List<String> sources,
		List<FieldError> errors) {

	/**
	 * One emergency.
	 *
	 * @param further what stands in the form for more; null for who has nothing to say
	 */
	public record Line(String number, FileNote note, @Nullable Entry further) {
	}

	/**
	 * A form.
	 *
	 * @param kinds what it can be; a note needs neither level nor measures
	 * @param suffix of the ids of its inputs, since there are several forms on the page
	 */
	public record Entry(String suffix, List<Choice> kinds, String occurred, List<Choice> levels, String text,
			String measures, boolean reports) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
