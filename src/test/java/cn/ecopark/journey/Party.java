package cn.ecopark.journey;

import java.time.LocalDate;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import cn.ecopark.journey.Browser.Answer;
import cn.ecopark.journey.Browser.Field;

/** Somebody signed in, who works through a desk. */
final class Party {

	/** Choices that agree and need no reason, of all packs. */
	private static final Set<String> IN_FAVOUR = Set.of("AGREE", "YES");

	private final Browser browser;

	private final String name;

	private final Supplier<String> today;

	/** Tasks that this one has submitted and that a colleague has to sign. */
	private final Set<String> signedBySeveral = new HashSet<>();

	private Party(Browser browser, String name, Supplier<String> today) {
		this.browser = browser;
		this.name = name;
		this.today = today;
	}

	/**
	 * Becomes one of the invented people by one click, as anybody may in the
	 * demonstration.
	 */
	static Party signIn(String address, String name, Supplier<String> today) {
		Browser browser = new Browser(address);
		Document page = browser.open("/demo/people").expect(200).page();
		String displayName = Cast.displayName(name);
		Element button = page.select("button[name=person]")
			.stream()
			.filter(candidate -> candidate.expectFirst("strong").text().equals(displayName))
			.findFirst()
			.orElseThrow(() -> new AssertionError("Nobody is called " + displayName));
		Element form = button.closest("form");
		if (form == null) {
			throw new AssertionError("No form around " + displayName);
		}
		List<Field> fields = new ArrayList<>();
		form.select("input[type=hidden]")
			.forEach(hidden -> fields.add(new Field(hidden.attr("name"), hidden.attr("value"))));
		fields.add(new Field("person", button.attr("value")));
		browser.post(form.absUrl("action"), fields).expect(200);
		return new Party(browser, name, today);
	}

	/**
	 * Signs in with name and password, as whoever was entered by an administrator does.
	 */
	static Party signIn(String address, String name, String password, Supplier<String> today) {
		Browser browser = new Browser(address);
		FormFiller form = new FormFiller(browser.open("/sign-in").expect(200).page(), "form[action$=/sign-in]");
		browser
			.post(form.action(),
					form.fill(Map.of("username", List.of(name), "password", List.of(password)), today.get()))
			.expect(200);
		return new Party(browser, name, today);
	}

	/**
	 * Opens a case from the page of the park: the park itself, or the Office for a
	 * recheck.
	 */
	void starts(String park, String kind) {
		startsAnswered(park, kind).expect(200);
	}

	Answer startsAnswered(String park, String kind) {
		Document list = this.browser.open("/parks?q=" + Browser.encode(park)).expect(200).page();
		Element link = list.expectFirst("a[href^=/parks/]:containsOwn(" + park + ")");
		Document page = this.browser.open(link.absUrl("href")).expect(200).page();
		Element form = page.selectFirst("form:has(input[name=kind][value=" + kind + "])");
		if (form == null) {
			return this.browser.post(link.absUrl("href") + "/cases",
					List.of(new Field("kind", kind), new Field("_csrf", csrf(page))));
		}
		List<Field> fields = form.select("input[type=hidden]")
			.stream()
			.map(hidden -> new Field(hidden.attr("name"), hidden.attr("value")))
			.toList();
		return this.browser.post(form.absUrl("action"), fields);
	}

	/**
	 * @return the text of the park's page
	 */
	String park(String park) {
		Document list = this.browser.open("/parks?q=" + Browser.encode(park)).expect(200).page();
		return this.browser.open(list.expectFirst("a[href^=/parks/]:containsOwn(" + park + ")").absUrl("href"))
			.expect(200)
			.page()
			.text();
	}

	static String csrf(Document page) {
		return page.expectFirst("input[name=_csrf]").attr("value");
	}

	/** Composes a batch of these parks. */
	Answer composes(String kind, String title, String... parks) {
		Document page = this.browser.open("/batches/new?kind=" + kind).expect(200).page();
		FormFiller filler = new FormFiller(page, "form[action$=/batches]");
		List<String> items = new ArrayList<>();
		for (String park : parks) {
			Element row = page.selectFirst("tr:contains(" + park + ")");
			if (row == null) {
				throw new AssertionError(park + " does not wait for " + kind + ": " + page.text());
			}
			items.add(row.expectFirst("input[name=item]").attr("value"));
		}
		return this.browser.post(filler.action(),
				filler.fill(Map.of("title", List.of(title), "item", items), this.today.get()));
	}

