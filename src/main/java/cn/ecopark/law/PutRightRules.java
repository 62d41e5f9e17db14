package cn.ecopark.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * 更正、作废: who may put an official document right that went out. 公文由发文机关更正或者撤销: what
 * several bodies have issued together, none of them alone takes back; 《党政机关公文处理工作条例》 16,
 * 22.
 */
public final class PutRightRules {

	private static final String DATE = "f.issuedOn";

	private PutRightRules() {
	}

	/** What somebody is who wants to put a document right. */
	public record Wisher(String unitId, boolean office) {
	}

	/**
	 * The Office proposes for what several bodies have issued and for what bears no body;
	 * a body proposes for what it has issued alone.
	 * @param issuers ids of the bodies that issued the document
	 */
	public static boolean mayPropose(Wisher wisher, List<String> issuers) {
		return issuers.size() == 1 ? issuers.contains(wisher.unitId()) : wisher.office();
	}

	/**
	 * @throws LegalRefusal unless the wisher may propose it
	 */
	public static void requireMayPropose(Wisher wisher, List<String> issuers, String names) {
		if (!mayPropose(wisher, issuers)) {
			throw LegalRefusal.ofProcedure(issuers.size() == 1 ? "put-right-by-its-issuer" : "put-right-by-the-office",
					names);
		}
	}

	/**
	 * @throws LegalRefusal unless the body has issued the document
	 */
	public static void requireIssuer(String unitId, List<String> issuers, String names) {
		if (!issuers.contains(unitId)) {
			throw LegalRefusal.ofProcedure("word-of-an-issuer", names);
		}
	}

	/**
	 * @param agreed the bodies that have agreed
	 * @return whether every body that issued the document has agreed; what bears no body
	 * needs nobody's word
	 */
	public static boolean isAgreed(List<String> issuers, Collection<String> agreed) {
		return agreed.containsAll(issuers);
	}

	/**
	 * A document is not dated before what it states was decided, nor after today.
	 * @throws LegalRefusal at the date
	 */
	public static void dateOfDocument(LocalDate issuedOn, LocalDate decidedOn, LocalDate today) {
		if (issuedOn.isAfter(today)) {
			throw LegalRefusal.atField("issued-in-future", DATE, today);
		}
		if (issuedOn.isBefore(decidedOn)) {
			throw LegalRefusal.atField("issued-before-decided", DATE, decidedOn);
		}
	}

}
