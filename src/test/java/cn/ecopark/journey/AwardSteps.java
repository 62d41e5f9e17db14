package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;

import cn.ecopark.journey.Browser.Answer;

/**
 * 命名审批 of several parks: application for acceptance, technical check, acceptance, one
 * notice, one naming.
 */
final class AwardSteps {

	private static final String[] EXPERTS = { "expert06", "expert07", "expert08", "expert09", "expert10" };

	private final World world;

	private final Regime regime;

	private final Map<String, Applicant> parks;

	private final String notice;

	private final String naming;

	/**
	 * @param year of the batches that carry these parks
	 */
	AwardSteps(World world, Map<String, Applicant> parks, int year) {
		this(world, Regime.OF_2015, parks, year);
	}

	AwardSteps(World world, Regime regime, Map<String, Applicant> parks, int year) {
		this.world = world;
		this.regime = regime;
		this.parks = parks;
		this.notice = year + "年第一批公示";
		this.naming = year + "年第一批命名";
	}

	/** Who acts for a park and which province it lies in. */
	record Applicant(String staff, String province) {
	}

	void apply() {
		this.parks.forEach((park, applicant) -> {
			applies(park, applicant.staff(), applicant.province());
			isForwarded(park, applicant.province());
		});
	}

	/** As {@link #apply()}; of one park the province never says anything. */
	void applyThoughOneProvinceStaysSilent(String silent) {
		this.parks.forEach((park, applicant) -> applies(park, applicant.staff(), applicant.province()));
		this.parks.forEach((park, applicant) -> {
			if (!park.equals(silent)) {
				isForwarded(park, applicant.province());
			}
		});
		provinceIsPassedOver(silent, this.world.as(this.parks.get(silent).province() + ".ecology"));
		this.world.as("office.one").does(silent, "审查材料完整性", "ADMIT");
	}

	private void provinceIsPassedOver(String park, Party province) {
		Party office = this.world.as("office.one");
		office.urges(park, "省级初审", "urge", "text", "请尽快提出初审意见（虚构）。").expect(200);
		assertThat(province.browser().open("/desk").page().text()).contains("已催办 1 次");
		assertThat(office.urges(park, "省级初审", "go-on", "text", "逾期（虚构）。").page().text()).contains("请先限期");
		LocalDate lastDay = office.earliestLastDay(park, "省级初审");
		assertThat(
				office.urges(park, "省级初审", "last-day", "lastDay", lastDay.minusDays(1).toString(), "text", "时限已过（虚构）。")
					.status())
			.isEqualTo(422);
		office.urges(park, "省级初审", "last-day", "lastDay", lastDay.toString(), "text", "时限已过（虚构）。").expect(200);
		assertThat(province.browser().open(province.find(park, "省级初审")).page().text()).contains("最后期限 " + lastDay,
				"请尽快提出初审意见（虚构）。");
		this.world.on(lastDay.toString());
		assertThat(office.urges(park, "省级初审", "go-on", "text", "逾期（虚构）。").status()).isEqualTo(422);
		this.world.on(lastDay.plusDays(1).toString());
		office.urges(park, "省级初审", "go-on", "text", "经催办仍未答复（虚构）。").expect(200);
		assertThat(province.has(park, "省级初审")).isFalse();
		assertThat(office.file(park)).contains("最后期限 " + lastDay + " 已过，记为“逾期未答复”", "经催办仍未答复（虚构）。");
		assertThat(this.world.as(this.parks.get(park).staff()).file(park)).doesNotContain("已过，记为“逾期未答复”");
	}

	void areChecked() {
		this.parks.keySet().forEach(this::isChecked);
	}

	void areAccepted() {
		this.parks.keySet().forEach(this::isAccepted);
	}

	private void applies(String park, String staff, String province) {
		this.world.as(staff).starts(park, "award");
		this.world.as(staff).does(park, "提交验收申请", "SUBMIT");
		this.regime.areHeard(this.world, park, province);
	}

	private void isForwarded(String park, String province) {
		this.world.as(province + ".ecology").does(park, "省级初审", "FORWARD");
		this.world.as("office.one").does(park, "审查材料完整性", "ADMIT");
	}

	private void isChecked(String park) {
		this.world.as("craes.staff").does(park, "制定核查方案", "READY");
		this.world.as("craes.staff").does(park, "现场核查", "DONE");
		this.world.as("craes.staff").does(park, "提出技术核查意见", "PASS", this.regime.passing());
	}

