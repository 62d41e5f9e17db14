package cn.ecopark.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import cn.ecopark.shared.Texts;

/** Says what an account is, as the record keeps it. */
@Component
class AccountWords {

	private final Units units;

	private final Texts texts;

	AccountWords(Units units, Texts texts) {
		this.units = units;
		this.texts = texts;
	}

	/** Name, unit, roles and, of an expert, field and employer. */
	String told(Person person, @Nullable Expert expert) {
		List<String> parts = new ArrayList<>();
		parts.add(person.displayName());
		person.memberships()
			.stream()
			.map(Membership::unitId)
			.distinct()
			.forEach((unit) -> parts.add(this.units.nameOn(unit, LocalDate.now())));
		parts.add(person.memberships()
			.stream()
			.map(Membership::role)
			.distinct()
			.map((role) -> this.texts.in(Locale.SIMPLIFIED_CHINESE, "organisation.role." + role))
			.collect(Collectors.joining("、")));
		if (expert != null) {
			parts.add(expert.field());
			parts.add(expert.employer());
			parts.add(expert.title());
		}
		return parts.stream().filter((part) -> !part.isBlank()).collect(Collectors.joining("，"));
	}

}
