package cn.ecopark.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import cn.ecopark.journey.Browser.Answer;
import cn.ecopark.journey.Browser.Field;

/** Somebody signed in, who works through a desk. */
final class Party {

	private final Browser browser;

	private final String name;

	private final Supplier<String> today;

	private Party(Browser browser, String name, Supplier<String> today) {
		this.browser = browser;
		this.name = name;
		this.today = today;
	}

	/** Becomes one of the invented people by one click, as anybody may in the demonstration. */
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
		form.select("input[type=hidden]").forEach(hidden -> fields.add(new Field(hidden.attr("name"), hidden.attr("value"))));
		fields.add(new Field("person", button.attr("value")));
		browser.post(form.absUrl("action"), fields).expect(200);
		return new Party(browser, name, today);
	}

	/** The park opens a case, or the Office does; from the page of the park. */
	void starts(String kind) {
		Document page = this.browser.open("/parks").expect(200).page();
		startsOn(page, kind);
	}

	private void startsOn(Document page, String kind) {
		Element form = page.selectFirst("form:has(input[name=kind][value=" + kind + "])");
		if (form == null) {
			throw new AssertionError(this.name + " cannot start " + kind + " here: " + page.text());
		}
		List<Field> fields = form.select("input[type=hidden]")
			.stream()
			.map(hidden -> new Field(hidden.attr("name"), hidden.attr("value")))
			.toList();
		this.browser.post(form.absUrl("action"), fields).expect(200);
	}

	Browser browser() {
		return this.browser;
	}

	/** @return address of the open task with that name about that park or batch */
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

	/** Does the task with that outcome, filling every field and handing in every paper it asks for. */
	void does(String about, String task, String outcome, String... fields) {
		attempts(about, task, outcome, fields).expect(200);
		if (has(about, task) && !task.equals("逐项补正")) {
			throw new AssertionError(task + " about " + about + " is still there");
		}
	}

	/** @return what came back for a task done with these fields, whatever it was */
	Answer attempts(String about, String task, String outcome, String... fields) {
		String address = find(about, task);
		return submit(address, outcome, fields);
	}

	Answer submit(String address, String outcome, String... fields) {
		Document page = this.browser.open(address).expect(200).page();
		handIn(page);
		FormFiller filler = new FormFiller(page, "form[data-task]");
		Map<String, List<String>> given = new LinkedHashMap<>();
		given.put("outcome", List.of(outcome));
		for (Element answer : page.select("textarea[name^=answer.]")) {
			given.put(answer.attr("name"), List.of("已按要求补充说明并更新材料（虚构）。"));
		}
		for (int index = 0; index < fields.length; index += 2) {
			given.merge(fields[index], List.of(fields[index + 1]), Party::join);
		}
		return this.browser.post(filler.action(), filler.fill(given, this.today.get()));
	}

	private static List<String> join(List<String> first, List<String> second) {
		List<String> both = new ArrayList<>(first);
		both.addAll(second);
		return both;
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
			this.browser.upload(form.absUrl("action"), fields, "材料.pdf", Papers.pdf()).expect(200);
		}
	}

}
