package cn.ecopark.audit;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the audit. Everything given has to hold.
 *
 * @param from first day in real time, null: from the beginning
 * @param to last day in real time, null: until now
 * @param person part of the name of who did it, or the number of the person; empty:
 * anybody
 * @param actions what was done, any of these; none: anything
 * @param subject a part of the id of the {@link Subject}; empty: anything
 * @param rows whether the attestations of rows are wanted as well, which follow each act
 */
public record AuditQuery(@Nullable LocalDate from, @Nullable LocalDate to, String person, List<String> actions,
		String subject, boolean rows) {

	public AuditQuery {
		person = person.strip();
		subject = subject.strip();
		actions = List.copyOf(actions);
	}

}
