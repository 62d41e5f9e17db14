package cn.ecopark.park;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.PlaqueRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.shared.Refusal;

/** 授牌: the Office records when, where and by whom the plaque was handed over. */
@Component
public class RecordPlaque {

	private final JdbcParks parks;

	private final Parks register;

	private final Plaques plaques;

	private final CaseTime time;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	RecordPlaque(JdbcParks parks, Parks register, Plaques plaques, CaseTime time, Audit audit,
			ApplicationEventPublisher events) {
		this.parks = parks;
		this.register = register;
		this.plaques = plaques;
		this.time = time;
		this.audit = audit;
		this.events = events;
	}

	/** Something that has to be said was not. */
	public static final class PlaqueFieldMissing extends Refusal {

		private final String field;

		PlaqueFieldMissing(String field) {
			super("park.plaque-missing");
			this.field = field;
		}

		/** {@code place} or {@code by}. */
		public String field() {
			return this.field;
		}

	}

	public static boolean mayRecord(Actor actor) {
		return actor.worksOnCases() && actor.unitLevel() == UnitLevel.OFFICE;
	}

	/** The plaque of the title that the park bears now; empty where none is recorded. */
	@Transactional(readOnly = true)
	public Optional<Plaque> now(long parkId) {
		return naming(parkId).flatMap((naming) -> this.plaques.ofNaming(parkId, naming.id()))
			.map(Plaques.Recorded::plaque);
	}

	/**
	 * @param plaque with a reason where one that is recorded is put right
	 * @throws NotYourPark if the actor is not of the Office
	 * @throws UnknownPark if there is none of that id
	 * @throws PlaqueFieldMissing where place or person is not said
	 * @throws cn.ecopark.law.LegalRefusal if the park is not named, the day cannot be, or
	 * a plaque is on record and nothing says why it is put right
	 */
	@Transactional
	public void record(long parkId, Plaque plaque, Actor actor) {
		if (!mayRecord(actor)) {
			throw new NotYourPark();
		}
		Park park = this.parks.lock(parkId).orElseThrow(() -> new UnknownPark(parkId));
		if (plaque.place().isBlank()) {
			throw new PlaqueFieldMissing("place");
		}
		if (plaque.by().isBlank()) {
			throw new PlaqueFieldMissing("by");
		}
		Optional<RecordedDecision> naming = naming(parkId);
		PlaqueRules.onlyANamedParkHasAPlaque(park.name(), naming.isPresent());
		RecordedDecision named = naming.orElseThrow();
		KnownDate namedOn = named.event().decidedOn();
		PlaqueRules.dayIsBetweenNamingAndToday(plaque.on(), namedOn == null ? null : namedOn.earliest(),
				this.time.today());
		Plaques.@Nullable Recorded before = this.plaques.ofNaming(parkId, named.id()).orElse(null);
		PlaqueRules.plaqueIsRecordedOnce(before == null ? null : before.plaque().on(), plaque.why());
		Plaque entered = before == null ? new Plaque(plaque.on(), plaque.place(), plaque.by(), "") : plaque;
		this.plaques.add(parkId, named.id(), entered, before == null ? null : before.id(), actor.personId(),
				this.time.now());
		this.audit.record(Subject.ADMINISTRATION, before == null ? "park.plaque" : "park.plaque-corrected",
				Map.of("park", Long.toString(parkId), "on", entered.on().toString(), "place", entered.place(), "by",
						entered.by(), "why", entered.why()));
		this.events.publishEvent(new PlaqueHandedOver(parkId, entered, actor));
	}

	/** The decision by which the park bears the title it bears now. */
	private Optional<RecordedDecision> naming(long parkId) {
		Park park = this.register.get(parkId);
		return park.lifeStatus() != LifeStatus.NAMED ? Optional.empty()
				: this.register.record(parkId)
					.stream()
					.filter((one) -> one.holds() && one.event().makesIt(LifeStatus.NAMED))
					.reduce((earlier, later) -> later);
	}

}
