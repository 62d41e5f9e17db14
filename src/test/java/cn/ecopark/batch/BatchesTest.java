package cn.ecopark.batch;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.MomentKey;
import cn.ecopark.shared.PageWalk;
import cn.ecopark.shared.RareMatters;

import static org.assertj.core.api.Assertions.assertThat;

/** Turns the pages of five batches, four of them composed at one moment. */
class BatchesTest {

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.withoutKeys());

	private final Batches batches = new Batches(this.jdbc, new RareMatters(this.jdbc));

	@BeforeEach
	void fiveBatchesWereComposed() {
		this.jdbc.sql("DELETE FROM batch").update();
		for (String id : List.of("b", "d", "a", "c")) {
			composed(id, "2018-03-01T10:00:00.123456+08:00");
		}
		composed("newest", "2018-03-01T10:00:00.123457+08:00");
	}

	@Test
	void showsEachBatchOnceThoughFourWereComposedAtOneMoment() {
		assertThat(PageWalk.onwards(this::ids))
			.isEqualTo(List.of(List.of("newest", "d"), List.of("c", "b"), List.of("a")));
	}

	@Test
	void findsTheSameWayBack() {
		assertThat(PageWalk.back(this::ids)).isEqualTo(PageWalk.onwards(this::ids));
	}

	@Test
	void leadsNowhereFromTheLastPage() {
		ListPage<Batch, MomentKey> last = this.batches.page(Cursor.after(this.batches.page(Cursor.start(), 4).next()),
				4);

		assertThat(last.rows()).extracting(Batch::id).containsExactly("a");
		assertThat(last.next()).isNull();
	}

	private ListPage<String, MomentKey> ids(Cursor<MomentKey> cursor) {
		return this.batches.page(cursor, 2).map(Batch::id);
	}

	private void composed(String id, String at) {
		this.jdbc.sql("""
				INSERT INTO batch (id, kind, pack, release, title, state, composed_by, composed_at, submission)
				VALUES (:id, 'naming', '2015-167', '2015-167.1', :id, 'OPEN', 1, CAST(:at AS timestamptz), :id)
				""").param("id", id).param("at", at).update();
	}

}
