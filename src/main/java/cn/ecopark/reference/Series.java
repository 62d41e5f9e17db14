package cn.ecopark.reference;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A series of dated entries.
 *
 * @param of what it is the series of: a pack, a pack and a procedure of it, or a unit
 */
public record Series(Kind kind, String of) {

	private static final String BETWEEN = ":";

	/** What series say. */
	public enum Kind {

		/** 联合决定的部门: who decides jointly under a pack. */
		PARTIES,
		/**
		 * 技术支持单位: who takes part in a procedure of a pack from its beginning.
		 */
		TECHNICAL_UNIT,
		/** 称号: what parks are named under a pack. */
		TITLE,
		/** 单位名称: what a unit is called. */
		UNIT_NAME,
		/** 工作日历: which days of a year differ from the plain week. */
		CALENDAR,
		/** 单位: who may take part. It has no entries by the day. */
		UNITS

	}

	static Series of(Kind kind, String pack) {
		return new Series(kind, pack);
	}

	static Series ofProcess(String pack, String process) {
		return new Series(Kind.TECHNICAL_UNIT, pack + BETWEEN + process);
	}

	/**
	 * @return the pack it is of; for series of packs only
	 */
	public String pack() {
		return parts().get(0);
	}

	/**
	 * @return the procedure it is for; null where it is for the whole pack
	 */
	public @Nullable String process() {
		return parts().size() > 1 ? parts().get(1) : null;
	}

	private List<String> parts() {
		return List.of(this.of.split(BETWEEN, 2));
	}

}
