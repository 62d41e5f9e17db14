package cn.ecopark.journey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.journey.Browser.Field;

/** A server with the demonstration world, and sessions of its people. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "ecopark.demonstration=true")
@Tag("journey")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Journey {

	@LocalServerPort
	private int port;

	private String today = "2018-01-02";

	private final Map<String, Party> parties = new HashMap<>();

	Party as(String name) {
		return this.parties.computeIfAbsent(name, key -> Party.signIn(address(), key, this::today));
	}

	String address() {
		return "http://localhost:" + this.port;
	}

	/** Moves to nine in the morning of that day; what falls due on the way happens at its own date. */
	void on(String day) {
		Browser clock = as("office.one").browser();
		Element form = clock.open("/demo/clock").expect(200).page().expectFirst("form.clock-form");
		FormFiller filler = new FormFiller(form.ownerDocument(), "form.clock-form");
		clock.post(filler.action(), filler.fill(Map.of("date", List.of(day)), day)).expect(200);
		this.today = day;
	}

	/** Lets the engine do what waits to be done now. */
	void jobsRun() {
		on(today());
	}

	/** @return the day of the server that is */
	String today() {
		return this.today;
	}

	/** @return a field of a form that is posted */
	static Field field(String name, String value) {
		return new Field(name, value);
	}

	static LocalDate day(String text) {
		return LocalDate.parse(text);
	}

}
