package cn.ecopark.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import cn.ecopark.journey.Browser.Field;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three people work at the recheck of one park without an end: the Office begins it, the
 * park reports, the province sends it back twice, the Office closes it and begins the
 * next. Each act has a text of its own, which is written down before it is sent and when
 * it was acknowledged.
 */
final class CaseStream implements Runnable {

	private static final String REVIEW = "省级审核";

	private static final String CORRECTION = "逐项补正";

	private static final String CLOSE = "form[action$=/close]";

	/** On which a demonstration begins. */
	private static final String TODAY = "2018-01-02";

	/** In milliseconds. */
	private static final int THINKS = 1000;

	private final String park;

	private final Visitor office;

	private final Visitor staff;

	private final Visitor reviewer;

	private final Ledger ledger;

	private final Random chance;

	private volatile boolean ended;

	private volatile @Nullable Throwable fault;

	/**
	 * @param park a park that has its title
	 * @param staff who acts for it
	 * @param reviewer who acts for its province
	 */
	CaseStream(String park, Visitor office, Visitor staff, Visitor reviewer, Ledger ledger, Random chance) {
		this.park = park;
		this.office = office;
		this.staff = staff;
		this.reviewer = reviewer;
		this.ledger = ledger;
		this.chance = chance;
	}

	@Override
	public void run() {
		try {
			while (!this.ended) {
				begins();
				does(this.staff, "提交自查报告", Map.of("outcome", "SUBMIT"));
				// The step may send it back twice.
				isSentBack("document:recheckSelfReport");
				isSentBack("");
				isClosed();
			}
		}
		catch (RuntimeException | Error failed) {
			this.fault = failed;
		}
	}

	private void begins() {
		String mark = this.ledger.begins();
		sendOnce("/parks", "form:has(input[name=kind][value=recheck])",
				form -> this.office.post(Visitor.path(form.absUrl("action")), hidden(form)));
		this.ledger.isTold(mark);
	}

	/**
	 * A page whose first answer was lost with its node may say that it was sent before,
	 * or that somebody has done it meanwhile; then it is opened again, and sent again if
	 * it still can be.
	 */
	private void sendOnce(String list, String selector, Function<Element, Visitor.Answer> send) {
		Element form = follow(this.office, list).expectFirst(selector);
		while (form != null) {
			Visitor.Answer answer = send.apply(form);
			if (!answer.isConflict()) {
				answer.expectDone();
				return;
			}
			form = follow(this.office, list).selectFirst(selector);
		}
	}

	private void isSentBack(String document) {
		does(this.reviewer, REVIEW, Map.of("outcome", "SEND_BACK", "pointTarget.SEND_BACK", document,
				"pointRemark.SEND_BACK", "请说明用水口径（虚构）"));
		if (this.chance.nextBoolean()) {
			types();
		}
		does(this.staff, CORRECTION, Map.of("outcome", "SUBMIT"));
	}

	private void isClosed() {
		String mark = this.ledger.sends();
		sendOnce("/cases", CLOSE, found -> {
			FormFiller form = new FormFiller(found.ownerDocument(), CLOSE);
			return this.office.post(Visitor.path(form.action()), form.fill(Map.of("reason", List.of(mark)), TODAY));
		});
		this.ledger.isTold(mark);
	}

	/**
	 * @return the page of the park, or of its newest case
	 */
	private Document follow(Visitor who, String list) {
		Document found = who.open(list + "?q=" + Browser.encode(this.park));
		return who
			.open(Visitor.path(found.expectFirst("a[href^=" + list + "/]:contains(" + this.park + ")").absUrl("href")));
	}

	void end() {
		this.ended = true;
	}

	/** What went wrong, if anything did. */
	void requireSound() {
		Throwable failed = this.fault;
		if (failed != null) {
			throw new AssertionError(this.park, failed);
		}
	}

	/** What was typed and kept is there when the page is opened again. */
	private void types() {
		String address = find(this.staff, CORRECTION);
		String typed = "虚构的草稿" + this.chance.nextInt();
		Document page = this.staff.open(address);
		this.staff
			.post(address + "/draft",
					new FormFiller(page, "form[data-task]").fill(Map.of("opinion", List.of(typed)), TODAY))
			.expect(200);
		assertThat(this.staff.open(address).select("textarea[name=opinion]").text()).isEqualTo(typed);
	}

	/** Thinks for a while first: nodes that start want some of the processors, too. */
	private void does(Visitor who, String task, Map<String, String> entered) {
		rest(THINKS + this.chance.nextInt(THINKS));
		String address = find(who, task);
		Document page = handIn(who, who.open(address), address);
		Map<String, List<String>> given = new LinkedHashMap<>();
		entered.forEach((name, value) -> given.put(name, List.of(value)));
		String mark = this.ledger.sends();
		given.put("opinion", List.of(mark));
		page.select("textarea[name^=answer.]").forEach(answer -> given.put(answer.attr("name"), List.of("已补充（虚构）。")));
		List<Field> fields = new FormFiller(page, "form[data-task]").fill(given, TODAY);
		who.post(address, fields).expectDone();
		this.ledger.isTold(mark);
	}

	/**
	 * @return the page when everything that is asked for was handed in
	 */
	private Document handIn(Visitor who, Document page, String address) {
		Element form = page.selectFirst("#documents li.missing form.upload");
		if (form == null) {
			return page;
		}
		String mark = this.ledger.sends();
		who.upload(Visitor.path(form.absUrl("action")), hidden(form), mark + ".pdf", IssuedDocuments.pdf())
			.expectDone();
		this.ledger.isTold(mark);
		return handIn(who, awaitVerdict(who, address), address);
	}

	/** Its node may have died while it judged. */
	private Document awaitVerdict(Visitor who, String address) {
		Document page = who.open(address);
		for (int look = 0; look < 240 && page.selectFirst("#documents .document-state.checking") != null; look++) {
			rest(500);
			page = who.open(address);
		}
		return page;
	}

	private static List<Field> hidden(Element form) {
		List<Field> fields = new ArrayList<>();
		form.select("input[type=hidden]")
			.forEach(input -> fields.add(new Field(input.attr("name"), input.attr("value"))));
		return fields;
	}

	/**
	 * @return path of the open task with that name about the park
	 */
	private String find(Visitor who, String task) {
		String desk = "";
		for (int look = 0; look < 60; look++) {
			Document page = who.open("/desk");
			for (Element row : page.select("table.worklist tbody tr")) {
				if (row.expectFirst(".w-name").text().contains(this.park)
						&& row.expectFirst(".w-task strong").text().equals(task)) {
					return Visitor.path(row.expectFirst(".w-do a").absUrl("href"));
				}
			}
			desk = page.text();
			rest(500);
		}
		throw new AssertionError("No task " + task + " about " + this.park + " but:\n" + desk);
	}

	private static void rest(long milliseconds) {
		try {
			TimeUnit.MILLISECONDS.sleep(milliseconds);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

}
