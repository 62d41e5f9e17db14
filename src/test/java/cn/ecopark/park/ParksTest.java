package cn.ecopark.park;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.modulith.test.PublishedEvents;

import cn.ecopark.ModuleTest;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.City;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@ModuleTest
class ParksTest {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final LocalDate DAY = LocalDate.of(2019, 7, 5);

	private static final String TITLE = "国家生态工业示范园区";

	@Autowired
	Parks parks;

	@Autowired
	ParkAccess access;

	@Autowired
	Units units;

	@Test
	void registersAParkWithItsUnit() {
		Park park = aPark("320000");

		assertThat(park.lifeStatus()).isEqualTo(LifeStatus.PROSPECT);
		assertThat(this.parks.ofUnit(park.unitId())).contains(park);
		assertThat(this.units.get(park.unitId()).kind()).isEqualTo(ShippedKinds.PARK);
		assertThat(this.units.nameOn(park.unitId(), DAY)).isEqualTo(park.name());
		assertThatThrownBy(() -> this.parks.register(new NewPark(park.name(), ParkKind.SECTOR, "省级开发区", "320000")))
			.isInstanceOf(ParkNameTaken.class);
	}

	@Test
	void approvesThenNames() {
		Park park = aPark("310000");

		this.parks.recordApproval(park.id(), ShippedPacks.FIRST, LocalDate.of(2013, 4, 18), "环发〔2013〕53号",
				"HJ 274-2009");
		Park named = this.parks.recordNaming(park.id(), ShippedPacks.FIRST, DAY, "环科财〔2019〕60号", TITLE, 3);

		assertThat(named.lifeStatus()).isEqualTo(LifeStatus.NAMED);
		assertThat(named.standard()).isEqualTo("HJ 274-2009");
		assertThat(named.namedOn()).isEqualTo(new KnownDate("2019-07-05"));
		assertThat(named.recheckDueOn()).isEqualTo(LocalDate.of(2022, 7, 5));
		assertThat(this.parks.history(park.id())).extracting(ParkEvent::lifeStatus, ParkEvent::paperPast)
			.containsExactly(tuple(LifeStatus.UNDER_CONSTRUCTION, false), tuple(LifeStatus.NAMED, false));
	}

	@Test
	void keepsTheReleaseByWhichAParkHasItsStatus() {
		Park park = aPark("310000");
		assertThat(park.decided()).isNull();

		Park built = this.parks.recordApproval(park.id(), ShippedPacks.FIRST, DAY.minusYears(2), "环发〔2017〕1号",
				"HJ 274-2015");
		assertThat(built.decided()).isEqualTo(new Decided(ShippedPacks.FIRST, KnownDate.of(DAY.minusYears(2))));

		Park named = this.parks.recordPastDecision(park.id(), past(LifeStatus.NAMED, "2019"));
		assertThat(named.decided()).as("on paper").isEqualTo(new Decided(null, new KnownDate("2019")));
		RecheckResult good = new RecheckResult(ShippedPacks.FIRST, "GOOD", "PASSED", true, DAY.plusYears(6));

		Park rechecked = this.parks.recordRecheck(park.id(), DAY.plusYears(3), "环科财〔2022〕40号", null, good);

		assertThat(rechecked.decided()).as("a recheck gives no status").isEqualTo(named.decided());
		assertThat(found(park.name(), null, LifeStatus.NAMED)).containsExactly(park.id());
		assertThat(this.parks.history(park.id())).extracting(ParkEvent::decidedUnder)
			.containsExactly(ShippedPacks.FIRST, null, ShippedPacks.FIRST);
	}

	@Test
	void keepsWhatARecheckCameToAndMovesTheNextOneOn() {
		Park park = aNamedPark();
		RecheckResult good = new RecheckResult(ShippedPacks.FIRST, "GOOD", "PASSED", true, LocalDate.of(2025, 7, 5));

		Park rechecked = this.parks.recordRecheck(park.id(), LocalDate.of(2022, 11, 30), "环科财〔2022〕40号", null, good);

		assertThat(rechecked.lifeStatus()).isEqualTo(LifeStatus.NAMED);
		assertThat(rechecked.recheckDueOn()).isEqualTo(LocalDate.of(2025, 7, 5));
		assertThat(rechecked.namedOn()).isEqualTo(park.namedOn());
		assertThat(rechecked.titleName()).isEqualTo(TITLE);
		assertThat(this.parks.history(park.id())).last().satisfies((event) -> {
			assertThat(event.recheck()).isEqualTo(good);
			assertThat(event.decidedOn()).isEqualTo(new KnownDate("2022-11-30"));
			assertThat(event.documentNumber()).isEqualTo("环科财〔2022〕40号");
			assertThat(event.makesIt(LifeStatus.NAMED)).isFalse();
		});
		assertThat(this.parks.history(park.id())).filteredOn((event) -> event.makesIt(LifeStatus.NAMED)).hasSize(1);
	}

