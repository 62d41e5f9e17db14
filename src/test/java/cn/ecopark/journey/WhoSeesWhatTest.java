package cn.ecopark.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks {@code docs/who-sees-what.md} through one award: in every field of every step a
 * word that stands nowhere else, looked for on the pages of everybody.
 */
@TestPropertySource(properties = "test.database=who-sees-what")
class WhoSeesWhatTest extends Journey {

	private static final String PARK = "天津子牙经济技术开发区";

	private static final String STAFF = "ziya.staff";

	private static final String OFFICE = "office.one";

	private static final String TECHNICAL = "craes.staff";

	private static final List<String> MINISTRIES = List.of("mee.staff", "mofcom.staff", "most.staff");

	private static final List<String> EXPERTS = List.of("expert06", "expert07", "expert08", "expert09", "expert10");

	private static final List<String> READERS = List.of(STAFF, OFFICE, TECHNICAL, "tianjin.ecology", "tianjin.commerce",
			"tianjin.science", "mee.staff", "mofcom.staff", "most.staff", "expert06", "expert07");

	private static final String NOTICE = "寻词公示（虚构）";

	private static final String NAMING = "寻词命名（虚构）";

	private static final int OK = 200;

	private final Words words = new Words();

	private final List<String> faults = new ArrayList<>();

	/** Batches by their titles, with their addresses. */
	private final Map<String, String> batches = new LinkedHashMap<>();

	private boolean panelSits;

	@Test
	void everybodySeesWhatIsHisToSeeAndNothingElse() {
		applies();
		isChecked();
		isAccepted();
		isBeforeThePublic();
		isNamed();
		assertThat(this.faults).isEmpty();
		assertThat(this.words.neverTried()).containsExactly("opinion-own-unit / handed in");
	}

	private void applies() {
		as(STAFF).starts(PARK, "award");
		does(STAFF, PARK, "提交验收申请", "SUBMIT");
		does("tianjin.science", PARK, "科技部门提出初审意见", "CORRECT", "pointTarget.CORRECT", "");
		everybodyLooks();
		does("tianjin.commerce", PARK, "商务部门提出初审意见", "AGREE");
		does("tianjin.ecology", PARK, "省级初审", "SEND_BACK", "pointTarget.SEND_BACK", "document:workReport");
		this.words.now("point", "sent to the park");
		everybodyLooks();
		does(STAFF, PARK, "逐项补正", "SUBMIT");
		everybodyLooks();
		does("tianjin.ecology", PARK, "省级初审", "FORWARD");
		does(OFFICE, PARK, "审查材料完整性", "ADMIT");
	}

	private void isChecked() {
		does(TECHNICAL, PARK, "制定核查方案", "READY");
		does(TECHNICAL, PARK, "现场核查", "DONE");
		does(TECHNICAL, PARK, "提出技术核查意见", "PASS");
	}

	private void isAccepted() {
		does(OFFICE, PARK, "组建验收组", "PANEL_FORMED", as(OFFICE).panel(PARK, "组建验收组", EXPERTS.toArray(String[]::new)));
		this.panelSits = true;
		does(OFFICE, PARK, "召集验收会", "CALLED");
		for (String ministry : MINISTRIES) {
			does(ministry, PARK, "三部代表表决", "PASS");
		}
		does(EXPERTS.get(0), PARK, "专家表决", "PASS");
		everybodyLooks();
		for (String expert : EXPERTS.subList(1, EXPERTS.size())) {
			does(expert, PARK, "专家表决", "PASS");
		}
		world().jobsRun();
		this.words.now("vote", "all are in");
		everybodyLooks();
		does(EXPERTS.get(0), PARK, "形成验收意见", "PASS");
		AwardSteps.opinionIsSigned(world(), Regime.OF_2015, PARK, EXPERTS.toArray(String[]::new));
	}

	private void isBeforeThePublic() {
		composes("public-notice", NOTICE);
		does(OFFICE, NOTICE, "起草公示", "DRAFTED", "f.publicationDay", "2018-01-08");
		vote(NOTICE);
		on("2018-01-09");
		this.words.now("notice", "published");
		everybodyLooks();
		objects();
		everybodyLooks();
		does(OFFICE, PARK, "分办异议", "ASSIGN_PROVINCE");
		this.words.handles("tianjin.ecology");
		does("tianjin.ecology", PARK, "省级部门核实", "REPORT");
		everybodyLooks();
		does(OFFICE, PARK, "答复异议", "DISMISS");
		world().jobsRun();
		this.words.now("finding", "it is decided");
		this.words.now("objection-answer", "it is decided");
		everybodyLooks();
		on("2018-01-24");
	}

	private void isNamed() {
		composes("naming", NAMING);
		does(OFFICE, NAMING, "起草命名通知", "DRAFTED");
		vote(NAMING);
		does(OFFICE, NAMING, "编号、印发", "ISSUED");
		world().jobsRun();
		this.words.now("joint-title", "issued", PARK);
		everybodyLooks();
	}

	private void composes(String kind, String title) {
		as(OFFICE).composes(kind, title, PARK).expect(200);
		Document list = as(OFFICE).browser().open("/batches?q=" + Browser.encode(title)).expect(200).page();
		this.batches.put(title, list.expectFirst("a[href^=/batches/]:contains(" + title + ")").absUrl("href"));
	}

	/** One after the other; what each writes is seen by the others once all are in. */
	private void vote(String batch) {
		for (String ministry : MINISTRIES) {
			does(ministry, batch, "会签", "VOTED");
		}
		world().jobsRun();
	}