	/** Votes the same on every park, except where another choice is named for a park. */
	void votes(String about, String task, String outcome, String choice, String... exceptions) {
		does(about, task, outcome, ballots(find(about, task), choice, exceptions));
	}

	/**
	 * @return the fields by which the same is chosen for every park, but for those named
	 */
	String[] ballots(String address, String choice, String... exceptions) {
		Document page = this.browser.open(address).expect(200).page();
		List<String> fields = new ArrayList<>();
		for (Element park : page.select("fieldset.ballot")) {
			String name = park.expectFirst("input[type=radio]").attr("name");
			String chosen = choice;
			for (int index = 0; index < exceptions.length; index += 2) {
				if (park.expectFirst("legend").text().contains(exceptions[index])) {
					chosen = exceptions[index + 1];
				}
			}
			fields.add(name);
			fields.add(chosen);
			fields.add(name.replace("choice.", "reason."));
			fields.add(chosen.equals(choice) && IN_FAVOUR.contains(choice) ? "" : "理由见意见（虚构）。");
		}
		return fields.toArray(String[]::new);
	}

	/**
	 * Fills the sheet of an on-site assessment with that share of every item's full
	 * score.
	 */
	void scores(String about, String task, double share) {
		scores(about, task, "ASSESSED", share);
	}

	void scores(String about, String task, String outcome, double share) {
		Document page = this.browser.open(find(about, task)).expect(200).page();
		List<String> fields = new ArrayList<>();
		for (Element item : page.select("input[type=number][name^=f.score]")) {
			fields.add(item.attr("name"));
			fields.add(String.valueOf(Math.round(Double.parseDouble(item.attr("max")) * share * 10) / 10.0));
		}
		does(about, task, outcome, fields.toArray(String[]::new));
	}

	/**
	 * @return the text of the list of cases
	 */
	String cases() {
		return this.browser.open("/cases").expect(200).page().text();
	}

	/**
	 * @return the text of the newest case of that park
	 */
	String file(String park) {
		return open("/cases", park).text();
	}

	/**
	 * @return what a link of the newest case of that park leads to
	 */
	Answer follows(String park, String link) {
		return this.browser.open(open("/cases", park).expectFirst("a:contains(" + link + ")").absUrl("href"));
	}

	/**
	 * @return the newest versions of all documents in the newest case of the park, by
	 * their names
	 */
	Map<String, byte[]> documents(String park) {
		return documentsOn(open("/cases", park));
	}

	/**
	 * @return the newest versions of all documents of a batch, by their names
	 */
	Map<String, byte[]> batchDocuments(String title) {
		return documentsOn(open("/batches", title));
	}

	private Document open(String list, String wanted) {
		Document found = this.browser.open(list + "?q=" + Browser.encode(wanted)).expect(200).page();
		return this.browser.open(found.expectFirst("a[href^=" + list + "/]:contains(" + wanted + ")").absUrl("href"))
			.expect(200)
			.page();
	}

	private Map<String, byte[]> documentsOn(Document file) {
		Map<String, byte[]> documents = new LinkedHashMap<>();
		for (Element row : file.select(".documents-table tbody tr")) {
			documents.put(row.expectFirst("td").text(), this.browser
				.fetch(row.expectFirst("a[href^=/documents/]").attr("href").replaceAll("(/documents/\\d+).*", "$1")));
		}
		return documents;
	}

	/**
	 * @return 发文稿纸 of the batch
	 */
	byte[] signOffSheet(String title) {
		return this.browser.fetch(open("/batches", title).expectFirst("a[href$=/sign-off-sheet]").absUrl("href"));
	}

	/**
	 * @return 审批单 of the newest case of the park
	 */
	byte[] approvalSheet(String park) {
		return this.browser.fetch(open("/cases", park).expectFirst("a[href$=/approval-sheet]").absUrl("href"));
	}

	/** Names these experts, the first of them as leader. */
	void namesPanel(String about, String task, String... experts) {
		does(about, task, "PANEL_FORMED", panel(about, task, experts));
	}