	@Test
	void rechecksOnlyAParkThatBearsTheTitle() {
		Park park = aPark("310000");
		RecheckResult good = new RecheckResult(ShippedPacks.FIRST, "GOOD", "PASSED", true, LocalDate.of(2025, 7, 5));

		assertThatThrownBy(() -> this.parks.recordRecheck(park.id(), DAY, "环科财〔2022〕40号", null, good))
			.isInstanceOf(ParkStatusForbids.class);

		assertThat(this.parks.history(park.id())).isEmpty();
	}

	@Test
	void takesTheTitleAwayAndKnowsFromWhenTheParkMayApplyAgain() {
		Park park = aNamedPark();
		LocalDate from = LocalDate.of(2023, 11, 30);

		Park revoked = this.parks.recordExit(park.id(), ShippedPacks.FIRST, LocalDate.of(2022, 11, 30), "环科财〔2022〕41号",
				from);

		assertThat(revoked.lifeStatus()).isEqualTo(LifeStatus.REVOKED);
		assertThat(revoked.recheckDueOn()).isNull();
		assertThat(this.parks.reapplyFrom(revoked)).contains(from);
		assertThat(this.parks.history(park.id())).last()
			.extracting(ParkEvent::documentNumber, ParkEvent::reapplyFrom)
			.containsExactly("环科财〔2022〕41号", from);
		assertThatThrownBy(() -> this.parks.recordExit(park.id(), ShippedPacks.FIRST, DAY, "环科财〔2022〕42号", from))
			.isInstanceOf(ParkStatusForbids.class);
	}

	@Test
	void removesAParkUnderConstructionThatMayBuildAgainLater() {
		Park park = aPark("310000");
		this.parks.recordApproval(park.id(), ShippedPacks.FIRST, DAY, "环发〔2019〕1号", "HJ 274-2015");

		Park removed = this.parks.recordExit(park.id(), ShippedPacks.FIRST, DAY.plusYears(2), "环科财〔2021〕1号",
				DAY.plusYears(3));
		assertThat(removed.lifeStatus()).isEqualTo(LifeStatus.REMOVED);
		Park again = this.parks.recordApproval(park.id(), ShippedPacks.FIRST, DAY.plusYears(5), "环发〔2024〕1号",
				"HJ 274-2015");

		assertThat(again.lifeStatus()).isEqualTo(LifeStatus.UNDER_CONSTRUCTION);
		assertThat(this.parks.reapplyFrom(again)).isEmpty();
		assertThatThrownBy(
				() -> this.parks.recordApproval(park.id(), ShippedPacks.FIRST, DAY, "环发〔2024〕2号", "HJ 274-2015"))
			.isInstanceOf(ParkStatusForbids.class);
	}

	@Test
	void takesNothingFromAParkThatHasNothing() {
		Park park = aPark("310000");

		assertThatThrownBy(() -> this.parks.recordExit(park.id(), ShippedPacks.FIRST, DAY, "环科财〔2021〕1号", DAY))
			.isInstanceOf(ParkStatusForbids.class);
	}

	@Test
	void tellsOtherModulesHowAParkStands(PublishedEvents events) {
		Park park = aPark("310000");
		this.parks.recordApproval(park.id(), ShippedPacks.FIRST, LocalDate.of(2013, 4, 18), "环发〔2013〕53号",
				"HJ 274-2009");

		assertThat(events.ofType(ParkChanged.class)).containsExactly(new ParkChanged(park.id(), LifeStatus.PROSPECT),
				new ParkChanged(park.id(), LifeStatus.UNDER_CONSTRUCTION));
	}

	@Test
	void refusesADecisionThatTheStatusForbids() {
		Park park = aPark("310000");

		assertThatThrownBy(() -> this.parks.recordNaming(park.id(), ShippedPacks.FIRST, DAY, "环科财〔2019〕60号", TITLE, 3))
			.isInstanceOf(ParkStatusForbids.class);
		assertThatThrownBy(() -> this.parks.recordPastDecision(park.id(), past(LifeStatus.NAMED, "2010")))
			.isInstanceOf(ParkStatusForbids.class);
		assertThatThrownBy(() -> this.parks.recordPastDecision(-1, past(LifeStatus.NAMED, "2010")))
			.isInstanceOf(UnknownPark.class);

		assertThat(this.parks.get(park.id())).isEqualTo(park);
		assertThat(this.parks.history(park.id())).isEmpty();
	}

