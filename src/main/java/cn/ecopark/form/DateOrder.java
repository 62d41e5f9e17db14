package cn.ecopark.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * In which order the dates of a form stand, as the schema says it in the custom
 * properties {@code notBefore} and {@code notAfter} of a date: keys of other dates of the
 * same form, {@code today} or {@code submitted}, parted by commas. A date that is left
 * out, not asked or not known binds no other.
 */
public record DateOrder(List<String> notBefore, List<String> notAfter) {

	/** A date that is bound by nothing. */
	public static final DateOrder NONE = new DateOrder(List.of(), List.of());

	/** The day on which the form is handed in. */
	public static final String TODAY = "today";

	/** The day on which the application of the case was handed in. */
	public static final String SUBMITTED = "submitted";

	private static final Set<String> KNOWN = Set.of(TODAY, SUBMITTED);

	static DateOrder of(String notBefore, String notAfter) {
		return new DateOrder(keys(notBefore), keys(notAfter));
	}

	/**
	 * What another date says.
	 *
	 * @param label what it is called; empty for a day that no field holds
	 */
	record Bound(String label, LocalDate day) {
	}

	/**
	 * @param bounds the date of a key; empty where it was left out or not asked
	 * @return what stands in the wrong order; null for nothing
	 */
	@Nullable InputError check(String label, LocalDate day, Function<String, Optional<Bound>> bounds) {
		for (String key : this.notBefore) {
			Optional<Bound> earlier = bounds.apply(key).filter(bound -> day.isBefore(bound.day()));
			if (earlier.isPresent()) {
				return error("form.error.not-before", key, label, earlier.get());
			}
		}
		for (String key : this.notAfter) {
			Optional<Bound> later = bounds.apply(key).filter(bound -> day.isAfter(bound.day()));
			if (later.isPresent()) {
				return error("form.error.not-after", key, label, later.get());
			}
		}
		return null;
	}

	/**
	 * @return the first day that can be chosen, whatever the other dates of the form say
	 */
	public LocalDate firstDay(Map<String, LocalDate> known) {
		return Stream
			.concat(Stream.of(LocalDate.of(FieldRules.FIRST_YEAR, 1, 1)),
					this.notBefore.stream().map(known::get).filter(Objects::nonNull))
			.max(Comparator.naturalOrder())
			.orElseThrow();
	}

	/**
	 * @return the last day that can be chosen, whatever the other dates of the form say
	 */
	public LocalDate lastDay(Map<String, LocalDate> known) {
		return Stream
			.concat(Stream.of(LocalDate.of(FieldRules.LAST_YEAR, 12, 31)),
					this.notAfter.stream().map(known::get).filter(Objects::nonNull))
			.min(Comparator.naturalOrder())
			.orElseThrow();
	}

	/**
	 * @return whether it is no field of the form
	 */
	public static boolean isKnown(String key) {
		return KNOWN.contains(key);
	}

	/**
	 * @return keys of the other dates it is bound by
	 */
	Stream<String> others() {
		return Stream.concat(this.notBefore.stream(), this.notAfter.stream()).filter(key -> !isKnown(key));
	}

	boolean isNone() {
		return this.notBefore.isEmpty() && this.notAfter.isEmpty();
	}

	private static InputError error(String message, String key, String label, Bound bound) {
		return isKnown(key) ? new InputError(message + "-" + key, label, bound.day().toString())
				: new InputError(message, label, bound.label(), bound.day().toString());
	}

	private static List<String> keys(String text) {
		return Arrays.stream(text.split(",")).map(String::strip).filter(key -> !key.isEmpty()).toList();
	}

}
