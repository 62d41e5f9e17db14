package cn.ecopark.studio.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.shared.Texts;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.DraftLeases;
import cn.ecopark.studio.DraftLimits;
import cn.ecopark.studio.DraftSteps;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.Lease;
import cn.ecopark.studio.LimitEntry;
import cn.ecopark.studio.StudioRefusals.EntryNotFound;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Puts the pages of the limits of a draft together. */
@Component
class LimitPages {

	private final Drafts drafts;

	private final DraftLimits limits;

	private final DraftSteps steps;

	private final DraftLeases leases;

	private final StudioWords words;

	LimitPages(Drafts drafts, DraftLimits limits, DraftSteps steps, DraftLeases leases, StudioWords words) {
		this.drafts = drafts;
		this.limits = limits;
		this.steps = steps;
		this.leases = leases;
		this.words = words;
	}

	LimitsPage list(UUID id, Actor reader, Locale locale) {
		Draft draft = this.drafts.get(id);
		Map<String, List<String>> steps = this.limits.steps(draft);
		return new LimitsPage(StudioWords.url(draft), draft.title(), draft.isOpen(), holder(draft, reader),
				this.limits.of(draft)
					.stream()
					.map(limit -> row(draft, limit, steps.getOrDefault(limit.key(), List.of()), locale))
					.toList());
	}

	private LimitsPage.Row row(Draft draft, LimitEntry limit, List<String> steps, Locale locale) {
		return new LimitsPage.Row(url(draft) + "/" + limit.key(), limit.key(),
				Texts.english(locale) ? limit.englishLabel() : limit.label(),
				this.words.text(limit.months() ? "studio.limit.months" : "studio.limit.days", locale, limit.length()),
				limit.remindBefore(),
				this.words.textOr("studio.onReturn." + limit.onReturn(), limit.onReturn(), locale), limit.source(),
				limit.confirmed() ? new Tag(this.words.text("studio.confirmed", locale), Tone.GOOD)
						: new Tag(this.words.text("studio.unconfirmed", locale), Tone.WARN),
				steps);
	}

	/**
	 * @param key of the limit; null for a new one
	 * @param typed what was typed and refused; null where nothing was
	 * @throws EntryNotFound when there is no such limit
	 */
	LimitPage form(UUID id, @Nullable String key, @Nullable LimitForm typed, List<FieldError> errors, Actor reader,
			Locale locale) {
		Draft draft = this.drafts.get(id);
		LimitEntry there = key == null ? LimitEntry.EMPTY
				: this.limits.find(draft, key).orElseThrow(EntryNotFound::new);
		LimitEntry shown = typed == null ? there : typed.entry(key);
		List<String> steps = key == null ? List.of() : this.limits.steps(draft).getOrDefault(key, List.of());
		return new LimitPage(key == null ? url(draft) : url(draft) + "/" + key, url(draft),
				key == null ? this.words.text("studio.limit.new", locale)
						: Texts.english(locale) ? there.englishLabel() : there.label(),
				this.steps.holding(id, DraftLimits.PATH), key == null, draft.isOpen(), holder(draft, reader), shown,
				List.of(new Choice("days", this.words.text("studio.unit.days", locale), !shown.months()),
						new Choice(LimitForm.MONTHS, this.words.text("studio.unit.months", locale), shown.months())),
				Arrays.stream(Limit.OnReturn.values())
					.map(one -> new Choice(one.name(), this.words.text("studio.onReturn." + one, locale),
							one.name().equals(shown.onReturn())))
					.toList(),
				steps, errors);
	}

	private @Nullable String holder(Draft draft, Actor reader) {
		return this.leases.of(draft.id(), DraftLimits.PATH)
			.filter(lease -> lease.personId() != reader.personId())
			.map(Lease::person)
			.orElse(null);
	}

	static String url(Draft draft) {
		return StudioWords.url(draft) + "/limits";
	}

}
