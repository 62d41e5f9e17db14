package cn.ecopark.journey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.MoveCaseTime;

/** A server with the demonstration world, and sessions of its people. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = { "ecopark.demonstration=true", "camunda.bpm.job-execution.enabled=false" })
@Tag("journey")
abstract class Journey {

	private static final String PASSWORD = "demo-only-2018";

	@LocalServerPort
	private int port;

	@Autowired
	private CaseTime time;

	@Autowired
	private MoveCaseTime moveCaseTime;

	private final Map<String, Party> parties = new HashMap<>();

	Party as(String name) {
		return this.parties.computeIfAbsent(name, key -> Party.signIn(address(), key, PASSWORD, this.time));
	}

	String address() {
		return "http://localhost:" + this.port;
	}

	CaseTime time() {
		return this.time;
	}

	/** Moves to nine in the morning of that day; what falls due on the way happens at its own date. */
	void on(String day) {
		this.moveCaseTime.to(LocalDate.parse(day).atTime(9, 0).atZone(CaseTime.ZONE).toInstant());
	}

	/** Lets the engine do what waits to be done now. */
	void jobsRun() {
		this.moveCaseTime.to(this.time.now());
	}

}
