package cn.ecopark.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.law.ParkIsHeardBeforeItIsRevoked;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePacks;

/**
 * 陈述申辩: what is on record of the ground that was filed against a park and of how the park
 * was heard about it.
 */
@Component
class ParkHearing {

	private final Opinions opinions;

	private final RulePacks packs;

	private final WorkingDays workingDays;

	private final CaseTime time;

	ParkHearing(Opinions opinions, RulePacks packs, WorkingDays workingDays, CaseTime time) {
		this.opinions = opinions;
		this.packs = packs;
		this.workingDays = workingDays;
		this.time = time;
	}

	/**
	 * What was said, each the newest of its kind.
	 *
	 * @param filed the ground, as the Office filed it
	 * @param stated what the park answered
	 * @param found what the Office found of the answer, or of the silence
	 * @param lastDay of the park's time to answer; null where nothing was filed
	 */
	record Heard(Optional<Opinion> filed, Optional<Opinion> stated, Optional<Opinion> found,
			@Nullable LocalDate lastDay) {
	}

	Heard of(EcoCase ecoCase) {
		List<Opinion> said = this.opinions.of(ecoCase.id());
		Optional<Opinion> filed = newest(said, Purpose.FILING);
		return new Heard(filed, newest(said, Purpose.STATEMENT), newest(said, Purpose.STATEMENT_REVIEW),
				filed.map(opinion -> lastDay(ecoCase, opinion)).orElse(null));
	}

	/**
	 * @throws cn.ecopark.law.LegalRefusal when nothing was filed, or the park has neither
	 * spoken nor had its time
	 */
	Heard require(EcoCase ecoCase) {
		Heard heard = of(ecoCase);
		ParkIsHeardBeforeItIsRevoked.require(ecoCase.park().name(), heard.filed().isPresent(),
				heard.stated().isPresent(), heard.lastDay(), this.time.today());
		return heard;
	}

	static LocalDate day(Opinion opinion) {
		return LocalDate.ofInstant(opinion.at(), CaseTime.ZONE);
	}

	/** The park's time begins with the day on which the ground was filed. */
	private LocalDate lastDay(EcoCase ecoCase, Opinion filed) {
		return this.workingDays.plus(day(filed), this.packs.get(ecoCase.release()).limit(Limit.Use.STATEMENT).days());
	}

	private static Optional<Opinion> newest(List<Opinion> said, Purpose purpose) {
		return said.stream().filter(opinion -> opinion.isOf(purpose)).findFirst();
	}

}