	private void objects() {
		Browser citizen = new Browser(world().address());
		Document list = citizen.open("/notices").expect(200).page();
		Document notice = citizen.open(list.expectFirst("a[href^=/notices/]").absUrl("href")).expect(200).page();
		this.faults.addAll(this.words.faults("public", notice, NOTICE));
		Document page = citizen.open(notice.location() + "/objection").expect(200).page();
		FormFiller filler = new FormFiller(page, "form[action*=/objection]");
		Map<String, List<String>> given = new LinkedHashMap<>();
		for (Element field : page
			.select("form[action*=/objection] textarea, form[action*=/objection] input[type=text]")) {
			String name = field.attr("name");
			if (field.closest("[hidden], .trap, .unseen") == null && !name.isEmpty()) {
				boolean text = field.normalName().equals("textarea");
				given.put(name,
						List.of(this.words.enter(text ? "objection" : "objector", "filed", "public", name, PARK)));
			}
		}
		citizen.post(filler.action(), filler.fill(given, world().today())).expect(200);
	}

	/**
	 * Does the task with a word in every field of text that is free.
	 * @param fields what else is entered, as name and value
	 */
	private void does(String name, String about, String task, String outcome, String... fields) {
		as(name).handsIn(about, task);
		Browser browser = as(name).browser();
		Document page = browser.open(as(name).find(about, task)).expect(200).page();
		this.faults.addAll(this.words.faults(name, page, about));
		FormFiller filler = new FormFiller(page, "form[data-task]");
		Map<String, List<String>> given = new LinkedHashMap<>();
		given.put("outcome", List.of(outcome));
		for (int index = 0; index < fields.length; index += 2) {
			given.merge(fields[index], List.of(fields[index + 1]), WhoSeesWhatTest::both);
		}
		String audience = page.expectFirst("form[data-task] [name=audience]").attr("value");
		for (Element field : page.select("form[data-task] textarea, form[data-task] input[type=text]")) {
			String input = field.attr("name");
			if (isFree(field, outcome) && !given.containsKey(input)) {
				given.put(input, List.of(enter(name, about, task, input, audience)));
			}
		}
		Browser.Answer answer = browser.post(filler.action(), filler.fill(given, world().today()));
		if (answer.status() != OK) {
			throw new AssertionError(task + ": " + answer.page().select(".errors, .problem, .outcome-closed").text()
					+ " after " + this.faults);
		}
		as(name).colleagueSigns(page.location());
		if (as(name).has(about, task)) {
			throw new AssertionError(task + " is still there");
		}
	}

	private static List<String> both(List<String> first, List<String> second) {
		List<String> both = new ArrayList<>(first);
		both.addAll(second);
		return both;
	}

	private static boolean isFree(Element field, String outcome) {
		String name = field.attr("name");
		return !name.isEmpty() && field.closest("template, [data-hide-field]") == null
				&& field.attr("pattern").isEmpty()
				&& (field.attr("maxlength").isEmpty() || Integer.parseInt(field.attr("maxlength")) > 20)
				&& !name.matches("f\\.(phone|fax|email|postcode|link)")
				&& (!name.startsWith("pointRemark.") || name.equals("pointRemark." + outcome));
	}

	private String enter(String name, String about, String task, String input, String audience) {
		String field = task + " " + input;
		if (this.batches.containsKey(about)) {
			return this.words.enter(batchMatter(task, input), task.equals("会签") ? "the round is in" : "handed in", name,
					field, about);
		}
		if (input.startsWith("pointRemark.")) {
			return this.words.enter("point", "raised", name, field, PARK);
		}
		return this.words.enter(matter(name, task, input, audience), moment(task, input), name, field, PARK);
	}

	private static String batchMatter(String task, String input) {
		if (task.equals("起草公示") && input.startsWith("f.")) {
			return "notice";
		}
		return task.equals("会签") ? "ballot" : input.equals("f.title") ? "joint-title" : "joint";
	}

	private static String moment(String task, String input) {
		return task.equals("答复异议") && input.equals("f.answer") ? "it is decided" : "handed in";
	}

	private static String matter(String name, String task, String input, String audience) {
		if (input.startsWith("answer.")) {
			return "answer";
		}
		if (task.endsWith("表决")) {
			return "vote";
		}
		if (task.contains("异议") || task.endsWith("核实")) {
			return input.equals("f.facts") ? "finding"
					: input.equals("f.answer") ? "objection-answer" : "objection-note";
		}
		if (input.equals("opinion")) {
			return "opinion-" + audience.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}
		return name.equals(STAFF) ? "park-form" : "authority-form";
	}

	/** The case, and every batch and open task there is, as each of them sees it. */
	private void everybodyLooks() {
		for (String name : READERS) {
			if (!name.startsWith("expert") || this.panelSits) {
				Browser browser = as(name).browser();
				Document found = browser.open("/cases?q=" + Browser.encode(PARK)).expect(200).page();
				Element link = found.selectFirst("a[href^=/cases/]:contains(" + PARK + ")");
				if (link != null) {
					this.faults
						.addAll(this.words.faults(name, browser.open(link.absUrl("href")).expect(200).page(), PARK));
				}
				this.faults.addAll(this.words.faults(name, browser.open("/desk").expect(200).page(), ""));
				looksAtBatches(name, browser);
			}
		}
	}

	private void looksAtBatches(String name, Browser browser) {
		if (List.of("office", "ministry").contains(Words.reader(name))) {
			for (String address : this.batches.values()) {
				this.faults.addAll(this.words.faults(name, browser.open(address).expect(200).page(), ""));
			}
		}
	}

}
