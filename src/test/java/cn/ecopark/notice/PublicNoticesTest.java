package cn.ecopark.notice;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.TestDatabase;
import cn.ecopark.notice.PublicNotices.DayKey;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.PageWalk;
import cn.ecopark.shared.SearchWords;

import static org.assertj.core.api.Assertions.assertThat;

/** Turns the pages of five notices, four of them of one day, and of a draft. */
class PublicNoticesTest {

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.withoutKeys());

	private final PublicNotices notices = new PublicNotices(this.jdbc, JsonMapper.builder().build());

	@BeforeEach
	void fiveNoticesWerePublished() {
		this.jdbc.sql("DELETE FROM public_notice").update();
		for (String id : List.of("b", "d", "a", "c")) {
			published(id, "2019-06-03");
		}
		published("newest", "2019-06-04");
		this.jdbc.sql("""
				INSERT INTO public_notice (batch_id, title, intro, contacts, publication_day, closes_on, state)
				VALUES ('draft', '', '', '[]', '2019-06-03', '2019-06-13', 'DRAFT')
				""").update();
	}

	@Test
	void showsEachNoticeOnceThoughFourAreOfOneDay() {
		assertThat(PageWalk.onwards(this::ids))
			.isEqualTo(List.of(List.of("newest", "d"), List.of("c", "b"), List.of("a")));
	}

	@Test
	void findsTheSameWayBack() {
		assertThat(PageWalk.back(this::ids)).isEqualTo(PageWalk.onwards(this::ids));
	}

	@Test
	void readsTheKeyOfAPageFromAnAddress() {
		DayKey key = new DayKey(LocalDate.of(2019, 6, 3), "b");

		assertThat(DayKey.parse(key.text())).contains(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "b", "2019-06-03", "2019-06-03_", "2019-13-03_b", "2019-02-30_b", "2019-06-03_b c" })
	void readsNoKeyFromNonsense(String text) {
		assertThat(DayKey.parse(text)).isEmpty();
	}

	private ListPage<String, DayKey> ids(Cursor<DayKey> cursor) {
		return this.notices.published(SearchWords.NONE, cursor, 2).map(PublicNotice::batchId);
	}

	private void published(String id, String day) {
		this.jdbc
			.sql("""
					INSERT INTO public_notice (batch_id, title, intro, contacts, publication_day, closes_on, state, published_at)
					VALUES (:id, :id, '', '[]', CAST(:day AS date), CAST(:day AS date) + 10, 'PUBLISHED', now())
					""")
			.param("id", id)
			.param("day", day)
			.update();
	}

}
