package cn.ecopark.background;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;

import cn.ecopark.shared.NodeMemory;

/**
 * The room of each kind on this node. Of every kind no more is taken than its free room,
 * the longest due first; what no program here knows is not touched. So thousands of one
 * kind that wait keep nothing of another from being begun.
 */
class Room extends PostgreSqlJdbcCustomization {

	/** Known by the name of the node and by the database's time. */
	private static final String TAKE = """
			WITH due AS MATERIALIZED (
			    SELECT job.task_name, job.task_instance
			      FROM unnest(?, ?) AS room (kind, free)
			     CROSS JOIN LATERAL (SELECT task_name, task_instance FROM background_job
			                          WHERE NOT picked AND task_name = room.kind AND execution_time <= clock_timestamp()
			                          ORDER BY execution_time LIMIT room.free FOR UPDATE SKIP LOCKED) AS job
			), taken AS (
			    UPDATE background_job job
			       SET picked = TRUE, picked_by = ?, last_heartbeat = clock_timestamp(), version = version + 1
			      FROM due WHERE job.task_name = due.task_name AND job.task_instance = due.task_instance
			    RETURNING job.*
			)
			SELECT * FROM taken ORDER BY execution_time
			""";

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Map<String, AtomicInteger> free = new LinkedHashMap<>();

	private final DatabaseClock clock;

	Room(List<BackgroundWork> works, DatabaseClock clock) {
		super(false, false);
		works.forEach(work -> this.free.put(work.kind().name(), new AtomicInteger(work.atOnce())));
		this.clock = clock;
	}

	/** Asked by one thread only. */
	@Override
	public List<Execution> lockAndFetchSingleStatement(JdbcTaskRepositoryContext context, Instant now, int limit,
			boolean orderByPriority) {
		this.clock.compareNowAndThen();
		Map<String, Integer> wanted = new LinkedHashMap<>();
		this.free.forEach((kind, left) -> {
			if (left.get() > 0) {
				wanted.put(kind, left.get());
			}
		});
		if (wanted.isEmpty()) {
			return List.of();
		}
		List<Execution> taken = context.jdbcRunner.query(TAKE,
				statement -> set(statement, wanted, context.schedulerName.getName()), context.resultSetMapper.get());
		taken.forEach(execution -> of(execution.getTaskName()).decrementAndGet());
		return taken;
	}

	private static void set(PreparedStatement statement, Map<String, Integer> wanted, String node) throws SQLException {
		statement.setArray(1, statement.getConnection().createArrayOf("text", wanted.keySet().toArray()));
		statement.setArray(2, statement.getConnection().createArrayOf("int", wanted.values().toArray()));
		statement.setString(3, node);
	}

	void leave(String kind) {
		of(kind).incrementAndGet();
	}

	private AtomicInteger of(String kind) {
		AtomicInteger left = this.free.get(kind);
		if (left == null) {
			throw new IllegalArgumentException("Nobody here does " + kind);
		}
		return left;
	}

}
