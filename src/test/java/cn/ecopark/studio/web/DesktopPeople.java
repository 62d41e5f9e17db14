package cn.ecopark.studio.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationContext;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.InventedPeople;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.NewPerson;
import cn.ecopark.organisation.People;

/** People with an account, who can sign in and make tokens. */
record DesktopPeople(ApplicationContext context) {

	static final String PASSWORD = "demo-only-2018";

	Actor administrator(String name) {
		return person(MemberRole.SYSTEM_ADMIN, name);
	}

	Actor person(MemberRole role, String name) {
		String signIn = "m" + UUID.randomUUID().toString().substring(0, 12);
		String unit = Map.of(MemberRole.STAFF, "OFFICE", MemberRole.SUPERVISOR, "OFFICE")
			.getOrDefault(role, "ADMINISTRATION");
		this.context.getBean(InventedPeople.class)
			.add(List.of(new NewPerson(signIn, name, unit, Set.of(role))), PASSWORD);
		People people = this.context.getBean(People.class);
		return people.actor(people.bySignInName(signIn).orElseThrow().id()).orElseThrow();
	}

}
