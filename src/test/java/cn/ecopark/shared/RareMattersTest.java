package cn.ecopark.shared;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.TestRegister;

import static org.assertj.core.api.Assertions.assertThat;

class RareMattersTest {

	private static final DataSource DATABASE = TestDatabase.withoutKeys();

	private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

	private final RareMatters matters = new RareMatters(JDBC);

	private final RareMatters.Matter done = this.matters
		.matter("EXISTS (SELECT 1 FROM work_item WHERE dossier_id = :dossier AND state = 'DONE')");

	private final RareMatters.Matter open = this.matters
		.matter("EXISTS (SELECT 1 FROM work_item WHERE dossier_id = :dossier AND state = 'OPEN')");

	@BeforeEach
	void oneHasATask() {
		JDBC.sql("TRUNCATE work_item CASCADE").update();
		new TestRegister(JDBC).task(1, "case-1", "MEE");
	}

	@Test
	void areKnownOfEachDossierWhileAPageIsPutTogether() {
		List<Boolean> known = new ArrayList<>();
		ReadOnce.during(() -> {
			known.add(this.open.mayBeOf("case-1"));
			known.add(this.done.mayBeOf("case-1"));
			known.add(this.open.mayBeOf("case-2"));
		});

		assertThat(known).containsExactly(true, false, false);
	}

	@Test
	void areAskedAnewForEachPage() {
		List<Boolean> known = new ArrayList<>();
		ReadOnce.during(() -> known.add(this.done.mayBeOf("case-1")));
		JDBC.sql("UPDATE work_item SET state = 'DONE', ended_as = 'DONE', outcome = 'X', done_by = 1, done_at = now()")
			.update();
		ReadOnce.during(() -> known.add(this.done.mayBeOf("case-1")));

		assertThat(known).containsExactly(false, true);
	}

	/** Whoever writes looks, since what was not there a moment ago may be now. */
	@Test
	void mayBeThereWhereNoPageIsPutTogether() {
		assertThat(this.done.mayBeOf("case-1")).isTrue();
		assertThat(this.open.mayBeOf("case-2")).isTrue();
	}

}
