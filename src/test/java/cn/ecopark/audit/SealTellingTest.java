package cn.ecopark.audit;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.ecopark.audit.AuditCheck.Demands;
import cn.ecopark.audit.AuditReport.Fault;
import cn.ecopark.audit.AuditReport.Kind;
import cn.ecopark.audit.AuditSeals.Seal;

import static org.assertj.core.api.Assertions.assertThat;

/** Seals leave the database, whatever the places outside do. */
class SealTellingTest {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	@TempDir
	private Path folder;

	private final AuditWorkshop workshop = new AuditWorkshop();

	private final SealTelling telling = new SealTelling(this.workshop.jdbc, this.workshop.seals);

	@Test
	void tellsAFileOfEachSealOnce() throws IOException {
		FilePlace place = new FilePlace(this.folder.resolve("seals.jsonl"));
		seals(3);
		this.telling.tell(place);
		seals(2);
		this.telling.tell(place);
		this.telling.tell(place);

		List<Seal> outside = OutsideSeals.read(this.folder.resolve("seals.jsonl"));
		assertThat(outside).extracting(Seal::seq).containsExactly(3L, 4L, 5L);
		assertThat(this.workshop.check.verify(new Demands(null, outside, 0)).isIntact()).isTrue();
	}

	@Test
	void findsSealsOutsideThatAreGoneOrOthers() throws IOException {
		Path file = this.folder.resolve("seals.jsonl");
		this.telling.tell(new FilePlace(file));
		seals(2);
		this.telling.tell(new FilePlace(file));
		List<Seal> outside = OutsideSeals.read(file);

		List<Seal> forged = new ArrayList<>(outside);
		Seal last = outside.get(1);
		forged.add(new Seal(9, last.at(), last.previous(), last.hash(), last.keyId(), last.signature()));
		assertThat(faults(forged)).containsExactly(new Fault("seal", 9, Kind.OUTSIDE_FORGED));

		this.workshop.tamper("DELETE FROM audit_seal_head WHERE seq = 2", "DELETE FROM audit_seal WHERE seq = 2",
				"UPDATE audit_chain SET sealed = 1", "DELETE FROM audit_seal_place");
		assertThat(faults(outside)).containsExactly(new Fault("seal", 2, Kind.SEAL_MISSING));
	}

	@Test
	void readsSealsFromTheLinesOfALog() throws IOException {
		seals(1);
		Seal seal = this.workshop.seals.last().orElseThrow();
		Path log = this.folder.resolve("messages");
		Files.writeString(log,
				"Jan  5 08:00:00 node1 sshd[1]: started {x}\nnot a seal\nJan  5 08:00:01 node1 ecopark[7]: "
						+ OutsideSeals.line(seal) + "\n");

		assertThat(OutsideSeals.read(log)).containsExactly(seal);
	}

	@Test
	void tellsALogHostByRfc5424() throws Exception {
		seals(1);
		try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> receive(host));
			this.telling.tell(new SyslogPlace(URI.create("tcp://localhost:" + host.getLocalPort()), PATIENCE));

			String message = received.get(10, TimeUnit.SECONDS);
			assertThat(message)
				.matches("(?s)\\d+ <109>1 \\S+Z \\S+ ecopark \\d+ audit-seal - \\{.*\"seal\":\"1\".*\\}");
			assertThat(Integer.parseInt(message.substring(0, message.indexOf(' '))))
				.isEqualTo(message.substring(message.indexOf(' ') + 1).getBytes(StandardCharsets.UTF_8).length);
		}
	}

	@Test
	void triesAgainWhatFailedAndLosesNothing() throws Exception {
		List<String> received = new CopyOnWriteArrayList<>();
		boolean[] broken = { true };
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/seals", (exchange) -> {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			if (!broken[0]) {
				received.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
			}
			exchange.sendResponseHeaders(broken[0] ? 503 : 204, -1);
			exchange.close();
		});
		server.start();
		try {
			EndpointPlace place = new EndpointPlace(
					URI.create("http://localhost:" + server.getAddress().getPort() + "/seals"), "secret", PATIENCE);
			this.telling.tell(place);
			seals(2);
			this.telling.tell(place);
			assertThat(received).isEmpty();
			this.telling.tell(place);
			broken[0] = false;
			this.workshop
				.within(() -> this.workshop.jdbc.sql("UPDATE audit_seal_place SET try_again = now()").update());
			this.telling.tell(place);

			assertThat(received).hasSize(2).allMatch((post) -> post.startsWith("Bearer secret {"));
			assertThat(this.workshop.jdbc.sql("SELECT failures FROM audit_seal_place").query(Integer.class).single())
				.isZero();
		}
		finally {
			server.stop(0);
		}
	}

	/** Another node finds the place taken, and neither of them holds a row meanwhile. */
	@Test
	void lockNothingWhileAPlaceAnswersAndAreToldByOneNode() {
		List<Long> told = new ArrayList<>();
		SealTelling other = new SealTelling(this.workshop.jdbc, this.workshop.seals);
		SealPlace slow = new SealPlace() {
			@Override
			public String name() {
				return "slow";
			}

			@Override
			public void tell(Seal seal) {
				told.add(seal.seq());
				other.tell(this);
				SealTellingTest.this.workshop.within(() -> SealTellingTest.this.workshop.jdbc
					.sql("SELECT told FROM audit_seal_place FOR UPDATE NOWAIT")
					.query(Long.class)
					.single());
			}
		};
		this.telling.tell(slow);
		seals(2);
		told.clear();

		this.telling.tell(slow);
		assertThat(told).containsExactly(1L, 2L);
		seals(1);
		other.tell(slow);
		assertThat(told).containsExactly(1L, 2L, 3L);
	}

	/** A node that died while it told a place keeps it for a while only. */
	@Test
	void areToldByAnotherNodeOnceTheLeaseIsOver() throws IOException {
		FilePlace place = new FilePlace(this.folder.resolve("seals.jsonl"));
		this.telling.tell(place);
		seals(1);
		lease("5 minutes");
		this.telling.tell(place);
		assertThat(this.folder.resolve("seals.jsonl")).doesNotExist();

		lease("-1 seconds");
		this.telling.tell(place);
		assertThat(OutsideSeals.read(this.folder.resolve("seals.jsonl"))).hasSize(1);
	}

	private void lease(String left) {
		this.workshop.within(() -> this.workshop.jdbc
			.sql("UPDATE audit_seal_place SET leased_until = now() + CAST(:left AS interval)")
			.param("left", left)
			.update());
	}

	private static String receive(ServerSocket host) {
		try (Socket client = host.accept(); InputStream bytes = client.getInputStream()) {
			return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void seals(int count) {
		for (int i = 0; i < count; i++) {
			this.workshop.within(() -> this.workshop.audit.record(Subject.ofCase("c1"), "case.noted", Map.of()));
			this.workshop.seals.seal();
		}
	}

	private List<Fault> faults(List<Seal> outside) {
		return this.workshop.check.verify(new Demands(null, outside, 0)).faults();
	}

}
