package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import cn.ecopark.casefile.CorrectionPoints.NewPoint;
import cn.ecopark.form.FormValues;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.CorrectionDecision;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Decision.MeetingDecision;
import cn.ecopark.worklist.Decision.NoticeDecision;
import cn.ecopark.worklist.Decision.PanelDecision;
import cn.ecopark.worklist.Decision.Vote;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionTest {

	private static final FormValues FORM = FormValues.NONE.with("title", "公示");

	@Test
	void statesOutcomeOpinionPointsAndForm() {
		Statement statement = Statement.of("PASS", " 同意 \n").with(FORM).with(List.of(new NewPoint("", "补充")));

		assertThat(statement.opinion()).isEqualTo("同意");
		assertThat(new FormDecision(statement).outcome()).isEqualTo("PASS");
		assertThat(new FormDecision(statement).form()).isEqualTo(FORM);
		assertThat(statement.with(FormValues.NONE).points()).containsExactly(new NewPoint("", "补充"));
	}

	@Test
	void knowsTheAnswerToEachPoint() {
		CorrectionDecision decision = new CorrectionDecision(Statement.of("SUBMIT", ""), Map.of(7L, " 已改 "));

		assertThat(decision.answer(7)).isEqualTo("已改");
		assertThat(decision.answer(8)).isEmpty();
	}

	@Test
	void knowsTheVoteOnEachPark() {
		BallotDecision decision = new BallotDecision(Statement.of("VOTED", ""),
				Map.of("a", new Vote(" AGREE ", " 理由 ")), true);

		assertThat(decision.vote("a")).isEqualTo(new Vote("AGREE", "理由"));
		assertThat(decision.vote("b")).isEqualTo(new Vote("", ""));
		assertThat(decision.deputy()).isTrue();
		assertThat(new BallotDecision(Statement.of("VOTED", ""), Map.of()).deputy()).isFalse();
	}

	@Test
	void knowsWhoIsNamedForAPanel() {
		assertThat(new PanelDecision(Statement.of("PANEL_FORMED", ""), Set.of(3L, 1L, 2L), 1L).experts())
			.containsExactly(1L, 2L, 3L);
	}

	@Test
	void readsAMeetingFromItsForm() {
		FormValues form = FormValues.NONE.with("meetingDate", LocalDate.of(2018, 1, 15))
			.with("place", "北京")
			.with("link", "https://meeting.example")
			.with("agenda", "论证")
			.with("attendance", "十人");
		MeetingDecision meeting = new MeetingDecision(Statement.of("HELD", "").with(form));

		assertThat(meeting.day()).contains(LocalDate.of(2018, 1, 15));
		assertThat(meeting.place()).isEqualTo("北京");
		assertThat(meeting.agenda()).isEqualTo("论证");
		assertThat(meeting.attendance()).isEqualTo("十人");
		assertThat(MeetingDecision.DAY_INPUT).isEqualTo("f.meetingDate");
	}

	@Test
	void holdsAMeetingWithoutPlaceWhereItsLinkLeads() {
		FormValues form = FormValues.NONE.with("meetingDate", "昨天").with("link", "https://meeting.example");
		MeetingDecision meeting = new MeetingDecision(Statement.of("HELD", "").with(form));

		assertThat(meeting.place()).isEqualTo("https://meeting.example");
		assertThat(meeting.day()).as("no day that could be understood").isEmpty();
	}

	@Test
	void readsANoticeFromItsForm() {
		FormValues form = FORM.with("introduction", "经考核……")
			.with("publicationDay", LocalDate.of(2019, 6, 3))
			.with("phone", "010-5555 0118")
			.with("fax", " ")
			.with("postcode", "100035");
		NoticeDecision notice = new NoticeDecision(Statement.of("DRAFTED", "").with(form));

		assertThat(notice.title()).isEqualTo("公示");
		assertThat(notice.introduction()).isEqualTo("经考核……");
		assertThat(notice.publicationDay()).contains(LocalDate.of(2019, 6, 3));
		assertThat(notice.contacts()).containsExactly(Map.entry("phone", "010-5555 0118"),
				Map.entry("postcode", "100035"));
		assertThat(NoticeDecision.DAY_INPUT).isEqualTo("f.publicationDay");
	}

}
