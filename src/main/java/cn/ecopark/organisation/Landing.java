package cn.ecopark.organisation;

/** Where somebody's work is. */
public final class Landing {

	private Landing() {
	}

	/** The address of the page to begin with. */
	public static String of(Actor actor) {
		if (actor.worksOnCases()) {
			return "/desk";
		}
		if (actor.has(MemberRole.SECURITY_ADMIN)) {
			return "/admin/people";
		}
		return actor.has(MemberRole.SYSTEM_ADMIN) ? "/admin/parks" : "/audit";
	}

}
