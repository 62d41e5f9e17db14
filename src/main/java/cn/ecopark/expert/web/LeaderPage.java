package cn.ecopark.expert.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;

/**
 * Who leads a panel and who could instead: {@code POST} carries {@code person} and
 * {@code reason}.
 *
 * @param reason as typed so far
 */
public record LeaderPage(String caseId, String park, String leader, List<Member> members, String reason,
		List<FieldError> errors) {

	/** Another member of the panel. */
	public record Member(long id, String name, String employer, boolean chosen) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
