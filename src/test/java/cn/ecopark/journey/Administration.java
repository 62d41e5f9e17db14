package cn.ecopark.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import cn.ecopark.journey.Browser.Answer;
import cn.ecopark.journey.Browser.Field;

/** What administrators enter on their pages, in a world with invented people. */
final class Administration {

	private static final String INVENTED = "测试用，虚构";

	private final World world;

	Administration(World world) {
		this.world = world;
	}

	/**
	 * Sends a release as a ZIP file.
	 * @return the page of the release it has become
	 */
	Document sends(byte[] zip) {
		Browser browser = browser("system.admin");
		FormFiller form = new FormFiller(browser.open("/admin/packs").expect(200).page(), "form[action$=/admin/packs]");
		return browser
			.upload(form.action(), form.fill(Map.of("reason", List.of("试点方案试行（虚构）。")), this.world.today()), "pack.zip",
					zip)
			.expect(200)
			.page();
	}

	/** Proposes or releases what stands at that address. */
	Answer acts(String administrator, String release, String act) {
		Browser browser = browser(administrator);
		Document page = browser.open(release).expect(200).page();
		return browser.post(release + "/" + act, List.of(new Field("_csrf", Party.csrf(page))));
	}

	/**
	 * @param what {@code kinds}, {@code cities} or {@code units}
	 */
	void entersUnits(String what, String from, String... words) {
		says("/admin/reference/units", "form[action$=/units/" + what + "]", from, words);
	}

	/** From that day on something else holds. */
	void begins(String series, String from, String... words) {
		says("/admin/reference/" + series, "form[action$=/begin]", from, words);
	}

	private void says(String path, String form, String from, String... words) {
		Browser browser = browser("system.admin");
		FormFiller filler = new FormFiller(browser.open(path).expect(200).page(), form);
		browser
			.post(filler.action(),
					filler.fill(Map.of("word", List.of(words), "from", List.of(from), "source", List.of(INVENTED),
							"reason", List.of("试点方案需要（虚构）。")), this.world.today()))
			.expect(200);
	}

	/** Enters a park that lies in that city. */
	void registers(String park, String province, String city) {
		Browser browser = browser("system.admin");
		FormFiller form = new FormFiller(browser.open("/admin/parks").expect(200).page(),
				"form[action$=/admin/parks][method=post]");
		browser
			.post(form.action(), form.fill(Map.of("name", List.of(park), "kind", List.of("COMPREHENSIVE"), "level",
					List.of("省级开发区"), "province", List.of(province), "city", List.of(city)), this.world.today()))
			.expect(200);
	}

	/**
	 * Somebody is entered for that unit, gets a code, chooses a password by it and signs
	 * in.
	 * @param unit what its name says
	 */
	void employs(String name, String displayName, String unit) {
		Browser security = browser("security.admin");
		Document people = security.open("/admin/people/new").expect(200).page();
		FormFiller form = new FormFiller(people, "form[action$=/admin/people][method=post]");
		String id = people.select("select[name=unit] option")
			.stream()
			.filter(option -> option.text().contains(unit))
			.findFirst()
			.map(Element::val)
			.orElseThrow(() -> new AssertionError("There is no unit " + unit));
		String first = security
			.post(form.action(),
					form.fill(Map.of("username", List.of(name), "name", List.of(displayName), "unit", List.of(id),
							"role", List.of("STAFF")), this.world.today()))
			.expect(200)
			.page()
			.expectFirst(".code")
			.text();
		String code = first + otherHalf();
		Browser own = new Browser(this.world.address());
		FormFiller chosen = new FormFiller(own.open("/sign-in/code").expect(200).page(), "form[action$=/sign-in/code]");
		String password = "Kao9-Lunzheng-Dui";
		List<Field> fields = new ArrayList<>(chosen.fill(Map.of(), this.world.today()));
		fields.removeIf(field -> Stream.of("username", "code", "password", "repeated").anyMatch(field.name()::equals));
		fields.addAll(List.of(new Field("username", name), new Field("code", code), new Field("password", password),
				new Field("repeated", password)));
		own.post(chosen.action(), fields).expect(200);
		this.world.signsIn(name, password);
	}

	/** A code for somebody who decides is had by two; one for a park is whole at once. */
	private String otherHalf() {
		Browser second = browser("security.admin2");
		Document waiting = second.open("/admin/people").expect(200).page();
		if (waiting.selectFirst("form[action$=/confirm]") == null) {
			return "";
		}
		FormFiller confirmed = new FormFiller(waiting, "form[action$=/confirm]");
		return second.post(confirmed.action(), confirmed.fill(Map.of(), this.world.today()))
			.expect(200)
			.page()
			.expectFirst(".code")
			.text();
	}

	private Browser browser(String administrator) {
		return this.world.as(administrator).browser();
	}

}
