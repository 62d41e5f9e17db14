package cn.ecopark.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.shared.Cursor.NoSuchPage;

/** Turns the pages of a list of the numbers from 1 to 5, two on a page. */
class ListPageTest {

	@Test
	void showsTheFirstPageWithoutOneBefore() {
		ListPage<Long, Long> page = page(Cursor.start(), 1, 2, 3);

		assertThat(page).isEqualTo(new ListPage<>(List.of(1L, 2L), null, 2L));
	}

	@Test
	void showsAPageInTheMiddleFromBothSides() {
		ListPage<Long, Long> onwards = page(Cursor.after(2L), 3, 4, 5);
		ListPage<Long, Long> backwards = page(Cursor.before(5L), 4, 3, 2);

		assertThat(onwards).isEqualTo(new ListPage<>(List.of(3L, 4L), 3L, 4L));
		assertThat(backwards).isEqualTo(onwards);
	}

	@Test
	void showsTheLastPageWithoutOneAfter() {
		assertThat(page(Cursor.after(4L), 5)).isEqualTo(new ListPage<>(List.of(5L), 5L, null));
		assertThat(page(Cursor.after(3L), 4, 5)).isEqualTo(new ListPage<>(List.of(4L, 5L), 4L, null));
	}

	@Test
	void comesBackToAFirstPageThatHasNoneBefore() {
		assertThat(page(Cursor.before(3L), 2, 1)).isEqualTo(new ListPage<>(List.of(1L, 2L), null, 2L));
	}

	@Test
	void leadsNowhereFromAPageWithoutRows() {
		assertThat(page(Cursor.after(9L))).isEqualTo(new ListPage<>(List.of(), null, null));
		assertThat(page(Cursor.before(0L))).isEqualTo(new ListPage<>(List.of(), null, null));
	}

	@Test
	void keepsThePlaceOfRowsThatArePutDifferently() {
		assertThat(page(Cursor.after(2L), 3, 4, 5).map(String::valueOf))
			.isEqualTo(new ListPage<>(List.of("3", "4"), 3L, 4L));
	}

	@Test
	void readsThePlaceFromTheAddress() {
		assertThat(Cursor.ofIds("17", null)).isEqualTo(Cursor.after(17L));
		assertThat(Cursor.ofIds(null, "999999999999999999")).isEqualTo(Cursor.before(999_999_999_999_999_999L));
		assertThat(Cursor.ofIds("17", "18")).isEqualTo(Cursor.before(18L));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = "")
	void takesNothingForTheStart(@Nullable String nothing) {
		assertThat(Cursor.ofIds(nothing, nothing)).isEqualTo(Cursor.start());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "x", " 1", "1000000000000000000", "99999999999999999999", "\u0000" })
	void refusesNonsense(String typed) {
		assertThatThrownBy(() -> Cursor.ofIds(typed, null)).isInstanceOf(NoSuchPage.class);
		assertThatThrownBy(() -> Cursor.ofIds(null, typed)).isInstanceOf(NoSuchPage.class);
	}

	private static ListPage<Long, Long> page(Cursor<Long> cursor, long... read) {
		return ListPage.of(Arrays.stream(read).boxed().toList(), 2, cursor, Function.identity());
	}

}