	/**
	 * @return the fields by which these experts are named, the first of them as leader
	 */
	String[] panel(String about, String task, String... experts) {
		Document page = this.browser.open(find(about, task)).expect(200).page();
		List<String> fields = new ArrayList<>();
		for (String expert : experts) {
			Element one = page.expectFirst("ul.experts li:contains(" + Cast.displayName(expert) + ")");
			String id = one.expectFirst("input[name=expert]").attr("value");
			if (fields.isEmpty()) {
				fields.addAll(List.of("leader", id));
			}
			fields.addAll(List.of("expert", id));
		}
		return fields.toArray(String[]::new);
	}

	/**
	 * Does something about a step of the park that waits for somebody else.
	 * @param action {@code urge}, {@code last-day} or {@code go-on}
	 */
	Answer urges(String park, String step, String action, String... fields) {
		return urge(urging("/cases", park, step), action, fields);
	}

	/** The same with the first body of a batch that has not answered. */
	Answer urgesInBatch(String title, String step, String action, String... fields) {
		return urge(urging("/batches", title, step), action, fields);
	}

	private Answer urge(Document page, String action, String... fields) {
		String form = "form[action$=/urging/" + action + "]";
		Map<String, List<String>> given = new LinkedHashMap<>();
		for (int index = 0; index < fields.length; index += 2) {
			given.put(fields[index], List.of(fields[index + 1]));
		}
		Element drawn = page.selectFirst(form);
		if (drawn == null) {
			List<Field> typed = new ArrayList<>(List.of(new Field("_csrf", csrf(page))));
			given.forEach((name, values) -> typed.add(new Field(name, values.get(0))));
			return this.browser.post(page.location() + "/" + action, typed);
		}
		return this.browser.post(drawn.absUrl("action"), new FormFiller(page, form).fill(given, this.today.get()));
	}

	/**
	 * @return the earliest day that may be set as last day
	 */
	LocalDate earliestLastDay(String park, String step) {
		return LocalDate.parse(urging("/cases", park, step).expectFirst("input[name=lastDay]").attr("min"));
	}

	private Document urging(String list, String about, String step) {
		Element link = open(list, about).expectFirst(".reminders li:contains(" + step + ") a");
		return this.browser.open(link.absUrl("href")).expect(200).page();
	}

	Browser browser() {
		return this.browser;
	}

	/**
	 * @return address of the open task with that name about that park or batch
	 */
	String find(String about, String task) {
		String address = findOrNull(about, task);
		if (address == null) {
			throw new AssertionError(this.name + " has no task " + task + " about " + about + " but:\n"
					+ this.browser.open("/desk").page().select("table.worklist tbody tr").eachText());
		}
		return address;
	}

	boolean has(String about, String task) {
		return findOrNull(about, task) != null;
	}

	private @org.jspecify.annotations.Nullable String findOrNull(String about, String task) {
		String address = "/desk";
		while (address != null) {
			Document page = this.browser.open(address).expect(200).page();
			for (Element row : page.select("table.worklist tbody tr")) {
				if (row.expectFirst(".w-name").text().contains(about)
						&& row.expectFirst(".w-task strong").text().equals(task)) {
					return row.expectFirst(".w-do a").absUrl("href");
				}
			}
			Element next = page.selectFirst("a[rel=next]");
			address = next == null ? null : next.absUrl("href");
		}
		return null;
	}

	/**
	 * Does the task with that outcome, filling every field and handing in every document
	 * it asks for.
	 */
	void does(String about, String task, String outcome, String... fields) {
		String address = find(about, task);
		submit(address, outcome, fields).expect(200);
		if (this.signedBySeveral.contains(address)) {
			colleagueSigns(address);
		}
		if (has(about, task) && !task.equals("逐项补正")) {
			throw new AssertionError(task + " about " + about + " is still there");
		}
	}

	/** Where what was submitted is a proposal, whoever leads the unit signs it. */
	void colleagueSigns(String address) {
		if (isProposed(address)) {
			signIn(this.browser.origin(), Cast.leaderBeside(this.name), this.today).signs(address).expect(200);
		}
	}

	boolean isProposed(String address) {
		return this.browser.open(address).page().selectFirst("[data-proposal-state]") != null;
	}

	/** Signs what a colleague has proposed. */
	Answer signs(String address) {
		return answersProposal(address, "sign");
	}

