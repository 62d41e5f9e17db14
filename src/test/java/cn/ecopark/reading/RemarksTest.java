package cn.ecopark.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.dossier.HandInSteps.Standing;
import cn.ecopark.gate.FileType;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.reading.WriteRemark.NewRemark;

import static org.assertj.core.api.Assertions.assertThat;

/** Who reads which remark, and where it is on the next version. */
class RemarksTest {

	private static final Actor OFFICE = actor(1, "OFFICE", ShippedKinds.OFFICE, null);

	private static final Actor COLLEAGUE = actor(2, "OFFICE", ShippedKinds.OFFICE, null);

	private static final Actor PROVINCE = actor(3, "320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY, "320000");

	private static final Actor PARK = actor(4, "PARK-1", ShippedKinds.PARK, "320000");

	private static final Actor EXPERT = actor(5, "EXPERTS", ShippedKinds.EXPERT_POOL, null);

	private static final Actor OTHER_EXPERT = actor(6, "EXPERTS", ShippedKinds.EXPERT_POOL, null);

	private final ReadingDesk desk = new ReadingDesk();

	private final JdbcRemarks rows = new JdbcRemarks(this.desk.jdbc, JsonMapper.builder().build());

	@Test
	void areReadByThoseTheyWereWrittenForOnceTheTaskIsDone() {
		assertThat(readers(OFFICE, Audience.AUTHORITIES, Standing.DONE)).containsExactly(OFFICE, COLLEAGUE, PROVINCE,
				EXPERT, OTHER_EXPERT);
		assertThat(readers(OFFICE, Audience.PARK, Standing.DONE)).containsExactly(OFFICE, COLLEAGUE, PROVINCE, PARK,
				EXPERT, OTHER_EXPERT);
		assertThat(readers(OFFICE, Audience.OWN_UNIT, Standing.DONE)).containsExactly(OFFICE, COLLEAGUE);
		assertThat(readers(EXPERT, Audience.OWN_UNIT, Standing.DONE)).containsExactly(EXPERT);
		assertThat(readers(PARK, Audience.OWN_UNIT, Standing.DONE)).containsExactly(PARK);
	}

	@Test
	void stayInTheUnitUntilThen() {
		assertThat(readers(OFFICE, Audience.PARK, Standing.OPEN)).containsExactly(OFFICE, COLLEAGUE);
		assertThat(readers(OFFICE, Audience.PARK, Standing.CANCELLED)).containsExactly(OFFICE, COLLEAGUE);
		assertThat(readers(EXPERT, Audience.AUTHORITIES, Standing.OPEN)).containsExactly(EXPERT);
	}

	@Test
	void nobodyWritesForReadersWhoAreNotHis() {
		assertThat(Remarks.audiencesFor(PARK)).doesNotContain(Audience.AUTHORITIES);
		assertThat(Remarks.audiencesFor(OFFICE)).first().isEqualTo(Audience.AUTHORITIES);
	}

	@Test
	void areFoundAgainWhereTheWordsStandInTheNextVersion() {
		DocumentVersion first = this.desk.read("constructionPlan", 1,
				SamplePdf.of(List.of("总论"), List.of("企业自备水井六口", "取水许可证见附件"), List.of("余热利用")));
		remark(first, 2, "水井六口\n取水许可证");
		remark(first, 3, "余热利用");
		remark(first, 1, "");

		DocumentVersion second = this.desk.read("constructionPlan", 2,
				SamplePdf.of(List.of("总论"), List.of("园区概况"), List.of("企业自备水井六口，取水", "许可证见附件"), List.of("余热利用率")));
		DocumentVersion third = this.desk.read("constructionPlan", 3,
				SamplePdf.of(List.of("总论（修改）"), List.of("企业自备水井六口取", "水许可证见附件")));

		assertThat(this.rows.on(first)).extracting(Remark::standing).containsOnly(Remark.Standing.HERE);
		assertThat(this.rows.on(second)).extracting(RemarksTest::standing)
			.containsExactly("1 TEXT_CHANGED 2 0", "2 FOUND_AGAIN 4 0", "3 FOUND_AGAIN 1 1");
		assertThat(this.rows.on(third)).extracting(RemarksTest::standing)
			.containsExactly("1 FOUND_AGAIN 2 0", "2 TEXT_CHANGED 2 0", "3 TEXT_CHANGED 1 0");
	}

	@Test
	void areNotCalledChangedBeforeTheNextVersionIsRead() {
		DocumentVersion first = this.desk.read("constructionPlan", 1, SamplePdf.of(List.of("总论")));
		remark(first, 1, "总论");
		DocumentVersion second = this.desk.handedIn("constructionPlan", 2, SamplePdf.of(List.of("总论"), List.of("二")),
				FileType.PDF);

		assertThat(this.rows.on(second)).extracting(Remark::standing).containsExactly(Remark.Standing.NOT_YET_KNOWN);
	}

	private void remark(DocumentVersion document, int page, String quote) {
		this.rows.add(document,
				new NewRemark(page, List.of(new Place(0.1, 0.1, 0.2, 0.02)), quote, "请说明", Audience.AUTHORITIES),
				new Remark.Author(1, "经办人", "OFFICE", "办公室"), 7, Instant.EPOCH);
	}

	private static String standing(Remark remark) {
		return remark.number() + " " + remark.standing() + " " + remark.page() + " " + remark.places().size();
	}

	private static List<Actor> readers(Actor author, Audience audience, Standing step) {
		Remark remark = new Remark(1, 1, 1, 1, 1, List.of(), "", "请说明", audience,
				new Remark.Author(author.personId(), author.name(), author.unitId(), author.unitId()), 7, Instant.EPOCH,
				null, Remark.Standing.HERE);
		Map<Long, Standing> standings = Map.of(7L, step);
		return List.of(OFFICE, COLLEAGUE, PROVINCE, PARK, EXPERT, OTHER_EXPERT)
			.stream()
			.filter(reader -> Remarks.mayRead(reader, remark, standings.get(remark.workItemId())))
			.toList();
	}

	private static Actor actor(long id, String unit, UnitKind kind, String province) {
		return new Actor(id, "来人" + id, unit, kind, province, Set.of(MemberRole.STAFF));
	}

}