	private void isAccepted(String park) {
		this.world.as("office.one").namesPanel(park, "组建验收组", EXPERTS);
		this.world.as("office.one").does(park, "召集验收会", "CALLED");
		for (String ministry : this.regime.ministries()) {
			this.world.as(ministry).does(park, "三部代表表决", "PASS");
		}
		for (String expert : EXPERTS) {
			this.world.as(expert).does(park, "专家表决", "PASS");
		}
		this.world.jobsRun();
		this.world.as(EXPERTS[0]).does(park, "形成验收意见", "PASS", this.regime.passing());
		opinionIsSigned(this.world, this.regime, park, EXPERTS);
	}

	/**
	 * Everybody but the leader signs what he has drawn up.
	 * @param experts of the panel, the leader first
	 */
	static void opinionIsSigned(World world, Regime regime, String park, String... experts) {
		for (String expert : List.of(experts).subList(1, experts.length)) {
			world.as(expert).does(park, "签署验收意见", "SIGN");
		}
		for (String ministry : regime.ministries()) {
			world.as(ministry).does(park, "签署验收意见", "SIGN");
		}
		world.jobsRun();
	}

	void noticeIsConfirmed(String publicationDay) {
		this.world.as("office.one")
			.composes("public-notice", this.notice, this.parks.keySet().toArray(String[]::new))
			.expect(200);
		this.world.as("office.one")
			.does(this.notice, "起草公示", "DRAFTED", "f.publicationDay", publicationDay, "f.title", "关于拟命名一批园区的公示（虚构）");
		this.regime.agree(this.world, this.notice);
	}

	/**
	 * @return the words of the newest public notice that the Office has chosen, as the
	 * public reads them
	 */
	List<String> noticeWords() {
		Browser anybody = new Browser(this.world.address());
		Document list = anybody.open("/notices").expect(200).page();
		Document notice = anybody.open(list.expectFirst("a[href^=/notices/]").absUrl("href")).expect(200).page();
		return List.of(notice.expectFirst("h1").text(), notice.expectFirst(".notice-text .running").text());
	}

	/**
	 * @return the text of the newest public notice
	 */
	String noticePage() {
		Browser anybody = new Browser(this.world.address());
		Document list = anybody.open("/notices").expect(200).page();
		return anybody.open(list.expectFirst("a[href^=/notices/]").absUrl("href")).expect(200).page().text();
	}

	String somebodyObjects(String park, String lastDay) {
		Browser anybody = new Browser(this.world.address());
		Document list = anybody.open("/notices").expect(200).page();
		Document notice = anybody.open(list.expectFirst("a[href^=/notices/]").absUrl("href")).expect(200).page();
		assertThat(notice.text()).contains(lastDay, park);
		Document form = anybody.open(notice.expectFirst("a[href$=/objection]").absUrl("href")).expect(200).page();
		FormFiller filler = new FormFiller(form, "main form");
		String chosen = form.expectFirst("option:contains(" + park + "), label:contains(" + park + ") input")
			.attr("value");
		String parkField = form
			.expectFirst("select:has(option:contains(" + park + ")), label:contains(" + park + ") input")
			.attr("name");
		Answer answer = anybody
			.post(filler.action(), filler
				.fill(Map.of(parkField, List.of(chosen), "text", List.of("验收工作表第14项取数口径有误（虚构）。")), this.world.today()))
			.expect(200);
		return answer.page().text().replaceAll("(?s).*?(YY-\\d{4}-\\d{4}-\\w{8}).*", "$1");
	}

	void objectionIsUpheld(String park) {
		this.world.as("office.one").does(park, "分办异议", "ASSIGN_PROVINCE");
		this.world.as(this.parks.get(park).province() + ".ecology").does(park, "省级部门核实", "REPORT");
		this.world.as("office.one").does(park, "答复异议", "UPHOLD");
		this.world.jobsRun();
	}

	/** The parks still in the running are named in one document. */
	void areNamed(String issuedOn, String... without) {
		this.world.as("office.one")
			.composes("naming", this.naming,
					this.parks.keySet()
						.stream()
						.filter(park -> !List.of(without).contains(park))
						.toArray(String[]::new))
			.expect(200);
		this.world.as("office.one").does(this.naming, "起草命名通知", "DRAFTED");
		this.regime.agree(this.world, this.naming);
		this.world.on(issuedOn);
		this.world.as("office.one").does(this.naming, "编号、印发", "ISSUED");
		this.world.jobsRun();
	}

	/**
	 * @return the notice and the naming as the Office finds them in the files of the
	 * batches
	 */
	Map<String, byte[]> jointDocuments() {
		Map<String, byte[]> documents = new LinkedHashMap<>(this.world.as("office.one").batchDocuments(this.notice));
		documents.putAll(this.world.as("office.one").batchDocuments(this.naming));
		return documents;
	}

}