	/**
	 * @param what {@code sign}, {@code review}, {@code send-back} or {@code withdraw}
	 */
	Answer answersProposal(String address, String what, String... fields) {
		Document page = this.browser.open(address).expect(200).page();
		String form = "form[action$=/" + what + "]";
		Map<String, List<String>> given = new LinkedHashMap<>();
		for (int index = 0; index < fields.length; index += 2) {
			given.put(fields[index], List.of(fields[index + 1]));
		}
		FormFiller filler = new FormFiller(page, form);
		return this.browser.post(filler.action(), filler.fill(given, this.today.get()));
	}

	/**
	 * @return how many such tasks stand on the first page of the desk
	 */
	long count(String about, String task) {
		return this.browser.open("/desk")
			.expect(200)
			.page()
			.select("table.worklist tbody tr")
			.stream()
			.filter(row -> row.text().contains(about) && row.text().contains(task))
			.count();
	}

	/** Submits the page as it stands, without handing in a document. */
	Answer submitsAsItIs(String address, String outcome) {
		Document page = this.browser.open(address).expect(200).page();
		FormFiller filler = new FormFiller(page, "form[data-task]");
		return this.browser.post(filler.action(), filler.fill(Map.of("outcome", List.of(outcome)), this.today.get()));
	}

	/** Submits to a task whose page was opened before somebody else did it. */
	Answer submitBlind(String address, String outcome) {
		String csrf = csrf(this.browser.open("/desk").expect(200).page());
		return this.browser.post(address, List.of(new Field("_csrf", csrf), new Field("submission", "late"),
				new Field("outcome", outcome), new Field("opinion", "")));
	}

	/**
	 * @return what came back for a task done with these fields, whatever it was
	 */
	Answer attempts(String about, String task, String outcome, String... fields) {
		String address = find(about, task);
		return submit(address, outcome, fields);
	}

	Answer submit(String address, String outcome, String... fields) {
		Document page = this.browser.open(address).expect(200).page();
		handIn(page);
		if (page.selectFirst("[data-proposal-ended]") != null) {
			this.signedBySeveral.add(address);
		}
		return this.browser.post(new FormFiller(page, "form[data-task]").action(), filled(page, outcome, fields));
	}

	/**
	 * @return the documents that would go out with that outcome, as one PDF; or the page
	 * that says why there are none
	 */
	HttpResponse<byte[]> previews(String about, String task, String outcome, String... fields) {
		Document page = this.browser.open(find(about, task)).expect(200).page();
		return this.browser.postForFile(page.expectFirst("[data-preview]").absUrl("formaction"),
				filled(page, outcome, fields));
	}

	private List<Field> filled(Document page, String outcome, String... fields) {
		FormFiller filler = new FormFiller(page, "form[data-task]");
		Map<String, List<String>> given = new LinkedHashMap<>();
		given.put("outcome", List.of(outcome));
		for (Element answer : page.select("textarea[name^=answer.]")) {
			given.put(answer.attr("name"), List.of("已按要求补充说明并更新材料（虚构）。"));
		}
		for (int index = 0; index < fields.length; index += 2) {
			given.merge(fields[index], List.of(fields[index + 1]), Party::join);
		}
		return filler.fill(given, this.today.get());
	}

	private static List<String> join(List<String> first, List<String> second) {
		List<String> both = new ArrayList<>(first);
		both.addAll(second);
		return both;
	}

	/** Hands in every document the task asks for, and leaves it at that. */
	void handsIn(String about, String task) {
		handIn(this.browser.open(find(about, task)).expect(200).page());
	}

	private void handIn(Document page) {
		Map<String, Boolean> done = new HashMap<>();
		for (Element item : page.select("#documents li.missing")) {
			Element form = item.selectFirst("form.upload");
			if (form == null || done.putIfAbsent(form.expectFirst("input[name=kind]").attr("value"), true) != null) {
				continue;
			}
			List<Field> fields = form.select("input[type=hidden]")
				.stream()
				.map(hidden -> new Field(hidden.attr("name"), hidden.attr("value")))
				.toList();
			this.browser.upload(form.absUrl("action"), fields, "材料.pdf", IssuedDocuments.pdf()).expect(200);
		}
	}

}
