package cn.ecopark.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import cn.ecopark.audit.AuditActor.Who;

import static org.assertj.core.api.Assertions.assertThat;

class RepeatedEventsTest {

	private final AuditWorkshop workshop = new AuditWorkshop();

	private final RepeatedEvents events = new RepeatedEvents(this.workshop.audit, () -> this.workshop.actor);

	@Test
	void tellsTheFirstAtOnceAndTheOthersAsANumber() {
		this.workshop.actor = Optional.of(new Who(7, "王敏", "MEE"));
		for (int i = 0; i < 50; i++) {
			note("/parks/{id}", "/parks/" + i);
		}
		note("/cases/{id}", "/cases/1");
		assertThat(details()).containsExactly("{\"page\":\"/cases/{id}\",\"path\":\"/cases/1\"}",
				"{\"page\":\"/parks/{id}\",\"path\":\"/parks/0\"}");

		this.events.tellMore();

		assertThat(details()).hasSize(3).contains("{\"more\":\"49\",\"page\":\"/parks/{id}\",\"person\":\"7\"}");
	}

	@Test
	void countsTheSameOfAnotherByItself() {
		this.workshop.actor = Optional.of(new Who(7, "王敏", "MEE"));
		note("/parks/{id}", "/parks/1");
		this.workshop.actor = Optional.of(new Who(8, "李四", "MEE"));
		note("/parks/{id}", "/parks/1");

		assertThat(details()).hasSize(2);
	}

	@Test
	void isNotFilledByManyKinds() {
		for (int i = 0; i < 3000; i++) {
			note("page " + i, "");
		}

		this.events.tellMore();

		assertThat(details()).hasSizeBetween(2000, 2003).anyMatch((told) -> told.contains("\"more\":\"999\""));
	}

	private void note(String page, String path) {
		this.events.note(Subject.REFUSALS, "request.refused", Map.of("page", page), Map.of("path", path));
	}

	private List<String> details() {
		return this.workshop.audit.entries(Subject.REFUSALS, Long.MAX_VALUE, 5000)
			.stream()
			.map(AuditEntry::details)
			.toList();
	}

}
