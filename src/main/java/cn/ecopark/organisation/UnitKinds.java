package cn.ecopark.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The kinds of units there are. */
public interface UnitKinds {

	/** Those of one level together, each level's in the order of their entry. */
	List<UnitKind> kinds();

	/** What its units are called together, for instance 部委. */
	String label(UnitKind kind, Locale locale);

	default Optional<UnitKind> kind(String code) {
		return kinds().stream().filter((kind) -> kind.code().equals(code)).findFirst();
	}

	/**
	 * True if that is the code of a kind of that level.
	 * @param code null where no kind is named
	 */
	default boolean isAt(UnitLevel level, @Nullable String code) {
		return code != null && kind(code).map(UnitKind::level).filter(level::equals).isPresent();
	}

}
