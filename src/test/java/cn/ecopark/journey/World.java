package cn.ecopark.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A running server with the demonstration world, and the sessions of its people. */
final class World {

	private final Supplier<String> address;

	private final Map<String, Party> parties = new HashMap<>();

	/** The tests of one world share its clock; null as long as nobody has looked. */
	private @Nullable String today;

	World(Supplier<String> address) {
		this.address = address;
	}

	Party as(String name) {
		return this.parties.computeIfAbsent(name, key -> Party.signIn(address(), key, this::today));
	}

	/** From now on that name stands for somebody who signs in with a password. */
	Party signsIn(String name, String password) {
		Party party = Party.signIn(address(), name, password, this::today);
		this.parties.put(name, party);
		return party;
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
		if (this.today == null) {
			Document clock = as("office.one").browser().open("/demo/clock").expect(200).page();
			this.today = clock.expectFirst("input[name=date]").attr("min");
		}
		return this.today;
	}

}
