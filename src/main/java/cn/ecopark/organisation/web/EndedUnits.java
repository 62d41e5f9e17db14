package cn.ecopark.organisation.web;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.UnitEndRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.UnitDuties;
import cn.ecopark.organisation.UnitEnd;
import cn.ecopark.organisation.Units;

/**
 * 机构撤并: whoever is still of a unit that is no more is told so, and by whom he is moved,
 * in place of every page of work on cases. What anybody may read and the own account stay
 * open.
 */
@Configuration(proxyBeanMethods = false)
class EndedUnits implements WebMvcConfigurer {

	/** The paths of {@link SecurityRules} that are for people who work on cases. */
	private static final String[] WORK = { "/desk/**", "/tasks/**", "/cases/**", "/batches/**", "/documents/**",
			"/whole-file/**", "/rechecks/**", "/papers/**", "/parks/**" };

	private final ObjectProvider<CurrentActor> current;

	private final ObjectProvider<Units> units;

	private final ObjectProvider<UnitDuties> duties;

	private final ObjectProvider<CaseTime> time;

	EndedUnits(ObjectProvider<CurrentActor> current, ObjectProvider<Units> units, ObjectProvider<UnitDuties> duties,
			ObjectProvider<CaseTime> time) {
		this.current = current;
		this.units = units;
		this.duties = duties;
		this.time = time;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new HandlerInterceptor() {
			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				EndedUnits.this.current.getObject().find().ifPresent(EndedUnits.this::requireUnit);
				return true;
			}
		}).addPathPatterns(WORK);
	}

	/**
	 * @throws cn.ecopark.law.LegalRefusal when the actor's unit is no more
	 */
	private void requireUnit(Actor actor) {
		Units units = this.units.getObject();
		Optional<UnitEnd> end = units.endOf(actor.unitId());
		if (end.isPresent()) {
			LocalDate today = this.time.getObject().today();
			LocalDate day = end.get().on();
			UnitEndRules.nobodyActsForAUnitThatIsNoMore(units.nameOn(actor.unitId(), day.minusDays(1)), day, today,
					units.inPlaceOf(actor.unitId(), today).map((heir) -> units.nameOn(heir, today)).orElse(null),
					answersStill(actor.unitId()));
		}
	}

	private boolean answersStill(String unitId) {
		return this.duties.stream().anyMatch((place) -> place.of(unitId).stream().anyMatch(UnitDuties.Duty::joint));
	}

}
