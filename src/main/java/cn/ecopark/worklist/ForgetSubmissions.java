package cn.ecopark.worklist;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RegularWork;

/**
 * Deletes by what sent pages are known, long after their case or batch was closed: nobody
 * can do such a task or take it back any more.
 */
@Component
@EnableConfigurationProperties(SubmissionSettings.class)
class ForgetSubmissions extends RegularWork {

	private static final Duration PAUSE = Duration.ofHours(6);

	/** Both times must have passed: that of cases can be moved. */
	private static final String FORGET = """
			DELETE FROM submission AS sent USING work_item AS item
			 WHERE item.id = sent.work_item_id AND sent.at < now() - CAST(:kept AS interval) AND item.state <> 'OPEN'
			   AND coalesce(item.case_id, item.batch_id) IS NOT NULL
			   AND NOT EXISTS (SELECT 1 FROM eco_case WHERE id = item.case_id AND coalesce(closed_at >= :closed, TRUE))
			   AND NOT EXISTS (SELECT 1 FROM batch WHERE id = item.batch_id AND coalesce(closed_at >= :closed, TRUE))
			""";

	private final JdbcClient jdbc;

	private final CaseTime time;

	private final Duration kept;

	ForgetSubmissions(JdbcClient jdbc, CaseTime time, SubmissionSettings settings) {
		super("forget-submissions");
		this.jdbc = jdbc;
		this.time = time;
		this.kept = settings.keep();
	}

	void forget() {
		this.jdbc.sql(FORGET)
			.param("kept", this.kept.toString())
			.param("closed", JdbcTime.of(this.time.now().minus(this.kept)))
			.update();
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::forget, PAUSE));
	}

}
