package cn.ecopark.organisation.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;

/**
 * People and what they are: {@code GET /admin/people?q=&after=&before=}.
 * {@code POST /admin/people} adds one, with {@code username}, {@code name}, {@code unit},
 * one {@code role} per role, and for experts {@code field}, {@code employer},
 * {@code title}. {@code POST /admin/people/{id}/code}, {@code …/close} and
 * {@code …/reopen} act on one.
 *
 * @param issued a one-time code that has just been issued; null otherwise
 */
public record PeopleAdminPage(String query, List<Row> rows, Paging paging, Entry entry, List<Group> units,
		List<Choice> roles, List<FieldError> errors, @Nullable Issued issued) {

	/**
	 * @param self true of the reader, who cannot close his or her own account
	 */
	public record Row(long id, String username, String name, String unit, String roles, Tag state, boolean active,
			boolean invented, boolean self) {
	}

	/** What was typed in the form for a new person. */
	public record Entry(String username, String name, String field, String employer, String title) {

		static final Entry EMPTY = new Entry("", "", "", "", "");

	}

	/** Units of one kind. */
	public record Group(String label, List<Choice> units) {
	}

	/** Shown once; nobody can read the code again. */
	public record Issued(String name, String username, String code) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter((error) -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