	@Test
	void entersTheDocumentPastAsFarAsItIsKnown() {
		Park park = aPark("120000");

		this.parks.recordPastDecision(park.id(), past(LifeStatus.UNDER_CONSTRUCTION, null));
		Park named = this.parks.recordPastDecision(park.id(), past(LifeStatus.NAMED, "2008-03"));

		KnownDate namedOn = new KnownDate("2008-03");
		assertThat(named.namedOn()).isEqualTo(namedOn);
		assertThat(namedOn.earliest()).isEqualTo(LocalDate.of(2008, 3, 1));
		assertThat(namedOn.isExact()).isFalse();
		assertThat(named.recheckDueOn()).isNull();
		assertThat(this.parks.history(park.id())).allMatch(ParkEvent::paperPast)
			.extracting(ParkEvent::decidedOn)
			.containsExactly(null, namedOn);
	}

	@Test
	void approvesOnlyOnceWhenTwoDecideAtTheSameTime() throws Exception {
		Park park = aPark("120000");
		Callable<Boolean> approve = () -> {
			try {
				this.parks.recordApproval(park.id(), ShippedPacks.FIRST, DAY, "环发〔2019〕1号", "HJ 274-2015");
				return true;
			}
			catch (ParkStatusForbids refusal) {
				return false;
			}
		};

		ExecutorService two = Executors.newFixedThreadPool(2);
		List<Future<Boolean>> results = two.invokeAll(List.of(approve, approve));
		two.shutdown();

		assertThat(results.get(0).get()).isNotEqualTo(results.get(1).get());
		assertThat(this.parks.history(park.id())).hasSize(1);
	}

	@Test
	void findsPageByPageForwardAndBack() {
		List<Park> all = new ArrayList<>();
		for (int number = 0; number < 5; number++) {
			all.add(aPark("630000"));
		}

		ListPage<Park, Long> first = this.parks.search(page(Cursor.start()));
		ListPage<Park, Long> second = this.parks.search(page(Cursor.after(first.next())));
		ListPage<Park, Long> third = this.parks.search(page(Cursor.after(second.next())));
		ListPage<Park, Long> back = this.parks.search(page(Cursor.before(third.previous())));
		ListPage<Park, Long> start = this.parks.search(page(Cursor.before(back.previous())));

		assertThat(first.rows()).containsExactlyElementsOf(all.subList(0, 2));
		assertThat(first.previous()).isNull();
		assertThat(third.rows()).containsExactly(all.get(4));
		assertThat(third.next()).isNull();
		assertThat(back).isEqualTo(second);
		assertThat(start.rows()).isEqualTo(first.rows());
		assertThat(start.previous()).isNull();
	}

	@Test
	void findsByNameKindAndStatus() {
		Park park = aPark("640000");
		this.parks.recordApproval(park.id(), ShippedPacks.FIRST, DAY, "环发〔2019〕2号", "HJ 274-2015");

		assertThat(found(park.name().substring(2), null, LifeStatus.UNDER_CONSTRUCTION)).containsExactly(park.id());
		assertThat(found(park.name(), ParkKind.COMPREHENSIVE, null)).containsExactly(park.id());
		assertThat(found(park.name(), ParkKind.VENOUS, null)).isEmpty();
		assertThat(found(park.name(), null, LifeStatus.NAMED)).isEmpty();
		assertThat(found("%", null, null)).isEmpty();
		assertThat(this.parks.count(new ParkScope("640000", null, null))).containsEntry(LifeStatus.UNDER_CONSTRUCTION,
				1L);
	}

