package cn.ecopark.park.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;

/**
 * Keeping the register: {@code GET /admin/parks?q=&after=&before=};
 * {@code POST /admin/parks} with {@code name}, {@code kind}, {@code level},
 * {@code province} and perhaps {@code city} enters a park.
 */
public record ParkRegisterPage(String query, List<Row> rows, Paging paging, String name, String level,
		List<Choice> kinds, List<Choice> provinces, List<Cities> cities, List<FieldError> errors) {

	/** The cities of one province. */
	public record Cities(String province, List<Choice> cities) {
	}

	/**
	 * @param url where its decisions of the paper past are entered
	 */
	public record Row(String url, String name, String province, Tag status) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
