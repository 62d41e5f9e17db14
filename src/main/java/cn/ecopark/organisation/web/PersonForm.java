package cn.ecopark.organisation.web;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.NewPerson;

/** What was typed about a person. */
record PersonForm(@Nullable String username, @Nullable String name, @Nullable String unit,
		@Nullable Set<MemberRole> role, @Nullable String field, @Nullable String employer, @Nullable String title,
		@Nullable String reason, @Nullable Integer version) {

	/**
	 * @throws cn.ecopark.organisation.NotAPerson if it cannot stand
	 */
	NewPerson toPerson(String signInName) {
		return new NewPerson(signInName, text(this.name), text(this.unit), roles(), roles().contains(MemberRole.EXPERT)
				? new NewPerson.Expertise(text(this.field), text(this.employer), text(this.title)) : null);
	}

	Set<MemberRole> roles() {
		return (this.role != null) ? this.role : Set.of();
	}

	PersonFields.Entry toEntry() {
		return new PersonFields.Entry(text(this.username), text(this.name), text(this.field), text(this.employer),
				text(this.title), text(this.reason));
	}

	static String text(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
