package cn.ecopark.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.City;
import cn.ecopark.organisation.Province;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.UnitName;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceRefusals.EntryWrong;
import cn.ecopark.rulepack.Words;

/**
 * System administrators enter who may take part: kinds of units, which rule packs can
 * name from then on, cities, and units. What is entered stays; only the names of units
 * change, by the day.
 */
@Component
public class EnterUnits {

	/** All that is entered here is one series, of which each act sees the last. */
	public static final Series REGISTER = new Series(Series.Kind.UNITS, "all");

	private static final Pattern KIND_CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

	private static final Pattern UNIT_CODE = Pattern.compile("[A-Z][A-Z0-9]{1,19}");

	private static final Pattern CITY_CODE = Pattern.compile("[0-9]{6}");

	private final Units units;

	private final ReferenceActs acts;

	private final CaseTime time;

	EnterUnits(Units units, ReferenceActs acts, CaseTime time) {
		this.units = units;
		this.acts = acts;
		this.time = time;
	}

	/**
	 * @return the levels of which there can be several kinds
	 */
	public static List<UnitLevel> levels() {
		return List.of(UnitLevel.MINISTRY, UnitLevel.PROVINCE, UnitLevel.CITY, UnitLevel.TECHNICAL_UNIT);
	}

	/**
	 * @param said its words are the code of the kind, its level, and what it is called in
	 * Chinese and English
	 * @throws ReferenceRefusals.NotYourReference when the actor is no system
	 * administrator
	 * @throws EntryWrong at the field that cannot stand
	 * @throws cn.ecopark.shared.StaleRecord when somebody else has entered something
	 * meanwhile
	 */
	@Transactional
	public void kind(ReferenceStatement said, Actor actor) {
		enter(said, actor, this::kind);
	}

	private String kind(ReferenceStatement said) {
		String code = said.word(0);
		EntryWrong.unless(KIND_CODE.matcher(code).matches(), "word0", "code-malformed", code);
		EntryWrong.unless(this.units.kind(code).isEmpty(), "word0", "known-already", code);
		String level = said.word(1);
		UnitKind kind = new UnitKind(code,
				levels().stream()
					.filter(one -> one.name().equals(level))
					.findFirst()
					.orElseThrow(() -> new EntryWrong("word1", "word-missing")));
		Words label = new Words(said.word(2), said.word(3));
		this.units.add(kind, label);
		return "%s（%s，%s）".formatted(label.zh(), code, level);
	}

	/**
	 * @param said its words are the code of the province, the code of the city, its name
	 * and its short name
	 * @throws ReferenceRefusals.NotYourReference when the actor is no system
	 * administrator
	 * @throws EntryWrong at the field that cannot stand
	 * @throws cn.ecopark.shared.StaleRecord when somebody else has entered something
	 * meanwhile
	 */
	@Transactional
	public void city(ReferenceStatement said, Actor actor) {
		enter(said, actor, this::city);
	}

	private String city(ReferenceStatement said) {
		String code = said.word(1);
		Province province = this.units.provinces()
			.stream()
			.filter(one -> one.code().equals(said.word(0)))
			.findFirst()
			.orElseThrow(() -> new EntryWrong("word0", "no-such-area", said.word(0)));
		EntryWrong.unless(CITY_CODE.matcher(code).matches() && !code.equals(province.code()), "word1",
				"city-code-malformed", code);
		EntryWrong.unless(!province.confirmed() || code.startsWith(province.code().substring(0, 2)), "word1",
				"city-of-another-province", code, province.name());
		EntryWrong.unless(this.units.cities().stream().noneMatch(city -> city.code().equals(code)), "word1",
				"known-already", code);
		City city = new City(code, province.code(), said.word(2), said.word(3), said.source(), said.confirmed());
		this.units.add(city);
		return "%s%s（%s）".formatted(province.name(), city.name(), code);
	}

	/**
	 * @param said its words are the code of the kind, the code of the area, a code of its
	 * own for a national body, its name and its short name; its day is the first on which
	 * it bears that name, empty for as long as the system looks back
	 * @throws ReferenceRefusals.NotYourReference when the actor is no system
	 * administrator
	 * @throws EntryWrong at the field that cannot stand
	 * @throws cn.ecopark.shared.StaleRecord when somebody else has entered something
	 * meanwhile
	 */
	@Transactional
	public void unit(ReferenceStatement said, Actor actor) {
		enter(said, actor, this::unit);
	}

	private String unit(ReferenceStatement said) {
		UnitKind kind = this.units.kind(said.word(0))
			.filter(one -> levels().contains(one.level()))
			.orElseThrow(() -> new EntryWrong("word0", "word-missing"));
		String area = kind.level().isOfAnArea() ? area(kind.level(), said.word(1)) : null;
		UnitName name = new UnitName(said.word(3), said.word(4), said.from().isEmpty() ? null : said.day(), null,
				said.source(), said.confirmed());
		Unit unit = new Unit(area != null ? id(area, kind) : code(said), kind, area, List.of(name));
		Optional<Unit> known = Optional.ofNullable(area)
			.flatMap(one -> this.units.ofKindIn(kind, one))
			.or(() -> this.units.find(unit.id()));
		EntryWrong.unless(known.isEmpty(), area != null ? "word1" : "word2", "known-already",
				known.map(one -> one.nameOn(this.time.today())).orElse(unit.id()));
		this.units.add(unit);
		return "%s（%s，%s）".formatted(name.name(), unit.id(), kind.code());
	}

	/** As the ids of units that come with the program, for instance 320000-ECOLOGY. */
	private static String id(String area, UnitKind kind) {
		String level = kind.level() + "_";
		return area + "-" + (kind.code().startsWith(level) ? kind.code().substring(level.length()) : kind.code());
	}

	private String area(UnitLevel level, String code) {
		boolean known = level == UnitLevel.CITY ? this.units.cities().stream().anyMatch(one -> one.code().equals(code))
				: this.units.provinces().stream().anyMatch(one -> one.code().equals(code));
		EntryWrong.unless(known, "word1", level == UnitLevel.CITY ? "no-city" : "no-province");
		return code;
	}

	private static String code(ReferenceStatement said) {
		String code = said.word(2);
		EntryWrong.unless(UNIT_CODE.matcher(code).matches(), "word2", "code-malformed", code);
		return code;
	}

	private void enter(ReferenceStatement said, Actor actor, Function<ReferenceStatement, String> entered) {
		if (!this.acts.isNew(REGISTER, said, actor)) {
			return;
		}
		this.acts.record(REGISTER, new ReferenceChange(ReferenceChange.Act.ENTERED, "", entered.apply(said),
				said.source(), said.confirmed(), said.reason(), actor.name(), this.time.now()), said.token(), actor);
	}

}
