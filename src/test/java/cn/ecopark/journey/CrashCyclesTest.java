package cn.ecopark.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import cn.ecopark.SampleFiles;
import cn.ecopark.embedded.OwnDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One node, then two on one database, are killed together with it and without it, under
 * people who work and write down what was acknowledged: nothing is lost, nothing happens
 * twice, the audit holds, the work list is the engine's. Then both nodes are restarted,
 * one after the other, and nobody notices.
 */
@Tag("crash")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashCyclesTest {

	/** 200 with {@code -Dcycles=200}, half of them with two nodes. */
	private static final int CYCLES = Integer.getInteger("cycles", 8);

	/** Decides who dies and when. */
	private static final long SEED = Long.getLong("seed", 20180102);

	/** How long a node still answers that is told to end, as in docker-compose.yml. */
	private static final Duration ANSWERS_FOR = Proxy.time("6s");

	private static final String[][] PARKS = { { "苏州工业园区", "sip.staff", "jiangsu.ecology" },
			{ "天津经济技术开发区", "teda.staff", "tianjin.ecology" } };

	@TempDir
	private static Path folder;

	private final Random chance = new Random(SEED);

	private final Ledger ledger = new Ledger();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	private final List<CaseStream> streams = new ArrayList<>();

	private final List<Thread> people = new ArrayList<>();

	private final List<ServerProcess> nodes = new ArrayList<>();

	private OwnDatabase database;

	private RecordChecks checks;

	private Proxy proxy;

	/** What dies. */
	private enum Disaster {

		NODE, DATABASE, BOTH

	}

	/** The database most often: it is back soonest. */
	private static final List<Disaster> IN_TURN = List.of(Disaster.DATABASE, Disaster.NODE, Disaster.DATABASE,
			Disaster.DATABASE, Disaster.BOTH, Disaster.DATABASE, Disaster.NODE, Disaster.DATABASE);

	@BeforeAll
	void begin() {
		this.database = new OwnDatabase(folder.resolve("postgres"));
		this.database.start();
		this.checks = new RecordChecks(this.database.asSuperuser());
		List<String> settings = new ArrayList<>(this.database.settings());
		settings.addAll(List.of("--ecopark.background.heartbeat=1s", "--ecopark.background.look-every=500ms",
				"--ecopark.ending.answers-for=" + ANSWERS_FOR.toMillis() + "ms"));
		this.nodes.add(ServerProcess.node(folder, "node1", settings));
		this.nodes.add(ServerProcess.node(folder, "node2", settings));
		this.nodes.get(0).start();
		this.proxy = new Proxy(this.nodes);
		for (String[] park : PARKS) {
			CaseStream stream = new CaseStream(park[0], visitor("office.one"), visitor(park[1]), visitor(park[2]),
					this.ledger, new Random(this.chance.nextLong()));
			this.streams.add(stream);
		}
		this.streams.forEach(stream -> {
			Thread thread = new Thread(stream, "people");
			thread.setDaemon(true);
			thread.start();
			this.people.add(thread);
		});
	}

	private Visitor visitor(String name) {
		return new Visitor(this.proxy, this.failures::add).signIn(name);
	}

	@AfterAll
	void end() {
		this.streams.forEach(CaseStream::end);
		this.proxy.close();
		this.nodes.forEach(ServerProcess::stop);
		this.database.close();
	}

	@Test
	@Order(1)
	void nothingIsLostAndNothingHappensTwiceWhoeverDies(TestReporter report) {
		long begun = System.nanoTime();
		for (int cycle = 0; cycle < CYCLES; cycle++) {
			if (cycle >= CYCLES / 2) {
				bothNodes();
			}
			works();
			int before = this.ledger.told().size();
			Disaster disaster = IN_TURN.get(cycle % IN_TURN.size());
			happens(disaster, victims(disaster, cycle < CYCLES / 2 ? 1 : 2));
			int kept = this.checks.hold(this.ledger);
			report.publishEntry(Map.of("cycle", String.valueOf(cycle + 1), "killed", disaster.name(), "acknowledged",
					String.valueOf(kept), "since the disaster", String.valueOf(kept - before)));
		}
		works();
		this.checks.hold(this.ledger);
		report.publishEntry(Map.of("seed", String.valueOf(SEED), "failed and repeated",
				String.valueOf(this.failures.size()), "seconds", String.valueOf(secondsSince(begun))));
	}

	private void bothNodes() {
		if (!this.nodes.get(1).isRunning()) {
			this.nodes.get(1).start();
		}
	}

	/** Something is acknowledged, and somewhere in the next acts it goes on. */
	private void works() {
		int before = this.ledger.told().size();
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50)).until(() -> {
			this.streams.forEach(CaseStream::requireSound);
			return this.ledger.told().size() > before + 1;
		});
		rest(this.chance.nextInt(1500));
	}

	/** One of the nodes; now and then, with the database, all. */
	private List<ServerProcess> victims(Disaster disaster, int running) {
		if (disaster == Disaster.DATABASE) {
			return List.of();
		}
		if (disaster == Disaster.BOTH && this.chance.nextInt(4) == 0) {
			return this.nodes.subList(0, running);
		}
		return List.of(this.nodes.get(this.chance.nextInt(running)));
	}

	private void happens(Disaster disaster, List<ServerProcess> victims) {
		victims.forEach(ServerProcess::diesAlone);
		if (disaster != Disaster.NODE) {
			this.database.dies();
			rest(this.chance.nextInt(500));
			this.database.start();
		}
		victims.forEach(ServerProcess::begin);
		victims.forEach(ServerProcess::awaitAnswers);
	}

	@Test
	@Order(2)
	void anUploadGoesOnAtTheOtherNode() throws IOException {
		bothNodes();
		long size = 5L << 20;
		Party park = new World(this.nodes.get(0)::address).as("taizhou.staff");
		String begun = this.ledger.begins();
		park.starts(CreationSteps.TAIZHOU, "creation");
		this.ledger.isTold(begun);
		String task = park.find(CreationSteps.TAIZHOU, "提交申报");
		TusUpload here = TusUpload.begin(park.browser(), park.browser().open(task).expect(200).page(), "建设规划.pdf",
				size);
		TusUpload there = here.at(this.nodes.get(1).address());

		assertThat(here.sendPiece(0, SampleFiles.largePdf(size).readNBytes((int) size / 2)).statusCode())
			.isEqualTo(204);
		assertThat(there.kept()).isEqualTo(size / 2);
		assertThat(there.send(size / 2, SampleFiles.largePdf(size)).statusCode()).isEqualTo(204);

		await().atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(500))
			.until(() -> park.browser()
				.open(task)
				.expect(200)
				.page()
				.selectFirst("#documents a.document-name") != null);
	}

	@Test
	@Order(3)
	void nobodyNoticesThatNodesAreRestartedOneAfterTheOther() {
		bothNodes();
		works();
		this.failures.clear();
		int before = this.ledger.told().size();
		for (ServerProcess node : this.nodes) {
			node.stop();
			node.start();
			works();
		}
		assertThat(this.failures).isEmpty();
		assertThat(this.ledger.told().size()).isGreaterThan(before + 5);
	}

	/** Nobody sends anything any more, and everything was acknowledged at last. */
	@Test
	@Order(4)
	void everythingIsOnRecordInTheEnd() throws InterruptedException {
		this.streams.forEach(CaseStream::end);
		for (Thread thread : this.people) {
			thread.join(TimeUnit.MINUTES.toMillis(2));
		}
		this.streams.forEach(CaseStream::requireSound);
		await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500)).until(this.checks::isAtRest);
		assertThat(this.ledger.told()).isEqualTo(this.ledger.sent());
		assertThat(this.ledger.casesTold()).isEqualTo(this.ledger.casesSent());
		this.checks.hold(this.ledger);

		this.nodes.forEach(ServerProcess::stop);
		this.nodes.get(0).succeedsWith("--audit-verify", "--audit-seals=" + folder.resolve("audit-seals.jsonl"));
	}

	private static long secondsSince(long begun) {
		return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
	}

	private static void rest(long milliseconds) {
		try {
			TimeUnit.MILLISECONDS.sleep(milliseconds);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

}
