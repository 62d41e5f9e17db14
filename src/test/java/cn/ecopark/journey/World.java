package cn.ecopark.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jsoup.nodes.Element;

/** A running server with the demonstration world, and the sessions of its people. */
final class World {

	private final Supplier<String> address;

	private final Map<String, Party> parties = new HashMap<>();

	private String today = "2018-01-02";

	World(Supplier<String> address) {
		this.address = address;
	}

	Party as(String name) {
		return this.parties.computeIfAbsent(name, key -> Party.signIn(address(), key, this::today));
	}

	String address() {
		return this.address.get();
	}

	/**
	 * Moves to nine in the morning of that day; what falls due on the way happens at its
	 * own date.
	 */
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

	/**
	 * @return the day of the server that is
	 */
	String today() {
		return this.today;
	}

}
