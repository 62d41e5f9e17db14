package cn.ecopark.casefile;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.park.Park;
import cn.ecopark.rulepack.ReleaseId;

/**
 * One procedure of one park, pinned to the release of a rule pack that was in force when
 * it was opened.
 *
 * @param kind the procedure of its release that it is: id of the diagram
 * @param park the park as it was called when the case was opened
 * @param standard the standard that applies, fixed by the approval to build
 * @param number the case number, given at admission
 * @param stage the diagram its token is in
 * @param result how it ended
 */
public record EcoCase(String id, String kind, ReleaseId release, ParkOfCase park, @Nullable String standard,
		@Nullable String number, CaseStatus status, @Nullable String stage, @Nullable String result, Instant openedAt,
		@Nullable Instant submittedAt, @Nullable Instant admittedAt, @Nullable Instant closedAt, int version) {

	/**
	 * The applying park.
	 *
	 * @param unitId its administration
	 * @param kind key of its kind
	 * @param provinceCode GB/T 2260
	 * @param cityCode GB/T 2260; null where it is registered in no city
	 */
	public record ParkOfCase(long id, String name, String kind, String unitId, String provinceCode,
			@Nullable String cityCode) {

		/** The park as it is registered now. */
		static ParkOfCase of(Park park) {
			return new ParkOfCase(park.id(), park.name(), park.kind().name(), park.unitId(), park.provinceCode(),
					park.cityCode());
		}

		/**
		 * @return code of the area whose departments of that level are responsible; empty
		 * where there is none
		 */
		public Optional<String> areaAt(UnitLevel level) {
			return switch (level) {
				case PROVINCE -> Optional.of(this.provinceCode);
				case CITY -> Optional.ofNullable(this.cityCode);
				default -> Optional.empty();
			};
		}

	}

	/**
	 * @return whether it has come before the authorities with what was said at that
	 * moment
	 */
	public boolean cameInWith(Instant said) {
		return this.status == CaseStatus.OPEN && this.submittedAt != null && !this.submittedAt.isBefore(said);
	}

	public boolean isOpen() {
		return this.status != CaseStatus.CLOSED;
	}

}
