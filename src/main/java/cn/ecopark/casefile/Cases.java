package cn.ecopark.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseRefusals.CaseAlreadyOpen;
import cn.ecopark.casefile.CaseRefusals.CaseNotFound;
import cn.ecopark.casefile.CaseRefusals.StaleCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;

/** All cases. Reading here checks no rights: {@link CaseAccess} does. */
@Component
public class Cases {

	private static final String INSERT = """
			INSERT INTO eco_case (id, kind, pack, release, park_id, park_name, park_kind, park_unit_id, province_code, city_code, standard,
			                      status, opened_at)
			VALUES (:id, :kind, :pack, :release, :parkId, :parkName, :parkKind, :parkUnitId, :province, :city, :standard, :status, :at)
			""";

	private static final String UPDATE = """
			UPDATE eco_case
			   SET status = :status, stage = :stage, standard = :standard, case_number = :number, result = :result,
			       submitted_at = :submittedAt, admitted_at = :admittedAt, closed_at = :closedAt, version = version + 1
			 WHERE id = :id AND version = :version
			""";

	private static final String NEXT_NUMBER = """
			INSERT INTO case_number_counter (year, mark, last) VALUES (:year, :mark, 1)
			ON CONFLICT (year, mark) DO UPDATE SET last = case_number_counter.last + 1
			RETURNING last
			""";

	private final JdbcClient jdbc;

	Cases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return the case
	 * @throws CaseNotFound when there is none
	 */
	public EcoCase get(String id) {
		return find(id).orElseThrow(CaseNotFound::new);
	}

	public Optional<EcoCase> find(String id) {
		return ReadOnce.of(this, "find", List.of(id),
				() -> this.jdbc.sql("SELECT * FROM eco_case WHERE id = :id")
					.param("id", id)
					.query(Cases::map)
					.optional());
	}

	/**
	 * @return the case, locked against everybody else until the transaction ends
	 */
	public EcoCase lock(String id) {
		return this.jdbc.sql("SELECT * FROM eco_case WHERE id = :id FOR NO KEY UPDATE")
			.param("id", id)
			.query(Cases::map)
			.optional()
			.orElseThrow(CaseNotFound::new);
	}

	/**
	 * @return who is told what became of a step of that unit: a park of its own steps,
	 * and of nobody else's
	 */
	public Audience audienceOf(String caseId, @Nullable String unitId) {
		return get(caseId).park().unitId().equals(unitId) ? Audience.PARK : Audience.AUTHORITIES;
	}

	public List<EcoCase> all(Collection<String> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("SELECT * FROM eco_case WHERE id IN (:ids) ORDER BY id")
			.param("ids", ids)
			.query(Cases::map)
			.list();
	}

	public List<EcoCase> ofPark(long parkId) {
		return this.jdbc.sql("SELECT * FROM eco_case WHERE park_id = :park ORDER BY opened_at DESC, id DESC")
			.param("park", parkId)
			.query(Cases::map)
			.list();
	}

	/**
	 * @return what the reader may see of the cases of those parks, newest first
	 */
	public List<EcoCase> ofParks(Collection<Long> parkIds, Actor reader) {
		if (parkIds.isEmpty()) {
			return List.of();
		}
		CaseAccess.Readable readable = CaseAccess.readable(reader);
		return this.jdbc
			.sql("SELECT c.* FROM eco_case c WHERE c.park_id IN (:parks) AND " + readable.sql()
					+ " ORDER BY c.opened_at DESC, c.id DESC")
			.param("parks", parkIds)
			.params(readable.parameters())
			.query(Cases::map)
			.list();
	}

	void add(EcoCase opened) {
		try {
			this.jdbc.sql(INSERT)
				.param("id", opened.id())
				.param("kind", opened.kind())
				.param("pack", opened.release().pack())
				.param("release", opened.release().toString())
				.param("parkId", opened.park().id())
				.param("parkName", opened.park().name())
				.param("parkKind", opened.park().kind())
				.param("parkUnitId", opened.park().unitId())
				.param("province", opened.park().provinceCode())
				.param("city", opened.park().cityCode())
				.param("standard", opened.standard())
				.param("status", opened.status().name())
				.param("at", JdbcTime.of(opened.openedAt()))
				.update();
		}
		catch (DuplicateKeyException duplicate) {
			throw new CaseAlreadyOpen(opened.park().name());
		}
	}

	void save(EcoCase changed) {
		int rows = this.jdbc.sql(UPDATE)
			.param("id", changed.id())
			.param("version", changed.version())
			.param("status", changed.status().name())
			.param("stage", changed.stage())
			.param("standard", changed.standard())
			.param("number", changed.number())
			.param("result", changed.result())
			.param("submittedAt", JdbcTime.ofNullable(changed.submittedAt()))
			.param("admittedAt", JdbcTime.ofNullable(changed.admittedAt()))
			.param("closedAt", JdbcTime.ofNullable(changed.closedAt()))
			.update();
		if (rows == 0) {
			throw new StaleCase();
		}
	}

	/**
	 * @param mark that stands in the number
	 */
	int nextNumber(int year, String mark) {
		return this.jdbc.sql(NEXT_NUMBER).param("year", year).param("mark", mark).query(Integer.class).single();
	}

	static EcoCase map(ResultSet row, int number) throws SQLException {
		return new EcoCase(row.getString("id"), row.getString("kind"), ReleaseId.of(row.getString("release")),
				new EcoCase.ParkOfCase(row.getLong("park_id"), row.getString("park_name"), row.getString("park_kind"),
						row.getString("park_unit_id"), row.getString("province_code"), row.getString("city_code")),
				row.getString("standard"), row.getString("case_number"), CaseStatus.valueOf(row.getString("status")),
				row.getString("stage"), row.getString("result"), JdbcTime.instant(row, "opened_at"),
				JdbcTime.nullable(row, "submitted_at"), JdbcTime.nullable(row, "admitted_at"),
				JdbcTime.nullable(row, "closed_at"), row.getInt("version"));
	}

}
