package cn.ecopark.casefile.web;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;

/** Parks, their cases and those who come to see them. */
@Component
class CaseTroupe {

	private final JdbcClient jdbc;

	private final Parks parks;

	private final OpenCase openCase;

	private final CaseFlow flow;

	CaseTroupe(JdbcClient jdbc, Parks parks, OpenCase openCase, CaseFlow flow) {
		this.jdbc = jdbc;
		this.parks = parks;
		this.openCase = openCase;
		this.flow = flow;
	}

	/** A park nothing was decided about. */
	Park aPark(String provinceCode) {
		return this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", provinceCode));
	}

	/** A park with the title, whose recheck falls due then. */
	Park aNamedPark(@Nullable String recheckDueOn) {
		Park park = aPark("320000");
		this.jdbc.sql("UPDATE park SET life_status = 'NAMED', recheck_due_on = CAST(:due AS date) WHERE id = :id")
			.param("due", recheckDueOn)
			.param("id", park.id())
			.update();
		return this.parks.get(park.id());
	}

	/** A creation that the park still writes. */
	EcoCase aDraftOf(Park park) {
		return this.openCase.open("creation", park.id(), parkStaff(park));
	}

	/** A creation that was handed in. */
	EcoCase aCaseOf(Park park) {
		EcoCase draft = aDraftOf(park);
		this.flow.submitted(draft.id());
		return draft;
	}

	Actor parkStaff(Park park) {
		return somebody(park.unitId(), ShippedKinds.PARK, park.provinceCode(), MemberRole.STAFF);
	}

	Actor office() {
		return somebody("OFFICE", ShippedKinds.OFFICE, null, MemberRole.STAFF);
	}

	Actor ministry() {
		return somebody("MOST", ShippedKinds.MINISTRY, null, MemberRole.STAFF);
	}

	Actor province(String code) {
		return somebody(code + "-SCIENCE", ShippedKinds.PROVINCE_SCIENCE, code, MemberRole.STAFF);
	}

	Actor technicalUnit(String unitId) {
		return somebody(unitId, ShippedKinds.TECHNICAL_UNIT, null, MemberRole.STAFF);
	}

	Actor expert() {
		return somebody("EXPERTS", ShippedKinds.EXPERT_POOL, null, MemberRole.EXPERT);
	}

	static RequestPostProcessor as(Actor actor) {
		return SecurityMockMvcRequestPostProcessors.authentication(new ActorAuthentication(actor));
	}

	private Actor somebody(String unitId, UnitKind kind, @Nullable String provinceCode, MemberRole role) {
		long id = this.jdbc.sql("""
				INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:sign, '来人', now()) RETURNING id
				""").param("sign", UUID.randomUUID().toString()).query(Long.class).single();
		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:id, :unit, :role)")
			.param("id", id)
			.param("unit", unitId)
			.param("role", role.name())
			.update();
		return new Actor(id, "来人", unitId, kind, provinceCode, Set.of(role));
	}

}
