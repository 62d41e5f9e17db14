package cn.ecopark.journey;

import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;

import cn.ecopark.journey.Browser.Field;

/** What happens to the case of one invented park, whatever its kind. */
abstract class CaseCourse {

	static final String[] MINISTRIES = { "mee.staff", "mofcom.staff", "most.staff" };

	static final String OFFICE = "office.one";

	final World world;

	final InventedPark park;

	CaseCourse(World world, InventedPark park) {
		this.world = world;
		this.park = park;
	}

	final void does(String name, String task, String outcome, String... fields) {
		this.world.as(name).does(this.park.name(), task, outcome, fields);
	}

	/**
	 * @param about what is asked for
	 */
	final void asksForMore(String name, String task, String outcome, String about) {
		does(name, task, outcome, "pointTarget." + outcome, "", "pointRemark." + outcome, about + "（虚构）", "opinion",
				about + "（虚构）。");
	}

	/** Somebody types on the page of the task and leaves it. */
	final void types(String name, String task, String text) {
		Browser browser = this.world.as(name).browser();
		String address = this.world.as(name).find(this.park.name(), task);
		Document page = browser.open(address).expect(200).page();
		browser
			.post(address + "/draft",
					new FormFiller(page, "form[data-task]").fill(Map.of("opinion", List.of(text)), this.world.today()))
			.expect(200);
	}

	final void claims(String name, String task) {
		Browser browser = this.world.as(name).browser();
		String address = this.world.as(name).find(this.park.name(), task);
		String csrf = Party.csrf(browser.open(address).expect(200).page());
		browser.post(address + "/claim", List.of(new Field("_csrf", csrf))).expect(200);
	}

	/**
	 * Takes the whole case back or ends it.
	 * @param how {@code withdraw} or {@code close}
	 */
	final void ends(String name, String how) {
		Browser browser = this.world.as(name).browser();
		Document found = browser.open("/cases?q=" + Browser.encode(this.park.name())).expect(200).page();
		Document file = browser
			.open(found.expectFirst("a[href^=/cases/]:contains(" + this.park.name() + ")").absUrl("href"))
			.expect(200)
			.page();
		FormFiller form = new FormFiller(file, "form[action$=/" + how + "]");
		browser.post(form.action(), form.fill(Map.of("reason", List.of("园区管理机构调整，暂不办理（虚构）。")), this.world.today()))
			.expect(200);
	}

	final void waitsUntil(String day) {
		if (this.world.today().compareTo(day) < 0) {
			this.world.on(day);
		}
	}

	/** Everybody but the leader signs. */
	final void sign(String task, int howMany, String... signers) {
		for (String signer : List.of(signers).subList(0, howMany)) {
			does(signer, task, "SIGN");
		}
	}

}
