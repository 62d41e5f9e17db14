package cn.ecopark.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.FilledRecord;
import cn.ecopark.TestDatabase;
import cn.ecopark.notice.Objection.Channel;
import cn.ecopark.notice.Objection.Objector;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.StaleRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NoticeRowsTest {

	private static final LocalDate DAY = LocalDate.of(2019, 6, 3);

	private static final LocalDate END = LocalDate.of(2019, 6, 18);

	private static final LocalDate LATER = LocalDate.of(2019, 7, 1);

	private PublicNotices notices;

	private Objections objections;

	@BeforeEach
	void aNoticeIsDrafted() {
		JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());
		FilledRecord.of(jdbc);
		this.notices = new PublicNotices(jdbc, JsonMapper.builder().build());
		this.objections = new Objections(jdbc, new RareMatters(jdbc));
		this.notices.draft(draft("公示"));
	}

	@Test
	void isPublishedOnce() {
		this.notices.publish(this.notices.get("batch-1"), DAY, END, Instant.now());

		assertThatExceptionOfType(StaleRecord.class)
			.isThrownBy(() -> this.notices.publish(this.notices.get("batch-1"), END, LATER, Instant.now()));
		assertThat(this.notices.get("batch-1").publicationDay()).isEqualTo(DAY);
	}

	@Test
	void keepsItsTextOnceItIsPublished() {
		this.notices.draft(draft("改过的公示"));
		this.notices.publish(this.notices.get("batch-1"), DAY, END, Instant.now());

		assertThatExceptionOfType(StaleRecord.class).isThrownBy(() -> this.notices.draft(draft("又改")));
		assertThat(this.notices.get("batch-1").title()).isEqualTo("改过的公示");
	}

	@Test
	void settlesAnObjectionOnce() {
		this.objections.add(new Objection("o", "YY-2019-1", "batch-1", "case-1", Channel.LETTER, "有异议",
				new Objector("", "", ""), DAY, Instant.now(), Objection.State.OPEN, "", false, null), null, "s");
		this.objections.settle("o", Objection.State.UPHELD, "成立", true, Instant.now());

		assertThatExceptionOfType(StaleRecord.class)
			.isThrownBy(() -> this.objections.settle("o", Objection.State.DISMISSED, "不成立", false, Instant.now()));
		assertThat(this.objections.get("o").state()).isEqualTo(Objection.State.UPHELD);
	}

	private static PublicNotice draft(String title) {
		return new PublicNotice("batch-1", title, "", Map.of(), DAY, END, PublicNotice.State.DRAFT, null, null);
	}

}
