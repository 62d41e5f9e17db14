package cn.ecopark.organisation;

import java.io.Serializable;

/**
 * A kind of units, as reference data has it; rule packs name it where they say who holds
 * a role.
 *
 * @param code for instance {@code MINISTRY}
 * @param level what its units may do, which never changes
 */
public record UnitKind(String code, UnitLevel level) implements Serializable {
}
