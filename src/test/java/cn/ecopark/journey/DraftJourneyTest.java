package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import cn.ecopark.journey.Browser.Answer;
import cn.ecopark.journey.Browser.Field;

/**
 * What somebody typed and did not submit is there again at the next sign-in, for that
 * person alone, until the task is done.
 */
class DraftJourneyTest extends Journey {

	private static final String PARK = "东莞生态产业园区";

	private static final String STAFF = "dongguan.staff";

	private static final String TASK = "提交验收申请";

	private static final String TYPED = "写到一半的说明（虚构）。";

	@Test
	void keepsWhatWasTypedUntilTheTaskIsDone() {
		as(STAFF).starts(PARK, "award");
		String task = as(STAFF).find(PARK, TASK);
		Answer kept = keep(as(STAFF), task, TYPED);
		assertThat(kept.status()).isEqualTo(200);
		assertThat(kept.body()).contains("草稿已保存");

		Document again = newSession(STAFF).browser().open(task).expect(200).page();
		assertThat(again.expectFirst("#opinion").text()).isEqualTo(TYPED);
		assertThat(again.expectFirst(".draft-note").text()).contains("已恢复", "只有您能看到");
		assertThat(again.expectFirst("[name=f.firstYear]").attr("value")).isNotEmpty();

		Document ofColleague = as("dongguan.supervisor").browser().open(task).expect(200).page();
		assertThat(ofColleague.select(".draft-note")).isEmpty();
		assertThat(ofColleague.expectFirst("#opinion").text()).isEmpty();
		assertThat(keep(as("guiyang-ht.staff"), as(STAFF), task, TYPED).status()).isEqualTo(403);
		assertThat(keep(as(STAFF), task, "长".repeat(200_001)).status()).isEqualTo(422);
		assertThat(opinion(task)).isEqualTo(TYPED);

		keep(as(STAFF), task, "");
		assertThat(opinion(task)).isEmpty();
		keep(as(STAFF), task, TYPED);
		as(STAFF).browser().post(task + "/draft/discard", List.of(csrf(again(task)))).expect(200);
		assertThat(again(task).select(".draft-note")).isEmpty();

		keep(as(STAFF), task, TYPED);
		List<Field> late = fields(again(task), "迟到的草稿（虚构）。");
		as(STAFF).does(PARK, TASK, "SUBMIT");
		assertThat(as(STAFF).browser().post(task + "/draft", late).status()).isEqualTo(409);
	}

	private Party newSession(String name) {
		return Party.signIn(world().address(), name, () -> "2018-01-02");
	}

	private Document again(String task) {
		return as(STAFF).browser().open(task).expect(200).page();
	}

	private String opinion(String task) {
		return again(task).expectFirst("#opinion").text();
	}

	private static Answer keep(Party party, String task, String opinion) {
		return keep(party, party, task, opinion);
	}

	/** Posts what stands on the page of one party as another. */
	private static Answer keep(Party poster, Party reader, String task, String opinion) {
		Document page = reader.browser().open(task).expect(200).page();
		List<Field> fields = new ArrayList<>(fields(page, opinion));
		fields.removeIf(field -> "_csrf".equals(field.name()));
		fields.add(csrf(poster.browser().open("/desk").expect(200).page()));
		return poster.browser().post(task + "/draft", fields);
	}

	private static List<Field> fields(Document page, String opinion) {
		return new FormFiller(page, "form[data-task]").fill(Map.of("opinion", List.of(opinion)), "2018-01-02");
	}

	private static Field csrf(Document page) {
		return new Field("_csrf", Party.csrf(page));
	}

}