	@Test
	void showsAParkItsOwnEntryAndAProvinceItsParks() {
		Park park = aPark("620000");
		Park other = aPark("610000");
		Actor own = actor(park.unitId(), ShippedKinds.PARK, "620000");
		Actor province = actor("620000-COMMERCE", ShippedKinds.PROVINCE_COMMERCE, "620000");
		Actor office = actor("OFFICE", ShippedKinds.OFFICE, null);

		assertThat(this.access.read(own, park.id())).isEqualTo(park);
		assertThat(this.access.read(province, park.id())).isEqualTo(park);
		assertThat(this.access.read(office, other.id())).isEqualTo(other);
		assertThatThrownBy(() -> this.access.read(own, other.id())).isInstanceOf(NotYourPark.class);
		assertThatThrownBy(() -> this.access.read(province, other.id())).isInstanceOf(NotYourPark.class);
		assertThat(this.parks.search(this.access.within(own, ParkSearch.all(50))).rows()).containsExactly(park);
		ParkSearch ofOtherProvince = new ParkSearch(null, "610000", null, null, ParkScope.ALL, Cursor.start(), 50);
		assertThat(this.parks.search(this.access.within(province, ofOtherProvince)).rows()).containsExactly(park);
	}

	@Test
	void showsACityItsParksAndNoOthers() {
		this.units.add(new City("621000", "620000", "庆阳市", "庆阳", "测试", true));
		this.units.add(new City("620100", "620000", "兰州市", "兰州", "测试", true));
		Park park = this.parks.register(new NewPark("庆阳的园区", ParkKind.COMPREHENSIVE, "省级开发区", "620000", "621000"));
		Park elsewhere = this.parks.register(new NewPark("兰州的园区", ParkKind.COMPREHENSIVE, "省级开发区", "620000", "620100"));
		Park nowhere = aPark("620000");
		UnitKind kind = new UnitKind("CITY_ECOLOGY", UnitLevel.CITY);
		Actor city = actor("621000-CITY_ECOLOGY", kind, "621000");

		assertThat(this.parks.get(park.id()).cityCode()).isEqualTo("621000");
		assertThat(this.access.read(city, park.id())).isEqualTo(park);
		assertThatThrownBy(() -> this.access.read(city, elsewhere.id())).isInstanceOf(NotYourPark.class);
		assertThatThrownBy(() -> this.access.read(city, nowhere.id())).isInstanceOf(NotYourPark.class);
		assertThat(this.parks.search(this.access.within(city, ParkSearch.all(50))).rows()).containsExactly(park);
		assertThat(this.parks.count(this.access.scopeOf(city))).containsExactly(Map.entry(LifeStatus.PROSPECT, 1L));
		Actor lost = actor("NOWHERE", kind, null);
		assertThat(this.parks.search(this.access.within(lost, ParkSearch.all(50))).rows()).isEmpty();
		assertThatThrownBy(() -> this.access.read(lost, nowhere.id())).isInstanceOf(NotYourPark.class);
		assertThat(
				this.parks.recordApproval(park.id(), ShippedPacks.FIRST, DAY, "环发〔2019〕9号", "HJ 274-2015").cityCode())
			.isEqualTo("621000");
	}

	@Test
	void refusesACityOfAnotherProvince() {
		this.units.add(new City("630100", "630000", "西宁市", "西宁", "测试", true));

		assertThatThrownBy(
				() -> this.parks.register(new NewPark("错位园区", ParkKind.COMPREHENSIVE, "省级开发区", "620000", "630100")))
			.isInstanceOf(DataIntegrityViolationException.class);
	}

	private static ParkSearch page(Cursor<Long> cursor) {
		return new ParkSearch(null, "630000", null, null, ParkScope.ALL, cursor, 2);
	}

	private List<Long> found(String name, @Nullable ParkKind kind, @Nullable LifeStatus status) {
		ParkSearch search = new ParkSearch(name, null, kind, status, ParkScope.ALL, Cursor.start(), 50);
		return this.parks.search(search).rows().stream().map(Park::id).toList();
	}

	private Park aNamedPark() {
		Park park = aPark("310000");
		this.parks.recordApproval(park.id(), ShippedPacks.FIRST, LocalDate.of(2013, 4, 18), "环发〔2013〕53号",
				"HJ 274-2009");
		return this.parks.recordNaming(park.id(), ShippedPacks.FIRST, DAY, "环科财〔2019〕60号", TITLE, 3);
	}

	private Park aPark(String province) {
		String name = "试验园区" + NUMBER.incrementAndGet() + "号";
		return this.parks.register(new NewPark(name, ParkKind.COMPREHENSIVE, "省级开发区", province));
	}

	private static PastDecision past(LifeStatus status, @Nullable String date) {
		return new PastDecision(status, KnownDate.orNull(date), null, null, null, null, null, "测试");
	}

	private static Actor actor(String unit, UnitKind kind, @Nullable String province) {
		return new Actor(1, "某人", unit, kind, province, Set.of(MemberRole.STAFF));
	}

}
