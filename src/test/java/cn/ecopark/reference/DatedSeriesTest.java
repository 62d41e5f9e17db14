package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.ecopark.reference.DatedSeries.Change;
import cn.ecopark.reference.ReferenceRefusals.EntryGone;
import cn.ecopark.reference.ReferenceRefusals.EntryWrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How a series of dated entries may change, seen on 1 June 2026. */
class DatedSeriesTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

	private static final Dated<String> OLD = entry(1, "甲", day("2015-12-16"), day("2026-06-01"));

	private static final Dated<String> NOW = entry(2, "乙", day("2026-06-01"), day("2026-06-02"));

	private static final Dated<String> NEXT = entry(3, "丙", day("2026-06-02"), null);

	private final DatedSeries<String> series = new DatedSeries<>(List.of(OLD, NOW, NEXT), TODAY);

	@Test
	void beginsAnEntryByEndingTheOneBefore() {
		Change<String> change = begin("2027-01-01", "丁");

		assertThat(change.before()).isEqualTo(NEXT);
		assertThat(change.saved()).containsExactly(entry(3, "丙", day("2026-06-02"), day("2027-01-01")));
		assertThat(change.added()).isEqualTo(entry(0, "丁", day("2027-01-01"), null));
		assertThat(change.after()).isEqualTo(change.added());
		assertThat(change.removed()).isEmpty();
	}

	@Test
	void beginsAnEntryUntilTheNextOneBegins() {
		Change<String> change = begin("2020-01-01", "丁");

		assertThat(change.saved()).containsExactly(entry(1, "甲", day("2015-12-16"), day("2020-01-01")));
		assertThat(change.added()).isEqualTo(entry(0, "丁", day("2020-01-01"), day("2026-06-01")));
	}

	@Test
	void beginsAnEntryBeforeTheFirst() {
		Change<String> change = begin("2015-12-15", "丁");

		assertThat(change.before()).isNull();
		assertThat(change.saved()).isEmpty();
		assertThat(change.added()).isEqualTo(entry(0, "丁", day("2015-12-15"), day("2015-12-16")));
	}

	@Test
	void beginsASeries() {
		Change<String> change = new DatedSeries<String>(List.of(), TODAY).begin(day("2030-01-01"), "丁", "来源", false);

		assertThat(change.added()).isEqualTo(entry(0, "丁", day("2030-01-01"), null));
	}

	@Test
	void refusesASecondEntryFromTheSameDay() {
		refuses("from", "begins-already", () -> begin("2026-06-02", "丁"));
		refuses("from", "begins-already", () -> begin("2015-12-16", "丁"));
	}

	@Test
	void refusesToSayWhatHoldsAnyway() {
		refuses("word0", "holds-anyway", () -> begin("2026-05-31", "甲"));
		assertThat(begin("2026-05-31", "乙").added()).isNotNull();
	}

	@Test
	void keepsTheWordsOfAnEntryThatHasBegun() {
		refuses("word0", "has-begun", () -> correct(2, "2026-06-01", "改"));
		assertThat(correct(3, "2026-06-02", "改").after()).isEqualTo(entry(3, "改", day("2026-06-02"), null));
	}

	@Test
	void keepsTheWordsOfAnEntryThatHasHeldForEver() {
		DatedSeries<String> ever = new DatedSeries<>(List.of(entry(1, "甲", null, null)), TODAY);

		refuses("word0", "has-begun", () -> ever.correct(1, null, "改", "来源", false));
		assertThat(ever.correct(1, null, "甲", "公报", true).after())
			.isEqualTo(new Dated<>(1, "甲", null, null, "公报", true));
	}

	@Test
	void movesADayOnWhichOneEntryEndsAndTheNextBegins() {
		Change<String> change = correct(2, "2026-05-20", "乙");

		assertThat(change.saved()).containsExactly(entry(1, "甲", day("2015-12-16"), day("2026-05-20")),
				entry(2, "乙", day("2026-05-20"), day("2026-06-02")));
		assertThat(change.before()).isEqualTo(NOW);
	}

	@Test
	void movesTheFirstDayOfASeries() {
		assertThat(correct(1, "2015-12-01", "甲").saved())
			.containsExactly(entry(1, "甲", day("2015-12-01"), day("2026-06-01")));
	}

	@Test
	void refusesToBeginOnOrAfterItsEnd() {
		refuses("from", "ends-before-it-begins", () -> correct(2, "2026-06-02", "乙"));
		refuses("from", "ends-before-it-begins", () -> correct(2, "2026-06-03", "乙"));
	}

	@Test
	void refusesToBeginOnOrBeforeTheFormerEntry() {
		refuses("from", "overlaps", () -> correct(2, "2015-12-16", "乙"));
		refuses("from", "overlaps", () -> correct(2, "2015-12-15", "乙"));
		assertThat(correct(2, "2015-12-17", "乙").saved()).hasSize(2);
	}

	@Test
	void refusesToTakeAFirstDayAway() {
		refuses("from", "day-missing", () -> this.series.correct(1, null, "甲", "来源", false));
	}

	@Test
	void refusesACorrectionThatChangesNothing() {
		refuses("source", "nothing-changed", () -> correct(2, "2026-06-01", "乙"));
		assertThat(this.series.correct(2, day("2026-06-01"), "乙", "来源", true).saved()).hasSize(1);
		assertThat(this.series.correct(2, day("2026-06-01"), "乙", "公报", false).saved()).hasSize(1);
	}

	@Test
	void takesBackWhatIsToCome() {
		Change<String> change = this.series.cancel(3);

		assertThat(change.removed()).containsExactly(NEXT);
		assertThat(change.saved()).containsExactly(entry(2, "乙", day("2026-06-01"), null));
		assertThat(change.after()).isNull();
	}

	@Test
	void takesBackNothingThatHasBegun() {
		refuses("reason", "has-begun", () -> this.series.cancel(2));
	}

	@Test
	void knowsNoEntryThatIsGone() {
		assertThatThrownBy(() -> this.series.cancel(9)).isInstanceOf(EntryGone.class);
	}

	private Change<String> begin(String day, String value) {
		return this.series.begin(day(day), value, "来源", false);
	}

	private Change<String> correct(long id, String day, String value) {
		return this.series.correct(id, day(day), value, "来源", false);
	}

	private static void refuses(String field, String problem, ThrowingCallable change) {
		assertThatThrownBy(change).isInstanceOfSatisfying(EntryWrong.class, refusal -> {
			assertThat(refusal.field()).isEqualTo(field);
			assertThat(refusal.problem()).isEqualTo("reference." + problem);
		});
	}

	private static Dated<String> entry(long id, String value, @Nullable LocalDate from, @Nullable LocalDate to) {
		return new Dated<>(id, value, from, to, "来源", false);
	}

	private static LocalDate day(String text) {
		return LocalDate.parse(text);
	}

}
