package cn.ecopark.organisation.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.organisation.OpenWork;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/**
 * 停用, asked once more: {@code GET /admin/people/{id}/close}; {@code POST} with {@code to}
 * and {@code reason}.
 *
 * @param claimed tasks of the unit that the person has claimed
 * @param own tasks of the person alone
 * @param leftAlone names of units whose waiting tasks nobody could do any more
 * @param successors who may take over what is claimed; the unit itself is {@code unit}
 */
public record ClosePage(long id, String name, String unit, List<OpenWork.Held> claimed, List<OpenWork.Held> own,
		List<String> leftAlone, List<Choice> successors, String reason, List<FieldError> errors) {

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
